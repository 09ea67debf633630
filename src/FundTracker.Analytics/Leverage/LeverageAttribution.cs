using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Leverage;

/// <summary>A day on which a ratio moved.</summary>
/// <param name="Day">The day.</param>
/// <param name="Before">The ratio at the end of the day before.</param>
/// <param name="After">The ratio at the end of the day.</param>
/// <param name="Change">After less before; null where one of them has no answer.</param>
/// <param name="Lines">Positions of the lines of the day that the formula reads, by sequence; empty where a fact alone moved it.</param>
public sealed record LeverageStep(DateOnly Day, Figure<Multiple> Before, Figure<Multiple> After, decimal? Change, IReadOnlyList<int> Lines);

/// <summary>Which commitments and payments moved a ratio between two days.</summary>
public static class LeverageAttribution
{
    private static readonly KindSet RoundKinds = KindSet.Of(LineKind.RoundRaised, LineKind.Investment, LineKind.InvestmentInKind);

    /// <summary>
    /// Walks the days between: each day's movement is that of the lines and facts effective on it, so that the steps add up to the whole
    /// change exactly. Lines of one day share its movement; what comes first decides nothing.
    /// </summary>
    /// <param name="view">The books on the later day, as known at an instant.</param>
    /// <param name="from">The earlier day; its own lines are in the ratio that the walk begins with.</param>
    /// <param name="formula">The formula.</param>
    /// <returns>Days on which the ratio moved, ascending.</returns>
    public static IReadOnlyList<LeverageStep> Of(LedgerView view, DateOnly from, LeverageFormula formula)
    {
        var lines = LinesByDay(view, from, formula);
        var facts = view.Book.Facts.Where(fact => fact.RecordedAt <= view.KnownAt && fact.EffectiveFrom > from && fact.EffectiveFrom <= view.AsOf)
            .Select(fact => fact.EffectiveFrom);
        var steps = new List<LeverageStep>();
        var before = On(view, from, formula);
        foreach (var day in lines.Select(group => group.Key).Concat(facts).Distinct().Order())
        {
            var after = On(view, day, formula);
            if (after.Value != before.Value) steps.Add(new LeverageStep(day, before, after, after.Value?.Value - before.Value?.Value, [.. lines[day]]));
            before = after;
        }

        return steps;
    }

    /// <summary>The ratio of the whole portfolio on a day.</summary>
    public static Figure<Multiple> On(LedgerView view, DateOnly day, LeverageFormula formula) =>
        LeverageEngine.Whole(view.On(day))[formula].Ratio;

    private static ILookup<DateOnly, int> LinesByDay(LedgerView view, DateOnly from, LeverageFormula formula)
    {
        var kinds = formula switch
        {
            LeverageFormula.TotalToMotherCommitted => LineKinds.CommitmentKinds,
            LeverageFormula.LookThrough => LineKinds.PaidInKinds | RoundKinds,
            _ => LineKinds.PaidInKinds | LineKinds.CommitmentKinds,
        };
        return view.Lines(kinds).Where(line => view.Book.Columns.Days[line] > from.DayNumber)
            .ToLookup(line => DateOnly.FromDayNumber(view.Book.Columns.Days[line]));
    }
}
