using System.Globalization;
using FundTracker.Application.CapitalCalls;
using FundTracker.Application.Figures;
using FundTracker.Application.Funds;
using FundTracker.Application.Plans;
using FundTracker.Application.Policies;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Evaluations;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using static FundTracker.Application.Tests.World;

namespace FundTracker.Application.Tests.Plans;

/// <summary>Conditions of a phase that the system judges from the ledger.</summary>
public sealed class GateTests
{
    private static readonly DateOnly Late = Day("2024-01-02");

    [Theory]
    [InlineData("69.99", GateStatus.NotMet)]
    [InlineData("70", GateStatus.Met)]
    public async Task Earlier_phases_are_invested_to_a_percentage(string share, GateStatus expected)
    {
        var placed = decimal.Parse(share, CultureInfo.InvariantCulture);
        await using var world = await Planned(new AddTranche.GateTerms("投出七成", ConditionKind.EarlierInvested, "70"));
        Assert.Equal(GateStatus.NoData, (await Judged(world)).Status);
        await PayFirst(world, 100m);
        await world.Fund("SUB", placed, "2023-03-01", (Mf, placed));
        var gate = await Judged(world);
        Assert.Equal((expected, placed), (gate.Status, gate.Number));
        Assert.Equal(expected == GateStatus.NotMet ? (0.01m, Yuan(0.01m)) : (null, (Money?)null), (gate.Gap, gate.GapMoney));
        Assert.Equal(GateStatus.NoData, (await Judged(world, Day("2023-02-01"))).Status);
        var trail = await world.Must(new GetTrail.Query(Mf, gate.Figure!.Id.ToString(), Late));
        Assert.Equal(["numerator", "denominator"], trail.Figure.Inputs.Select(input => input.Role));
    }

    [Theory]
    [InlineData("99.99", GateStatus.NotMet)]
    [InlineData("100", GateStatus.Met)]
    public async Task The_phase_before_is_paid_in_to_a_percentage(string share, GateStatus expected)
    {
        var paid = decimal.Parse(share, CultureInfo.InvariantCulture);
        await using var world = await Planned(new AddTranche.GateTerms("上一期到账", ConditionKind.EarlierPaidIn, "50"));
        Assert.Equal(GateStatus.NotMet, (await Judged(world)).Status);
        await PayFirst(world, paid);
        var gate = await Judged(world);
        Assert.Equal(expected, gate.Status);
        if (expected == GateStatus.NotMet) Assert.Equal(Yuan(0.01m), gate.GapMoney);
    }

    [Theory]
    [InlineData("others;0.5x", GateStatus.Met)]
    [InlineData("others;0.51x", GateStatus.NotMet)]
    [InlineData("others;50", GateStatus.Met)]
    [InlineData("others;50.01", GateStatus.NotMet)]
    [InlineData("social;0.01x", GateStatus.NotMet)]
    public async Task Others_money_has_arrived_against_a_ratio_or_an_amount(string asked, GateStatus expected)
    {
        await using var world = await Planned(new AddTranche.GateTerms("他方到账", ConditionKind.OthersArrived, asked));
        await PayFirst(world, 200m);
        await world.Commit("SOE", "SUB", 50m);
        await world.Fund("SUB", 150m, "2023-03-01", (Mf, 100m), ("SOE", 50m));
        var gate = await Judged(world);
        Assert.Equal(expected, gate.Status);
        if (asked == "others;50.01") Assert.Equal(Yuan(0.01m), gate.GapMoney);
        if (asked == "others;0.51x") Assert.Equal(Yuan(1m), gate.GapMoney);
    }

