using System.Collections.Frozen;
using System.Text.Json;

namespace FundTracker.Application.Imports;

/// <summary>What the sheets and columns of the workbook mean, in both languages.</summary>
internal static class ColumnNotes
{
    private static readonly FrozenDictionary<string, string> Chinese = Read("zh-CN");
    private static readonly FrozenDictionary<string, string> English = Read("en");

    /// <summary>What a sheet holds, or another key says.</summary>
    public static (string Chinese, string English) Of(string key) => (Chinese[key], English[key]);

    /// <summary>What a column of a sheet means there; where the sheet says nothing of its own, what it means everywhere.</summary>
    public static (string Chinese, string English) Of(string sheet, string column) =>
        Of(Chinese.ContainsKey($"{sheet}.{column}") ? $"{sheet}.{column}" : column);

    private static FrozenDictionary<string, string> Read(string language)
    {
        using var stream = typeof(ColumnNotes).Assembly.GetManifestResourceStream($"FundTracker.Application.Imports.Texts.{language}.json")
            ?? throw new InvalidOperationException($"The notes of {language} are not in the assembly.");
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
