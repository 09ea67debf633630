using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using FundTracker.Reports.Blocks;

namespace FundTracker.Reports.Texts;

/// <summary>The words of reports in one language, from Texts/*.json; words that screens use too come from the application's texts.</summary>
public sealed class ReportTexts
{
    private static readonly ReportTexts Chinese = new("zh-CN");
    private static readonly ReportTexts English = new("en");

    private readonly FrozenDictionary<string, string> texts;

    private ReportTexts(string tag)
    {
        Tag = tag;
        using var stream = typeof(ReportTexts).Assembly.GetManifestResourceStream($"FundTracker.Reports.Texts.{tag}.json")
            ?? throw new InvalidOperationException($"The texts of {tag} are not in the assembly.");
        texts = JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Language tag, such as zh-CN.</summary>
    public string Tag { get; }

    public IReadOnlyCollection<string> Keys => texts.Keys;

    /// <summary>The text of a key.</summary>
    /// <exception cref="KeyNotFoundException">No such key: a mistake in the code, held by a test.</exception>
    public string this[string key] =>
        texts.TryGetValue(key, out var text) ? text : throw new KeyNotFoundException($"No report text '{key}' in {Tag}.");

    /// <summary>Words that screens and reports share: names of kinds, sectors, and the reasons of missing figures.</summary>
    public Application.Text.Texts Shared => Application.Text.Texts.In(Tag);

    /// <summary>The word for a value of an enumeration.</summary>
    /// <exception cref="KeyNotFoundException">It has none: a mistake in the texts, held by a test.</exception>
    public string Word<T>(T value)
        where T : struct, Enum => Shared.Find($"enum.{typeof(T).Name}.{value}")
            ?? throw new KeyNotFoundException($"{typeof(T).Name}.{value} has no word in {Tag}.");

    public static ReportTexts For(ReportLanguage language) => language == ReportLanguage.Chinese ? Chinese : English;

    /// <summary>The text of a key with its places {0}, {1} filled in.</summary>
    public string Format(string key, params object[] arguments) =>
        string.Format(CultureInfo.InvariantCulture, this[key], arguments);
}
