using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Ledgers;

/// <summary>Balances that lines may not bring below zero: where the border lies, and what a refusal says.</summary>
public sealed class BalanceRulesTests
{
    private const string Holding = """
        mother LUZHOU1 CNY
        company C001
        2023-01-01 LUZHOU1       OpeningCash 500.00
        2023-01-01 LUZHOU1->C001 Investment  100.00
        """;

    [Fact]
    public void A_refusal_says_what_was_asked_and_what_there_is()
    {
        const string given = """
            mother LUZHOU1 CNY
            2023-01-01 LUZHOU1       OpeningCash  500.00
            2023-01-01 LUZHOU1       CreditDrawn   30.00
            2023-01-01 LUZHOU1       CreditRepaid  10.00
            2023-01-01 LUZHOU1->C001 Investment    30.00
            2023-01-01 LUZHOU1->C001 CostRelieved   5.00
            """;
        Assert.Equal(
            [("cash.aboveCreditDrawn", "asked=25.00 CNY drawn=20.00 CNY"), ("holding.aboveCostHeld", "asked=26.00 CNY held=25.00 CNY")],
            Try(given, """
                2023-02-01 LUZHOU1       CreditRepaid 15.00
                2023-02-01 LUZHOU1->C001 CostRelieved 26.00
                2023-02-01 LUZHOU1       CreditRepaid 10.00
                """).Select(Told));
    }

    [Fact]
    public void A_repayment_out_of_what_is_drawn_with_it_is_taken() => Assert.Empty(Try(
        Holding,
        """
        2023-02-01 LUZHOU1       CreditDrawn    5.00
        2023-02-01 LUZHOU1       CreditRepaid   5.00
        2023-02-01 LUZHOU1->C001 Investment    10.00
        2023-02-01 LUZHOU1->C001 CostRelieved 110.00
        """));

    [Fact]
    public void A_balance_that_history_left_below_zero_is_not_held_against_lines_that_leave_it_alone() => Assert.Empty(Try(
        Holding + """

            2023-01-01 LUZHOU1       CreditRepaid  30.00
            2023-01-01 LUZHOU1->C001 CostRelieved 130.00
            """,
        """
        2023-02-01 LUZHOU1       Expense  1.00
        2023-02-01 LUZHOU1->C001 Dividend 1.00
        """));

    [Fact]
    public void A_fund_short_of_cash_is_told_the_first_day_with_what_it_has_and_needs()
    {
        var refused = Assert.Single(Try(
            """
            mother LUZHOU1 CNY
            2023-01-01 LUZHOU1 OpeningCash 100.00
            2023-03-01 LUZHOU1 Expense      40.00
            """,
            """
            2023-02-01 LUZHOU1 Expense 50.00
            2023-04-01 LUZHOU1 Expense 30.00
            """));
        Assert.Equal("ledger.cashBelowZero", refused.Code);
        Assert.Equal([("fund", "LUZHOU1"), ("cash", Yuan(60)), ("needed", Yuan(80)), ("date", new DateOnly(2023, 4, 1))], refused.Args);
    }

    [Fact]
    public void Each_fund_and_currency_that_is_short_is_told_of()
    {
        var errors = Try(
            """
            mother LUZHOU1 CNY
            fund AIYI CNY
            2023-01-01 LUZHOU1       OpeningCash 10.00
            2023-01-01 LUZHOU1       OpeningCash 10.00 USD
            2023-01-01 LUZHOU1->AIYI Contribution 5.00
            """,
            """
            2023-02-01 LUZHOU1 Expense  5.01
            2023-02-01 LUZHOU1 Expense 10.01 USD
            2023-02-01 AIYI    Expense  5.01
            """);
        Assert.Equal(
            ["LUZHOU1 5.00 CNY", "LUZHOU1 10.00 USD", "AIYI 5.00 CNY"], errors.Select(error => $"{Arg(error, "fund")} {Arg(error, "cash")}"));
    }

    private static IReadOnlyList<DomainError> Try(string given, string asked) => TestBooks.Of(given).Try(asked);

    private static (string Code, string Args) Told(DomainError error) =>
        (error.Code, string.Join(' ', error.Args.Select(arg => $"{arg.Name}={arg.Value}")));

    private static object Arg(DomainError error, string name) => error.Args.Single(arg => arg.Name == name).Value;

    private static Money Yuan(decimal amount) => Money.Of(amount, Currency.Cny);
}
