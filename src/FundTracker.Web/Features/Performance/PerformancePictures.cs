using FundTracker.Analytics.Performance;
using FundTracker.Application.Reports;
using FundTracker.Domain.Figures;
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

    /// <summary>From the opening NAV to the closing one; parts that are zero or not known are left out. Null where either NAV is not known.</summary>
    public static BridgeModel? Bridge(NavRollForward roll, UiText text, AmountUnit unit)
    {
        if (In(roll.Opening.Value, unit) is not { } opening || In(roll.Closing.Value, unit) is not { } closing) return null;
        var (steps, level) = (new List<BridgeStep> { new(Name(roll.Opening), 0, opening, opening, Colour: 0) }, opening);
        foreach (var (part, effect) in roll.Effects().Where(one => !one.Effect.IsZero))
        {
            var change = effect.Amount / Formats.Divisor(unit);
            steps.Add(new BridgeStep(Name(part), level, level + change, change, Colour: part == roll.Contributions || part == roll.Distributions ? 3 : part == roll.NotSplit ? 4 : 2));
            level += change;
        }

        steps.Add(new BridgeStep(Name(roll.Closing), closing, 0, closing, Colour: 1));
        return new BridgeModel(
            text["performance.rollForwardOf", ("from", Formats.Of(roll.From)), ("to", Formats.Of(roll.To))],
            Formats.UnitName(text, roll.Fund.Currency, unit), steps);

        string Name(Figure<Money> part) => text[$"performance.bridge.{part.Id.Formula[NavRollForward.Formulas.Length..]}"];
    }

    private static decimal? In(Money? money, AmountUnit unit) => money is null ? null : money.Amount / Formats.Divisor(unit);
}
