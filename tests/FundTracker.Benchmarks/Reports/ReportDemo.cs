using System.Diagnostics;
using FundTracker.Application.Imports;
using FundTracker.Application.Reports;
using FundTracker.Reports.Blocks;
using FundTracker.Reports.Documents.Quarterly;
using FundTracker.Reports.Rendering;
using FundTracker.Testing.Databases;

namespace FundTracker.Benchmarks.Reports;

/// <summary>
/// The quarterly report of the demonstration as a user asks for it: books read, figures, rules and scores computed, PDF written. Aim, warm:
/// under 300 ms.
/// </summary>
internal static class ReportDemo
{
    /// <summary>Runs after which the runtime has compiled for good what it will; they are not counted.</summary>
    private const int WarmUpRuns = 40;

    private const int WarmRuns = 15;

    public static void Run(string[] arguments) => Measure(arguments.Length > 0 ? arguments[0] : "2026Q1").GetAwaiter().GetResult();

    private static async Task Measure(string quarter)
    {
        await using var host = await TestHost.Create();
        host.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 1, 8, 0, 0, TimeSpan.Zero));
        await host.Must(new LoadDemo.Command("LUZHOU1"), Actors.Manager1);
        var renderer = new SkiaPdfRenderer();
        var cold = await Time(host, renderer, quarter);
        for (var run = 0; run < WarmUpRuns; run++) await Time(host, renderer, quarter);
        var warm = new List<(TimeSpan Read, TimeSpan Whole, int Pages, long Bytes)>();
        for (var run = 0; run < WarmRuns; run++) warm.Add(await Time(host, renderer, quarter));
        var median = warm.OrderBy(run => run.Whole).ElementAt(WarmRuns / 2);
        Console.WriteLine(FormattableString.Invariant(
            $"quarterly report of the demo, {quarter}: cold {cold.Whole.TotalMilliseconds:0} ms, warm median {median.Whole.TotalMilliseconds:0} ms, of it {median.Read.TotalMilliseconds:0} ms for its figures; {median.Pages} pages, {median.Bytes / 1000.0:0} kB"));
    }

    private static async Task<(TimeSpan Read, TimeSpan Whole, int Pages, long Bytes)> Time(TestHost host, SkiaPdfRenderer renderer, string quarter)
    {
        var watch = Stopwatch.StartNew();
        var report = await host.Must(new GetQuarterlyReport.Query("LUZHOU1", quarter), Actors.Auditor1);
        var read = watch.Elapsed;
        using var stream = new MemoryStream();
        var summary = renderer.Render(QuarterlyReportDocument.Of(report, ReportLanguage.Chinese), stream);
        return (read, watch.Elapsed, summary.PageCount, stream.Length);
    }
}
