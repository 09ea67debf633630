using System.Globalization;
using FundTracker.Analytics.Metrics;
using FundTracker.Analytics.PublicMarket;
using FundTracker.Analytics.Returns;
using FundTracker.Domain.Figures;

namespace FundTracker.Analytics.Tests.Metrics;

/// <summary>What rows of flows say at the borders: warnings, rows that do not count, signed rows and what a report leaves out.</summary>
public class FlowMetricsBordersTests
{
    private static readonly string[] Bought = ["A,2001-12-31,Contribution,100", "A,2002-12-31,Nav,110"];

    [Fact]
    public void What_excels_function_would_show_is_given_where_it_was_asked_for()
    {
        Assert.Null(Assert.Single(Of("2002-12-31", null, Bought)).Xirr);
        Assert.Null(Assert.Single(Of("2002-12-31", null, "A,2001-12-31,Signed,-100", "A,2002-12-31,Signed,110")).Xirr);
        Assert.Equal(0.1, Assert.Single(Of("2002-12-31", null, withXirr: true, Bought)).Xirr!.Value, 1e-8);
        Assert.Equal(
            0.1, Assert.Single(Of("2002-12-31", null, withXirr: true, "A,2001-12-31,Signed,-100", "A,2002-12-31,Signed,110")).Xirr!.Value, 1e-8);
    }

    [Theory]
    [InlineData("2003-04-02", false)] // 92 days after the last level
    [InlineData("2003-04-03", true)]
    public void An_index_is_stale_beyond_92_days_whatever_rows_a_fund_has(string asOf, bool isStale)
    {
        IndexSeries index = new([(new(2001, 12, 31), 100), (new(2002, 12, 31), 105)]);
        string[] expected = isStale ? [MetricsWarnings.IndexStale] : [];
        Assert.Equal(expected, Assert.Single(Of(asOf, index, [.. Bought, $"A,{asOf},Nav,111"])).Warnings);
        Assert.Equal(expected, Assert.Single(Of(asOf, index, "A,2001-12-31,Signed,-100")).Warnings);
        Assert.Empty(Assert.Single(Of(asOf, null, "A,2001-12-31,Signed,-100")).Warnings);
    }

    [Fact]
    public void A_fund_without_rows_that_count_is_not_warned_of()
    {
        FundMetrics fund = Assert.Single(Of("2001-12-30", null, Bought));
        Assert.Empty(fund.Warnings);
        Assert.Equal("figure.noNav", fund.Nav.Error.Code);
        Assert.Null(fund.NavStatedOn);
        Assert.False(fund.IsNavStale);
        Assert.Equal(0, fund.Distributed.Value);
    }

    [Fact]
    public void Rows_are_counted_whether_or_not_they_lie_after_the_as_of_date()
    {
        FlowMetrics metrics = new(new(2001, 12, 31), index: null);
        metrics.Add("A", new(2001, 12, 31), FlowKind.Contribution, 100);
        metrics.Add("A", new(2002, 1, 1), FlowKind.Contribution, 50);
        Assert.Equal((2, new DateOnly(2001, 12, 31)), (metrics.RowCount, metrics.AsOf));
        Assert.Equal(100, Assert.Single(metrics.Results()).PaidIn);
    }

    [Fact]
    public void Navs_of_two_dates_are_no_reason_for_a_warning_and_a_nav_of_zero_is_not_below_it()
    {
        Assert.Empty(Assert.Single(Of("2002-12-31", null, [.. Bought, "A,2002-06-30,Nav,7"])).Warnings);
        Assert.Empty(Assert.Single(Of("2002-12-31", null, "A,2001-12-31,Contribution,100", "A,2002-12-31,Nav,0")).Warnings);
        Assert.Empty(Assert.Single(Of("2002-12-31", null, [.. Bought, "A,2002-12-31,Distribution,0"])).Warnings);
    }

    [Fact]
    public void All_that_a_nav_can_be_warned_of_is_said_in_one_order() => Assert.Equal(
        [MetricsWarnings.IndexStale, MetricsWarnings.NavStale, MetricsWarnings.NavBelowZero, MetricsWarnings.NavStatedTwice],
        Assert.Single(Of("2004-12-31", new IndexSeries([(new(2001, 12, 31), 100)]), [
            "A,2001-12-31,Contribution,100", "A,2002-12-31,Nav,5", "A,2002-12-31,Nav,7", "A,2003-01-01,Distribution,8",
        ])).Warnings);

