using System.Globalization;
using FundTracker.Analytics.Ratios;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Exposure;

/// <summary>The mother fund's share of one company, over all funds through which it is held.</summary>
/// <param name="Company">The company.</param>
/// <param name="Sector">Sector code; empty where not known.</param>
/// <param name="Stage">Life-cycle stage; empty where not known.</param>
/// <param name="Location"><c>district</c>, <c>outside</c> or empty where not known.</param>
/// <param name="Value">Look-through value: valuation (or cost where none was stated) times the mother fund's share.</param>
/// <param name="InvestedByFunds">Cash that our funds put in, at 100 %, exits not taken off.</param>
/// <param name="Funds">Codes of the funds that hold it.</param>
public sealed record CompanyExposure(
    NodeEntry Company, string Sector, string Stage, string Location, Money Value, Money InvestedByFunds, IReadOnlyList<string> Funds);

/// <summary>One slice of the portfolio.</summary>
/// <param name="Value">Code of the slice: a sector or a stage; empty where not known.</param>
/// <param name="Companies">How many companies.</param>
/// <param name="Amount">Look-through value.</param>
/// <param name="Share">Share of the whole look-through value.</param>
public sealed record ExposureSlice(string Value, int Companies, Figure<Money> Amount, Figure<Percentage> Share);

/// <summary>Exposure of a mother fund through the layers down to companies.</summary>
/// <param name="Companies">By value, largest first.</param>
/// <param name="BySector">By value, largest first.</param>
/// <param name="ByStage">In life-cycle order.</param>
/// <param name="LookThroughValue">Sum over companies.</param>
/// <param name="Residual">Reported NAV less look-through value: cash, fees and what can't be seen through.</param>
/// <param name="Coverage">Look-through value / reported NAV.</param>
/// <param name="ByLocation">In the district, outside or not known; by value, largest first.</param>
/// <param name="ByVintage">By vintage year of the fund that holds; ascending, direct holdings and unknown years last.</param>
/// <param name="ByCurrency">By currency of the holding; those in another than the mother fund's own are in the residual.</param>
/// <param name="Nav">The reported NAV that value and residual add up to.</param>
/// <param name="TopTen">Share of the ten largest companies.</param>
/// <param name="Herfindahl">Sum of the companies' squared shares: 100 % for a single company, 1/n for n equal ones.</param>
public sealed record LookThroughExposure(
    IReadOnlyList<CompanyExposure> Companies, IReadOnlyList<ExposureSlice> BySector, IReadOnlyList<ExposureSlice> ByStage,
    Figure<Money> LookThroughValue, Figure<Money> Residual, Figure<Percentage> Coverage, IReadOnlyList<ExposureSlice> ByLocation,
    IReadOnlyList<ExposureSlice> ByVintage, IReadOnlyList<ExposureSlice> ByCurrency, Figure<Money> Nav, Figure<Percentage> TopTen,
    Figure<Percentage> Herfindahl)
{
    /// <summary>Every dimension's slices.</summary>
    public IEnumerable<ExposureSlice> Slices => BySector.Concat(ByStage).Concat(ByLocation).Concat(ByVintage).Concat(ByCurrency);
}

/// <summary>Walks the edges from the mother fund down to companies.</summary>
public static class LookThrough
{
    private static readonly KindSet HoldingKinds = KindSet.Of(LineKind.Valuation, LineKind.Investment, LineKind.InvestmentInKind, LineKind.ExitProceeds, LineKind.CostRelieved);

    /// <summary>Exposure of the mother fund. Holdings in another currency than its own are left to the residual.</summary>
    public static LookThroughExposure Of(LedgerView view)
    {
        var root = view.Book.Root;
        var (shares, years) = (Shares(view), new VintageYears(view));
        var companies = Companies(view, shares);
        var holdings = companies.SelectMany(pair => pair.Value.Edges).Distinct().ToList();
        var total = Money.FromMinor(companies.Sum(pair => pair.Value.Value), root.Currency);
        var value = Figure<Money>.Of(
            new FigureId("lookThrough.value", root.Code), total, Trail.Of(LinesInput.Of("holdings", view, holdings, HoldingKinds, null)));
        var nav = MotherFundNav.Of(view);
        var rows = companies.Select(pair => pair.Value.ToExposure(view, pair.Key)).OrderByDescending(row => row.Value.MinorUnits).ThenBy(row => row.Company.Code, StringComparer.Ordinal).ToList();
        return new LookThroughExposure(
            rows, Slices(view, companies, rows, "sector", row => row.Sector, total), Slices(view, companies, rows, "stage", row => row.Stage, total), value,
            Residual(root, nav, value), ShareOf(new FigureId("lookThrough.coverage", root.Code), value, nav),
            Slices(view, companies, rows, "location", row => row.Location, total), EdgeSlices(view, companies, "vintage", edge => Vintage(view, years, edge), total),
            EdgeSlices(view, companies, "currency", edge => view.Book.Edges[edge].Currency.Code, total), nav, TopTen(view, companies, value), Herfindahl(companies, value));
    }

