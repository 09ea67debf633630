using System.Globalization;
using FundTracker.Analytics.Metrics;
using FundTracker.Analytics.PublicMarket;
using FundTracker.Analytics.Returns;
using FundTracker.Analytics.Texts;
using FundTracker.Domain.Results;

namespace FundTracker.Analytics.Tests.Metrics;

public class FlowMetricsTests
{
    private static readonly string[] PaperRows =
    [
        "A,2010-12-31,Nav,75", "A,2001-12-31,Contribution,100", "A,2003-12-31,Contribution,100", "A,2003-12-31,Distribution,25",
        "A,2005-12-31,Contribution,50", "A,2005-12-31,Distribution,150", "A,2007-12-31,Distribution,150",
        "A,2009-12-31,Distribution,100",
    ];

    [Fact]
    public void The_direct_alpha_papers_fund_has_its_published_figures()
    {
        FundMetrics fund = Assert.Single(Of("2010-12-31", Histories.DirectAlphaIndex, PaperRows));

        Assert.Equal(250, fund.PaidIn);
        Assert.Equal(425, fund.Distributed.Value);
        Assert.Equal(75, fund.Nav.Value);
        Assert.Equal(1.70, fund.Dpi.Value, 1e-15);
        Assert.Equal(0.30, fund.Rvpi.Value, 1e-15);
        Assert.Equal(2.00, fund.Tvpi.Value, 1e-15);
        Assert.Equal(0.1752, fund.Irr.Quoted!.Value.Rate, 5e-5);
        Assert.Equal(1.6668, fund.KsPme.Value, 5e-5);
        Assert.Equal(0.1256, fund.DirectAlpha.Value.Quoted!.Value.Rate, 5e-5);
        Assert.Equal(2, fund.LongNickels.Value.Roots.Count);
        Assert.Empty(fund.Warnings);
    }

    [Fact]
    public void Rows_after_the_as_of_date_do_not_count_and_the_nav_is_rolled_forward()
    {
        FundMetrics fund = Assert.Single(Of(
            "2004-06-30", null, "A,2003-12-31,Contribution,100", "A,2004-03-31,Nav,110", "A,2004-04-30,Contribution,20",
            "A,2004-05-31,Distribution,5", "A,2004-07-01,Distribution,99", "A,2004-09-30,Nav,77"));

        Assert.Equal(120, fund.PaidIn);
        Assert.Equal(5, fund.Distributed.Value);
        Assert.Equal(125, fund.Nav.Value);
        Assert.Equal(new DateOnly(2004, 3, 31), fund.NavStatedOn);
        Assert.False(fund.IsNavStale);
    }

    [Theory]
    [InlineData("2004-07-01", false)]
    [InlineData("2004-07-02", true)]
    public void A_nav_is_stale_beyond_92_days(string asOf, bool isStale)
    {
        FundMetrics fund = Assert.Single(Of(asOf, null, "A,2003-12-31,Contribution,100", "A,2004-03-31,Nav,110"));

        Assert.Equal(isStale, fund.IsNavStale);
        Assert.Equal(isStale ? [MetricsWarnings.NavStale] : [], fund.Warnings);
    }

    [Fact]
    public void Without_any_nav_value_figures_have_no_answer_and_the_rate_is_that_of_the_cash()
    {
        FundMetrics fund = Assert.Single(Of(
            "2004-12-31", null, "A,2001-12-31,Contribution,100", "A,2002-12-31,Distribution,230", "A,2003-12-31,Contribution,132"));

        Assert.Equal("figure.noNav", fund.Nav.Error.Code);
        Assert.Equal("figure.noNav", fund.Rvpi.Error.Code);
        Assert.Equal("figure.noNav", fund.Tvpi.Error.Code);
        Assert.Equal(2, fund.Irr.Roots.Count);
        Assert.Equal("pme.noIndex", fund.KsPme.Error.Code);
        Assert.Equal([MetricsWarnings.CashOnly], fund.Warnings);
    }

    [Fact]
    public void Signed_rows_have_a_multiple_and_a_rate_but_no_dpi_or_rvpi()
    {
        FundMetrics fund = Assert.Single(Of(
            "2005-12-31", Histories.DirectAlphaIndex, "A,2001-12-31,Signed,-100", "A,2003-12-31,Signed,150"));

        Assert.Equal(100, fund.PaidIn);
        Assert.Equal("figure.navInSignedFlows", fund.Distributed.Error.Code);
        Assert.Equal("figure.navInSignedFlows", fund.Dpi.Error.Code);
        Assert.Equal("figure.navInSignedFlows", fund.Rvpi.Error.Code);
        Assert.Equal(1.5, fund.Tvpi.Value);
        Assert.Equal(Math.Pow(1.5, 365.0 / 730) - 1, fund.Irr.Quoted!.Value.Rate, 1e-13);
        Assert.Equal(1.5, fund.KsPme.Value, 1e-14);
        Assert.Equal("figure.navInSignedFlows", fund.LongNickels.Error.Code);
        Assert.Equal("figure.navInSignedFlows", fund.MPme.Error.Code);
    }

    [Fact]
    public void Money_that_is_all_gone_is_a_total_loss()
    {
        FundMetrics fund = Assert.Single(Of("2004-12-31", null, "A,2001-12-31,Contribution,100", "A,2004-12-31,Nav,0"));

        Assert.Equal(IrrNoneReason.TotalLoss, Assert.IsType<IrrResult.None>(fund.Irr).Reason);
        Assert.Equal(0, fund.Tvpi.Value);
    }

