using FundTracker.Analytics.CashFlows;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Results;

namespace FundTracker.Analytics.Returns;

/// <summary>Rates of return over part of a fund's life, and quarter by quarter.</summary>
public static class HorizonIrr
{
    /// <summary>The rate over the last years: the value at the start as if paid in, the flows since, the value at the end.</summary>
    /// <param name="fund">History up to the as-of date.</param>
    /// <param name="years">1, 3, 5, 10 or any other number above zero.</param>
    /// <returns>The IRR from the day <paramref name="years"/> before the as-of date; flows of that day are in its value.
    /// None where no value is known on or before it, or at the end.</returns>
    public static Result<IrrResult> Of(FundHistory fund, int years)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(years);
        DateOnly start = fund.AsOf.AddYears(-years);
        int before = 0;
        while (before < fund.Events.Length && fund.Events[before].Date <= start)
        {
            before++;
        }

        if (fund.FinalNav is not { } final)
        {
            return FigureReasons.NoNav();
        }

        if (fund.NavAt(start, before) is not { } opening)
        {
            return ReturnReasons.NoValueAtStart(start);
        }

        List<CashFlow> flows = [new(start, -(double)opening.Amount)];
        foreach (FundEvent e in fund.Events[before..])
        {
            if (e.Kind != FundEventKind.Nav)
            {
                flows.Add(new CashFlow(e.Date, e.Kind == FundEventKind.Contribution ? -(double)e.Amount : (double)e.Amount));
            }
        }

        flows.Add(new CashFlow(fund.AsOf, (double)final.Amount));
        return Irr.Of([.. flows]);
    }

    /// <summary>The rate since inception at each quarter end, from the first on which a value is known to the as-of date.</summary>
    /// <param name="fund">History up to the as-of date; its events are taken as they were dated, not as they were known.</param>
    /// <returns>
    /// Ascending by date; the as-of date itself is last, quarter end or not. Empty where no NAV was ever stated: without one a fund would look as
    /// if all were lost.
    /// </returns>
    public static IReadOnlyList<(DateOnly Date, IrrResult Irr)> Quarterly(FundHistory fund)
    {
        List<(DateOnly, IrrResult)> history = [];
        FundEvent[] events = fund.Events.ToArray();
        int first = Array.FindIndex(events, e => e.Kind == FundEventKind.Nav);
        if (first < 0)
        {
            return history;
        }

        for (DateOnly date = QuarterEnd(events[first].Date); date < fund.AsOf; date = QuarterEnd(date.AddDays(1)))
        {
            history.Add((date, Irr.Of(new FundHistory(events, date).ToCashFlows())));
        }

        history.Add((fund.AsOf, Irr.Of(fund.ToCashFlows())));
        return history;
    }

    private static DateOnly QuarterEnd(DateOnly date)
    {
        int month = ((date.Month - 1) / 3 * 3) + 3;
        return new DateOnly(date.Year, month, DateTime.DaysInMonth(date.Year, month));
    }
}
