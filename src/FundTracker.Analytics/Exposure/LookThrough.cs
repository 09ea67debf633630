using System.Numerics;
using FundTracker.Analytics.Carried;
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
/// <param name="Carrier">Code of the carrier that it has settled in; empty where in none.</param>
/// <param name="Value">
/// Look-through value: valuation (or cost where none was stated) times the mother fund's share, from another currency at the rate of the day.
/// </param>
/// <param name="InvestedByFunds">Cash that our funds put in, at 100 %, exits not taken off; from another currency at the rate of the day.</param>
/// <param name="Funds">Codes of the funds that hold it.</param>
/// <param name="StaleSince">
/// Day of the oldest valuation in the value that is more than 92 days before the day of the view (<see cref="NavAge"/>); else null.
/// </param>
public sealed record CompanyExposure(
    NodeEntry Company, string Sector, string Stage, string Location, string Carrier, Money Value, Money InvestedByFunds, IReadOnlyList<string> Funds,
    DateOnly? StaleSince);

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
/// <param name="ByCurrency">By currency of the holding, at the rate of the day; what has none is in the residual.</param>
/// <param name="ByCarrier">By the carrier that the company has settled in; by value, largest first, those in none among them.</param>
/// <param name="Nav">The reported NAV that value and residual add up to.</param>
/// <param name="TopTen">Share of the ten largest companies.</param>
/// <param name="Unconverted">Holdings that are in the residual because no rate is stated for their currency.</param>
/// <param name="Herfindahl">Sum of the companies' squared shares: 100 % for a single company, 1/n for n equal ones.</param>
public sealed record LookThroughExposure(
    IReadOnlyList<CompanyExposure> Companies, IReadOnlyList<ExposureSlice> BySector, IReadOnlyList<ExposureSlice> ByStage,
    Figure<Money> LookThroughValue, Figure<Money> Residual, Figure<Percentage> Coverage, IReadOnlyList<ExposureSlice> ByLocation,
    IReadOnlyList<ExposureSlice> ByVintage, IReadOnlyList<ExposureSlice> ByCurrency, IReadOnlyList<ExposureSlice> ByCarrier, Figure<Money> Nav, Figure<Percentage> TopTen,
    Figure<Percentage> Herfindahl, IReadOnlyList<UnconvertedHoldings> Unconverted)
{
    /// <summary>Every dimension's slices.</summary>
    public IEnumerable<ExposureSlice> Slices => BySector.Concat(ByStage).Concat(ByLocation).Concat(ByVintage).Concat(ByCurrency).Concat(ByCarrier);
}

/// <summary>Walks the edges from the mother fund down to companies.</summary>
public static class LookThrough
{
    internal static readonly KindSet HoldingKinds = KindSet.Of(
        LineKind.Valuation, LineKind.Investment, LineKind.InvestmentInKind, LineKind.ExitProceeds, LineKind.CostRelieved);

    /// <summary>
    /// Exposure of the mother fund. Holdings in another currency than its own stand at the stated rate of the day, as in its NAV; where none
    /// is stated they are left to the residual.
    /// </summary>
    public static LookThroughExposure Of(LedgerView view) => view.Derive<PortfolioCompanies>().Exposure;

    /// <summary>
    /// The mother fund's share of each fund that it reaches, as a fraction: its paid-in over all paid-in, multiplied along the layers.
    /// </summary>
    public static IReadOnlyDictionary<NodeId, decimal> Shares(LedgerView view) => view.Derive<FundShares>().Reached;

    /// <summary>The mother fund's share of some holdings of one company; zero where it reaches none of them or no rate is stated.</summary>
    /// <param name="view">The books on a day, as known at an instant.</param>
    /// <param name="holdings">Dense indexes of the holdings.</param>
    public static Money ValueOf(LedgerView view, IReadOnlyList<int> holdings)
    {
        var shares = view.Derive<FundShares>();
        var by = (shares, view.Derive<FundVintages>(), HoldingRates.Of(view, CompanyGroups.Of(view.Book), shares));
        return MergedCompany.Of(view, by, [.. holdings])?.Row.Value ?? Money.Zero(view.Book.Root.Currency);
    }

