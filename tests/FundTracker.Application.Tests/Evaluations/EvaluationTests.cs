using FundTracker.Application.Evaluations;
using FundTracker.Application.Figures;
using FundTracker.Application.Funds;
using FundTracker.Application.Ledger;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Records;
using FundTracker.Domain.Evaluations;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Holdings;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using static FundTracker.Application.Tests.World;

namespace FundTracker.Application.Tests.Evaluations;

/// <summary>A year's evaluation, through the dispatcher. The clock of the tests stands in 2024, so that 2023 is over.</summary>
public sealed class EvaluationTests
{
    private static readonly Actor SubFund1 = Actors.SubFundManagerOf("SUB");
    private static readonly SelfEntry Occupied = new("carrierOccupancy", "85", "list of tenants 2023-12");

    [Fact]
    public async Task A_sealed_evaluation_states_its_grade_as_a_fact_from_the_day_of_the_decision()
    {
        await using var world = await Funded();
        var before = Stamp.From(world.Host.Clock.GetUtcNow());
        world.Host.Clock.Advance(TimeSpan.FromHours(1));
        var id = await Settled(world);
        var day = DateOnly.FromDateTime(world.Host.Clock.GetUtcNow().UtcDateTime);
        var done = await world.Must(new SealEvaluation.Command(Mf, id), Actors.Committee2);
        var book = await world.Host.Books(Mf);
        var sub = book.FindNode("SUB")!.Id;
        var fact = book.FactOn(sub, "evaluationGrade:district", day, Stamp.Max);
        Assert.Equal(new EvaluationGrade(2023, done.Points, done.Grade), EvaluationGrade.Read(fact!.Value));
        Assert.Null(book.FactOn(sub, "evaluationGrade:district", day.AddDays(-1), Stamp.Max));
        Assert.Null(book.FactOn(sub, "evaluationGrade:district", day, before));
        Assert.True((await world.Must(new VerifyLedger.Query(Mf), Actors.Auditor1)).Facts.Holds);
    }

    [Fact]
    public async Task Reviewers_points_are_combined_and_computed_ones_stay_the_engines()
    {
        await using var world = await Funded();
        var id = await Reviewed(world, (Actors.Committee1, 5m), (Actors.Committee2, 4m), (Actors.Committee3, 2m));
        var seen = await world.Must(new GetEvaluation.Query(Mf, "SUB", id), Actors.Auditor1);
        var entered = seen.Card.Indicators.Single(one => one.Score.Indicator.Id == "P4");
        Assert.Equal((4m, 3m, 3), (entered.Points, entered.Spread, entered.Votes.Count));
        var pre = await world.Must(new GetScorecard.Query(Mf, "district", 2023, "SUB"));
        Assert.All(seen.Card.Indicators.Where(one => !one.Score.Indicator.LeavesRoom), one =>
            Assert.Equal(pre.Card.Scores.Single(score => score.Indicator.Id == one.Score.Indicator.Id).Points, one.Points));
        Assert.Equal(pre.Card.Given + 4m, seen.Card.Given);
    }

    [Fact]
    public async Task Until_the_result_is_announced_a_member_sees_its_own_review_alone_and_managers_none()
    {
        await using var world = await Funded();
        var id = await Reviewed(world, (Actors.Committee1, 5m), (Actors.Committee2, 4m));
        Assert.Equal(["committee1"], await Votes(world, id, Actors.Committee1));
        Assert.Empty(await Votes(world, id, Actors.Committee3));
        Assert.Empty(await Votes(world, id, SubFund1));
        Assert.Equal(["committee1", "committee2"], await Votes(world, id, Actors.Auditor1));
        await world.Must(new AnnounceResult.Command(Mf, id), Actors.Committee1);
        Assert.Equal(["committee1", "committee2"], await Votes(world, id, Actors.Manager1));
        Assert.Equal(["", ""], await Votes(world, id, SubFund1));
        Assert.All((await world.Must(new GetEvaluation.Query(Mf, "SUB", id), SubFund1)).Steps.Where(step => step.Kind == EvaluationEventKind.Reviewed),
            step => Assert.Equal("", step.By));
    }

