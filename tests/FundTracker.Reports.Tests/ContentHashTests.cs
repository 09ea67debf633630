using System.Security.Cryptography;
using System.Text;
using FundTracker.Application.Reports;
using FundTracker.Reports.Blocks;
using FundTracker.Reports.Rendering;
using FundTracker.Reports.Tests.Samples;
using UglyToad.PdfPig;

namespace FundTracker.Reports.Tests;

public sealed class ContentHashTests
{
    [Fact]
    public void The_same_document_gives_the_same_bytes()
    {
        var first = Rendered.Of(SampleDocuments.Everything()).Bytes;
        var second = Rendered.Of(SampleDocuments.Everything()).Bytes;

        Assert.Equal(first, second);
    }

    [Fact]
    public void One_changed_figure_changes_the_hash()
    {
        Assert.NotEqual(WithFigure("5.41x").ContentHash, WithFigure("5.40x").ContentHash);
        Assert.Equal(WithFigure("5.41x").ContentHash, WithFigure("5.41x").ContentHash);
    }

    [Fact]
    public void A_mark_the_as_of_date_and_the_known_at_instant_are_content()
    {
        var plain = WithFigure("1");
        var marked = SampleDocuments.Of(Figures(new KeyFigure { Label = "TVPI", Value = "1", Marks = Marks.Illustrative }));
        var laterKnown = new ReportDocument
        {
            Title = plain.Title,
            Subject = plain.Subject,
            Language = plain.Language,
            AsOf = plain.AsOf,
            KnownAt = plain.KnownAt.AddTicks(1),
            Publisher = plain.Publisher,
            Blocks = plain.Blocks,
        };

        Assert.Equal(3, new[] { plain, marked, laterKnown }.Select(document => document.ContentHash).Distinct().Count());
    }

    [Fact]
    public void The_hash_is_of_the_content_and_not_of_its_drawing()
    {
        // Pinned: it may change only with the canonical form, never with fonts, sizes, colours or layout.
        var document = SampleDocuments.Of(new Heading { Text = "杠杆" }, Chart(4.50m));

        Assert.Equal(
            """{"title":"母基金季度报告","subject":"示例产业基金","language":"Chinese","asOf":"2023-06-30","knownAt":"2023-07-15T08:30:00Z","publisher":"示例管理人","blocks":[{"block":"heading","level":1,"text":"杠杆"},{"block":"barChart","categories":["一"],"series":[{"name":"甲","values":[4.5,null]}],"title":"图","unit":"倍"}]}""",
            Encoding.UTF8.GetString(CanonicalContent.Write(document)));
    }

    [Fact]
    public void Trailing_zeros_of_a_chart_value_do_not_matter()
    {
        Assert.Equal(SampleDocuments.Of(Chart(4.5m)).ContentHash, SampleDocuments.Of(Chart(4.500m)).ContentHash);
    }

    [Fact]
    public void The_hash_stands_in_the_foot_of_every_page()
    {
        var document = SampleDocuments.Everything();

        Assert.All(Rendered.Of(document).Pages, page => Assert.Contains(document.ContentHash, page, StringComparison.Ordinal));
    }

    [Fact]
    public void Who_holds_the_file_can_verify_the_hash_without_us()
    {
        var document = SampleDocuments.Everything();
        using var pdf = PdfDocument.Open(Rendered.Of(document).Bytes);

        Assert.True(pdf.Advanced.TryGetEmbeddedFiles(out var files));
        var attached = Assert.Single(files);
        Assert.Equal(document.ContentHash, Convert.ToHexStringLower(SHA256.HashData(attached.Memory.Span)));
    }

    [Fact]
    public void The_attached_content_is_the_whole_report_and_can_be_rendered_again()
    {
        var document = SampleDocuments.Everything();
        var first = Rendered.Of(document);

        var rebuilt = CanonicalContent.Read(CanonicalContent.Write(document));

        Assert.Equal(document.ContentHash, rebuilt.ContentHash);
        Assert.Equal(first.Bytes, Rendered.Of(rebuilt).Bytes);
    }

    [Fact]
    public void The_foot_names_as_of_known_at_and_the_number_of_pages()
    {
        var rendered = Rendered.Of(SampleDocuments.Everything());
        var pages = rendered.Summary.PageCount;

        Assert.Equal(pages, rendered.Pages.Count);
        Assert.All(rendered.Pages.Select((text, i) => (text, i)), page =>
        {
            Assert.Contains("截至 2023-06-30 · 数据时点 2023-07-15 08:30:00 UTC", page.text, StringComparison.Ordinal);
            Assert.Contains($"第 {page.i + 1} 页，共 {pages} 页", page.text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_head_names_report_and_fund_on_every_page_after_the_title()
    {
        var rendered = Rendered.Of(SampleDocuments.Everything());

        Assert.All(rendered.Pages.Skip(1), page =>
        {
            Assert.Contains("母基金季度报告", page, StringComparison.Ordinal);
            Assert.Contains("示例产业基金", page, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Documents_render_side_by_side_without_touching_each_other()
    {
        var expected = Rendered.Of(SampleDocuments.Everything()).Bytes;
        var results = new byte[8][];

        Parallel.For(0, results.Length, i =>
        {
            using var stream = new MemoryStream();
            new SkiaPdfRenderer().Render(SampleDocuments.Everything(), stream);
            results[i] = stream.ToArray();
        });

        Assert.All(results, bytes => Assert.Equal(expected, bytes));
    }

    private static ReportDocument WithFigure(string value) =>
        SampleDocuments.Of(Figures(new KeyFigure { Label = "TVPI", Value = value }));

    private static KeyFigures Figures(KeyFigure figure) => new() { Figures = [figure] };

    private static BarChart Chart(decimal value) => new()
    {
        Title = "图",
        Unit = "倍",
        Categories = ["一"],
        Series = [new CategorySeries("甲", [value, null])],
    };
}
