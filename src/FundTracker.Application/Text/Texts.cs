using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using FundTracker.Analytics.Texts;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Text;

/// <summary>
/// Sentences and names by key in one language, read from <c>texts.zh.json</c> and <c>texts.en.json</c>. Keys: a refusal's or reason's code
/// (<c>call.aboveCallable</c>), <c>enum.LineKind.Contribution</c>, <c>formula.tvpi</c>, <c>role.numerator</c>, <c>sector.newEnergy</c>,
/// <c>fact.fundClass</c>, <c>field.Amount</c>. Placeholders stand in braces and are named; a word that fills one is looked up under the
/// placeholder's name, so that <c>{what}</c> filled with <c>nav</c> reads 资产净值.
/// </summary>
public sealed partial class Texts
{
    /// <summary>A key that stands twice is a slip: which of the two is read would depend on their order.</summary>
    private static readonly JsonSerializerOptions EachOnce = new() { AllowDuplicateProperties = false };

    private static readonly FrozenDictionary<string, Texts> Languages =
        new[] { "zh", "en" }.ToFrozenDictionary(language => language, language => new Texts(language));

    private readonly FrozenDictionary<string, string> texts;

    private Texts(string language)
    {
        Language = language;
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"FundTracker.Application.Text.texts.{language}.json")
            ?? throw new InvalidOperationException($"No texts for '{language}'.");
        texts = JsonSerializer.Deserialize<Dictionary<string, string>>(stream, EachOnce)!.ToFrozenDictionary(StringComparer.Ordinal);
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

    /// <summary>Names of some fields of a record, one behind the other.</summary>
    public string OfFields(RecordFields fields) => string.Join(
        this["list.separator"],
        Enum.GetValues<RecordFields>().Where(one => one != RecordFields.None && fields.HasFlag(one)).Select(Of));

    /// <summary>Name of a column of the record sheets, as <c>due_date</c>; null where there is no such column.</summary>
    public string? Column(string name) =>
        Find("field." + string.Concat(name.Split('_').Where(part => part.Length > 0).Select(part => char.ToUpperInvariant(part[0]) + part[1..])));

    /// <summary>Name of a sector by its code; the code itself where it is not one of ours; a dash for none.</summary>
    public string Sector(string code) => code.Length == 0 ? "—" : Find($"sector.{code}") ?? code;

