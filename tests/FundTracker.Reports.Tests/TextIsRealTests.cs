using FundTracker.Reports.Blocks;
using FundTracker.Reports.Rendering;
using FundTracker.Reports.Rendering.Fonts;
using FundTracker.Reports.Tests.Samples;
using UglyToad.PdfPig;

namespace FundTracker.Reports.Tests;

public sealed class TextIsRealTests
{
    [Fact]
    public void Chinese_text_is_found_as_written_and_not_as_radicals()
    {
        var text = Rendered.Of(SampleDocuments.Everything()).Text;

        Assert.Contains("基金", text, StringComparison.Ordinal);
        Assert.DoesNotContain(text, character => character is >= '\u2E80' and <= '\u2FDF');
    }

    [Fact]
    public void Bold_text_is_text_too()
    {
        var rendered = Rendered.Of(new Heading { Text = "资本金到位情况" });

        Assert.Contains("资本金到位情况", rendered.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_with_every_block_stays_small()
    {
        var rendered = Rendered.Of(SampleDocuments.Everything());

        Assert.InRange(rendered.Bytes.Length, 10_000, 500_000);
    }

    [Fact]
    public void A_table_of_five_thousand_rows_stays_below_a_megabyte()
    {
        var rendered = Rendered.Of(SampleDocuments.Holdings(5_000));

        Assert.InRange(rendered.Bytes.Length, 100_000, 1_000_000);
        Assert.Contains("基金5000号", rendered.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_character_that_no_font_has_is_spelled_out_and_named()
    {
        var rendered = Rendered.Of(new Paragraph { Text = "企业\uE8F0名" });

        Assert.Contains("企业[U+E8F0]名", rendered.Text, StringComparison.Ordinal);
        Assert.Equal(["[U+E8F0]"], rendered.Summary.UnprintableCharacters);
    }

    [Fact]
    public void A_character_that_another_installed_font_has_is_printed_with_that_font()
    {
        // The double-struck integers sign is in DejaVu Sans, not in the Chinese font.
        const string Character = "\u2A0C";
        Assert.SkipUnless(FontFile.WithCharacter(Character[0]) is not null, "No installed TrueType font has U+2A0C.");

        var rendered = Rendered.Of(new Paragraph { Text = $"前{Character}后" });

        Assert.Contains($"前{Character}后", rendered.Text, StringComparison.Ordinal);
        Assert.Empty(rendered.Summary.UnprintableCharacters);
    }

    [Fact]
    public void A_missing_font_is_an_error_that_says_what_to_install()
    {
        var error = Assert.Throws<ReportFontException>(() => ReportFonts.FindAmong(["/no/such/font.ttf"], ["No Such Family"]));

        Assert.Contains("fonts-wqy-microhei", error.Message, StringComparison.Ordinal);
        Assert.Contains(ReportFonts.PathVariable, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_font_with_postscript_outlines_is_refused()
    {
        byte[] openTypeCff = [.. "OTTO"u8, .. new byte[60]];

        Assert.Null(FontFile.From("a CFF font", openTypeCff, faceIndex: 0));
    }

    [Fact]
    public void The_file_names_its_title_subject_and_author()
    {
        using var pdf = PdfDocument.Open(Rendered.Of(SampleDocuments.Everything()).Bytes);

        Assert.Equal("母基金季度报告", pdf.Information.Title);
        Assert.Equal("示例产业基金", pdf.Information.Subject);
        Assert.Equal("示例管理人", pdf.Information.Author);
    }

    [Fact]
    public void Headings_become_an_outline_nested_by_level()
    {
        var rendered = Rendered.Of(
            new Heading { Text = "一、出资" },
            new Heading { Level = 2, Text = "本季度" },
            new PageBreak(),
            new Heading { Text = "二、杠杆" });
        using var pdf = PdfDocument.Open(rendered.Bytes);

        Assert.True(pdf.TryGetBookmarks(out var bookmarks));
        Assert.Equal(["一、出资", "二、杠杆"], bookmarks.Roots.Select(node => node.Title));
        Assert.Equal(["本季度"], bookmarks.Roots[0].Children.Select(node => node.Title));
        Assert.Equal(2, Assert.IsType<UglyToad.PdfPig.Outline.DocumentBookmarkNode>(bookmarks.Roots[1]).PageNumber);
    }

    [Fact]
    public void Outline_entries_point_at_their_page_in_a_long_file_too()
    {
        var rendered = Rendered.Of(SampleDocuments.Holdings(1_500), new PageBreak(), new Heading { Text = "附注" });
        using var pdf = PdfDocument.Open(rendered.Bytes);

        Assert.True(pdf.TryGetBookmarks(out var bookmarks));
        var node = Assert.IsType<UglyToad.PdfPig.Outline.DocumentBookmarkNode>(Assert.Single(bookmarks.Roots));
        Assert.Equal(rendered.Summary.PageCount, node.PageNumber);
        Assert.True(node.PageNumber > 30);
    }

    [Fact]
    public void A_renderer_can_be_swapped_because_blocks_know_nothing_of_drawing()
    {
        var forbidden = typeof(Block).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(Block).Namespace)
            .SelectMany(type => type.GetProperties())
            .Where(property => property.PropertyType.FullName!.Contains("Skia", StringComparison.Ordinal)
                || property.PropertyType.Namespace == typeof(IReportRenderer).Namespace);

        Assert.Empty(forbidden);
    }
}
