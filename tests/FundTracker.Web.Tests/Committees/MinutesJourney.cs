using FundTracker.Application.Committees;
using FundTracker.Application.Evaluations;
using FundTracker.Domain.Committees;
using FundTracker.Domain.Ledgers;
using FundTracker.Testing.Databases;
using FundTracker.Web.Tests.Browser;
using FundTracker.Web.Tests.Managers;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FundTracker.Web.Tests.Committees;

/// <summary>A meeting with a carried and a lost motion, each with conditions that members asked for, until its minutes are closed.</summary>
[Collection(BrowserCollection.Name)]
public sealed class MinutesJourney(Chromium chromium, LiveHost host) : ManagerJourney(chromium, host, "TRIOCM")
{
    private static readonly DateOnly MeetsOn = new(2026, 3, 20);

    [Fact]
    public async Task Conditions_of_a_carried_motion_become_tasks_of_their_own_and_those_of_a_lost_one_stay_words()
    {
        var meeting = await Meeting();
        var chair = await Enter("committee1");
        await Go(chair, $"/committee/{meeting}");
        var lost = Card(chair, "2.");
        await lost.Locator("summary", new LocatorLocatorOptions { HasText = "结束表决" }).ClickAsync();
        await Expect(lost).ToContainTextAsync("不成为待办事项");
        await Expect(lost.GetByLabel(Whole("责任人（账号）"))).ToHaveCountAsync(0);
        await Picture(chair, "vote-lost-with-condition");
        await Close(lost);
        await Says(chair, "未通过：决议");
        await Expect(Card(chair, "2.")).ToContainTextAsync("先看审计报告");
        await Expect(Card(chair, "2.")).ToContainTextAsync("时机不成熟");

        await Carried(chair);
        await Press(chair, "纪要定稿");
        await Says(chair, "纪要已定稿");
        var open = (await World.Send(new ListMeetings.Query(World.Code, ShownDay), Actors.Manager1)).OpenConditions
            .Where(condition => condition.Meeting == meeting).ToList();
        Assert.Equal(
            [("manager1", "committee1"), ("manager2", "committee2"), ("approver1", "")], open.Select(condition => (condition.Owner, condition.AskedBy)));
        Assert.Equal([new DateOnly(2026, 4, 30), new DateOnly(2026, 5, 31), new DateOnly(2026, 6, 30)], open.Select(condition => condition.DueDate));
    }

    [Fact]
    public async Task A_vote_cast_since_the_page_was_drawn_is_seen_before_the_vote_is_closed()
    {
        var meeting = await Called();
        await World.Send(new PutOnAgenda.Command(World.Code, meeting, "更换托管行", null, MotionKind.Other, TextZh: "同意。"), Actors.Manager1);
        await World.Send(new CastVote.Command(World.Code, meeting, 1, Ballot.For), Actors.Committee1);
        await World.Send(new CastVote.Command(World.Code, meeting, 1, Ballot.Abstain), Actors.Committee2);
        var chair = await Enter("committee1");
        await Go(chair, $"/committee/{meeting}");
        var card = Card(chair, "1.");
        await card.Locator("summary", new LocatorLocatorOptions { HasText = "结束表决" }).ClickAsync();
        await Expect(card).ToContainTextAsync("本议题将不通过");
        await World.Send(new CastVote.Command(World.Code, meeting, 1, Ballot.For, null, "比选三家"), Actors.Committee3);

        await Close(card);
        await Expect(card.Locator(".ft-alert").First).ToContainTextAsync("比选三家");
        await Condition(card, 1, "manager1", "2026-04-30");
        await Close(card);
        await Says(chair, "通过：决议");
    }

    [Fact]
    public async Task A_motion_to_seal_is_put_by_choosing_an_open_evaluation()
    {
        await World.SetUp();
        var meeting = (await World.Send(new CallMeeting.Command(World.Code, MeetsOn, "会议室"), Actors.Manager1)).Number;
        await World.Send(new OpenEvaluation.Command(World.Code, World.Code, "district", Year: 2025), Actors.Committee1);
        var manager = await Enter("manager1");
        await Go(manager, $"/committee/{meeting}");
        await manager.Locator("summary", new PageLocatorOptions { HasText = "提交议题" }).ClickAsync();
        await Fill(manager, ("类别", "绩效评价定档"));
        await Fill(manager, ("中文标题", "2025 年度评价定档"), ("绩效评价", "庐阳区母子基金绩效评价"), ("决议文本（中文）", "同意定档。"));
        await Picture(manager, "sealing-motion");
        await Press(manager, "提交议题");
        await Says(manager, "议题 1 已列入议程");
        var item = Assert.Single((await World.Send(new GetMeeting.Query(World.Code, meeting, ShownDay), Actors.Manager1)).Meeting.Items);
        Assert.Equal("evaluation/district/2025", item.Reference);
    }

    [Fact]
    public async Task A_tolerance_of_a_class_and_a_rule_of_the_committee_are_stated_with_their_forms_before_the_eyes()
    {
        await World.SetUp();
        var manager = await Enter("manager1");
        await Go(manager, "/record/fact");
        await Fill(manager, ("对象", "三方母基金"), ("属性", "须经决议的审批事项"), ("取值", "everything"));
        await Expect(manager.Locator("main form")).ToContainTextAsync("commitment>=100000000,override,sealing");
        await Picture(manager, "fact-form");
        await Press(manager, "记录");
        await Expect(manager.Locator("main [role=alert]").First).ToContainTextAsync("如 commitment>=100000000,override,sealing");

        await Fill(manager, ("属性", "亏损容忍度（%）"));
        await Fill(manager, ("适用于", "天使类基金"), ("取值", "30"));
        await MustBeAccessible(manager);
        await Press(manager, "记录");
        await manager.WaitForURLAsync("**/vouchers/*");
        await Expect(manager.Locator("main")).ToContainTextAsync("亏损容忍度（%） 天使类基金");
    }

