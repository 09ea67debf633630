using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Ledgers;

/// <summary>One doing that takes several lines to say; none of them is true without the others.</summary>
public enum LineAct : byte
{
    /// <summary>None: the line stands for itself.</summary>
    None = 0,

    /// <summary>购汇/结汇 currency sold, currency bought.</summary>
    Exchange = 1,

    /// <summary>份额转让 commitment handed over and taken over; where paid-in goes with it, that handed over and taken over too.</summary>
    Transfer = 2,

    /// <summary>退出 proceeds, cost relieved, value left: as many of the three as the exit has.</summary>
    Exit = 3,
}

/// <summary>Which part of an act a kind of line is.</summary>
/// <param name="Act">The act.</param>
/// <param name="Place">Place among the lines of the act, from 1; 0 where the line stands for itself.</param>
public readonly record struct ActPart(LineAct Act, int Place);

/// <summary>
/// Lines that belong together are posted one right behind the other, by one voucher and, where they were imported, from one row. So they
/// are found again without a number of their own, and one act is told from the next in the same voucher.
/// </summary>
public static class LineActs
{
    /// <summary>Kinds that may go on with the act of the line before them.</summary>
    public static KindSet LaterParts { get; } = KindSet.Of([.. LineKinds.All.Where(kind => LineKinds.RuleOf(kind).Part.Place > 1)]);

    /// <summary>The lines of the act that a line is part of.</summary>
    /// <param name="book">The books.</param>
    /// <param name="line">Position of the line; its sequence less one.</param>
    /// <returns>Positions by sequence, the line's own among them; it alone where it stands for itself or is a reversal.</returns>
    public static IReadOnlyList<int> Of(BookSnapshot book, int line)
    {
        var (first, last) = (line, line);
        while (first > 0 && GoesOn(book, first)) first--;
        while (last + 1 < book.LineCount && GoesOn(book, last + 1)) last++;
        return [.. Enumerable.Range(first, last - first + 1)];
    }

    /// <summary>The lines that are taken back where one is: it and whatever of its act still stands.</summary>
    /// <param name="everything">The books, all dates, all that was recorded.</param>
    /// <param name="line">Position of the line; its sequence less one.</param>
    /// <returns>Positions by sequence; the line's own too where it was taken back before, which is for <see cref="PostingRules"/> to refuse.</returns>
    public static IReadOnlyList<int> TakenBackWith(LedgerView everything, int line) =>
        [.. Of(everything.Book, line).Where(part => part == line || !everything.IsReversed(part + 1))];

    /// <summary>Judges the acts among lines that are to be posted: none is begun and not finished, and an exchange is one of two currencies.</summary>
    /// <param name="drafts">The lines in the order in which they are posted.</param>
    /// <param name="edgeOf">What is known of an edge.</param>
    public static IEnumerable<DomainError> CheckWhole(IReadOnlyList<LineDraft> drafts, Func<EdgeId, EdgeEntry> edgeOf)
    {
        for (var first = 0; first < drafts.Count;)
        {
            var end = first + 1;
            while (end < drafts.Count && GoesOn(drafts[end - 1], drafts[end], edgeOf)) end++;
            var act = LineKinds.RuleOf(drafts[first].Kind).Part.Act;
            var currency = drafts[first].Amount.Currency;
            if (drafts[first].Reverses is not null) act = LineAct.None;
            if (!IsWhole(act, [.. drafts.Skip(first).Take(end - first).Select(PlaceOf)])) yield return LedgerErrors.HalfAct(drafts[first].Kind, act);
            else if (act == LineAct.Exchange && drafts[end - 1].Amount.Currency == currency) yield return LedgerErrors.SameCurrency(currency);
            first = end;
        }
    }

    /// <summary>Judges what is taken back: an act as a whole, as far as it still stands.</summary>
    /// <param name="book">The books before.</param>
    /// <param name="drafts">The lines that are to be posted; a reversal among them may name one of them by the sequence that it will have.</param>
    internal static IEnumerable<DomainError> CheckTakenBack(BookSnapshot book, IReadOnlyList<LineDraft> drafts)
    {
        var parts = drafts.Where(draft => draft.Reverses is not null && LineKinds.RuleOf(draft.Kind).Part.Act != LineAct.None).ToList();
        if (parts.Count == 0) yield break;
        var after = WhatIf.After(book, drafts);
        var reversed = after.Columns.Reverses.ToArray().ToHashSet();
        var judged = new HashSet<int>();
        foreach (var draft in parts)
        {
            if (draft.Reverses is not (> 0 and var sequence) || sequence > after.LineCount) continue;
            var act = Of(after, (int)sequence - 1);
            if (!judged.Add(act[0])) continue;
            var left = act.Select(line => line + 1).Where(line => !reversed.Contains(line)).ToList();
            if (left.Count > 0) yield return LedgerErrors.PartOfAct(sequence, LineKinds.RuleOf(draft.Kind).Part.Act, string.Join(", ", left));
        }
    }

    private static int PlaceOf(LineDraft draft) => LineKinds.RuleOf(draft.Kind).Part.Place;

    private static bool IsWhole(LineAct act, IReadOnlyList<int> places) => act switch
    {
        LineAct.Exchange => places is [1, 2],
        LineAct.Transfer => places is [1, 2] or [1, 2, 3, 4],
        _ => true,
    };

    private static bool GoesOn(BookSnapshot book, int line)
    {
        var columns = book.Columns;
        return LineFlags.IsJoining(columns.Flags[line]) && columns.Reverses[line] == 0 && columns.Reverses[line - 1] == 0
            && columns.Days[line] == columns.Days[line - 1]
            && GoesOn(
                ((LineKind)columns.Kinds[line - 1], book.Edges[columns.Edges[line - 1]]), ((LineKind)columns.Kinds[line], book.Edges[columns.Edges[line]]));
    }

    private static bool GoesOn(LineDraft before, LineDraft draft, Func<EdgeId, EdgeEntry> edgeOf) =>
        before.Reference == draft.Reference && before.Reverses is null && draft.Reverses is null && before.EffectiveDate == draft.EffectiveDate
        && GoesOn((before.Kind, edgeOf(before.Edge)), (draft.Kind, edgeOf(draft.Edge)));

    /// <summary>An exit is of one holding, a transfer of shares in one fund, an exchange of one member's money.</summary>
    private static bool GoesOn((LineKind Kind, EdgeEntry Edge) before, (LineKind Kind, EdgeEntry Edge) line)
    {
        var (from, to) = (LineKinds.RuleOf(before.Kind).Part, LineKinds.RuleOf(line.Kind).Part);
        return to.Act != LineAct.None && from.Act == to.Act && from.Place < to.Place && before.Edge.Investee == line.Edge.Investee
            && (to.Act != LineAct.Exit || before.Edge.Id == line.Edge.Id);
    }
}
