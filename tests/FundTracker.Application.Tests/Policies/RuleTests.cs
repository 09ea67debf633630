using FundTracker.Application.Figures;
using FundTracker.Application.Funds;
using FundTracker.Application.Plans;
using FundTracker.Application.Policies;
using FundTracker.Application.Records;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Values;
using FundTracker.Testing.Databases;
using static FundTracker.Application.Tests.World;

namespace FundTracker.Application.Tests.Policies;

/// <summary>Rules judged on books, through the dispatcher.</summary>
public sealed class RuleTests
{
    private static readonly DateOnly Late = Day("2026-03-31");

    [Fact]
    public async Task A_breach_names_figure_limit_and_gap_in_money_and_its_figure_opens()
    {
        await using var world = await Funded();
        await Invest(world, 25m, "2023-05-10");
        var result = await One(world, "L-09");
        Assert.Equal(FindingStatus.Breached, result.Status);
        var check = result.Headline!.Deciding;
        Assert.Equal((25m, 20m, Yuan(5m)), (check.Reading.Number, check.Limit, check.DistanceInMoney));
        var trail = await world.Must(new GetTrail.Query(Mf, check.Reading.Figure.Id.ToString(), Late));
        Assert.Equal(["numerator", "denominator"], trail.Figure.Inputs.Select(input => input.Role));
        Assert.Equal(25m, Assert.IsType<Money>(trail.Figure.Inputs[0].Figure.Value).Amount);
        Assert.Single(trail.Figure.Inputs[0].Lines[0].Shown);
    }

    [Fact]
    public async Task A_figure_on_the_limit_is_met()
    {
        await using var world = await Funded();
        await Invest(world, 20m, "2023-05-10");
        Assert.Equal(FindingStatus.Met, (await One(world, "L-09")).Status);
    }

    [Fact]
    public async Task A_past_day_and_a_past_instant_give_the_past_result()
    {
        await using var world = await Funded();
        world.Host.Clock.Advance(TimeSpan.FromHours(1));
        var before = await world.Must(new GetRules.Query(Mf, Late, Rule: "L-09"));
        world.Host.Clock.Advance(TimeSpan.FromHours(1));
        await Invest(world, 25m, "2023-05-10");
        Assert.Equal(FindingStatus.NoData, (await One(world, "L-09", Day("2023-05-09"))).Status);
        var replayed = await world.Must(new GetRules.Query(Mf, Late, before.KnownAt, Rule: "L-09"));
        Assert.Equal(FindingStatus.NoData, Assert.Single(replayed.Results).Status);
        Assert.Equal(FindingStatus.Breached, (await One(world, "L-09")).Status);
    }

    [Fact]
    public async Task Before_its_day_a_rule_is_refused_and_retroactively_says_so()
    {
        await using var world = await Funded();
        var day = Day("2024-12-31");
        Assert.Equal("policy.notInForce", (await world.Send(new GetRules.Query(Mf, day, Rule: "N-03"))).Error.Code);
        var all = await world.Must(new GetRules.Query(Mf, day));
        Assert.DoesNotContain(all.Results, result => result.Rule.Id == "N-03");
        Assert.Contains(all.Refused, error => error.Args!.Contains(("rule", (object)"N-03")));
        var asked = await world.Must(new GetRules.Query(Mf, day, Rule: "N-03", Retroactive: true));
        Assert.True(Assert.Single(asked.Results).IsRetroactive);
        Assert.True(asked.Results[0].Headline!.IsRetroactive);
        Assert.True(RuleJson.Of(asked, "en").Single()["retroactive"]!.GetValue<bool>());
    }

    [Fact]
    public async Task What_somebody_states_counts_from_its_day_on_and_only_with_proof()
    {
        await using var world = await Funded();
        Assert.Equal((FindingStatus.NoData, "policy.evidenceMissing"), await Stated(world, "N-01"));
        await world.Refuses("input.required", new StateEvidence.Command(Mf, Mf, "higherApproval", "yes", "", Day("2025-02-01")));
        await world.Refuses("policy.proofMissing", new StateEvidence.Command(Mf, Mf, "higherApproval", "yes", "; ;", Day("2025-02-01")));
        await world.Refuses("policy.answerUnreadable", new StateEvidence.Command(Mf, Mf, "higherApproval", "perhaps", "letter 17", Day("2025-02-01")));
        await world.Refuses("policy.evidenceUnknown", new StateEvidence.Command(Mf, Mf, "weather", "yes", "letter 17", Day("2025-02-01")));
        await world.Refuses("pipeline.notAllowed", new StateEvidence.Command(Mf, Mf, "higherApproval", "yes", "letter 17", Day("2025-02-01")), Actors.Auditor1);
        await world.Post(new StateEvidence.Command(Mf, Mf, "higherApproval", "yes", "letter 17", Day("2025-02-01")));
        Assert.Equal(FindingStatus.Met, (await Stated(world, "N-01")).Status);
        Assert.Equal(FindingStatus.NoData, (await One(world, "N-01", Day("2025-01-31"))).Status);
        await world.Post(new StateEvidence.Command(Mf, Mf, "higherApproval", "no", "withdrawn by letter 21", Day("2025-06-01")));
        Assert.Equal(FindingStatus.Breached, (await Stated(world, "N-01")).Status);
        Assert.Equal(FindingStatus.Met, (await One(world, "N-01", Day("2025-05-31"))).Status);
    }

