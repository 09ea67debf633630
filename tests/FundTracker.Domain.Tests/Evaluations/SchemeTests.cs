using FundTracker.Domain.Evaluations;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Tests.Evaluations;

/// <summary>What holds of a scheme, how a figure becomes points, and what is missing for more of them.</summary>
public sealed class SchemeTests
{
    private static readonly InputDefinition[] Inputs = [new("share", PolicyUnit.Percent, []), new("within", PolicyUnit.Percent, [("years", PolicyUnit.Count)])];
    private static readonly EvidenceInput Stated = new("said", PolicyUnit.Count, Name("said"));

    [Fact]
    public void A_scheme_with_all_that_it_needs_is_taken() => Assert.Empty(Refusals(Sound()));

    [Fact]
    public void Points_of_parts_add_up_and_ids_stand_once()
    {
        Assert.Equal(["evaluation.weightsOff"], Refusals(Sound() with { Groups = [Group("A", 60m, One("A1", 60m)), Group("B", 40m, One("B1", 39m), One("B2", 0m))] }));
        Assert.Equal(["evaluation.weightsOff"], Refusals(Sound() with { Groups = [Group("A", 60m, One("A1", 60m)), Group("B", 39m, One("B1", 39m))] }));
        Assert.Empty(Refusals(Sound() with { IsTemplate = true, Groups = [Group("A", null), Group("B", 40m, One("B1", 39m))] }));
        Assert.Empty(Refusals(Sound() with { Groups = [Group("A", 60m, One("A1", 60m)), Group("B", 40m, One("B1", 30m), One("B2", 10m))] }));
        var above = Group("B", 40m, One("B1", 40m), One("B2", 10m));
        Assert.Equal(["evaluation.weightsOff"], Refusals(Sound() with { Groups = [Group("A", 60m, One("A1", 60m)), above] }));
        Assert.Equal(["evaluation.idTwice"], Refusals(Sound() with { Groups = [Group("A", 60m, One("A1", 60m)), Group("A", 40m, One("B1", 40m))] }));
        Assert.Equal(["evaluation.idTwice"], Refusals(Sound() with { Groups = [Group("A", 60m, One("A1", 60m)), Group("B", 40m, One("A1", 40m))] }));
    }

    [Theory]
    [InlineData(1, 10, "evaluation.termOff")]
    [InlineData(2, 10, null)]
    [InlineData(20, 10, null)]
    [InlineData(21, 10, "evaluation.termOff")]
    [InlineData(3, 0, "evaluation.termOff")]
    [InlineData(3, 1, null)]
    [InlineData(3, 90, null)]
    [InlineData(3, 91, "evaluation.termOff")]
    public void Terms_of_review_lie_within_their_bounds(int reviewers, int days, string? refused) =>
        Assert.Equal(refused is null ? [] : [refused], Refusals(Sound() with { Review = new ReviewTerms(ReviewMethod.Mean, reviewers, days) }));

    [Theory]
    [InlineData(0.0, "evaluation.termOff")]
    [InlineData(0.01, null)]
    [InlineData(10.0, null)]
    [InlineData(10.01, "evaluation.termOff")]
    public void A_fee_is_above_zero_and_ten_per_cent_at_most(double fee, string? refused) =>
        Assert.Equal(refused is null ? [] : [refused], Refusals(Sound() with { FeePercent = (decimal)fee }));

