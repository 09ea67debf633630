using FundTracker.Application.Approvals;
using FundTracker.Application.CapitalCalls;
using FundTracker.Application.Documents;
using FundTracker.Application.Figures;
using FundTracker.Application.Funds;
using FundTracker.Application.Plans;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Values;
using FundTracker.Testing.Databases;
using static FundTracker.Application.Tests.World;

namespace FundTracker.Application.Tests.Plans;

/// <summary>Contribution plans, through the dispatcher.</summary>
public sealed class PlanTests
{
    [Fact]
    public async Task Phases_show_what_was_planned_called_and_paid()
    {
        await using var world = await Planned();
        var call = await world.Draft(Mf, 100m, tranche: 1);
        await world.Post(new TickCondition.Command(Mf, Mf, Tranche: 1, Condition: 1, "letter 17 of the bureau"));
        await world.Must(new SubmitCapitalCall.Command(Mf, call));
        await world.Must(new ApproveCapitalCall.Command(Mf, call), Actors.Approver1);
        await world.Must(new IssueCapitalCall.Command(Mf, call));
        await world.Pay(call, "FIN", 60m);
        await world.Fund(Mf, 50m, "2023-04-01", ("FIN", 30m));

        var plan = await world.Must(new GetPlan.Query(Mf, Mf, Day("2023-12-31")));
        Assert.Equal([1, 2, 0], plan.Phases.Select(phase => phase.Number));
        Assert.Equal((Yuan(200m), Yuan(100m), Yuan(60m)), (plan.Phases[0].Planned, plan.Phases[0].Called.Value, plan.Phases[0].Paid.Value));
        Assert.Equal((Yuan(500m), Yuan(150m), Yuan(90m)), (plan.Planned, plan.Called, plan.Paid));
        Assert.True(plan.Conditions[0].IsMet);
        Assert.Equal("letter 17 of the bureau", plan.Conditions[0].Evidence);
    }

    [Fact]
    public async Task What_was_called_and_paid_under_a_phase_opens_with_its_lines()
    {
        await using var world = await Planned();
        var call = await world.Draft(Mf, 100m, tranche: 1);
        await world.Post(new TickCondition.Command(Mf, Mf, Tranche: 1, Condition: 1, "letter 17 of the bureau"));
        await world.Must(new SubmitCapitalCall.Command(Mf, call));
        await world.Must(new ApproveCapitalCall.Command(Mf, call), Actors.Approver1);
        await world.Must(new IssueCapitalCall.Command(Mf, call));
        await world.Pay(call, "FIN", 60m);
        await world.Fund(Mf, 50m, "2023-04-01", ("FIN", 30m));

        foreach (var phase in (await world.Must(new GetPlan.Query(Mf, Mf, Day("2023-12-31")))).Phases)
        {
            foreach (var figure in (Figure<Money>[])[phase.Called, phase.Paid])
            {
                var opened = (await world.Must(new GetTrail.Query(Mf, figure.Id.ToString(), Day("2023-12-31")))).Figure;
                Assert.Equal(figure.Value, opened.Figure.Value);
                Assert.Equal(figure.Require().MinorUnits, opened.Lines.SelectMany(lines => lines.Shown).Sum(line => line.Amount.MinorUnits));
            }
        }

        await world.Refuses("pipeline.notFound", new GetTrail.Query(Mf, "phase.paid@MF/phase:7", Day("2023-12-31")));
    }

    [Fact]
    public async Task A_call_on_a_phase_with_conditions_that_are_not_ticked_needs_a_reasoned_override()
    {
        await using var world = await Planned();
        var call = await world.Draft(Mf, 100m, tranche: 1);
        await world.Must(new SubmitCapitalCall.Command(Mf, call));
        var error = await world.Refuses("call.conditionsNotMet", new ApproveCapitalCall.Command(Mf, call), Actors.Approver1);
        Assert.Contains(("conditions", (object)"budget approved"), error.Args);
        await world.Must(new ApproveCapitalCall.Command(Mf, call, "resolution 3 of the committee"), Actors.Approver1);
        Assert.Equal("resolution 3 of the committee", (await world.Call(call)).Steps.OverrideReason);
    }

