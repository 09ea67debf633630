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
        var ordered = held.Edges.AsParallel().Select(edge => (Edge: edge, Figures: FundFigureEngine.OfSubFund(view, edge, basis)))
            .OrderBy(pair => pair.Figures.Fund.Code, StringComparer.Ordinal).ToList();
        Dictionary<int, int> places = new(ordered.Count);
        foreach (var (edge, _) in ordered)
        {
            places[edge] = places.Count + 1;
        }

        return new FamilyFigures(held, [FundFigureEngine.OfMotherFund(view), .. ordered.Select(pair => pair.Figures)], places);
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
