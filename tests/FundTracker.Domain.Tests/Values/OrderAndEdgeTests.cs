using FundTracker.Domain.Values;

namespace FundTracker.Domain.Tests.Values;

/// <summary>Order of values where they are equal, and the ends of what is taken.</summary>
public sealed class OrderAndEdgeTests
{
    private static readonly Money One = Money.Of(1m, Currency.Cny);
    private static readonly Money Same = Money.Of(1m, Currency.Cny);
    private static readonly Money Two = Money.Of(2m, Currency.Cny);

    [Fact]
    public void Equal_amounts_are_neither_smaller_nor_larger()
    {
        Assert.Equal([false, false, true, true], [One < Same, One > Same, One <= Same, One >= Same]);
        Assert.Equal([true, false, true, false], [One < Two, One > Two, One <= Two, One >= Two]);
        Assert.Equal([false, true, false, true], [Two < One, Two > One, Two <= One, Two >= One]);
    }

    [Fact]
    public void Nothing_comes_before_every_value()
    {
        Assert.Equal([1, 1, 1, 1], [One.CompareTo(null), Percentage.FromPercent(1m).CompareTo(null), Multiple.Of(1m).CompareTo(null), Quantity.Of(1m, QuantityUnit.Count).CompareTo(null)]);
        Assert.Equal([-1, 0, 1], [One.CompareTo(Two), One.CompareTo(Same), Two.CompareTo(One)]);
        Assert.Equal([-1, 0, 1], new[] { (1m, 2m), (2m, 2m), (3m, 2m) }.Select(pair => Percentage.FromPercent(pair.Item1).CompareTo(Percentage.FromPercent(pair.Item2))));
        Assert.Equal([-1, 0, 1], new[] { (1m, 2m), (2m, 2m), (3m, 2m) }.Select(pair => Multiple.Of(pair.Item1).CompareTo(Multiple.Of(pair.Item2))));
        Assert.Equal([-1, 0, 1], new[] { (1m, 2m), (2m, 2m), (3m, 2m) }.Select(pair => Quantity.Of(pair.Item1, QuantityUnit.Count).CompareTo(Quantity.Of(pair.Item2, QuantityUnit.Count))));
    }

    [Theory]
    [InlineData(-1, true, false, false)]
    [InlineData(0, false, true, false)]
    [InlineData(1, false, false, true)]
    public void An_amount_is_below_at_or_above_zero(long minor, bool below, bool at, bool above)
    {
        var money = Money.FromMinor(minor, Currency.Cny);
        Assert.Equal((below, at, above), (money.IsNegative, money.IsZero, money.IsPositive));
    }

    [Fact]
    public void What_no_count_of_64_bits_holds_overflows_where_it_is_made_or_rounded()
    {
        Assert.Throws<OverflowException>(() => Money.Of(92_233_720_368_547_758.08m, Currency.Cny));
        Assert.Throws<OverflowException>(() => Money.Round(92_233_720_368_547_758.08m, Currency.Cny));
        Assert.Equal(long.MaxValue, Money.Round(92_233_720_368_547_758.07m, Currency.Cny).MinorUnits);
    }

    [Theory]
    [InlineData(5, 1, 2, 3)]
    [InlineData(-5, 1, 2, -3)]
    [InlineData(5, -1, 2, -3)]
    [InlineData(5, 1, -2, -3)]
    [InlineData(-5, -1, -2, -3)]
    [InlineData(0, 7, 3, 0)]
    public void A_fraction_of_an_amount_is_rounded_half_away_from_zero_whatever_the_signs(long minor, long above, long below, long expected) =>
        Assert.Equal(expected, Money.FromMinor(minor, Currency.Cny).MultiplyRounded(above, below).MinorUnits);

    [Fact]
    public void A_fraction_over_zero_has_no_answer() => Assert.Throws<DivideByZeroException>(() => One.MultiplyRounded(1, 0));

    [Fact]
    public void Weights_and_earlier_parts_are_not_negative_and_not_all_zero()
    {
        Assert.Throws<ArgumentException>(() => LargestRemainder.Share(10, [3, -1]));
        Assert.Throws<ArgumentException>(() => LargestRemainder.Share(10, [0, 0]));
        Assert.Throws<ArgumentException>(() => LargestRemainder.ShareCumulative(10, [-1, 0], [1, 1]));
        Assert.Throws<ArgumentException>(() => LargestRemainder.ShareCumulative(10, [0], [1, 1]));
    }

    [Theory]
    [InlineData("1900Q1", true)]
    [InlineData("1899Q4", false)]
    [InlineData("2999Q4", true)]
    [InlineData("3000Q1", false)]
    [InlineData("2023Q0", false)]
    [InlineData("2023Q5", false)]
    public void A_quarter_lies_between_1900_and_2999(string text, bool isQuarter) => Assert.Equal(isQuarter, Quarter.TryParse(text, out _));

    [Fact]
    public void Equal_instants_are_neither_earlier_nor_later()
    {
        var (one, same, two) = (new Stamp(1), new Stamp(1), new Stamp(2));
        Assert.Equal([false, false, true, true], [one < same, one > same, one <= same, one >= same]);
        Assert.Equal([true, false, true, false], [one < two, one > two, one <= two, one >= two]);
        Assert.Equal([false, true, false, true], [two < one, two > one, two <= one, two >= one]);
    }
}
