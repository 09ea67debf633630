using FundTracker.Analytics.Performance;
using FundTracker.Analytics.Returns;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Figures;

/// <summary>What a fund's own investments made, beside what its holder has of it.</summary>
public sealed class GrossFiguresTests
{
    [Fact]
    public void Gross_is_of_the_funds_investments_and_net_of_its_holders_money()
    {
        // 80 of the 100 paid in were invested and grew 10 % a year; fees left the holder 1 % a year.
        var performance = Of("""
            mother M CNY
            fund F CNY
            company C
            2021-01-01 M->F Commitment   500.00
            2021-01-01 M->F Contribution 100.00
            2021-01-01 F->C Investment    80.00
            2021-06-30 F    ManagementFee 15.00
            2023-01-01 F->C Valuation     96.80
            2023-01-01 M->F Nav          102.01
            """);

        var gross = performance.Gross;
        Assert.Equal((Yuan(80m), Yuan(0m), Yuan(96.80m)), (gross.Invested.Value, gross.Realised.Value, gross.Value.Value));
        Assert.Equal((Multiple.Of(0m), Multiple.Of(1.21m), Multiple.Of(1.21m)), (gross.Dpi.Value, gross.Rvpi.Value, gross.Tvpi.Value));
        Assert.Equal(0.10, gross.Irr.Value!.Quoted!.Value.Rate, 1e-9);
        Assert.Equal(0.01, performance.Figures.Irr.Value!.Quoted!.Value.Rate, 1e-9);
        Assert.Equal(0.09m, decimal.Round(gross.IrrSpread.Value!.Fraction, 9, MidpointRounding.AwayFromZero));
        Assert.Equal(1.21m - 1.0201m, gross.TvpiSpread.Value!.Value);
    }

    [Fact]
    public void Exits_dividends_and_money_from_funds_in_the_fund_are_realised()
    {
        var gross = Of("""
            mother M CNY
            fund F CNY
            fund G CNY
            company C
            2021-01-01 M->F Contribution   100.00
            2021-02-01 F->C Investment      40.00
            2021-03-01 F->G Contribution    30.00
            2022-02-01 F->C ExitProceeds    50.00
            2022-02-01 F->C CostRelieved    20.00
            2022-03-01 F->C Dividend         2.00
            2022-04-01 F->G GainDistribution 8.00
            2022-12-31 F->G Nav             33.00
            2022-12-31 F->C Valuation       25.00
            """).Gross;

        Assert.Equal((Yuan(70m), Yuan(60m), Yuan(58m)), (gross.Invested.Value, gross.Realised.Value, gross.Value.Value));
        Assert.Equal(gross.Tvpi.Value!.Value, gross.Dpi.Value!.Value + gross.Rvpi.Value!.Value, 12);
    }

    [Fact]
    public void A_fund_whose_investments_the_books_do_not_know_has_no_gross_figure()
    {
        var gross = Of("""
            mother M CNY
            fund F CNY
            2021-01-01 M->F Contribution 100.00
            2022-12-31 M->F Nav          110.00
            """).Gross;

        Assert.All(gross.All, figure => Assert.Equal(FigureReasons.NothingInvested().Code, figure.NoneReason?.Code));
    }

    private const string Half = """
        mother M CNY
        fund F CNY
        fund G CNY
        company C
        2021-01-01 M->F Contribution 100.00
        2023-01-01 M->F Nav          121.00

        """;

    [Fact]
    public void Where_several_rates_solve_the_gross_flows_there_is_no_spread_between_rates()
    {
        // -100, then 230 and -132 a year apart: 10 % and 20 % both solve it, and 230 on 232 agrees with neither.
        var performance = Of($"{Half}2021-01-01 F->C Investment 100.00\n2022-01-01 F->C ExitProceeds 230.00\n2023-01-01 F->C Investment 132.00\n2023-01-01 F->C Valuation 0.00");

        Assert.Equal([0.1, 0.2], performance.Gross.Irr.Value!.Roots.Select(root => Math.Round(root.Rate, 9, MidpointRounding.AwayFromZero)));
        Assert.Equal(0.1, performance.Figures.Irr.Value!.Quoted!.Value.Rate, 1e-9);
        Assert.Equal("irr.severalRates", performance.Gross.IrrSpread.NoneReason?.Code);
        Assert.NotNull(performance.Gross.TvpiSpread.Value);
    }

