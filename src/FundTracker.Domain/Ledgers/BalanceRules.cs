using FundTracker.Domain.Holdings;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Ledgers;

/// <summary>
/// What a set of lines may not bring below zero besides cash and unfunded: what is paid in, the cost still held, and what is drawn on a
/// credit line.
/// </summary>
public static class BalanceRules
{
    /// <summary>Checks lines of ordinary work.</summary>
    /// <param name="everything">The books, all dates, all that was recorded.</param>
    /// <param name="drafts">The lines, judged together.</param>
    public static IEnumerable<DomainError> Check(LedgerView everything, IReadOnlyList<LineDraft> drafts)
    {
        foreach (var group in drafts.GroupBy(draft => draft.Edge))
        {
            var edge = everything.Book.IndexOf(group.Key);
            var currency = everything.Book.Edges[edge].Currency;
            if (Broken(group, everything.PaidIn(edge), PaidInOf) is { } paidIn)
                yield return BalanceErrors.AbovePaidIn(Money.FromMinor(paidIn.Asked, currency), paidIn: Money.FromMinor(paidIn.Left, currency));
            if (Broken(group, everything.CostHeld(edge), CostOf) is { } cost)
                yield return BalanceErrors.AboveCostHeld(Money.FromMinor(cost.Asked, currency), held: Money.FromMinor(cost.Left, currency));
            if (Broken(group, CreditDrawn(everything, edge), CreditOf) is { } credit)
                yield return BalanceErrors.AboveCreditDrawn(Money.FromMinor(credit.Asked, currency), drawn: Money.FromMinor(credit.Left, currency));
            if (BelowValue(group, everything, edge) is { } value)
                yield return HoldingErrors.ValueLeftMissing(Money.FromMinor(value.Proceeds, currency), value: Money.FromMinor(value.Value, currency));
        }
    }

    /// <summary>
    /// Proceeds of an exit that would leave the value of what is still held below zero: the exit has to say what it is worth. The latest
    /// value stated counts, that of the lines themselves on their day or later than the books' too, with all that flowed after it.
    /// </summary>
    private static (long Proceeds, long Value)? BelowValue(IEnumerable<LineDraft> drafts, LedgerView view, int edge)
    {
        var lines = drafts.ToList();
        var proceeds = lines.Where(draft => draft.Kind == LineKind.ExitProceeds && draft.Amount.IsPositive).Sum(draft => draft.Amount.MinorUnits);
        if (proceeds == 0) return null;
        var (valued, recorded) = (view.LevelDate(edge), view.LevelRolledForward(edge));
        var told = lines.Where(draft => draft.Kind == LineKind.Valuation && draft.Reverses is null).OrderBy(draft => draft.EffectiveDate).LastOrDefault();
        var isTold = told is not null && !(valued > told.EffectiveDate);
        if (!isTold && valued is null) return null;
        var (day, value) = isTold ? (told!.EffectiveDate, told.Amount.MinorUnits + FlowsAfter(view, edge, told.EffectiveDate)) : (valued!.Value, recorded!.Value);
        var left = value + lines.Where(draft => draft.EffectiveDate > day).Sum(FlowOf);
        return left < 0 && left < (recorded ?? 0) ? (proceeds, value) : null;
    }

    private static long FlowsAfter(LedgerView view, int edge, DateOnly day)
    {
        var columns = view.Book.Columns;
        return view.Lines(new HashSet<int> { edge }, LineKinds.InvestmentKinds | KindSet.Of(LineKind.ExitProceeds))
            .Where(line => columns.Days[line] > day.DayNumber)
            .Sum(line => (LineKind)columns.Kinds[line] == LineKind.ExitProceeds ? -columns.Amounts[line] : columns.Amounts[line]);
    }

    private static long FlowOf(LineDraft draft) => draft.Kind switch
    {
        LineKind.Investment or LineKind.InvestmentInKind => draft.Amount.MinorUnits,
        LineKind.ExitProceeds => -draft.Amount.MinorUnits,
        _ => 0,
    };

    private static long CreditDrawn(LedgerView view, int edge) => view.Sum(edge, LineKind.CreditDrawn) - view.Sum(edge, LineKind.CreditRepaid);

    private static (long Asked, long Left)? Broken(IEnumerable<LineDraft> drafts, long left, Func<LineDraft, long> effect)
    {
        var moved = drafts.Sum(effect);
        return moved < 0 && left + moved < 0 ? (-moved, left) : null;
    }

    private static long PaidInOf(LineDraft draft) => LineKinds.RuleOf(draft.Kind).PaidIn * draft.Amount.MinorUnits;

    private static long CostOf(LineDraft draft) => draft.Kind switch
    {
        LineKind.Investment or LineKind.InvestmentInKind => draft.Amount.MinorUnits,
        LineKind.CostRelieved => -draft.Amount.MinorUnits,
        _ => 0,
    };

    private static long CreditOf(LineDraft draft) => draft.Kind switch
    {
        LineKind.CreditDrawn => draft.Amount.MinorUnits,
        LineKind.CreditRepaid => -draft.Amount.MinorUnits,
        _ => 0,
    };
}

/// <summary>Refusals of balances that may not fall below zero.</summary>
public static class BalanceErrors
{
    /// <summary>More paid-in would be handed over, or taken back, than was paid in.</summary>
    public static DomainError AbovePaidIn(Money asked, Money paidIn) => new("commitment.abovePaidIn", ("asked", asked), ("paidIn", paidIn));

    /// <summary>More cost would be relieved than is held.</summary>
    public static DomainError AboveCostHeld(Money asked, Money held) => new("holding.aboveCostHeld", ("asked", asked), ("held", held));

    /// <summary>More would be repaid than was drawn.</summary>
    public static DomainError AboveCreditDrawn(Money asked, Money drawn) => new("cash.aboveCreditDrawn", ("asked", asked), ("drawn", drawn));
}
