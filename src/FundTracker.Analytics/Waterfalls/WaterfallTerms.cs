using FundTracker.Domain.Funds;

namespace FundTracker.Analytics.Waterfalls;

/// <summary>The terms by which distributions are shared between investors and the manager.</summary>
public sealed record WaterfallTerms
{
    private WaterfallTerms(decimal preferredRate, PreferredCompounding compounding, decimal catchUpShare, decimal carryShare) =>
        (PreferredRate, Compounding, CatchUpShare, CarryShare) = (preferredRate, compounding, catchUpShare, carryShare);

    /// <summary>Annual preferred return as a fraction, 0 to 1; Actual/365 Fixed.</summary>
    public decimal PreferredRate { get; }

    /// <summary>How it grows.</summary>
    public PreferredCompounding Compounding { get; }

    /// <summary>The manager's part of the catch-up tier: 0 for none, 1 for a full catch-up; above the carry where not 0.</summary>
    public decimal CatchUpShare { get; }

    /// <summary>The manager's part of profit, 0 to below 1.</summary>
    public decimal CarryShare { get; }

    /// <summary>The terms of a sub-fund.</summary>
    public static WaterfallTerms Of(CarryTerms terms) =>
        Of(terms.PreferredPercent / 100, terms.Compounding, terms.CatchUpPercent / 100, terms.CarryPercent / 100);

    /// <summary>Terms that make sense together.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A part lies outside its range.</exception>
    public static WaterfallTerms Of(
        decimal preferredRate, PreferredCompounding compounding, decimal catchUpShare, decimal carryShare)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(preferredRate);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(preferredRate, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(carryShare);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(carryShare, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(catchUpShare);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(catchUpShare, 1);
        if (catchUpShare > 0)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(catchUpShare, carryShare);
        }

        return new WaterfallTerms(preferredRate, compounding, catchUpShare, carryShare);
    }
}

/// <summary>A distribution taken through the tiers, in minor units (fen). The parts sum to what was distributed.</summary>
/// <param name="Date">Its day.</param>
/// <param name="ReturnOfCapital">To investors, until what they paid in is back.</param>
/// <param name="Preferred">To investors, until the preferred return is paid.</param>
/// <param name="CatchUpToManager">The manager's part of the catch-up tier.</param>
/// <param name="CatchUpToInvestors">The investors' part of the catch-up tier.</param>
/// <param name="Carry">The manager's part of the rest.</param>
/// <param name="SplitToInvestors">The investors' part of the rest.</param>
public readonly record struct WaterfallStep(
    DateOnly Date, long ReturnOfCapital, long Preferred, long CatchUpToManager, long CatchUpToInvestors, long Carry,
    long SplitToInvestors)
{
    /// <summary>All that investors receive.</summary>
    public long ToInvestors => checked(ReturnOfCapital + Preferred + CatchUpToInvestors + SplitToInvestors);

    /// <summary>All that the manager receives.</summary>
    public long ToManager => checked(CatchUpToManager + Carry);

    /// <summary>What was distributed.</summary>
    public long Total => checked(ToInvestors + ToManager);
}

/// <summary>What investors are owed before the manager shares; minor units.</summary>
/// <param name="Capital">Paid in and not back.</param>
/// <param name="Preferred">Preferred return accrued and unpaid, rounded half away from zero.</param>
public readonly record struct WaterfallOwed(long Capital, long Preferred);

/// <summary>What a waterfall has paid in all, and what is still owed at its end; minor units.</summary>
/// <param name="Steps">Each distribution.</param>
/// <param name="UnreturnedCapital">Paid in and not back.</param>
/// <param name="UnpaidPreferred">Preferred return accrued and unpaid, rounded half away from zero.</param>
public sealed record WaterfallResult(IReadOnlyList<WaterfallStep> Steps, long UnreturnedCapital, long UnpaidPreferred)
{
    /// <summary>What investors were owed before each distribution, step by step.</summary>
    public IReadOnlyList<WaterfallOwed> Owed { get; init; } = [];

    /// <summary>All carry and catch-up that the manager received.</summary>
    public long ToManager => Steps.Sum(step => step.ToManager);

    /// <summary>All that investors received.</summary>
    public long ToInvestors => Steps.Sum(step => step.ToInvestors);
}
