using FundTracker.Domain.Values;

namespace FundTracker.Domain.Ledgers;

/// <summary>
/// The books as they would be with some proposed lines: nothing is posted and the books themselves stay as they are. Every figure reads
/// the result as it reads any books, so that what it says of the proposal is what it will say once the lines are posted.
/// </summary>
public static class WhatIf
{
    /// <summary>Appends proposed lines to a copy of the books.</summary>
    /// <param name="book">The books up to their last line; their edges hold those of the lines.</param>
    /// <param name="drafts">The lines as they would be posted, in order; they need not be lawful. May be empty.</param>
    /// <returns>Books of which each proposed line is recorded a microsecond after the one before it.</returns>
    /// <exception cref="KeyNotFoundException">A line moves on an edge that is not in the books.</exception>
    public static BookSnapshot After(BookSnapshot book, IReadOnlyList<LineDraft> drafts)
    {
        var columns = Copy(book, room: drafts.Count);
        var stamp = book.LineCount == 0 ? 0 : columns.Stamps[^1];
        LineDraft? before = null;
        foreach (var draft in drafts)
        {
            columns.Append(Row(book.IndexOf(draft.Edge), draft, columns.Count + 1, ++stamp, isJoining: before?.Reference == draft.Reference));
            before = draft;
        }

        return book.WithLines(columns);
    }

    private static LedgerColumns Copy(BookSnapshot book, int room)
    {
        var (from, to) = (book.Columns, new LedgerColumns(book.LineCount + room));
        for (var i = 0; i < book.LineCount; i++)
        {
            to.Append(new LedgerRow(
                i + 1, from.Edges[i], (LineKind)from.Kinds[i], from.Flags[i], from.Days[i], from.Stamps[i], from.Amounts[i], from.Impacts[i],
                from.Reverses[i], from.Calls[i], from.Rounds[i]));
        }

        return to;
    }

    private static LedgerRow Row(int edge, LineDraft draft, long sequence, long stamp, bool isJoining) => new(
        sequence, edge, draft.Kind,
        (ushort)(LineFlags.Pack(draft.InsideCommitment, draft.Recallable, draft.Provenance, draft.Purpose, draft.Invented)
            | (isJoining && LineActs.LaterParts.Contains(draft.Kind) ? LineFlags.Joining : 0)),
        draft.EffectiveDate.DayNumber, stamp, draft.Amount.MinorUnits, draft.ImpactOnUnfunded, (int)(draft.Reverses ?? 0),
        draft.Call?.Value ?? 0, draft.Round?.Value ?? 0);
}