    [Fact]
    public void Grades_differ_begin_at_zero_and_name_terms_within_their_bounds()
    {
        Assert.Equal(["evaluation.gradesHole"], Refusals(Graded(("good", 80m, null))));
        Assert.Equal(["evaluation.gradeTwice", "evaluation.gradeTwice"], Refusals(Graded(("good", 80m, null), ("good", 0m, null))));
        Assert.Equal(["evaluation.gradeTwice", "evaluation.gradeTwice"], Refusals(Graded(("good", 0m, null), ("poor", 0m, null))));
        Assert.Equal(["evaluation.feeMissing"], Refusals(Graded(("poor", 0m, new GradeTerms(1m, null, null))) with { FeePercent = null }));
        foreach (var (terms, isSound) in new[]
        {
            (new GradeTerms(0m, 0m, 0m), true), (new GradeTerms(2m, 100m, 100m), true), (new GradeTerms(2.01m, null, null), false), (new GradeTerms(-0.01m, null, null), false),
            (new GradeTerms(null, 100.01m, null), false), (new GradeTerms(null, -0.01m, null), false), (new GradeTerms(null, null, 100.01m), false), (new GradeTerms(null, null, -0.01m), false),
        })
            Assert.Equal(isSound ? [] : ["evaluation.termOff"], Refusals(Graded(("poor", 0m, terms))));
        var scheme = Graded(("good", 80m, null), ("fair", 60m, null), ("poor", 0m, null));
        Assert.Equal(("poor", "fair", "good"), (scheme.GradeOf(59.99m)!.Id, scheme.GradeOf(60m)!.Id, scheme.GradeOf(80m)!.Id));
        Assert.Equal(("fair", "good", null), (scheme.NextGrade(59.99m)!.Id, scheme.NextGrade(60m)!.Id, scheme.NextGrade(80m)?.Id));
        Assert.Null(Sound().GradeOf(50m));
    }

    [Fact]
    public void Bands_have_neither_hole_nor_overlap_and_reach_the_most_points()
    {
        Assert.Equal(["evaluation.bandsHole"], Bands(new Band(0m, false, 40m, 10m), new Band(50m, false, null, 60m)));
        Assert.Equal(["evaluation.bandsOverlap"], Bands(new Band(0m, false, 60m, 10m), new Band(50m, false, null, 60m)));
        Assert.Equal(["evaluation.bandsOverlap"], Bands(new Band(0m, false, null, 10m), new Band(50m, false, null, 60m)));
        Assert.Equal(["evaluation.bandsOverlap"], Bands(new Band(50m, false, 50m, 10m), new Band(50m, false, null, 60m)));
        Assert.Equal(["evaluation.bandsHole"], Bands(new Band(0m, false, 50m, 10m), new Band(50m, false, 80m, 60m)));
        Assert.Equal(["evaluation.pointsUnreachable"], Bands(new Band(0m, false, null, 59m)));
        Assert.Equal(["evaluation.pointsOff", "evaluation.pointsUnreachable"], Bands(new Band(0m, false, null, 61m)));
        Assert.Equal(["evaluation.pointsOff"], Bands(new Band(0m, false, 50m, -1m), new Band(50m, false, null, 60m)));
        Assert.Empty(Bands(new Band(0m, false, 50m, 0m), new Band(50m, true, null, 60m)));

        static string[] Bands(params IReadOnlyList<Band> bands) => Refusals(With(new Ladder("share", null, null, bands)));
    }

    [Fact]
    public void A_ladder_reads_what_is_computed_without_parameters_or_what_is_entered()
    {
        Assert.Equal(["evaluation.inputUnknown"], Refusals(With(Full("within"))));
        Assert.Equal(["evaluation.inputUnknown"], Refusals(With(Full("unheard"))));
        Assert.Empty(Refusals(With(Full("unheard") with { Entered = Stated })));
        Assert.Equal(["evaluation.basisMixed"], Refusals(With(Full("share"), Full("share") with { Entered = Stated })));
        var off = With(Full("share") with { WhenZero = 61m });
        Assert.Equal(["evaluation.pointsOff"], Refusals(off));
        var left = Sound() with { Groups = [Group("A", 60m, One("A1", 60m) with { LeftOut = [NotApplicable.NoPlan], Ladders = [Full("said") with { Entered = Stated }] }), Group("B", 40m, One("B1", 40m))] };
        Assert.Equal(["evaluation.leftOutEntered"], Refusals(left));
        var all = Sound() with { Groups = [Group("A", 100m, One("A1", 100m) with { LeftOut = [NotApplicable.NoPlan] })] };
        Assert.Equal(["evaluation.nothingAlwaysApplies"], Refusals(all));
    }

    [Theory]
    [InlineData(0.0, 3.0)] // exactly zero
    [InlineData(-1.0, 0.0)] // below the lowest band
    [InlineData(0.5, 10.0)]
    [InlineData(50.0, 10.0)] // the end belongs to the band below
    [InlineData(50.01, 60.0)]
    public void A_figure_earns_the_points_of_its_band(double figure, double points) => Assert.Equal(
        (decimal)points, new Ladder("share", null, 3m, [new Band(0m, false, 50m, 10m), new Band(50m, true, null, 60m)]).PointsOf((decimal)figure));

