using FundTracker.Application.Evaluations;
using FundTracker.Application.Funds;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Records;
using FundTracker.Domain.Evaluations;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Holdings;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Testing.Databases;
using static FundTracker.Application.Tests.World;

namespace FundTracker.Application.Tests.Evaluations;

/// <summary>A fund that is wound up is evaluated over its whole life, from opening to sealed, through the dispatcher.</summary>
public sealed class WholeLifeTests
{
    private static readonly Actor SubFund1 = Actors.SubFundManagerOf("SUB");

    [Fact]
    public async Task A_fund_in_liquidation_is_evaluated_over_its_whole_life_and_the_grade_is_no_yearly_one()
    {
        await using var world = await Funded();
        await world.Post(new RecordNav.Command(Mf, "SUB", Day("2023-12-31"), 120m, ValuationMethod.ManagerStatement, "statement of the manager"));
        await world.Refuses("evaluation.tooEarlyForWholeLife", Open(), Actors.Committee1);
        await world.Post(new StateFact.Command(Mf, "SUB", FactNames.FundStatus, nameof(FundStatus.Liquidating), Day("2023-12-31")));
        // The day before it is wound up is still too early; the day itself is not.
        await world.Refuses("evaluation.tooEarlyForWholeLife", Open("2023-12-30"), Actors.Committee1);
        var id = await world.Must(Open("2023-12-31"), Actors.Committee1);
        await world.Must(new OpenEvaluation.Command(Mf, "SUB", "district", Year: 2023), Actors.Committee1);
        await world.Refuses("evaluation.exists", Open("2023-12-31"), Actors.Committee2);

        await world.Must(new HandInSelfReview.Command(Mf, "SUB", id, [new("carrierOccupancy", "85", "list of tenants")], "all our life"), SubFund1);
        foreach (var member in new[] { Actors.Committee1, Actors.Committee2 })
            await world.Must(new ReviewEvaluation.Command(Mf, id, [new ReviewScore("P4", 5m, "")]), member);
        await world.Must(new AnnounceResult.Command(Mf, id), Actors.Committee1);
        await world.Must(new AcceptResult.Command(Mf, "SUB", id), SubFund1);
        await world.Refuses("approval.samePerson", new SealEvaluation.Command(Mf, id), Actors.Committee1);
        var done = await world.Must(new SealEvaluation.Command(Mf, id), Actors.Committee2);

        var seen = await world.Must(new GetEvaluation.Query(Mf, "SUB", id), Actors.Auditor1);
        Assert.Equal((EvaluationTiming.WholeLife, Day("2023-12-31"), EvaluationStage.Sealed), (seen.Head.Timing, seen.Head.AsOf, seen.Head.Stage));
        Assert.True(seen.Proof is { HashHolds: true, Replays: true });
        // 120 of 100 paid in: 6 points of 10 for TVPI.
        Assert.Equal(6m, seen.Card.Indicators.Single(one => one.Score.Indicator.Id == "R1").Points);
        var book = await world.Host.Books(Mf);
        var sub = book.FindNode("SUB")!.Id;
        var fact = book.FactOn(sub, "evaluationGrade:district/wholeLife", DateOnly.MaxValue, Stamp.Max);
        Assert.Equal(new EvaluationGrade(2023, done.Points, done.Grade), EvaluationGrade.Read(fact!.Value));
        Assert.Null(book.FactOn(sub, "evaluationGrade:district", DateOnly.MaxValue, Stamp.Max));
    }

    private static OpenEvaluation.Command Open(string? day = null) =>
        new(Mf, "SUB", "district", EvaluationTiming.WholeLife, AsOf: day is null ? null : Day(day));
}
