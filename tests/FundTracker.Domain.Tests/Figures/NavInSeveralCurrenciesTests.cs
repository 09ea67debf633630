using FundTracker.Analytics.Ratios;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Figures;

/// <summary>NAV of a mother fund that holds funds in other currencies: each part at the stated rate of the day.</summary>
public sealed class NavInSeveralCurrenciesTests
{
    private const string Books = """
        mother M CNY
        fund C CNY
        fund H USD
        fund K HKD
        2020-01-10 FIN->M Contribution 1,000.00
        2020-02-01 M->C Contribution 100.00
        2020-02-01 M->H OpeningContribution 50.00
        2020-02-01 M->K OpeningContribution 10.00
        2022-09-30 M->C Nav 120.00
        2022-09-30 M->H Nav 60.00
        2022-09-30 M->K Nav 20.01
        2020-01-01 M fx:USD/CNY = 6.5
        2022-12-30 M fx:USD/CNY = 7.2
        2022-10-01 M fx:HKD/CNY = 0.9123
        """;

    [Fact]
    public void Each_part_stands_at_the_rate_of_the_day_and_the_sum_is_exact() =>
        Assert.Equal("900.00 + 120.00 + 432.00 + 18.26", Parts(Of(Books, "2022-12-31")));

    [Fact]
    public void A_day_without_a_rate_takes_the_last_one_before_it() =>
        Assert.Equal("900.00 + 120.00 + 390.00 + 18.26", Parts(Of(Books, "2022-12-29")));

    [Fact]
    public void Each_converted_part_names_its_rate_and_its_own_value()
    {
        var converted = Of(Books, "2022-12-31").Trail.Inputs.OfType<FigureInput>().Select(input => input.Figure).Where(figure => figure.Id.Formula == "navInBase").ToList();

        Assert.Equal(["navInBase@H", "navInBase@K"], converted.Select(figure => figure.Id.ToString()));
        Assert.Equal(["fx:USD/CNY = 7.2", "fx:HKD/CNY = 0.9123"], converted.Select(figure => Assert.Single(figure.Trail.Inputs.OfType<FactInput>()).Fact!).Select(fact => $"{fact.Name} = {fact.Value}"));
        Assert.Equal(["60.00 USD", "20.01 HKD"], converted.Select(figure => $"{Assert.Single(figure.Trail.Inputs.OfType<FigureInput>()).Figure.Value}"));
    }

    [Fact]
    public void Without_a_rate_there_is_no_nav_and_the_reason_names_the_pair_and_the_day()
    {
        var nav = Of(Books, "2022-09-30");

        Assert.Equal($"{FigureReasons.NoRate("HKD/CNY", new DateOnly(2022, 9, 30))}", $"{nav.NoneReason}");
        Assert.Null(nav.Value);
    }

    [Fact]
    public void A_rate_between_the_other_two_currencies_is_not_guessed_from_its_inverse() =>
        Assert.Equal("figure.noRate", Of(Books.Replace("M fx:HKD/CNY = 0.9123", "M fx:CNY/HKD = 1.1", StringComparison.Ordinal), "2022-12-31").NoneReason?.Code);

    [Fact]
    public void Money_that_was_paid_in_another_currency_is_taken_off_at_the_rate_of_the_day() =>
        Assert.Equal(
            Money.Of(1_072.00m, Currency.Cny),
            Of(
                """
                mother M CNY
                fund H USD
                2020-01-10 FIN->M Contribution 1,000.00
                2020-02-01 M->H Contribution 50.00
                2022-09-30 M->H Nav 60.00
                2022-12-30 M fx:USD/CNY = 7.2
                """,
                "2022-12-31").Require());

    [Fact]
    public void What_nobody_stated_a_value_of_stands_at_cost_at_the_rate_of_the_day() =>
        Assert.Equal(
            Money.Of(1_360.00m, Currency.Cny),
            Of(
                """
                mother M CNY
                fund H USD
                2020-01-10 FIN->M Contribution 1,000.00
                2020-02-01 M->H OpeningContribution 50.00
                2022-12-30 M fx:USD/CNY = 7.2
                """,
                "2022-12-31").Require());

    [Fact]
    public void A_rate_that_is_stated_later_moves_a_view_that_is_carried_on_and_no_earlier_knowledge()
    {
        var books = TestBooks.Of(Books);
        var before = books.View("2022-12-31");
        var (known, old) = (books.Lines[^1].RecordedAt, MotherFundNav.Of(before).Require());
        books.Add("2022-12-31 M fx:USD/CNY = 7.3\n2022-12-31 M->C Contribution 1.00");

        var after = before.At(books.Snapshot, Stamp.Max);
        Assert.Equal(Money.Of(900.00m - 1 + 121.00m + 438.00m + 18.26m, Currency.Cny), MotherFundNav.Of(after).Require());
        Assert.Equal(MotherFundNav.Of(new LedgerView(books.Snapshot, before.AsOf, Stamp.Max)).Require(), MotherFundNav.Of(after).Require());
        Assert.Equal(old, MotherFundNav.Of(before).Require());
        Assert.True(known < books.Lines[^1].RecordedAt);
    }

    private static Figure<Money> Of(string ledger, string day) => MotherFundNav.Of(TestBooks.Of(ledger).View(day));

    /// <summary>The NAV's own cash and parts; they must add up to it.</summary>
    private static string Parts(Figure<Money> nav)
    {
        var parts = nav.Trail.Inputs.OfType<FigureInput>().Select(input => (input.Role, Value: (Money)input.Figure.Value!)).ToList();
        Assert.Equal(nav.Require(), parts.Aggregate(Money.Zero(Currency.Cny), (sum, part) => sum + part.Value));
        return string.Join(" + ", parts.OrderBy(part => part.Role == "cash" ? 0 : 1).Select(part => part.Value.ToPlainText()));
    }
}
