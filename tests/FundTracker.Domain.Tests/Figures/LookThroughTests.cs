using FundTracker.Analytics.Exposure;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Figures;

/// <summary>Dimensions and concentration of what a mother fund holds through its sub-funds.</summary>
public sealed class LookThroughTests
{
    // The mother fund has half of F (vintage 2020), all of G (2022), and 20 of D itself.
    private const string Books = """
        mother M CNY
        fund F CNY
        fund G CNY
        company A
        company B
        company D
        2020-01-10 FIN->M Contribution 1,000.00
        2020-02-01 M->F Contribution 200.00
        2020-02-01 SOC->F Contribution 200.00
        2022-02-01 M->G Contribution 300.00
        2020-03-01 F->A Investment 100.00
        2022-03-01 G->A Investment 60.00
        2020-03-01 F->B Investment 40.00
        2022-03-01 M->D Investment 20.00
        2020-03-01 A location = district
        2020-03-01 B location = outside
        2020-06-01 A carrier = PARK
        2020-06-01 B carrier = PARK
        2023-01-01 B carrier = TOWER
        """;

    private LookThroughExposure Exposure { get; } = LookThrough.Of(TestBooks.Of(Books).View("2022-12-31"));

    [Fact]
    public void Value_and_residual_are_the_reported_nav() =>
        Assert.Equal(Exposure.Nav.Require(), Exposure.LookThroughValue.Require() + Exposure.Residual.Require());

    [Fact]
    public void The_slices_of_each_dimension_add_up_to_the_whole()
    {
        foreach (var slices in new[] { Exposure.BySector, Exposure.ByStage, Exposure.ByLocation, Exposure.ByVintage, Exposure.ByCurrency, Exposure.ByCarrier })
        {
            Assert.Equal(Exposure.LookThroughValue.Require(), slices.Aggregate(Money.Zero(Currency.Cny), (sum, slice) => sum + slice.Amount.Require()));
            Assert.Equal(1m, slices.Sum(slice => slice.Share.Require().Fraction), 20);
        }
    }

    [Fact]
    public void A_company_held_by_funds_of_two_vintages_stands_in_both() =>
        Assert.Equal([("2020", 2, "70.00"), ("2022", 1, "60.00"), ("", 1, "20.00")], Exposure.ByVintage.Select(Print));

    [Fact]
    public void Companies_stand_by_where_they_are() =>
        Assert.Equal([("district", 1, "110.00"), ("", 1, "20.00"), ("outside", 1, "20.00")], Exposure.ByLocation.Select(Print).OrderByDescending(slice => slice.Item3.Length).ThenBy(slice => slice.Value, StringComparer.Ordinal));

    [Fact]
    public void Companies_stand_by_the_carrier_that_they_had_settled_in_on_the_day()
    {
        Assert.Equal([("PARK", 2, "130.00"), ("", 1, "20.00")], Exposure.ByCarrier.Select(Print));
        var later = LookThrough.Of(TestBooks.Of(Books).View("2023-01-01"));
        Assert.Equal([("PARK", 1, "110.00"), ("TOWER", 1, "20.00"), ("", 1, "20.00")], later.ByCarrier.Select(Print).OrderBy(slice => slice.Item1.Length == 0));
    }

    // The mother fund has half of H, which holds A too.
    private const string Dollars = Books + """

        fund H USD
        company C
        2022-02-01 M->H Contribution 50.00
        2022-02-01 SOC->H Contribution 50.00
        2022-03-01 H->C Investment 33.33
        2022-03-01 H->A Investment 10.00
        """;

    private const string Rates = """

        2020-01-01 M fx:USD/CNY = 6.5
        2022-12-30 M fx:USD/CNY = 7.2
        """;

    [Fact]
    public void A_valuation_of_more_than_92_days_ago_is_told_with_its_day_in_the_company_its_slices_and_the_whole()
    {
        const string Valued = """
            mother M CNY
            fund F CNY
            fund G CNY
            company A
            company B
            company C
            2022-01-04 FIN->M Contribution 300.00
            2022-01-05 M->F Contribution 100.00
            2022-01-05 M->G Contribution 100.00
            2022-02-01 F->A Investment 10.00
            2022-02-01 G->A Investment 10.00
            2022-02-01 F->B Investment 10.00
            2022-02-01 F->C Investment 10.00
            2022-09-29 F->A Valuation 12.00
            2022-09-30 G->A Valuation 15.00
            2022-06-30 F->C Valuation 0.00
            2022-01-05 A sector = chips
            2022-01-05 B sector = health
            """;
        var view = TestBooks.Of(Valued).View("2022-12-31");
        var exposure = LookThrough.Of(view);

        // F's valuation is 93 days old, G's 92; B stands at cost; C is worth nothing any more.
        Assert.Equal(
            [("A", new DateOnly(2022, 9, 29)), ("B", null), ("C", (DateOnly?)null)],
            exposure.Companies.Select(row => (row.Company.Code, row.StaleSince)).OrderBy(row => row.Code, StringComparer.Ordinal));
        Assert.Equal(new DateOnly(2022, 9, 29), NavAge.StaleSince(exposure.LookThroughValue));
        Assert.Equal(new DateOnly(2022, 9, 29), NavAge.StaleSince(exposure.Coverage));
        Assert.Equal(new DateOnly(2022, 9, 29), NavAge.StaleSince(exposure.BySector.Single(slice => slice.Value == "chips").Amount));
        Assert.Null(NavAge.StaleSince(exposure.BySector.Single(slice => slice.Value == "health").Amount));
        Assert.Null(NavAge.StaleSince(LookThrough.Of(view.On(new DateOnly(2022, 12, 30))).LookThroughValue));
    }

