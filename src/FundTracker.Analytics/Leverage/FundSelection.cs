using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Leverage;

/// <summary>Some sub-funds by the mother fund's commitments to them, and what follows from the nodes and edges alone. Immutable.</summary>
internal sealed class FundSelection
{
    private readonly Dictionary<NodeId, int> places;

    /// <summary>Selects sub-funds.</summary>
    /// <param name="book">The books.</param>
    /// <param name="own">Dense indexes of the mother fund's commitments; it has one to a fund.</param>
    public FundSelection(BookSnapshot book, IReadOnlyList<int> own)
    {
        Own = own;
        Funds = [.. own.Select(edge => book.Edges[edge].Investee)];
        Everybody = [.. Funds.SelectMany(book.CommitmentsTo)];
        Codes = [.. Funds.Select(fund => book.Node(fund).Code)];
        Obstacle = FindObstacle(book);
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

    /// <summary>Why amounts of these funds can't be added; null where they can.</summary>
    public DomainError? Obstacle { get; }

    /// <summary>The places of those of some nodes that are among the sub-funds.</summary>
    public IEnumerable<int> PlacesOf(IEnumerable<NodeId> nodes)
    {
        foreach (var node in nodes)
            if (places.TryGetValue(node, out var place)) yield return place;
    }

    private DomainError? FindObstacle(BookSnapshot book)
    {
        if (Own.Count == 0) return FigureReasons.NothingInLayer();
        var currency = book.Root.Currency;
        if (Everybody.All(edge => ReferenceEquals(book.Edges[edge].Currency, currency) || book.Edges[edge].Currency == currency)) return null;
        var currencies = Everybody.Select(edge => book.Edges[edge].Currency.Code).Append(currency.Code).Distinct().Order(StringComparer.Ordinal);
        return FigureReasons.CurrenciesMixed(string.Join(", ", currencies));
    }
}
