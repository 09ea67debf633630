using System.Globalization;
using FundTracker.Application.Reports;
using FundTracker.Reports.Blocks;
using SkiaSharp;

namespace FundTracker.Reports.Rendering.Layout;

/// <summary>Sets lines over time. Lines differ by dash and marker too, so that they stay apart without colour.</summary>
internal static class LineChartLayout
{
    private const float Thickness = 1.3f;
    private const int MostDateLabels = 9;
    private static readonly float[]?[] Dashes = [null, [5, 2], [2, 1.6f], [7, 2, 1.6f, 2]];

    public static void Place(LineChart chart, PageFlow flow)
    {
        var values = chart.Series.SelectMany(series => series.Points).Where(point => point.Value is not null)
            .Select(point => point.Value!.Value);
        var scale = ChartScale.Over(chart.Reference is { } line ? values.Append(line.Value) : values);
        var full = ChartLayout.PlaceValueAxis(scale, flow);
        var endLabel = flow.Lines.Line(ChartLayout.Number(scale.Most, chart.Decimals), ChartLayout.LabelText.Size).Width + 8;
        var plot = new SKRect(full.Left + 4, full.Top, full.Right - endLabel, full.Bottom);
        var dates = chart.Series.SelectMany(series => series.Points).Select(point => point.Date).Distinct().Order().ToArray();
        if (dates.Length > 0)
        {
            var axis = new DateAxis(dates[0], dates[^1], plot);
            PlaceDates(dates, axis, plot, flow);
            for (var i = 0; i < chart.Series.Count; i++)
                PlaceSeries(chart.Series[i], i, axis, scale, plot, flow);
            PlaceEndLabels(chart, axis, scale, plot, flow);
        }

        ChartLayout.PlaceReference(chart.Reference, chart.Decimals, scale, full, flow);
        flow.Y = plot.Bottom + 20;
    }

    /// <summary>The sample of a line in the legend.</summary>
    public static void PlaceSwatch(int index, float x, float y, PageFlow flow)
    {
        var points = new[] { new SKPoint(x, y), new SKPoint(x + 14, y) };
        flow.Page.Shapes.Add(new Stroke(points, Thickness, ReportTheme.SeriesColour(index), Dashes[index % Dashes.Length]));
    }

    private static void PlaceDates(DateOnly[] dates, DateAxis axis, SKRect plot, PageFlow flow)
    {
        var every = (dates.Length + MostDateLabels - 1) / MostDateLabels;
        for (var i = dates.Length - 1; i >= 0; i -= every)
        {
            var x = axis.X(dates[i]);
            flow.Page.Shapes.Add(new Stroke([new SKPoint(x, plot.Bottom), new SKPoint(x, plot.Bottom + 2.5f)], 0.4f, ReportTheme.Faint));
            var text = dates[i].ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            flow.Place(text, x, plot.Bottom + 11, ChartLayout.LabelText with { Colour = ReportTheme.Muted }, Alignment.Centre);
        }
    }

    private static void PlaceSeries(DatedSeries series, int index, DateAxis axis, ChartScale scale, SKRect plot, PageFlow flow)
    {
        var run = new List<SKPoint>();
        foreach (var point in series.Points)
        {
            if (point.Value is not { } value)
            {
                End(run, index, flow);
                continue;
            }

            var next = new SKPoint(axis.X(point.Date), plot.Bottom - (scale.Share(value) * plot.Height));
            if (series.IsStepped && run.Count > 0)
                run.Add(new SKPoint(next.X, run[^1].Y));
            run.Add(next);
            flow.Page.Shapes.Add(new Dot(next, 1.5f, ReportTheme.SeriesColour(index)));
        }

        End(run, index, flow);
    }

    private static void End(List<SKPoint> run, int index, PageFlow flow)
    {
        if (run.Count > 1)
        {
            var dash = Dashes[index % Dashes.Length];
            flow.Page.Shapes.Add(new Stroke([.. run], Thickness, ReportTheme.SeriesColour(index), dash));
        }

        run.Clear();
    }

    // The last figure of each line stands at its end; ends that nearly meet push one another apart.
    private static void PlaceEndLabels(LineChart chart, DateAxis axis, ChartScale scale, SKRect plot, PageFlow flow)
    {
        var ends = chart.Series
            .Select(series => series.Points.LastOrDefault(point => point.Value is not null))
            .Where(last => last is not null)
            .Select(last => (Value: last!.Value!.Value, X: axis.X(last.Date)))
            .OrderByDescending(end => end.Value);
        var least = float.MinValue;
        foreach (var (value, x) in ends)
        {
            var y = Math.Max(plot.Bottom - (scale.Share(value) * plot.Height) + 2.3f, least);
            least = y + ChartLayout.LabelText.Size;
            flow.Place(ChartLayout.Number(value, chart.Decimals), x + 4, y, ChartLayout.LabelText);
        }
    }

    private sealed record DateAxis(DateOnly First, DateOnly Last, SKRect Plot)
    {
        private const float Inset = 18; // room for half a date left of the first

        public float X(DateOnly date)
        {
            var days = Last.DayNumber - First.DayNumber;
            var share = days == 0 ? 0.5f : (date.DayNumber - First.DayNumber) / (float)days;
            return Plot.Left + Inset + (share * (Plot.Width - (2 * Inset)));
        }
    }
}
