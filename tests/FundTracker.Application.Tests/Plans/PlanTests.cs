using FundTracker.Application.CapitalCalls;
using FundTracker.Application.Documents;
using FundTracker.Application.Plans;
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
        await world.Must(new TickCondition.Command(Mf, Mf, Tranche: 1, Condition: 1, "letter 17 of the bureau"));
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
        await world.Must(new TickCondition.Command(Mf, Mf, 1, 1, "letter"));
        await world.Refuses("plan.tickedBefore", new TickCondition.Command(Mf, Mf, 1, 1, "another letter"));
    }

    [Fact]
    public async Task A_tick_names_only_a_document_of_the_same_books()
    {
        await using var world = await Planned();
        await world.Refuses("pipeline.notFound", new TickCondition.Command(Mf, Mf, 1, 1, "letter", new DocumentId(12345)));
        var paper = await world.Must(new AttachDocument.Command(Mf, "letter.txt", "approved"u8.ToArray()));
        await world.Must(new TickCondition.Command(Mf, Mf, 1, 1, "letter", paper));
        Assert.Equal(paper, (await world.Must(new GetPlan.Query(Mf, Mf, Day("2023-12-31")))).Conditions[0].Document);
    }

    [Fact]
    public async Task A_tick_is_not_known_before_it_was_made()
    {
        await using var world = await Planned();
        var before = Stamp.From(world.Host.Clock.GetUtcNow());
        world.Host.Clock.Advance(TimeSpan.FromHours(1));
        await world.Must(new TickCondition.Command(Mf, Mf, 1, 1, "letter"));
        Assert.False((await world.Must(new GetPlan.Query(Mf, Mf, Day("2023-12-31"), before))).Conditions[0].IsMet);
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
        await world.Must(new DrawUpPlan.Command(Mf, Mf, Rolling: true));
        await world.Must(new AddTranche.Command(Mf, Mf, Day("2023-02-15"), 200m, 2023, ["budget approved"]));
        await world.Must(new AddTranche.Command(Mf, Mf, Day("2023-12-31"), 300m, 2024, []));
        return world;
    }
}