    [Fact]
    public async Task Each_step_is_refused_to_whoever_it_is_not_for()
    {
        await using var world = await Funded();
        await world.Refuses("pipeline.notAllowed", new OpenEvaluation.Command(Mf, "SUB", "district", Year: 2023), Actors.Manager1);
        var id = await world.Must(new OpenEvaluation.Command(Mf, "SUB", "district", Year: 2023), Actors.Committee1);
        await world.Refuses("evaluation.notItsManager", new HandInSelfReview.Command(Mf, "SUB", id, [Occupied]), Actors.Manager1);
        await world.Refuses("pipeline.notAllowed", new HandInSelfReview.Command(Mf, "SUB", id, [Occupied]), Actors.SubFundManagerOf("OTHER"));
        await world.Refuses("pipeline.notFound", new HandInSelfReview.Command(Mf, Mf, id, [Occupied]), Actors.Manager1);
        await world.Refuses("policy.proofMissing", new HandInSelfReview.Command(Mf, "SUB", id, [Occupied with { Proof = "" }]), SubFund1);
        await world.Refuses("evaluation.entryMissing", new HandInSelfReview.Command(Mf, "SUB", id, []), SubFund1);
        await world.Must(new HandInSelfReview.Command(Mf, "SUB", id, [Occupied]), SubFund1);
        await world.Refuses("evaluation.notInStage", new HandInSelfReview.Command(Mf, "SUB", id, [Occupied]), SubFund1);
        await world.Refuses("pipeline.notAllowed", new ReviewEvaluation.Command(Mf, id, [new("P4", 5m, "")]), Actors.Approver1);
        await world.Refuses("evaluation.scoreUnexplained", new ReviewEvaluation.Command(Mf, id, [new("P4", 3m, "")]), Actors.Committee1);
        await world.Refuses("evaluation.scoreFixed", new ReviewEvaluation.Command(Mf, id, [new("P4", 5m, ""), new("P1", 15m, "")]), Actors.Committee1);
        await world.Must(new ReviewEvaluation.Command(Mf, id, [new("P4", 5m, "")]), Actors.Committee1);
        await world.Refuses("evaluation.reviewsMissing", new AnnounceResult.Command(Mf, id), Actors.Committee1);
        await world.Refuses("evaluation.notInStage", new SealEvaluation.Command(Mf, id), Actors.Committee2);
        await world.Refuses("pipeline.notAllowed", new GetEvaluation.Query(Mf, "SUB", id), Actors.SubFundManagerOf("OTHER"));
        await world.Refuses("pipeline.notAllowed", new ListEvaluations.Query(Mf), SubFund1);
        Assert.Single(await world.Must(new ListEvaluations.Query(Mf, "SUB"), SubFund1));
    }

    [Fact]
    public async Task A_sub_funds_manager_opens_the_trails_of_its_own_figures_and_no_others()
    {
        await using var world = await Funded();
        foreach (var own in new[] { "paidIn@SUB", "policy.totalToMother@SUB" })
            Assert.Equal(own, (await world.Must(new GetTrail.Query(Mf, own, Day("2023-12-31")), SubFund1)).Figure.Figure.Id.ToString());
        await world.Refuses("pipeline.notAllowed", new GetTrail.Query(Mf, "paidIn@MF", Day("2023-12-31")), SubFund1);
        await world.Refuses("pipeline.notAllowed", new GetTrail.Query(Mf, "paidIn@SUB", Day("2023-12-31")), Actors.SubFundManagerOf("OTHER"));
        await world.Refuses("pipeline.notAllowed", new GetTrail.Query(Mf, "nonsense", Day("2023-12-31")), SubFund1);
    }