    [Fact]
    public void Multiples_are_the_quotients_of_exact_sums()
    {
        FundMetrics fund = Assert.Single(Of("2003-12-31", null, "A,2001-12-31,Contribution,3", "A,2002-12-31,Distribution,1", "A,2003-12-31,Nav,1"));
        Assert.Equal((1 / 3.0, 1 / 3.0, 2 / 3.0), (fund.Dpi.Value, fund.Rvpi.Value, fund.Tvpi.Value));
        Assert.Equal((1m, 1m), (fund.Distributed.Value, fund.Nav.Value));
    }

    [Fact]
    public void Of_signed_rows_what_is_paid_is_below_zero_and_what_is_received_above_it()
    {
        FundMetrics fund = Assert.Single(Of(
            "2003-12-31", Histories.DirectAlphaIndex, "A,2001-12-31,Signed,-100", "A,2002-12-31,Signed,0", "A,2002-12-31,Signed,-20", "A,2003-12-31,Signed,90"));
        Assert.Equal((120m, 90 / 120.0), (fund.PaidIn, fund.Tvpi.Value));
        Assert.Equal((null, false), (fund.NavStatedOn, fund.IsNavStale));
        Assert.Equal("figure.navInSignedFlows", fund.Nav.Error.Code);
        Assert.Equal("figure.navInSignedFlows", fund.PmePlus.Error.Code);
        Assert.Equal(90 / (100 + (20 * 100 / 78.0)), fund.KsPme.Value, 1e-12); // the index stands at 100, 78 and 100
        Assert.Equal(Math.Sqrt(90 / 100.0) - 1, Assert.Single(Of("2003-12-31", Histories.DirectAlphaIndex, "A,2001-12-31,Signed,-100", "A,2003-12-31,Signed,90"))
            .DirectAlpha.Value.Quoted!.Value.Rate, 1e-12);
        Assert.Equal("figure.nothingPaidIn", Assert.Single(Of("2003-12-31", null, "A,2003-12-31,Signed,90")).Tvpi.Error.Code);
    }

    [Fact]
    public void A_signed_row_among_others_is_refused() => Assert.Equal(
        "row", Assert.Throws<ArgumentException>(() => Of("2003-12-31", null, "A,2001-12-31,Contribution,5", "A,2002-12-31,Signed,5")).ParamName);

    [Fact]
    public void Without_an_index_no_equivalent_has_an_answer()
    {
        FundMetrics fund = Assert.Single(Of("2002-12-31", null, Bought));
        Assert.Equal(
            Enumerable.Repeat("pme.noIndex", 5),
            [fund.KsPme.Error.Code, fund.DirectAlpha.Error.Code, fund.LongNickels.Error.Code, fund.PmePlus.Error.Code, fund.MPme.Error.Code]);
    }

    [Fact]
    public void A_row_below_zero_is_refused_by_its_amount_and_one_of_zero_is_taken()
    {
        Assert.Equal("amount", Assert.Throws<ArgumentException>(() => Of("2004-12-31", null, "A,2001-12-31,Nav,-0.01")).ParamName);
        Assert.Equal(0, Assert.Single(Of("2004-12-31", null, "A,2001-12-31,Nav,0")).Nav.Value);
    }

    [Fact]
    public void A_report_of_what_is_not_known_says_the_last_part_of_the_reason()
    {
        IrrReport report = IrrReport.Of(Figure<IrrResult>.None(new FigureId("irr", "F"), ReturnReasons.OpeningBalances(), Trail.Empty));
        Assert.Equal(("none", "annual", 0, "openingBalances"), (report.Status, report.PresentAs, report.Days, report.Reason));
        Assert.Equal((null, null), (report.Rate, report.PeriodReturn));
        Assert.Empty(report.Roots);
        Assert.Empty(report.Touching);
        Assert.Empty(report.Intervals);
    }

    [Fact]
    public void A_report_of_a_known_figure_is_that_of_its_rate()
    {
        IrrReport report = IrrReport.Of(Figure<IrrResult>.Of(new FigureId("irr", "F"), Irr.Of(Flows.Spaced(365, -100, 110)), Trail.Empty));
        Assert.Equal(("unique", 365), (report.Status, report.Days));
    }

    private static IReadOnlyList<FundMetrics> Of(string asOf, IndexSeries? index, params string[] rows) => Of(asOf, index, withXirr: false, rows);

    private static IReadOnlyList<FundMetrics> Of(string asOf, IndexSeries? index, bool withXirr, params string[] rows)
    {
        FlowMetrics metrics = withXirr ? new(Histories.Date(asOf), index, withXirr: true) : new(Histories.Date(asOf), index);
        foreach (string[] cells in rows.Select(row => row.Split(',')))
        {
            metrics.Add(cells[0], Histories.Date(cells[1]), Enum.Parse<FlowKind>(cells[2]), decimal.Parse(cells[3], CultureInfo.InvariantCulture));
        }

        return [.. metrics.Results()];
    }
}