    [Theory]
    [InlineData("79.99", GateStatus.NotMet)]
    [InlineData("80", GateStatus.Met)]
    public async Task A_sealed_evaluation_reaches_a_grade(string points, GateStatus expected)
    {
        await using var world = await Planned(new AddTranche.GateTerms("良好及以上", ConditionKind.Grade, "district;good"));
        Assert.Equal((GateStatus.NoData, "plan.gradeNotSealed"), ((await Judged(world)).Status, (await Judged(world)).Reason!.Code));
        var floor = (await Judged(world)).Gate!.Limit;
        await Seal(world, decimal.Parse(points, System.Globalization.CultureInfo.InvariantCulture) - 80m + floor);
        Assert.Equal(expected, (await Judged(world)).Status);
        Assert.Equal(GateStatus.NoData, (await Judged(world, Day("2023-03-30"))).Status);
    }

    [Fact]
    public async Task The_budget_of_the_phases_year_is_stated_with_proof()
    {
        await using var world = await Planned(new AddTranche.GateTerms("列入预算", ConditionKind.BudgetApproved));
        Assert.Equal((GateStatus.NoData, "policy.evidenceMissing"), ((await Judged(world)).Status, (await Judged(world)).Reason!.Code));
        await world.Refuses("policy.evidenceUnknown", new StateEvidence.Command(Mf, Mf, "budget-soon", "yes", "letter 5", Day("2023-03-01")));
        await world.Post(new StateEvidence.Command(Mf, Mf, "budget-2024", "no", "letter 5", Day("2023-03-01")));
        Assert.Equal(GateStatus.NotMet, (await Judged(world)).Status);
        await world.Post(new StateEvidence.Command(Mf, Mf, "budget-2024", "yes", "letter 6", Day("2023-04-01")));
        Assert.Equal(GateStatus.Met, (await Judged(world)).Status);
        Assert.Equal(GateStatus.NotMet, (await Judged(world, Day("2023-03-31"))).Status);
    }

    [Fact]
    public async Task A_call_is_refused_with_each_gap_and_passes_for_a_reason_that_is_shown_on_the_condition()
    {
        await using var world = await Planned(
            new AddTranche.GateTerms("投出七成", ConditionKind.EarlierInvested, "70"), new AddTranche.GateTerms("列入预算", ConditionKind.BudgetApproved));
        await PayFirst(world, 100m);
        await world.Fund("SUB", 60m, "2023-03-01", (Mf, 60m));
        var call = await world.Draft(Mf, 100m, "2023-06-01", "2023-06-20", tranche: 2);
        await world.Must(new SubmitCapitalCall.Command(Mf, call));
        await world.Refuses("call.conditionsNotMet", new ApproveCapitalCall.Command(Mf, call), Actors.Approver1);
        var errors = (await world.Send(new ApproveCapitalCall.Command(Mf, call), Actors.Approver1)).Errors;
        Assert.Equal(["call.conditionsNotMet", "call.gateNotMet", "call.gateNotMet"], errors.Select(error => error.Code));
        Assert.Contains(("now", (object)"60.00 %"), errors[1].Args);
        Assert.Contains(("gap", (object)"10.00 %"), errors[1].Args);
        Assert.Contains(("money", (object)Yuan(10m)), errors[1].Args);
        await world.Must(new ApproveCapitalCall.Command(Mf, call, "resolution 9"), Actors.Approver1);
        var conditions = (await world.Must(new GetPlan.Query(Mf, Mf, Late))).Conditions.Where(condition => condition.Tranche == 2).ToList();
        Assert.All(conditions, condition => Assert.Equal(("approver1", "resolution 9"), (condition.Overridden!.By, condition.Overridden.Reason)));
        Assert.All(conditions, condition => Assert.False(condition.IsMet));
    }

    [Fact]
    public async Task A_phase_whose_gates_are_met_is_called_without_a_reason()
    {
        await using var world = await Planned(new AddTranche.GateTerms("投出七成", ConditionKind.EarlierInvested, "70"));
        await PayFirst(world, 100m);
        await world.Fund("SUB", 70m, "2023-03-01", (Mf, 70m));
        var call = await world.Draft(Mf, 100m, "2023-06-01", "2023-06-20", tranche: 2);
        await world.Must(new SubmitCapitalCall.Command(Mf, call));
        await world.Must(new ApproveCapitalCall.Command(Mf, call, "not needed"), Actors.Approver1);
        Assert.Equal("", (await world.Call(call)).Steps.OverrideReason);
    }

