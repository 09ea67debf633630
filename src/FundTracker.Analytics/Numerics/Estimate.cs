using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Numerics;

/// <summary>The one way from a forecast back to money.</summary>
public static class Estimate
{
    /// <summary>An estimate to the minor unit, half away from zero.</summary>
    /// <exception cref="OverflowException">Beyond what an amount holds, or not a number.</exception>
    public static Money ToMoney(double estimate, Currency currency) =>
        Money.Of(decimal.Round((decimal)estimate, currency.Exponent, MidpointRounding.AwayFromZero), currency);
}