    [Fact]
    public void A_payment_of_zero_does_not_say_that_nothing_is_left()
    {
        FundMetrics fund = Assert.Single(Of(
            "2004-12-31", null, "A,2001-12-31,Contribution,100", "A,2002-12-31,Contribution,50", "A,2003-12-31,Contribution,0"));

        Assert.Equal(IrrNoneReason.NoSignChange, Assert.IsType<IrrResult.None>(fund.Irr).Reason);
    }

    [Fact]
    public void Funds_keep_the_order_of_their_first_rows_even_with_none_that_counts()
    {
        IReadOnlyList<FundMetrics> funds = Of(
            "2004-12-31", null, "later,2009-12-31,Contribution,5", "b,2001-12-31,Contribution,1", "a,2001-12-31,Contribution,2",
            "b,2002-12-31,Distribution,3");

        Assert.Equal(["later", "b", "a"], funds.Select(f => f.Fund));
        Assert.Equal(IrrNoneReason.Empty, Assert.IsType<IrrResult.None>(funds[0].Irr).Reason);
        Assert.Equal("figure.nothingPaidIn", funds[0].Dpi.Error.Code);
        Assert.Equal(3, funds[1].Distributed.Value);
    }

    [Fact]
    public void Amounts_are_added_exactly()
    {
        FundMetrics fund = Assert.Single(Of("2004-12-31", null,
            [.. Enumerable.Range(0, 1000).Select(i => $"A,2001-12-31,Contribution,0.1"), "A,2002-12-31,Distribution,0.3"]));

        Assert.Equal(100.0m, fund.PaidIn);
        Assert.Equal(0.003, fund.Dpi.Value);
    }

    [Fact]
    public void Of_two_navs_on_one_date_the_later_row_counts_and_says_so()
    {
        FundMetrics fund = Assert.Single(Of(
            "2004-12-31", null, "A,2001-12-31,Contribution,100", "A,2004-12-31,Nav,7", "A,2004-12-31,Nav,8"));

        Assert.Equal(8, fund.Nav.Value);
        Assert.Equal([MetricsWarnings.NavStatedTwice], fund.Warnings);
    }

    [Fact]
    public void A_nav_that_later_distributions_exceed_goes_below_zero_and_says_so()
    {
        FundMetrics fund = Assert.Single(Of(
            "2004-12-31", null, "A,2001-12-31,Contribution,100", "A,2004-11-30,Nav,7", "A,2004-12-01,Distribution,8"));

        Assert.Equal(-1, fund.Nav.Value);
        Assert.Equal([MetricsWarnings.NavBelowZero], fund.Warnings);
    }

    [Fact]
    public void A_row_below_zero_is_refused_unless_signed() =>
        Assert.Throws<ArgumentException>(() => Of("2004-12-31", null, "A,2001-12-31,Contribution,-1"));

    [Fact]
    public void A_report_of_a_rate_under_a_year_presents_the_period()
    {
        IrrReport report = IrrReport.Of(Irr.Of(Flows.Spaced(31, -100, 110)));

        Assert.Equal(("unique", "period", 31), (report.Status, report.PresentAs, report.Days));
        Assert.Equal(0.1, report.PeriodReturn!.Value, 1e-14);
        Assert.Equal(report.Roots[0], report.Rate);
        Assert.Null(report.Reason);
    }

    [Fact]
    public void A_report_of_several_rates_quotes_none_unless_one_is_preferred()
    {
        IrrReport none = IrrReport.Of(Irr.Of(Flows.Spaced(365, -100, 230, -132)));
        IrrReport preferred = IrrReport.Of(Irr.Of(Flows.Spaced(365, -100, 230, -120)));

        Assert.Equal(("multiple", null, "severalRates"), (none.Status, none.Rate, none.Reason));
        Assert.Equal(0.5, preferred.Rate!.Value, 1e-12);
        Assert.Null(preferred.Reason);
    }

    [Theory]
    [InlineData("zh-CN", "没有净值。")]
    [InlineData("en", "No NAV was stated.")]
    [InlineData("en-GB", "No NAV was stated.")]
    public void Reasons_are_said_in_both_languages(string culture, string expected)
    {
        FundMetrics fund = Assert.Single(Of("2004-12-31", null, "A,2001-12-31,Contribution,100"));

        Assert.Equal(expected, AnalyticsTexts.Sentence(fund.Nav.Error, CultureInfo.GetCultureInfo(culture)));
    }

    [Fact]
    public void A_sentence_carries_its_dates() =>
        Assert.Equal(
            "The index has no level on or before 2001-12-31.",
            AnalyticsTexts.Sentence(PublicMarketReasons.NoLevelOnOrBefore(new(2001, 12, 31)), CultureInfo.GetCultureInfo("en")));

    [Fact]
    public void A_reason_that_has_no_sentence_is_said_by_its_code() =>
        Assert.Equal("nobody.wrote", AnalyticsTexts.Sentence(new DomainError("nobody.wrote", ("days", 3)), CultureInfo.GetCultureInfo("en")));

    private static IReadOnlyList<FundMetrics> Of(string asOf, IndexSeries? index, params string[] rows)
    {
        FlowMetrics metrics = new(Histories.Date(asOf), index);
        foreach (string[] cells in rows.Select(row => row.Split(',')))
        {
            metrics.Add(
                cells[0], Histories.Date(cells[1]), Enum.Parse<FlowKind>(cells[2]), decimal.Parse(cells[3], CultureInfo.InvariantCulture));
        }

        return [.. metrics.Results()];
    }
}
