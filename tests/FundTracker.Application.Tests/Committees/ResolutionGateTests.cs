using System.Text;
using FundTracker.Application.Approvals;
using FundTracker.Application.CapitalCalls;
using FundTracker.Application.Committees;
using FundTracker.Application.Imports;
using FundTracker.Application.Plans;
using FundTracker.Application.Records;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Committees;
using FundTracker.Domain.Values;
using FundTracker.Testing.Databases;
using static FundTracker.Application.Tests.World;

namespace FundTracker.Application.Tests.Committees;

/// <summary>What waits for the committee: commitments and overrides, each released once by what a carried resolution names.</summary>
public sealed class ResolutionGateTests
{
    [Fact]
    public async Task Without_a_stated_need_no_approval_waits_for_a_resolution()
    {
        await using var world = await Empty();
        await world.Seat();
        await world.Commit(Mf, "SUB", 100m);
        Assert.Equal(Yuan(100m), await world.Balance((view, edge) => view.Commitment(edge), Mf, "SUB"));
    }

    [Fact]
    public async Task A_commitment_is_refused_until_a_resolution_covers_it_and_uses_its_amount_up()
    {
        await using var world = await Empty();
        await world.Needs("commitment");
        await world.Commit("FIN", Mf, 300m);
        var first = await world.Must(new RecordCommitment.Command(Mf, "SUB", Mf, 60m, Start));
        var refused = await world.Refuses("committee.commitmentNotResolved", new ApproveVoucher.Command(Mf, first), Actors.Approver1);
        Assert.Equal(Yuan(60m), refused.Args.Single(arg => arg.Name == "amount").Value);

        var item = await world.Put(MotionKind.Commitment, "SUB", 100m);
        await world.Carry(item);
        await world.Approve(first);
        Assert.Equal(Yuan(40m), (await world.Item(item)).Left);
        var second = await world.Must(new ChangeCommitment.Command(Mf, "SUB", Mf, CommitmentChange.Increase, 50m, Start));
        var left = await world.Refuses("committee.commitmentNotResolved", new ApproveVoucher.Command(Mf, second), Actors.Approver1);
        Assert.Equal(Yuan(40m), left.Args.Single(arg => arg.Name == "left").Value);
    }

    [Fact]
    public async Task A_floor_is_held_against_the_whole_commitment_so_that_parts_do_not_slip_below_it()
    {
        await using var world = await Empty();
        await world.Needs("commitment>=100");
        await world.Commit(Mf, "SUB", 99m);
        var rest = await world.Must(new ChangeCommitment.Command(Mf, "SUB", Mf, CommitmentChange.Increase, 1m, Start));
        await world.Refuses("committee.commitmentNotResolved", new ApproveVoucher.Command(Mf, rest), Actors.Approver1);
    }

    [Fact]
    public async Task A_resolution_about_another_fund_or_another_matter_releases_nothing()
    {
        await using var world = await Empty();
        await world.Needs("commitment");
        var voucher = await world.Must(new RecordCommitment.Command(Mf, "SUB", Mf, 60m, Start));
        await world.Carry(await world.Put(MotionKind.Commitment, Mf, 100m));
        await world.Carry(await world.Put(MotionKind.Other, "SUB"));
        await world.Refuses("committee.commitmentNotResolved", new ApproveVoucher.Command(Mf, voucher), Actors.Approver1);
    }

