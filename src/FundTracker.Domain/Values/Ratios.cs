using System.Globalization;

namespace FundTracker.Domain.Values;

/// <summary>A share of a whole, stored as the fraction: 12.5 % is 0.125. May be negative or above one.</summary>
public sealed record Percentage : IComparable<Percentage>
{
    private Percentage(decimal fraction) => Fraction = fraction;

    /// <summary>The fraction: 0.125 for 12.5 %.</summary>
    public decimal Fraction { get; }

    /// <summary>The percent number: 12.5 for 12.5 %.</summary>
    public decimal Percent => Fraction * 100m;

    /// <summary>12.5 means 12.5 %.</summary>
    public static Percentage FromPercent(decimal percent) => new(percent / 100m);

    /// <summary>0.125 means 12.5 %.</summary>
    public static Percentage FromFraction(decimal fraction) => new(fraction);

    /// <inheritdoc/>
    public int CompareTo(Percentage? other) => other is null ? 1 : Fraction.CompareTo(other.Fraction);

    /// <summary>Two decimals, half away from zero, invariant: <c>12.50 %</c>.</summary>
    public override string ToString() =>
        decimal.Round(Percent, 2, MidpointRounding.AwayFromZero).ToString("F2", CultureInfo.InvariantCulture) + " %";
}

/// <summary>A ratio of two amounts of the same currency, printed as 1.45x. May be negative.</summary>
public sealed record Multiple : IComparable<Multiple>
{
    private Multiple(decimal value) => Value = value;

    /// <summary>The ratio, unrounded to 28 significant digits.</summary>
    public decimal Value { get; }

    /// <summary>A ratio by its value: 1.45 means 1.45x.</summary>
    public static Multiple Of(decimal value) => new(value);

    /// <summary>Numerator over denominator.</summary>
    /// <exception cref="DivideByZeroException">The denominator is zero: ask first, and answer with a reason.</exception>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Multiple Of(Money numerator, Money denominator)
    {
        if (numerator.Currency.Code != denominator.Currency.Code)
            throw new InvalidOperationException($"Currencies mixed: {numerator.Currency} and {denominator.Currency}.");
        return new Multiple((decimal)numerator.MinorUnits / denominator.MinorUnits);
    }

    /// <inheritdoc/>
    public int CompareTo(Multiple? other) => other is null ? 1 : Value.CompareTo(other.Value);

    /// <summary>Two decimals, half away from zero, invariant: <c>1.45x</c>.</summary>
    public override string ToString() =>
        decimal.Round(Value, 2, MidpointRounding.AwayFromZero).ToString("F2", CultureInfo.InvariantCulture) + "x";
}
