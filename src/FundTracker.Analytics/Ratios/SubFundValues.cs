using FundTracker.Analytics.Carried;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;

namespace FundTracker.Analytics.Ratios;

/// <summary>
/// The mother fund's part of the value of each sub-fund that it holds, in its own currency: what its own NAV is put together from. When
/// more is recorded, only the parts that it concerns are exchanged.
/// </summary>
internal sealed class SubFundValues : IDerived<SubFundValues>
{
    private readonly HeldFunds _held;
    private readonly PagedArray<Part> _parts;
    private readonly Dictionary<int, int> _places;
    private readonly Sums _sums;

    private SubFundValues(HeldFunds held, PagedArray<Part> parts, Dictionary<int, int> places, Sums sums)
    {
        (_held, _parts, _places, _sums) = (held, parts, places, sums);
        Inputs = new MappedList<Part, TrailInput>(parts, part => part.Input!);
        Obstacle = sums.Obstacles == 0 ? null : parts.First(part => part.Obstacle is not null).Obstacle;
    }

    /// <summary>The sum, minor units of the mother fund's currency.</summary>
    public long Minor => _sums.Minor;

    /// <summary>Whether any part is illustrative.</summary>
    public bool IsIllustrative => _sums.Illustrative > 0;

    /// <summary>The parts as inputs of the mother fund's NAV, by recording of the commitment; not to be read where there is an obstacle.</summary>
    public IReadOnlyList<TrailInput> Inputs { get; }

    /// <summary>Why there is no NAV of the mother fund because of one of them; null where all have a value.</summary>
    public DomainError? Obstacle { get; }

    public static SubFundValues Of(LedgerView view)
    {
        var held = view.Derive<HeldFunds>();
        Dictionary<int, int> places = new(held.Edges.Count);
        var parts = new Part[held.Edges.Count];
        Sums sums = default;
        foreach (int edge in held.Edges)
        {
            parts[places.Count] = PartOf(view, edge);
            sums = sums.With(parts[places.Count], 1);
            places[edge] = places.Count;
        }

        return new SubFundValues(held, PagedArray<Part>.Of(parts), places, sums);
    }

    public SubFundValues After(LedgerView later, ViewTail tail)
    {
        var held = later.Derive<HeldFunds>();
        if (!ReferenceEquals(held, _held) || tail.Facts.Any(StatedRates.IsRate))
        {
            return Of(later);
        }

        List<(int Place, Part Part)> exchanged = [];
        var sums = _sums;
        foreach (int edge in tail.Nodes.SelectMany(later.Book.CommitmentsTo).Distinct())
        {
            if (_places.TryGetValue(edge, out int place))
            {
                var part = PartOf(later, edge);
                exchanged.Add((place, part));
                sums = sums.With(_parts[place], -1).With(part, 1);
            }
        }

        return new SubFundValues(held, _parts.With(exchanged), _places, sums);
    }

    private static Part PartOf(LedgerView view, int edge)
    {
        var held = view.Book.Node(view.Book.Edges[edge].Investee);
        var value = MotherFundNav.NavOrCost(view, held, edge);
        if (value.Value is null)
        {
            return new Part(0, null, FigureReasons.InputMissing(value.Id));
        }

        var converted = held.Currency == view.Book.Root.Currency
            ? value
            : StatedRates.InBase(view, new FigureId("navInBase", held.Code), value);
        return converted.Value is { } amount
            ? new Part(amount.MinorUnits, new FigureInput("subFundNav", converted), null)
            : new Part(0, null, converted.NoneReason);
    }

    /// <summary>One sub-fund's part.</summary>
    /// <param name="Minor">Its value; 0 where it has none.</param>
    /// <param name="Input">The figure, as an input of the mother fund's NAV; null where it has none.</param>
    /// <param name="Obstacle">Why there is no NAV of the mother fund because of it; null where it has a value.</param>
    private sealed record Part(long Minor, FigureInput? Input, DomainError? Obstacle);

    /// <summary>What the parts amount to, and how many of them are illustrative or have no value.</summary>
    private readonly record struct Sums(long Minor, int Illustrative, int Obstacles)
    {
        public Sums With(Part part, int sign) => new(
            checked(Minor + (sign * part.Minor)), Illustrative + (part.Input?.IsIllustrative == true ? sign : 0),
            Obstacles + (part.Obstacle is null ? 0 : sign));
    }
}
