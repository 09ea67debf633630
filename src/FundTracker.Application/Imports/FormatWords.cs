using System.Collections.Frozen;
using System.Text.Json;

namespace FundTracker.Application.Imports;

/// <summary>Words of files in Chinese, and what they mean in the format's own English.</summary>
internal static class FormatWords
{
    private static readonly FrozenDictionary<string, string> English = Read();

    /// <summary>A word without what does not count (capital letters, spaces, hyphens, underscores), in English where it is known in Chinese.</summary>
    public static string Bare(string word)
    {
        var bare = CellReading.Bare(word);
        return English.GetValueOrDefault(bare, bare);
    }

    private static FrozenDictionary<string, string> Read()
    {
        using var stream = typeof(FormatWords).Assembly.GetManifestResourceStream("FundTracker.Application.Imports.Texts.words.json")
            ?? throw new InvalidOperationException("The words of the import format are not in the assembly.");
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!
            .ToFrozenDictionary(pair => CellReading.Bare(pair.Key), pair => CellReading.Bare(pair.Value), StringComparer.Ordinal);
    }
}
