using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Capital;

/// <summary>An investor's part of an amount of its fund.</summary>
/// <param name="Edge">The investor's commitment.</param>
/// <param name="Amount">Its part; may be zero.</param>
public sealed record InvestorShare(EdgeId Edge, Money Amount);

/// <summary>Sharing what belongs to all investors of a fund: distributions and net asset value go by paid-in.</summary>
public static class InvestorShares
{
    /// <summary>Shares an amount over a fund's investors by what each has paid in, to the minor unit (largest remainder, ties by recording).</summary>
    /// <param name="view">The books on the day of the amount.</param>
    /// <param name="fund">The fund.</param>
    /// <param name="amount">Any sign, in the fund's currency.</param>
    /// <returns>One part per investor that has paid in, which add up exactly; or <see cref="ShareErrors.NobodyPaidIn"/>.</returns>
    public static Result<IReadOnlyList<InvestorShare>> ByPaidIn(LedgerView view, NodeEntry fund, Money amount)
    {
        var edges = view.Book.EdgesInto(fund.Id)
            .Where(edge => view.Book.Edges[edge].Kind == EdgeKind.Commitment && view.PaidIn(edge) > 0).ToList();
        if (edges.Count == 0) return ShareErrors.NobodyPaidIn(fund.Code, view.AsOf);
        var parts = amount.Allocate([.. edges.Select(view.PaidIn)]);
        return Result<IReadOnlyList<InvestorShare>>.Ok([.. edges.Select((edge, i) => new InvestorShare(view.Book.Edges[edge].Id, parts[i]))]);
    }
}

/// <summary>Refusals of sharing out.</summary>
public static class ShareErrors
{
    /// <summary>Nobody had paid in by then, so there is nothing to share by.</summary>
    public static DomainError NobodyPaidIn(string fund, DateOnly date) => new("share.nobodyPaidIn", ("fund", fund), ("date", date));
}
