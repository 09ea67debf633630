using FundTracker.Domain.Ledgers;

namespace FundTracker.Analytics.Ratios;

/// <summary>Figures of a mother fund and its sub-funds. When more is recorded, only the funds that it concerns are computed again.</summary>
internal sealed class FamilyFigures : IDerived<FamilyFigures>
{
    private readonly HeldFunds _held;
    private readonly FundFigures[] _all;

    /// <summary>Where the figures of each held commitment stand.</summary>
    private readonly Dictionary<int, int> _places;

    private FamilyFigures(HeldFunds held, FundFigures[] all, Dictionary<int, int> places) =>
        (_held, _all, _places) = (held, all, places);

    /// <summary>The mother fund first, then its sub-funds by code.</summary>
    public IReadOnlyList<FundFigures> All => _all;

    public static FamilyFigures Of(LedgerView view)
    {
        var held = view.Derive<HeldFunds>();
        RatioBasis basis = new(view);
        var flows = FlowsByEdge.Of(view, held.Edges);
        int[] ordered = [.. held.Edges.OrderBy(edge => view.Book.Node(view.Book.Edges[edge].Investee).Code, StringComparer.Ordinal)];
        var all = new FundFigures[ordered.Length + 1];
        Parallel.For(0, ordered.Length, i => all[i + 1] = FundFigureEngine.OfSubFund(view, ordered[i], basis, flows));
        all[0] = FundFigureEngine.OfMotherFund(view);
        Dictionary<int, int> places = new(ordered.Length);
        foreach (int edge in ordered)
        {
            places[edge] = places.Count + 1;
        }

        return new FamilyFigures(held, all, places);
    }

    public FamilyFigures After(LedgerView later, ViewTail tail)
    {
        var held = later.Derive<HeldFunds>();
        bool isOfAll = tail.Facts.Any(fact => fact.Subject == later.Book.MotherFund);
        if (isOfAll || !ReferenceEquals(held, _held))
        {
            return Of(later);
        }

        FundFigures[] all = [.. _all];
        all[0] = FundFigureEngine.OfMotherFund(later);
        foreach (int edge in tail.Nodes.SelectMany(later.Book.CommitmentsTo))
        {
            if (_places.TryGetValue(edge, out int place))
            {
                all[place] = FundFigureEngine.OfSubFund(later, edge);
            }
        }

        return new FamilyFigures(held, all, _places);
    }
}
