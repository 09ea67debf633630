using FundTracker.Application.Reports;
using FundTracker.Reports.Blocks;
using FundTracker.Reports.Rendering.Layout;
using UglyToad.PdfPig;

namespace FundTracker.Reports.Tests;

public sealed class ChartTests
{
    [Theory]
    [InlineData(0, 17.5, 0, 20, 5)]
    [InlineData(0, 4.5, 0, 5, 1)]
    [InlineData(-3, 7, -4, 8, 2)]
    [InlineData(0, 0.031, 0, 0.04, 0.01)]
    [InlineData(0, 0, 0, 1, 1)]
    [InlineData(-120, 0, -150, 0, 50)]
    public void An_axis_runs_from_round_number_to_round_number_and_holds_zero(
        double least, double most, double from, double to, double step)
    {
        var scale = ChartScale.Over([(decimal)least, (decimal)most]);

        Assert.Equal(((decimal)from, (decimal)to, (decimal)step), (scale.Least, scale.Most, scale.Step));
    }

    [Fact]
    public void A_chart_names_its_unit_its_series_and_its_categories()
    {
        var text = Rendered.Of(Bars()).Text;

        Assert.All(
            new[] { "各期出资", "单位：亿元", "计划", "实缴", "第一期", "第二期" },
            expected => Assert.Contains(expected, text, StringComparison.Ordinal));
    }

    [Fact]
    public void An_unknown_value_is_printed_as_a_dash_and_zero_as_zero()
    {
        var text = Rendered.Of(Bars()).Text;

        Assert.Contains("—", text, StringComparison.Ordinal);
        Assert.Contains("0.0", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Charts_are_vectors_and_not_images()
    {
        using var pdf = PdfDocument.Open(Rendered.Of(Bars(), Lines()).Bytes);

        Assert.Empty(pdf.GetPage(1).GetImages());
        Assert.NotEmpty(pdf.GetPage(1).Paths);
    }

    [Fact]
    public void A_line_over_time_prints_its_dates_its_last_figure_and_its_target()
    {
        var text = Rendered.Of(Lines()).Text;

        Assert.All(
            new[] { "2022-12-31", "2023-06-30", "5.41", "目标 4.50" },
            expected => Assert.Contains(expected, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Bars_across_print_every_category_with_its_figure()
    {
        var text = Rendered.Of(new BarChart
        {
            Title = "行业",
            Unit = "亿元",
            Decimals = 1,
            Direction = BarDirection.Across,
            Categories = ["光电信息", "数字经济"],
            Series = [new CategorySeries("价值", [31.2m, -2.5m])],
        }).Text;

        Assert.All(
            new[] { "光电信息", "数字经济", "31.2", "-2.5" },
            expected => Assert.Contains(expected, text, StringComparison.Ordinal));
    }

    [Fact]
    public void More_bars_than_a_page_holds_go_on_over_the_next_pages_on_one_scale()
    {
        var rendered = Rendered.Of(new BarChart
        {
            Title = "各企业价值",
            Unit = "万元",
            Categories = [.. Enumerable.Range(1, 130).Select(number => $"示例企业{number:000}")],
            Series = [new CategorySeries("价值", [.. Enumerable.Range(1, 130).Select(number => (decimal?)number)])],
        });

        Assert.True(rendered.Pages.Count > 2);
        Assert.Contains("各企业价值（续）", rendered.Pages[1], StringComparison.Ordinal);
        Assert.All(Enumerable.Range(1, 130), number => Assert.Equal(2, rendered.Text.Split($"示例企业{number:000}").Length));
        using var pdf = PdfDocument.Open(rendered.Bytes);
        Assert.All(pdf.GetPages(), page => Assert.All(page.Letters, letter => Assert.True(letter.StartBaseLine.Y > 25)));
    }

    [Fact]
    public void A_chart_without_values_still_renders()
    {
        var rendered = Rendered.Of(
            new BarChart { Title = "空", Unit = "元", Categories = [], Series = [] },
            new LineChart { Title = "空", Unit = "元", Series = [] });

        Assert.Equal(1, rendered.Summary.PageCount);
    }

    private static BarChart Bars() => new()
    {
        Title = "各期出资",
        Unit = "亿元",
        Decimals = 1,
        Categories = ["第一期", "第二期"],
        Series = [new CategorySeries("计划", [5m, 12.5m]), new CategorySeries("实缴", [0m, null])],
    };

    private static LineChart Lines() => new()
    {
        Title = "放大倍数",
        Unit = "倍",
        Decimals = 2,
        Reference = new ReferenceLevel("目标", 4.5m),
        Series =
        [
            new DatedSeries("SocialToFiscal", [
                    new DatedValue(new DateOnly(2022, 12, 31), 4.1m), new DatedValue(new DateOnly(2023, 3, 31), null),
                    new DatedValue(new DateOnly(2023, 6, 30), 5.41m),
                ]),
        ],
    };
}