    [Theory]
    [InlineData("2022-06-01 F->C Investment 50.00", 214)] // invested for less than a year
    [InlineData("2022-01-02 F->C Investment 50.00", 364)]
    [InlineData("2022-01-01 F->C Investment 50.00", null)] // a year
    public void A_rate_of_less_than_a_year_makes_no_spread(string investment, int? days)
    {
        var spread = Of($"{Half}{investment}\n2023-01-01 F->C Valuation 55.00").Gross.IrrSpread;
        Assert.Equal(days is { } young ? $"{ReturnReasons.NotAnnualised(young)}" : null, spread.NoneReason is { } reason ? $"{reason}" : null);
    }

    [Fact]
    public void A_holder_that_came_later_has_no_spread_either_before_a_year()
    {
        var spread = Of("mother M CNY\nfund F CNY\ncompany C\n2021-01-01 CITY->F Contribution 100.00\n2021-01-01 F->C Investment 50.00\n2022-06-01 M->F Contribution 10.00\n2023-01-01 M->F Nav 11.00").Gross.IrrSpread;
        Assert.Equal($"{ReturnReasons.NotAnnualised(214)}", $"{spread.NoneReason}");
    }

    [Fact]
    public void What_is_not_known_of_the_holders_money_leaves_gross_without_a_spread()
    {
        var gross = Of("mother M CNY\nfund F CNY\ncompany C\n2021-01-01 M->F Contribution 100.00\n2021-01-01 F->C Investment 50.00").Gross;

        Assert.Equal(("figure.noNav", "figure.noNav"), (gross.IrrSpread.NoneReason?.Code, gross.TvpiSpread.NoneReason?.Code));
        Assert.Equal(1m, gross.Tvpi.Value!.Value);
    }

    [Fact]
    public void Where_a_fund_in_the_fund_does_not_report_its_value_the_rest_is_told()
    {
        var gross = Of($"{Half}2021-02-01 F->G Contribution 30.00\n2022-02-01 F->G GainDistribution 6.00\n2022-03-01 G notReported = nav").Gross;

        Assert.Equal((Yuan(30m), Yuan(6m), Multiple.Of(0.2m)), (gross.Invested.Value, gross.Realised.Value, gross.Dpi.Value));
        Assert.All(new IFigure[] { gross.Value, gross.Rvpi, gross.Tvpi, gross.Irr, gross.IrrSpread, gross.TvpiSpread }, figure => Assert.Equal("figure.notReported", figure.NoneReason?.Code));
    }

    [Fact]
    public void Shares_that_are_handed_over_take_off_what_was_put_in_and_opening_balances_have_no_days()
    {
        // 30 put in, 10 of it handed over in the same way as it came: 20 are left, worth 24.20 after two years.
        var gross = Of($"{Half}2021-01-01 F->G Contribution 30.00\n2021-01-01 F->G PaidInTransferOut 10.00\n2023-01-01 F->G Nav 24.20").Gross;
        Assert.Equal((Yuan(20m), Yuan(0m), Yuan(24.20m)), (gross.Invested.Value, gross.Realised.Value, gross.Value.Value));
        Assert.Equal(0.1, gross.Irr.Value!.Quoted!.Value.Rate, 1e-9);

        var opening = Of($"{Half}2021-01-01 F->G OpeningContribution 30.00\n2023-01-01 F->G Nav 33.00").Gross;
        Assert.Equal((Multiple.Of(1.1m), "irr.openingBalances"), (opening.Tvpi.Value, opening.Irr.NoneReason?.Code));
    }

    [Fact]
    public void Investments_in_another_currency_than_the_funds_are_not_added()
    {
        var gross = Of($"{Half}fund H USD\n2021-01-01 F->C Investment 50.00\n2021-01-01 F->H Contribution 5.00").Gross;
        Assert.All(gross.All, figure => Assert.Equal($"{FigureReasons.CurrenciesMixed("CNY, USD")}", $"{figure.NoneReason}"));
    }

    private static FundPerformance Of(string ledger) => PerformanceEngine.Of(TestBooks.Of(ledger).View("2023-01-01"), "F")!;

    private static Money Yuan(decimal amount) => Money.Of(amount, Currency.Cny);
}
