using CsCheck;
using FundTracker.Analytics.CashFlows;
using FundTracker.Analytics.PublicMarket;
using FundTracker.Analytics.Returns;
using FundTracker.Domain.Results;

namespace FundTracker.Analytics.Tests.Returns;

public class PeriodReturnsTests
{
    private static readonly DateOnly Start = new(2023, 12, 31);
    private static readonly DateOnly End = new(2024, 1, 30);

    [Fact]
    public void A_fund_written_off_over_years_has_lost_everything_a_year_too()
    {
        LinkedReturn all = PeriodReturns.TimeWeighted(Histories.Fund("2004-12-31", "2002-12-31 Nav 100\n2004-12-31 Nav 0")).Value;

        Assert.Equal((-1, -1, 731), (all.Return, all.Annual!.Value, all.Days));
    }

    [Fact]
    public void Modified_dietz_weighs_a_flow_by_the_days_it_was_in()
    {
        // (V1 − V0 − F) / (V0 + w·F), with 10 of 30 days left: (120 − 100 − 15) / (100 + 15/3).
        Result<double> result = PeriodReturns.ModifiedDietz(100, 120, Start, End, [new CashFlow(new(2024, 1, 20), 15)]);

        Assert.Equal(5.0 / 105, result.Value, 1e-15);
    }

    [Fact]
    public void A_flow_of_the_first_day_is_in_the_opening_value_and_one_of_the_last_day_has_no_weight() =>
        Assert.Equal(
            0.10,
            PeriodReturns.ModifiedDietz(100, 130, Start, End, [new CashFlow(Start, 500), new CashFlow(End, 20)]).Value,
            1e-15);

    [Fact]
    public void A_period_without_days_or_without_capital_has_no_return()
    {
        Assert.Equal("return.noPeriod", PeriodReturns.ModifiedDietz(100, 120, End, End, []).Error.Code);
        Assert.Equal("return.baseNotPositive", PeriodReturns.ModifiedDietz(0, 120, Start, End, []).Error.Code);
    }

    // Wikipedia, Modified Dietz method, example of two years: gain 150 on an average capital of 125.
    [Fact]
    public void Modified_dietz_gives_the_published_return_of_two_years() => Assert.Equal(
        1.20, PeriodReturns.ModifiedDietz(100, 300, new(2021, 1, 1), new(2023, 1, 1), [new CashFlow(new(2022, 1, 1), 50)]).Value, 1e-15);

    // tiko, Modern Finance, ModifiedDietzReturn: https://github.com/PaulSquires/tiko-lang/wiki/Modern-Finance-ModifiedDietzReturn.
    [Fact]
    public void Modified_dietz_gives_the_published_return_of_a_quarter_with_one_flow() => Assert.Equal(
        0.01904761904761905,
        PeriodReturns.ModifiedDietz(100_000, 112_000, Flows.Start, Flows.Start.AddDays(90), [new CashFlow(Flows.Start.AddDays(45), 10_000)]).Value, 1e-15);

    // calculator7.snowdaycalculatornow.com, Modified Dietz method, cash flow weighting days: 13.37 %.
    [Fact]
    public void Modified_dietz_gives_the_published_return_of_a_quarter_with_money_in_and_out() => Assert.Equal(
        0.1337,
        PeriodReturns.ModifiedDietz(
            100_000, 125_000, Flows.Start, Flows.Start.AddDays(90),
            [new CashFlow(Flows.Start.AddDays(20), 20_000), new CashFlow(Flows.Start.AddDays(60), -10_000)]).Value, 5e-5);

    // acadifi.com, GIPS: time-weighted and money-weighted returns: 5 % and 8 % make 13.40 %.
    [Fact]
    public void Time_weighted_returns_give_the_published_return_of_half_a_year() => Assert.Equal(
        0.1340,
        PeriodReturns.TimeWeighted(Histories.Fund("2021-06-30", """
            2021-01-01 Nav 1000000
            2021-03-15 Contribution 200000
            2021-03-15 Nav 1250000
            2021-06-30 Nav 1350000
            """)).Value.Return, 1e-14);