    [Fact]
    public async Task Who_opened_does_not_seal_and_what_is_sealed_is_not_edited()
    {
        await using var world = await Funded();
        var id = await Settled(world);
        await world.Refuses("approval.samePerson", new SealEvaluation.Command(Mf, id), Actors.Committee1);
        await world.Refuses("evaluation.decisionDay", new SealEvaluation.Command(Mf, id, Day("2023-12-30")), Actors.Committee2);
        await world.Must(new SealEvaluation.Command(Mf, id), Actors.Committee2);
        await world.Refuses("evaluation.sealed", new SealEvaluation.Command(Mf, id), Actors.Committee3);
        await world.Refuses("evaluation.sealed", new ReviewEvaluation.Command(Mf, id, [new("P4", 5m, "")]), Actors.Committee3);
        await world.Refuses("evaluation.sealed", new ObjectToResult.Command(Mf, "SUB", id, "again"), SubFund1);
        await world.Refuses("evaluation.sealed", new WithdrawEvaluation.Command(Mf, id, "a mistake"), Actors.Committee2);
        await world.Refuses("evaluation.exists", new OpenEvaluation.Command(Mf, "SUB", "district", Year: 2023), Actors.Committee1);
    }

    [Fact]
    public async Task An_objection_comes_within_its_days()
    {
        await using var world = await Funded();
        var id = await Reviewed(world, (Actors.Committee1, 5m), (Actors.Committee2, 5m));
        await world.Must(new AnnounceResult.Command(Mf, id), Actors.Committee1);
        await world.Refuses("evaluation.objectionRuns", new SealEvaluation.Command(Mf, id), Actors.Committee2);
        world.Host.Clock.Advance(TimeSpan.FromDays(16));
        await world.Refuses("evaluation.objectionTooLate", new ObjectToResult.Command(Mf, "SUB", id, "the NAV"), SubFund1);
        await world.Must(new SealEvaluation.Command(Mf, id), Actors.Committee2);
    }

    [Fact]
    public async Task A_fund_has_one_evaluation_by_a_scheme_for_a_year_until_it_is_taken_back()
    {
        await using var world = await Funded();
        var id = await world.Must(new OpenEvaluation.Command(Mf, "SUB", "district", Year: 2023), Actors.Committee1);
        await world.Refuses("evaluation.exists", new OpenEvaluation.Command(Mf, "SUB", "district", Year: 2023), Actors.Committee2);
        await world.Must(new OpenEvaluation.Command(Mf, Mf, "district", Year: 2023), Actors.Committee2);
        await world.Refuses("evaluation.reasonMissing", new WithdrawEvaluation.Command(Mf, id, " "), Actors.Committee1);
        await world.Must(new WithdrawEvaluation.Command(Mf, id, "opened by mistake"), Actors.Committee1);
        await world.Must(new OpenEvaluation.Command(Mf, "SUB", "district", Year: 2023), Actors.Committee2);
    }

    [Fact]
    public async Task Templates_running_years_and_years_before_a_scheme_are_refused()
    {
        await using var world = await Funded();
        await world.Refuses("evaluation.schemeIncomplete", new OpenEvaluation.Command(Mf, Mf, "quanzhou", Year: 2023), Actors.Committee1);
        await world.Refuses("evaluation.schemeIncomplete", new OpenEvaluation.Command(Mf, Mf, "fujian", Year: 2023), Actors.Committee1);
        await world.Refuses("evaluation.yearNotOver", new OpenEvaluation.Command(Mf, Mf, "district", Year: 2024), Actors.Committee1);
        await world.Refuses("evaluation.notForYear", new OpenEvaluation.Command(Mf, Mf, "1753", Year: 2023), Actors.Committee1);
        var id = await world.Must(new OpenEvaluation.Command(Mf, Mf, "1753", Year: 2023, Retroactive: true), Actors.Committee1);
        Assert.True((await world.Must(new GetEvaluation.Query(Mf, Mf, id), Actors.Committee1)).Head.IsRetroactive);
        await world.Refuses("evaluation.timingNotServed", new OpenEvaluation.Command(Mf, Mf, "setup", Year: 2023), Actors.Committee1);
        await world.Refuses("evaluation.timingNotServed", new GetScorecard.Query(Mf, "setup", 2023));
        await world.Refuses("evaluation.tooLateForExAnte", new OpenEvaluation.Command(Mf, "SUB", "setup", EvaluationTiming.ExAnte), Actors.Committee1);
        await world.Refuses("evaluation.tooEarlyForWholeLife", new OpenEvaluation.Command(Mf, "SUB", "district", EvaluationTiming.WholeLife), Actors.Committee1);
    }

