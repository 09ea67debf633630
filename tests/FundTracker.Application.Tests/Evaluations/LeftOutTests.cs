using System.Text.Json.Nodes;
using FundTracker.Application.Evaluations;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Tests.Policies;
using FundTracker.Application.Text;
using FundTracker.Domain.Evaluations;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Testing.Databases;
using static FundTracker.Application.Tests.World;

namespace FundTracker.Application.Tests.Evaluations;

/// <summary>The district scheme leaves tranche discipline out of the score of a fund that has no plan, and says so.</summary>
public sealed class LeftOutTests
{
    private const string Before = "district-2026.2";
    private static readonly Actor SubFund1 = Actors.SubFundManagerOf("SUB");

    [Theory]
    [InlineData("100", "60.005", "60.005")]
    [InlineData("90", "60", "66.67")]
    [InlineData("90", "45", "50")]
    [InlineData("90", "90", "100")]
    [InlineData("90", "0", "0")]
    public void Points_of_what_applies_become_points_of_100_and_stay_where_everything_applies(string applicable, string given, string points) =>
        Assert.Equal(Number(points), new ScoreScale(Number(applicable)).Of(Number(given)));

    [Fact]
    public async Task A_fund_without_a_plan_is_scored_on_the_rest_and_the_scaling_is_shown()
    {
        await using var world = await Funded();
        var answer = await world.Must(new GetScorecard.Query(Mf, "district", 2023, "SUB"));
        var left = Assert.Single(answer.Card.LeftOut);
        Assert.Equal(("M1", null, 90m), (left.Indicator.Id, left.Points, answer.Card.Scale.Applicable));
        Assert.InRange(answer.Card.Points * 0.9m, answer.Card.Given - 0.005m, answer.Card.Given + 0.005m);
        Assert.True(answer.Card.Given > 0 && answer.Card.Points > answer.Card.Given);
        Assert.Contains("M1 Tranche discipline", ScoreText.Scaling(answer.Card, answer.Card.Given, "en"), StringComparison.Ordinal);
        var json = ScoreJson.Of(answer, "en").ToList();
        Assert.All(json, one => Assert.Equal(90m, one["applicable"]!.GetValue<decimal>()));
        Assert.Equal("M1", Assert.Single(json, one => one["leftOut"]!.GetValue<bool>())["indicator"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_national_scheme_leaves_nothing_out()
    {
        await using var world = await Funded();
        var card = (await world.Must(new GetScorecard.Query(Mf, "1753", 2023, "SUB", Retroactive: true))).Card;
        Assert.Equal((true, card.Given, ""), (card.Scale.IsWhole, card.Points, ScoreText.Scaling(card, card.Given, "en")));
    }

    [Fact]
    public void A_fund_with_a_phase_planned_by_the_day_is_scored_on_all_and_before_that_day_on_the_rest()
    {
        const string Text = "mother M CNY\n2023-01-02 FIN->M Commitment 200.00\n2023-03-01 FIN->M Contribution 50.00";
        var plan = TextBooks.Plan("M", rolling: false, Provenance.Recorded, ("2023-03-01", 100m, 2023));
        var score = TextBooks.Score(Text, "district", "M", "2023-03-01", plan);
        Assert.Equal((true, 2m), (score.Scale.IsWhole, score.Scores.Single(one => one.Indicator.Id == "M1").Points));
        Assert.Equal(90m, TextBooks.Score(Text, "district", "M", "2023-02-28", plan).Scale.Applicable);
    }

    [Fact]
    public async Task An_evaluation_that_was_opened_by_the_scheme_before_keeps_its_text_and_computes_to_the_same_result()
    {
        await using var world = await Funded();
        var id = await OpenedBefore(world);
        await world.Must(new HandInSelfReview.Command(Mf, "SUB", id, [new("carrierOccupancy", "85", "list of tenants")], "a good year"), SubFund1);
        foreach (var member in new[] { Actors.Committee1, Actors.Committee2 })
            await world.Must(new ReviewEvaluation.Command(Mf, id, [new ReviewScore("P4", 5m, "")]), member);
        await world.Must(new AnnounceResult.Command(Mf, id), Actors.Committee1);
        await world.Must(new AcceptResult.Command(Mf, "SUB", id), SubFund1);
        var done = await world.Must(new SealEvaluation.Command(Mf, id), Actors.Committee2);

        var seen = await world.Must(new GetEvaluation.Query(Mf, "SUB", id), Actors.Auditor1);
        Assert.True(seen.Proof is { HashHolds: true, Replays: true });
        Assert.Equal((Before, true, done.Points), (seen.Head.Version, seen.Card.Card.Scale.IsWhole, seen.Card.Given));
        Assert.DoesNotContain("leftOut", (await world.Must(new GetSealedContent.Query(Mf, id), Actors.Auditor1)).Content, StringComparison.Ordinal);
        // By the scheme of today the same year is scored on the rest.
        Assert.Equal(90m, (await world.Must(new GetScorecard.Query(Mf, "district", 2023, "SUB"))).Card.Scale.Applicable);
    }

    [Fact]
    public async Task A_sealed_result_names_what_was_left_out_and_computes_to_the_same()
    {
        await using var world = await Funded();
        var id = await world.Must(new OpenEvaluation.Command(Mf, "SUB", "district", Year: 2023), Actors.Committee1);
        await world.Must(new HandInSelfReview.Command(Mf, "SUB", id, [new("carrierOccupancy", "85", "list of tenants")], "a good year"), SubFund1);
        foreach (var member in new[] { Actors.Committee1, Actors.Committee2 })
            await world.Must(new ReviewEvaluation.Command(Mf, id, [new ReviewScore("P4", 5m, "")]), member);
        await world.Must(new AnnounceResult.Command(Mf, id), Actors.Committee1);
        await world.Must(new AcceptResult.Command(Mf, "SUB", id), SubFund1);
        await world.Must(new SealEvaluation.Command(Mf, id), Actors.Committee2);
        var seen = await world.Must(new GetEvaluation.Query(Mf, "SUB", id), Actors.Auditor1);
        Assert.True(seen.Proof is { HashHolds: true, Replays: true });
        var content = (await world.Must(new GetSealedContent.Query(Mf, id), Actors.Auditor1)).Content;
        Assert.Contains("\"leftOut\":true", content, StringComparison.Ordinal);
        Assert.Contains("\"applicable\":90,", content, StringComparison.Ordinal);
    }

    /// <summary>An evaluation as it was opened when the scheme had no indicator that can be left out.</summary>
    private static async Task<EvaluationId> OpenedBefore(World world)
    {
        var json = JsonNode.Parse(SchemeFiles.Shipped().Single(file => file.Name == "district.json").Json)!;
        json["version"] = Before;
        foreach (var indicator in json["groups"]!.AsArray().SelectMany(part => part!["indicators"]!.AsArray())) indicator!.AsObject().Remove("notApplicable");
        var text = json.ToJsonString();
        var book = await world.Host.Books(Mf);
        var opening = new EvaluationOpening(
            book.MotherFund, book.FindNode("SUB")!.Id, EvaluationTiming.Yearly, 2023, Day("2023-12-31"), text, Retroactive: false);
        var opened = Evaluation.Open(
            new EvaluationId(77), opening, SchemeFiles.Parse("district.json", text).Value, "committee1",
            Stamp.From(world.Host.Clock.GetUtcNow()), Day("2024-01-02")).Value;
        await world.Host.Look(async db =>
        {
            db.Evaluations.Add(opened);
            return await db.SaveChangesAsync();
        });
        return opened.Id;
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
