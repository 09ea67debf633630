using FundTracker.Domain.Evaluations;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Tests.Evaluations;

/// <summary>A result as reviewers have left it: their points where people score, the ladder's everywhere else.</summary>
public sealed class ReviewedCardTests
{
    private static readonly BilingualName Words = BilingualName.Of("评价", "evaluation");
    private static readonly ReviewTerms Terms = new(ReviewMethod.Median, 2, 10);

    private static readonly Scheme Scheme = new(
        "own", "own-1", Words, Words, SourceStatus.Text, new DateOnly(2023, 1, 1), 2023, IsTemplate: false, IsOwn: true,
        [
            new IndicatorGroup("A", Words, 60m, [Asked("A1", 40m), Asked("A2", 20m)]),
            new IndicatorGroup("B", Words, 40m, [Computed("B1", 30m), Computed("B2", 10m, NotApplicable.NoPlan)]),
        ],
        [new Grade("good", Words, 80m), new Grade("fair", Words, 60m), new Grade("poor", Words, 0m)], [EvaluationTiming.Yearly], Terms,
        FeePercent: null);

    [Fact]
    public void Before_anybody_reviewed_ladders_alone_give_points()
    {
        var card = Of(B1: 30m, B2: 30m);
        Assert.Equal((100m, 0m, 60m, 40m), (card.Points, card.Open, card.PointsOf(Scheme.Groups[0]), card.PointsOf(Scheme.Groups[1])));
        Assert.Equal(("good", null), (card.Grade!.Id, card.NextGrade?.Id));
        Assert.All(card.Indicators, indicator => Assert.Equal((0, 0m), (indicator.Votes.Count, indicator.Spread)));
    }

    [Fact]
    public void What_reviewers_say_takes_the_place_of_the_ladder_where_people_score()
    {
        var card = Of(
            B1: 30m, B2: 30m, ("committee1", [("A1", 10m), ("A2", 20m)]), ("committee2", [("A1", 31m), ("A2", 6m), ("B1", null)]),
            ("committee3", [("A1", 12m)]));
        Assert.Equal([12m, 13m, 30m, 10m], card.Indicators.Select(indicator => indicator.Points));
        Assert.Equal([21m, 14m, 0m, 0m], card.Indicators.Select(indicator => indicator.Spread));
        Assert.Equal((65m, 25m, 40m), (card.Given, card.PointsOf(Scheme.Groups[0]), card.PointsOf(Scheme.Groups[1])));
        Assert.Equal(("fair", "good"), (card.Grade!.Id, card.NextGrade!.Id));
        Assert.Equal([new ReviewVote("committee2", null, "said")], card.Indicators[2].Votes);
        Assert.Equal(["committee1", "committee2", "committee3"], card.Indicators[0].Votes.Select(vote => vote.Reviewer));
        Assert.Equal([["A1"], ["A2"], [], []], card.Indicators.Select(indicator => indicator.Entries.Select(entry => entry.Input).ToArray()));
    }

    [Fact]
    public void What_has_no_figure_yet_gives_nothing_and_stays_open()
    {
        var card = Of(B1: null, B2: 30m);
        Assert.Equal((70m, 30m, 10m), (card.Points, card.Open, card.PointsOf(Scheme.Groups[1])));
        Assert.Equal([40m, 20m, null, 10m], card.Indicators.Select(indicator => indicator.Points));
    }

    [Fact]
    public void What_is_left_out_is_not_open_and_the_rest_is_scaled()
    {
        var card = Of(B1: null, B2: null);
        Assert.Equal((60m, 66.67m, 33.33m), (card.Given, card.Points, card.Open)); // 60 of 90, and 30 of 90
        Assert.Equal((60m, 0m), (card.PointsOf(Scheme.Groups[0]), card.PointsOf(Scheme.Groups[1])));
    }

    [Fact]
    public void One_reviewer_alone_is_not_apart_from_anybody()
    {
        var card = Of(B1: 30m, B2: 30m, ("committee1", [("A1", 10m)]));
        Assert.Equal((10m, 0m, 20m), (card.Indicators[0].Points, card.Indicators[0].Spread, card.Indicators[1].Points));
    }

    private static ReviewedCard Of(decimal? B1, decimal? B2, params (string By, (string Indicator, decimal? Points)[] Said)[] reviews)
    {
        var numbers = new Dictionary<string, decimal?>(StringComparer.Ordinal) { ["A1"] = 1m, ["A2"] = 1m, ["B1"] = B1, ["B2"] = B2 };
        var card = SchemeJudge.Score(
            Scheme, new PolicySubject("X", Words, new NodeId(1)), ladder => (Read(ladder, numbers[ladder.Input]), PolicyUnit.Percent),
            isRetroactive: false);
        SelfEntry[] entries = [new("A1", "yes", "letter 1"), new("A2", "yes", "letter 2")];
        return ReviewedCard.Of(card, entries, Reviews(entries, reviews), Terms);
    }

    private static IReadOnlyList<EvaluationReview> Reviews(SelfEntry[] entries, (string By, (string Indicator, decimal? Points)[] Said)[] reviews)
    {
        var day = new DateOnly(2026, 3, 2);
        var at = Stamp.EndOf(day);
        var evaluation = Evaluation.Open(
            new EvaluationId(7),
            new EvaluationOpening(new NodeId(1), new NodeId(2), EvaluationTiming.Yearly, 2025, new DateOnly(2025, 12, 31), "{}", Retroactive: false),
            Scheme, "committee1", at, day).Value;
        var manager = new EvaluationParty("subfund1", ManagesSubFund: true, ManagesMotherFund: false);
        Assert.True(evaluation.HandIn(Scheme, entries, "", null, manager, at).IsSuccess);
        foreach (var (by, said) in reviews)
        {
            string[] unsaid = [.. new[] { "A1", "A2" }.Except(said.Select(one => one.Indicator))];
            ReviewScore[] scores = [.. said.Select(one => new ReviewScore(one.Indicator, one.Points, "said"))];
            Assert.True(evaluation.Review(Scheme, scores, "", by, at, computed: unsaid).IsSuccess);
        }

        return evaluation.Counting;
    }

    private static InputReading Read(Ladder ladder, decimal? number)
    {
        var id = new FigureId(ladder.Entered is null ? "policy." + ladder.Input : "policy.evidence." + ladder.Input, "X");
        DomainError reason = ladder.Input == "B2" ? PolicyErrors.NoPlan() : PolicyErrors.NoMoneyYet();
        return number is { } known
            ? new InputReading(Figure<Percentage>.Of(id, Percentage.FromPercent(known), Trail.Empty), known)
            : new InputReading(Figure<Percentage>.None(id, reason), null);
    }

    private static Indicator Asked(string id, decimal of) =>
        new(id, Words, of, [new Ladder(id, new EvidenceInput(id, PolicyUnit.Flag, Words), null, [new Band(1m, IsAbove: false, null, of)])], []);

    private static Indicator Computed(string id, decimal of, params IReadOnlyList<NotApplicable> leftOut) =>
        new(id, Words, of, [new Ladder(id, null, null, [new Band(0m, IsAbove: false, null, of)])], leftOut);
}
