using System.Globalization;
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

    /// <summary>Height that a chart takes as a whole; it is never torn over pages.</summary>
    public static float HeightOf(Chart chart) => TitleRow + LegendRow + 40 + chart switch
    {
        BarChart { Direction: BarDirection.Across } bars => BarChartLayout.HeightAcross(bars),
        _ => PlotHeight + 16,
    };

    public static void Place(Chart chart, PageFlow flow)
    {
        flow.Space(6);
        flow.Need(HeightOf(chart));
        flow.Place(chart.Title, PageFlow.Left, flow.Y + 10, new TextStyle(ReportTheme.RunInSize, ReportTheme.Ink, FontWeight.Bold));
        flow.Place(flow.Texts.Format("table.unit", chart.Unit), flow.Right, flow.Y + 10, AxisText, Alignment.Right);
        flow.Rule(PageFlow.Left, flow.Right, flow.Y + TitleRow - 1, 0.35f, ReportTheme.Hairline);
        flow.Y += TitleRow + 4;
        switch (chart)
        {
            case BarChart bars:
                PlaceLegend([.. bars.Series.Select(series => series.Name)], isLine: false, flow);
                BarChartLayout.Place(bars, flow);
                break;
            case LineChart lines:
                PlaceLegend([.. lines.Series.Select(series => series.Name)], isLine: true, flow);
                LineChartLayout.Place(lines, flow);
                break;
            default:
                throw new NotSupportedException($"There is no layout for {chart.GetType().Name}.");
        }

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
    public static void PlaceReference(ReferenceLine? reference, int decimals, ChartScale scale, SKRect plot, PageFlow flow)
    {
        if (reference is null)
            return;
        var y = plot.Bottom - (scale.Share(reference.Value) * plot.Height);
        flow.Page.Shapes.Add(new Stroke([new SKPoint(plot.Left, y), new SKPoint(plot.Right, y)], 0.8f, ReportTheme.Warning, [3, 2]));
        var style = LabelText with { Colour = ReportTheme.Warning };
        flow.Place($"{reference.Label} {Number(reference.Value, decimals)}", plot.Left + 2, y - 2.5f, style);
    }

    private static void PlaceLegend(string[] names, bool isLine, PageFlow flow)
    {
        var x = PageFlow.Left;
        for (var i = 0; i < names.Length; i++)
        {
            var name = flow.Lines.Line(names[i], AxisText.Size);
            if (x > PageFlow.Left && x + 12 + name.Width > flow.Right)
            {
                x = PageFlow.Left;
                flow.Y += LegendRow;
            }

            var middle = flow.Y + 5;
            if (isLine)
                LineChartLayout.PlaceSwatch(i, x, middle, flow);
            else
                flow.Fill(x, middle - 3, 7, 6, ReportTheme.SeriesColour(i));
            flow.Place(name, x + (isLine ? 18 : 10), middle + 2.4f, AxisText);
            x += name.Width + SwatchGap + (isLine ? 18 : 10);
        }

        flow.Y += LegendRow;
    }

    private static void PlaceFoot(Chart chart, PageFlow flow)
    {
        if (chart.Marks != Marks.None)
            flow.Run(MarkSigns.Legend(chart.Marks, flow.Texts), PageFlow.Left, flow.Width, AxisText, ReportTheme.TightLineSpacing);
        if (chart.Remark is { } remark)
            flow.Run(remark, PageFlow.Left, flow.Width, AxisText, ReportTheme.TightLineSpacing);
        flow.Y += 8;
    }
}
