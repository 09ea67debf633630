using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Tests.Ledgers;

public sealed class LedgerColumnsTests
{
    [Fact]
    public void A_line_out_of_sequence_is_refused()
    {
        var columns = new LedgerColumns();
        columns.Append(Row(1));
        Assert.Throws<ArgumentException>(() => columns.Append(Row(1)));
        var skipped = Assert.Throws<ArgumentException>(() => columns.Append(Row(37)));
        Assert.Contains("37", skipped.Message, StringComparison.Ordinal);
        Assert.Equal(1, columns.Count);
    }

    [Fact]
    public void Columns_begin_with_room_for_none_and_grow()
    {
        var columns = new LedgerColumns(capacity: 0);
        for (var i = 1; i <= 5; i++) columns.Append(Row(i));
        Assert.Equal([10, 20, 30, 40, 50], columns.Amounts.ToArray());
        Assert.Equal([1, 2, 3, 4, 5], columns.Impacts.ToArray());
        Assert.Equal([7, 7, 7, 7, 7], columns.Edges.ToArray());
        Assert.Equal([0, 1, 2, 3, 4], columns.Reverses.ToArray());
        Assert.Equal([11, 12, 13, 14, 15], columns.Calls.ToArray());
        Assert.Equal([21, 22, 23, 24, 25], columns.Rounds.ToArray());
        Assert.Equal([101, 102, 103, 104, 105], columns.Days.ToArray());
    }

    [Theory]
    [InlineData(999, 0)]
    [InlineData(1000, 1)]
    [InlineData(1500, 1)]
    [InlineData(2000, 2)]
    [InlineData(long.MaxValue, 3)]
    public void What_is_known_is_what_was_recorded_at_or_before_the_instant(long instant, int known)
    {
        var columns = new LedgerColumns();
        for (var i = 1; i <= 3; i++) columns.Append(Row(i));
        Assert.Equal(known, columns.CountKnownAt(new Stamp(instant)));
    }

    [Theory]
    [InlineData(true, false, Provenance.Recorded, CallPurpose.None, RecordFields.None)]
    [InlineData(false, true, Provenance.Illustrative, CallPurpose.Other, RecordFields.None)]
    [InlineData(true, true, Provenance.Reported, CallPurpose.ManagementFee, RecordFields.Day | RecordFields.BudgetYear)]
    public void Small_properties_come_back_as_they_were_packed(
        bool inside, bool recallable, Provenance provenance, CallPurpose purpose, RecordFields invented)
    {
        var flags = LineFlags.Pack(inside, recallable, provenance, purpose, invented);
        Assert.Equal(
            (inside, recallable, provenance, purpose, invented),
            (LineFlags.IsInside(flags), LineFlags.IsRecallable(flags), LineFlags.ProvenanceOf(flags), LineFlags.PurposeOf(flags),
                LineFlags.InventedOf(flags)));
    }

    // The reader asks for the column that grows last: it is the one whose array and count are closest together.
    [Fact]
    public async Task A_reader_needs_no_lock_while_lines_are_appended()
    {
        var (columns, isDone) = (new LedgerColumns(capacity: 1), false);
        var reading = Task.Run(() =>
        {
            while (!Volatile.Read(ref isDone))
            {
                var seen = Volatile.Read(ref columns);
                for (var count = 0; count < 64;)
                {
                    count = seen.Count;
                    Assert.True(seen.Rounds.Length >= count);
                    Assert.True(count == 0 || seen.Rounds[count - 1] == 20 + count);
                    if (Volatile.Read(ref isDone)) break;
                }
            }
        });
        for (var round = 0; round < 20_000 && !reading.IsCompleted; round++)
        {
            var next = new LedgerColumns(capacity: 1);
            Volatile.Write(ref columns, next);
            for (var i = 1; i <= 64; i++) next.Append(Row(i));
        }

        Volatile.Write(ref isDone, true);
        await reading;
    }

    private static LedgerRow Row(int sequence) => new(
        sequence, EdgeIndex: 7, LineKind.Commitment, Flags: 1, Day: 100 + sequence, Stamp: sequence * 1000L, Amount: sequence * 10L, Impact: sequence,
        Reverses: sequence - 1, Call: 10 + sequence, Round: 20 + sequence);
}
