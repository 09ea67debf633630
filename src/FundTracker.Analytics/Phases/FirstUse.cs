using FundTracker.Analytics.Ratios;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Phases;

/// <summary>
/// When a fund's first money came and when it first placed any, in funds or in companies: what F-04 asks, and what tells an alarm about
/// idle money whether the fund has begun at all.
/// </summary>
/// <param name="Money">Day of the first cash that anybody paid in; null where none did.</param>
/// <param name="Placed">Day of the first investment, or of the first share of a fund paid for or taken over; null where there is none.</param>
public sealed record FirstUse(DateOnly? Money, DateOnly? Placed)
{
    /// <summary>Kinds by which money comes in.</summary>
    public static KindSet In { get; } = KindSet.Of(LineKind.Contribution);

    /// <summary>Kinds by which a fund places money or assets.</summary>
    public static KindSet Out { get; } = LineKinds.InvestmentKinds
        | KindSet.Of(LineKind.Contribution, LineKind.ContributionInKind, LineKind.PaidInTransferIn);

    /// <summary>Of a fund, on the day of a view.</summary>
    public static FirstUse Of(LedgerView view, NodeId fund) => new(
        StandingLines.FirstDay(view, view.Book.EdgesInto(fund).Where(edge => view.Book.Edges[edge].Kind == EdgeKind.Commitment), In),
        StandingLines.FirstDay(view, view.Book.EdgesHeldBy(fund), Out));
}
