using System.Diagnostics;
using System.Globalization;
using FundTracker.Application.Reports;
using FundTracker.Reports.Blocks;
using FundTracker.Reports.Documents.Quarterly;
using FundTracker.Reports.Rendering;
using FundTracker.Reports.Tests.Samples;

namespace FundTracker.Benchmarks.Reports;

/// <summary>
/// The quarterly report from its model to its PDF. Aims, warm: under 300 ms for 20 sub-funds and 130 companies, under 3 s for
/// 1,000 sub-funds and 3,000 companies.
/// </summary>
internal static class ReportQuarterly
{
    private const int WarmRuns = 7;

    public static void Run(string[] arguments)
    {
        var subFunds = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 20;
        var companies = arguments.Length > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 130;
        var report = QuarterlySample.Report(subFunds, companies);
        var renderer = new SkiaPdfRenderer();
        var cold = Time(renderer, report);
        var warm = Enumerable.Range(0, WarmRuns).Select(_ => Time(renderer, report)).OrderBy(run => run.Elapsed).ToArray();
        var median = warm[WarmRuns / 2];
        Console.WriteLine(FormattableString.Invariant(
            $"quarterly report, {subFunds} sub-funds, {companies} companies: cold {cold.Elapsed.TotalMilliseconds:0} ms, warm median {median.Elapsed.TotalMilliseconds:0} ms (best {warm[0].Elapsed.TotalMilliseconds:0} ms), {median.Pages} pages, {median.Bytes / 1000.0:0} kB"));
    }

    private static (TimeSpan Elapsed, int Pages, long Bytes) Time(SkiaPdfRenderer renderer, QuarterlyReport report)
    {
        var watch = Stopwatch.StartNew();
        using var stream = new MemoryStream();
        var summary = renderer.Render(QuarterlyReportDocument.Of(report, ReportLanguage.Chinese), stream);
        return (watch.Elapsed, summary.PageCount, stream.Length);
    }
}
