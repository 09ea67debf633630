using FundTracker.Domain.Evaluations;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Tests.Evaluations;

/// <summary>The steps of an evaluation, and what each refuses.</summary>
public sealed class EvaluationTests
{
    private static readonly NodeId Mother = new(1);
    private static readonly NodeId Sub = new(2);
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly EvaluationParty SubManager = new("subfund1", ManagesSubFund: true, ManagesMotherFund: false);
    private static readonly EvaluationParty Manager = new("manager1", ManagesSubFund: false, ManagesMotherFund: true);

    [Fact]
    public void An_evaluation_goes_from_opening_to_sealed()
    {
        var evaluation = Settled();
        Assert.True(evaluation.MaySeal("committee2", Today, Today).IsSuccess);
        Assert.True(evaluation.Seal(new SealedResult(91.5m, "excellent", "{}"), "committee2", At(9), Today, Today).IsSuccess);
        Assert.Equal((EvaluationStage.Sealed, 91.5m, "excellent", Today), (evaluation.Stage, evaluation.Points, evaluation.Grade, evaluation.SealedOn));
        Assert.Equal("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a", evaluation.Sha256);
        EvaluationEventKind[] kinds =
        [
            EvaluationEventKind.Opened, EvaluationEventKind.HandedIn, EvaluationEventKind.Reviewed, EvaluationEventKind.Reviewed,
            EvaluationEventKind.Announced, EvaluationEventKind.Objected, EvaluationEventKind.Answered, EvaluationEventKind.Sealed,
        ];
        Assert.Equal(kinds, evaluation.Events.Select(one => one.Kind));
        Assert.Equal(Enumerable.Range(1, 8), evaluation.Events.Select(one => one.Number));
        Assert.Equal(EvaluationTurn.Nobody, evaluation.TurnOn(Today));
    }

    [Fact]
    public void A_sealed_evaluation_refuses_every_step_and_stays_as_it_is()
    {
        var evaluation = Settled();
        evaluation.Seal(new SealedResult(91.5m, "excellent", "{}"), "committee2", At(9), Today, Today);
        var version = evaluation.Version;
        Result<Done>[] steps =
        [
            evaluation.HandIn(Scheme(), [new("study", "yes", "letter 1")], "", null, SubManager, At(10)),
            evaluation.Review(Scheme(), [new("E", 40m, "")], "", "committee3", At(10)),
            evaluation.Announce(Scheme(), At(10), "committee1", At(10), Today),
            evaluation.Object("late thoughts", SubManager, At(10), Today),
            evaluation.Accept(SubManager, At(10)),
            evaluation.Answer("again", At(10), "committee1", At(10)),
            evaluation.Seal(new SealedResult(1m, "", "{\"other\":1}"), "committee3", At(10), Today, Today),
            evaluation.Withdraw("a mistake", "committee1", At(10)),
        ];
        Assert.All(steps, step => Assert.Equal("evaluation.sealed", step.Error.Code));
        Assert.Equal((version, 91.5m, 8), (evaluation.Version, evaluation.Points, evaluation.Events.Count));
    }

    [Theory]
    [InlineData("committee1", "approval.samePerson")]
    [InlineData("COMMITTEE1", "approval.samePerson")]
    [InlineData("subfund1", "approval.samePerson")]
    public void Who_opened_it_or_reviewed_itself_does_not_seal(string by, string code) =>
        Assert.Equal(code, Settled().MaySeal(by, Today, Today).Error.Code);

    [Fact]
    public void While_the_manager_may_object_nobody_seals_and_afterwards_somebody_may()
    {
        var evaluation = Announced();
        Assert.Equal("evaluation.objectionRuns", evaluation.MaySeal("committee2", Today, Today).Error.Code);
        Assert.Equal("evaluation.objectionRuns", evaluation.MaySeal("committee2", Today.AddDays(10), Today).Error.Code);
        Assert.True(evaluation.MaySeal("committee2", Today.AddDays(11), Today).IsSuccess);
        Assert.Equal(EvaluationTurn.SubFundManager, evaluation.TurnOn(Today.AddDays(10)));
        Assert.Equal(EvaluationTurn.Committee, evaluation.TurnOn(Today.AddDays(11)));
        Assert.True(evaluation.Accept(SubManager, At(8)).IsSuccess);
        Assert.True(evaluation.MaySeal("committee2", Today, Today).IsSuccess);
    }

