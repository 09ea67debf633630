using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FundTracker.Web.Tests.Hosting;

namespace FundTracker.Web.Tests.Http;

/// <summary>Recording through the API, with the bodies that a program sends; the host is this class's own.</summary>
public sealed class RecordingApiTests(WebHost host) : IClassFixture<WebHost>
{
    private const string Root = "/api/v1/books/API1/";

    private static readonly object OneMillion = Call(1_000_000m, "2026-03-02");

    [Fact]
    public async Task A_call_is_drafted_approved_by_another_issued_and_paid()
    {
        var (manager, approver) = await SetUp();
        var call = await Id(await manager.PostAsJsonAsync(Root + "calls", OneMillion));
        await Must(HttpStatusCode.NoContent, manager.PostAsJsonAsync($"{Root}calls/{call}/submission", new { }));
        await Must(HttpStatusCode.Forbidden, manager.PostAsJsonAsync($"{Root}calls/{call}/approval", new { }));
        await Must(HttpStatusCode.NoContent, approver.PostAsJsonAsync($"{Root}calls/{call}/approval", new { overrideReason = "" }));
        await Must(HttpStatusCode.NoContent, manager.PostAsJsonAsync($"{Root}calls/{call}/issue", new { }));
        var payment = new { investor = "HOLDER1", amount = 400_000m, date = "2026-02-20" };
        var voucher = await Id(await manager.PostAsJsonAsync($"{Root}calls/{call}/payments", payment));
        await Must(HttpStatusCode.OK, approver.PostAsJsonAsync($"{Root}vouchers/{voucher}/approval", new { }));
        using var shown = JsonDocument.Parse(await approver.GetStringAsync($"{Root}calls/{call}?asOf=2026-02-25"));
        var summary = shown.RootElement.GetProperty("summary");
        Assert.Equal("400000.00", summary.GetProperty("paid").GetProperty("amount").GetString());
        Assert.Equal("600000.00", summary.GetProperty("due").GetProperty("amount").GetString());
    }

    [Fact]
    public async Task A_refusing_rule_is_named_with_its_figures_in_the_language_of_the_request()
    {
        _ = await SetUp();
        foreach (var (language, words) in new[] { ("zh-CN", "可催缴余额"), ("en", "is called") })
        {
            var manager = await host.SignedIn("manager1", language);
            var (status, problem) = await Problem(await manager.PostAsJsonAsync(Root + "calls", Call(3_000_000_000m, "2026-03-02")));
            Assert.Equal((HttpStatusCode.UnprocessableEntity, "call.aboveCallable"), (status, problem.GetProperty("code").GetString()));
            var message = problem.GetProperty("errors")[0].GetProperty("message").GetString();
            Assert.Contains("3,000,000,000.00", message, StringComparison.Ordinal);
            Assert.Contains(words, message, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData("""{"items":[],"noticeDate":"2026-02-02","dueDate":"2026-03-02"}""", "fund")]
    [InlineData("""{"fund":"API1","items":[],"noticeDate":"yesterday","dueDate":"2026-03-02"}""", "noticeDate")]
    public async Task A_body_that_can_not_be_read_is_refused_with_its_field(string body, string field)
    {
        var (manager, _) = await SetUp();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        var (status, problem) = await Problem(await manager.PostAsync(new Uri(Root + "calls", UriKind.Relative), content));
        Assert.Equal((HttpStatusCode.BadRequest, field), (status, problem.GetProperty("field").GetString()));
    }

    [Fact]
    public async Task A_role_that_may_not_record_is_refused_and_nobody_at_all_must_sign_in()
    {
        _ = await SetUp();
        await Must(HttpStatusCode.Forbidden, (await host.SignedIn("auditor1")).PostAsJsonAsync(Root + "calls", OneMillion));
        await Must(HttpStatusCode.Unauthorized, host.Anonymous().PostAsJsonAsync(Root + "calls", OneMillion));
    }

    [Fact]
    public async Task The_template_is_loaded_inspected_and_judged_and_the_demo_s_own_records_change_nothing()
    {
        var manager = await host.SignedIn("manager1");
        var file = await manager.GetByteArrayAsync("/api/v1/imports/template");
        var body = new { fileName = "luyang.xlsx", content = file, kind = "Workbook" };
        var inspected = await manager.PostAsJsonAsync("/api/v1/imports/inspection", new { body.fileName, body.content });
        using var inspection = JsonDocument.Parse(await inspected.Content.ReadAsStringAsync());
        Assert.Equal(("Workbook", "LUZHOU1"), (Text(inspection, "kind"), Text(inspection, "books")));
        var answer = await manager.PostAsJsonAsync("/api/v1/books/LUZHOU1/imports/preview", body);
        using var preview = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Empty(preview.RootElement.GetProperty("errors").EnumerateArray());
        var counts = preview.RootElement.GetProperty("counts");
        Assert.Equal(0, counts.GetProperty("new").GetInt32());
        Assert.True(counts.GetProperty("skipped").GetInt32() > 3_000);
    }

    [Fact]
    public async Task A_file_that_is_no_workbook_is_refused_and_no_import_waits()
    {
        var (manager, _) = await SetUp();
        var body = new { fileName = "notes.xlsx", content = "no workbook"u8.ToArray() };
        var answer = await manager.PostAsJsonAsync(Root + "imports", body);
        Assert.InRange((int)answer.StatusCode, 400, 422);
        Assert.Equal("[]", await manager.GetStringAsync(Root + "imports"));
    }

    private static string? Text(JsonDocument answer, string name) => answer.RootElement.GetProperty(name).GetString();

    private static object Call(decimal amount, string due) => new
    {
        fund = "API1", items = new[] { new { purpose = "Investment", insideCommitment = true, amount } }, noticeDate = "2026-02-02", dueDate = due,
    };

    /// <summary>A mother fund of one shareholder with two thousand million committed, set up once through the API itself.</summary>
    private async Task<(HttpClient Manager, HttpClient Approver)> SetUp()
    {
        var (manager, approver) = (await host.SignedIn("manager1"), await host.SignedIn("approver1"));
        var fund = new { code = "API1", nameZh = "接口母基金", currency = "CNY", legalForm = "Company", targetSize = 2_000_000_000m, setUpOn = "2025-01-06" };
        if ((await manager.PostAsJsonAsync("/api/v1/mother-funds", fund)).StatusCode != HttpStatusCode.Created) return (manager, approver);
        var holder = new { code = "HOLDER1", nameZh = "股东一", since = "2025-01-06", kind = "StateOwned" };
        await Must(HttpStatusCode.Created, manager.PostAsJsonAsync(Root + "investors", holder));
        var commitment = new { fund = "API1", holder = "HOLDER1", amount = 2_000_000_000m, date = "2025-01-06" };
        var voucher = await Id(await manager.PostAsJsonAsync(Root + "records/commitments", commitment));
        await Must(HttpStatusCode.OK, approver.PostAsJsonAsync($"{Root}vouchers/{voucher}/approval", new { }));
        return (manager, approver);
    }

    private static async Task<string> Id(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.Created, text);
        return JsonSerializer.Deserialize<string>(text)!;
    }

    private static async Task Must(HttpStatusCode status, Task<HttpResponseMessage> sending)
    {
        var answer = await sending;
        Assert.True(answer.StatusCode == status, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }

    private static async Task<(HttpStatusCode Status, JsonElement Problem)> Problem(HttpResponseMessage answer) =>
        (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.Clone());
}
