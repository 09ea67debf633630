using FundTracker.Analytics.Ratios;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Leverage;

/// <summary>
/// A day on which a ratio moved. Where new rates of exchange alone moved it, that is a step of its own, before what else moved it that day.
/// </summary>
/// <param name="Day">The day.</param>
/// <param name="Before">The ratio at the end of the day before, or after the day's currency effect.</param>
/// <param name="After">The ratio at the end of the day, or after the day's currency effect.</param>
/// <param name="Change">After less before; null where one of them has no answer.</param>
/// <param name="Lines">Positions of the lines of the day that the formula reads, by sequence; empty where a fact alone moved it.</param>
public sealed record LeverageStep(DateOnly Day, Figure<Multiple> Before, Figure<Multiple> After, decimal? Change, IReadOnlyList<int> Lines)
{
    /// <summary>The rates that came to hold that day, where the step is their effect; else empty.</summary>
    public IReadOnlyList<UsedRate> Rates { get; init; } = [];

    /// <summary>Whether rates of exchange alone moved it.</summary>
    public bool IsCurrencyEffect => Rates.Count > 0;
}

/// <summary>Which commitments and payments moved a ratio between two days.</summary>
public static class LeverageAttribution
{
    private static readonly KindSet RoundKinds = KindSet.Of(LineKind.RoundRaised, LineKind.Investment, LineKind.InvestmentInKind);

    /// <summary>
    /// Walks the days between: each day's movement is that of the lines and facts effective on it, so that the steps add up to the whole
    /// change exactly. Lines of one day share its movement; what comes first decides nothing. Payments stay at the rate of their own day, so
    /// that new rates move commitments alone: first what was promised before moves with them, then what else the day brought counts at them.
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
        var (last, before) = (from, On(view, from, formula));
        foreach (var day in lines.Select(group => group.Key).Concat(facts).Distinct().Order())
        {
            if (formula == LeverageFormula.TotalToMotherCommitted && NewRates(view, last, day) is { Count: > 0 } rates)
            {
                var moved = LeverageEngine.CommittedAtRatesOf(view.On(last), view.On(day));
                if (moved.Value != before.Value) steps.Add(Step(day, before, moved, []) with { Rates = rates });
                before = moved;
            }

            var after = On(view, day, formula);
            if (after.Value != before.Value) steps.Add(Step(day, before, after, [.. lines[day]]));
            (last, before) = (day, after);
        }

        return steps;
    }

    private static LeverageStep Step(DateOnly day, Figure<Multiple> before, Figure<Multiple> after, IReadOnlyList<int> lines) =>
        new(day, before, after, after.Value?.Value - before.Value?.Value, lines);

    /// <summary>Rates of currencies in which something was promised by one day that another day has and the first has not.</summary>
    private static IReadOnlyList<UsedRate> NewRates(LedgerView view, DateOnly last, DateOnly day)
    {
        var (before, funds) = (view.On(last), view.On(last).Derive<CountedFunds>().Funds);
        if (funds.Foreign.Count == 0) return [];
        var (old, now) = (before.Derive<RateSeries>(), view.On(day).Derive<RateSeries>());
        var currencies = funds.Foreign.Where(edge => before.Commitment(edge) != 0).Select(edge => view.Book.Edges[edge].Currency).Distinct();
        return
        [
            .. currencies.Select(currency => (Old: old.On(currency, last), Now: now.On(currency, day)))
                .Where(rate => rate.Now is not null && rate.Now.Fact.Sequence != rate.Old?.Fact.Sequence)
                .Select(rate => UsedRate.Of(rate.Now!.Fact)).OrderBy(rate => rate.Pair, StringComparer.Ordinal),
        ];
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
