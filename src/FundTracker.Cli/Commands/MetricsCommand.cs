using System.CommandLine;
using FundTracker.Analytics.Metrics;
using FundTracker.Analytics.PublicMarket;
using FundTracker.Cli.Commands.Metrics;

namespace FundTracker.Cli.Commands;

/// <summary><c>metrics FLOWS.csv --as-of D [--index INDEX.csv] [--xirr] [--json]</c>: performance figures of funds from a file of
/// flows, without a database.</summary>
internal static class MetricsCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Build()
    {
        var flows = new Argument<FileInfo>("flows") { Description = "CSV with columns fund,date,kind,amount or fund,date,amount" };
        var asOf = CommandLine.AsOf();
        var index = new Option<FileInfo?>("--index") { Description = "CSV with columns date,level" };
        var xirr = new Option<bool>("--xirr") { Description = "Beside the IRR, the rate that Excel's XIRR would show for the same flows" };
        var command = new Command("metrics", "Performance figures from a file of flows, without a database") { flows, asOf, index, xirr, CommandLine.Json };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(flows), parsed.GetValue(asOf), parsed.GetValue(index), parsed.GetValue(xirr), parsed.GetValue(CommandLine.Json), Console.Out,
            Console.Error, parsed.GetRequiredValue(CommandLine.Language)));
        return command;
    }

    /// <summary>Reads the files, computes, prints. A file with any fault gives no figures at all.</summary>
    /// <param name="flows">Columns fund,date,kind,amount (kind contribution, distribution or nav; amounts zero or above) or
    /// fund,date,amount (signed, investor's view); ISO dates, UTF-8.</param>
    /// <param name="asOf">Last day that counts.</param>
    /// <param name="index">Columns date,level; null for no public market equivalents.</param>
    /// <param name="withXirr">Whether Excel's XIRR stands beside the IRR.</param>
    /// <param name="json">JSON instead of a table.</param>
    /// <param name="output">Where figures go.</param>
    /// <param name="error">Where faults go.</param>
    /// <param name="language">zh or en.</param>
    /// <returns>0; or 1 where a file is missing or has faults.</returns>
    public static Task<int> Run(
        FileInfo flows, DateOnly asOf, FileInfo? index, bool withXirr, bool json, TextWriter output, TextWriter error, string language)
    {
        MetricsTexts texts = new(language);
        foreach (FileInfo file in index is null ? [flows] : new[] { flows, index })
        {
            if (!file.Exists)
            {
                error.WriteLine(texts.Fill("csv.noFile", ("file", file.FullName)));
                return Task.FromResult(1);
            }
        }

        CsvFaults faults = new(texts);
        FlowsCsv csv = new(faults);
        List<(DateOnly, double)>? levels = index is null ? null : csv.ReadIndex(index);
        FlowMetrics metrics = new(asOf, levels is null ? null : new IndexSeries(levels), withXirr);
        csv.ReadFlows(flows, metrics);
        if (faults.Count > 0)
        {
            faults.Print(error);
            return Task.FromResult(1);
        }

        if (json)
        {
            new MetricsJson(texts.Culture).Write(metrics.Results(), output);
        }
        else
        {
            new MetricsTable(texts).Write([.. metrics.Results()], asOf, output);
        }

        return Task.FromResult(0);
    }
}
