using FundTracker.Analytics.CashFlows;
using FundTracker.Analytics.Numerics;

namespace FundTracker.Analytics.Returns;

/// <summary>A rate at which the present value of the flows is zero, with the interval that is proved to hold it.</summary>
/// <param name="DailyLogRate">ln(1 + annual rate) / 365: the precise form, from which all others follow.</param>
/// <param name="LowestDailyLogRate">Lower end of the certified interval; the sign of the present value there is certain.</param>
/// <param name="HighestDailyLogRate">Upper end of the certified interval; the sign there is certain.</param>
/// <param name="IsTouching">True where several roots, or a root and its absence, lie closer together than one last place
/// of the amounts decides (a double root such as −100, +220, −121); the entry then stands for all of them.</param>
public readonly record struct IrrRoot(
    double DailyLogRate, double LowestDailyLogRate, double HighestDailyLogRate, bool IsTouching)
{
    /// <summary>Annual effective rate as a fraction (0.12 is 12 %), above −1; Actual/365 Fixed.</summary>
    public double Rate => Growth.RateOfLog(DailyLogRate * DayCount.DaysPerYear);

    /// <summary>1 + rate, between 1e-6 and 1e6. Near −100 % it carries digits that <see cref="Rate"/> has no room for.</summary>
    public double GrowthFactor => Math.Exp(DailyLogRate * DayCount.DaysPerYear);

    /// <summary>Lower end of the certified interval as an annual rate, a fraction.</summary>
    public double LowestRate => Growth.RateOfLog(LowestDailyLogRate * DayCount.DaysPerYear);

    /// <summary>Upper end of the certified interval as an annual rate, a fraction.</summary>
    public double HighestRate => Growth.RateOfLog(HighestDailyLogRate * DayCount.DaysPerYear);

    /// <summary>
    /// Whether the certified interval is so narrow that 1 + rate is known to 1e-10 of itself. Where it is not, the amounts themselves
    /// decide no more, and the interval is given beside the rate.
    /// </summary>
    public bool IsSharp => (HighestDailyLogRate - LowestDailyLogRate) * DayCount.DaysPerYear <= 1e-10;

    /// <summary>The return over a number of days at this rate, not annualised, as a fraction.</summary>
    /// <param name="days">Days from the first flow to the last; 0 or more.</param>
    /// <returns>(1 + rate)^(days/365) − 1; infinite where that exceeds the range of doubles.</returns>
    public double PeriodReturn(int days) => Growth.RateOfLog(DailyLogRate * days);
}
