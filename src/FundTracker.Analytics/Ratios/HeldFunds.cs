using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Ratios;

/// <summary>The mother fund's commitments to sub-funds on which anything is known; one object for as long as they stay the same.</summary>
internal sealed class HeldFunds : IDerived<HeldFunds>
{
    private static readonly KindSet Known = LineKinds.UnfundedKinds | KindSet.Of(LineKind.Nav);

    private HeldFunds(int[] edges) => Edges = edges;

    /// <summary>Dense indexes, by recording.</summary>
    public IReadOnlyList<int> Edges { get; }

    public static HeldFunds Of(LedgerView view) => new(Find(view));

    public HeldFunds After(LedgerView later, ViewTail tail)
    {
        int[] edges = Find(later);
        return Edges.SequenceEqual(edges) ? this : new HeldFunds(edges);
    }

    private static int[] Find(LedgerView view) =>
    [
        .. view.Book.EdgesHeldBy(view.Book.MotherFund).Where(edge => view.Book.Edges[edge].Kind == EdgeKind.Commitment
            && view.Book.Edges[edge].RecordedAt <= view.KnownAt
            && (view.Has(edge, Known) || HasGap(view, view.Book.Edges[edge].Investee))),
    ];

    private static bool HasGap(LedgerView view, NodeId fund) =>
        view.Book.FactOn(fund, FactNames.NotReported, view.AsOf, view.KnownAt) is not null;
}
