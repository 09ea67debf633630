using FundTracker.Analytics.Pacing;
using FundTracker.Application.Pacing;
using FundTracker.Application.Reports;
using FundTracker.Domain.Values;
using FundTracker.Web.Charts;
using FundTracker.Web.Components;
using FundTracker.Web.Texts;

namespace FundTracker.Web.Features.Pacing;

/// <summary>The drawings of a forecast.</summary>
internal static class PacingPictures
{
    /// <summary>Calls and distributions, quarter by quarter.</summary>
    public static ColumnChartModel Flows(PortfolioPacing pacing, UiText text, AmountUnit unit) => new(
        text["pacing.flows"], UnitOf(pacing, text, unit), [.. pacing.Quarters.Select(Name)],
        [
            new CategorySeries(text["pacing.calls"], [.. pacing.Quarters.Select(quarter => (decimal?)In(quarter.Calls.Require(), unit))]),
            new CategorySeries(text["pacing.distributions"], [.. pacing.Quarters.Select(quarter => (decimal?)In(quarter.Distributions.Require(), unit))]),
        ]);

    /// <summary>The mother fund's cash at the end of each quarter, without any further phase.</summary>
    public static LineChartModel Cash(GetPacing.Answer answer, UiText text, AmountUnit unit) => new(
        text["pacing.cash"], UnitOf(answer.Pacing, text, unit),
        [
            new DatedSeries(text["pacing.cash"],
                [
                    new DatedValue(answer.AsOf, In(answer.Pacing.Cash.Require(), unit)),
                    .. answer.Pacing.Quarters.Select(quarter => new DatedValue(quarter.End, In(quarter.Cash.Require(), unit))),
                ]),
        ],
        new ReferenceLevel(text["pacing.reserve"], In(answer.Assumed.Reserve, unit)));

    /// <summary>The simulated range of calls in each quarter.</summary>
    public static RangeChartModel Ranges(PortfolioPacing pacing, UiText text, AmountUnit unit) => new(
        text["pacing.range"], UnitOf(pacing, text, unit), text["pacing.median"],
        [
            .. pacing.Quarters.Select(quarter => new RangeSlot(
                Name(quarter), In(quarter.Median, unit),
                [
                    Band("95 %", quarter.Range95, unit), Band("75 %", quarter.Range75, unit), Band("50 %", quarter.Range50, unit),
                ])),
        ]);

    private static RangeBand Band(string name, MoneyRange range, AmountUnit unit) => new(name, In(range.Low, unit), In(range.High, unit));

    private static string Name(PacedQuarter quarter) => Quarter.Of(quarter.End).ToString();

    private static string UnitOf(PortfolioPacing pacing, UiText text, AmountUnit unit) =>
        Formats.UnitName(text, pacing.Cash.Require().Currency, unit);

    private static decimal In(Money money, AmountUnit unit) => money.Amount / Formats.Divisor(unit);
}