    [Fact]
    public void Time_weighted_returns_link_the_periods_between_navs()
    {
        FundHistory fund = Histories.Fund("2004-12-31", """
            2002-12-31 Contribution 100
            2002-12-31 Nav 100
            2003-12-31 Contribution 900
            2003-12-31 Nav 1020
            2004-12-31 Nav 918
            """);

        LinkedReturn result = PeriodReturns.TimeWeighted(fund).Value;

        // +20 % on 100, then −10 % on 1,020: the size of the flow does not count.
        Assert.Equal((1.2 * 0.9) - 1, result.Return, 1e-14);
        Assert.Equal(731, result.Days);
        Assert.Equal(Math.Pow(1.08, 365.0 / 731) - 1, result.Annual!.Value, 1e-14);
    }

    [Fact]
    public void Time_weighted_returns_under_a_year_are_not_annualised() =>
        Assert.Null(PeriodReturns.TimeWeighted(Histories.Fund("2003-03-31", "2002-12-31 Nav 100\n2003-03-31 Nav 110")).Value.Annual);

    [Fact]
    public void One_nav_is_too_few_for_a_time_weighted_return() =>
        Assert.Equal(
            "return.tooFewValuations",
            PeriodReturns.TimeWeighted(Histories.Fund("2003-03-31", "2002-12-31 Contribution 100\n2003-03-31 Nav 110")).Error.Code);

    [Fact]
    public void Excel_parity_gives_microsofts_published_figure()
    {
        CashFlow[] flows = Flows.Parse("2008-01-01 -10000\n2008-03-01 2750\n2008-10-30 4250\n2009-02-15 3250\n2009-04-01 2750");

        // The documentation prints 37.34 %, the sheet 0.373362535.
        Assert.Equal(0.373362535, ExcelXirr.Of(flows).Value, 1e-8);
    }

    [Fact]
    public void Excel_parity_refuses_what_excel_refuses()
    {
        Assert.Equal("xirr.oneSign", ExcelXirr.Of(Flows.Spaced(30, -1, -2)).Error.Code);
        Assert.Equal("xirr.dateBeforeFirst", ExcelXirr.Of([.. Flows.Spaced(30, -1, 2).Reverse()]).Error.Code);
        Assert.Equal("xirr.guessTooLow", ExcelXirr.Of(Flows.Spaced(30, -1, 2), guess: -1).Error.Code);
        Assert.Equal("xirr.notConverged", ExcelXirr.Of(Flows.Spaced(365, -100, 150, -60)).Error.Code);
    }

    [Fact]
    public void Excel_parity_agrees_with_the_proved_rate_on_ordinary_funds()
    {
        var fund = Gen.Select(Gen.Int[1, 100].Array[1, 5], Gen.Int[1, 200].Array[1, 5], Gen.Int[30, 500]);
        fund.Sample((calls, distributions, gap) =>
        {
            CashFlow[] flows = Flows.Spaced(gap, [.. calls.Select(c => (double)-c), .. distributions.Select(d => (double)d)]);
            double? proved = (Irr.Of(flows) as IrrResult.Unique)?.Root.Rate;
            bool isFarFromTheGuess = proved is not (> 0 and < 1);
            Assert.True(isFarFromTheGuess || Math.Abs(proved!.Value - ExcelXirr.Of(flows).Value) < 2e-8);
        }, iter: DeepRun.Cases(200));
    }

    [Fact]
    public void A_horizon_begins_with_the_value_of_its_first_day()
    {
        FundHistory fund = Histories.Fund("2005-12-31", """
            2001-12-31 Contribution 100
            2002-11-30 Nav 100
            2002-12-31 Distribution 20
            2003-12-31 Distribution 10
            2005-12-31 Nav 90
            """);

        IrrResult result = HorizonIrr.Of(fund, years: 3).Value;

        // 100 less the 20 of the first day, as if paid in then.
        Assert.Equal(Irr.Of(Flows.Parse("2002-12-31 -80\n2003-12-31 10\n2005-12-31 90")).Roots[0].Rate, result.Roots[0].Rate, 1e-13);
        Assert.Equal("return.noValueAtStart", HorizonIrr.Of(fund, years: 5).Error.Code);
    }

