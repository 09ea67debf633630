using FundTracker.Analytics.Metrics;
using FundTracker.Analytics.Ratios;
using FundTracker.Analytics.Returns;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Performance;

/// <summary>How a fund has done for its holder, over time and beside others.</summary>
/// <param name="Figures">Its basic figures.</param>
/// <param name="Gain">Distributed and NAV less paid-in: what the bridge from paid-in to value explains.</param>
/// <param name="Curve">Cumulated cash and value at each quarter end and on the day itself; empty where flows are not known.</param>
/// <param name="RateHistory">Since-inception IRR at the same days.</param>
/// <param name="Horizons">IRR over the last years.</param>
/// <param name="LastYear">Modified Dietz over the last year, not annualised.</param>
/// <param name="TimeWeighted">Linked modified Dietz from the first NAV to the last, not annualised.</param>
/// <param name="TimeWeightedAnnual">The same per year; without an answer under one year.</param>
/// <param name="Market">Against an index; figures without an answer where none is chosen.</param>
/// <param name="Gross">Its own business, before fees and carry.</param>
/// <param name="InBase">In the mother fund's currency, with the currency effect apart; null for a fund in that currency.</param>
public sealed record FundPerformance(
    FundFigures Figures, Figure<Money> Gain, IReadOnlyList<CurvePoint> Curve, IReadOnlyList<RatePoint> RateHistory,
    IReadOnlyList<HorizonRate> Horizons, Figure<Percentage> LastYear, Figure<Percentage> TimeWeighted, Figure<Percentage> TimeWeightedAnnual,
    MarketComparison Market, GrossFigures Gross, CurrencyPerformance? InBase)
{
    /// <summary>All figures beside the basic ones, in the order in which they are shown.</summary>
    public IReadOnlyList<IFigure> All => [Gain, .. Horizons.Select(horizon => horizon.Irr), LastYear, TimeWeighted, TimeWeightedAnnual, .. Market.All, .. Gross.All, .. InBase?.All ?? []];
}

/// <summary>A point of the J-curve.</summary>
/// <param name="Day">Quarter end, or the day of the view.</param>
/// <param name="PaidIn">Paid in up to and with the day.</param>
/// <param name="Distributed">Received up to and with the day.</param>
/// <param name="NetCash">Received less paid in.</param>
/// <param name="Nav">Value held, rolled forward; null where none was stated yet.</param>
/// <param name="NetValue">Received and held less paid in; null without a NAV.</param>
public sealed record CurvePoint(DateOnly Day, Money PaidIn, Money Distributed, Money NetCash, Money? Nav, Money? NetValue);

/// <summary>The since-inception IRR as of a day.</summary>
public sealed record RatePoint(DateOnly Day, IrrReport Irr);

/// <summary>The IRR over the last years.</summary>
public sealed record HorizonRate(int Years, Figure<IrrResult> Irr);

/// <summary>Public market equivalents against one index.</summary>
/// <param name="KaplanSchoar">Future value of what came back over that of what was paid in; above 1 the fund did better.</param>
/// <param name="DirectAlpha">Annual excess over the index.</param>
/// <param name="LongNickels">IRR of the same money in the index; two roots are possible.</param>
/// <param name="PmePlus">IRR of PME+.</param>
/// <param name="ModifiedPme">IRR of mPME.</param>
/// <param name="IndexStaleSince">Day of the last level of the index, where that is stale on the day of the figures; else null.</param>
public sealed record MarketComparison(
    Figure<Multiple> KaplanSchoar, Figure<IrrResult> DirectAlpha, Figure<IrrResult> LongNickels, Figure<IrrResult> PmePlus,
    Figure<IrrResult> ModifiedPme, DateOnly? IndexStaleSince)
{
    /// <summary>All of them, in the order in which they are shown.</summary>
    public IReadOnlyList<IFigure> All => [KaplanSchoar, DirectAlpha, LongNickels, PmePlus, ModifiedPme];
}
