namespace FundTracker.Analytics.CashFlows;

/// <summary>Actual/365 Fixed: days over 365, leap years or not, as Excel's XIRR counts them.</summary>
public static class DayCount
{
    /// <summary>Days in the year that rates are quoted for.</summary>
    public const double DaysPerYear = 365;

    /// <summary>Days below which a return is not annualised (GIPS 2020, 2.A.12 and 5.A.2: periods of less than one year).</summary>
    public const int DaysOfFullYear = 365;

    /// <summary>The years between two dates; negative when the end lies first.</summary>
    /// <param name="start">Where the count starts; not counted itself.</param>
    /// <param name="end">Where it ends; counted.</param>
    public static double Years(DateOnly start, DateOnly end) => (end.DayNumber - start.DayNumber) / DaysPerYear;
}
