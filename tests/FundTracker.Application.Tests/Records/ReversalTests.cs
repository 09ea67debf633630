using FundTracker.Application.Approvals;
using FundTracker.Application.Ledger;
using FundTracker.Application.Periods;
using FundTracker.Application.Records;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
using FundTracker.Testing.Databases;
using static FundTracker.Application.Tests.World;

namespace FundTracker.Application.Tests.Records;

/// <summary>Mistakes are taken back by another line, never edited.</summary>
public sealed class ReversalTests
{
    [Fact]
    public async Task A_reversal_takes_the_day_of_its_original_while_that_is_open()
    {
        await using var world = await Funded();
        var wrong = await world.Post(new RecordFundCash.Command(Mf, "SUB", LineKind.Expense, Day("2023-04-02"), 60m));
        var posted = await world.Post(new ReverseLine.Command(Mf, wrong.FirstLine, Voucher: null, "booked twice"));
        var line = (await world.Must(new GetLine.Query(Mf, posted.FirstLine))).Line;
        Assert.Equal((Day("2023-04-02"), Yuan(-60m), wrong.FirstLine, null, "booked twice"), (line.EffectiveDate, line.Amount, line.Reverses, line.CorrectsClosed, line.Note));
        Assert.Equal(posted.FirstLine, (await world.Must(new GetLine.Query(Mf, wrong.FirstLine))).Line.ReversedBy);
        Assert.Equal(Yuan(100m), await world.Cash("SUB"));
    }

    [Fact]
    public async Task After_the_close_a_reversal_takes_the_first_open_day_and_names_the_closed_line()
    {
        await using var world = await Funded();
        var wrong = await world.Post(new RecordFundCash.Command(Mf, "SUB", LineKind.Expense, Day("2023-04-02"), 60m));
        await world.Must(new HoldQuarter.Command(Mf, "2023Q2"), Actors.Approver1);
        await world.Must(new CloseQuarter.Command(Mf, "2023Q2"), Actors.Approver1);
        var posted = await world.Post(new ReverseLine.Command(Mf, wrong.FirstLine, Voucher: null, "booked twice"));
        var line = (await world.Must(new GetLine.Query(Mf, posted.FirstLine))).Line;
        Assert.Equal((Day("2023-07-01"), wrong.FirstLine, wrong.FirstLine), (line.EffectiveDate, line.Reverses, line.CorrectsClosed));
        Assert.Equal(Yuan(40m), await world.Cash("SUB", "2023-06-30"));
        Assert.Equal(Yuan(100m), await world.Cash("SUB", "2023-07-01"));
    }

    [Fact]
    public async Task A_line_is_reversed_once_and_a_reversal_never()
    {
        await using var world = await Funded();
        var wrong = await world.Post(new RecordFundCash.Command(Mf, "SUB", LineKind.Expense, Day("2023-04-02"), 60m));
        var first = await world.Must(new ReverseLine.Command(Mf, wrong.FirstLine, Voucher: null, "booked twice"));
        var second = await world.Must(new ReverseLine.Command(Mf, wrong.FirstLine, Voucher: null, "booked twice"));
        var posted = await world.Approve(first);
        await world.Refuses("ledger.alreadyReversed", new ApproveVoucher.Command(Mf, second), Actors.Approver1);
        await world.Refuses("ledger.alreadyReversed", new ReverseLine.Command(Mf, wrong.FirstLine, Voucher: null, "again"));
        await world.Refuses("ledger.reversalOfReversal", new ReverseLine.Command(Mf, posted.FirstLine, Voucher: null, "again"));
        await world.Refuses("ledger.noSuchLine", new ReverseLine.Command(Mf, 9999, Voucher: null, "again"));
    }

    [Fact]
    public async Task All_lines_of_a_voucher_are_taken_back_as_far_as_they_still_stand()
    {
        await using var world = await Funded();
        var voucher = await world.Must(new RecordDistribution.Command(Mf, Mf, Day("2023-06-01"), [new(DistributionKind.Gain, 100m)]));
        var posted = await world.Approve(voucher);
        await world.Post(new ReverseLine.Command(Mf, posted.FirstLine, Voucher: null, "wrong investor"));
        await world.Post(new ReverseLine.Command(Mf, Line: null, voucher, "wrong year"));
        Assert.Equal(Yuan(400m), await world.Cash(Mf));
        await world.Refuses("ledger.alreadyReversed", new ReverseLine.Command(Mf, Line: null, voucher, "wrong year"));
    }

    [Fact]
    public async Task A_reversal_names_either_a_line_or_a_voucher_and_a_reason()
    {
        await using var world = await Funded();
        await world.Refuses("input.required", new ReverseLine.Command(Mf, Line: null, Voucher: null, "why"));
        await world.Refuses("input.required", new ReverseLine.Command(Mf, 1, Voucher: null, ""));
        await world.Refuses("pipeline.notFound", new ReverseLine.Command(Mf, Line: null, new FundTracker.Domain.Values.VoucherId(7), "why"));
    }

    [Fact]
    public async Task A_nav_taken_back_gives_way_to_the_one_before()
    {
        await using var world = await Funded();
        await world.Post(new RecordNav.Command(Mf, "SUB", Day("2023-06-30"), 110m, FundTracker.Domain.Holdings.ValuationMethod.NetAssets, "report"));
        var wrong = await world.Post(new RecordNav.Command(Mf, "SUB", Day("2023-09-30"), 1100m, FundTracker.Domain.Holdings.ValuationMethod.NetAssets, "report"));
        await world.Post(new ReverseLine.Command(Mf, wrong.FirstLine, Voucher: null, "a zero too many"));
        Assert.Equal(Yuan(110m), await world.Balance((view, edge) => view.LevelRolledForward(edge)!.Value, Mf, "SUB"));
    }
}
