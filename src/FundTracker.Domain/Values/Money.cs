using System.Globalization;

namespace FundTracker.Domain.Values;

/// <summary>An exact amount: a whole number of minor units (fen for CNY) in one currency. May be negative.</summary>
/// <remarks>
/// Arithmetic is checked: an overflow throws <see cref="OverflowException"/>. Two currencies never mix: adding, subtracting or
/// comparing them throws <see cref="InvalidOperationException"/>.
/// </remarks>
public sealed record Money : IComparable<Money>
{
    private Money(long minorUnits, Currency currency) => (MinorUnits, Currency) = (minorUnits, currency);

    /// <summary>Signed count of minor units.</summary>
    public long MinorUnits { get; }

    /// <summary>The currency of the minor units.</summary>
    public Currency Currency { get; }

    /// <summary>The amount in major units (yuan for CNY); exact.</summary>
    public decimal Amount => (decimal)MinorUnits / Currency.MinorPerMajor;

    /// <summary>Whether the amount is exactly zero.</summary>
    public bool IsZero => MinorUnits == 0;

    /// <summary>Whether the amount is below zero.</summary>
    public bool IsNegative => MinorUnits < 0;

    /// <summary>Whether the amount is above zero.</summary>
    public bool IsPositive => MinorUnits > 0;

    /// <summary>Nothing, in a currency.</summary>
    public static Money Zero(Currency currency) => new(0, currency);

    /// <summary>An amount by its count of minor units.</summary>
    public static Money FromMinor(long minorUnits, Currency currency) => new(minorUnits, currency);

    /// <summary>An amount by its major units, exact.</summary>
    /// <exception cref="ArgumentException">The amount has a fraction of a minor unit (12.345 CNY).</exception>
    /// <exception cref="OverflowException">The amount is beyond 92 quadrillion minor units.</exception>
    public static Money Of(decimal amount, Currency currency) =>
        IsWhole(amount, currency)
            ? new(checked((long)(amount * currency.MinorPerMajor)), currency)
            : throw new ArgumentException($"{amount.ToString(CultureInfo.InvariantCulture)} {currency} has a fraction of a minor unit.", nameof(amount));

    /// <summary>An amount by its major units, or false where it has a fraction of a minor unit or does not fit.</summary>
    public static bool TryOf(decimal amount, Currency currency, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Money? money)
    {
        var fits = amount <= (decimal)long.MaxValue / currency.MinorPerMajor && amount >= (decimal)long.MinValue / currency.MinorPerMajor;
        money = fits && IsWhole(amount, currency) ? new Money((long)(amount * currency.MinorPerMajor), currency) : null;
        return money is not null;
    }

    /// <summary>The nearest amount to <paramref name="amount"/> major units, half away from zero.</summary>
    public static Money Round(decimal amount, Currency currency) =>
        new(checked((long)decimal.Round(amount * currency.MinorPerMajor, 0, MidpointRounding.AwayFromZero)), currency);

    /// <summary>Sum of two amounts of one currency.</summary>
    public static Money operator +(Money left, Money right) => new(checked(left.MinorUnits + right.Same(left)), left.Currency);

    /// <summary>Difference of two amounts of one currency.</summary>
    public static Money operator -(Money left, Money right) => new(checked(left.MinorUnits - right.Same(left)), left.Currency);

    /// <summary>The amount with its sign turned.</summary>
    public static Money operator -(Money money) => new(checked(-money.MinorUnits), money.Currency);

    /// <summary>Whether the left amount is smaller.</summary>
    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left amount is larger.</summary>
    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left amount is not larger.</summary>
    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left amount is not smaller.</summary>
    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public int CompareTo(Money? other) => other is null ? 1 : MinorUnits.CompareTo(other.Same(this));

    /// <summary>The amount times a factor, rounded half away from zero to the minor unit.</summary>
    public Money MultiplyRounded(decimal factor) => Round(Amount * factor, Currency);

    /// <summary>The amount times a fraction of two whole numbers, rounded half away from zero to the minor unit.</summary>
    /// <exception cref="DivideByZeroException">The denominator is zero.</exception>
    public Money MultiplyRounded(long numerator, long denominator)
    {
        var product = (Int128)MinorUnits * numerator;
        if (denominator < 0) (product, denominator) = (-product, -denominator);
        var half = (Int128)denominator / 2;
        var rounded = product >= 0 ? (product + half) / denominator : -((-product + half) / denominator);
        return new Money(checked((long)rounded), Currency);
    }

    /// <summary>Shares the amount out by weights with the largest-remainder method; ties go to the earlier position.</summary>
    /// <param name="weights">Not negative, at least one above zero.</param>
    /// <returns>One part per weight; the parts add up to the amount exactly.</returns>
    /// <exception cref="ArgumentException">A weight is negative, or all are zero.</exception>
    public IReadOnlyList<Money> Allocate(IReadOnlyList<long> weights) =>
        [.. LargestRemainder.Share(MinorUnits, weights).Select(part => new Money(part, Currency))];

    /// <summary>Two-decimal (by the currency's exponent) invariant text with the code behind it: <c>1234.50 CNY</c>.</summary>
    public override string ToString() => $"{ToPlainText()} {Currency.Code}";

    /// <summary>Invariant text without separators: <c>-1234.50</c>; as many decimals as the currency has.</summary>
    public string ToPlainText() => Amount.ToString("F" + Currency.Exponent.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    // By its own fraction, not by a product that could overflow: the remainder of a division by one is below one.
    private static bool IsWhole(decimal amount, Currency currency)
    {
        var minor = amount % 1m * currency.MinorPerMajor;
        return minor == decimal.Truncate(minor);
    }

    private long Same(Money other) =>
        Currency.Code == other.Currency.Code
            ? MinorUnits
            : throw new InvalidOperationException($"Currencies mixed: {other.Currency} and {Currency}.");
}
