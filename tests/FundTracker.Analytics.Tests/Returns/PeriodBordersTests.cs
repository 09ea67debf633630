using FundTracker.Analytics.CashFlows;
using FundTracker.Analytics.PublicMarket;
using FundTracker.Analytics.Returns;
using FundTracker.Domain.Results;

namespace FundTracker.Analytics.Tests.Returns;

/// <summary>Returns of periods, horizons and curves at the borders of their days.</summary>
public class PeriodBordersTests
{
    [Theory]
    [InlineData(364, 0.5, null)]
    [InlineData(365, 0.5, 0.5)]
    [InlineData(730, 0.21, 0.1)]
    [InlineData(730, -1, -1.0)]
    [InlineData(730, -1.01, null)]
    public void A_linked_return_is_annualised_from_a_year_on_and_down_to_a_loss_of_all(int days, double whole, double? annual)
    {
        double? found = new LinkedReturn(whole, days).Annual;
        Assert.Equal(annual is null, found is null);
        if (annual is { } expected) Assert.Equal(expected, found!.Value, 1e-12);
    }

    [Fact]
    public void A_period_that_ends_before_it_begins_has_no_days() => Assert.Equal(
        "return.noPeriod", PeriodReturns.ModifiedDietz(100, 120, new(2024, 1, 2), new(2024, 1, 1), []).Error.Code);

    [Fact]
    public void Money_taken_out_that_leaves_nothing_invested_has_no_return_and_the_reason_names_the_period()
    {
        (DateOnly start, DateOnly end) = (new(2024, 1, 1), new(2024, 1, 11));
        DomainError reason = PeriodReturns.ModifiedDietz(50, 5, start, end, [new CashFlow(new(2024, 1, 6), -100)]).Error; // half of the days
        Assert.Equal(("return.baseNotPositive", start, end), (reason.Code, reason.Args[0].Value, reason.Args[1].Value));
        // Of 50.5 a half is left invested on the average: 5 − 50.5 + 100 of it.
        Assert.Equal(109, PeriodReturns.ModifiedDietz(50.5, 5, start, end, [new CashFlow(new(2024, 1, 6), -100)]).Value, 1e-9);
    }

    [Fact]
    public void Flows_after_a_period_are_left_out() => Assert.Equal(
        0.2, PeriodReturns.ModifiedDietz(100, 120, new(2024, 1, 1), new(2024, 1, 11), [new CashFlow(new(2024, 1, 12), 50), new CashFlow(new(2023, 12, 31), 50)]).Value, 1e-15);

    [Fact]
    public void Of_two_navs_of_one_day_the_later_cuts_the_period()
    {
        LinkedReturn linked = PeriodReturns.TimeWeighted(Histories.Fund("2004-12-31", "2002-12-31 Nav 50\n2002-12-31 Nav 100\n2004-12-31 Nav 300\n2004-12-31 Nav 121")).Value;
        Assert.Equal((0.21, 731), (Math.Round(linked.Return, 12, MidpointRounding.AwayFromZero), linked.Days));
        Assert.Equal("return.tooFewValuations", PeriodReturns.TimeWeighted(Histories.Fund("2004-12-31", "2002-12-31 Nav 50\n2002-12-31 Nav 100")).Error.Code);
    }

    [Fact]
    public void A_part_without_a_return_leaves_the_whole_without() => Assert.Equal(
        "return.baseNotPositive", PeriodReturns.TimeWeighted(Histories.Fund("2004-12-31", "2002-12-31 Nav 0\n2003-12-31 Nav 100\n2004-12-31 Nav 121")).Error.Code);

    [Fact]
    public void A_horizon_counts_what_was_paid_in_and_out_after_its_first_day()
    {
        FundHistory fund = Histories.Fund("2005-12-31", """
            2002-12-31 Nav 100
            2003-12-31 Contribution 50
            2004-06-30 Nav 140
            2004-12-31 Distribution 30
            2005-12-31 Nav 150
            """);
        Assert.Equal(
            Irr.Of(Flows.Parse("2002-12-31 -100\n2003-12-31 -50\n2004-12-31 30\n2005-12-31 150")).Roots[0].Rate, HorizonIrr.Of(fund, years: 3).Value.Roots[0].Rate, 1e-13);
        DomainError reason = HorizonIrr.Of(fund, years: 4).Error;
        Assert.Equal(("return.noValueAtStart", new DateOnly(2001, 12, 31)), (reason.Code, reason.Args[0].Value));
    }