    /// <summary>Name of a fact: <c>fundClass</c> is 基金类别. What stands behind a colon is a formula, a class or stage, or a
    /// pair of currencies, which is kept.</summary>
    public string Fact(string name)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? Find($"fact.{name}") ?? name : $"{Find($"fact.{name[..colon]}") ?? name[..colon]} {FactPart(name[(colon + 1)..])}";
    }

    /// <summary>What the values of a fact look like, with an example; null where they are listed.</summary>
    public string? FactForm(string name) => Find($"form.{FactRules.FormOf(name)}");

    /// <summary>Value of a fact: <c>Theme</c> of <c>fundClass</c> is 主题; values that are no words of ours come back as they are.</summary>
    public string FactValue(string name, string value) => name switch
    {
        FactNames.Sector => Sector(value),
        FactNames.KeyFields => string.Join(", ", value.Split(',').Select(Sector)),
        FactNames.SocialKinds => string.Join(", ", value.Split(',').Select(kind => FactValue(FactNames.InvestorKind, kind))),
        FactNames.NotReported => string.Join(", ", value.Split(',').Select(what => Find($"what.{what}") ?? what)),
        FactNames.CarryTerms when CarryTerms.Parse(value) is { } terms => Carry(terms),
        _ when LocalCase.IsNameOf(name) => LocalCaseText(value),
        _ => Find($"enum.{char.ToUpperInvariant(name[0])}{name[1..]}.{value}") ?? Find($"{name}.{value}") ?? value,
    };

    /// <summary>The sentence of a refusal or reason with its figures in it.</summary>
    public string Sentence(DomainError error) => Find(error.Code) is null
        ? AnalyticsTexts.Sentence(error, CultureInfo.GetCultureInfo(Language))
        : Fill(error.Code, error.Args!);

    /// <summary>A text whose places in braces are filled in by name.</summary>
    public string Fill(string key, params IReadOnlyList<(string Name, object? Value)> places) => Placeholder().Replace(
        this[key], match => places.Where(place => place.Name == match.Groups["name"].Value)
            .Select(place => place.Value is string word ? Word(place.Name, word) : Print(place.Value)).FirstOrDefault() ?? match.Value);

    /// <summary>A value as it stands in a sentence: amounts with separators and unit, dates in ISO form, enum values by name.</summary>
    public string Print(object? value) => value switch
    {
        null => "",
        BilingualName name => name.In(Language),
        Money money => $"{money.Amount.ToString($"N{money.Currency.Exponent}", CultureInfo.InvariantCulture)} {Unit(money.Currency)}",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Percentage or Multiple or Quarter or Stamp => value.ToString()!,
        Enum name => Find($"enum.{name.GetType().Name}.{name}") ?? name.ToString(),
        DomainError inner => Sentence(inner),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>Name of a case of local re-investment; the code itself where it is not one of ours.</summary>
    public string LocalType(string code) => Find($"localCase.{code}") ?? code;

    private string Carry(CarryTerms terms)
    {
        return Fill(
            "carryTerms.text", ("kind", terms.Kind), ("preferred", Percent(terms.PreferredPercent)), ("compounding", terms.Compounding),
            ("catchUp", terms.CatchUpPercent == 0 ? this["carryTerms.none"] : Percent(terms.CatchUpPercent)), ("carry", Percent(terms.CarryPercent)),
            ("clawback", terms.ClawbackTaxPercent is { } tax ? Fill("carryTerms.clawback", ("tax", Percent(tax))) : this["carryTerms.none"]));

        static string Percent(decimal percent) => Percentage.FromPercent(percent).ToString();
    }

    private string LocalCaseText(string value) => value.Split(';', 5) is [var type, var fund, var amount, var source, var proof]
        ? string.Join(" · ", new[] { LocalType(type), fund, amount, source, proof }.Where(part => part.Length > 0))
        : value;

    private string Unit(Currency currency) => Find($"unit.{currency.Code}") ?? currency.Code;

    /// <summary>Name of what stands behind the colon of a fact's name: a formula, a class or stage of funds; a pair of currencies is kept.</summary>
    public string FactPart(string part) => part.Split(':') switch
    {
        ["class", var name] => Fill("factPart.class", ("name", Find($"enum.FundClass.{name}") ?? name)),
        ["stage", var name] => Fill("factPart.stage", ("name", Find($"enum.FundStage.{name}") ?? name)),
        _ => Find($"enum.LeverageFormula.{part}") ?? part,
    };

    private string Word(string place, string word) => place switch
    {
        "field" or "column" => Field(word),
        "fact" => Fact(word),
        _ => Find($"{place}.{word}") ?? word,
    };

    // Items[0].Amount reads 款项 1 金额: places are counted from 1 for people.
    private string Field(string path) => string.Join(' ', Segment().Matches(path).Select(segment =>
    {
        var name = Find($"field.{segment.Groups["name"].Value}") ?? segment.Groups["name"].Value;
        return int.TryParse(segment.Groups["index"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? string.Create(CultureInfo.InvariantCulture, $"{name} {index + 1}")
            : name;
    }));

    [GeneratedRegex(@"(?<name>[^.\[\]]+)(\[(?<index>\d+)\])?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Segment();

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}

/// <summary>Sentences of refusals and reasons.</summary>
public static class ErrorText
{
    /// <summary>The sentence in a language, with the figures in it.</summary>
    public static string Render(DomainError error, string language) => Texts.In(language).Sentence(error);
}