    [Fact]
    public async Task A_planned_fund_is_reviewed_before_its_set_up_and_its_grade_is_no_yearly_one()
    {
        await using var world = await Funded();
        await world.Must(new OpenSubFund.Command(Mf, "PLAN", "拟设基金", "Planned fund", "CNY", Start, LegalForm.Partnership, Status: FundStatus.Pipeline));
        var id = await world.Must(new OpenEvaluation.Command(Mf, "PLAN", "setup", EvaluationTiming.ExAnte), Actors.Committee1);
        SelfEntry[] entries =
        [
            new("setupKeyFieldShare", "82", "term sheet 3"), new("setupOthersCommitted", "3.2", "letters of intent"), new("seniorStaffYears", "12", "curricula"),
            new("setupProjectsReady", "6", "list of projects"), new("setupTermsClean", "yes", "term sheet 9"), new("setupStudyDone", "", ""),
        ];
        await world.Must(new HandInSelfReview.Command(Mf, "PLAN", id, entries), Actors.Manager1);
        ReviewScore[] scores = [new("D1", 20m, ""), new("D2", 15m, ""), new("T1", 15m, ""), new("T2", 10m, ""), new("G1", 15m, ""), new("G2", 0m, "")];
        await world.Must(new ReviewEvaluation.Command(Mf, id, scores), Actors.Committee1);
        await world.Must(new ReviewEvaluation.Command(Mf, id, [.. scores.SkipLast(1), new("G2", 5m, "a draft was seen")]), Actors.Committee2);
        await world.Must(new AnnounceResult.Command(Mf, id), Actors.Committee1);
        await world.Must(new AcceptResult.Command(Mf, "PLAN", id), Actors.Manager1);
        var done = await world.Must(new SealEvaluation.Command(Mf, id), Actors.Committee2);
        // 75 and the mean of 0 and 5.
        Assert.Equal((77.5m, "revise"), (done.Points, done.Grade));
        var book = await world.Host.Books(Mf);
        Assert.NotNull(book.FactOn(book.FindNode("PLAN")!.Id, "evaluationGrade:setup/exAnte", DateOnly.MaxValue, Stamp.Max));
        Assert.Null(book.FactOn(book.FindNode("PLAN")!.Id, "evaluationGrade:setup", DateOnly.MaxValue, Stamp.Max));
    }

    [Fact]
    public async Task A_past_day_evaluated_again_later_gives_the_sealed_result()
    {
        await using var world = await Funded();
        await world.Post(new RecordNav.Command(Mf, "SUB", Day("2023-12-31"), 120m, ValuationMethod.ManagerStatement, "statement of the manager"));
        var id = await Settled(world);
        await world.Must(new SealEvaluation.Command(Mf, id), Actors.Committee2);
        var then = await world.Must(new GetEvaluation.Query(Mf, "SUB", id), Actors.Auditor1);
        var content = await world.Must(new GetSealedContent.Query(Mf, id), Actors.Auditor1);
        Assert.True(then.Proof is { HashHolds: true, Replays: true });
        Assert.Equal(content.Sha256, Evaluation.HashOf(content.Content));
        Assert.Contains("\"sealedBy\":\"committee2\"", content.Content, StringComparison.Ordinal);
        world.Host.Clock.Advance(TimeSpan.FromDays(90));
        await world.Post(new RecordNav.Command(Mf, "SUB", Day("2023-12-31"), 40m, ValuationMethod.ManagerStatement, "statement of the manager"));
        var later = await world.Must(new GetEvaluation.Query(Mf, "SUB", id), Actors.Auditor1);
        Assert.True(later.Proof is { HashHolds: true, Replays: true });
        Assert.Equal(then.Card.Points, later.Card.Points);
        Assert.NotEqual(later.Card.Points, (await world.Must(new GetScorecard.Query(Mf, "district", 2023, "SUB"))).Card.Points + 5m);
        foreach (var figure in later.Card.Indicators.Where(one => !one.Score.Indicator.LeavesRoom).Select(one => one.Score.Deciding.Reading.Figure))
        {
            var trail = await world.Must(new GetTrail.Query(Mf, figure.Id.ToString(), later.Head.AsOf, later.KnownAt));
            Assert.Equal(figure.Value, trail.Figure.Figure.Value);
        }
    }