    [Theory]
    [InlineData(ReviewMethod.Median, "90 80 70", 80.0)]
    [InlineData(ReviewMethod.Median, "90 80 71 60", 75.5)]
    [InlineData(ReviewMethod.Median, "90", 90.0)]
    [InlineData(ReviewMethod.Mean, "90 80 70.01", 80.0)]
    [InlineData(ReviewMethod.Mean, "1 1 0.015", 0.67)]
    public void Several_points_become_one_to_two_digits(ReviewMethod method, string points, double expected) => Assert.Equal(
        (decimal)expected, new ReviewTerms(method, 2, 10).Combine([.. points.Split(' ').Select(decimal.Parse)]));

    [Fact]
    public void Nobodys_points_become_none() => Assert.Throws<ArgumentException>(() => new ReviewTerms(ReviewMethod.Mean, 2, 10).Combine([]));

    [Fact]
    public void Of_several_ladders_the_higher_counts_and_the_nearest_way_to_more_is_told()
    {
        var ladders = new[] { Steps("share"), Steps("other") };
        var score = Score(One("A1", 60m) with { Ladders = ladders }, ("share", 40m), ("other", 10m));
        Assert.Equal((30m, "share", IndicatorBasis.Computed), (score.Points, score.Deciding.Ladder.Input, score.Basis));
        Assert.Equal(new BandGap(30m, 50m, IsUpward: true, 10m, Money(10m)), score.Next); // of share 10 more in 50, of other 40
        var unknown = Score(One("A1", 60m) with { Ladders = ladders }, ("share", null), ("other", null));
        Assert.Equal((null, "share"), (unknown.Points, unknown.Deciding.Ladder.Input));
        Assert.Null(unknown.Next);
        var half = Score(One("A1", 60m) with { Ladders = ladders }, ("share", null), ("other", 60m));
        Assert.Equal((60m, "other"), (half.Points, half.Deciding.Ladder.Input));
        Assert.Null(half.Next);
    }

    [Fact]
    public void The_way_down_is_told_where_less_earns_more_and_an_open_end_takes_one_fen_more()
    {
        var falling = new Ladder("share", null, null, [new Band(0m, false, 20m, 60m), new Band(20m, true, null, 0m)]);
        var down = Score(One("A1", 60m) with { Ladders = [falling] }, ("share", 25m)).Next;
        Assert.Equal(new BandGap(60m, 20m, IsUpward: false, 5m, Money(5m)), down); // 20 itself belongs to the lower band
        var closed = falling with { Bands = [new Band(0m, false, 20m, 60m), new Band(20m, false, null, 0m)] };
        Assert.Equal(Money(5.01m), Score(One("A1", 60m) with { Ladders = [closed] }, ("share", 25m)).Next!.Amount); // 20 itself does not
        var rising = falling with { Bands = [new Band(0m, false, 50m, 0m), new Band(50m, true, null, 60m)] };
        Assert.Equal(new BandGap(60m, 50m, IsUpward: true, 10m, Money(10.01m)), Score(One("A1", 60m) with { Ladders = [rising] }, ("share", 40m)).Next);
        var counted = Score(One("A1", 60m) with { Ladders = [rising] }, PolicyUnit.Count, ("share", 40m)).Next!;
        Assert.Equal((51m, 11m), (counted.Limit, counted.Distance));
        var days = Score(One("A1", 60m) with { Ladders = [closed] }, PolicyUnit.Days, ("share", 25m)).Next!;
        Assert.Equal((19m, 6m), (days.Limit, days.Distance));
    }