    /// <summary>The exposure that some companies make.</summary>
    /// <param name="view">The books on a day, as known at an instant.</param>
    /// <param name="companies">The companies, in the order in which they are shown.</param>
    /// <param name="sums">Their sums.</param>
    /// <param name="rates">What converts them.</param>
    internal static LookThroughExposure Of(LedgerView view, IReadOnlyList<MergedCompany> companies, SliceSums sums, HoldingRates rates)
    {
        var (root, nav) = (view.Book.Root, MotherFundNav.Of(view));
        var isIllustrative = sums.Of(Dimension.Currency).Any(slice => slice.Sum.Illustrative > 0);
        var value = Figure<Money>.Of(
            new FigureId("lookThrough.value", root.Code), Money.FromMinor(sums.Minor, root.Currency),
            Trail.Of([Holdings(() => companies.SelectMany(company => company.Parts), isIllustrative), .. rates.Inputs(sums.Converted)]));
        return new LookThroughExposure(
            new MappedList<MergedCompany, CompanyExposure>(companies, company => company.Row), BySize(Dimension.Sector), [.. Slices(Dimension.Stage).OrderBy(slice => StageOrder(slice.Value))
                .ThenByDescending(slice => slice.Amount.Require().MinorUnits)], value, Residual(root, nav, value),
            ShareOf(new FigureId("lookThrough.coverage", root.Code), value, nav), BySize(Dimension.Location), ByName(Dimension.Vintage),
            ByName(Dimension.Currency), BySize(Dimension.Carrier), nav, TopTen(root, companies, value, rates), Herfindahl(sums.Squares, value),
            rates.Missing);

        IReadOnlyList<ExposureSlice> BySize(Dimension by) => [.. Slices(by).OrderByDescending(slice => slice.Amount.Require().MinorUnits)];

        IReadOnlyList<ExposureSlice> ByName(Dimension by) => [.. Slices(by).OrderBy(slice => slice.Value.Length == 0)];

        IEnumerable<ExposureSlice> Slices(Dimension by) => sums.Of(by).OrderBy(slice => slice.Key, StringComparer.Ordinal)
            .Select(slice => Slice(root, (by, slice.Key, slice.Sum), companies, value, rates.Inputs(sums.ConvertedIn(by, slice.Key))));
    }

    private static ExposureSlice Slice(
        NodeEntry root, (Dimension By, string Key, SliceSum Sum) slice, IReadOnlyList<MergedCompany> companies, Figure<Money> whole,
        IEnumerable<FactInput> rates)
    {
        var scope = $"{root.Code}/{NameOf(slice.By)}:{slice.Key}";
        var amount = Figure<Money>.Of(
            new FigureId("lookThrough.value", scope), Money.FromMinor(slice.Sum.Minor, root.Currency),
            Trail.Of([
                Holdings(
                    () => companies.SelectMany(company => company.Parts.Where(part => SliceSums.KeyOf(slice.By, company, part) == slice.Key)),
                    slice.Sum.Illustrative > 0),
                .. rates]));
        return new ExposureSlice(slice.Key, slice.Sum.Companies, amount, ShareOf(new FigureId("lookThrough.share", scope), amount, whole));
    }

    private static LinesInput Holdings(Func<IEnumerable<HoldingPart>> parts, bool isIllustrative) =>
        new("holdings", new DeferredEdges(() => parts().Select(part => part.Edge)), HoldingKinds, null, isIllustrative)
        {
            StaleDeferred = new Lazy<DateOnly?>(() => MergedCompany.StaleSince(parts())),
        };

    private static Figure<Percentage> TopTen(NodeEntry root, IReadOnlyList<MergedCompany> companies, Figure<Money> value, HoldingRates rates)
    {
        const int Largest = 10;
        var top = companies.Take(Largest).ToList();
        var parts = top.SelectMany(company => company.Parts).ToList();
        var amount = Figure<Money>.Of(
            new FigureId("lookThrough.value", $"{root.Code}/top:{Largest}"), Money.FromMinor(top.Sum(company => company.Row.Value.MinorUnits), root.Currency),
            Trail.Of([
                Holdings(() => parts, parts.Any(part => part.IsIllustrative)),
                .. rates.Inputs(parts.Where(part => part.IsConverted).Select(part => part.Currency))]));
        return ShareOf(new FigureId("lookThrough.topTen", root.Code), amount, value);
    }

    /// <summary>Sum of squares over the square of the sum, exact to eighteen decimals, whatever the order of the companies.</summary>
    private static Figure<Percentage> Herfindahl(Int128 squares, Figure<Money> value)
    {
        const long Scale = 1_000_000_000_000_000_000;
        var id = new FigureId("lookThrough.hhi", value.Id.Scope);
        var trail = Trail.Of(new FigureInput("lookThrough", value));
        var whole = (BigInteger)value.Require().MinorUnits;
        return whole.IsZero
            ? Figure<Percentage>.None(id, FigureReasons.DenominatorZero("lookThrough"), trail)
            : Figure<Percentage>.Of(id, Percentage.FromFraction((decimal)((BigInteger)squares * Scale / (whole * whole)) / Scale), trail);
    }

    private static string NameOf(Dimension by) => by switch
    {
        Dimension.Sector => "sector",
        Dimension.Stage => "stage",
        Dimension.Location => "location",
        Dimension.Vintage => "vintage",
        Dimension.Currency => "currency",
        Dimension.Carrier => "carrier",
        _ => throw new ArgumentOutOfRangeException(nameof(by)),
    };

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
}
