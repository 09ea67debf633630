using FundTracker.Domain.Figures;
using FundTracker.Domain.Results;

namespace FundTracker.Analytics.Ratios;

/// <summary>Whether distributions that can be called again count.</summary>
public enum RecallablePolicy
{
    /// <summary>Counted as distributed, and as paid in once recalled (GIPS 2020): the default.</summary>
    Counted,

    /// <summary>Taken off both paid-in and distributed, as if the money had never moved.</summary>
    Netted,
}

/// <summary>Whether money paid outside the commitment (fees on top) counts as paid in.</summary>
public enum OutsideCommitmentPolicy
{
    /// <summary>Counted in DPI, RVPI and TVPI, not in PIC: the default.</summary>
    Counted,

    /// <summary>Left out everywhere.</summary>
    Excluded,
}

/// <summary>How ratios are read where houses differ; printed beside them.</summary>
/// <param name="Recallable">What recallable distributions do.</param>
/// <param name="OutsideCommitment">What payments outside the commitment do.</param>
public readonly record struct RatioPolicy(RecallablePolicy Recallable, OutsideCommitmentPolicy OutsideCommitment);

/// <summary>The sums that ratios are made of, all zero or above except NAV, one currency.</summary>
/// <param name="Committed">Promised; null where not known.</param>
/// <param name="PaidInside">Paid in within the commitment.</param>
/// <param name="PaidOutside">Paid in outside the commitment.</param>
/// <param name="Distributed">All distributions, recallable ones included.</param>
/// <param name="Recallable">The part of <paramref name="Distributed"/> that can be, or was, called again.</param>
/// <param name="Nav">Value at the date; null where none was stated.</param>
public readonly record struct CapitalAmounts(
    decimal? Committed, decimal PaidInside, decimal PaidOutside, decimal Distributed, decimal Recallable, decimal? Nav);

/// <summary>PIC, DPI, RVPI and TVPI.</summary>
/// <remarks>GIPS 2020, glossary: PIC = paid-in / committed, DPI = distributed / paid-in, RVPI = NAV / paid-in,
/// TVPI = DPI + RVPI. Each is a plain ratio (1.45 prints as 1.45x), or the reason why there is none.</remarks>
public static class CapitalRatios
{
    /// <summary>Paid-in over committed capital.</summary>
    public static Result<decimal> Pic(CapitalAmounts amounts, RatioPolicy policy = default)
    {
        if (amounts.Committed is not { } committed)
        {
            return FigureReasons.NotReported("commitment");
        }

        decimal paid = amounts.PaidInside - Netted(amounts, policy);
        return committed > 0 ? paid / committed : FigureReasons.NothingCommitted();
    }

    /// <summary>Distributed over paid-in.</summary>
    public static Result<decimal> Dpi(CapitalAmounts amounts, RatioPolicy policy = default) =>
        PerPaidIn(amounts, policy, amounts.Distributed - Netted(amounts, policy));

    /// <summary>NAV over paid-in.</summary>
    public static Result<decimal> Rvpi(CapitalAmounts amounts, RatioPolicy policy = default) =>
        amounts.Nav is { } nav ? PerPaidIn(amounts, policy, nav) : FigureReasons.NoNav();

    /// <summary>Distributed and NAV over paid-in.</summary>
    public static Result<decimal> Tvpi(CapitalAmounts amounts, RatioPolicy policy = default) =>
        amounts.Nav is { } nav
            ? PerPaidIn(amounts, policy, amounts.Distributed - Netted(amounts, policy) + nav)
            : FigureReasons.NoNav();

    private static Result<decimal> PerPaidIn(CapitalAmounts amounts, RatioPolicy policy, decimal value)
    {
        decimal paid = amounts.PaidInside - Netted(amounts, policy);
        paid += policy.OutsideCommitment == OutsideCommitmentPolicy.Counted ? amounts.PaidOutside : 0;
        return paid > 0 ? value / paid : FigureReasons.NothingPaidIn();
    }

    private static decimal Netted(CapitalAmounts amounts, RatioPolicy policy) =>
        policy.Recallable == RecallablePolicy.Netted ? amounts.Recallable : 0;
}

/// <summary>Which event gives a fund its vintage year.</summary>
public enum VintageConvention
{
    /// <summary>The first capital call.</summary>
    FirstCall,

    /// <summary>The first closing, when investors were first bound.</summary>
    FirstClosing,
}

/// <summary>The vintage year by a stated convention (GIPS 2020 allows both).</summary>
public static class VintageYear
{
    /// <summary>The year, or null where the event has not happened.</summary>
    /// <param name="convention">Which event counts.</param>
    /// <param name="firstCall">Due date of the first call.</param>
    /// <param name="firstClosing">Date of the first closing.</param>
    public static int? Of(VintageConvention convention, DateOnly? firstCall, DateOnly? firstClosing) =>
        (convention == VintageConvention.FirstCall ? firstCall : firstClosing)?.Year;
}
