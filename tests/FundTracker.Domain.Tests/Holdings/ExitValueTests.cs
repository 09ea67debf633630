using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Holdings;

/// <summary>Proceeds may not take the value of what is still held below zero: the latest value that was stated counts, whoever stated it.</summary>
public sealed class ExitValueTests
{
    private const string Bought = "mother LUZHOU1 CNY\n2023-01-01 LUZHOU1 OpeningCash 500.00\n2023-01-01 LUZHOU1->C001 Investment 100.00\n";
    private const string Valued = Bought + "2023-06-30 LUZHOU1->C001 Valuation 160.00\n";

    [Theory]
    [InlineData("2023-09-01 LUZHOU1->C001 ExitProceeds 160.00", null)]
    [InlineData("2023-09-01 LUZHOU1->C001 ExitProceeds 160.01", "160.00")]
    [InlineData("2023-09-01 LUZHOU1->C001 ExitProceeds 100.00\n2023-09-01 LUZHOU1->C001 ExitProceeds 60.01", "160.00")]
    [InlineData("2023-09-01 LUZHOU1->C001 ExitProceeds 170.00\n2023-09-01 LUZHOU1->C001 Investment 10.00", null)]
    [InlineData("2023-09-01 LUZHOU1->C001 ExitProceeds 170.00\n2023-09-01 LUZHOU1->C001 InvestmentInKind 9.99", "160.00")]
    [InlineData("2023-09-01 LUZHOU1->C001 ExitProceeds 170.00\n2023-06-30 LUZHOU1->C001 Investment 10.00", "160.00")] // in the value of that day
    [InlineData("2023-09-01 LUZHOU1->C001 ExitProceeds 170.00\n2023-09-01 LUZHOU1->C001 Dividend 10.00", "160.00")]
    [InlineData("2023-06-30 LUZHOU1->C001 ExitProceeds 900.00", null)] // the value of that day knows of it
    public void What_was_valued_before_carries_proceeds_up_to_its_value(string lines, string? value) => Assert.Equal(value, Missing(Valued, lines));

    [Fact]
    public void Where_nothing_was_ever_valued_nothing_is_asked() => Assert.Null(Missing(Bought, "2023-09-01 LUZHOU1->C001 ExitProceeds 900.00"));

    [Theory]
    [InlineData("2023-09-01", "200.00", null)]
    [InlineData("2023-06-30", "200.00", null)] // on the day of the value before: the new one counts
    [InlineData("2023-06-30", "179.99", "179.99")]
    [InlineData("2023-06-29", "200.00", "160.00")] // an older one does not
    public void A_value_stated_with_the_exit_counts_from_the_day_of_the_one_before_on(string day, string amount, string? value) => Assert.Equal(
        value, Missing(Valued, $"2023-09-02 LUZHOU1->C001 ExitProceeds 180.00\n{day} LUZHOU1->C001 Valuation {amount}"));

    [Fact]
    public void Of_several_values_stated_with_the_exit_the_latest_counts_in_whatever_order_they_come()
    {
        string[] lines =
        [
            "2023-08-01 LUZHOU1->C001 Valuation 0.00", "2023-09-01 LUZHOU1->C001 Valuation 30.00", "2023-08-15 LUZHOU1->C001 Valuation 5.00",
            "2023-09-01 LUZHOU1->C001 ExitProceeds 500.00",
        ];
        Assert.Null(Missing(Valued, string.Join('\n', lines)));
        Assert.Null(Missing(Valued, string.Join('\n', lines.Reverse())));
        Assert.Null(Missing(Bought, string.Join('\n', lines)));
        Assert.Equal("5.00", Missing(Valued, string.Join('\n', lines.Where(line => !line.Contains("30.00", StringComparison.Ordinal)))));
    }

    [Fact]
    public void A_value_that_is_taken_back_states_none() =>
        Assert.Null(Missing(Valued, "2023-06-30 reverse #3\n2023-09-01 LUZHOU1->C001 ExitProceeds 60.00"));

    [Fact]
    public void Proceeds_that_are_taken_back_ask_for_no_value()
    {
        const string Below = Valued + "2023-09-01 LUZHOU1->C001 ExitProceeds 300.00\n";
        Assert.Null(Missing(Below, "2023-09-01 reverse #4"));
    }

    [Fact]
    public void What_history_left_below_zero_may_come_nearer_to_it_and_not_go_further()
    {
        const string Below = Valued + "2023-08-01 LUZHOU1->C001 ExitProceeds 210.00\n";
        Assert.Null(Missing(Below, "2023-09-01 LUZHOU1->C001 ExitProceeds 10.00\n2023-09-01 LUZHOU1->C001 Investment 10.00"));
        Assert.Null(Missing(Below, "2023-09-01 LUZHOU1->C001 ExitProceeds 10.00\n2023-09-01 LUZHOU1->C001 Investment 20.00"));
        Assert.Equal("-50.00", Missing(Below, "2023-09-01 LUZHOU1->C001 ExitProceeds 10.00\n2023-09-01 LUZHOU1->C001 Investment 9.99"));
    }

    [Fact]
    public void A_value_stated_with_the_exit_for_an_earlier_day_carries_what_flowed_since()
    {
        const string Moved = Bought + "2023-08-01 LUZHOU1->C001 Investment 40.00\n2023-09-01 LUZHOU1->C001 ExitProceeds 25.00\n";
        const string Exit = "2023-07-15 LUZHOU1->C001 Valuation 10.00\n2023-10-01 LUZHOU1->C001 ExitProceeds ";
        Assert.Null(Missing(Moved, Exit + "25.00")); // 10 + 40 - 25
        Assert.Equal("25.00", Missing(Moved, Exit + "25.01"));
        const string OfThatDay = Bought + "2023-07-15 LUZHOU1->C001 Investment 40.00\n2023-09-01 LUZHOU1->C001 ExitProceeds 25.00\n";
        Assert.Equal("-15.00", Missing(OfThatDay, Exit + "0.01")); // what was put in on the day of the value is in it
    }

    [Fact]
    public void A_value_below_zero_carries_no_proceeds_unless_the_exit_says_what_is_left()
    {
        const string Below = Bought + "2023-06-30 LUZHOU1->C001 Valuation -5.00\n";
        Assert.Null(Missing(Below, "2023-06-30 LUZHOU1->C001 ExitProceeds 3.00"));
        Assert.Equal("-5.00", Missing(Below, "2023-07-01 LUZHOU1->C001 ExitProceeds 3.00"));
        Assert.Null(Missing(Below, "2023-07-01 LUZHOU1->C001 ExitProceeds 3.00\n2023-07-01 LUZHOU1->C001 Valuation -2.00"));
    }

    private static string? Missing(string given, string lines)
    {
        var error = TestBooks.Of(given).Try(lines) switch { [] => null, var errors => Assert.Single(errors) };
        if (error is null) return null;
        Assert.Equal("holding.valueLeftMissing", error.Code);
        return ((Money)error.Args.Single(arg => arg.Name == "value").Value!).ToPlainText();
    }
}
