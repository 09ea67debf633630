using FundTracker.Application.Exports;
using FundTracker.Application.Ledger;
using FundTracker.Testing.Databases;
using FundTracker.Web.Tests.Browser;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FundTracker.Web.Tests.Managers;

/// <summary>Files that come from outside: refused row by row, mended, taken once; a bank's own columns mapped and remembered.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ImportJourney(Chromium chromium, LiveHost host) : ManagerJourney(chromium, host, "IMP1")
{
    private static readonly string[] Columns = ["ref", "date", "fund", "kind", "amount"];
    private readonly LiveHost host = host;

    [Fact]
    public async Task Three_bad_rows_are_refused_with_their_reasons_mended_taken_and_change_nothing_a_second_time()
    {
        await World.SetUp();
        var (manager, approver) = (await Enter("manager1"), await Enter("approver1"));
        await Go(manager, "/imports");
        await Judge(manager, Workbook(["I1", "2026-01-15", "IMP1", "interest", "1000"], ["I2", "2026-13-15", "IMP1", "interest", "20"],
            ["I3", "2026-02-15", "IMP1", "intrest", "30"], ["I4", "2026-03-15", "IMP1", "interest", "forty"]));
        await Expect(manager.Locator("main")).ToContainTextAsync("有 3 处错误，未记入任何内容");
        await Refused(manager, row: "3", "date", "2026-13-15", "不是只有一种读法的日期");
        await Refused(manager, row: "4", "kind", "intrest", "不是可用的词");
        await Refused(manager, row: "5", "amount", "forty", "不是数");
        await Picture(manager, "import-refused");
        await MustBeAccessible(manager);
        await Expect(HandIn(manager)).ToHaveCountAsync(0);

        byte[] mended = Workbook(["I1", "2026-01-15", "IMP1", "interest", "1000"], ["I2", "2026-02-15", "IMP1", "interest", "20"],
            ["I3", "2026-02-15", "IMP1", "interest", "30"], ["I4", "2026-03-15", "IMP1", "interest", "40"]);
        await Judge(manager, mended);
        await Expect(manager.Locator(".ft-import-preview")).ToContainTextAsync("新增 4 行，已有 0 行，4 条分录");
        await HandIn(manager).ClickAsync();
        await Expect(manager.Locator(".ft-done")).ToContainTextAsync("已提交，等待另一人批准");
        await Expect(Posted(manager, "cash.xlsx")).ToContainTextAsync("由您录入，须由另一人批准");
        await Go(approver, "/approvals");
        await approver.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "打开导入" }).ClickAsync();
        await Ready(approver);
        await Press(approver, "批准");
        await Expect(approver.Locator(".ft-done")).ToContainTextAsync("已记入 4 行，4 条分录");
        var lines = await Lines();

        await Go(manager, "/imports");
        await Judge(manager, mended);
        await Expect(manager.Locator(".ft-import-preview")).ToContainTextAsync("全部内容已在账簿中");
        await Expect(HandIn(manager)).ToHaveCountAsync(0);
        Assert.Equal(lines, await Lines());
        await Go(manager, "/fund?asOf=2026-03-31");
        await Expect(manager.Locator(".ft-facts").First).ToContainTextAsync("1,090.00");
    }

    [Fact]
    public async Task A_position_table_is_read_by_a_mapping_that_is_kept_for_the_next_one()
    {
        await World.SetUp();
        var manager = await Enter("manager1");
        await Go(manager, "/imports");
        await Choose(manager, "quarter1.csv", "Vehicle;Promised;Drawn;Back;Worth\nHarbour Fund I;100;60;10;70\n"u8.ToArray());
        await Fill(manager, ("按何种文件导入", "持仓表"));
        await Fill(manager, ("金额单位", "1000000"), ("截至日", "2025-12-31"));
        await manager.Locator(".ft-mapping summary").ClickAsync();
        await Fill(manager, ("基金名称", "Vehicle"), ("认缴出资", "Promised"), ("实缴出资", "Drawn"), ("累计分配", "Back"), ("资产净值", "Worth"), ("存为", "托管行格式"));
        await Press(manager, "保存对应");
        await Expect(manager.Locator(".ft-mapping")).ToContainTextAsync("已保存");
        await Press(manager, "预检");
        await Expect(manager.Locator(".ft-import-preview")).ToContainTextAsync("新增 1 行");
        await Picture(manager, "import-positions");
        await Press(manager, "记为期初余额");
        await Expect(Posted(manager, "quarter1.csv")).ToContainTextAsync("4 条分录");

        await Choose(manager, "quarter2.csv", "Vehicle;Promised;Drawn;Back;Worth\nHarbour Fund I;100;75;10;90\n"u8.ToArray());
        await Fill(manager, ("按何种文件导入", "持仓表"), ("截至日", "2026-03-31"));
        await manager.Locator(".ft-mapping summary").ClickAsync();
        await Fill(manager, ("已存的对应", "托管行格式"));
        await Expect(Field(manager, "金额单位")).ToHaveValueAsync("1,000,000");
        await Press(manager, "预检");
        await Expect(manager.Locator(".ft-import-preview")).ToContainTextAsync("新增 1 行");
        await Press(manager, "记为期初余额");
        await Expect(Posted(manager, "quarter2.csv")).ToContainTextAsync("2 条分录");
        var fund = (await World.Figures(ShownDay)).Values.Single(row => row.Fund.Name.En == "Harbour Fund I");
        Assert.Equal((100_000_000m, 75_000_000m, 90_000_000m), (fund.Commitment.Value!.Amount, fund.PaidIn.Value!.Amount, fund.Nav.Value!.Amount));
        await Go(manager, $"/sub-funds/{fund.Fund.Code}");
        await Expect(Tile(manager, "实缴")).ToContainTextAsync("75,000,000.00");
    }

    private static ILocator Posted(IPage page, string file) => page.Locator(".ft-entry").Filter(new LocatorFilterOptions { HasText = file });

    private static ILocator HandIn(IPage page) =>
        page.Locator("main").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "提交审批", Exact = true });

    private static async Task Choose(IPage page, string name, byte[] content)
    {
        await page.Locator("#import-file").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = content });
        await Expect(page.Locator(".ft-file-name")).ToHaveTextAsync(name);
        await Expect(Field(page, "按何种文件导入")).ToBeVisibleAsync();
    }

    private static async Task Judge(IPage page, byte[] workbook)
    {
        await Choose(page, "cash.xlsx", workbook);
        await Press(page, "预检");
        await Expect(page.Locator(".ft-import-preview")).ToBeVisibleAsync();
    }

    /// <summary>The list of errors names sheet, row, column, value and reason.</summary>
    private static async Task Refused(IPage page, string row, string column, string value, string reason)
    {
        var refused = Row(page, value);
        foreach (var text in new[] { "FundCash", row, column, reason }) await Expect(refused).ToContainTextAsync(text);
    }

    private byte[] Workbook(params string[][] rows) => host.Services.GetRequiredService<ISpreadsheetWriter>().Workbook(
        [new Grid("FundCash", [.. Columns.Select(name => new GridColumn(name, GridFormat.Text))], [.. rows.Select(row => (IReadOnlyList<object?>)[.. row])])]);

    private async Task<int> Lines() => (await World.Send(new GetLedger.Query(World.Code), Actors.Manager1)).Total;
}
