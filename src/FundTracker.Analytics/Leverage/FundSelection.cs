using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Leverage;

/// <summary>Some sub-funds by the mother fund's commitments to them, and what follows from the nodes and edges alone. Immutable.</summary>
internal sealed class FundSelection
{
    private readonly Dictionary<NodeId, int> places;

    /// <summary>Selects sub-funds.</summary>
    /// <param name="book">The books.</param>
    /// <param name="own">Dense indexes of the mother fund's commitments; it has one to a fund.</param>
    /// <param name="currency">Currency in which amounts are added.</param>
    public FundSelection(BookSnapshot book, IReadOnlyList<int> own, Currency currency)
    {
        (Own, Currency) = (own, currency);
        Funds = [.. own.Select(edge => book.Edges[edge].Investee)];
        Everybody = [.. Funds.SelectMany(book.CommitmentsTo)];
        Codes = [.. Funds.Select(fund => book.Node(fund).Code)];
        Foreign = [.. Everybody.Where(edge => IsForeign(book.Edges[edge].Currency))];
        places = new Dictionary<NodeId, int>(Funds.Count);
        foreach (var fund in Funds) places.Add(fund, places.Count);
    }

    /// <summary>The mother fund's commitments to the sub-funds.</summary>
    public IReadOnlyList<int> Own { get; }

    /// <summary>The sub-funds, each at the place of its commitment.</summary>
    public IReadOnlyList<NodeId> Funds { get; }

    /// <summary>Everybody's commitments to the sub-funds.</summary>
    public IReadOnlyList<int> Everybody { get; }

    /// <summary>The sub-funds' codes.</summary>
    public IReadOnlyList<string> Codes { get; }

    /// <summary>Currency in which amounts are added.</summary>
    public Currency Currency { get; }

    /// <summary>Everybody's commitments in other currencies.</summary>
    public IReadOnlyList<int> Foreign { get; }

    /// <summary>Whether amounts of a currency have to be converted.</summary>
    public bool IsForeign(Currency currency) => !ReferenceEquals(currency, Currency) && currency != Currency;

    /// <summary>The places of those of some nodes that are among the sub-funds.</summary>
    public IEnumerable<int> PlacesOf(IEnumerable<NodeId> nodes)
    {
        foreach (var node in nodes)
            if (places.TryGetValue(node, out var place)) yield return place;
    }
}
