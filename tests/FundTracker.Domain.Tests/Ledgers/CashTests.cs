using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Ledgers;

public sealed class CashTests
{
    [Fact]
    public void A_funds_cash_is_what_came_in_on_any_edge_less_what_went_out()
    {
        var books = TestBooks.Of("""
            mother LUZHOU1 CNY
            2023-01-01 LUZHOU1        OpeningCash          1.00
            2023-01-02 FIN->LUZHOU1   Contribution      1000.00
            2023-01-03 LUZHOU1->AIYI  Contribution       400.00
            2023-01-04 LUZHOU1->C001  Investment         100.00
            2023-01-05 LUZHOU1        ManagementFee       10.00
            2023-01-06 LUZHOU1        Expense              5.00
            2023-01-07 LUZHOU1        Tax                  4.00
            2023-01-08 LUZHOU1        Interest             2.00
            2023-01-09 LUZHOU1        OtherIncome          3.00
            2023-01-10 LUZHOU1        CreditDrawn         50.00
            2023-01-11 LUZHOU1        CreditRepaid        20.00
            2023-01-12 LUZHOU1->AIYI  GainDistribution    40.00
            2023-01-13 LUZHOU1->C001  ExitProceeds       130.00
            2023-01-14 LUZHOU1->C001  Dividend             6.00
            2023-01-15 FIN->LUZHOU1   IncomeDistribution  70.00
            """);
        Assert.Equal(
            ["1.00", "1,001.00", "601.00", "501.00", "491.00", "486.00", "482.00", "484.00", "487.00", "537.00", "517.00", "557.00", "687.00", "693.00", "623.00"],
            Enumerable.Range(1, 15).Select(day => books.On($"2023-01-{day:00}").Cash("LUZHOU1")));
        Assert.Equal("360.00", books.On().Cash("AIYI"));
    }

    [Fact]
    public void What_moves_in_kind_moves_no_cash()
    {
        var books = TestBooks.Of("""
            mother LUZHOU1 CNY
            2023-01-02 FIN->LUZHOU1   ContributionInKind   1000.00
            2023-01-03 LUZHOU1->C001  InvestmentInKind      100.00
            2023-01-03 LUZHOU1->C001  CostRelieved           50.00
            2023-01-03 LUZHOU1->C001  Valuation             100.00
            2023-01-03 FIN->LUZHOU1   Nav                  1000.00
            2023-01-03 LUZHOU1        ValueUnrealised       100.00
            2023-01-03 C001           RoundRaised           900.00
            """);
        Assert.Equal("0.00", books.On().Cash("LUZHOU1"));
    }

    [Fact]
    public void Money_of_another_currency_is_a_purse_of_its_own()
    {
        var books = TestBooks.Of("""
            mother LUZHOU1 CNY
            fund   PACIFIC USD
            2023-01-01 FIN->LUZHOU1      Contribution 1000.00
            2023-01-01 LUZHOU1           OpeningCash   100.00 USD
            2023-02-01 LUZHOU1->PACIFIC  Contribution   60.00
            """);
        var (fund, dollar) = (books.Node("LUZHOU1"), Currency.Of("USD"));
        Assert.Equal("1,000.00", books.On().Cash("LUZHOU1"));
        Assert.Equal(4_000, books.View().Cash(fund, dollar));
        Assert.Equal("60.00", books.On().Cash("PACIFIC"));
    }
}
