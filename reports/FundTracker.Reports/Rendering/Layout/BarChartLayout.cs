using FundTracker.Application.Reports;
using FundTracker.Reports.Blocks;
using SkiaSharp;

namespace FundTracker.Reports.Rendering.Layout;

/// <summary>Sets bar charts, growing up or across.</summary>
internal static class BarChartLayout
{
    private const float BandShare = 0.64f; // of a category's room that bars fill
    private const float WidestBar = 42;
    private const float AcrossRow = 17;
    private const float AcrossBar = 9;
    private const float LeastRoomUp = 20;
    private const string NotKnown = "—";

    public static float HeightAcross(BarChart chart) => (chart.Categories.Count * RowHeight(chart)) + 10;

    /// <summary>True where bars grow across: as asked, or because names would not fit below bars that grow up.</summary>
    public static bool IsAcross(BarChart chart, PageFlow flow) =>
        chart.Direction == BarDirection.Across || flow.Width / Math.Max(1, chart.Categories.Count) < LeastRoomUp;

    /// <summary>Height of the names below bars that grow up.</summary>
    public static float DepthOfNames(BarChart chart, PageFlow flow)
    {
        var room = (flow.Width - 40) / Math.Max(1, chart.Categories.Count);
        var lines = chart.Categories.Select(name => flow.Lines.Break(name, ChartLayout.AxisText.Size, room - 3).Count);
        return 3 + (lines.DefaultIfEmpty(1).Max() * ChartLayout.AxisText.Size * ReportTheme.TightLineSpacing);
    }

    /// <summary>The chart in parts of as many categories as fit into a height.</summary>
    public static IEnumerable<BarChart> PartsOf(BarChart chart, float height, PageFlow flow)
    {
        var count = Math.Max(1, (int)((height - 10) / RowHeight(chart)));
        for (var start = 0; start < chart.Categories.Count; start += count)
        {
            var first = start;
            yield return new BarChart
            {
                Title = start == 0 ? chart.Title : flow.Texts.Format("table.continued", chart.Title),
                Unit = chart.Unit,
                Decimals = chart.Decimals,
                Reference = chart.Reference,
                Remark = chart.Remark,
                Marks = chart.Marks,
                Arrangement = chart.Arrangement,
                Direction = BarDirection.Across,
                Categories = [.. chart.Categories.Skip(first).Take(count)],
                Series = [.. chart.Series.Select(series =>
                    new CategorySeries(series.Name, [.. series.Values.Skip(first).Take(count)]))],
            };
        }
    }

    public static ChartScale ScaleOf(BarChart chart)
    {
        var values = chart.Arrangement == BarArrangement.Stacked
            ? Enumerable.Range(0, chart.Categories.Count).SelectMany(i => new[]
            {
                Values(chart, i).Where(value => value > 0).Sum(),
                Values(chart, i).Where(value => value < 0).Sum(),
            })
            : Enumerable.Range(0, chart.Categories.Count).SelectMany(i => Values(chart, i));
        return ChartScale.Over(chart.Reference is { } line ? values.Append(line.Value) : values);
    }

    public static void Place(BarChart chart, ChartScale scale, PageFlow flow)
    {
        if (IsAcross(chart, flow))
            PlaceAcross(chart, scale, flow);
        else
            PlaceUp(chart, scale, flow);
    }

    private static IEnumerable<decimal> Values(BarChart chart, int category) =>
        chart.Series.Select(series => Value(series, category) ?? 0m);

    private static decimal? Value(CategorySeries series, int category) =>
        category < series.Values.Count ? series.Values[category] : null;

    private static float RowHeight(BarChart chart) => chart.Arrangement == BarArrangement.Stacked
        ? AcrossRow
        : Math.Max(AcrossRow, (chart.Series.Count * AcrossBar) + 7);

