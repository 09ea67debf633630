using System.Text.RegularExpressions;
using FundTracker.Reports.Blocks;
using FundTracker.Reports.Tests.Samples;
using FundTracker.Reports.Texts;

namespace FundTracker.Reports.Tests;

public sealed partial class ReportTextsTests
{
    private static readonly ReportTexts Chinese = ReportTexts.For(ReportLanguage.Chinese);
    private static readonly ReportTexts English = ReportTexts.For(ReportLanguage.English);

    [Fact]
    public void Both_languages_have_the_same_keys()
    {
        Assert.Equal(Chinese.Keys.Order(StringComparer.Ordinal), English.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Both_languages_have_the_same_places_to_fill_in()
    {
        Assert.All(Chinese.Keys, key => Assert.Equal(PlacesOf(Chinese[key]), PlacesOf(English[key])));
    }

    [Fact]
    public void No_text_is_empty_and_no_english_text_is_chinese()
    {
        Assert.All(Chinese.Keys, key => Assert.False(string.IsNullOrWhiteSpace(Chinese[key]), key));
        Assert.All(English.Keys, key => Assert.DoesNotMatch(@"^\s*$|\p{IsCJKUnifiedIdeographs}", English[key]));
    }

    [Fact]
    public void An_unknown_key_is_an_error()
    {
        Assert.Throws<KeyNotFoundException>(() => Chinese["no.such.key"]);
    }

    [Fact]
    public void An_english_report_has_an_english_frame()
    {
        var rendered = Rendered.Of(SampleDocuments.Of(ReportLanguage.English, new Paragraph { Text = "Nothing to report." }));

        Assert.Contains("Page 1 of 1", rendered.Text, StringComparison.Ordinal);
        Assert.Contains("As of 2023-06-30", rendered.Text, StringComparison.Ordinal);
    }

    private static IEnumerable<string> PlacesOf(string text) =>
        Place().Matches(text).Select(match => match.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\w+\}", RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex Place();
}
