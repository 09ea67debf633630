using FundTracker.Domain.Ledgers;

namespace FundTracker.Domain.Capital;

/// <summary>分配 what a distribution is made of.</summary>
public enum DistributionKind : byte
{
    /// <summary>返还本金 return of capital.</summary>
    ReturnOfCapital = 1,

    /// <summary>已实现收益 realised gain.</summary>
    Gain = 2,

    /// <summary>收入 income.</summary>
    Income = 3,
}

/// <summary>Lines of distributions.</summary>
public static class Distributions
{
    /// <summary>One line per investor whose part is above zero.</summary>
    /// <param name="kind">What is distributed.</param>
    /// <param name="shares">The investors' parts.</param>
    /// <param name="date">Day on which the money went.</param>
    /// <param name="recallable">Whether it raises unfunded again.</param>
    public static IReadOnlyList<LineDraft> Lines(
        DistributionKind kind, IReadOnlyList<InvestorShare> shares, DateOnly date, bool recallable) =>
        [.. shares.Where(share => share.Amount.IsPositive)
            .Select(share => new LineDraft(share.Edge, KindOf(kind), date, share.Amount) { Recallable = recallable })];

    private static LineKind KindOf(DistributionKind kind) => kind switch
    {
        DistributionKind.ReturnOfCapital => LineKind.ReturnOfCapital,
        DistributionKind.Gain => LineKind.GainDistribution,
        DistributionKind.Income => LineKind.IncomeDistribution,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