    [Fact]
    public void What_is_left_out_is_not_asked_for_and_the_rest_is_scaled()
    {
        var scheme = Graded(("good", 80m, null), ("poor", 0m, null)) with
        {
            Groups = [Group("A", 60m, One("A1", 60m) with { LeftOut = [NotApplicable.NoPlan] }), Group("B", 40m, One("B1", 30m), One("B2", 10m) with { Ladders = [Full("other", 10m)] })],
        };
        var card = Card(scheme, PolicyErrors.NoPlan(), ("share", null), ("other", 10m));
        Assert.Equal(["A1"], card.LeftOut.Select(score => score.Indicator.Id));
        Assert.Equal((40m, 10m, 25m, 75m), (card.Scale.Applicable, card.Given, card.Points, card.Open));
        Assert.Equal(("poor", "good", 10m, 0m), (card.Grade!.Id, card.NextGrade!.Id, card.PointsOf(scheme.Groups[1]), card.PointsOf(scheme.Groups[0])));
        var other = Card(scheme, PolicyErrors.NoMoneyYet(), ("share", null), ("other", 10m));
        Assert.Equal((true, 10m, 90m), (other.Scale.IsWhole, other.Points, other.Open));
        Assert.Equal(33.33m, new ScoreScale(30m).Of(10m));
        var whole = Card(scheme, PolicyErrors.NoMoneyYet(), ("share", 10m), ("other", 10m));
        Assert.Equal((100m, 100m, 0m), (whole.Given, whole.Points, whole.Open));
        Assert.Equal([60m, 40m], scheme.Groups.Select(whole.PointsOf));
    }

    [Fact]
    public void People_score_an_indicator_of_which_something_is_asked_of_them_and_none_without_a_ladder()
    {
        var computed = One("A1", 60m);
        var asked = Full("said") with { Entered = Stated };
        Assert.Equal(
            [false, true, true, false],
            new IReadOnlyList<Ladder>[] { computed.Ladders, [asked], [Full("share"), asked], [] }
                .Select(ladders => (computed with { Ladders = ladders }).LeavesRoom));
    }

    [Fact]
    public void A_template_says_which_groups_are_open_and_an_early_year_is_early()
    {
        var template = Sound() with { IsTemplate = true, Groups = [Group("A", null), Group("B", 40m, One("B1", 40m)), Group("C", null)] };
        Assert.Contains("A, C", template.WhyIncomplete!.ToString(), StringComparison.Ordinal);
        Assert.Null(Sound().WhyIncomplete);
        var scheme = Sound();
        Assert.Equal((true, false, true, false), (scheme.IsEarly(2019, new DateOnly(2023, 1, 1)), scheme.IsEarly(2020, new DateOnly(2023, 1, 1)),
            scheme.IsEarly(2020, new DateOnly(2019, 12, 31)), scheme.IsEarly(2020, new DateOnly(2020, 1, 1))));
    }

    [Fact]
    public void A_review_names_every_open_indicator_once_within_its_points_and_says_why_it_differs()
    {
        var scheme = Sound() with { Groups = [Group("A", 60m, One("A1", 60m) with { Ladders = [Full("said") with { Entered = Stated }] }), Group("B", 40m, One("B1", 40m))] };
        SelfEntry[] stated = [new("said", "5", "paper")];
        Assert.Empty(ReviewRules.Check(scheme, stated));
        Assert.Equal(["evaluation.entryMissing"], Codes(ReviewRules.Check(scheme, [])));
        Assert.Equal(["evaluation.entryUnasked"], Codes(ReviewRules.Check(scheme, [.. stated, new("other", "5", "paper")])));
        Assert.Equal(["evaluation.entryUnasked"], Codes(ReviewRules.Check(scheme, [.. stated, stated[0]])));
        Assert.Equal(["policy.proofMissing"], Codes(ReviewRules.Check(scheme, [stated[0] with { Proof = " " }])));
        Assert.Empty(ReviewRules.Check(scheme, [new("said", " ", "")]));
        Assert.Empty(Review(("A1", 60m, "")));
        Assert.Equal(["evaluation.scoreUnexplained"], Review(("A1", 59m, " -")));
        Assert.Empty(Review(("A1", 59m, "late")));
        Assert.Empty(Review(("A1", 0m, "none")));
        Assert.Equal(["evaluation.scoreOutOfRange"], Review(("A1", 60.01m, "more")));
        Assert.Equal(["evaluation.scoreOutOfRange"], Review(("A1", -0.01m, "less")));
        Assert.Equal(["evaluation.scoreMissing"], Review());
        Assert.Equal(["evaluation.scoreMissing"], Review(("A1", null, "word")));
        Assert.Equal(["evaluation.indicatorUnknown"], Review(("A1", 60m, ""), ("A1", 60m, "")));
        Assert.Equal(["evaluation.indicatorUnknown"], Review(("A1", 60m, ""), ("X", 60m, "")));
        Assert.Equal(["evaluation.scoreFixed"], Review(("A1", 60m, ""), ("B1", 40m, "")));
        Assert.Empty(Review(("A1", 60m, ""), ("B1", null, "only a word")));
        Assert.Equal(["evaluation.scoreFixed"], Codes(ReviewRules.Check(scheme, [new ReviewScore("A1", 60m, "")], stated, ["A1"])));
        Assert.Empty(ReviewRules.Check(scheme, [], stated, ["A1"]));

        string[] Review(params (string Id, decimal? Points, string Comment)[] said) =>
            Codes(ReviewRules.Check(scheme, [.. said.Select(one => new ReviewScore(one.Id, one.Points, one.Comment))], stated, []));
    }

