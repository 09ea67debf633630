using FundTracker.Domain.Values;

namespace FundTracker.Domain.Tests.Values;

public sealed class NamesAndRatiosTests
{
    [Fact]
    public void A_name_known_in_one_language_stands_for_both()
    {
        Assert.Equal("庐阳", BilingualName.Of(" 庐阳 ", "").En);
        Assert.Equal("Luyang", BilingualName.Of(null, "Luyang").Zh);
        Assert.Throws<ArgumentException>(() => BilingualName.Of(" ", null));
    }

    [Theory]
    [InlineData("en", "Luyang")]
    [InlineData("en-GB", "Luyang")]
    [InlineData("zh-CN", "庐阳")]
    [InlineData("fr", "庐阳")]
    public void A_name_shows_in_the_language_asked_for(string language, string shown) =>
        Assert.Equal(shown, BilingualName.Of("庐阳", "Luyang").In(language));

    [Fact]
    public void A_percentage_is_the_same_by_percent_and_by_fraction()
    {
        Assert.Equal(Percentage.FromFraction(0.125m), Percentage.FromPercent(12.5m));
        Assert.Equal("12.50 %", Percentage.FromFraction(0.125m).ToString());
        Assert.Equal("-0.01 %", Percentage.FromPercent(-0.005m).ToString());
    }

    // Hefei city, Anhui province: amounts as published.
    [Theory]
    [InlineData("1546", "247", "6.26x")]
    [InlineData("782.32", "144.68", "5.41x")]
    public void A_multiple_is_the_ratio_of_two_amounts(string numerator, string denominator, string shown) =>
        Assert.Equal(shown, Multiple.Of(Money.Of(decimal.Parse(numerator), Currency.Cny), Money.Of(decimal.Parse(denominator), Currency.Cny)).ToString());

    [Fact]
    public void A_multiple_over_nothing_is_an_error_that_callers_ask_about_first() =>
        Assert.Throws<DivideByZeroException>(() => Multiple.Of(Money.Of(1m, Currency.Cny), Money.Zero(Currency.Cny)));

    [Fact]
    public void A_multiple_over_another_currency_is_an_error_that_names_both()
    {
        var mixed = Assert.Throws<InvalidOperationException>(() => Multiple.Of(Money.Of(1m, Currency.Of("USD")), Money.Of(1m, Currency.Cny)));
        Assert.Contains("USD", mixed.Message, StringComparison.Ordinal);
        Assert.Contains("CNY", mixed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_that_is_no_currency_is_named() =>
        Assert.Contains("XXX", Assert.Throws<ArgumentException>(() => Currency.Of("XXX")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("CNY", true)]
    [InlineData("JPY", true)]
    [InlineData("cny", false)]
    [InlineData("XXX", false)]
    [InlineData(null, false)]
    public void Only_known_codes_are_currencies(string? code, bool known)
    {
        Assert.Equal(known, Currency.TryOf(code, out _));
        if (code is not null && !known) Assert.Throws<ArgumentException>(() => Currency.Of(code));
    }

    [Fact]
    public void Every_known_currency_has_its_minor_units() =>
        Assert.All(Currency.Known, code => Assert.Equal(Math.Pow(10, Currency.Of(code).Exponent), Currency.Of(code).MinorPerMajor));
}