    [Fact]
    public async Task A_bare_fact_without_proof_is_refused()
    {
        await using var world = await Funded();
        await world.Refuses("fact.valueNotKnown", new StateFact.Command(Mf, Mf, "evidence:higherApproval", "yes", Day("2025-02-01")));
        await world.Refuses("fact.wrongSubject", new StateFact.Command(Mf, "FIN", "evidence:higherApproval", "yes; letter", Day("2025-02-01")));
    }

    [Fact]
    public async Task Money_in_a_company_that_moves_out_within_five_years_is_recognised_no_more()
    {
        await using var world = await Funded();
        await world.Post(new StateFact.Command(Mf, "ACME", FactNames.Location, "district", Start));
        await Invest(world, 60m, "2023-05-10");
        Assert.Equal(0.6m, (await One(world, "L-02")).Findings.Single(f => f.Subject.Code == "SUB").Deciding.Reading.Number);
        await world.Post(new StateFact.Command(Mf, "ACME", FactNames.Location, "outside", Day("2025-09-01")));
        Assert.Equal(0m, (await One(world, "L-02")).Findings.Single(f => f.Subject.Code == "SUB").Deciding.Reading.Number);
        var moved = (await One(world, "L-14")).Findings.Single(f => f.Subject.Code == "SUB");
        Assert.Equal((FindingStatus.Breached, Yuan(60m)), (moved.Status, moved.Deciding.DistanceInMoney));
        Assert.Equal(FindingStatus.Met, (await One(world, "L-14", Day("2025-08-31"))).Status);
    }

    [Fact]
    public async Task The_last_phase_of_a_company_must_lie_within_its_time_of_payment()
    {
        await using var world = await Funded();
        Assert.Equal("policy.noPlan", (await One(world, "N-13")).Headline!.Deciding.Reason!.Code);
        await world.Post(new DrawUpPlan.Command(Mf, Mf, Rolling: false));
        await world.Post(new AddTranche.Command(Mf, Mf, Day("2032-06-30"), 100m, 2032, []));
        Assert.Equal((FindingStatus.Met, 0m), Judged(await One(world, "N-13")));
        await world.Post(new AddTranche.Command(Mf, Mf, Day("2032-07-01"), 100m, 2031, []));
        Assert.Equal((FindingStatus.Breached, 1m), Judged(await One(world, "N-13")));
        Assert.Equal((FindingStatus.Met, 0m), Judged(await One(world, "F-06")));
        Assert.Equal((FindingStatus.Breached, 1m), Judged(await One(world, "F-06", Day("2032-01-01"))));
    }

    [Fact]
    public async Task Every_computed_input_has_a_figure_with_its_own_address()
    {
        await using var world = await Funded();
        await Invest(world, 25m, "2023-05-10");
        var answer = await world.Must(new GetRules.Query(Mf, Late, Retroactive: true));
        var figures = answer.Results.SelectMany(result => result.Findings).SelectMany(finding => finding.Checks)
            .Select(check => check.Reading.Figure.Id).Distinct().ToList();
        Assert.True(figures.Count > 20, $"Only {figures.Count} figures.");
        foreach (var id in figures)
        {
            var trail = await world.Must(new GetTrail.Query(Mf, id.ToString(), Late));
            Assert.Equal(id, trail.Figure.Figure.Id);
        }
    }

    [Fact]
    public async Task An_unknown_rule_or_fund_is_refused()
    {
        await using var world = await Funded();
        await world.Refuses("policy.ruleUnknown", new GetRules.Query(Mf, Late, Rule: "Z-99"));
        await world.Refuses("pipeline.notFound", new GetRules.Query(Mf, Late, Fund: "NOFUND"));
    }

    private static (FindingStatus Status, decimal? Number) Judged(RuleResult result) => (result.Status, result.Headline!.Deciding.Reading.Number);

    private static async Task<(FindingStatus Status, string? Reason)> Stated(World world, string rule)
    {
        var result = await One(world, rule);
        return (result.Status, result.Headline!.Deciding.Reason?.Code);
    }

    private static async Task<RuleResult> One(World world, string rule, DateOnly? day = null) =>
        Assert.Single((await world.Must(new GetRules.Query(Mf, day ?? Late, Rule: rule))).Results);

    private static Task Invest(World world, decimal amount, string day) =>
        world.Post(new RecordInvestment.Command(Mf, "ACME", "A", Day(day), [new RecordInvestment.Part("SUB", amount)]));
}
