using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Leverage;

/// <summary>The sub-funds that a ratio counts, seen from the mother fund, on the day of a view. All amounts are in one currency.</summary>
internal sealed class Portfolio
{
    private readonly FundSelection funds;
    private readonly ForeignCommitments promises;
    private readonly Lazy<FundMoney> money;

    /// <summary>Some sub-funds.</summary>
    /// <param name="view">The books on a day, as known at an instant.</param>
    /// <param name="scope">See <see cref="LeverageRow.Scope"/>.</param>
    /// <param name="own">Dense indexes of the mother fund's commitments to them.</param>
    /// <param name="currency">Currency of the amounts: the mother fund's, or for a single fund that fund's.</param>
    /// <param name="ratesOf">Books on the day whose rates commitments count at; null for the day of the view.</param>
    public Portfolio(LedgerView view, string scope, IReadOnlyList<int> own, Currency currency, LedgerView? ratesOf = null)
    {
        (View, Scope, funds, promises) = (view, scope, new FundSelection(view.Book, own, currency), new ForeignCommitments(view, ratesOf));
        money = new(() => Enumerable.Range(0, own.Count).Aggregate(default(FundMoney), (sum, place) => sum + FundMoney.Of(view, funds, place, promises)));
        var isOfRoot = currency == view.Book.Root.Currency;
        RoundsOf = isOfRoot ? view.Derive<RoundsOfFunds>().Of : fund => FundRounds.Of(view, fund, currency);
        Sources = new(() => SourceSums.Of(
            [.. funds.Funds.Select(fund => isOfRoot ? view.Derive<FundSources>().Of(view, fund) : FundSource.Of(view, fund, currency))]));
        Rounds = new(() => RoundSumsIn(currency));
    }

    private Portfolio(LedgerView view)
    {
        (View, Scope, funds, promises) = (view, view.Book.Root.Code, view.Derive<CountedFunds>().Funds, new ForeignCommitments(view));
        money = new(() => view.Derive<CountedMoney>().All);
        RoundsOf = view.Derive<RoundsOfFunds>().Of;
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

    /// <summary>What one of the funds invested in rounds.</summary>
    public Func<NodeId, FundRounds> RoundsOf { get; }

    public Currency Currency => funds.Currency;

    /// <summary>All sub-funds that leverage counts; carried on when more is recorded.</summary>
    public static Portfolio Whole(LedgerView view) => new(view);

    public Figure<Money> TotalCommitted() => Sum("totalCommitted", funds.Everybody, LineKinds.CommitmentKinds, all => all.Committed);

    public Figure<Money> OwnCommitted() => Sum("ownCommitted", funds.Own, LineKinds.CommitmentKinds, all => all.OwnCommitted);

    public Figure<Money> TotalPaidIn() => Sum("totalPaidIn", funds.Everybody, LineKinds.PaidInKinds, all => all.PaidIn);

    public Figure<Money> OwnPaidIn() => Sum("ownPaidIn", funds.Own, LineKinds.PaidInKinds, all => all.OwnPaidIn);

    /// <summary>The lines of everybody's payments, by which the mother fund's share is measured.</summary>
    public LinesInput SharePaidIn() => new("paidInShare", funds.Everybody, LineKinds.PaidInKinds, null, money.Value.PaidIn.Illustrative > 0);

    /// <summary>Why there is nothing to add; null where there is something.</summary>
    public DomainError? Nothing() => funds.Own.Count == 0 ? FigureReasons.NothingInLayer() : null;

    /// <summary>The rates of the funds' investments in rounds; null where none of the funds is in another currency.</summary>
    public RatesUsed? InvestmentRates()
    {
        if (funds.Foreign.Count == 0) return null;
        var used = new RatesUsed();
        foreach (var fund in ForeignPlaces().Select(place => funds.Funds[place])) used.Add(RoundsOf(fund).Rates);
        return used;
    }

    /// <summary>Everybody's payments to funds in one other currency, as they count.</summary>
    public RatesUsed PaidInRates(IEnumerable<int> edges)
    {
        var (used, converted) = (new RatesUsed(), View.Derive<ForeignPaidIn>());
        foreach (var edge in edges) used.Add(converted.On(View, edge).Rates);
        return used;
    }

    /// <summary>Places of the funds in other currencies, by currency, in the order of their codes.</summary>
    public IEnumerable<IGrouping<Currency, int>> ByCurrency() =>
        ForeignPlaces().GroupBy(place => View.Book.Node(funds.Funds[place]).Currency).OrderBy(group => group.Key.Code, StringComparer.Ordinal);

    /// <summary>Whether any amount had to be converted.</summary>
    public bool IsConverted => funds.Foreign.Count > 0 || (funds.Own.Count > 0 && Rounds.Value.IsConverted);

    /// <summary>Whether an edge is in the currency of the amounts.</summary>
    public bool Keeps(int edge) => !funds.IsForeign(View.Book.Edges[edge].Currency);

    /// <summary>Address of the part of a sum that came in another currency.</summary>
    public FigureId Converted(string what, Currency from) => new($"leverage.{what}", $"{Scope}{LeverageEngine.CurrencyPart}{from.Code}");

    private IEnumerable<int> ForeignPlaces() => funds.Foreign.Count == 0
        ? []
        : Enumerable.Range(0, funds.Own.Count).Where(place => funds.IsForeign(View.Book.Node(funds.Funds[place]).Currency));

    private RoundSums RoundSumsIn(Currency currency)
    {
        var (raised, parts) = (View.Derive<RaisedRounds>(), funds.Funds.Select(RoundsOf).ToList());
        var isOfRoot = currency == View.Book.Root.Currency;
        var rounds = isOfRoot ? [] : parts.SelectMany(part => part.Invested).Select(round => round.Round).ToHashSet();
        return RoundSums.Of(isOfRoot ? raised : raised.In(View, currency, rounds), parts);
    }

    private Figure<Money> Sum(string what, IReadOnlyList<int> edges, KindSet kinds, Func<FundMoney, EdgeSum> part)
    {
        var id = new FigureId($"leverage.{what}", Scope);
        if (Nothing() is { } nothing) return Figure<Money>.None(id, nothing);
        if (funds.Foreign.Count > 0) return SumOfAll(id, edges, kinds);
        var (minor, illustrative) = part(money.Value);
        var total = Money.FromMinor(minor, Currency);
        return Figure<Money>.Of(id, total, Trail.Of(new LinesInput("lines", edges, kinds, total, illustrative > 0)));
    }

    /// <summary>The same where some commitments are in other currencies.</summary>
    private Figure<Money> SumOfAll(FigureId id, IReadOnlyList<int> edges, KindSet kinds) => kinds == LineKinds.PaidInKinds
        ? new SumInSeveral(View, Currency, kinds)
        {
            Own = View.PaidIn, IsDated = true, Converted = (of, rates) =>
            {
                rates.Add(PaidInRates(of));
                return of.Sum(edge => View.Derive<ForeignPaidIn>().On(View, edge).Minor);
            },
        }.Of(id, edges)
        : new SumInSeveral(View, Currency, kinds)
        {
            Own = View.Commitment, IsDated = false, Converted = (of, rates) =>
            {
                rates.Add(promises.RatesOf(of));
                return of.Sum(promises.On);
            },
        }.Of(id, edges);
}