    [Fact]
    public async Task A_condition_is_ticked_once_and_with_evidence()
    {
        await using var world = await Planned();
        await world.Refuses("plan.evidenceMissing", new TickCondition.Command(Mf, Mf, 1, 1, " "));
        await world.Refuses("plan.noSuchCondition", new TickCondition.Command(Mf, Mf, 1, 2, "letter"));
        await world.Post(new TickCondition.Command(Mf, Mf, 1, 1, "letter"));
        await world.Refuses("plan.tickedBefore", new TickCondition.Command(Mf, Mf, 1, 1, "another letter"));
    }

    [Fact]
    public async Task A_tick_names_only_a_document_of_the_same_books()
    {
        await using var world = await Planned();
        await world.Refuses("pipeline.notFound", new TickCondition.Command(Mf, Mf, 1, 1, "letter", new DocumentId(12345)));
        var paper = await world.Must(new AttachDocument.Command(Mf, "letter.txt", "approved"u8.ToArray()));
        await world.Post(new TickCondition.Command(Mf, Mf, 1, 1, "letter", paper));
        Assert.Equal(paper, (await world.Must(new GetPlan.Query(Mf, Mf, Day("2023-12-31")))).Conditions[0].Document);
    }

    [Fact]
    public async Task A_tick_is_not_known_before_it_was_approved()
    {
        await using var world = await Planned();
        var tick = await world.Must(new TickCondition.Command(Mf, Mf, 1, 1, "letter"));
        world.Host.Clock.Advance(TimeSpan.FromHours(1));
        var before = Stamp.From(world.Host.Clock.GetUtcNow());
        Assert.False((await world.Must(new GetPlan.Query(Mf, Mf, Day("2023-12-31")))).Conditions[0].IsMet);
        world.Host.Clock.Advance(TimeSpan.FromHours(1));
        await world.Approve(tick);
        Assert.False((await world.Must(new GetPlan.Query(Mf, Mf, Day("2023-12-31"), before))).Conditions[0].IsMet);
        var now = (await world.Must(new GetPlan.Query(Mf, Mf, Day("2023-12-31")))).Conditions[0];
        Assert.Equal((true, "manager1", "approver1"), (now.IsMet, now.TickedBy, now.ApprovedBy));
    }

    [Fact]
    public async Task A_call_is_held_back_by_a_condition_whose_tick_still_waits()
    {
        await using var world = await Planned();
        var call = await world.Draft(Mf, 100m, tranche: 1);
        await world.Must(new SubmitCapitalCall.Command(Mf, call));
        var tick = await world.Must(new TickCondition.Command(Mf, Mf, 1, 1, "letter"));
        await world.Refuses("call.conditionsNotMet", new ApproveCapitalCall.Command(Mf, call), Actors.Approver1);
        await world.Approve(tick);
        await world.Must(new ApproveCapitalCall.Command(Mf, call), Actors.Approver1);
    }

    [Fact]
    public async Task Who_records_a_plan_a_phase_or_a_tick_does_not_approve_it()
    {
        await using var world = await Committed();
        var plan = await world.Must(new DrawUpPlan.Command(Mf, Mf, Rolling: true), Actors.Approver1);
        await world.Refuses("approval.samePerson", new ApproveVoucher.Command(Mf, plan), Actors.Approver1);
        await world.Refuses("pipeline.notFound", new AddTranche.Command(Mf, Mf, Day("2023-02-15"), 200m, 2023, []));
        await world.Must(new ApproveVoucher.Command(Mf, plan), Actors.Approver2);
        var phase = await world.Must(new AddTranche.Command(Mf, Mf, Day("2023-02-15"), 200m, 2023, ["budget approved"]), Actors.Approver1);
        await world.Refuses("approval.samePerson", new ApproveVoucher.Command(Mf, phase), Actors.Approver1);
        Assert.Empty((await world.Must(new GetPlan.Query(Mf, Mf, Day("2023-12-31")))).Phases);
        await world.Must(new ApproveVoucher.Command(Mf, phase), Actors.Approver2);
        var tick = await world.Must(new TickCondition.Command(Mf, Mf, 1, 1, "letter"), Actors.Approver1);
        await world.Refuses("approval.samePerson", new ApproveVoucher.Command(Mf, tick), Actors.Approver1);
    }