    [Fact]
    public void An_objection_is_made_once_within_its_days_with_a_reason_and_by_the_manager()
    {
        var evaluation = Announced();
        Assert.Equal("evaluation.objectionTooLate", evaluation.Object("the NAV is wrong", SubManager, At(8), Today.AddDays(11)).Error.Code);
        Assert.Equal("evaluation.reasonMissing", evaluation.Object(" - ", SubManager, At(8), Today).Error.Code);
        Assert.Equal("evaluation.notItsManager", evaluation.Object("the NAV is wrong", Manager, At(8), Today).Error.Code);
        Assert.True(evaluation.Object("the NAV is wrong", SubManager, At(8), Today.AddDays(10)).IsSuccess);
        Assert.Equal("evaluation.objectedBefore", evaluation.Object("and the fee", SubManager, At(9), Today).Error.Code);
        Assert.Equal("evaluation.reasonMissing", evaluation.Answer("", At(9), "committee1", At(9)).Error.Code);
        Assert.True(evaluation.Answer("it was righted", At(9), "committee1", At(9)).IsSuccess);
        Assert.Equal("evaluation.objectedBefore", evaluation.Object("and the fee", SubManager, At(9), Today).Error.Code);
        Assert.Equal(At(9), evaluation.KnownAt);
    }

    [Fact]
    public void A_sub_fund_is_reviewed_by_its_own_manager_and_the_mother_fund_or_a_planned_fund_by_the_mother_funds()
    {
        SelfEntry[] entries = [new("study", "yes", "letter 1")];
        Assert.Equal("evaluation.notItsManager", Opened().HandIn(Scheme(), entries, "", null, Manager, At(2)).Error.Code);
        Assert.Equal("evaluation.notItsManager", Opened(fund: Mother).HandIn(Scheme(), entries, "", null, SubManager, At(2)).Error.Code);
        Assert.Equal("evaluation.notItsManager", Opened(timing: EvaluationTiming.ExAnte).HandIn(Scheme(), entries, "", null, SubManager, At(2)).Error.Code);
        Assert.True(Opened(timing: EvaluationTiming.ExAnte).HandIn(Scheme(), entries, "", null, Manager, At(2)).IsSuccess);
        Assert.Equal(EvaluationTurn.FundManager, Opened(fund: Mother).TurnOn(Today));
    }

    [Theory]
    [InlineData("evaluation.entryMissing", "other", "yes", "letter 1")]
    [InlineData("policy.proofMissing", "study", "yes", "")]
    [InlineData("policy.proofMissing", "study", "yes", "-")]
    [InlineData("policy.answerUnreadable", "study", "perhaps", "letter 1")]
    public void A_self_review_without_evidence_is_refused(string code, string input, string answer, string proof)
    {
        var evaluation = Opened();
        var outcome = evaluation.HandIn(Scheme(), [new(input, answer, proof)], "", null, SubManager, At(2));
        Assert.Contains(code, outcome.Errors.Select(error => error.Code));
        Assert.Equal((EvaluationStage.Opened, 0, 1), (evaluation.Stage, evaluation.Entries.Count, evaluation.Events.Count));
    }

    [Fact]
    public void Nothing_claimed_needs_no_proof_and_gives_no_points()
    {
        var evaluation = Opened();
        Assert.True(evaluation.HandIn(Scheme(), [new("study", "", "")], "", null, SubManager, At(2)).IsSuccess);
        Assert.Equal(0m, ReviewRules.LadderPoints(Scheme().Indicators.First(), [.. evaluation.Entries.Select(entry => entry.Stated)]));
    }

    [Theory]
    [InlineData("evaluation.scoreMissing", "C", null, "fine")]
    [InlineData("evaluation.scoreFixed", "C", "60", "")]
    [InlineData("evaluation.indicatorUnknown", "X", "1", "")]
    [InlineData("evaluation.scoreOutOfRange", "E", "40.5", "more")]
    [InlineData("evaluation.scoreOutOfRange", "E", "-1", "less")]
    [InlineData("evaluation.scoreUnexplained", "E", "30", " ")]
    public void A_review_that_leaves_out_overrides_or_does_not_explain_is_refused(string code, string indicator, string? points, string comment)
    {
        var evaluation = HandedIn();
        var given = points is null ? (decimal?)null : decimal.Parse(points, System.Globalization.CultureInfo.InvariantCulture);
        var outcome = evaluation.Review(Scheme(), [new(indicator, given, comment)], "", "committee1", At(3));
        Assert.Contains(code, outcome.Errors.Select(error => error.Code));
        Assert.Empty(evaluation.Reviews);
    }