    [Fact]
    public void The_quarterly_history_ends_with_the_rate_since_inception()
    {
        FundHistory stated = new([.. Histories.DirectAlphaPaper.Events, new FundEvent(new(2002, 2, 28), FundEventKind.Nav, 100)], new(2010, 12, 31));
        var history = HorizonIrr.Quarterly(stated);

        Assert.Equal(new DateOnly(2002, 3, 31), history[0].Date);
        Assert.Equal(new DateOnly(2002, 6, 30), history[1].Date);
        Assert.Equal(36, history.Count);
        Assert.Equal(0, history[0].Irr.Roots[0].Rate, 1e-12);
        Assert.Equal(0.1752, history[^1].Irr.Roots[0].Rate, 5e-5);
    }

    [Fact]
    public void A_history_that_begins_with_a_value_begins_with_its_quarter()
    {
        var history = HorizonIrr.Quarterly(Histories.Fund("2003-12-31", "2002-02-28 Nav 100\n2002-05-31 Contribution 10\n2003-12-31 Nav 130"));
        Assert.Equal((new DateOnly(2002, 3, 31), new DateOnly(2003, 12, 31), 8), (history[0].Date, history[^1].Date, history.Count));
    }

    [Fact]
    public void Each_reason_why_there_is_no_rate_has_its_own_code() =>
        Assert.Equal(
            ["irr.allOnOneDate", "irr.empty", "irr.noRoot", "irr.noSignChange", "irr.outOfRange", "irr.totalLoss"],
            Enum.GetValues<IrrNoneReason>().Select(reason => ReturnReasons.Of(reason).Code).Order(StringComparer.Ordinal));

    [Fact]
    public void Before_a_value_is_known_there_is_no_rate_rather_than_a_loss_of_all()
    {
        Assert.Equal(new DateOnly(2010, 12, 31), Assert.Single(HorizonIrr.Quarterly(Histories.DirectAlphaPaper)).Date);
        Assert.Empty(HorizonIrr.Quarterly(Histories.Fund("2003-12-31", "2001-12-31 Contribution 100\n2002-12-31 Distribution 30")));
        Assert.Empty(HorizonIrr.Quarterly(Histories.Fund("2003-12-31", "")));
    }

    [Fact]
    public void The_j_curve_pools_funds_by_date()
    {
        FundHistory first = Histories.Fund("2003-12-31", "2001-12-31 Contribution 100\n2002-12-31 Nav 80\n2003-12-31 Distribution 150");
        FundHistory second = Histories.Fund("2003-12-31", "2002-12-31 Contribution 50\n2003-12-31 Nav 60");

        Assert.Equal(
            [
                new JCurvePoint(new(2001, 12, 31), 100, 0, null),
                new JCurvePoint(new(2002, 12, 31), 150, 0, 80),
                new JCurvePoint(new(2003, 12, 31), 150, 150, -10),
            ],
            JCurve.Of(first, second));
    }

    [Fact]
    public void The_currency_effect_is_what_the_rate_adds_to_the_funds_own_return()
    {
        IndexSeries rates = new([(Flows.Start, 7.0), (Flows.Start.AddDays(365), 7.7)]);

        CurrencyEffect effect = CurrencyEffect.Of(Flows.Spaced(365, -100, 120), rates).Value;

        Assert.Equal(0.20, effect.InFundCurrency.Roots[0].Rate, 1e-13);
        Assert.Equal(0.32, effect.InBaseCurrency.Roots[0].Rate, 1e-13);
        Assert.Equal(0.10, effect.Effect.Value, 1e-13);
        Assert.Equal("currency.noRate", CurrencyEffect.Of([new CashFlow(Flows.Start.AddDays(-1), -1)], rates).Error.Code);
    }
}
