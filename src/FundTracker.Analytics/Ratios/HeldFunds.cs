using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Ratios;

/// <summary>The mother fund's commitments to sub-funds on which anything is known; one object for as long as they stay the same.</summary>
internal sealed class HeldFunds : IDerived<HeldFunds>
{
    private static readonly KindSet Known = LineKinds.UnfundedKinds | KindSet.Of(LineKind.Nav);

    private readonly HashSet<int> _known;

    private HeldFunds(int[] edges) => (Edges, _known) = (edges, [.. edges]);

    /// <summary>Dense indexes, by recording.</summary>
    public IReadOnlyList<int> Edges { get; }

    public static HeldFunds Of(LedgerView view) => new(Find(view));

    public HeldFunds After(LedgerView later, ViewTail tail)
    {
        // Lines are only added to, so a fund that is held stays so; only a fact can take one away.
        bool canDiffer = tail.Facts.Any(fact => fact.Name == FactNames.NotReported) || tail.Edges.Any(edge =>
            !_known.Contains(edge) && later.Book.Edges[edge].Holder == later.Book.MotherFund && later.Book.Edges[edge].Kind == EdgeKind.Commitment);
        if (!canDiffer)
        {
            return this;
        }

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