    private static string[] Codes(IEnumerable<DomainError> errors) => [.. errors.Select(error => error.Code)];

    private static string[] Refusals(Scheme scheme) => SchemeRules.Check(scheme, Inputs) is { IsSuccess: false } refused ? Codes(refused.Errors) : [];

    private static Scheme Sound() => new(
        "test", "test-1", Name("test"), Name("test"), SourceStatus.Text, new DateOnly(2020, 1, 1), 2020, IsTemplate: false, IsOwn: true,
        [Group("A", 60m, One("A1", 60m)), Group("B", 40m, One("B1", 40m))], [], [], new ReviewTerms(ReviewMethod.Median, 3, 10), 2m);

    private static Scheme Graded(params (string Id, decimal From, GradeTerms? Terms)[] grades) =>
        Sound() with { Grades = [.. grades.Select(grade => new Grade(grade.Id, Name(grade.Id), grade.From, grade.Terms))] };

    private static Scheme With(params IReadOnlyList<Ladder> ladders) =>
        Sound() with { Groups = [Group("A", 60m, One("A1", 60m) with { Ladders = ladders }), Group("B", 40m, One("B1", 40m))] };

    private static IndicatorGroup Group(string id, decimal? of, params IReadOnlyList<Indicator> indicators) => new(id, Name(id), of, indicators);

    private static Indicator One(string id, decimal of) => new(id, Name(id), of, [Full("share", of)], []);

    private static Ladder Full(string input, decimal of = 60m) => new(input, null, null, [new Band(0m, IsAbove: false, null, of)]);

    private static Ladder Steps(string input) => new(input, null, null, [new Band(0m, false, 30m, 10m), new Band(30m, false, 50m, 30m), new Band(50m, false, null, 60m)]);

    private static IndicatorScore Score(Indicator indicator, params (string Input, decimal? Number)[] numbers) => Score(indicator, PolicyUnit.Percent, numbers);

    private static IndicatorScore Score(Indicator indicator, PolicyUnit unit, params (string Input, decimal? Number)[] numbers) => Assert.Single(
        Card(Sound() with { Groups = [Group("A", 60m, indicator)] }, PolicyErrors.NoMoneyYet(), unit, numbers).Scores);

    private static Scorecard Card(Scheme scheme, DomainError reason, params (string Input, decimal? Number)[] numbers) => Card(scheme, reason, PolicyUnit.Percent, numbers);

    private static Scorecard Card(Scheme scheme, DomainError reason, PolicyUnit unit, params (string Input, decimal? Number)[] numbers) => SchemeJudge.Score(
        scheme, new PolicySubject("X", Name("X"), new NodeId(1)),
        ladder => (numbers.First(one => one.Input == ladder.Input).Number is { } number
            ? new InputReading(Figure<Percentage>.Of(new FigureId("policy." + ladder.Input, "X"), Percentage.FromPercent(number), Trail.Empty), number, Money(number), Money(100m))
            : new InputReading(Figure<Percentage>.None(new FigureId("policy." + ladder.Input, "X"), reason), null), unit), isRetroactive: false);

    private static Money Money(decimal amount) => Domain.Values.Money.Of(amount, Currency.Cny);

    private static BilingualName Name(string name) => BilingualName.Of(name, name);
}
