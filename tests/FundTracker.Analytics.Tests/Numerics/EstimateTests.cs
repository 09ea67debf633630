using FundTracker.Analytics.Numerics;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Tests.Numerics;

public class EstimateTests
{
    [Theory]
    [InlineData(0.125, "CNY", 13)]
    [InlineData(-0.125, "CNY", -13)]
    [InlineData(0.124, "CNY", 12)]
    [InlineData(2.5, "JPY", 3)]
    [InlineData(1.0005, "KWD", 1001)]
    public void An_estimate_becomes_money_by_rounding_half_away_from_zero_to_the_minor_unit(double estimate, string currency, long minor) =>
        Assert.Equal(minor, Estimate.ToMoney(estimate, Currency.Of(currency)).MinorUnits);

    [Theory]
    [InlineData(1e30)]
    [InlineData(double.NaN)]
    public void What_no_amount_holds_is_no_estimate(double estimate) =>
        Assert.Throws<OverflowException>(() => Estimate.ToMoney(estimate, Currency.Cny));
}
