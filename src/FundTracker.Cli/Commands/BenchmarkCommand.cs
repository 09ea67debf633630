using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using FundTracker.Application.Figures;
using FundTracker.Application.Indices;
using FundTracker.Application.Text;
using FundTracker.Domain.Indices;
using FundTracker.Domain.Results;

namespace FundTracker.Cli.Commands;

/// <summary>
/// <c>benchmark import CODE FILE [--name-zh N] [--name-en N]</c> and <c>benchmark list [--json]</c>: published quartiles by vintage that
/// sub-funds are compared with.
/// </summary>
internal static class BenchmarkCommand
{
    public static Command Build() => new("benchmark", "Published quartiles by vintage") { Import(), List() };

    private static Command Import()
    {
        var code = new Argument<string>("CODE") { Description = "Code of the table, such as PEERS-CN" };
        var file = new Argument<FileInfo>("FILE") { Description = "CSV with columns vintage,measure,lower quartile,median,upper quartile,source,as-of" };
        var (nameZh, nameEn) = (new Option<string?>("--name-zh") { Description = "Chinese name; a new table needs one" }, new Option<string?>("--name-en") { Description = "English name" });
        var command = new Command("import", "Record rows; --as an administrator") { code, file, nameZh, nameEn };
        command.SetAction((parsed, cancellation) => CommandLine.Write(parsed, async (host, actor) =>
        {
            var language = parsed.GetValue(CommandLine.Language)!;
            var path = parsed.GetRequiredValue(file);
            if (!path.Exists) return CommandLine.Refuse([new DomainError("cli.noFile", ("path", path.FullName))], language);
            var imported = await host.Dispatcher.Send(
                new ImportBenchmark.Command(
                    parsed.GetRequiredValue(code), await File.ReadAllBytesAsync(path.FullName, cancellation), parsed.GetValue(nameZh), parsed.GetValue(nameEn)),
                actor, cancellation);
            if (!imported.IsSuccess) return CommandLine.Refuse(imported.Errors, language);
            Console.Out.WriteLine(Texts.In(language).Fill("cli.benchmarkImported", ("recorded", imported.Value.Recorded), ("unchanged", imported.Value.Unchanged)));
            return 0;
        }, cancellation));
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "All tables with their rows") { CommandLine.Json };
        command.SetAction((parsed, cancellation) => CommandLine.Read(parsed, async (host, actor) =>
        {
            var language = parsed.GetValue(CommandLine.Language)!;
            var listed = await host.Dispatcher.Send(new ListBenchmarks.Query(), actor, cancellation);
            if (!listed.IsSuccess) return CommandLine.Refuse(listed.Errors, language);
            if (parsed.GetValue(CommandLine.Json)) Console.Out.WriteLine(FigureJson.Array(listed.Value.Select(Object)));
            else Print(listed.Value);
            return 0;
        }, cancellation));
        return command;
    }

    private static JsonObject Object(ListBenchmarks.Row row) => new()
    {
        ["code"] = row.Code, ["nameZh"] = row.Name.Zh, ["nameEn"] = row.Name.En, ["lastRecordedAt"] = row.LastRecordedAt.ToString(),
        ["rows"] = new JsonArray([.. row.Quartiles.Select(Object)]),
    };

    private static JsonObject Object(BenchmarkQuartiles row) => new()
    {
        ["vintage"] = row.Vintage, ["measure"] = Word(row), ["lower"] = row.Lower, ["median"] = row.Median, ["upper"] = row.Upper, ["source"] = row.Source,
        ["asOf"] = row.AsOf.ToString("O", CultureInfo.InvariantCulture),
    };

    private static string Word(BenchmarkQuartiles row) => row.Measure.ToString().ToUpperInvariant();

    private static void Print(IReadOnlyList<ListBenchmarks.Row> rows)
    {
        var table = new TextTable(["code", "vintage", "measure", "lower", "median", "upper", "as of", "source"]);
        foreach (var (code, row) in rows.SelectMany(row => row.Quartiles.Select(quartiles => (row.Code, quartiles))))
            table.Add([code, $"{row.Vintage}", Word(row), Number(row.Lower), Number(row.Median), Number(row.Upper), $"{row.AsOf:O}", row.Source]);
        table.Write(Console.Out);
    }

    private static string Number(decimal value) => value.ToString("0.########", CultureInfo.InvariantCulture);
}
