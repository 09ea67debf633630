using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Ledgers;

/// <summary>
/// What a set of lines must satisfy before it is posted, judged against the books as they stand. The calendar of closed quarters is
/// the <see cref="Book"/>'s own to hold; calls and their dues are <see cref="Capital.CapitalCall"/>'s.
/// </summary>
public static class PostingRules
{
    /// <summary>Checks lines of ordinary work: shape, currency, reversals, unfunded, balances that may not fall below zero, cash, and splits of NAV.</summary>
    /// <param name="book">The books, up to date.</param>
    /// <param name="drafts">The lines; judged together, so that a call and its payment may come at once.</param>
    /// <returns>All refusals; empty where the lines may be posted.</returns>
    public static IReadOnlyList<DomainError> Check(BookSnapshot book, IReadOnlyList<LineDraft> drafts) =>
        Check(new LedgerView(book, DateOnly.MaxValue, Stamp.Max), drafts);

    /// <summary>The same against the books with all dates, all that was recorded.</summary>
    public static IReadOnlyList<DomainError> Check(LedgerView everything, IReadOnlyList<LineDraft> drafts)
    {
        var book = everything.Book;
        var errors = CheckEach(book, drafts).ToList();
        if (errors.Count == 0) errors.AddRange(CheckReversals(book, drafts));
        if (errors.Count == 0) errors.AddRange(CheckActs(book, drafts));
        if (errors.Count > 0) return errors;
        errors.AddRange(CheckUnfunded(everything, drafts));
        errors.AddRange(BalanceRules.Check(everything, drafts));
        errors.AddRange(CashRule.Check(book, drafts));
        errors.AddRange(NavSplitRule.Check(everything, drafts));
        return errors;
    }

    /// <summary>Checks only what opening balances and imported history must satisfy too: edge, currency and sign, and that what only makes
    /// sense together is posted, and taken back, together.</summary>
    public static IReadOnlyList<DomainError> CheckShape(BookSnapshot book, IReadOnlyList<LineDraft> drafts)
    {
        var errors = CheckEach(book, drafts).ToList();
        return errors.Count > 0 ? errors : [.. CheckActs(book, drafts)];
    }

    private static IEnumerable<DomainError> CheckActs(BookSnapshot book, IReadOnlyList<LineDraft> drafts) =>
        LineActs.CheckWhole(drafts, edge => book.Edges[book.IndexOf(edge)]).Concat(LineActs.CheckTakenBack(book, drafts));

    private static IEnumerable<DomainError> CheckEach(BookSnapshot book, IReadOnlyList<LineDraft> drafts)
    {
        foreach (var draft in drafts)
        {
            var edge = book.Edges[book.IndexOf(draft.Edge)];
            var rule = LineKinds.RuleOf(draft.Kind);
            if (rule.Edge != edge.Kind) yield return LedgerErrors.WrongEdge(draft.Kind);
            if (edge.Currency != draft.Amount.Currency) yield return LedgerErrors.CurrencyMixed(draft.Amount.Currency, edge.Currency);
            if (draft.Reverses is null && !rule.MayBeNegative && !draft.Amount.IsPositive)
                yield return LedgerErrors.AmountNotPositive(draft.Kind, draft.Amount);
        }
    }

    /// <summary>Unfunded stays above what is issued and not yet paid, and both at or above zero, whatever the lines do to either.</summary>
    private static IEnumerable<DomainError> CheckUnfunded(LedgerView now, IReadOnlyList<LineDraft> drafts)
    {
        foreach (var group in drafts.GroupBy(draft => draft.Edge))
        {
            var edge = now.Book.IndexOf(group.Key);
            var (unfunded, callable) = (now.Unfunded(edge), now.Callable(edge));
            var impact = group.Sum(draft => draft.ImpactOnUnfunded);
            var impactOnCallable = impact - group.Sum(draft => now.OutstandingEffect(edge, draft));
            var isAboveUnfunded = impact < 0 && unfunded + impact < 0;
            var isAboveCallable = impactOnCallable < 0 && callable + impactOnCallable < 0;
            if (!isAboveUnfunded && !isAboveCallable) continue;
            var isCutting = group.Sum(draft => LineKinds.RuleOf(draft.Kind).Commitment * draft.Amount.MinorUnits) < 0;
            if (isCutting) yield return LedgerErrors.CommitmentBelowPaidIn(Asked(impactOnCallable), Amount(callable));
            else if (isAboveUnfunded) yield return LedgerErrors.AboveUnfunded(Asked(impact), Amount(unfunded));
            else yield return LedgerErrors.AboveCallable(Asked(impactOnCallable), Amount(callable));

            Money Amount(long minor) => Money.FromMinor(minor, now.Book.Edges[edge].Currency);
            Money Asked(long effect) => Amount(-effect);
        }
    }

    private static IEnumerable<DomainError> CheckReversals(BookSnapshot book, IReadOnlyList<LineDraft> drafts)
    {
        var reversed = new HashSet<long>();
        foreach (var draft in drafts)
        {
            if (draft.Reverses is not { } sequence) continue;
            if (sequence < 1 || sequence > book.LineCount) yield return LedgerErrors.NoSuchLine(sequence);
            else if (book.Columns.Reverses[(int)sequence - 1] != 0) yield return LedgerErrors.ReversalOfReversal(sequence);
            else if (draft.Kind is LineKind.CallIssued or LineKind.CallCancelled) yield return LedgerErrors.MemoNotReversible(sequence);
            else if (!Mirrors(book, (int)sequence - 1, draft)) yield return LedgerErrors.ReversalDiffers(sequence);
            else if (!reversed.Add(sequence) || book.Columns.Reverses[..book.LineCount].Contains((int)sequence))
                yield return LedgerErrors.AlreadyReversed(sequence);
        }
    }

    private static bool Mirrors(BookSnapshot book, int line, LineDraft draft)
    {
        var columns = book.Columns;
        var flags = LineFlags.Pack(
            draft.InsideCommitment, draft.Recallable, LineFlags.ProvenanceOf(columns.Flags[line]), draft.Purpose,
            LineFlags.InventedOf(columns.Flags[line]));
        return book.Edges[columns.Edges[line]].Id == draft.Edge && columns.Kinds[line] == (byte)draft.Kind
            && columns.Amounts[line] == -draft.Amount.MinorUnits && (columns.Flags[line] & ~LineFlags.Joining) == flags && columns.Calls[line] == (draft.Call?.Value ?? 0);
    }
}