    private static void PlaceUp(BarChart chart, ChartScale scale, PageFlow flow)
    {
        var plot = ChartLayout.PlaceValueAxis(scale, flow);
        var room = plot.Width / Math.Max(1, chart.Categories.Count);
        var barsInBand = chart.Arrangement == BarArrangement.Stacked ? 1 : chart.Series.Count;
        var bar = Math.Min(WidestBar, room * BandShare / Math.Max(1, barsInBand));
        var deepest = 0f;
        for (var i = 0; i < chart.Categories.Count; i++)
        {
            var middle = plot.Left + (room * (i + 0.5f));
            if (chart.Arrangement == BarArrangement.Stacked)
                StackUp(chart, i, middle - (bar / 2), bar, scale, plot, flow);
            else
                GroupUp(chart, i, middle - (bar * barsInBand / 2), bar, scale, plot, flow);
            deepest = Math.Max(deepest, PlaceCategory(chart.Categories[i], middle, room - 3, plot.Bottom, flow));
        }

        ChartLayout.PlaceReference(chart.Reference, chart.Decimals, scale, plot, flow);
        flow.Y = plot.Bottom + deepest + 8;
    }

    private static void GroupUp(
        BarChart chart, int category, float left, float bar, ChartScale scale, SKRect plot, PageFlow flow)
    {
        var zero = plot.Bottom - (scale.Share(0) * plot.Height);
        for (var j = 0; j < chart.Series.Count; j++)
        {
            var x = left + (j * bar);
            if (Value(chart.Series[j], category) is not { } value)
            {
                PlaceLabel(NotKnown, x + (bar / 2), zero - 2, bar, flow);
                continue;
            }

            var y = plot.Bottom - (scale.Share(value) * plot.Height);
            flow.Fill(x + 0.6f, Math.Min(y, zero), bar - 1.2f, Math.Abs(zero - y), ReportTheme.SeriesColour(j));
            var baseline = value < 0 ? y + 7 : y - 2;
            PlaceLabel(ChartLayout.Number(value, chart.Decimals), x + (bar / 2), baseline, bar + 3, flow);
        }
    }

    private static void StackUp(
        BarChart chart, int category, float left, float bar, ChartScale scale, SKRect plot, PageFlow flow)
    {
        var (up, down) = (0m, 0m);
        for (var j = 0; j < chart.Series.Count; j++)
        {
            if (Value(chart.Series[j], category) is not { } value || value == 0)
                continue;
            var from = value > 0 ? up : down;
            var (y1, y2) = (plot.Bottom - (scale.Share(from) * plot.Height), plot.Bottom - (scale.Share(from + value) * plot.Height));
            flow.Fill(left, Math.Min(y1, y2), bar, Math.Abs(y1 - y2), ReportTheme.SeriesColour(j));
            (up, down) = value > 0 ? (up + value, down) : (up, down + value);
        }

        var isKnown = chart.Series.Any(series => Value(series, category) is not null);
        var top = plot.Bottom - (scale.Share(up) * plot.Height);
        PlaceLabel(isKnown ? ChartLayout.Number(up + down, chart.Decimals) : NotKnown, left + (bar / 2), top - 2, bar + 20, flow);
    }

    // A figure that would run into its neighbours is left to the axis.
    private static void PlaceLabel(string text, float middle, float baseline, float room, PageFlow flow)
    {
        var label = flow.Lines.Line(text, ChartLayout.LabelText.Size);
        if (label.Width <= room)
            flow.Place(label, middle, baseline, ChartLayout.LabelText, Alignment.Centre);
    }

    private static float PlaceCategory(string name, float middle, float room, float top, PageFlow flow)
    {
        var style = ChartLayout.AxisText;
        var y = top + 3;
        foreach (var line in flow.Lines.Break(name, style.Size, room))
        {
            flow.Place(line, middle, y + style.Baseline(ReportTheme.TightLineSpacing), style, Alignment.Centre);
            y += style.Size * ReportTheme.TightLineSpacing;
        }

        return y - top;
    }

