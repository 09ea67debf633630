using FundTracker.Application.Evaluations;
using FundTracker.Application.Figures;
using FundTracker.Application.Funds;
using FundTracker.Application.Policies;
using FundTracker.Application.Text;
using FundTracker.Domain.Evaluations;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Values;
using static FundTracker.Application.Tests.World;

namespace FundTracker.Application.Tests.Evaluations;

/// <summary>Pre-scores, through the dispatcher. The clock of the tests stands in 2024.</summary>
public sealed class ScorecardTests
{
    [Fact]
    public async Task More_social_capital_gives_points_and_the_gap_says_how_much()
    {
        await using var world = await Shared(social: 60m);
        var score = await One(world, "A7");
        Assert.Equal((3m, 5m, IndicatorBasis.Computed), (score.Points, score.Indicator.Of, score.Basis));
        Assert.Equal(37.5m, score.Deciding.Reading.Number);
        // 60 of 160; (60 + x) / (160 + x) = 40 % at x = 20 / 3, rounded up to the fen.
        Assert.Equal((1m, 40m, Yuan(6.67m)), (score.Next!.Points, score.Next.Limit, score.Next.Amount));
        Assert.Contains("6.67", ScoreText.Gap(score, "en"), StringComparison.Ordinal);
        await using var more = await Shared(social: 66.67m);
        Assert.Equal(4m, (await One(more, "A7")).Points);
        await using var less = await Shared(social: 66.66m);
        Assert.Equal(3m, (await One(less, "A7")).Points);
    }

    [Fact]
    public async Task An_indicator_without_evidence_has_no_points_and_with_it_has()
    {
        await using var world = await Funded();
        var before = await Card(world);
        var open = before.Scores.Single(score => score.Indicator.Id == "A1");
        Assert.Equal((null, IndicatorBasis.Entered, null), (open.Points, open.Basis, open.Next));
        await world.Refuses("policy.proofMissing", new StateEvidence.Command(Mf, Mf, "newProductiveShare", "72", "-", Day("2023-12-31")));
        await world.Refuses("policy.answerUnreadable", new StateEvidence.Command(Mf, Mf, "newProductiveShare", "most", "table 3", Day("2023-12-31")));
        await world.Post(new StateEvidence.Command(Mf, Mf, "newProductiveShare", "72", "table 3", Day("2023-12-31")));
        var after = await Card(world);
        var scored = after.Scores.Single(score => score.Indicator.Id == "A1");
        Assert.Equal((8m, 1m, 80m, 8m), (scored.Points, scored.Next!.Points, scored.Next.Limit, scored.Next.Distance));
        Assert.Equal((before.Points + 8m, before.Open - 10m), (after.Points, after.Open));
        var trail = await world.Must(new GetTrail.Query(Mf, scored.Deciding.Reading.Figure.Id.ToString(), Day("2023-12-31")));
        Assert.Equal(Percentage.FromPercent(72), trail.Figure.Figure.Value);
    }

    [Fact]
    public async Task A_year_that_the_scheme_does_not_evaluate_is_refused_unless_asked_for_retroactively()
    {
        await using var world = await Funded();
        Assert.Equal("evaluation.notForYear", (await world.Refuses("evaluation.notForYear", new GetScorecard.Query(Mf, "1753", 2023))).Code);
        var asked = await world.Must(new GetScorecard.Query(Mf, "1753", 2023, Retroactive: true));
        Assert.True(asked.Card.IsRetroactive);
        Assert.All(ScoreJson.Of(asked, "en"), json => Assert.True(json["retroactive"]!.GetValue<bool>()));
        Assert.False((await world.Must(new GetScorecard.Query(Mf, "district", 2023))).Card.IsRetroactive);
    }

    [Fact]
    public async Task Templates_unknown_schemes_funds_and_years_to_come_are_refused()
    {
        await using var world = await Funded();
        await world.Refuses("evaluation.schemeIncomplete", new GetScorecard.Query(Mf, "quanzhou", 2023, Retroactive: true));
        await world.Refuses("evaluation.schemeIncomplete", new GetScorecard.Query(Mf, "fujian", 2023, Retroactive: true));
        await world.Refuses("evaluation.schemeUnknown", new GetScorecard.Query(Mf, "mars", 2023));
        await world.Refuses("evaluation.yearNotBegun", new GetScorecard.Query(Mf, "district", 2999));
        await world.Refuses("pipeline.notFound", new GetScorecard.Query(Mf, "district", 2023, Fund: "NOFUND"));
        await world.Refuses("pipeline.notFound", new GetScorecard.Query(Mf, "district", 2023, Fund: "FIN"));
    }

    [Fact]
    public async Task A_running_year_says_so()
    {
        await using var world = await Funded();
        var running = await world.Must(new GetScorecard.Query(Mf, "district", 2024));
        Assert.True(running.IsRunning);
        Assert.True(running.AsOf < new DateOnly(2024, 12, 31));
        Assert.False((await world.Must(new GetScorecard.Query(Mf, "district", 2023))).IsRunning);
    }

    [Fact]
    public async Task Every_figure_of_a_scorecard_opens_by_its_address()
    {
        await using var world = await Shared(social: 60m);
        foreach (var scheme in new[] { "1753", "district" })
        {
            var card = (await world.Must(new GetScorecard.Query(Mf, scheme, 2023, Retroactive: true))).Card;
            foreach (var id in card.Scores.Select(score => score.Deciding.Reading.Figure.Id))
                Assert.Equal(id, (await world.Must(new GetTrail.Query(Mf, id.ToString(), Day("2023-12-31")))).Figure.Figure.Id);
        }
    }

    private static async Task<World> Shared(decimal social)
    {
        var world = await Committed();
        await world.Must(new RegisterInvestor.Command(Mf, "SOC", "社会资本", "Social capital", Start, InvestorKind.SocialCapital));
        await world.Commit("SOC", "SUB", social);
        await world.Fund(Mf, 500m, "2023-02-01", ("FIN", 300m), ("SOE", 200m));
        await world.Fund("SUB", 100m + social, "2023-03-01", (Mf, 100m), ("SOC", social));
        return world;
    }

    private static async Task<Scorecard> Card(World world) => (await world.Must(new GetScorecard.Query(Mf, "1753", 2023, Retroactive: true))).Card;

    private static async Task<IndicatorScore> One(World world, string indicator) =>
        (await Card(world)).Scores.Single(score => score.Indicator.Id == indicator);
}
