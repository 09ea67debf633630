using FundTracker.Application.Committees;
using FundTracker.Application.Funds;
using FundTracker.Application.Plans;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Committees;
using FundTracker.Domain.Ledgers;
using FundTracker.Testing.Databases;
using FundTracker.Web.Tests.Browser;
using FundTracker.Web.Tests.Managers;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FundTracker.Web.Tests.Committees;

/// <summary>The second phase of a plan is called before the first was paid in: its gate refuses, the committee resolves, the call passes.</summary>
[Collection(BrowserCollection.Name)]
public sealed class TrancheJourney(Chromium chromium, LiveHost host) : ManagerJourney(chromium, host, "TRIOGT")
{
    private static readonly DateOnly SetUpOn = new(2025, 2, 3);

    [Fact]
    public async Task A_phase_refused_by_its_gate_is_released_by_a_resolution_that_names_its_call()
    {
        await Plan();
        var (manager, approver) = (await Enter("manager1"), await Enter("approver1"));
        var call = await Drafted(manager);
        await Refused(approver, call);

        var meeting = await OnTheAgenda(manager);
        foreach (var (member, ballot, words) in new[] { ("committee1", "同意", ""), ("committee2", "同意", ""), ("committee3", "反对", "应先催缴首期") })
            await Votes(await Enter(member), meeting, ballot, words);
        var chair = await Enter("committee1");
        await Go(chair, meeting);
        await chair.Locator("summary", new PageLocatorOptions { HasText = "结束表决" }).ClickAsync();
        await Press(chair, "结束表决");
        await Says(chair, "通过：决议");
        await Picture(chair, "tranche-resolved");
        await MustBeAccessible(chair);

        await Go(approver, call);
        await Reason(approver).FillAsync("管委会决议同意先行缴付第二期");
        await Press(approver, "批准");
        await Expect(approver.Locator(".ft-form-title .ft-state")).ToContainTextAsync("已批准");
        var number = (await World.Send(new GetMeeting.Query(World.Code, 1, ShownDay), Actors.Manager1)).Meeting.Items[0].Resolution!;
        await Expect(approver.Locator(".ft-timeline")).ToContainTextAsync(number);
        await Picture(approver, "tranche-released");
        await MustBeAccessible(approver);
    }

    /// <summary>Two phases, the second behind a gate, and a committee whose resolution an override needs.</summary>
    private async Task Plan()
    {
        await World.SetUp();
        await World.Post(new DrawUpPlan.Command(World.Code, World.Code, Rolling: false));
        await World.Post(new AddTranche.Command(World.Code, World.Code, new DateOnly(2026, 1, 15), 300_000_000m, 2026, []));
        await World.Post(new AddTranche.Command(
            World.Code, World.Code, new DateOnly(2026, 3, 20), 200_000_000m, 2026, [],
            Gates: [new AddTranche.GateTerms("首期到账过半", ConditionKind.EarlierPaidIn, "50")]));
        foreach (var (member, office) in new[]
                 {
                     ("committee1", CommitteeOffice.Chair), ("committee2", CommitteeOffice.Member), ("committee3", CommitteeOffice.Member),
                 })
        {
            await World.Send(new AppointMember.Command(World.Code, member, office, SetUpOn), Actors.Approver1);
        }

        await World.Post(new StateFact.Command(World.Code, World.Code, FactNames.ResolutionNeeded, "override", SetUpOn));
    }

    private static async Task<string> Drafted(IPage manager)
    {
        await Go(manager, "/calls/new");
        await Fill(manager, ("期", "2"), ("金额", "2亿"), ("通知日", "2026-03-02"), ("缴款到期日", "2026-03-30"));
        await Expect(manager.Locator(".ft-warning")).ToContainTextAsync("首期到账过半");
        await Press(manager, "提交审批");
        await Expect(manager.Locator(".ft-form-title .ft-state")).ToContainTextAsync("待审批");
        return new Uri(manager.Url).AbsolutePath;
    }

    /// <summary>Without a reason the gate refuses with the gap in figures; with one the override asks for its resolution.</summary>
    private async Task Refused(IPage approver, string call)
    {
        await Go(approver, call);
        await Press(approver, "批准");
        await Expect(approver.Locator(".ft-alert").First).ToContainTextAsync("首期到账过半");
        await Expect(approver.Locator(".ft-alert").First).ToContainTextAsync("150,000,000.00");
        await Picture(approver, "tranche-refused");
        await Reason(approver).FillAsync("急用");
        await Press(approver, "批准");
        await Expect(approver.Locator(".ft-alert").First).ToContainTextAsync("突破拨付条件");
        await Expect(approver.Locator(".ft-form-title .ft-state")).ToContainTextAsync("待审批");
    }

    private static async Task<string> OnTheAgenda(IPage manager)
    {
        await Go(manager, "/committee");
        await manager.Locator("summary", new PageLocatorOptions { HasText = "召集会议" }).ClickAsync();
        await Fill(manager, ("日期", "2026-03-20"), ("地点", "会议室"));
        await Press(manager, "召集会议");
        await Says(manager, "已召集第 1 次会议");
        await Go(manager, "/committee/1");
        await manager.Locator("summary", new PageLocatorOptions { HasText = "提交议题" }).ClickAsync();
        await Fill(manager, ("类别", "突破拨付条件"));
        await Fill(manager, ("中文标题", "第二期先行缴付"), ("出资通知", "第 1 次缴款"), ("决议文本（中文）", "同意第二期先行缴付。"));
        await Press(manager, "提交议题");
        await Says(manager, "议题 1 已列入议程");
        await manager.Locator("summary", new PageLocatorOptions { HasText = "提交材料" }).ClickAsync();
        await Attach(manager, "用款说明.pdf");
        await Press(manager, "提交材料");
        await Says(manager, "材料已绑定");
        return "/committee/1";
    }

    private static async Task Votes(IPage member, string meeting, string ballot, string words)
    {
        await Go(member, meeting);
        await Fill(member, ("表决意见", ballot), ("保留意见或说明", words));
        await Press(member, "表决");
        await Says(member, "已表决");
    }

    private static ILocator Reason(IPage page) => page.Locator("main").GetByLabel("条件未满足仍批准的理由");

    private static Task Says(IPage page, string sentence) => Expect(page.Locator(".ft-done")).ToContainTextAsync(sentence);
}
