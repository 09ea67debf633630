using FundTracker.Analytics.CashFlows;

namespace FundTracker.Analytics.Returns;

/// <summary>What is known about the internal rate of return of a list of flows: never a guess, never a silent NaN.</summary>
/// <remarks>Rates are annual effective, Actual/365 Fixed, with 1 + r between 1e-6 and 1e6, whatever
/// <see cref="PresentAs"/> says.</remarks>
public abstract class IrrResult
{
    private IrrResult(int days) => Days = days;

    /// <summary>Days from the first flow that is not zero to the last; 0 when there is none.</summary>
    public int Days { get; }

    /// <summary>How to print a rate: under 365 days as the return of the period, because a month is not annualised
    /// (GIPS 2020).</summary>
    public RatePresentation PresentAs =>
        Days < DayCount.DaysOfFullYear ? RatePresentation.Period : RatePresentation.Annual;

    /// <summary>All roots, ascending; one for Unique, at least one for Multiple, none for None.</summary>
    public abstract IReadOnlyList<IrrRoot> Roots { get; }

    /// <summary>The root to quote: the only one, or the preferred one of several; null where there is none to quote.</summary>
    public abstract IrrRoot? Quoted { get; }

    /// <summary>One root, and the proof that the range holds no other.</summary>
    public sealed class Unique : IrrResult
    {
        internal Unique(int days, IrrRoot root)
            : base(days) => Root = root;

        /// <summary>The root.</summary>
        public IrrRoot Root { get; }

        /// <inheritdoc/>
        public override IReadOnlyList<IrrRoot> Roots => [Root];

        /// <inheritdoc/>
        public override IrrRoot? Quoted => Root;
    }

    /// <summary>Several roots, or roots that touch; the list is complete.</summary>
    public sealed class Multiple : IrrResult
    {
        internal Multiple(int days, IReadOnlyList<IrrRoot> roots, int? preferred)
            : base(days) => (Roots, PreferredIndex) = (roots, preferred);

        /// <inheritdoc/>
        public override IReadOnlyList<IrrRoot> Roots { get; }

        /// <summary>The position of the one root that agrees with the money multiple (more received than paid means a
        /// positive rate); null where none or more than one does.</summary>
        public int? PreferredIndex { get; }

        /// <inheritdoc/>
        public override IrrRoot? Quoted => PreferredIndex is { } index ? Roots[index] : null;
    }

    /// <summary>No rate in the range, and why.</summary>
    public sealed class None : IrrResult
    {
        internal None(int days, IrrNoneReason reason)
            : base(days) => Reason = reason;

        /// <summary>Why there is none.</summary>
        public IrrNoneReason Reason { get; }

        /// <inheritdoc/>
        public override IReadOnlyList<IrrRoot> Roots => [];

        /// <inheritdoc/>
        public override IrrRoot? Quoted => null;
    }
}

/// <summary>How a rate is printed.</summary>
public enum RatePresentation
{
    /// <summary>Per year.</summary>
    Annual,

    /// <summary>For the period, with its days beside it.</summary>
    Period,
}

/// <summary>Why flows have no internal rate of return.</summary>
public enum IrrNoneReason
{
    /// <summary>There is no flow, or all are zero.</summary>
    Empty,

    /// <summary>All flows fall on one date: no time passes.</summary>
    AllOnOneDate,

    /// <summary>All flows have one sign: nothing was paid in, or nothing came back and what is left is not known.</summary>
    NoSignChange,

    /// <summary>Money was paid in, nothing came back, and what is left is known to be nil: −100 %.</summary>
    TotalLoss,

    /// <summary>A root may exist, but outside 1 + r between 1e-6 and 1e6.</summary>
    OutOfRange,

    /// <summary>The flows change sign, yet at no rate at all is their present value zero.</summary>
    NoRoot,
}