    [Fact]
    public async Task What_follows_from_a_grade_is_said_in_money()
    {
        await using var world = await Funded();
        await world.Post(new RecordNav.Command(Mf, "SUB", Day("2023-12-31"), 150m, ValuationMethod.ManagerStatement, "statement of the manager"));
        var id = await Reviewed(world, (Actors.Committee1, 5m), (Actors.Committee2, 5m));
        var seen = await world.Must(new GetEvaluation.Query(Mf, "SUB", id), Actors.Auditor1);
        Assert.Equal("notPassed", seen.Card.Grade!.Id);
        var fee = seen.Consequences.Single(one => one.Kind == ConsequenceKind.ManagementFee);
        // 2 % of 100 paid in, times 0.7.
        Assert.Equal((0.7m, Yuan(2m), Yuan(1.4m)), (fee.Term, fee.Base, fee.Amount));
        var gain = seen.Consequences.Single(one => one.Kind == ConsequenceKind.GainGivenUp);
        Assert.Equal((0m, Yuan(50m), Yuan(0m)), (gain.Term, gain.Base, gain.Amount));
        Assert.Equal("evaluation.nothingToPay", seen.Consequences.Single(one => one.Kind == ConsequenceKind.NextTranche).Reason!.Code);
    }

    [Fact]
    public async Task Funds_are_compared_side_by_side_and_over_the_years()
    {
        await using var world = await Funded();
        var id = await Settled(world);
        var done = await world.Must(new SealEvaluation.Command(Mf, id), Actors.Committee2);
        var row = Assert.Single((await world.Must(new CompareEvaluations.Query(Mf, "district", 2023))).Rows);
        Assert.Equal(("SUB", done.Points), (row.Card.Subject.Code, row.Points));
        Assert.NotNull(row.Nearest);
        var trend = await world.Must(new GetEvaluationTrend.Query(Mf, "SUB", "district"), SubFund1);
        Assert.Equal([2023, 2024], trend.Years.Select(year => year.Number));
        Assert.Equal((done.Points, true), (trend.Years[0].Evaluation!.Points, trend.Years[1].IsRunning));
        await world.Refuses("evaluation.schemeIncomplete", new CompareEvaluations.Query(Mf, "fujian", 2023));
        await world.Refuses("pipeline.notAllowed", new CompareEvaluations.Query(Mf, "district", 2023), SubFund1);
    }

    private static async Task<string[]> Votes(World world, EvaluationId id, Actor actor) =>
    [
        .. (await world.Must(new GetEvaluation.Query(Mf, "SUB", id), actor)).Card.Indicators.Single(one => one.Score.Indicator.Id == "P4").Votes
            .Select(vote => vote.Reviewer),
    ];

    private static async Task<EvaluationId> Reviewed(World world, params (Actor Member, decimal Points)[] reviews)
    {
        var id = await world.Must(new OpenEvaluation.Command(Mf, "SUB", "district", Year: 2023), Actors.Committee1);
        await world.Must(new HandInSelfReview.Command(Mf, "SUB", id, [Occupied], "a good year"), SubFund1);
        foreach (var (member, points) in reviews)
            await world.Must(new ReviewEvaluation.Command(Mf, id, [new ReviewScore("P4", points, points == 5m ? "" : "seen on the spot")]), member);
        return id;
    }

    private static async Task<EvaluationId> Settled(World world)
    {
        var id = await Reviewed(world, (Actors.Committee1, 5m), (Actors.Committee2, 5m));
        await world.Must(new AnnounceResult.Command(Mf, id), Actors.Committee1);
        await world.Must(new ObjectToResult.Command(Mf, "SUB", id, "one more exit was made"), SubFund1);
        await world.Must(new AnswerObjection.Command(Mf, id, "it falls into the next year"), Actors.Committee1);
        return id;
    }
}