    [Fact]
    public async Task An_override_is_released_by_the_resolution_that_names_the_call_and_by_no_other()
    {
        await using var world = await Committed();
        await world.Needs("override");
        await world.Post(new DrawUpPlan.Command(Mf, Mf, Rolling: true));
        await world.Post(new AddTranche.Command(Mf, Mf, Day("2023-12-31"), 200m, 2023, ["budget approved"]));
        var call = await Submitted(world);
        var other = await Submitted(world);
        await world.Refuses("call.conditionsNotMet", new ApproveCapitalCall.Command(Mf, call), Actors.Approver1);
        await world.Refuses("committee.overrideNotResolved", new ApproveCapitalCall.Command(Mf, call, "urgent"), Actors.Approver1);
        var item = (await world.Must(new PutOnAgenda.Command(
            Mf, 1, "突破", null, MotionKind.Override, Call: call, TextZh: "同意突破。"))).Item;
        await world.Refuses("committee.overrideNotResolved", new ApproveCapitalCall.Command(Mf, call, "urgent"), Actors.Approver1);
        await world.Carry(item);

        await world.Refuses("committee.overrideNotResolved", new ApproveCapitalCall.Command(Mf, other, "urgent"), Actors.Approver1);
        await world.Must(new ApproveCapitalCall.Command(Mf, call, "resolution MF-2024-01"), Actors.Approver1);
        var use = Assert.Single((await world.Item(item)).Released);
        Assert.Equal($"call/{call}", use.What);
    }

    [Fact]
    public async Task A_commitment_in_a_workbook_is_foreseen_refused_and_released_by_a_resolution_and_the_rest_of_its_amount_stays()
    {
        await using var world = await Empty();
        await world.Needs("commitment");
        var file = Commitments($"C1,{Start:yyyy-MM-dd},{Mf},SUB,60");
        var foreseen = await world.Must(new PreviewImport.Query(Mf, ImportKind.Workbook, CommitmentsFile, file));
        Assert.Empty(foreseen.Errors);
        Assert.Equal("committee.commitmentNotResolved", Assert.Single(foreseen.Remarks).Code);
        var batch = (await world.Must(new SubmitImport.Command(Mf, CommitmentsFile, file))).Batch!.Value;
        var refused = await world.Refuses("committee.commitmentNotResolved", new ApproveImport.Command(Mf, batch), Actors.Approver1);
        Assert.Equal(Yuan(60m), refused.Args.Single(arg => arg.Name == "amount").Value);

        var item = await world.Put(MotionKind.Commitment, "SUB", 100m);
        await world.Carry(item);
        await world.Must(new ApproveImport.Command(Mf, batch), Actors.Approver1);
        Assert.Equal(Yuan(60m), await world.Balance((view, edge) => view.Commitment(edge), Mf, "SUB"));
        var card = await world.Item(item);
        Assert.Equal((Yuan(40m), $"import/{batch}"), (card.Left, Assert.Single(card.Released).What));
    }

    [Fact]
    public async Task A_workbook_takes_over_what_was_committed_before_a_resolution_was_needed()
    {
        await using var world = await Empty();
        await world.Needs("commitment");
        var file = Commitments($"C1,{Start.AddDays(-1):yyyy-MM-dd},{Mf},SUB,60");
        var batch = (await world.Must(new SubmitImport.Command(Mf, CommitmentsFile, file))).Batch!.Value;
        await world.Must(new ApproveImport.Command(Mf, batch), Actors.Approver1);
        Assert.Equal(Yuan(60m), await world.Balance((view, edge) => view.Commitment(edge), Mf, "SUB"));
    }

    [Fact]
    public async Task Changes_in_one_workbook_are_held_against_the_floor_together()
    {
        await using var world = await Empty();
        await world.Needs("commitment>=100");
        var file = Commitments($"C1,{Start:yyyy-MM-dd},{Mf},SUB,60", $"C2,{Start:yyyy-MM-dd},{Mf},SUB,40,increase");
        var batch = (await world.Must(new SubmitImport.Command(Mf, CommitmentsFile, file))).Batch!.Value;
        await world.Refuses("committee.commitmentNotResolved", new ApproveImport.Command(Mf, batch), Actors.Approver1);
    }

    private const string CommitmentsFile = "Commitments.csv";

    private static byte[] Commitments(params string[] rows) => Encoding.UTF8.GetBytes(
        string.Join('\n', ["ref,date,holder,fund,amount,kind", .. rows.Select(row => row.Count(cell => cell == ',') < 5 ? row + "," : row)]));

    private static async Task<CapitalCallId> Submitted(World world)
    {
        var call = await world.Draft(Mf, 50m, tranche: 1);
        await world.Must(new SubmitCapitalCall.Command(Mf, call));
        return call;
    }
}