    [Fact]
    public async Task What_was_known_then_judges_as_it_did_then()
    {
        await using var world = await Planned(new AddTranche.GateTerms("上一期到账", ConditionKind.EarlierPaidIn, "50"));
        world.Host.Clock.Advance(TimeSpan.FromHours(1));
        var before = Stamp.From(world.Host.Clock.GetUtcNow());
        world.Host.Clock.Advance(TimeSpan.FromHours(1));
        await PayFirst(world, 200m);
        Assert.Equal(GateStatus.NotMet, (await world.Must(new GetPlan.Query(Mf, Mf, Late, before))).Conditions[0].Judged.Status);
        Assert.Equal(GateStatus.Met, (await Judged(world)).Status);
    }

    [Fact]
    public async Task A_gate_that_can_not_be_read_is_refused_and_nobody_ticks_one_that_can()
    {
        await using var world = await Planned(new AddTranche.GateTerms("上一期到账", ConditionKind.EarlierPaidIn, "50"));
        foreach (var (kind, value) in new[]
        {
            (ConditionKind.EarlierInvested, "all"), (ConditionKind.EarlierInvested, "101"), (ConditionKind.OthersArrived, "1.5x"),
            (ConditionKind.OthersArrived, "friends;1.5x"), (ConditionKind.Grade, "district;brilliant"), (ConditionKind.BudgetApproved, "2024"),
        })
        {
            var gate = new AddTranche.GateTerms("text", kind, value);
            await world.Refuses("plan.gateUnreadable", new AddTranche.Command(Mf, Mf, Day("2024-06-01"), 10m, 2024, [], Gates: [gate]));
        }

        var unknown = new AddTranche.GateTerms("text", ConditionKind.Grade, "nobody;good");
        await world.Refuses("evaluation.schemeUnknown", new AddTranche.Command(Mf, Mf, Day("2024-06-01"), 10m, 2024, [], Gates: [unknown]));
        await world.Refuses("plan.notTicked", new TickCondition.Command(Mf, Mf, 2, 1, "letter"));
    }

    private static async Task<GateResult> Judged(World world, DateOnly? day = null) =>
        (await world.Must(new GetPlan.Query(Mf, Mf, day ?? Late))).Conditions.First(condition => condition.Tranche == 2).Judged;

    private static async Task PayFirst(World world, decimal amount)
    {
        var call = await world.Draft(Mf, amount, tranche: 1);
        await world.Must(new SubmitCapitalCall.Command(Mf, call));
        await world.Must(new ApproveCapitalCall.Command(Mf, call), Actors.Approver1);
        await world.Must(new IssueCapitalCall.Command(Mf, call));
        foreach (var share in (await world.Call(call)).Investors)
            await world.Pay(call, share.Investor.Code, share.Progress.Called.Amount);
    }

    /// <summary>What sealing an evaluation leaves behind.</summary>
    private static async Task Seal(World world, decimal points) => await world.Host.Look(async db =>
    {
        var book = await db.Books.Include(one => one.PeriodEvents).SingleAsync();
        var grade = new EvaluationGrade(2022, points, "any");
        var fact = new FactDraft(book.MotherFund, EvaluationGrade.FactName("district"), grade.Write(), Day("2023-03-31"));
        db.Facts.AddRange(book.Record([fact], Stamp.From(world.Host.Clock.GetUtcNow()), Signatures.Decision("committee1")).Value);
        return await db.SaveChangesAsync();
    });

    private static async Task<World> Planned(params AddTranche.GateTerms[] gates)
    {
        var world = await Committed();
        await world.Post(new DrawUpPlan.Command(Mf, Mf, Rolling: true));
        await world.Post(new AddTranche.Command(Mf, Mf, Day("2023-02-15"), 200m, 2023, []));
        await world.Post(new AddTranche.Command(Mf, Mf, Day("2024-02-15"), 300m, 2024, [], Gates: gates));
        return world;
    }
}
