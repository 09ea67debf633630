using FundTracker.Reports.Blocks;
using FundTracker.Reports.Tests.Samples;
using UglyToad.PdfPig;

namespace FundTracker.Reports.Tests;

public sealed class TableTests
{
    private static readonly Column Name = new() { Heading = "名称" };
    private static readonly Column Amount = new() { Heading = "金额", Alignment = Alignment.Right };

    [Fact]
    public void The_head_of_a_table_stands_on_every_page_that_it_reaches()
    {
        var rendered = Rendered.Of(SampleDocuments.Holdings(300));

        Assert.True(rendered.Pages.Count > 4);
        Assert.All(rendered.Pages, page => Assert.Contains("未缴余额", page, StringComparison.Ordinal));
        Assert.All(rendered.Pages, page => Assert.Contains("业绩倍数", page, StringComparison.Ordinal));
    }

    [Fact]
    public void A_continued_table_says_so()
    {
        var rendered = Rendered.Of(SampleDocuments.Holdings(60));

        Assert.DoesNotContain("（续）", rendered.Pages[0], StringComparison.Ordinal);
        Assert.Contains("子基金明细（续）", rendered.Pages[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_row_is_printed_once()
    {
        var text = Rendered.Of(SampleDocuments.Holdings(400)).Text;

        Assert.All(Enumerable.Range(1, 400), number => Assert.Equal(2, text.Split($"基金{number:000}号").Length));
    }

    [Fact]
    public void Figures_end_on_one_line_and_their_digits_have_one_width()
    {
        var rendered = Rendered.Of(new Table { Columns = [Name, Amount], Rows = [Row.Of("甲", "1.11"), Row.Of("乙", "98,765.40"), Row.Of("丙", "7,000.00")] });

        var ends = rendered.Lines.Where(line => "甲乙丙".Contains(line.Text[0], StringComparison.Ordinal)).Select(line => line.Right).ToArray();
        Assert.Equal(3, ends.Length);
        Assert.All(ends, end => Assert.Equal(ends[0], end, tolerance: 0.05));
    }

    [Fact]
    public void A_mark_after_a_figure_does_not_move_it_out_of_line()
    {
        var rendered = Rendered.Of(new Table
        {
            Columns = [Name, Amount],
            Rows =
            [
                Row.Of("甲", "1.11"),
                new Row { Cells = [new Cell { Text = "乙" }, new Cell { Text = "2.22", Marks = Marks.Illustrative }] },
            ],
        });
        using var pdf = PdfDocument.Open(rendered.Bytes);
        var letters = pdf.GetPage(1).Letters;

        Assert.Equal(
            letters.First(letter => letter.Value == "1").StartBaseLine.X,
            letters.First(letter => letter.Value == "2" && letter.PointSize > 7).StartBaseLine.X,
            tolerance: 0.05);
        Assert.Contains("◊ 示例数据", rendered.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_name_wraps_inside_its_column_and_loses_nothing()
    {
        var name = string.Concat(Enumerable.Repeat("合肥科技成果转化创业投资引导基金", 8));
        var rendered = Rendered.Of(new Table
        {
            Columns = [Name, .. Enumerable.Repeat(Amount, 7)],
            Rows = [Row.Of([name, .. Enumerable.Repeat("1,234,567.00", 7)])],
        });

        var pieces = rendered.Lines.Select(line => line.Text.Split("1,234")[0]).Where(name.Contains);
        Assert.Contains(name, string.Concat(pieces), StringComparison.Ordinal);
        Assert.All(rendered.Lines, line => Assert.InRange(line.Right, 0, 595.28 - 50));
    }

    [Fact]
    public void Line_ends_in_a_cell_a_heading_or_a_title_do_no_harm()
    {
        var rendered = Rendered.Of(
            new Heading { Text = "第一行\n第二行" },
            new KeyFigures { Figures = [new KeyFigure { Label = "标签\n二", Value = "1\n2" }] },
            new Table
            {
                Title = "表\n题",
                Columns = [new Column { Heading = "名\n称" }, Amount],
                Rows = [Row.Of("甲\n乙", "1.00\n2.00")],
            });

        Assert.Contains(rendered.Lines, line => line.Text == "甲1.00");
        Assert.Contains(rendered.Lines, line => line.Text == "乙2.00");
    }

    [Fact]
    public void A_cell_longer_than_a_page_goes_on_over_the_next_pages()
    {
        var sentences = Enumerable.Range(1, 600).Select(number => $"第{number:000}条。");
        var rendered = Rendered.Of(new Table
        {
            Columns = [Name, new Column { Heading = "内容" }],
            Rows = [Row.Of("章程", string.Concat(sentences) + string.Concat(Enumerable.Repeat("条款内容", 1500)) + "终")],
        });

        Assert.True(rendered.Pages.Count > 1);
        Assert.Contains("第600条", rendered.Text, StringComparison.Ordinal);
        Assert.Contains("终", rendered.Text, StringComparison.Ordinal);
        Assert.Equal(2, rendered.Text.Split("章程").Length);
    }

    [Fact]
    public void More_columns_than_fit_become_smaller_but_none_is_cut_off()
    {
        var columns = Enumerable.Range(1, 16).Select(number => new Column { Heading = $"第{number}列", Alignment = Alignment.Right });
        var cells = Enumerable.Range(1, 16).Select(number => $"{number},234,567.00").ToArray();
        var rendered = Rendered.Of(new Table { Columns = [.. columns], Rows = [Row.Of(cells)] });

        Assert.All(cells, cell => Assert.Contains(cell, rendered.Text, StringComparison.Ordinal));
        Assert.All(rendered.Lines, line => Assert.InRange(line.Right, 0, 595.28 - 50));
    }

    [Fact]
    public void An_empty_table_prints_its_sentence()
    {
        var rendered = Rendered.Of(new Table { Columns = [Name, Amount], Rows = [], EmptyText = "本季度没有分配。" });

        Assert.Contains("本季度没有分配。", rendered.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_total_is_not_left_alone_on_a_page()
    {
        for (var rows = 38; rows < 52; rows++)
        {
            var table = SampleDocuments.Holdings(rows);
            var total = new Row { Kind = RowKind.Total, Cells = [.. Row.Of("合计金额", "1").Cells] };
            var rendered = Rendered.Of(new Table { Columns = table.Columns, Rows = [.. table.Rows, total] });

            var last = rendered.Pages[^1];
            Assert.Contains("合计金额", last, StringComparison.Ordinal);
            Assert.Contains($"基金{rows:000}号", last, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_figure_id_is_printed_with_its_figure()
    {
        var rendered = Rendered.Of(new Table
        {
            Columns = [Name, Amount],
            Rows = [new Row { Cells = [new Cell { Text = "甲" }, new Cell { Text = "1.00", FigureId = "F-0A1B2C" }] }],
        });

        Assert.Contains("F-0A1B2C", rendered.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Column_codes_and_row_scopes_together_name_each_figure()
    {
        var rendered = Rendered.Of(new Table
        {
            Columns = [Name, new Column { Heading = "TVPI", Alignment = Alignment.Right, Code = "tvpi" }],
            Rows = [new Row { Scope = "LUZHOU1", Cells = [new Cell { Text = "甲" }, new Cell { Text = "1.18x" }] }],
        });

        Assert.Contains("tvpi", rendered.Text, StringComparison.Ordinal);
        Assert.Contains("LUZHOU1", rendered.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Landscape_pages_take_wide_tables()
    {
        var rendered = Rendered.Of(
            new Paragraph { Text = "前" }, new PageBreak { Orientation = PageOrientation.Landscape }, SampleDocuments.Holdings(3));
        using var pdf = PdfDocument.Open(rendered.Bytes);

        Assert.True(pdf.GetPage(1).Height > pdf.GetPage(1).Width);
        Assert.True(pdf.GetPage(2).Width > pdf.GetPage(2).Height);
    }
}
