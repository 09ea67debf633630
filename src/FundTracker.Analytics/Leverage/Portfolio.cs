using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Leverage;

/// <summary>The sub-funds that a ratio counts, seen from the mother fund.</summary>
internal sealed class Portfolio(LedgerView view, string scope, IReadOnlyList<int> own)
{
    private readonly List<int> everybody =
    [
        .. own.Select(edge => view.Book.Edges[edge].Investee).Distinct()
            .SelectMany(fund => view.Book.EdgesInto(fund)).Where(edge => view.Book.Edges[edge].Kind == EdgeKind.Commitment),
    ];

    public LedgerView View => view;

    public string Scope => scope;

    /// <summary>The mother fund's commitments to the sub-funds.</summary>
    public IReadOnlyList<int> Own => own;

    /// <summary>Everybody's commitments to the sub-funds.</summary>
    public IReadOnlyList<int> Everybody => everybody;

    public Currency Currency => view.Book.Root.Currency;

    public Figure<Money> TotalCommitted() => Sum("leverage.totalCommitted", everybody, LineKinds.CommitmentKinds, view.Commitment);

    public Figure<Money> OwnCommitted() => Sum("leverage.ownCommitted", own, LineKinds.CommitmentKinds, view.Commitment);

    public Figure<Money> TotalPaidIn() => Sum("leverage.totalPaidIn", everybody, LineKinds.PaidInKinds, view.PaidIn);

    public Figure<Money> OwnPaidIn() => Sum("leverage.ownPaidIn", own, LineKinds.PaidInKinds, view.PaidIn);

    /// <summary>Why amounts of these funds can't be added; null where they can.</summary>
    public DomainError? Obstacle()
    {
        if (own.Count == 0) return FigureReasons.NothingInLayer();
        var currencies = everybody.Select(edge => view.Book.Edges[edge].Currency.Code).Append(Currency.Code).Distinct().Order(StringComparer.Ordinal).ToList();
        return currencies.Count > 1 ? FigureReasons.CurrenciesMixed(string.Join(", ", currencies)) : null;
    }

    private Figure<Money> Sum(string formula, IReadOnlyList<int> edges, KindSet kinds, Func<int, long> balance)
    {
        var id = new FigureId(formula, scope);
        if (Obstacle() is { } obstacle) return Figure<Money>.None(id, obstacle);
        var total = Money.FromMinor(edges.Sum(balance), Currency);
        return Figure<Money>.Of(id, total, Trail.Of(LinesInput.Of("lines", view, edges, kinds, total)));
    }
}
