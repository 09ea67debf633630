using FundTracker.Application.Funds;
using FundTracker.Application.Records;
using FundTracker.Application.Tolerance;
using FundTracker.Domain.Holdings;
using FundTracker.Domain.Tolerance;
using FundTracker.Domain.Values;
using FundTracker.Testing.Databases;
using FundTracker.Web.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FundTracker.Web.Tests.Managers;

/// <summary>A project fails, and what was known before its decision is put on record, approved, and told.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ToleranceJourney(Chromium chromium, LiveHost host) : ManagerJourney(chromium, host, "TOL1")
{
    [Fact]
    public async Task Due_diligence_is_recorded_approved_and_gains_a_version_and_the_fund_s_loss_stands_beside_it()
    {
        await World.SetUpWithCash();
        await World.Register(new RegisterCompany.Command(World.Code, "TOLCO", "示例失败企业", "Sample failure", new DateOnly(2026, 1, 6)), Actors.Manager1);
        await World.Post(new RecordInvestment.Command(World.Code, "TOLCO", "A", new DateOnly(2026, 2, 2), [new(World.Code, 10_000_000m)], null, ""));
        await World.Post(new RecordExit.Command(World.Code, World.Code, "TOLCO", ExitKind.WriteOff, new DateOnly(2026, 3, 2), 0m, 10_000_000m));
        var (manager, approver) = (await Enter("manager1"), await Enter("approver1"));
        await Go(manager, $"/tolerance/{World.Code}");
        await Expect(Row(manager, "示例失败企业")).ToContainTextAsync("无记录");
        await manager.Locator("summary", new PageLocatorOptions { HasText = "登记尽职调查记录" }).ClickAsync();
        await Fill(manager, ("被投企业或子基金", "TOLCO"), ("决策日", "2026-01-30"), ("所知日期", "2026-01-20"), ("调查人（岗位或机构）", "投资团队"), ("已知情况", "样机通过检测"));
        foreach (var item in await manager.Locator("main form select:has(option[value=Yes])").AllAsync()) await item.SelectOptionAsync("Yes");
        await Fill(manager, ("团队", "否"));
        await Attach(manager, "尽调报告.pdf");
        await Press(manager, "提交");
        await Expect(manager.Locator("main form").GetByRole(AriaRole.Alert)).ToContainTextAsync("“团队”答“否”时须说明情况");
        await Fill(manager, ("团队：说明", "缺生产负责人"));
        await Press(manager, "提交");
        await Expect(manager.Locator(".ft-waiting")).ToContainTextAsync("样机通过检测");

        await Go(approver, $"/tolerance/{World.Code}");
        await approver.Locator(".ft-waiting").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "批准", Exact = true }).ClickAsync();
        await Expect(approver.Locator(".ft-done")).ToContainTextAsync("已登记");
        await Expect(Row(approver, "示例失败企业")).ToContainTextAsync("事后补录");
        await Expect(Tile(approver, "整体亏损率")).ToContainTextAsync("100.00 %");
        await approver.Locator("main article summary").ClickAsync();
        await Expect(approver.Locator("main article")).ToContainTextAsync("缺生产负责人");
        await Picture(approver, "tolerance-recorded");
        await MustBeAccessible(approver);
        await Press(approver, "补充一个版本");
        await Expect(Field(approver, "团队：说明")).ToHaveValueAsync("缺生产负责人");

        var fund = await World.Send(new GetFundTolerance.Query(World.Code, World.Code, ShownDay), Actors.Auditor1);
        var version = Assert.Single(Assert.Single(fund.Records).Versions);
        Assert.Equal((DutyState.After, 1, 1), (fund.Records[0].Duty, version.Entry.Documents.Count, version.Content.Count(DiligenceAnswer.No)));
    }
}
