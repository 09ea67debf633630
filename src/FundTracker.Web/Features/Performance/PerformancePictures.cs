using FundTracker.Analytics.Performance;
using FundTracker.Application.Reports;
using FundTracker.Domain.Values;
using FundTracker.Web.Charts;
using FundTracker.Web.Components;
using FundTracker.Web.Texts;

namespace FundTracker.Web.Features.Performance;

/// <summary>The drawings of a fund's performance.</summary>
internal static class PerformancePictures
{
    /// <summary>Net cash, value held and both together, quarter by quarter.</summary>
    public static LineChartModel Curve(FundPerformance performance, UiText text, AmountUnit unit) =>
        Curve(text["performance.curve"], performance.Curve, performance.Figures.Fund.Currency, text, unit);

    /// <summary>The same of the sub-funds together.</summary>
    public static LineChartModel Curve(PooledCurve pooled, UiText text, AmountUnit unit) =>
        Curve(text["performance.curve"], pooled.Points, pooled.Currency, text, unit);

    private static LineChartModel Curve(string title, IReadOnlyList<CurvePoint> points, Currency currency, UiText text, AmountUnit unit) => new(
        title, Formats.UnitName(text, currency, unit),
        [
            new DatedSeries(text["performance.netCash"], [.. points.Select(point => new DatedValue(point.Day, In(point.NetCash, unit)))]),
            new DatedSeries(text["figures.nav"], [.. points.Select(point => new DatedValue(point.Day, In(point.Nav, unit)))]),
            new DatedSeries(text["performance.netValue"], [.. points.Select(point => new DatedValue(point.Day, In(point.NetValue, unit)))]),
        ]);

    /// <summary>Annual rates since inception; quarters of the first year, which is not annualised, are left open.</summary>
    public static LineChartModel Rates(FundPerformance performance, UiText text) => new(
        text["performance.rateHistory"], text["charts.percent"],
        [
            new DatedSeries(text["figures.irr"], [.. performance.RateHistory.Select(point => new DatedValue(
                point.Day, point.Irr is { PresentAs: "annual", Rate: { } rate } ? (decimal)rate * 100 : null))]),
        ]);

    /// <summary>From what was paid in to what it is worth; null where a part is not known.</summary>
    public static BridgeModel? Bridge(FundPerformance performance, UiText text, AmountUnit unit)
    {
        var figures = performance.Figures;
        if (In(figures.PaidIn.Value, unit) is not { } paidIn || In(performance.Gain.Value, unit) is not { } gain) return null;
        if (In(figures.Distributed.Value, unit) is not { } distributed || In(figures.Nav.Value, unit) is not { } nav) return null;
        return new BridgeModel(
            text["performance.bridge"], Formats.UnitName(text, figures.Fund.Currency, unit),
            [
                new BridgeStep(text["figures.paidIn"], 0, paidIn, paidIn, Colour: 0),
                new BridgeStep(text["performance.gain"], paidIn, paidIn + gain, gain, Colour: 2),
                new BridgeStep(text["figures.nav"], paidIn + gain, distributed, nav, Colour: 1),
                new BridgeStep(text["figures.distributed"], distributed, 0, distributed, Colour: 3),
            ]);
    }

    private static decimal? In(Money? money, AmountUnit unit) => money is null ? null : money.Amount / Formats.Divisor(unit);
}