    [Fact]
    public async Task What_waits_for_a_plan_is_shown_on_the_fund_and_judged_again_when_approved()
    {
        await using var world = await Planned();
        var first = await world.Must(new TickCondition.Command(Mf, Mf, 1, 1, "letter"));
        var second = await world.Must(new TickCondition.Command(Mf, Mf, 1, 1, "another letter"));
        var pending = (await world.Must(new GetFund.Query(Mf, Mf, Day("2023-12-31")))).Pending;
        Assert.Equal([first, second], pending.Select(voucher => voucher.Id));
        Assert.Equal(("budget approved", "letter"), (pending[0].Steps[0].Condition, pending[0].Steps[0].Evidence));
        await world.Approve(first);
        await world.Refuses("plan.tickedBefore", new ApproveVoucher.Command(Mf, second), Actors.Approver1);

        var late = await world.Must(new AddTranche.Command(Mf, Mf, Day("2024-01-31"), 1m, BudgetYear: null, []));
        await world.Post(new AddTranche.Command(Mf, Mf, Day("2024-06-30"), 1m, BudgetYear: null, []));
        await world.Refuses("plan.outOfOrder", new ApproveVoucher.Command(Mf, late), Actors.Approver1);
        var twice = await world.Must(new DrawUpPlan.Command(Mf, "SUB", Rolling: false));
        await world.Post(new DrawUpPlan.Command(Mf, "SUB", Rolling: true));
        await world.Refuses("plan.exists", new ApproveVoucher.Command(Mf, twice), Actors.Approver1);
    }

    [Fact]
    public async Task Phases_come_in_the_order_of_their_dates_and_above_zero()
    {
        await using var world = await Planned();
        await world.Refuses("plan.outOfOrder", new AddTranche.Command(Mf, Mf, Day("2023-12-30"), 1m, BudgetYear: null, []));
        await world.Refuses("input.notPositive", new AddTranche.Command(Mf, Mf, Day("2025-01-01"), 0m, BudgetYear: null, []));
    }

    [Fact]
    public async Task A_fund_has_one_plan()
    {
        await using var world = await Planned();
        await world.Refuses("plan.exists", new DrawUpPlan.Command(Mf, Mf, Rolling: false));
        await world.Refuses("pipeline.notFound", new GetPlan.Query(Mf, "SUB", Day("2023-12-31")));
    }

    [Fact]
    public async Task A_call_on_a_phase_that_is_not_planned_is_refused()
    {
        await using var world = await Planned();
        await world.Refuses(
            "plan.noSuchTranche", new DraftCapitalCall.Command(Mf, Mf, [Investment(1m)], Day("2023-02-01"), Day("2023-02-02"), Tranche: 3));
        await world.Refuses(
            "pipeline.notFound", new DraftCapitalCall.Command(Mf, "SUB", [Investment(1m)], Day("2023-02-01"), Day("2023-02-02"), Tranche: 1));
    }

    private static async Task<World> Planned()
    {
        var world = await Committed();
        await world.Post(new DrawUpPlan.Command(Mf, Mf, Rolling: true));
        await world.Post(new AddTranche.Command(Mf, Mf, Day("2023-02-15"), 200m, 2023, ["budget approved"]));
        await world.Post(new AddTranche.Command(Mf, Mf, Day("2023-12-31"), 300m, 2024, []));
        return world;
    }
}
