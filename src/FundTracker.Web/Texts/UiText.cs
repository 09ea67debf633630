using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using FundTracker.Web.Components;

namespace FundTracker.Web.Texts;

/// <summary>
/// Words of the screens in the language of the request. A key is <c>area.name</c>; the area is a folder with the pair of files
/// <c>Texts/area/zh-CN.json</c> and <c>Texts/area/en.json</c>.
/// </summary>
public sealed class UiText
{
    /// <summary>A key that stands twice is a slip: which of the two is read would depend on their order.</summary>
    private static readonly JsonSerializerOptions EachOnce = new() { AllowDuplicateProperties = false };

    private static readonly ConcurrentDictionary<(string Area, string Language), FrozenDictionary<string, string>> Areas = new();

    /// <summary>A text without places to fill in.</summary>
    public string this[string key] => Find(key, Languages.Current);

    /// <summary>A text whose places <c>{name}</c> are filled in.</summary>
    public string this[string key, params ReadOnlySpan<(string Name, object? Value)> places]
    {
        get
        {
            var text = this[key];
            foreach (var (name, value) in places)
                text = text.Replace($"{{{name}}}", Shown(value), StringComparison.Ordinal);
            return text;
        }
    }

    /// <summary>A text in a given language.</summary>
    /// <exception cref="KeyNotFoundException">There is no such text: a mistake in the code, held by a test.</exception>
    public static string Find(string key, string language)
    {
        var dot = key.IndexOf('.', StringComparison.Ordinal);
        var texts = dot > 0 ? Areas.GetOrAdd((key[..dot], language), Read) : FrozenDictionary<string, string>.Empty;
        return texts.TryGetValue(key[(dot + 1)..], out var text) ? text : throw new KeyNotFoundException($"There is no text '{key}' in {language}.");
    }

    /// <summary>A day as it is written everywhere; whatever else needs a form of its own comes as text.</summary>
    private static string? Shown(object? value) => value is DateOnly day ? Formats.Of(day) : Convert.ToString(value, CultureInfo.InvariantCulture);

    private static FrozenDictionary<string, string> Read((string Area, string Language) file)
    {
        using var stream = typeof(UiText).Assembly.GetManifestResourceStream($"{typeof(UiText).Namespace}.{file.Area}.{file.Language}.json")
            ?? throw new KeyNotFoundException($"There are no texts of '{file.Area}' in {file.Language}.");
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream, EachOnce)!.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