    /// <summary>
    /// The mother fund's share of each fund that it reaches, as a fraction: its paid-in over all paid-in, multiplied along the layers.
    /// </summary>
    public static IReadOnlyDictionary<NodeId, decimal> Shares(LedgerView view)
    {
        var shares = new Dictionary<NodeId, decimal> { [view.Book.MotherFund] = 1m };
        Walk(view.Book.MotherFund, 1m);
        return shares;

        void Walk(NodeId holder, decimal share)
        {
            foreach (var edge in view.Book.EdgesHeldBy(holder).Where(edge => view.Book.Edges[edge].Kind == EdgeKind.Commitment))
            {
                var fund = view.Book.Edges[edge].Investee;
                var all = view.Book.EdgesInto(fund).Where(e => view.Book.Edges[e].Kind == EdgeKind.Commitment).Sum(view.PaidIn);
                if (all <= 0 || view.PaidIn(edge) <= 0) continue;
                var part = share * view.PaidIn(edge) / all;
                shares[fund] = shares.GetValueOrDefault(fund) + part;
                Walk(fund, part);
            }
        }
    }

    private static Dictionary<string, Merged> Companies(LedgerView view, IReadOnlyDictionary<NodeId, decimal> shares)
    {
        var companies = new Dictionary<string, Merged>(StringComparer.Ordinal);
        for (var edge = 0; edge < view.Book.Edges.Count; edge++)
        {
            var entry = view.Book.Edges[edge];
            if (entry.Kind != EdgeKind.Holding || entry.Currency != view.Book.Root.Currency || !view.Has(edge, HoldingKinds)) continue;
            if (!shares.TryGetValue(entry.Holder, out var share)) continue;
            var company = view.Book.Node(entry.Investee);
            var key = company.CreditCode ?? "code:" + company.Code;
            if (!companies.TryGetValue(key, out var merged)) companies[key] = merged = new Merged(company);
            merged.Add(view, edge, share);
        }

        return companies;
    }

    private static IReadOnlyList<ExposureSlice> Slices(
        LedgerView view, Dictionary<string, Merged> companies, List<CompanyExposure> rows, string by, Func<CompanyExposure, string> key, Money total)
    {
        var edges = companies.Values.ToDictionary(merged => merged.Company.Id, merged => merged.Edges);
        return
        [
            .. rows.GroupBy(key).Select(group => Slice(
                view, $"{by}:{group.Key}", group.Key, group.Count(), group.Sum(row => row.Value.MinorUnits), [.. group.SelectMany(row => edges[row.Company.Id])], total))
            .OrderBy(slice => by == "stage" ? StageOrder(slice.Value) : 0).ThenByDescending(slice => slice.Amount.Require().MinorUnits),
        ];
    }

