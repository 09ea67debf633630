using System.Diagnostics;
using System.Globalization;
using FundTracker.Reports.Blocks;
using FundTracker.Reports.Rendering;

namespace FundTracker.Benchmarks.Reports;

/// <summary>One table of 5,000 rows of 8 cells with Chinese names, as PDF. Aim: under 0.5 s warm and under 1 MB.</summary>
internal static class ReportTable
{
    private const int Rows = 5_000;
    private const int WarmRuns = 10;

    public static void Run(string[] arguments)
    {
        var rows = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : Rows;
        var renderer = new SkiaPdfRenderer();
        var cold = Time(renderer, rows);
        var warm = Enumerable.Range(0, WarmRuns).Select(_ => Time(renderer, rows)).OrderBy(run => run.Elapsed).ToArray();
        var median = warm[WarmRuns / 2];
        Console.WriteLine(FormattableString.Invariant(
            $"report table, {rows} rows: cold {cold.Elapsed.TotalMilliseconds:0} ms, warm median {median.Elapsed.TotalMilliseconds:0} ms (best {warm[0].Elapsed.TotalMilliseconds:0} ms), {median.Pages} pages, {median.Bytes / 1000.0:0} kB"));
    }

    // The document is built anew for each run, outside the clock, so that its hash is computed each time.
    private static (TimeSpan Elapsed, int Pages, long Bytes) Time(SkiaPdfRenderer renderer, int rows)
    {
        var document = Document(rows);
        var watch = Stopwatch.StartNew();
        using var stream = new MemoryStream();
        var summary = renderer.Render(document, stream);
        return (watch.Elapsed, summary.PageCount, stream.Length);
    }

    private static ReportDocument Document(int rows) => new()
    {
        Title = "子基金明细",
        Subject = "示例母基金",
        Language = ReportLanguage.Chinese,
        AsOf = new DateOnly(2023, 6, 30),
        KnownAt = new DateTimeOffset(2023, 7, 15, 8, 30, 0, TimeSpan.Zero),
        Blocks =
        [
            new Table
            {
                Unit = "万元",
                Columns =
                [
                    new Column { Heading = "子基金" },
                    .. new[] { "认缴出资", "实缴出资", "未缴余额", "累计分配", "资产净值", "DPI", "TVPI" }
                        .Select(heading => new Column { Heading = heading, Alignment = Alignment.Right }),
                ],
                Rows = [.. Enumerable.Range(1, rows).Select(RowOf)],
            },
        ],
    };

    private static Row RowOf(int number)
    {
        string[] cities = ["合肥", "芜湖", "蚌埠", "安庆", "滁州", "宣城", "六安"];
        string[] fields = ["光电信息", "数字经济", "新能源", "半导体", "生物医药", "先进制造"];
        var commitment = 10_000m + (number * 37 % 9_000);
        var paidIn = commitment * (40 + (number % 60)) / 100;
        var distributed = paidIn * (number % 17) / 40;
        var nav = paidIn * (90 + (number % 45)) / 100;
        return Row.Of(
            $"{cities[number % cities.Length]}{fields[number % fields.Length]}产业投资基金{number:0000}号",
            Amount(commitment), Amount(paidIn), Amount(commitment - paidIn), Amount(distributed), Amount(nav),
            Amount(distributed / paidIn) + "x", Amount((distributed + nav) / paidIn) + "x");
    }

    private static string Amount(decimal value) => value.ToString("N2", CultureInfo.InvariantCulture);
}
