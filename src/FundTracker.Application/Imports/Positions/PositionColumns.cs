using System.Collections.Frozen;
using System.Text.Json;
using System.Text.RegularExpressions;
using FundTracker.Domain.Results;

namespace FundTracker.Application.Imports.Positions;

/// <summary>What a column of a position table says.</summary>
public enum PositionMeasure
{
    /// <summary>Name of the fund.</summary>
    FundName = 1,

    /// <summary>Code of the fund, where the table has one.</summary>
    Code = 2,

    /// <summary>Vintage year.</summary>
    VintageYear = 3,

    /// <summary>认缴 commitment.</summary>
    Commitment = 4,

    /// <summary>实缴 called and paid in.</summary>
    CapitalCalled = 5,

    /// <summary>累计分配 distributed.</summary>
    CapitalDistributed = 6,

    /// <summary>剩余价值 remaining value (NAV).</summary>
    RemainingValue = 7,

    /// <summary>Net IRR as stated; not kept, IRR is computed here.</summary>
    NetIrr = 8,

    /// <summary>Net multiple as stated; compared with the table's own sums.</summary>
    NetMultiple = 9,

    /// <summary>截止日 the day up to which the sums go.</summary>
    AsOfDate = 10,

    /// <summary>Currency of the row.</summary>
    Currency = 11,
}

/// <summary>Which column says what, where its name does not tell; kept under a name or in a JSON file.</summary>
/// <param name="Columns">Column names by measure: <c>fund_name</c>, <c>commitment</c>, … as in the table's standard header.</param>
/// <param name="Unit">What one in an amount column means, where the column's name does not say; null for 1.</param>
/// <param name="Currency">Currency of the table; null for the mother fund's.</param>
public sealed record PositionMapping(IReadOnlyDictionary<PositionMeasure, string> Columns, decimal? Unit = null, string? Currency = null)
{
    /// <summary>Reads a mapping: <c>{"fund_name": "Partnership", "commitment": "Committed", "unit": 1000000, "currency": "USD"}</c>.</summary>
    public static Result<PositionMapping> Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement);
        }
        catch (JsonException unreadable)
        {
            return ImportErrors.MappingNotReadable(unreadable.Message);
        }
    }

    /// <summary>The mapping as JSON, as <see cref="Parse"/> reads it.</summary>
    public string ToJson()
    {
        var entries = Columns.ToDictionary(pair => PositionColumns.NameOf(pair.Key), pair => (object)pair.Value, StringComparer.Ordinal);
        if (Unit is { } unit) entries["unit"] = unit;
        if (Currency is { } currency) entries["currency"] = currency;
        return JsonSerializer.Serialize(entries);
    }

    private static Result<PositionMapping> Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object) return ImportErrors.MappingNotReadable("{ }");
        var columns = new Dictionary<PositionMeasure, string>();
        decimal? unit = null;
        string? currency = null;
        foreach (var entry in root.EnumerateObject())
        {
            if (entry.Name == "unit" && entry.Value.TryGetDecimal(out var scale) && scale > 0) unit = scale;
            else if (entry.Value.ValueKind != JsonValueKind.String) return ImportErrors.MappingNotReadable(entry.Name);
            else if (entry.Name == "currency") currency = entry.Value.GetString();
            else if (PositionColumns.Named(entry.Name) is { } measure) columns[measure] = entry.Value.GetString()!;
            else return ImportErrors.MappingNotReadable(entry.Name);
        }

        return new PositionMapping(columns, unit, currency);
    }
}

/// <summary>Recognises columns of position tables by their names.</summary>
internal static partial class PositionColumns
{
    private static readonly FrozenSet<string> Millions = FrozenSet.Create(StringComparer.Ordinal, "mm", "million", "millions");

    private static readonly FrozenSet<string> Currencies =
        Domain.Values.Currency.Known.Select(code => code.ToLowerInvariant()).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, PositionMeasure> Standard = Enum.GetValues<PositionMeasure>()
        .ToFrozenDictionary(NameOf, measure => measure, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, PositionMeasure> Synonyms = ReadSynonyms();

    /// <summary>Measures that are amounts.</summary>
    public static IReadOnlyList<PositionMeasure> Amounts { get; } =
        [PositionMeasure.Commitment, PositionMeasure.CapitalCalled, PositionMeasure.CapitalDistributed, PositionMeasure.RemainingValue];

    /// <summary>Standard name: <c>capital_called</c>.</summary>
    public static string NameOf(PositionMeasure measure) =>
        string.Concat(measure.ToString().Select((c, i) => (i > 0 && char.IsUpper(c) ? "_" : "") + char.ToLowerInvariant(c)));

    /// <summary>The measure of a standard name, or null.</summary>
    public static PositionMeasure? Named(string standard) => Standard.TryGetValue(standard, out var measure) ? measure : null;

    /// <summary>The measure and scale of a header cell, or null where it says nothing known. Names ending in <c>_mm</c> mean millions.</summary>
    public static (PositionMeasure Measure, decimal? Unit)? Recognise(string header)
    {
        var name = Apart().Replace(header.Normalize(System.Text.NormalizationForm.FormKC).ToLowerInvariant(), "_").Trim('_');
        decimal? unit = null;
        while (name.LastIndexOf('_') is > 0 and var cut && (Millions.Contains(name[(cut + 1)..]) || Currencies.Contains(name[(cut + 1)..])))
        {
            if (Millions.Contains(name[(cut + 1)..])) unit = 1_000_000m;
            name = name[..cut];
        }

        return Synonyms.TryGetValue(name, out var measure) ? (measure, unit) : null;
    }

    [GeneratedRegex(@"[^\p{L}\p{N}]+", RegexOptions.None, 1000)]
    private static partial Regex Apart();

    private static FrozenDictionary<string, PositionMeasure> ReadSynonyms()
    {
        using var stream = typeof(PositionColumns).Assembly.GetManifestResourceStream("FundTracker.Application.Imports.Texts.columns.json")
            ?? throw new InvalidOperationException("The names of columns are not in the assembly.");
        return JsonSerializer.Deserialize<Dictionary<string, string[]>>(stream)!
            .SelectMany(pair => pair.Value.Append(pair.Key).Select(name => (name, Measure: Standard[pair.Key])))
            .ToFrozenDictionary(pair => pair.name, pair => pair.Measure, StringComparer.Ordinal);
    }
}