    private static void PlaceAcross(BarChart chart, ChartScale scale, PageFlow flow)
    {
        var style = ChartLayout.AxisText;
        var names = chart.Categories.Select(name => flow.Lines.Line(name, style.Size)).ToArray();
        var longest = names.Select(name => name.Width).DefaultIfEmpty(0).Max();
        var nameWidth = Math.Min(longest, flow.Width * 0.3f) + 8;
        var labelWidth = flow.Lines.Line(ChartLayout.Number(scale.Most, chart.Decimals), ChartLayout.LabelText.Size).Width + 8;
        var plot = new SKRect(PageFlow.Left + nameWidth, flow.Y + 2, flow.Right - labelWidth, flow.Y + 2 + (names.Length * RowHeight(chart)));
        var zero = plot.Left + (scale.Share(0) * plot.Width);
        for (var i = 0; i < names.Length; i++)
        {
            var top = plot.Top + (i * RowHeight(chart));
            var lines = flow.Lines.Break(chart.Categories[i], style.Size, nameWidth - 8);
            var first = top + (RowHeight(chart) / 2) + (style.Size * 0.35f) - ((lines.Count - 1) * style.Size * 0.55f);
            for (var k = 0; k < lines.Count; k++)
                flow.Place(lines[k], plot.Left - 6, first + (k * style.Size * 1.1f), style, Alignment.Right);
            PlaceRowAcross(chart, i, top, scale, plot, flow);
        }

        flow.Page.Shapes.Add(new Stroke([new SKPoint(zero, plot.Top), new SKPoint(zero, plot.Bottom)], 0.7f, ReportTheme.Faint));
        if (chart.Reference is { } reference)
        {
            var x = plot.Left + (scale.Share(reference.Value) * plot.Width);
            flow.Page.Shapes.Add(new Stroke([new SKPoint(x, plot.Top), new SKPoint(x, plot.Bottom)], 0.8f, ReportTheme.Warning, [3, 2]));
            var text = $"{reference.Name} {ChartLayout.Number(reference.Value, chart.Decimals)}";
            flow.Place(text, x + 3, plot.Bottom + 6, ChartLayout.LabelText with { Colour = ReportTheme.Warning });
        }

        flow.Y = plot.Bottom + 8;
    }

    private static void PlaceRowAcross(BarChart chart, int category, float top, ChartScale scale, SKRect plot, PageFlow flow)
    {
        var isStacked = chart.Arrangement == BarArrangement.Stacked;
        var bars = isStacked ? 1 : chart.Series.Count;
        var y = top + ((RowHeight(chart) - (bars * AcrossBar)) / 2);
        var reached = 0m;
        for (var j = 0; j < chart.Series.Count; j++)
        {
            var value = Value(chart.Series[j], category);
            var from = isStacked ? reached : 0m;
            var x1 = plot.Left + (scale.Share(from) * plot.Width);
            var x2 = plot.Left + (scale.Share(from + (value ?? 0)) * plot.Width);
            flow.Fill(Math.Min(x1, x2), y + 0.7f, Math.Abs(x2 - x1), AcrossBar - 1.4f, ReportTheme.SeriesColour(j));
            reached += value ?? 0;
            if (isStacked)
                continue;
            var text = value is { } known ? ChartLayout.Number(known, chart.Decimals) : NotKnown;
            flow.Place(text, Math.Max(x1, x2) + 4, y + (AcrossBar * 0.5f) + 2.3f, ChartLayout.LabelText);
            y += AcrossBar;
        }

        if (isStacked)
        {
            var x = plot.Left + (scale.Share(Math.Max(reached, 0)) * plot.Width);
            flow.Place(ChartLayout.Number(reached, chart.Decimals), x + 4, y + (AcrossBar * 0.5f) + 2.3f, ChartLayout.LabelText);
        }
    }
}
