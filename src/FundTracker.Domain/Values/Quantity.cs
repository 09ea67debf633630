using System.Globalization;

namespace FundTracker.Domain.Values;

/// <summary>What a quantity counts.</summary>
public enum QuantityUnit : byte
{
    /// <summary>Days.</summary>
    Days = 1,

    /// <summary>Things: layers, phases.</summary>
    Count = 2,

    /// <summary>Yes (1) or no (0).</summary>
    Flag = 3,

    /// <summary>Years.</summary>
    Years = 4,

    /// <summary>Square metres.</summary>
    SquareMetres = 5,
}

/// <summary>A number with a unit that is neither money nor a ratio.</summary>
public sealed record Quantity : IComparable<Quantity>
{
    private Quantity(decimal value, QuantityUnit unit) => (Value, Unit) = (value, unit);

    /// <summary>The number.</summary>
    public decimal Value { get; }

    /// <summary>What it counts.</summary>
    public QuantityUnit Unit { get; }

    /// <summary>A quantity of a unit.</summary>
    public static Quantity Of(decimal value, QuantityUnit unit) => new(value, unit);

    /// <inheritdoc/>
    public int CompareTo(Quantity? other) => other is null ? 1 : Value.CompareTo(other.Value);

    /// <summary>The number alone, invariant.</summary>
    public override string ToString() => Value.ToString("0.####", CultureInfo.InvariantCulture);
}
