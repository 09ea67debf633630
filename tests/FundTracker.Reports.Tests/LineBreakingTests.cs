using FundTracker.Reports.Rendering.Fonts;
using FundTracker.Reports.Rendering.Layout;

namespace FundTracker.Reports.Tests;

public sealed class LineBreakingTests
{
    private const float Size = 10;
    private static readonly LineBreaker Breaker = new(new FontChoice(ReportFonts.Installed));

    [Fact]
    public void Chinese_breaks_between_any_two_characters()
    {
        Assert.Equal(["母基金", "子基金", "企业"], Lines("母基金子基金企业", characters: 3));
    }

    [Theory]
    [InlineData("\uFF0C")]
    [InlineData("\u3002")]
    [InlineData("\uFF1B")]
    [InlineData("\uFF1A")]
    [InlineData("\u3001")]
    [InlineData("\uFF09")]
    [InlineData("\u300B")]
    public void A_closing_mark_never_begins_a_line(string mark)
    {
        Assert.Equal(["母基", $"金{mark}子", "基金"], Lines($"母基金{mark}子基金", characters: 3));
    }

    [Theory]
    [InlineData("\uFF08")]
    [InlineData("\u300A")]
    public void An_opening_mark_never_ends_a_line(string mark)
    {
        Assert.Equal(["母基", $"{mark}金子", "基金"], Lines($"母基{mark}金子基金", characters: 3));
    }

    [Fact]
    public void Words_and_figures_stay_whole()
    {
        Assert.Equal(["合计", "1,234.00", "万元"], Lines("合计1,234.00万元", characters: 4));
        Assert.Equal(["paid in", "capital"], Lines("paid in capital", characters: 4));
    }

    [Fact]
    public void A_figure_id_breaks_before_its_scope()
    {
        Assert.Equal(["paidIn", "@LUZHOU1"], Lines("paidIn@LUZHOU1", characters: 6));
    }

    [Fact]
    public void A_word_wider_than_the_line_is_cut_so_that_nothing_sticks_out()
    {
        var lines = Breaker.Break("a" + new string('w', 40) + "b", Size, width: 30);

        Assert.All(lines, line => Assert.InRange(line.Width, 0, 30.1f));
        Assert.Equal("a" + new string('w', 40) + "b", string.Concat(lines.Select(TextOf)));
    }

    [Fact]
    public void Line_ends_in_the_text_are_kept_and_an_empty_text_is_one_line()
    {
        Assert.Equal(["甲", "", "乙"], Lines("甲\n\n乙", characters: 5));
        Assert.Equal([""], Lines("", characters: 5));
    }

    [Fact]
    public void Breaking_loses_no_character_but_spaces_at_line_ends()
    {
        const string Text = "The 母基金 commits CNY 1,000.00 万元（不含税）to 示例子基金 A-01/02 on 2023-06-30。";
        for (var width = 12; width < 300; width += 7)
        {
            var lines = Breaker.Break(Text, Size, width);

            Assert.Equal(Text.Replace(" ", "", StringComparison.Ordinal), string.Concat(lines.Select(TextOf)).Replace(" ", "", StringComparison.Ordinal));
            Assert.All(lines, line => Assert.InRange(line.Width, 0, width + 0.1f));
        }
    }

    private static string[] Lines(string text, int characters) =>
        [.. Breaker.Break(text, Size, width: (characters * Size) + 0.1f).Select(TextOf)];

    private static string TextOf(TextLine line) => line.Text.Substring(line.Start, line.Length);
}
