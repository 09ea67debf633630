using FundTracker.Application.Committees;
using FundTracker.Application.Evaluations;
using FundTracker.Application.Records;
using FundTracker.Domain.Committees;
using FundTracker.Domain.Evaluations;
using FundTracker.Domain.Ledgers;
using FundTracker.Testing.Databases;
using static FundTracker.Application.Tests.World;

namespace FundTracker.Application.Tests.Committees;

/// <summary>What the committee must decide, and what was recorded since it last met.</summary>
public sealed class CockpitTests
{
    [Fact]
    public async Task A_commitment_waits_until_a_resolution_covers_it()
    {
        await using var world = await Empty();
        await world.Needs("commitment>=50");
        var small = await world.Must(new RecordCommitment.Command(Mf, "SUB", Mf, 49m, Start));
        Assert.Empty((await Cockpit(world)).Waiting);
        await world.Approve(small);
        await world.Must(new ChangeCommitment.Command(Mf, "SUB", Mf, Domain.Capital.CommitmentChange.Increase, 60m, Start));
        var waiting = Assert.Single((await Cockpit(world)).Waiting);
        Assert.Equal(
            (MotionKind.Commitment, "SUB", Yuan(60m), "manager1", "committee.commitmentNotResolved"),
            (waiting.Kind, waiting.Fund.Code, waiting.Amount, waiting.By, waiting.Refusal.Code));
        await world.Carry(await world.Put(MotionKind.Commitment, "SUB", 60m));
        Assert.Empty((await Cockpit(world)).Waiting);
    }

    [Fact]
    public async Task An_evaluation_is_the_committees_from_the_self_review_on_and_waits_for_its_resolution_once_it_stands()
    {
        await using var world = await Funded();
        await world.Needs("sealing");
        var id = await world.Must(new OpenEvaluation.Command(Mf, Mf, "district", Year: 2023), Actors.Committee1);
        Assert.Empty((await Cockpit(world)).Evaluations);
        await world.Must(new HandInSelfReview.Command(Mf, Mf, id, [new SelfEntry("carrierOccupancy", "", "")]));
        Assert.Equal(EvaluationStage.UnderReview, Assert.Single((await Cockpit(world)).Evaluations).Stage);
        foreach (var member in new[] { Actors.Committee1, Actors.Committee2 })
            await world.Must(new ReviewEvaluation.Command(Mf, id, [new ReviewScore("P4", 0m, "")]), member);
        await world.Must(new AnnounceResult.Command(Mf, id), Actors.Committee1);
        Assert.Empty((await Cockpit(world)).Evaluations);
        await world.Must(new AcceptResult.Command(Mf, Mf, id));
        var cockpit = await Cockpit(world);
        Assert.Equal(EvaluationStage.Settled, Assert.Single(cockpit.Evaluations).Stage);
        Assert.Equal((MotionKind.Sealing, id.ToString()), (Assert.Single(cockpit.Waiting).Kind, cockpit.Waiting[0].Id));
    }

    [Fact]
    public async Task An_evaluation_that_nobody_objected_to_waits_for_its_resolution_once_the_days_for_it_are_over()
    {
        await using var world = await Funded();
        await world.Needs("sealing");
        var id = await world.Announced();
        Assert.Empty((await Cockpit(world)).Waiting);
        world.Host.Clock.Advance(TimeSpan.FromDays(16));
        var waiting = Assert.Single((await Cockpit(world)).Waiting);
        Assert.Equal((MotionKind.Sealing, id.ToString(), "committee.sealingNotResolved"), (waiting.Kind, waiting.Id, waiting.Refusal.Code));
        await world.Refuses("committee.sealingNotResolved", new SealEvaluation.Command(Mf, id), Actors.Committee2);
    }

    [Fact]
    public async Task What_was_recorded_since_the_last_meeting_is_told_with_its_lines()
    {
        await using var world = await Funded();
        await world.Seat();
        world.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.Must(new BindPaper.Command(Mf, 1, await world.Put(MotionKind.Report), "2023Q4"));
        var before = await Cockpit(world);
        Assert.Null(before.Last);
        await world.Must(new DecideItem.Command(Mf, 1, 1, []), Actors.Committee1);
        world.Host.Clock.Advance(TimeSpan.FromDays(3));
        await world.Post(new RecordFundCash.Command(Mf, Mf, LineKind.Expense, Day("2023-12-30"), 7m));
        await world.Post(new ChangeCommitment.Command(Mf, "SUB", Mf, Domain.Capital.CommitmentChange.Increase, 25m, Day("2024-01-04")));
        var cockpit = await Cockpit(world, "2024-01-05");
        Assert.Equal((1, Day("2024-01-02"), Day("2023-12-31")), (cockpit.Last!.Number, cockpit.Last.Date, cockpit.Last.AsOf));
        Assert.Equal((LineKind.CommitmentIncrease, "SUB", Yuan(25m)), cockpit.Commitments.Select(line => (line.Kind, line.Investee.Code, line.Amount)).Single());
        Assert.Equal((LineKind.Expense, Yuan(7m)), cockpit.Restated.Select(line => (line.Kind, line.Amount)).Single());
        Assert.Empty((await Cockpit(world, "2024-01-03")).Commitments);
    }

    private static Task<GetCockpit.Answer> Cockpit(World world, string day = "2024-01-02") => world.Must(new GetCockpit.Query(Mf, Day(day)));
}