    [Fact]
    public void A_horizon_of_a_fund_without_a_value_at_its_end_has_no_rate_and_one_of_no_years_is_refused()
    {
        FundHistory fund = Histories.Fund("2005-12-31", "2002-12-31 Contribution 100");
        Assert.Equal("figure.noNav", HorizonIrr.Of(fund, years: 1).Error.Code);
        Assert.Equal("years", Assert.Throws<ArgumentOutOfRangeException>(() => HorizonIrr.Of(fund, years: 0)).ParamName);
        Assert.Equal("years", Assert.Throws<ArgumentOutOfRangeException>(() => HorizonIrr.Of(fund, years: -1)).ParamName);
    }

    [Theory]
    [InlineData("2003-01-31", "2003-03-31")]
    [InlineData("2003-03-31", "2003-03-31")]
    [InlineData("2003-04-01", "2003-06-30")]
    [InlineData("2003-09-30", "2003-09-30")]
    [InlineData("2003-10-01", "2003-12-31")]
    [InlineData("2004-02-29", "2004-03-31")]
    public void A_history_begins_at_the_end_of_the_quarter_of_the_first_value(string stated, string first) =>
        Assert.Equal(Histories.Date(first), HorizonIrr.Quarterly(Histories.Fund("2005-12-31", $"{stated} Nav 100"))[0].Date);

    [Fact]
    public void A_history_ends_with_the_as_of_date_whether_or_not_it_is_the_end_of_a_quarter()
    {
        string[] Dates(string asOf) =>
            [.. HorizonIrr.Quarterly(Histories.Fund(asOf, "2003-01-31 Nav 100")).Select(one => $"{one.Date:yyyy-MM-dd}")];
        Assert.Equal(["2003-03-31", "2003-06-30"], Dates("2003-06-30"));
        Assert.Equal(["2003-03-31", "2003-06-30", "2003-07-01"], Dates("2003-07-01"));
        Assert.Equal(["2003-02-01"], Dates("2003-02-01"));
    }

    [Fact]
    public void A_curve_takes_what_moves_on_a_day_before_the_value_of_the_day_and_rolls_it_on()
    {
        FundHistory fund = Histories.Fund("2005-12-31", """
            2002-12-31 Nav 90
            2002-12-31 Contribution 100
            2003-12-31 Contribution 20
            2004-12-31 Distribution 30
            """);
        IReadOnlyList<JCurvePoint> curve = JCurve.Of(fund);
        Assert.Equal([90m, 110m, 80m], curve.Select(point => point.Nav!.Value));
        Assert.Equal([-100m, -120m, -90m], curve.Select(point => point.NetCash));
        Assert.Equal([-10m, -10m, -10m], curve.Select(point => point.NetValue!.Value));
        Assert.Null(new JCurvePoint(new(2002, 12, 31), 100, 0, Nav: null).NetValue);
    }

    [Fact]
    public void A_currency_without_a_rate_on_a_day_of_flows_names_that_day()
    {
        IndexSeries rates = new([(Flows.Start, 7.0)]);
        DomainError reason = CurrencyEffect.Of([new CashFlow(Flows.Start, -1), new CashFlow(Flows.Start.AddDays(-1), 1)], rates).Error;
        Assert.Equal(("currency.noRate", Flows.Start.AddDays(-1)), (reason.Code, reason.Args[0].Value));
    }

    [Fact]
    public void A_currency_effect_needs_a_rate_in_both_currencies()
    {
        IndexSeries rates = new([(Flows.Start, 7.0)]);
        Assert.Equal("irr.noSignChange", CurrencyEffect.Of([.. Flows.Spaced(365, -100, -20)], rates).Value.Effect.Error.Code);
    }

    [Fact]
    public void Excel_takes_the_first_flow_as_its_base_and_names_one_before_it()
    {
        DomainError early = ExcelXirr.Of([new CashFlow(Flows.Start, -1), new CashFlow(Flows.Start.AddDays(-1), 2)]).Error;
        Assert.Equal((Flows.Start.AddDays(-1), Flows.Start), (early.Args[0].Value, early.Args[1].Value));
        DomainError low = ExcelXirr.Of(Flows.Spaced(30, -1, 2), guess: -1.5).Error;
        Assert.Equal(("xirr.guessTooLow", -1.5), (low.Code, low.Args[0].Value));
        Assert.Equal(100, ExcelXirr.Of(Flows.Spaced(365, -100, 150, -60)).Error.Args[0].Value);
    }

    [Fact]
    public void Excel_goes_half_of_the_way_where_a_step_would_lead_below_a_loss_of_all() =>
        Assert.Equal(-0.9, ExcelXirr.Of(Flows.Spaced(365, -100, 10)).Value, 1e-7);
}
