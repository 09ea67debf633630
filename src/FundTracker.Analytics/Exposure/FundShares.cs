using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Exposure;

/// <summary>
/// The mother fund's share of each fund that it reaches, as a fraction: the holders' shares times what they paid in, over all paid-in.
/// When more is recorded, only funds below those that were paid into are computed again.
/// </summary>
internal sealed class FundShares : IDerived<FundShares>
{
    private readonly Dictionary<NodeId, decimal> shares;

    private FundShares(Dictionary<NodeId, decimal> shares) => this.shares = shares;

    /// <summary>Funds of which the mother fund has a share above zero, itself included.</summary>
    public IReadOnlyDictionary<NodeId, decimal> Reached => shares;

    /// <summary>Whether the mother fund has a share of a fund, and which.</summary>
    public bool Reaches(NodeId fund, out decimal share) => shares.TryGetValue(fund, out share);

    public static FundShares Of(LedgerView view)
    {
        var funds = view.Book.Nodes.Where(node => node.Kind == NodeKind.SubFund).Select(node => node.Id).ToHashSet();
        return Compute(view, new Dictionary<NodeId, decimal>(funds.Count + 1) { [view.Book.MotherFund] = 1m }, funds);
    }

    public FundShares After(LedgerView later, ViewTail tail)
    {
        var changed = Below(later, tail.Investees);
        if (changed.Count == 0) return this;
        var kept = new Dictionary<NodeId, decimal>(shares);
        foreach (var fund in changed) kept.Remove(fund);
        return Compute(later, kept, changed);
    }

    /// <summary>Sub-funds among some nodes, and all below them; the mother fund's share of itself stays.</summary>
    public static HashSet<NodeId> Below(LedgerView view, IEnumerable<NodeId> nodes)
    {
        var (found, open) = (new HashSet<NodeId>(), new Stack<NodeId>(nodes));
        while (open.TryPop(out var node))
        {
            if (view.Book.Node(node).Kind != NodeKind.SubFund || !found.Add(node)) continue;
            foreach (var edge in view.Book.EdgesHeldBy(node))
                if (view.Book.Edges[edge].Kind == EdgeKind.Commitment) open.Push(view.Book.Edges[edge].Investee);
        }

        return found;
    }

    private static FundShares Compute(LedgerView view, Dictionary<NodeId, decimal> shares, HashSet<NodeId> open)
    {
        foreach (var fund in open.ToList()) Share(fund);
        return new FundShares(shares);

        decimal Share(NodeId fund)
        {
            if (!open.Remove(fund)) return shares.GetValueOrDefault(fund);
            var edges = view.Book.CommitmentsTo(fund);
            long all = 0;
            foreach (var edge in edges) all = checked(all + view.PaidIn(edge));
            if (all <= 0) return 0;
            var share = 0m;
            foreach (var edge in edges)
                if (view.PaidIn(edge) is > 0 and var paid) share += Share(view.Book.Edges[edge].Holder) * paid / all;
            if (share > 0) shares[fund] = share;
            return share;
        }
    }
}
