using FundTracker.Application.Pipeline;
using FundTracker.Application.Users;
using FundTracker.Domain.Values;
using FundTracker.Testing.Databases;
using FundTracker.Web.Tests.Browser;
using FundTracker.Web.Tests.Hosting;
using Microsoft.Playwright;
using UglyToad.PdfPig;
using static Microsoft.Playwright.Assertions;

namespace FundTracker.Web.Tests.Managers;

/// <summary>An institution begins: no demonstration, no account, no fund; three people carry a fund to its first quarterly report.</summary>
[Collection(BrowserCollection.Name)]
public sealed class FromNothingJourney(Chromium chromium, EmptyLiveHost host) : ManagerJourney(chromium, host, "FIRST1"), IClassFixture<EmptyLiveHost>
{
    private const string Secret = "a pass phrase of its own";
    private readonly LiveHost host = host;
    private static readonly string CreditCode = UnifiedSocialCreditCode.FromBody("91340100MA2FRTT19").Value;

    [Fact]
    public async Task A_fund_is_set_up_called_for_invested_and_reported_by_three_people()
    {
        await Begin();
        var (manager, approver) = (await SignedIn("mei.manager"), await SignedIn("an.approver"));
        await MotherFund(manager);
        await Shareholder(manager, approver, "FIN", "区财政局", "财政", "3亿");
        await Shareholder(manager, approver, "SOE", "区国资平台", "国资", "2亿");
        await Plan(manager, approver);
        await CalledAndPaid(manager, approver, "/fund", "按本期请款", "100000000", "区财政局", "区国资平台");
        await SubFund(manager, approver);
        await CalledAndPaid(manager, approver, "/sub-funds/SUB1", "起草缴款通知", "30000000", "首期母基金");
        await Invested(manager, approver);
        await EveryPageSaysSomething(manager);
        await Reported(manager);
    }

    /// <summary>The command line makes the first administrator, who makes the others.</summary>
    private async Task Begin()
    {
        var first = await Open(Screen.Desk);
        await Expect(first.Locator("main")).ToContainTextAsync("还没有用户");
        await World.Send(new AddUser.Command("first.admin", Secret, [Role.Administrator], Books: null, SubFund: null), Actors.Admin1);
        var admin = await SignedIn("first.admin");
        Assert.Equal("/users", new Uri(admin.Url).AbsolutePath);
        foreach (var (name, role) in new[] { ("mei.manager", "基金经理"), ("an.approver", "复核人") })
        {
            await admin.Locator("main summary").First.ClickAsync();
            await Fill(admin, ("用户名", name), ("初始密码", Secret));
            await admin.Locator("main form").GetByLabel(role).CheckAsync();
            await Press(admin, "新增用户");
            await Expect(admin.Locator(".ft-done")).ToContainTextAsync(name);
        }
    }

    private async Task<IPage> SignedIn(string user)
    {
        var page = await Open(Screen.Desk);
        await page.Locator("#user").FillAsync(user);
        await page.Locator("#password").FillAsync(Secret);
        await page.Locator("form .ft-primary").ClickAsync();
        await Ready(page);
        return page;
    }

    private static async Task MotherFund(IPage manager)
    {
        await Follow(manager, "main", "设立母基金");
        await Fill(manager, ("代码", "FIRST1"), ("中文名称", "首期母基金"), ("组织形式", "公司制"), ("目标规模", "5亿"), ("设立日", "2026-01-05"));
        await Press(manager, "设立");
        await Expect(manager.Locator("main h1")).ToContainTextAsync("首期母基金");
    }

