using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Leverage;

/// <summary>The sub-funds that a ratio counts, seen from the mother fund.</summary>
internal sealed class Portfolio
{
    private readonly List<int> everybody = [];
    private readonly DomainError? obstacle;

    public Portfolio(LedgerView view, string scope, IReadOnlyList<int> own)
    {
        (View, Scope, Own) = (view, scope, own);
        Funds = [.. own.Select(edge => view.Book.Edges[edge].Investee).Distinct()];
        foreach (var fund in Funds) everybody.AddRange(view.Book.CommitmentsTo(fund));
        obstacle = FindObstacle();
    }

    public LedgerView View { get; }

    /// <summary>Whether these are all the sub-funds that leverage counts.</summary>
    public bool IsWhole => ReferenceEquals(Own, View.Derive<CountedFunds>().Edges);

    public string Scope { get; }

    /// <summary>The mother fund's commitments to the sub-funds.</summary>
    public IReadOnlyList<int> Own { get; }

    /// <summary>The sub-funds.</summary>
    public IReadOnlyList<NodeId> Funds { get; }

    /// <summary>Everybody's commitments to the sub-funds.</summary>
    public IReadOnlyList<int> Everybody => everybody;

    public Currency Currency => View.Book.Root.Currency;

    public Figure<Money> TotalCommitted() => Sum("leverage.totalCommitted", everybody, LineKinds.CommitmentKinds, View.Commitment);

    public Figure<Money> OwnCommitted() => Sum("leverage.ownCommitted", Own, LineKinds.CommitmentKinds, View.Commitment);

    public Figure<Money> TotalPaidIn() => Sum("leverage.totalPaidIn", everybody, LineKinds.PaidInKinds, View.PaidIn);

    public Figure<Money> OwnPaidIn() => Sum("leverage.ownPaidIn", Own, LineKinds.PaidInKinds, View.PaidIn);

    /// <summary>Why amounts of these funds can't be added; null where they can.</summary>
    public DomainError? Obstacle() => obstacle;

    private DomainError? FindObstacle()
    {
        if (Own.Count == 0) return FigureReasons.NothingInLayer();
        var (edges, currency) = (View.Book.Edges, Currency);
        if (everybody.TrueForAll(edge => ReferenceEquals(edges[edge].Currency, currency) || edges[edge].Currency == currency)) return null;
        var currencies = everybody.Select(edge => View.Book.Edges[edge].Currency.Code).Append(Currency.Code).Distinct().Order(StringComparer.Ordinal);
        return FigureReasons.CurrenciesMixed(string.Join(", ", currencies));
    }

    private Figure<Money> Sum(string formula, IReadOnlyList<int> edges, KindSet kinds, Func<int, long> balance)
    {
        var id = new FigureId(formula, Scope);
        if (obstacle is not null) return Figure<Money>.None(id, obstacle);
        var total = Money.FromMinor(edges.Sum(balance), Currency);
        return Figure<Money>.Of(id, total, Trail.Of(LinesInput.Of("lines", View, edges, kinds, total)));
    }
}
