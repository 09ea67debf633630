using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Text;

/// <summary>
/// Sentences and names by key in one language, read from <c>texts.zh.json</c> and <c>texts.en.json</c>. Keys: a refusal's or reason's code
/// (<c>call.aboveCallable</c>), <c>enum.LineKind.Contribution</c>, <c>formula.tvpi</c>, <c>role.numerator</c>, <c>sector.newEnergy</c>.
/// Placeholders stand in braces and are named.
/// </summary>
public sealed partial class Texts
{
    private static readonly FrozenDictionary<string, Texts> Languages =
        new[] { "zh", "en" }.ToFrozenDictionary(language => language, language => new Texts(language));

    private readonly FrozenDictionary<string, string> texts;

    private Texts(string language)
    {
        Language = language;
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"FundTracker.Application.Text.texts.{language}.json")
            ?? throw new InvalidOperationException($"No texts for '{language}'.");
        texts = JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary><c>zh</c> or <c>en</c>.</summary>
    public string Language { get; }

    /// <summary>All keys.</summary>
    public IEnumerable<string> Keys => texts.Keys;

    /// <summary>The texts of a language tag: English for <c>en</c> and <c>en-US</c>, Chinese otherwise.</summary>
    public static Texts In(string language) => Languages[language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en" : "zh"];

    /// <summary>The text of a key; the key itself in brackets where there is none, so that a gap is seen.</summary>
    public string this[string key] => texts.GetValueOrDefault(key) ?? $"[{key}]";

    /// <summary>The text of a key, or null.</summary>
    public string? Find(string key) => texts.GetValueOrDefault(key);

    /// <summary>Name of an enum's value.</summary>
    public string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => this[$"enum.{typeof(TEnum).Name}.{value}"];

    /// <summary>Name of a sector by its code; the code itself where it is not one of ours; a dash for none.</summary>
    public string Sector(string code) => code.Length == 0 ? "—" : Find($"sector.{code}") ?? code;

    /// <summary>The sentence of a refusal or reason with its figures in it.</summary>
    public string Sentence(DomainError error) => texts.TryGetValue(error.Code, out var sentence)
        ? Placeholder().Replace(sentence, match => Print(Array.Find(error.Args, arg => arg.Name == match.Groups["name"].Value).Value))
        : error.ToString();

    /// <summary>A value as it stands in a sentence: amounts with separators and currency, dates in ISO form, enum values by name.</summary>
    public string Print(object? value) => value switch
    {
        null => "",
        Money money => money.Amount.ToString($"N{money.Currency.Exponent}", CultureInfo.InvariantCulture) + " " + money.Currency.Code,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Enum name => Find($"enum.{name.GetType().Name}.{name}") ?? name.ToString(),
        DomainError inner => Sentence(inner),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}

/// <summary>Sentences of refusals and reasons.</summary>
public static class ErrorText
{
    /// <summary>The sentence in a language, with the figures in it.</summary>
    public static string Render(DomainError error, string language) => Texts.In(language).Sentence(error);
}
