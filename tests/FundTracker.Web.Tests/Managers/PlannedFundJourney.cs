using FundTracker.Application.Committees;
using FundTracker.Domain.Committees;
using FundTracker.Testing.Databases;
using FundTracker.Web.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FundTracker.Web.Tests.Managers;

/// <summary>The planned thousand million for 建南南方合肥产业基金 is made real, on a day after the one that the demonstration shows.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PlannedFundJourney(Chromium chromium, LiveHost host) : ManagerJourney(chromium, host, "LUZHOU1")
{
    [Fact]
    public async Task The_planned_fund_is_committed_to_and_shows_in_unfunded_once_the_day_is_reached()
    {
        var (manager, approver) = (await Enter("manager1"), await Enter("approver1"));
        await Go(manager, "/fund");
        await manager.Locator(".ft-rows li").Filter(new LocatorFilterOptions { HasText = "建南南方合肥产业基金" })
            .GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "认缴", Exact = true }).ClickAsync();
        await Ready(manager);
        await Fill(manager, ("认缴额", "10亿"));
        await Expect(manager.Locator("main form")).ToContainTextAsync("取自所示的截至日");
        await Fill(manager, ("生效日", "2026-04-15"));
        await Expect(manager.Locator("main form")).ToContainTextAsync("晚于所示的 2026-03-31");
        await Attach(manager, "出资协议.pdf");
        await Press(manager, "提交审批");
        await Expect(manager.Locator(".ft-later")).ToContainTextAsync("晚于所示的 2026-03-31 生效");
        await Expect(manager.Locator(".ft-unseen")).ToHaveCountAsync(0);

        await Go(approver, new Uri(manager.Url).AbsolutePath);
        await Press(approver, "批准");
        await Expect(approver.Locator(".ft-alert").First).ToContainTextAsync("决议");
        await Resolve();
        await Approve(approver, new Uri(manager.Url).AbsolutePath);
        await Expect(approver.Locator(".ft-unseen")).ToContainTextAsync("不在所示的 2026-03-31 之内");
        await Picture(approver, "recorded-after-the-day-shown");
        await MustBeAccessible(approver);
        await approver.Locator(".ft-unseen").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "查看" }).ClickAsync();
        await Expect(approver.Locator(".ft-unseen")).ToHaveCountAsync(0);

        await Go(approver, "/sub-funds/JNNF");
        await Expect(Tile(approver, "认缴")).ToContainTextAsync("1,000,000,000.00");
        await Expect(Tile(approver, "未缴")).ToContainTextAsync("1,000,000,000.00");
        var planned = (await World.Figures(new DateOnly(2026, 4, 15)))["JNNF"];
        Assert.Equal(1_000_000_000m, planned.Unfunded.Value!.Amount);
    }

    /// <summary>The committee meets and resolves that the thousand million may be committed.</summary>
    private async Task Resolve()
    {
        var meeting = (await World.Send(new CallMeeting.Command("LUZHOU1", new DateOnly(2026, 4, 10), "会议室"), Actors.Manager1)).Number;
        await World.Send(
            new PutOnAgenda.Command(
                "LUZHOU1", meeting, "认缴建南南方合肥产业基金", null, MotionKind.Commitment, "JNNF", 1_000_000_000m,
                TextZh: "同意认缴 10 亿元。", TextEn: "One thousand million yuan may be committed."),
            Actors.Manager1);
        await World.Send(new BindPaper.Command("LUZHOU1", meeting, 1, "2025Q4"), Actors.Manager1);
        foreach (var member in new[] { Actors.Committee1, Actors.Committee2, Actors.Committee3 })
            await World.Send(new CastVote.Command("LUZHOU1", meeting, 1, Ballot.For), member);
        await World.Send(new DecideItem.Command("LUZHOU1", meeting, 1, []), Actors.Committee1);
    }
}
