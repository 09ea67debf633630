using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FundTracker.Architecture.Tests.Reading;

namespace FundTracker.Architecture.Tests.Rules;

/// <summary>What comes in pairs: both engines' migrations, both languages' texts.</summary>
internal static partial class PairRules
{
    /// <summary>Both engines have the same migrations in the same order.</summary>
    public static Outcome SameMigrations(IEnumerable<string> paths)
    {
        var names = paths.Select(path => MigrationFile().Match(path)).Where(match => match.Success)
            .OrderBy(match => match.Groups["stamp"].Value, StringComparer.Ordinal)
            .ToLookup(
                match => match.Groups["engine"].Value,
                match => match.Groups["name"].Value,
                StringComparer.Ordinal);
        var sqlite = string.Join(", ", names["Sqlite"]);
        var sqlServer = string.Join(", ", names["SqlServer"]);
        return new Outcome(
            names.Sum(engine => engine.Count()),
            sqlite == sqlServer ? [] : [$"SQLite has [{sqlite}], SQL Server has [{sqlServer}]"]);
    }

    /// <summary>The texts of Chinese and of English have the same keys and the same places to fill in.</summary>
    /// <remarks>A pair is <c>X.resx</c> and <c>X.en.resx</c>, or <c>X.zh.json</c> and <c>X.en.json</c>.</remarks>
    public static Outcome SameTexts(IReadOnlyList<SourceFile> files) =>
        Outcome.Of(files.Where(file => EnglishTwin(file.Path) is not null), file =>
        {
            var twin = files.SingleOrDefault(other => other.Path == EnglishTwin(file.Path));
            return twin is null ? [$"{file.Path} has no English twin"] : Differences(file, twin);
        });

    /// <summary>Whether a file holds texts of users' languages.</summary>
    public static bool HoldsTexts(SourceFile file) =>
        file.Extension is ".resx" || IsChinese(file) || EnglishJson().IsMatch(file.Path);

    /// <summary>Whether a file holds the Chinese half of a pair.</summary>
    public static bool IsChinese(SourceFile file) => EnglishTwin(file.Path) is not null;

    /// <summary>The texts of a file by key.</summary>
    public static Dictionary<string, string> Texts(SourceFile file) => file.Extension is ".json"
        ? JsonSerializer.Deserialize<Dictionary<string, string>>(file.Text)!
        : XDocument.Parse(file.Text).Descendants("data").ToDictionary(
            data => (string)data.Attribute("name")!,
            data => (string?)data.Element("value") ?? string.Empty,
            StringComparer.Ordinal);

    /// <summary>Where the English half of a Chinese file must lie; null for any other file.</summary>
    private static string? EnglishTwin(string path)
    {
        var json = ChineseJson().Match(path);
        return json.Success ? $"{json.Groups["stem"].Value}en.json"
            : NeutralTexts().IsMatch(path) ? path[..^".resx".Length] + ".en.resx"
            : null;
    }

    private static IEnumerable<string> Differences(SourceFile chinese, SourceFile english)
    {
        var zh = Texts(chinese);
        var en = Texts(english);
        return zh.Keys.Except(en.Keys, StringComparer.Ordinal).Select(key => $"{english.Path} lacks {key}")
            .Concat(en.Keys.Except(zh.Keys, StringComparer.Ordinal).Select(key => $"{chinese.Path} lacks {key}"))
            .Concat(zh.Keys.Intersect(en.Keys, StringComparer.Ordinal)
                .Where(key => !Places(zh[key]).SetEquals(Places(en[key])))
                .Select(key => $"{chinese.Path}: {key} has other places to fill in than its English"));
    }

    private static HashSet<string> Places(string text) =>
        [.. Place().Matches(text).Select(match => match.Groups["name"].Value)];

    [GeneratedRegex(
        @"^migrations/FundTracker\.Migrations\.(?<engine>\w+)/(.*/)?(?<stamp>\d{14})_(?<name>\w+)\.cs$",
        RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex MigrationFile();

    [GeneratedRegex(@"^(?<stem>.*[/.])zh(-CN)?\.json$", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex ChineseJson();

    [GeneratedRegex(@"[/.]en\.json$", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex EnglishJson();

    [GeneratedRegex(@"/[^./]+\.resx$", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex NeutralTexts();

    [GeneratedRegex(@"\{(?<name>\w+)[^}]*\}", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Place();
}
