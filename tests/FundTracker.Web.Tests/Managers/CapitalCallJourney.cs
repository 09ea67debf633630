using FundTracker.Web.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FundTracker.Web.Tests.Managers;

/// <summary>A capital call from its draft to its first payment, by two people in two browsers.</summary>
[Collection(BrowserCollection.Name)]
public sealed class CapitalCallJourney(Chromium chromium, LiveHost host) : BrowserTests(chromium, host)
{
    private const string Day = "?asOf=2026-02-25";
    private readonly ManagersWorld world = new(host);

    [Fact]
    public async Task A_call_is_drafted_by_one_approved_by_another_issued_and_paid_in_part()
    {
        await world.SetUp();
        var manager = await Enter("manager1");
        var approver = await Enter("approver1");

        await Go(manager, "/calls/new" + Day);
        await manager.Locator("main").GetByLabel("金额").FillAsync("100000000.01");
        await manager.GetByLabel("通知日").FillAsync("2026-02-02");
        await manager.GetByLabel("缴款到期日").FillAsync("2026-03-02");
        await manager.GetByLabel("缴款到期日").BlurAsync();
        var preview = manager.Locator(".ft-preview");
        await Expect(preview.GetByText("33,333,333.34")).ToHaveCountAsync(2);
        await Expect(preview.GetByText("33,333,333.33")).ToHaveCountAsync(1);
        await Picture(manager, "call-draft");
        await Press(manager, "提交审批");
        await Expect(State(manager)).ToContainTextAsync("待审批");
        Assert.Matches(@"/calls/\d+$", new Uri(manager.Url).AbsolutePath);
        await Expect(manager.Locator("main")).ToContainTextAsync("由您录入");
        var address = new Uri(manager.Url).AbsolutePath + Day;

        await Go(approver, "/approvals" + Day);
        await approver.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "打开缴款通知" }).First.ClickAsync();
        await Press(approver, "批准");
        await Expect(State(approver)).ToContainTextAsync("已批准");
        await Press(approver, "发出");
        await Expect(State(approver)).ToContainTextAsync("未缴");

        await Go(manager, address);
        await manager.GetByRole(AriaRole.Row).Filter(new LocatorFilterOptions { HasText = "股东A" })
            .GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "记录到账" }).ClickAsync();
        await manager.GetByLabel("到账金额").FillAsync("33303333.34");
        await manager.GetByLabel("到账日").FillAsync("2026-02-20");
        await Press(manager, "提交审批");
        await Expect(manager.Locator(".ft-done")).ToContainTextAsync("到账已记录");
        await Expect(manager.Locator(".ft-waiting")).ToContainTextAsync("33,303,333.34");
        await Picture(manager, "call-payment-pending");

        await Go(approver, address);
        await Press(approver, "批准");
        await Expect(approver.Locator(".ft-done")).ToContainTextAsync("已批准");
        await Expect(State(approver)).ToContainTextAsync("部分到账");

        await Go(manager, address);
        await Expect(State(manager)).ToContainTextAsync("部分到账");
        var row = manager.GetByRole(AriaRole.Row).Filter(new LocatorFilterOptions { HasText = "股东A" });
        await Expect(row).ToContainTextAsync("33,303,333.34");
        await Expect(row).ToContainTextAsync("30,000.00");
        await Picture(manager, "call-part-funded");
        await MustBeAccessible(manager);
    }

    private static ILocator State(IPage page) => page.Locator(".ft-form-title .ft-state");

    private static Task Press(IPage page, string button) =>
        page.Locator("main").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = button, Exact = true }).ClickAsync();

    private async Task<IPage> Enter(string user)
    {
        var page = await SignIn(Screen.Desk, user);
        await world.LookAtIt(page);
        return page;
    }
}