    [Fact]
    public void A_member_who_reviews_again_counts_once_and_the_first_review_stays_on_record()
    {
        var evaluation = HandedIn();
        evaluation.Review(Scheme(), [new("E", 40m, "")], "", "committee1", At(3));
        evaluation.Review(Scheme(), [new("E", 20m, "half done"), new("C", null, "well paid in")], "", "Committee1", At(4));
        Assert.Equal([40m, 20m], evaluation.Reviews.Select(review => review.Of("E")!.Points!.Value));
        Assert.Equal(20m, Assert.Single(evaluation.Counting).Of("E")!.Points);
        Assert.Equal("evaluation.reviewsMissing", evaluation.Announce(Scheme(), At(5), "committee1", At(5), Today).Error.Code);
        Assert.Equal("approval.samePerson", evaluation.Review(Scheme(), [new("E", 40m, "")], "", "subfund1", At(5)).Error.Code);
    }

    [Fact]
    public void A_review_keeps_points_and_words_and_leaves_out_what_says_neither()
    {
        var evaluation = HandedIn();
        Assert.True(evaluation.Review(Scheme(), [new("E", 40m, ""), new("C", null, "")], "", "committee1", At(3)).IsSuccess);
        Assert.True(evaluation.Review(Scheme(), [new("E", 40m, " "), new("C", null, " \t")], " all well ", "committee2", At(4)).IsSuccess);
        ReviewScore[] both = [new("C", null, " well paid in "), new("E", 0m, "nothing came of it")];
        Assert.True(evaluation.Review(Scheme(), both, "", "committee3", At(5)).IsSuccess);
        Assert.Equal(
            [
                ("committee1", "", "E", 40m, ""), ("committee2", "all well", "E", 40m, ""), ("committee3", "", "C", null, "well paid in"),
                ("committee3", "", "E", 0m, "nothing came of it"),
            ],
            evaluation.Reviews.SelectMany(
                review => review.Scores.Select(score => (review.Reviewer, review.Remark, score.Indicator, score.Points, score.Comment))));
        Assert.Equal([1, 2, 3], evaluation.Reviews.Select(review => review.Number));
        Assert.Null(evaluation.Reviews[0].Of("C"));
    }

    [Fact]
    public void Only_the_manager_accepts_a_result_and_says_nothing_more()
    {
        var evaluation = Announced();
        Assert.Equal("evaluation.notItsManager", evaluation.Accept(Manager, At(8)).Error.Code);
        Assert.Equal((EvaluationStage.Objection, 5), (evaluation.Stage, evaluation.Version));
        Assert.True(evaluation.Accept(SubManager, At(8)).IsSuccess);
        Assert.Equal((EvaluationStage.Settled, 6), (evaluation.Stage, evaluation.Version));
        Assert.Equal("evaluation.notInStage", evaluation.Accept(SubManager, At(9)).Error.Code);
        Assert.Equal(
            ["committee1 ''", "subfund1 'a good year'", "committee1 ''", "committee2 ''", "committee2 ''", "subfund1 ''"],
            evaluation.Events.Select(one => $"{one.By} '{one.Text}'"));
        Assert.Equal(At(8), evaluation.Events[^1].At);
    }

    [Fact]
    public void The_decision_lies_after_what_is_evaluated_and_not_in_the_future()
    {
        Assert.Equal("evaluation.decisionDay", Settled().MaySeal("committee2", Today, Today.AddDays(1)).Error.Code);
        Assert.Equal("evaluation.decisionDay", Settled().MaySeal("committee2", Today, new DateOnly(2025, 12, 30)).Error.Code);
        Assert.True(Settled().MaySeal("committee2", Today, new DateOnly(2025, 12, 31)).IsSuccess);
    }

    [Fact]
    public void It_is_taken_back_with_a_reason_and_only_before_a_result_was_announced()
    {
        Assert.Equal("evaluation.reasonMissing", Opened().Withdraw("", "committee1", At(2)).Error.Code);
        Assert.True(HandedIn().Withdraw("wrong year", "committee1", At(2)).IsSuccess);
        Assert.Equal("evaluation.notInStage", Announced().Withdraw("wrong year", "committee1", At(8)).Error.Code);
    }

    [Fact]
    public void Templates_running_years_other_timings_and_early_years_are_refused()
    {
        Assert.Equal("evaluation.schemeIncomplete", Open(Scheme() with { IsTemplate = true }).Error.Code);
        Assert.Equal("evaluation.noReviewTerms", Open(Scheme() with { Review = null }).Error.Code);
        Assert.Equal("evaluation.timingNotServed", Open(Scheme() with { Timings = [EvaluationTiming.ExAnte] }).Error.Code);
        Assert.Equal("evaluation.yearNotOver", Open(Scheme(), year: 2026).Error.Code);
        Assert.Equal("evaluation.notForYear", Open(Scheme(), year: 2022).Error.Code);
        Assert.True(Open(Scheme(), year: 2022, retroactive: true).Value.IsRetroactive);
        Assert.False(Open(Scheme()).Value.IsRetroactive);
    }

