using System.Globalization;
using FundTracker.Application.Reports;
using FundTracker.Reports.Blocks;
using FundTracker.Reports.Rendering.Fonts;
using SkiaSharp;

namespace FundTracker.Reports.Rendering.Layout;

/// <summary>Sets what all charts share: title, unit, legend, value axis, reference line and remark.</summary>
internal static class ChartLayout
{
    public const float LegendRow = 13;
    public const float PlotHeight = 150;
    public static readonly TextStyle AxisText = new(ReportTheme.SmallSize, ReportTheme.Muted);
    public static readonly TextStyle LabelText = new(ReportTheme.SmallSize - 0.3f, ReportTheme.Ink);
    private const float TitleRow = 17;
    private const float SwatchGap = 16;
    private const float BarSwatch = 10;
    private const float LineSwatch = 18;

    /// <summary>Height that a chart takes as a whole. Only bars across that fill more than a page are ever parted.</summary>
    public static float HeightOf(Chart chart, PageFlow flow)
    {
        var plot = chart switch
        {
            BarChart bars when BarChartLayout.IsAcross(bars, flow) => BarChartLayout.HeightAcross(bars),
            BarChart bars => PlotHeight + BarChartLayout.DepthOfNames(bars, flow) + 8,
            _ => PlotHeight + 20,
        };
        var remark = chart.Remark is { } text ? flow.Lines.Break(text, AxisText.Size, flow.Width).Count : 0;
        var legend = SeriesOf(chart).Count == 0 ? 1 : PlacesInLegend(chart, flow)[^1].Row + 1;
        var foot = (remark + (chart.Marks == Marks.None ? 0 : 1)) * AxisText.Size * ReportTheme.TightLineSpacing;
        return TitleRow + 4 + (legend * LegendRow) + plot + foot + 8;
    }

    public static void Place(Chart chart, PageFlow flow)
    {
        flow.Space(6);
        var height = HeightOf(chart, flow);
        if (chart is BarChart tall && height > flow.Capacity && BarChartLayout.IsAcross(tall, flow))
        {
            foreach (var part in BarChartLayout.PartsOf(tall, flow.Capacity - (height - BarChartLayout.HeightAcross(tall)), flow))
                Place(part, BarChartLayout.ScaleOf(tall), flow);
        }
        else
        {
            Place(chart, chart is BarChart bars ? BarChartLayout.ScaleOf(bars) : null, flow);
        }
    }

    private static void Place(Chart chart, ChartScale? scale, PageFlow flow)
    {
        flow.Need(HeightOf(chart, flow));
        flow.Place(chart.Title, PageFlow.Left, flow.Y + 10, new TextStyle(ReportTheme.RunInSize, ReportTheme.Ink, FontWeight.Bold));
        flow.Place(flow.Texts.Format("table.unit", chart.Unit), flow.Right, flow.Y + 10, AxisText, Alignment.Right);
        flow.Rule(PageFlow.Left, flow.Right, flow.Y + TitleRow - 1, 0.35f, ReportTheme.Hairline);
        flow.Y += TitleRow + 4;
        PlaceLegend(chart, flow);
        if (chart is LineChart lines)
            LineChartLayout.Place(lines, flow);
        else
            BarChartLayout.Place((BarChart)chart, scale!, flow);
        PlaceFoot(chart, flow);
    }

    public static string Number(decimal value, int decimals) =>
        value.ToString(string.Create(CultureInfo.InvariantCulture, $"N{decimals}"), CultureInfo.InvariantCulture);

    /// <summary>Horizontal grid with its figures left of it; gives the plot's bounds.</summary>
    public static SKRect PlaceValueAxis(ChartScale scale, PageFlow flow)
    {
        var labels = scale.Ticks.Select(tick => flow.Lines.Line(Number(tick, scale.Decimals), AxisText.Size)).ToArray();
        var left = PageFlow.Left + labels.Max(label => label.Width) + 6;
        var plot = new SKRect(left, flow.Y + 8, flow.Right, flow.Y + PlotHeight);
        foreach (var (tick, label) in scale.Ticks.Zip(labels))
        {
            var y = plot.Bottom - (scale.Share(tick) * plot.Height);
            flow.Rule(plot.Left, plot.Right, y, tick == 0 ? 0.7f : 0.3f, tick == 0 ? ReportTheme.Faint : ReportTheme.Hairline);
            flow.Place(label, plot.Left - 5, y + (AxisText.Size * 0.35f), AxisText, Alignment.Right);
        }

        return plot;
    }

    /// <summary>A dashed level across the plot with its name above its left end, where lines over time have no figures.</summary>
    public static void PlaceReference(ReferenceLevel? reference, int decimals, ChartScale scale, SKRect plot, PageFlow flow)
    {
        if (reference is null)
            return;
        var y = plot.Bottom - (scale.Share(reference.Value) * plot.Height);
        flow.Page.Shapes.Add(new Stroke([new SKPoint(plot.Left, y), new SKPoint(plot.Right, y)], 0.8f, ReportTheme.Warning, [3, 2]));
        var style = LabelText with { Colour = ReportTheme.Warning };
        flow.Place($"{reference.Name} {Number(reference.Value, decimals)}", plot.Left + 2, y - 2.5f, style);
    }

    private static void PlaceLegend(Chart chart, PageFlow flow)
    {
        var names = SeriesOf(chart);
        var places = PlacesInLegend(chart, flow);
        var isLine = chart is LineChart;
        for (var i = 0; i < names.Count; i++)
        {
            var (x, row) = places[i];
            var middle = flow.Y + (row * LegendRow) + 5;
            if (isLine)
                LineChartLayout.PlaceSwatch(i, x, middle, flow);
            else
                flow.Fill(x, middle - 3, 7, 6, ReportTheme.SeriesColour(i));
            flow.Place(names[i], x + (isLine ? LineSwatch : BarSwatch), middle + 2.4f, AxisText);
        }

        flow.Y += names.Count == 0 ? LegendRow : (places[^1].Row + 1) * LegendRow;
    }

    // Where the name of each series stands: beside the last, or in the next row where the line is full.
    private static List<(float X, int Row)> PlacesInLegend(Chart chart, PageFlow flow)
    {
        var places = new List<(float X, int Row)>();
        var (x, row) = (PageFlow.Left, 0);
        foreach (var name in SeriesOf(chart))
        {
            var width = flow.Lines.Line(name, AxisText.Size).Width + (chart is LineChart ? LineSwatch : BarSwatch);
            if (x > PageFlow.Left && x + width > flow.Right)
                (x, row) = (PageFlow.Left, row + 1);
            places.Add((x, row));
            x += width + SwatchGap;
        }

        return places;
    }

    private static List<string> SeriesOf(Chart chart) => chart switch
    {
        BarChart bars => [.. bars.Series.Select(series => series.Name)],
        LineChart lines => [.. lines.Series.Select(series => series.Name)],
        _ => throw new NotSupportedException($"There is no layout for {chart.GetType().Name}."),
    };

    private static void PlaceFoot(Chart chart, PageFlow flow)
    {
        if (chart.Marks != Marks.None)
            flow.Run(MarkSigns.Legend(chart.Marks, flow.Texts), PageFlow.Left, flow.Width, AxisText, ReportTheme.TightLineSpacing);
        if (chart.Remark is { } remark)
            flow.Run(remark, PageFlow.Left, flow.Width, AxisText, ReportTheme.TightLineSpacing);
        flow.Y += 8;
    }
}