    /// <summary>Slices by something that holdings have, not companies: one company may stand in several.</summary>
    private static IReadOnlyList<ExposureSlice> EdgeSlices(
        LedgerView view, Dictionary<string, Merged> companies, string by, Func<int, string> key, Money total) =>
    [
        .. companies.SelectMany(company => company.Value.Parts.Select(part => (Company: company.Key, part.Edge, part.Value)))
            .GroupBy(part => key(part.Edge)).OrderBy(group => group.Key.Length == 0).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => Slice(
                view, $"{by}:{group.Key}", group.Key, group.Select(part => part.Company).Distinct().Count(), group.Sum(part => part.Value),
                [.. group.Select(part => part.Edge)], total)),
    ];

    private static ExposureSlice Slice(LedgerView view, string part, string name, int companies, long minor, IReadOnlyList<int> edges, Money total)
    {
        var root = view.Book.Root;
        var figure = Figure<Money>.Of(
            new FigureId("lookThrough.value", $"{root.Code}/{part}"), Money.FromMinor(minor, root.Currency),
            Trail.Of(LinesInput.Of("holdings", view, edges, HoldingKinds, null)));
        var whole = Figure<Money>.Of(new FigureId("lookThrough.value", root.Code), total, Trail.Empty);
        return new ExposureSlice(name, companies, figure, ShareOf(new FigureId("lookThrough.share", $"{root.Code}/{part}"), figure, whole));
    }

    /// <summary>Vintage year of the fund that holds; empty for the mother fund's own holdings and where no year is known.</summary>
    private static string Vintage(LedgerView view, VintageYears years, int edge)
    {
        var holder = view.Book.Node(view.Book.Edges[edge].Holder);
        return holder.Id == view.Book.MotherFund ? "" : years.Of(holder)?.ToString(CultureInfo.InvariantCulture) ?? "";
    }

    private static Figure<Percentage> TopTen(LedgerView view, Dictionary<string, Merged> companies, Figure<Money> value)
    {
        const int Largest = 10;
        var code = view.Book.Root.Code;
        var top = companies.Values.OrderByDescending(company => company.Value).Take(Largest).ToList();
        var amount = Figure<Money>.Of(
            new FigureId("lookThrough.value", $"{code}/top:{Largest}"), Money.FromMinor(top.Sum(company => company.Value), view.Book.Root.Currency),
            Trail.Of(LinesInput.Of("holdings", view, [.. top.SelectMany(company => company.Edges)], HoldingKinds, null)));
        return ShareOf(new FigureId("lookThrough.topTen", code), amount, value);
    }

    private static Figure<Percentage> Herfindahl(Dictionary<string, Merged> companies, Figure<Money> value)
    {
        var id = new FigureId("lookThrough.hhi", value.Id.Scope);
        var trail = Trail.Of(new FigureInput("lookThrough", value));
        var whole = (decimal)value.Require().MinorUnits;
        return whole == 0
            ? Figure<Percentage>.None(id, FigureReasons.DenominatorZero("lookThrough"), trail)
            : Figure<Percentage>.Of(id, Percentage.FromFraction(companies.Values.Sum(company => company.Value / whole * (company.Value / whole))), trail);
    }

    private static int StageOrder(string stage) => Enum.TryParse<Domain.Holdings.LifeCycleStage>(stage, out var order) ? (int)order : 99;

    private static Figure<Money> Residual(NodeEntry root, Figure<Money> nav, Figure<Money> value)
    {
        var id = new FigureId("lookThrough.residual", root.Code);
        return nav.Value is null
            ? Figure<Money>.None(id, nav.NoneReason!)
            : Figure<Money>.Of(id, nav.Value - value.Require(), Trail.Of(new FigureInput("nav", nav), new FigureInput("lookThrough", value)));
    }

    private static Figure<Percentage> ShareOf(FigureId id, Figure<Money> part, Figure<Money> whole)
    {
        if (whole.Value is null) return Figure<Percentage>.None(id, whole.NoneReason!);
        if (whole.Value.IsZero) return Figure<Percentage>.None(id, FigureReasons.DenominatorZero("nav"));
        return Figure<Percentage>.Of(
            id, Percentage.FromFraction((decimal)part.Require().MinorUnits / whole.Value.MinorUnits),
            Trail.Of(new FigureInput("numerator", part), new FigureInput("denominator", whole)));
    }

    private sealed class Merged(NodeEntry company)
    {
        public NodeEntry Company => company;

        public List<(int Edge, long Value)> Parts { get; } = [];

        public List<int> Edges => Parts.ConvertAll(part => part.Edge);

        public long Value { get; private set; }

        private long Invested { get; set; }

        public void Add(LedgerView view, int edge, decimal share)
        {
            var value = Money.FromMinor(MotherFundNav.HoldingValue(view, edge), company.Currency).MultiplyRounded(share).MinorUnits;
            Parts.Add((edge, value));
            Value += value;
            Invested += view.Sum(edge, LineKind.Investment) + view.Sum(edge, LineKind.InvestmentInKind);
        }

        public CompanyExposure ToExposure(LedgerView view, string key) => new(
            company, Fact(view, FactNames.Sector), Fact(view, FactNames.LifeCycleStage), Fact(view, FactNames.Location),
            Money.FromMinor(Value, company.Currency), Money.FromMinor(Invested, company.Currency),
            [.. Edges.Select(edge => view.Book.Node(view.Book.Edges[edge].Holder).Code).Order(StringComparer.Ordinal)]);

        private string Fact(LedgerView view, string name) => view.Book.FactOn(company.Id, name, view.AsOf, view.KnownAt)?.Value ?? "";
    }
}
