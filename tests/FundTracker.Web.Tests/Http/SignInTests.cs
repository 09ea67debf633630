using System.Net;
using System.Net.Http.Json;
using FundTracker.Web.Tests.Hosting;

namespace FundTracker.Web.Tests.Http;

/// <summary>Who gets in, and what is seen before.</summary>
[Collection(HttpCollection.Name)]
public sealed class SignInTests(WebHost host, EmptyWebHost empty) : IClassFixture<EmptyWebHost>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/not-found")]
    [InlineData("/nothing-there")]
    [InlineData("/api/v1/docs")]
    public async Task A_page_leads_who_is_not_signed_in_to_the_sign_in_page(string address)
    {
        var answer = await host.Anonymous().GetAsync(address);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("/sign-in", answer.Headers.Location!.AbsolutePath);
    }

    [Theory]
    [InlineData("/api/v1/session")]
    [InlineData("/api/v1/openapi.json")]
    public async Task The_api_answers_401_to_who_is_not_signed_in(string address)
    {
        var answer = await host.Anonymous().GetAsync(address);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Every_address_but_the_named_few_asks_for_a_sign_in()
    {
        string[] open = ["/sign-in", "/health", "/language/{language}", "/error", "/api/v1/session"];
        var reached = new List<string>();
        foreach (var path in host.Paths().Where(path => !open.Contains(path, StringComparer.Ordinal) && !IsFileOfTheApiPage(path)))
        {
            var answer = await host.Anonymous().GetAsync(path.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal));
            if (answer.StatusCode is not (HttpStatusCode.Found or HttpStatusCode.Unauthorized or HttpStatusCode.MethodNotAllowed)) reached.Add(path);
        }

        Assert.Empty(reached);
    }

    [Fact]
    public async Task A_wrong_password_is_refused()
    {
        var answer = await host.Anonymous().PostAsJsonAsync("/api/v1/session", new { user = "auditor1", password = "not the one" });
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("manager1", "FundManager", "/")]
    [InlineData("approver1", "Approver", "/")]
    [InlineData("committee1", "CommitteeMember", "/")]
    [InlineData("auditor1", "Auditor", "/")]
    [InlineData("admin1", "Administrator", "/users")]
    [InlineData("subfund1", "SubFundManager", "/sub-funds/LYF12")]
    public async Task A_demo_account_has_the_role_that_its_name_says_and_a_page_to_begin_on(string user, string role, string start)
    {
        var client = await host.SignedIn(user);
        var session = await client.GetFromJsonAsync<Session>("/api/v1/session");
        Assert.Equal(user, session!.User);
        Assert.Equal([role], session.Roles);
        var first = await client.GetAsync("/");
        Assert.Equal(start, first.Headers.Location is { } led ? new Uri(client.BaseAddress!, led).AbsolutePath : "/");
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(start)).StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        var client = await host.SignedIn("auditor1");
        (await client.DeleteAsync("/api/v1/session")).EnsureSuccessStatusCode();
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/v1/session")).StatusCode);
    }

    [Fact]
    public async Task The_demonstration_shows_its_accounts()
    {
        var page = await host.Anonymous().GetStringAsync("/sign-in");
        Assert.Contains("committee1", page, StringComparison.Ordinal);
        Assert.Contains(WebHost.DemoPassword, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_the_demonstration_no_demo_account_is_shown_or_lets_anyone_in()
    {
        var client = empty.Anonymous();
        var page = await client.GetStringAsync("/sign-in");
        Assert.DoesNotContain("committee1", page, StringComparison.Ordinal);
        var answer = await client.PostAsJsonAsync("/api/v1/session", new { user = "committee1", password = WebHost.DemoPassword });
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Without_any_account_the_sign_in_page_says_how_to_make_the_first()
    {
        var page = await empty.Anonymous().GetStringAsync("/sign-in");
        Assert.Contains("fundtracker user add", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_another_site_makes_a_browser_send_is_refused()
    {
        var client = await host.SignedIn("auditor1");
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        var answer = await client.DeleteAsync("/api/v1/session");
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        client.DefaultRequestHeaders.Remove("Sec-Fetch-Site");
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/session")).StatusCode);
    }

    /// <summary>Scripts and drawings of the library that shows the API's description; they hold nothing of ours.</summary>
    private static bool IsFileOfTheApiPage(string path) =>
        path.StartsWith("/api/v1/docs/", StringComparison.Ordinal) && Path.GetExtension(path) is ".js" or ".svg";

    private sealed record Session(string User, IReadOnlyList<string> Roles);
}