    [Fact]
    public async Task A_figure_of_the_last_meeting_opens_its_trail_as_of_then_and_as_known_then()
    {
        var page = await SignIn(Screen.Desk, "committee1");
        var last = (await World.Send(new GetCockpit.Query("LUZHOU1", ShownDay), Actors.Committee1)).Last!;
        var row = page.Locator("section[aria-labelledby=since-title] tbody tr").First;
        await row.Locator(".ft-figure").First.ClickAsync();
        var foot = page.Locator("aside.ft-trail .ft-trail-foot");
        await Expect(foot).ToContainTextAsync($"截至 {last.AsOf:yyyy-MM-dd}");
        var then = await foot.InnerTextAsync();
        await Picture(page, "trail-as-of-the-meeting");
        await page.Keyboard.PressAsync("Escape");
        await row.Locator(".ft-figure").Last.ClickAsync();
        await Expect(foot).ToContainTextAsync($"截至 {ShownDay:yyyy-MM-dd}");
        var now = await foot.InnerTextAsync();
        Assert.NotEqual(KnownAt(then), KnownAt(now));
    }

    /// <summary>Two motions on which all members have voted: the first has two of three in favour and two conditions, the second one of three.</summary>
    private async Task<int> Meeting()
    {
        var meeting = await Called();
        foreach (var title in new[] { "投后安排", "追加费用" })
            await World.Send(new PutOnAgenda.Command(World.Code, meeting, title, null, MotionKind.Other, TextZh: "同意。"), Actors.Manager1);
        await World.Send(new CastVote.Command(World.Code, meeting, 1, Ballot.For, null, "报送用款计划"), Actors.Committee1);
        await World.Send(new CastVote.Command(World.Code, meeting, 1, Ballot.For, null, "聘请审计机构"), Actors.Committee2);
        await World.Send(new CastVote.Command(World.Code, meeting, 1, Ballot.Against, "金额偏大"), Actors.Committee3);
        await World.Send(new CastVote.Command(World.Code, meeting, 2, Ballot.For, null, "先看审计报告"), Actors.Committee1);
        await World.Send(new CastVote.Command(World.Code, meeting, 2, Ballot.Against, "时机不成熟"), Actors.Committee2);
        await World.Send(new CastVote.Command(World.Code, meeting, 2, Ballot.Abstain), Actors.Committee3);
        return meeting;
    }

    /// <summary>A meeting that is called, and a committee of three.</summary>
    private async Task<int> Called()
    {
        await World.SetUp();
        foreach (var (member, office) in new[]
                 {
                     ("committee1", CommitteeOffice.Chair), ("committee2", CommitteeOffice.Member), ("committee3", CommitteeOffice.Member),
                 })
        {
            await World.Send(new AppointMember.Command(World.Code, member, office, new DateOnly(2025, 2, 3)), Actors.Approver1);
        }

        return (await World.Send(new CallMeeting.Command(World.Code, MeetsOn, "会议室"), Actors.Manager1)).Number;
    }

    private async Task Carried(IPage chair)
    {
        var card = Card(chair, "1.");
        await card.Locator("summary", new LocatorLocatorOptions { HasText = "结束表决" }).ClickAsync();
        await Expect(card).ToContainTextAsync("报送用款计划");
        await card.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "增加一项条件" }).ClickAsync();
        await Close(card);
        await Expect(card.Locator(".ft-field-problem").First).ToBeVisibleAsync();
        await Condition(card, 1, "manager1", "2026-04-30");
        await Condition(card, 2, "manager2", "2026-05-31");
        await card.Locator("fieldset").Nth(2).GetByLabel(Whole("条件内容")).FillAsync("实地走访园区");
        await Condition(card, 3, "approver1", "2026-06-30");
        await Picture(chair, "vote-carried-with-conditions");
        await MustBeAccessible(chair);
        await chair.SetViewportSizeAsync(Screen.Phone.Width, Screen.Phone.Height);
        await Picture(chair, "vote-carried-with-conditions-phone");
        await chair.SetViewportSizeAsync(Screen.Desk.Width, Screen.Desk.Height);
        await Close(card);
        // The words about the lost motion end alike.
        await Expect(chair.Locator(".ft-done")).Not.ToContainTextAsync("未通过");
        await Says(chair, "通过：决议");
    }

    private static async Task Condition(ILocator card, int number, string owner, string due)
    {
        var row = card.Locator("fieldset").Nth(number - 1);
        await row.GetByLabel(Whole("责任人（账号）")).SelectOptionAsync(owner);
        await row.GetByLabel(Whole("期限")).FillAsync(due);
        await row.GetByLabel(Whole("期限")).BlurAsync();
    }

    private static Task Close(ILocator card) =>
        card.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "结束表决", Exact = true }).ClickAsync();

    private static ILocator Card(IPage page, string number) =>
        page.Locator("section.ft-card").Filter(new LocatorFilterOptions { Has = page.Locator("h2", new PageLocatorOptions { HasText = number }) });

    private static string KnownAt(string foot) => foot.Split('，')[1].Split('·')[0];

    private static Task Says(IPage page, string sentence) => Expect(page.Locator(".ft-done")).ToContainTextAsync(sentence);
}
