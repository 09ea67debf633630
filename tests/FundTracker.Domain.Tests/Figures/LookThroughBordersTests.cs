using FundTracker.Analytics.Exposure;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Figures;

/// <summary>What of exposure is invented, which rates it names in which order, and what it leaves to the residual.</summary>
public sealed class LookThroughBordersTests
{
    // M has half of F in yuan, all of U in dollars and of E in euros; S is others' alone.
    private const string Books = """
        mother M CNY
        fund F CNY
        fund U USD
        fund E EUR
        fund S USD
        company A
        company B
        company C
        2022-01-01 FIN->M Contribution 500.00
        2022-02-01 M->F Contribution 50.00
        2022-02-01 SOC->F Contribution 50.00
        2022-02-01 M->U Contribution 10.00
        2022-02-01 M->E Contribution 10.00
        2022-02-01 SOC->S Contribution 10.00
        2022-03-01 F->A Investment 20.00
        2022-03-01 U->A Investment 4.00
        2022-03-01 U->B Investment 1.00
        2022-03-01 E->C Investment 5.00
        2022-03-01 S->B Investment 9.00
        2022-03-01 A sector = optics
        2022-03-01 B sector = energy
        2022-03-01 C sector = energy

        """;

    private const string Rates = "2022-01-01 M fx:USD/CNY = 7\n2022-01-01 M fx:EUR/CNY = 8\n";

    [Theory]
    [InlineData("F->A Investment 20.00", "optics 38.00", "CNY 10.00")] // 10 and 28
    [InlineData("U->B Investment 1.00", "energy 47.00", "USD 35.00")] // 7 and 40
    public void What_is_invented_marks_the_whole_and_the_slices_that_it_stands_in(string invented, string sector, string currency)
    {
        var exposure = LookThrough.Of(TestBooks.Of(Books.Replace(invented, $"{invented} illustrative", StringComparison.Ordinal) + Rates).View("2022-12-31"));

        Assert.True(exposure.LookThroughValue.IsIllustrative);
        Assert.Equal([sector], exposure.BySector.Where(slice => slice.Amount.IsIllustrative).Select(Print));
        Assert.Equal([currency], exposure.ByCurrency.Where(slice => slice.Amount.IsIllustrative).Select(Print));
        Assert.False(LookThrough.Of(TestBooks.Of(Books + Rates).View("2022-12-31")).LookThroughValue.IsIllustrative);
    }

    [Fact]
    public void Rates_stand_once_in_the_order_of_their_currencies()
    {
        var exposure = LookThrough.Of(TestBooks.Of(Books + Rates).View("2022-12-31"));
        Assert.Equal("fx:EUR/CNY fx:USD/CNY", Names(exposure.LookThroughValue));
        Assert.Equal(["fx:EUR/CNY fx:USD/CNY", "fx:USD/CNY"], exposure.BySector.Select(slice => Names(slice.Amount)));
        Assert.Equal("fx:EUR/CNY fx:USD/CNY", Names(Assert.IsType<FigureInput>(exposure.TopTen.Trail.Inputs[0]).Figure));
        Assert.Equal(["C 40.00", "A 38.00", "B 7.00"], exposure.Companies.Select(row => $"{row.Company.Code} {row.Value.ToPlainText()}"));

        static string Names(IFigure figure) => string.Join(' ', figure.Trail.Inputs.OfType<FactInput>().Select(input => input.Fact!.Name));
    }

    [Theory]
    [InlineData("", "EUR 1 E, USD 2 U")] // what others hold alone is nobody's here
    [InlineData("2022-01-01 M fx:USD/CNY = 7\n", "EUR 1 E")]
    [InlineData("2022-01-01 M fx:EUR/CNY = 8\n2022-04-01 E->B Dividend 1.00\n2022-02-01 F->S Contribution 1.00\n", "USD 3 S,U")] // half of a tenth is ours through F
    [InlineData("2023-01-01 M fx:EUR/CNY = 8\n2022-01-01 M fx:USD/CNY = 7\n", "EUR 1 E")] // stated for a later day
    [InlineData(Rates, "")]
    public void Holdings_that_are_reached_and_have_no_rate_are_told_by_currency(string rates, string left) => Assert.Equal(
        left, string.Join(", ", LookThrough.Of(TestBooks.Of(Books + rates).View("2022-12-31")).Unconverted.Select(one => $"{one.Currency} {one.Holdings} {string.Join(',', one.Funds)}")));

    [Fact]
    public void What_the_ten_largest_are_worth_is_invented_where_one_of_them_is_and_not_for_the_eleventh()
    {
        Assert.Equal((true, false), Illustrative(smallest: true));
        Assert.Equal((true, true), Illustrative(smallest: false));

        static (bool Whole, bool TopTen) Illustrative(bool smallest)
        {
            var text = "mother M CNY\n2022-01-01 FIN->M Contribution 500.00\n" + string.Join('\n', Enumerable.Range(10, 11).Select(i =>
                $"company C{i}\n2022-03-01 M->C{i} Investment {i}.00{(i == (smallest ? 10 : 20) ? " illustrative" : "")}"));
            var exposure = LookThrough.Of(TestBooks.Of(text).View("2022-12-31"));
            Assert.Equal(155m / 165, exposure.TopTen.Require().Fraction); // 11 to 20 of 10 to 20
            return (exposure.LookThroughValue.IsIllustrative, Assert.IsType<FigureInput>(exposure.TopTen.Trail.Inputs[0]).IsIllustrative);
        }
    }

    [Fact]
    public void What_covers_a_value_of_nothing_is_no_share()
    {
        var exposure = LookThrough.Of(TestBooks.Of("mother M CNY\ncompany A\n2022-03-01 M->A Investment 5.00").View("2022-12-31"));
        Assert.Equal(("0.00", "5.00", "-5.00"), (exposure.Nav.Require().ToPlainText(), exposure.LookThroughValue.Require().ToPlainText(), exposure.Residual.Require().ToPlainText()));
        Assert.Equal($"{FigureReasons.DenominatorZero("nav")}", $"{exposure.Coverage.NoneReason}");
    }

    [Fact]
    public void What_is_worth_nothing_is_not_concentrated_and_says_which_value_is_nothing()
    {
        var exposure = LookThrough.Of(TestBooks.Of("mother M CNY\n2022-01-01 FIN->M Contribution 5.00").View("2022-12-31"));
        Assert.Equal($"{FigureReasons.DenominatorZero("lookThrough")}", $"{exposure.Herfindahl.NoneReason}");
        Assert.Equal("lookThrough", Assert.Single(exposure.Herfindahl.Trail.Inputs).Role);
    }

    [Fact]
    public void Stages_that_are_none_stand_last_by_size()
    {
        var exposure = LookThrough.Of(TestBooks.Of(Books + Rates + "2022-03-01 A lifeCycleStage = Odd\n2022-03-01 B lifeCycleStage = Growth\n2022-03-01 C lifeCycleStage = Rare").View("2022-12-31"));
        Assert.Equal(["Growth 7.00", "Rare 40.00", "Odd 38.00"], exposure.ByStage.Select(Print));
    }

    private static string Print(ExposureSlice slice) => $"{slice.Value} {slice.Amount.Require().ToPlainText()}";
}
