using FundTracker.Analytics.Performance;
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

    private static FundPerformance Of(string ledger) => PerformanceEngine.Of(TestBooks.Of(ledger).View("2023-01-01"), "F")!;

    private static Money Yuan(decimal amount) => Money.Of(amount, Currency.Cny);
}
