using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Leverage;

/// <summary>The sub-funds that a ratio counts, seen from the mother fund, on the day of a view.</summary>
internal sealed class Portfolio
{
    private readonly FundSelection funds;
    private readonly Lazy<FundMoney> money;

    /// <summary>Some sub-funds.</summary>
    public Portfolio(LedgerView view, string scope, IReadOnlyList<int> own)
    {
        (View, Scope, funds) = (view, scope, new FundSelection(view.Book, own));
        money = new(() => Enumerable.Range(0, own.Count).Aggregate(default(FundMoney), (sum, place) => sum + FundMoney.Of(view, funds, place)));
        Sources = new(() => SourceSums.Of([.. funds.Funds.Select(fund => view.Derive<FundSources>().Of(view, fund))]));
        Rounds = new(() => RoundSums.Of(view.Derive<RaisedRounds>(), funds.Funds.Select(view.Derive<RoundsOfFunds>().Of)));
    }

    private Portfolio(LedgerView view)
    {
        (View, Scope, funds) = (view, view.Book.Root.Code, view.Derive<CountedFunds>().Funds);
        money = new(() => view.Derive<CountedMoney>().All);
        Sources = new(() => view.Derive<CountedSources>().Sums);
        Rounds = new(() => view.Derive<WholeRounds>().Sums);
    }

    public LedgerView View { get; }

    public string Scope { get; }

    /// <summary>The sub-funds.</summary>
    public IReadOnlyList<NodeId> Funds => funds.Funds;

    /// <summary>The sub-funds' codes.</summary>
    public IReadOnlyList<string> Codes => funds.Codes;

    /// <summary>Everybody's commitments to the sub-funds.</summary>
    public IReadOnlyList<int> Everybody => funds.Everybody;

    /// <summary>Paid-in by the kind of investor that it comes from.</summary>
    public Lazy<SourceSums> Sources { get; }

    /// <summary>The rounds in which the sub-funds invested.</summary>
    public Lazy<RoundSums> Rounds { get; }

    public Currency Currency => View.Book.Root.Currency;

    /// <summary>All sub-funds that leverage counts; carried on when more is recorded.</summary>
    public static Portfolio Whole(LedgerView view) => new(view);

    public Figure<Money> TotalCommitted() => Sum("leverage.totalCommitted", funds.Everybody, LineKinds.CommitmentKinds, all => all.Committed);

    public Figure<Money> OwnCommitted() => Sum("leverage.ownCommitted", funds.Own, LineKinds.CommitmentKinds, all => all.OwnCommitted);

    public Figure<Money> TotalPaidIn() => Sum("leverage.totalPaidIn", funds.Everybody, LineKinds.PaidInKinds, all => all.PaidIn);

    public Figure<Money> OwnPaidIn() => Sum("leverage.ownPaidIn", funds.Own, LineKinds.PaidInKinds, all => all.OwnPaidIn);

    /// <summary>The lines of everybody's payments, by which the mother fund's share is measured.</summary>
    public LinesInput SharePaidIn() => new("paidInShare", funds.Everybody, LineKinds.PaidInKinds, null, money.Value.PaidIn.Illustrative > 0);

    /// <summary>Why amounts of these funds can't be added; null where they can.</summary>
    public DomainError? Obstacle() => funds.Obstacle;

    private Figure<Money> Sum(string formula, IReadOnlyList<int> edges, KindSet kinds, Func<FundMoney, EdgeSum> part)
    {
        var id = new FigureId(formula, Scope);
        if (funds.Obstacle is not null) return Figure<Money>.None(id, funds.Obstacle);
        var (minor, illustrative) = part(money.Value);
        var total = Money.FromMinor(minor, Currency);
        return Figure<Money>.Of(id, total, Trail.Of(new LinesInput("lines", edges, kinds, total, illustrative > 0)));
    }
}