    private static async Task Shareholder(IPage manager, IPage approver, string code, string name, string kind, string amount)
    {
        await Go(manager, "/register/investor");
        await Fill(manager, ("代码", code), ("中文名称", name), ("出资人类别", kind), ("起始日", "2026-01-05"));
        if (kind == "财政") await Fill(manager, ("财政级次", "区县"));
        await Attach(manager, "章程.pdf");
        await Press(manager, "登记");
        await Expect(manager.Locator(".ft-done")).ToContainTextAsync(name);
        await Follow(manager, ".ft-done", "记录其认缴");
        await Fill(manager, ("认缴额", amount), ("生效日", "2026-01-05"));
        await Press(manager, "提交审批");
        await Expect(manager.Locator(".ft-done")).ToContainTextAsync("等待另一人批准");
        await Go(approver, "/approvals");
        await Expect(approver.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "附件" })).ToBeVisibleAsync();
        await ApproveAll(approver);
    }

    private static async Task Plan(IPage manager, IPage approver)
    {
        await Go(manager, "/fund");
        await Press(manager, "编制出资计划");
        await Expect(manager.Locator(".ft-done")).ToContainTextAsync("待他人批准");
        await ApproveAll(approver);
        foreach (var (amount, day) in new[] { ("1亿", "2026-02-02"), ("4亿", "2027-02-01") })
        {
            await Go(manager, "/fund");
            await manager.Locator("main details summary").Filter(new LocatorFilterOptions { HasText = "增加一期" }).ClickAsync();
            await Fill(manager, ("计划金额", amount), ("计划日", day));
            await Press(manager, "增加一期");
            await Expect(manager.Locator(".ft-done")).ToContainTextAsync("待他人批准");
            await ApproveAll(approver);
        }
    }

    /// <summary>A call for an investment and a fee is drafted, approved, issued, and paid in full by everybody.</summary>
    private static async Task CalledAndPaid(IPage manager, IPage approver, string from, string link, string amount, params string[] investors)
    {
        await Go(manager, from);
        await Follow(manager, "main", link);
        await Fill(manager, ("金额", amount), ("通知日", "2026-02-02"), ("缴款到期日", "2026-03-02"));
        await Press(manager, "再加一笔");
        var fee = manager.Locator("main form .ft-row").Nth(1);
        await fee.GetByLabel("用途").SelectOptionAsync("ManagementFee");
        await fee.GetByLabel("金额").FillAsync("1000000");
        await fee.GetByLabel("金额").BlurAsync();
        await Press(manager, "提交审批");
        await Expect(State(manager)).ToContainTextAsync("待审批");
        var address = new Uri(manager.Url).AbsolutePath;

        await Go(approver, address);
        await Press(approver, "批准");
        await Expect(State(approver)).ToContainTextAsync("已批准");
        await Press(approver, "发出");
        await Expect(State(approver)).ToContainTextAsync("逾期");

        foreach (var investor in investors)
        {
            await Go(manager, address);
            await Row(manager, investor).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "记录到账" }).ClickAsync();
            await Fill(manager, ("到账日", "2026-02-20"));
            await Press(manager, "提交审批");
            await Expect(manager.Locator(".ft-done")).ToContainTextAsync("到账已记录");
            await ApproveAll(approver);
        }

        await Go(manager, address);
        await Expect(State(manager)).ToContainTextAsync("足额到账");
    }

    private static async Task SubFund(IPage manager, IPage approver)
    {
        await Go(manager, "/sub-funds");
        await Follow(manager, "main", "设立子基金");
        await Fill(manager, ("代码", "SUB1"), ("中文名称", "首只子基金"), ("设立日", "2026-01-20"), ("组织形式", "合伙制"), ("基金类别", "主题"));
        await Attach(manager, "合伙协议.pdf");
        await Press(manager, "建档");
        await Follow(manager, ".ft-done", "对其认缴");
        await Fill(manager, ("认缴额", "6000万"), ("生效日", "2026-01-20"));
        await Press(manager, "提交审批");
        await Expect(manager.Locator(".ft-done")).ToContainTextAsync("等待另一人批准");
        await ApproveAll(approver);
    }

    private static async Task Invested(IPage manager, IPage approver)
    {
        await Go(manager, "/companies");
        await Follow(manager, "main", "登记企业");
        await Fill(manager, ("代码", "FIRM1"), ("中文名称", "示例企业 902"), ("统一社会信用代码", CreditCode), ("行业", "半导体"), ("所在地", "区内"), ("起始日", "2026-02-01"));
        await Press(manager, "登记");
        await Follow(manager, ".ft-done", "记录融资轮次");
        await Fill(manager, ("轮次", "A轮"), ("交割日", "2026-03-10"), ("融资总额", "1亿"), ("基金", "首只子基金"), ("投资额", "1000万"));
        await Press(manager, "提交审批");
        await Expect(manager.Locator(".ft-done")).ToContainTextAsync("等待另一人批准");
        await ApproveAll(approver);
        await Go(manager, "/record/valuation?company=FIRM1&fund=SUB1");
        await Fill(manager, ("公允价值", "1200万"), ("估值日", "2026-03-31"), ("方法", "最近融资价格"), ("来源", "示例：管理人季报"));
        await Press(manager, "提交审批");
        await Expect(manager.Locator(".ft-done")).ToContainTextAsync("等待另一人批准");
        await Go(manager, "/record/nav?fund=SUB1");
        await Fill(manager, ("资产净值", "3300万"), ("估值日", "2026-03-31"), ("来源", "示例：管理人季报"));
        await Press(manager, "提交审批");
        await Expect(manager.Locator(".ft-done")).ToContainTextAsync("等待另一人批准");
        await ApproveAll(approver);
    }

    /// <summary>No page fails or refuses, whatever it has not got yet.</summary>
    private async Task EveryPageSaysSomething(IPage manager)
    {
        var wrong = new List<string>();
        foreach (var address in host.Pages().Where(IsForManagers))
        {
            await Go(manager, address);
            var alerts = await manager.Locator("main .mud-alert, main .ft-alert").AllInnerTextsAsync();
            wrong.AddRange(alerts.Select(alert => $"{address}: {alert}"));
            if (address is "/" or "/fund" or "/committee" or "/evaluations") await Picture(manager, "first" + address.Replace('/', '-'));
        }

        Assert.Empty(wrong);
    }

    private static bool IsForManagers(string pattern) =>
        !pattern.Contains('{', StringComparison.Ordinal) && pattern is not ("/sign-in" or "/error" or "/not-found" or "/users" or "/indices");

    /// <summary>The report of the running quarter, in which nothing happened, tells where the fund stands.</summary>
    private static async Task Reported(IPage manager)
    {
        await Go(manager, "/reports");
        var link = manager.Locator("main a[download]");
        var download = await manager.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        using var report = PdfDocument.Open(await download.PathAsync());
        var text = string.Join('\n', report.GetPages().Select(one => one.Text));
        Assert.Contains("首期母基金", text, StringComparison.Ordinal);
        Assert.Contains("首只子基金", text, StringComparison.Ordinal);
    }

    private static ILocator State(IPage page) => page.Locator(".ft-form-title .ft-state");

    private static async Task Follow(IPage page, string within, string name)
    {
        var link = page.Locator(within).GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = name, Exact = true }).First;
        var address = await link.GetAttributeAsync("href");
        await link.ClickAsync();
        await page.WaitForURLAsync("**" + address!.Split('?')[0] + "*", new PageWaitForURLOptions { WaitUntil = WaitUntilState.Commit });
        await Ready(page);
    }

    private static async Task ApproveAll(IPage approver)
    {
        await Go(approver, "/approvals");
        var buttons = approver.Locator("main").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "批准", Exact = true });
        for (var left = await buttons.CountAsync(); left > 0; left--)
        {
            var reason = approver.Locator("main article").First.Locator("textarea");
            if (await reason.CountAsync() > 0)
            {
                await reason.First.FillAsync("管委会会议同意");
                await reason.First.BlurAsync();
            }

            await buttons.First.ClickAsync();
            await Expect(buttons).ToHaveCountAsync(left - 1);
        }

        await Expect(approver.Locator("main")).ToContainTextAsync("没有待审批");
    }
}
