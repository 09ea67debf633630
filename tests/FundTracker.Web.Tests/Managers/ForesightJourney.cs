using System.Text;
using FundTracker.Application.Funds;
using FundTracker.Application.Imports;
using FundTracker.Application.Records;
using FundTracker.Domain.Funds;
using FundTracker.Testing.Databases;
using FundTracker.Web.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FundTracker.Web.Tests.Managers;

/// <summary>What would breach a hard rule, recorded or in a file: the approver is told before, and approves it for a reason alone.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ForesightJourney(Chromium chromium, LiveHost host) : BrowserTests(chromium, host)
{
    private static readonly DateOnly Opened = new(2025, 1, 6);
    private readonly ManagersWorld world = new(host);

    [Fact]
    public async Task A_commitment_that_would_breach_a_hard_rule_takes_a_reason()
    {
        await world.SetUp();
        await world.Register(
            new OpenSubFund.Command(
                ManagersWorld.Fund, "FORESEEN1", "预判子基金", "Foreseen Fund", "CNY", Opened, LegalForm.Partnership, Stage: FundStage.Industry),
            Actors.Manager1);
        var voucher = await world.Send(
            new RecordCommitment.Command(ManagersWorld.Fund, "FORESEEN1", ManagersWorld.Fund, 20_000_000m, Opened), Actors.Manager1);
        var approver = await SignIn(Screen.Desk, "approver1");
        await world.LookAtIt(approver);
        await Go(approver, $"/vouchers/{voucher.Value}");
        var foreseen = approver.Locator("[data-foreseen]");
        await Expect(foreseen).ToContainTextAsync("L-04");
        await Expect(foreseen).ToContainTextAsync("100 %");
        await Picture(approver, "foreseen-voucher");
        await MustBeAccessible(approver);
        await Press(approver, "批准");
        await Expect(approver.GetByRole(AriaRole.Alert)).ToContainTextAsync("刚性规则");
        await approver.GetByLabel("仍予批准的理由").FillAsync("投委会第 3 号决议");
        await Press(approver, "批准");
        await Expect(approver.Locator(".ft-done")).ToContainTextAsync("已批准");
        await Expect(approver.Locator("main")).ToContainTextAsync("投委会第 3 号决议");
    }

    [Fact]
    public async Task A_file_that_would_breach_a_hard_rule_says_so_before_and_takes_a_reason()
    {
        await world.SetUp();
        await world.Register(
            new OpenSubFund.Command(
                ManagersWorld.Fund, "FORESEEN2", "文件子基金", "Filed Fund", "CNY", Opened, LegalForm.Partnership, Stage: FundStage.Industry),
            Actors.Manager1);
        var file = Encoding.UTF8.GetBytes($"ref,date,holder,fund,amount\nFC1,{Opened:yyyy-MM-dd},{ManagersWorld.Fund},FORESEEN2,30000000\n");
        await world.Send(new SubmitImport.Command(ManagersWorld.Fund, "Commitments.csv", file), Actors.Manager1);
        var approver = await SignIn(Screen.Desk, "approver1");
        await world.LookAtIt(approver);
        await Go(approver, "/imports");
        await Expect(approver.Locator("[data-foreseen]")).ToContainTextAsync("L-04");
        await Picture(approver, "foreseen-import");
        await MustBeAccessible(approver);
        await Press(approver, "批准");
        await Expect(approver.GetByRole(AriaRole.Alert)).ToContainTextAsync("刚性规则");
        await approver.GetByLabel("仍予批准的理由").FillAsync("投委会第 4 号决议");
        await Press(approver, "批准");
        await Expect(approver.Locator(".ft-done")).ToContainTextAsync("已记入 1 行");
        await Expect(approver.Locator("main")).ToContainTextAsync("投委会第 4 号决议");
    }

    private static Task Press(IPage page, string button) =>
        page.Locator("main").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = button, Exact = true }).ClickAsync();
}
