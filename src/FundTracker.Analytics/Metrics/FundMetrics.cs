using FundTracker.Analytics.Returns;
using FundTracker.Domain.Results;

namespace FundTracker.Analytics.Metrics;

/// <summary>The performance figures of one fund as of a date, each a value or the reason why there is none.</summary>
/// <param name="Fund">The fund, as the rows name it.</param>
/// <param name="PaidIn">All contributions; in signed rows all payments.</param>
/// <param name="Distributed">All distributions; none in signed rows.</param>
/// <param name="Nav">The value as of the date, rolled forward; none in signed rows or where no NAV was stated.</param>
/// <param name="NavStatedOn">Day of the NAV that the value stands on; null where there is none.</param>
/// <param name="IsNavStale">True where that day lies more than 92 days before the as-of date.</param>
/// <param name="Dpi">Distributed / paid-in.</param>
/// <param name="Rvpi">NAV / paid-in.</param>
/// <param name="Tvpi">DPI + RVPI; in signed rows all receipts over all payments.</param>
/// <param name="Irr">Since inception, the final value on the as-of date; of the cash alone where it is not known.</param>
/// <param name="KsPme">Kaplan-Schoar ratio; of the cash alone where no NAV is known.</param>
/// <param name="DirectAlpha">Excess over the index, with the status of an IRR.</param>
/// <param name="LongNickels">With the status of an IRR: both roots where there are two.</param>
/// <param name="PmePlus">Rate of the benchmark, with the status of an IRR.</param>
/// <param name="MPme">Rate of the benchmark, with the status of an IRR.</param>
/// <param name="Xirr">What Excel's XIRR would show of the same flows, annualised whatever their days; null where it was not asked for.</param>
/// <param name="Warnings">Codes of what a reader should know: see <see cref="MetricsWarnings"/>.</param>
public sealed record FundMetrics(
    string Fund,
    decimal PaidIn,
    Result<decimal> Distributed,
    Result<decimal> Nav,
    DateOnly? NavStatedOn,
    bool IsNavStale,
    Result<double> Dpi,
    Result<double> Rvpi,
    Result<double> Tvpi,
    IrrResult Irr,
    Result<double> KsPme,
    Result<IrrResult> DirectAlpha,
    Result<IrrResult> LongNickels,
    Result<IrrResult> PmePlus,
    Result<IrrResult> MPme,
    Result<double>? Xirr,
    IReadOnlyList<string> Warnings);

/// <summary>Codes of warnings beside figures; each has a sentence in both languages.</summary>
public static class MetricsWarnings
{
    /// <summary>The NAV is more than 92 days old.</summary>
    public const string NavStale = "metrics.navStale";

    /// <summary>Later distributions exceed the NAV that was rolled forward.</summary>
    public const string NavBelowZero = "metrics.navBelowZero";

    /// <summary>No NAV was stated: IRR, KS-PME and Direct Alpha are those of the cash alone.</summary>
    public const string CashOnly = "metrics.cashOnly";

    /// <summary>The index says nothing of the 92 days up to the as-of date: its last level stands for them.</summary>
    public const string IndexStale = "metrics.indexStale";

    /// <summary>A date has two NAVs; the later row counts.</summary>
    public const string NavStatedTwice = "metrics.navStatedTwice";
}