    [Theory]
    [InlineData(ReviewMethod.Median, "30", new[] { "40", "30", "10" })]
    [InlineData(ReviewMethod.Median, "35", new[] { "40", "30" })]
    [InlineData(ReviewMethod.Mean, "26.67", new[] { "40", "30", "10" })]
    [InlineData(ReviewMethod.Mean, "0.13", new[] { "0.12", "0.13" })]
    public void Several_points_become_one_as_the_scheme_says(ReviewMethod method, string one, string[] several)
    {
        var terms = new ReviewTerms(method, 2, 10);
        var points = several.Select(text => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(decimal.Parse(one, System.Globalization.CultureInfo.InvariantCulture), terms.Combine(points));
    }

    [Fact]
    public void Set_up_is_reviewed_before_the_money_and_a_life_once_it_ends()
    {
        var (none, some) = (Money.Zero(Currency.Cny), Money.Of(1m, Currency.Cny));
        Assert.Equal("evaluation.tooLateForExAnte", EvaluationTimes.Check(EvaluationTiming.ExAnte, "SUB", some, "Active").Error.Code);
        Assert.True(EvaluationTimes.Check(EvaluationTiming.ExAnte, "SUB", none, "Pipeline").IsSuccess);
        Assert.Equal("evaluation.tooEarlyForWholeLife", EvaluationTimes.Check(EvaluationTiming.WholeLife, "SUB", some, "Active").Error.Code);
        Assert.True(EvaluationTimes.Check(EvaluationTiming.WholeLife, "SUB", some, "Liquidated").IsSuccess);
    }

    internal static Scheme Scheme()
    {
        var words = BilingualName.Of("评价", "evaluation");
        Indicator entered = new("E", words, 40m, [new Ladder("study", new EvidenceInput("study", PolicyUnit.Flag, words), null, [new Band(1, false, null, 40m)])], LeftOut: []);
        Indicator computed = new("C", words, 60m, [new Ladder("paidInRatio", null, null, [new Band(50, false, null, 60m)])], LeftOut: []);
        return new Scheme(
            "own", "own-1", words, words, SourceStatus.Text, new DateOnly(2023, 1, 1), 2023, IsTemplate: false, IsOwn: true,
            [new IndicatorGroup("A", words, 100m, [entered, computed])], [new Grade("all", words, 0m)], [EvaluationTiming.Yearly, EvaluationTiming.ExAnte],
            new ReviewTerms(ReviewMethod.Median, 2, 10), FeePercent: null);
    }

    private static Stamp At(int hour) => Stamp.From(new DateTimeOffset(2026, 3, 2, hour, 0, 0, TimeSpan.Zero));

    private static Result<Evaluation> Open(Scheme scheme, int year = 2025, bool retroactive = false) => Evaluation.Open(
        new EvaluationId(7), new EvaluationOpening(Mother, Sub, EvaluationTiming.Yearly, year, new DateOnly(year, 12, 31), "{}", retroactive), scheme,
        "committee1", At(1), Today);

    private static Evaluation Opened(NodeId? fund = null, EvaluationTiming timing = EvaluationTiming.Yearly) => Evaluation.Open(
        new EvaluationId(7), new EvaluationOpening(Mother, fund ?? Sub, timing, 2025, new DateOnly(2025, 12, 31), "{}", Retroactive: false), Scheme(),
        "committee1", At(1), Today).Value;

    private static Evaluation HandedIn()
    {
        var evaluation = Opened();
        Assert.True(evaluation.HandIn(Scheme(), [new("study", "yes", "letter 1")], "a good year", null, SubManager, At(2)).IsSuccess);
        return evaluation;
    }

    private static Evaluation Announced()
    {
        var evaluation = HandedIn();
        Assert.True(evaluation.Review(Scheme(), [new("E", 40m, "")], "", "committee1", At(3)).IsSuccess);
        Assert.True(evaluation.Review(Scheme(), [new("E", 30m, "half of it")], "", "committee2", At(4)).IsSuccess);
        Assert.True(evaluation.Announce(Scheme(), At(5), "committee2", At(5), Today).IsSuccess);
        return evaluation;
    }

    private static Evaluation Settled()
    {
        var evaluation = Announced();
        Assert.True(evaluation.Object("the NAV is wrong", SubManager, At(6), Today).IsSuccess);
        Assert.True(evaluation.Answer("it was righted", At(7), "committee1", At(7)).IsSuccess);
        return evaluation;
    }
}
