namespace FundTracker.Domain.Values;

/// <summary>An ISO 4217 currency: its code and how many decimal places its minor unit has.</summary>
public sealed record Currency
{
    private static readonly Dictionary<string, int> Exponents = new(StringComparer.Ordinal)
    {
        ["CNY"] = 2, ["USD"] = 2, ["EUR"] = 2, ["HKD"] = 2, ["GBP"] = 2, ["SGD"] = 2, ["CHF"] = 2,
        ["AUD"] = 2, ["CAD"] = 2, ["SEK"] = 2, ["NOK"] = 2, ["DKK"] = 2, ["JPY"] = 0, ["KRW"] = 0, ["KWD"] = 3,
    };

    private Currency(string code, int exponent) => (Code, Exponent) = (code, exponent);

    /// <summary>Renminbi yuan; the minor unit is the fen (two places).</summary>
    public static Currency Cny { get; } = new("CNY", 2);

    /// <summary>Three capital letters, as in ISO 4217.</summary>
    public string Code { get; }

    /// <summary>Decimal places of the minor unit: 2 for CNY, 0 for JPY.</summary>
    public int Exponent { get; }

    /// <summary>Minor units in one major unit: 100 for CNY.</summary>
    public long MinorPerMajor => Exponent switch { 0 => 1, 1 => 10, 2 => 100, 3 => 1000, _ => throw new InvalidOperationException(Code) };

    /// <summary>The currency of a known code.</summary>
    /// <exception cref="ArgumentException">The code is not one of <see cref="Known"/>.</exception>
    public static Currency Of(string code) =>
        TryOf(code, out var currency) ? currency : throw new ArgumentException($"Unknown currency '{code}'.", nameof(code));

    /// <summary>Whether the code is known; case counts.</summary>
    public static bool TryOf(string? code, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Currency? currency)
    {
        currency = code is not null && Exponents.TryGetValue(code, out var exponent) ? new Currency(code, exponent) : null;
        return currency is not null;
    }

    /// <summary>All codes that the ledger takes, in alphabetical order.</summary>
    public static IReadOnlyList<string> Known { get; } = [.. Exponents.Keys.Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public override string ToString() => Code;
}
