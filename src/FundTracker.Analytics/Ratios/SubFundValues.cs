using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Ratios;

/// <summary>The mother fund's part of the value of each sub-fund that it holds: what its own NAV is put together from.</summary>
internal sealed class SubFundValues : IDerived<SubFundValues>
{
    private readonly HeldFunds _held;
    private readonly Dictionary<int, int> _places;

    private SubFundValues(HeldFunds held, Part[] parts, Dictionary<int, int> places) => (_held, Parts, _places) = (held, parts, places);

    /// <summary>By recording of the commitment.</summary>
    public IReadOnlyList<Part> Parts { get; }

    public static SubFundValues Of(LedgerView view)
    {
        var held = view.Derive<HeldFunds>();
        Dictionary<int, int> places = new(held.Edges.Count);
        foreach (int edge in held.Edges)
        {
            places[edge] = places.Count;
        }

        return new SubFundValues(held, [.. held.Edges.Select(edge => PartOf(view, edge))], places);
    }

    public SubFundValues After(LedgerView later, ViewTail tail)
    {
        var held = later.Derive<HeldFunds>();
        if (!ReferenceEquals(held, _held))
        {
            return Of(later);
        }

        Part[] parts = [.. Parts];
        foreach (int edge in tail.Nodes.SelectMany(later.Book.CommitmentsTo))
        {
            if (_places.TryGetValue(edge, out int place))
            {
                parts[place] = PartOf(later, edge);
            }
        }

        return new SubFundValues(held, parts, _places);
    }

    private static Part PartOf(LedgerView view, int edge)
    {
        var held = view.Book.Node(view.Book.Edges[edge].Investee);
        var currency = view.Book.Root.Currency;
        if (held.Currency != currency)
        {
            return new Part(0, null, FigureReasons.CurrenciesMixed($"{currency}, {held.Currency}"));
        }

        var value = MotherFundNav.NavOrCost(view, held, edge);
        return value.Value is { } amount
            ? new Part(amount.MinorUnits, new FigureInput("subFundNav", value), null)
            : new Part(0, null, FigureReasons.InputMissing(value.Id));
    }

    /// <summary>One sub-fund's part.</summary>
    /// <param name="Minor">Its value; 0 where it has none.</param>
    /// <param name="Input">The figure, as an input of the mother fund's NAV; null where it has none.</param>
    /// <param name="Obstacle">Why there is no NAV of the mother fund because of it; null where it has a value.</param>
    internal sealed record Part(long Minor, FigureInput? Input, DomainError? Obstacle);
}
