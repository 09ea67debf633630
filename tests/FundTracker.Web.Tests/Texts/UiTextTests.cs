using System.Text.RegularExpressions;
using FundTracker.Web.Texts;

namespace FundTracker.Web.Tests.Texts;

/// <summary>Words of the screens.</summary>
public sealed partial class UiTextTests
{
    private static readonly string Source = Path.Combine(RepositoryRoot(), "src", "FundTracker.Web");

    [Fact]
    public void Every_text_that_a_page_names_is_there_in_both_languages()
    {
        var keys = Files("*.razor").Concat(Files("*.cs"))
            .SelectMany(file => TextKey().Matches(File.ReadAllText(file)).Select(match => match.Groups["key"].Value))
            .Distinct(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(keys);
        var missing = keys.SelectMany(key => Languages.All.Where(language => Lacks(key, language)).Select(language => $"{key} ({language})"));
        Assert.Empty(missing);
    }

    [Fact]
    public void A_text_that_is_not_there_is_a_mistake_in_the_code() =>
        Assert.Throws<KeyNotFoundException>(() => UiText.Find("shell.noSuchText", Languages.Chinese));

    [Fact]
    public void A_day_in_a_text_is_written_as_everywhere_else() =>
        Assert.Contains("2025-09-30", new UiText()["figures.stale", ("date", new DateOnly(2025, 9, 30))], StringComparison.Ordinal);

    [Fact]
    public void A_page_says_nothing_but_by_its_texts()
    {
        var said = Files("*.razor").SelectMany(file => WordsBetweenTags().Matches(WithoutCode(File.ReadAllText(file)))
            .Select(match => match.Groups["words"].Value.Trim())
            .Where(words => words.Length > 0)
            .Select(words => $"{Path.GetFileName(file)}: {words}"));
        Assert.Empty(said);
    }

    private static bool Lacks(string key, string language)
    {
        try
        {
            return UiText.Find(key, language).Length == 0;
        }
        catch (KeyNotFoundException)
        {
            return true;
        }
    }

    private static string WithoutCode(string page)
    {
        var code = page.IndexOf("@code {", StringComparison.Ordinal);
        return CommandOrComment().Replace(code < 0 ? page : page[..code], "");
    }

    /// <summary>The files of the screens of a pattern.</summary>
    internal static IEnumerable<string> Files(string pattern) =>
        Directory.EnumerateFiles(Source, pattern, SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "FundTracker.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }

    [GeneratedRegex("""(T\[|TextKey ?= ?|new\("/[^"]*", )"(?<key>\w+\.\w+)["]""", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex TextKey();

    /// <summary>Letters between two tags that are no expression and no statement.</summary>
    [GeneratedRegex("""<(?:p|h[1-6]|a|b|strong|span|th|td|li|label|button|option|dt|dd|summary|legend|MudText|MudButton|MudAlert)(?:\s[^<>@{}]*)?>(?<words>\s*[A-Za-z\u4e00-\u9fff][^<@{}]*)</""", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex WordsBetweenTags();

    [GeneratedRegex("<code>.*?</code>|@\\*.*?\\*@", RegexOptions.Singleline, 60_000)]
    private static partial Regex CommandOrComment();
}
