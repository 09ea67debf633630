using FundTracker.Analytics.Carried;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Pacing;

/// <summary>
/// The figures of a forecast with their trails: cash ahead down to the cash of today and to each sub-fund's quarters, these down to its
/// parameters, its unfunded and its NAV, and so to the ledger. Their addresses carry what is assumed.
/// </summary>
internal sealed class CashTrail
{
    private readonly CashAhead ahead;
    private readonly Money costsLastYear;
    private readonly FundPaces paces;
    private readonly string scope;

    public CashTrail(CashAhead ahead, Money costsLastYear)
    {
        (this.ahead, this.costsLastYear) = (ahead, costsLastYear);
        scope = PacingScope.Of(ahead.View.Book.Root, ahead.Assume, costsLastYear);
        paces = new FundPaces(ahead, scope);
    }

    /// <summary>Called on shareholders and not paid yet.</summary>
    public Figure<Money> Expected => FundPaces.Of("expected", scope, ahead.Expected, FundPaces.Called(ahead.View, ahead.Shareholders, ahead.Expected));

    /// <summary>Called by sub-funds and not paid yet.</summary>
    public Figure<Money> Owed =>
        FundPaces.Of("owed", scope, ahead.Owed, [.. ahead.Funds.Select(fund => fund.Known).OfType<SubFundPacing>()
            .Where(fund => !fund.Outstanding.IsZero).Select(fund => new FigureInput("plus", paces.Owed(fund)))]);

    /// <summary>The mother fund's own costs a year: assumed, or those of the last year with their lines.</summary>
    public Figure<Money> Costs =>
        FundPaces.Of("costs", scope, ahead.Assume.CostsAnnual, ahead.Assume.CostsAnnual == costsLastYear ? PortfolioPacing.CostLines(ahead.View, costsLastYear) : []);

    /// <summary>What cash must not fall below.</summary>
    public Figure<Money> Reserve => FundPaces.Of("reserve", scope, ahead.Assume.Reserve);

    /// <summary>What must be paid in for cash to stay at the reserve.</summary>
    public Figure<Money> Needed => Below("needed", ahead.Need.AmountNeeded, ahead.LowestOn);

    /// <summary>What is missing on the first day of a shortfall; zero where there is none.</summary>
    public Figure<Money> Missing => Below("missing", ahead.Need.ShortfallAmount, ahead.Need.ShortfallDate ?? ahead.LowestOn);

    /// <summary>Cash at the end of a day, without any further phase.</summary>
    public Figure<Money> Cash(DateOnly day)
    {
        List<TrailInput> own = [new FigureInput("start", ahead.Cash)];
        if (!ahead.Expected.IsZero) own.Add(new FigureInput("plus", Expected));
        if (!ahead.Owed.IsZero) own.Add(new FigureInput("less", Owed));
        var costs = ahead.CostsBy(day);
        if (!costs.IsZero) own.Add(new FigureInput("less", FundPaces.Of("costsPaid", PacingScope.On(scope, day), costs, new FigureInput("costs", Costs))));
        var calls = ahead.Funds.Where(fund => !fund.Called(day, ahead.Currency).IsZero).ToList();
        var payouts = ahead.Funds.Where(fund => !fund.PaidOut(day, ahead.Currency).IsZero).ToList();
        var funds = new JoinedList<TrailInput>(
            new MappedList<FundAhead, TrailInput>(calls, fund => new FigureInput("less", paces.CalledBy(fund, day))),
            new MappedList<FundAhead, TrailInput>(payouts, fund => new FigureInput("plus", paces.PaidOutBy(fund, day))));
        return Of("cash", PacingScope.On(scope, day), ahead.On(day), new JoinedList<TrailInput>(own, funds));
    }

    /// <summary>What the funds call in a quarter, counted from 0.</summary>
    public Figure<Money> Calls(int place) => OfFunds("calls", place, quarter => quarter.Call, paces.Call);

    /// <summary>What they pay out in a quarter, counted from 0.</summary>
    public Figure<Money> Distributions(int place) => OfFunds("distributions", place, quarter => quarter.Distribution, paces.Distribution);

    /// <summary>Figures among which, and among whose inputs, one of a scope is to be found.</summary>
    public IEnumerable<IFigure> Near(string wanted)
    {
        foreach (var (day, place) in ahead.Days.Select((day, place) => (day, place)))
        {
            if (wanted.EndsWith(PacingScope.Quarter("", day.End), StringComparison.Ordinal))
            {
                yield return Calls(place);
                yield return Distributions(place);
            }

            if (wanted.EndsWith(PacingScope.On("", day.Start), StringComparison.Ordinal)) yield return Cash(day.Start);
            if (wanted.EndsWith(PacingScope.On("", day.End), StringComparison.Ordinal)) yield return Cash(day.End);
        }

        foreach (var figure in new[] { Needed, Missing, Reserve, Expected, Owed, Costs, Cash(ahead.Days[^1].End) }) yield return figure;
    }

    private Figure<Money> Below(string formula, decimal missing, DateOnly day) => FundPaces.Of(
        formula, scope, Money.Of(missing, ahead.Currency), new FigureInput("start", Reserve), new FigureInput("less", Cash(day)));

    private Figure<Money> OfFunds(
        string formula, int place, Func<QuarterAhead, Money> amount, Func<FundAhead, QuarterAhead, Figure<Money>> figure)
    {
        var funds = ahead.Funds.Where(fund => !amount(fund.Quarters[place]).IsZero).ToList();
        return Of(
            formula, PacingScope.Quarter(scope, ahead.Days[place].End), ahead.Sum(fund => amount(fund.Quarters[place])),
            new MappedList<FundAhead, TrailInput>(funds, fund => new FigureInput("plus", figure(fund, fund.Quarters[place]))));
    }

    private static Figure<Money> Of(string formula, string scope, Money value, IReadOnlyList<TrailInput> inputs) =>
        FundPaces.Of(formula, scope, value, inputs);
}
