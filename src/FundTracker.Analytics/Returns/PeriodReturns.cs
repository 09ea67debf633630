using FundTracker.Analytics.CashFlows;
using FundTracker.Domain.Results;

namespace FundTracker.Analytics.Returns;

/// <summary>Returns of periods from values and flows: modified Dietz, and time-weighted by linking it.</summary>
public static class PeriodReturns
{
    /// <summary>Modified Dietz: gain over the opening value and the flows, each weighted by the part of the period it was in.</summary>
    /// <param name="openingValue">Value at the end of the first day.</param>
    /// <param name="closingValue">Value at the end of the last day, its flows included.</param>
    /// <param name="start">First day; flows on it count as already in the opening value and are left out.</param>
    /// <param name="end">Last day; flows on it count, with weight zero.</param>
    /// <param name="paidIn">Flows into the fund: positive paid in, negative taken out. Outside the period ignored.</param>
    /// <returns>The return of the period as a fraction, not annualised.</returns>
    /// <remarks>Dietz 1968; GIPS 2020: (V₁ − V₀ − ΣF) / (V₀ + Σ w·F), w = (end − day) / (end − start).</remarks>
    public static Result<double> ModifiedDietz(
        double openingValue, double closingValue, DateOnly start, DateOnly end, ReadOnlySpan<CashFlow> paidIn)
    {
        int days = end.DayNumber - start.DayNumber;
        if (days <= 0)
        {
            return ReturnReasons.NoPeriod();
        }

        double flows = 0, weighted = 0;
        foreach (CashFlow flow in paidIn)
        {
            if (flow.Date > start && flow.Date <= end)
            {
                flows += flow.Amount;
                weighted += flow.Amount * (end.DayNumber - flow.Date.DayNumber) / days;
            }
        }

        double invested = openingValue + weighted;
        return invested > 0
            ? (closingValue - openingValue - flows) / invested
            : ReturnReasons.BaseNotPositive(start, end);
    }

    /// <summary>Time-weighted return: sub-periods from NAV to NAV, each by modified Dietz, linked.</summary>
    /// <param name="fund">Its NAVs cut the sub-periods; from the first NAV on. Flows before it don't count.</param>
    /// <returns>The return from the first NAV to the last, as a fraction, not annualised, with its days.</returns>
    /// <remarks>Where flows fall on NAV dates only, this is the exact time-weighted return. GIPS 2020, 2.A.</remarks>
    public static Result<LinkedReturn> TimeWeighted(FundHistory fund)
    {
        List<FundEvent> navs = [];
        List<CashFlow> paidIn = [];
        foreach (FundEvent e in fund.Events)
        {
            switch (e.Kind)
            {
                case FundEventKind.Nav when navs.Count > 0 && navs[^1].Date == e.Date:
                    navs[^1] = e;
                    break;
                case FundEventKind.Nav:
                    navs.Add(e);
                    break;
                default:
                    decimal amount = e.Kind == FundEventKind.Contribution ? e.Amount : -e.Amount;
                    paidIn.Add(new CashFlow(e.Date, (double)amount));
                    break;
            }
        }

        if (navs.Count < 2)
        {
            return ReturnReasons.TooFewValuations();
        }

        double growth = 1;
        CashFlow[] flows = [.. paidIn];
        for (int i = 1; i < navs.Count; i++)
        {
            (FundEvent opening, FundEvent closing) = (navs[i - 1], navs[i]);
            Result<double> part =
                ModifiedDietz((double)opening.Amount, (double)closing.Amount, opening.Date, closing.Date, flows);
            if (!part.IsSuccess)
            {
                return Result<LinkedReturn>.Refused(part.Errors);
            }

            growth *= 1 + part.Value;
        }

        return new LinkedReturn(growth - 1, navs[^1].Date.DayNumber - navs[0].Date.DayNumber);
    }
}

/// <summary>A return of linked sub-periods.</summary>
/// <param name="Return">Of the whole period, a fraction, not annualised.</param>
/// <param name="Days">Days of the period.</param>
public readonly record struct LinkedReturn(double Return, int Days)
{
    /// <summary>Per year, Actual/365 Fixed, −100 % where all is lost; null under one year, which is not annualised, and below −100 %.</summary>
    public double? Annual => Days >= DayCount.DaysOfFullYear && Return >= -1
        ? Math.Pow(1 + Return, DayCount.DaysPerYear / Days) - 1
        : null;
}