    [Fact]
    public void What_a_fund_of_another_currency_holds_stands_at_the_rate_of_the_day_under_its_own_currency()
    {
        var exposure = LookThrough.Of(TestBooks.Of(Dollars + Rates).View("2022-12-31"));

        // Half of 33.33 and of 10.00 at 7.2: 119.99 (119.988) and 36.00.
        Assert.Equal([("CNY", 3, "150.00"), ("USD", 2, "155.99")], exposure.ByCurrency.Select(Print));
        Assert.Equal(["A 146.00", "C 119.99", "B 20.00", "D 20.00"], exposure.Companies.Select(row => $"{row.Company.Code} {row.Value.ToPlainText()}"));
        Assert.Equal("232.00", exposure.Companies[0].InvestedByFunds.ToPlainText()); // 100.00 and 60.00, and 10.00 at 7.2
        Assert.Equal(exposure.Nav.Require(), exposure.LookThroughValue.Require() + exposure.Residual.Require());
        Assert.Equal(exposure.LookThroughValue.Require().Amount / exposure.Nav.Require().Amount, exposure.Coverage.Require().Fraction, 15);
        Assert.Empty(exposure.Unconverted);
        Assert.Equal([("CNY", 3, "150.00"), ("USD", 2, "140.82")], LookThrough.Of(TestBooks.Of(Dollars + Rates).View("2022-12-29")).ByCurrency.Select(Print)); // at 6.5: 108.32 and 32.50
    }

    [Fact]
    public void A_converted_slice_names_the_rate_in_its_trail_and_the_others_do_not()
    {
        var exposure = LookThrough.Of(TestBooks.Of(Dollars + Rates).View("2022-12-31"));

        Assert.Equal(["", "fx:USD/CNY = 7.2"], exposure.ByCurrency.Select(slice => RatesOf(slice.Amount)));
        Assert.Equal([("district", "fx:USD/CNY = 7.2"), ("", "fx:USD/CNY = 7.2"), ("outside", "")], exposure.ByLocation.Select(slice => (slice.Value, RatesOf(slice.Amount))));
        Assert.Equal("fx:USD/CNY = 7.2", RatesOf(exposure.LookThroughValue));
    }

    [Fact]
    public void Without_a_rate_the_holdings_are_in_no_slice_and_are_named_with_the_reason()
    {
        var exposure = LookThrough.Of(TestBooks.Of(Dollars).View("2022-12-31"));

        Assert.Equal([("CNY", 3, "150.00")], exposure.ByCurrency.Select(Print));
        Assert.DoesNotContain(exposure.Companies, row => row.Company.Code == "C");
        Assert.Equal("figure.noRate", exposure.Residual.NoneReason?.Code);
        var left = Assert.Single(exposure.Unconverted);
        Assert.Equal(("USD", 2, "H", $"{exposure.Residual.NoneReason}"), (left.Currency, left.Holdings, string.Join(',', left.Funds), $"{left.Reason}"));
    }

    [Fact]
    public void Where_the_fund_between_has_a_value_holdings_without_a_rate_are_in_the_residual()
    {
        var exposure = LookThrough.Of(TestBooks.Of(Books + """

            fund H USD
            company C
            2022-02-01 F->H OpeningContribution 50.00
            2022-03-01 H->C Investment 50.00
            2022-12-31 M->F Nav 400.00
            """).View("2022-12-31"));

        Assert.Equal("150.00", exposure.LookThroughValue.Require().ToPlainText());
        Assert.Equal(exposure.Nav.Require(), exposure.LookThroughValue.Require() + exposure.Residual.Require());
        Assert.Equal(("USD", 1), (Assert.Single(exposure.Unconverted).Currency, exposure.Unconverted[0].Holdings));
    }

    private static string RatesOf(Figure<Money> figure) => string.Join(", ", figure.Trail.Inputs.OfType<FactInput>().Select(input => $"{input.Fact!.Name} = {input.Fact.Value}"));

    [Fact]
    public void Concentration_is_that_of_the_companies()
    {
        Assert.Equal("100.00 %", Exposure.TopTen.Require().ToString());
        // 110, 20 and 20 of 150: 0.53778 + 2 * 0.01778
        Assert.Equal("57.33 %", Exposure.Herfindahl.Require().ToString());
    }

    [Fact]
    public void Ten_of_twenty_equal_companies_are_half_and_the_index_is_a_twentieth()
    {
        var text = "mother M CNY\nfund F CNY\n2020-01-10 FIN->M Contribution 1,000.00\n2020-02-01 M->F Contribution 500.00\n"
            + string.Join('\n', Enumerable.Range(10, 20).Select(i => $"company C{i}\n2020-03-01 F->C{i} Investment 10.00"));
        var exposure = LookThrough.Of(TestBooks.Of(text).View("2022-12-31"));

        Assert.Equal(("50.00 %", "5.00 %"), (exposure.TopTen.Require().ToString(), exposure.Herfindahl.Require().ToString()));
    }

    [Fact]
    public void Where_nothing_is_held_there_is_no_concentration()
    {
        var exposure = LookThrough.Of(TestBooks.Of("mother M CNY\n2020-01-10 FIN->M Contribution 1,000.00").View("2022-12-31"));
        Assert.All([exposure.TopTen, exposure.Herfindahl], figure => Assert.Equal("figure.denominatorZero", figure.NoneReason?.Code));
    }

    private static (string Value, int Companies, string) Print(ExposureSlice slice) =>
        (slice.Value, slice.Companies, slice.Amount.Require().ToPlainText());
}
