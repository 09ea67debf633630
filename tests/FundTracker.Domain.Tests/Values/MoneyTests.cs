using FundTracker.Domain.Values;

namespace FundTracker.Domain.Tests.Values;

public sealed class MoneyTests
{
    [Theory]
    [InlineData("12.34", "CNY", 1234)]
    [InlineData("-0.01", "CNY", -1)]
    [InlineData("5000000000", "CNY", 500_000_000_000)]
    [InlineData("12", "JPY", 12)]
    [InlineData("1.234", "KWD", 1234)]
    public void An_amount_is_a_count_of_minor_units(string amount, string currency, long minor) =>
        Assert.Equal(minor, Money.Of(decimal.Parse(amount), Currency.Of(currency)).MinorUnits);

    [Theory]
    [InlineData("12.345", "CNY")]
    [InlineData("0.5", "JPY")]
    public void A_fraction_of_a_minor_unit_is_refused(string amount, string currency)
    {
        Assert.Throws<ArgumentException>(() => Money.Of(decimal.Parse(amount), Currency.Of(currency)));
        Assert.False(Money.TryOf(decimal.Parse(amount), Currency.Of(currency), out var none));
        Assert.Null(none);
    }

    [Theory]
    [InlineData("92233720368547758.07", true)]
    [InlineData("92233720368547758.08", false)]
    [InlineData("-92233720368547758.08", true)]
    [InlineData("-92233720368547758.09", false)]
    [InlineData("79228162514264337593543950335", false)]
    public void What_fits_is_what_a_count_of_64_bits_holds(string amount, bool fits)
    {
        Assert.Equal(fits, Money.TryOf(decimal.Parse(amount), Currency.Cny, out _));
        if (!fits) Assert.Throws<OverflowException>(() => Money.Of(decimal.Parse(amount), Currency.Cny));
    }

    [Fact]
    public void Currencies_never_mix()
    {
        var (yuan, dollar) = (Money.Of(1m, Currency.Cny), Money.Of(1m, Currency.Of("USD")));
        Assert.Throws<InvalidOperationException>(() => yuan + dollar);
        Assert.Throws<InvalidOperationException>(() => yuan - dollar);
        Assert.Throws<InvalidOperationException>(() => yuan < dollar);
        Assert.Throws<InvalidOperationException>(() => Multiple.Of(yuan, dollar));
        Assert.NotEqual(yuan, dollar);
    }

    [Fact]
    public void An_overflow_is_an_error_and_never_wraps()
    {
        var most = Money.FromMinor(long.MaxValue, Currency.Cny);
        var least = Money.FromMinor(long.MinValue, Currency.Cny);
        Assert.Throws<OverflowException>(() => most + Money.FromMinor(1, Currency.Cny));
        Assert.Throws<OverflowException>(() => least - Money.FromMinor(1, Currency.Cny));
        Assert.Throws<OverflowException>(() => -least);
        Assert.Throws<OverflowException>(() => most.MultiplyRounded(2m));
        Assert.Throws<OverflowException>(() => most.MultiplyRounded(2, 1));
    }

    [Theory]
    [InlineData("0.005", "0.01")]
    [InlineData("-0.005", "-0.01")]
    [InlineData("0.0049", "0.00")]
    [InlineData("2.675", "2.68")]
    public void Rounding_is_half_away_from_zero(string amount, string rounded) =>
        Assert.Equal(rounded, Money.Round(decimal.Parse(amount), Currency.Cny).ToPlainText());

    [Theory]
    [InlineData(5, 1, 2, 3)]
    [InlineData(-5, 1, 2, -3)]
    [InlineData(5, -1, 2, -3)]
    [InlineData(5, 1, -2, -3)]
    [InlineData(10, 1, 3, 3)]
    [InlineData(20, 1, 3, 7)]
    [InlineData(9_000_000_000_000_000_000, 2, 3, 6_000_000_000_000_000_000)]
    public void A_fraction_of_an_amount_is_rounded_half_away_from_zero(long minor, long numerator, long denominator, long expected) =>
        Assert.Equal(expected, Money.FromMinor(minor, Currency.Cny).MultiplyRounded(numerator, denominator).MinorUnits);

    [Fact]
    public void Amounts_print_with_the_decimals_of_their_currency()
    {
        Assert.Equal("1234.50 CNY", Money.Of(1234.5m, Currency.Cny).ToString());
        Assert.Equal("-0.05", Money.Of(-0.05m, Currency.Cny).ToPlainText());
        Assert.Equal("1234 JPY", Money.Of(1234m, Currency.Of("JPY")).ToString());
    }

    [Fact]
    public void Amounts_order_by_size()
    {
        var (one, two) = (Money.Of(1m, Currency.Cny), Money.Of(2m, Currency.Cny));
        Assert.True(one < two && two > one && one <= two && two >= one);
        Assert.Equal(Money.Of(1.00m, Currency.Cny), one);
    }

    [Fact]
    public void Parts_of_an_amount_add_up_and_the_earlier_of_equals_gets_the_odd_fen() =>
        Assert.Equal(["33.34", "33.33", "33.33"], Money.Of(100m, Currency.Cny).Allocate([1, 1, 1]).Select(part => part.ToPlainText()));
}
