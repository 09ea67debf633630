using System.CommandLine;
using System.Text.Json.Nodes;
using FundTracker.Application.Figures;
using FundTracker.Application.Indices;
using FundTracker.Application.Text;
using FundTracker.Domain.Results;

namespace FundTracker.Cli.Commands;

/// <summary><c>index import CODE FILE [--currency CNY] [--name-zh N] [--name-en N]</c> and <c>index list [--json]</c>: what funds are compared with.</summary>
internal static class IndexCommand
{
    public static Command Build() => new("index", "Indices that funds are compared with") { Import(), List() };

    private static Command Import()
    {
        var code = new Argument<string>("CODE") { Description = "Code of the index, such as CSI300" };
        var file = new Argument<FileInfo>("FILE") { Description = "CSV with columns date,level" };
        var currency = new Option<string>("--currency") { Description = "Currency of its return", DefaultValueFactory = _ => "CNY" };
        var (nameZh, nameEn) = (new Option<string?>("--name-zh") { Description = "Chinese name; a new index needs one" }, new Option<string?>("--name-en") { Description = "English name" });
        var command = new Command("import", "Record levels; --as an administrator") { code, file, currency, nameZh, nameEn };
        command.SetAction((parsed, cancellation) => CommandLine.Write(parsed, async (host, actor) =>
        {
            var language = parsed.GetValue(CommandLine.Language)!;
            var path = parsed.GetRequiredValue(file);
            if (!path.Exists) return CommandLine.Refuse([new DomainError("cli.noFile", ("path", path.FullName))], language);
            var imported = await host.Dispatcher.Send(
                new ImportIndexLevels.Command(
                    parsed.GetRequiredValue(code), parsed.GetValue(currency)!, await File.ReadAllBytesAsync(path.FullName, cancellation),
                    parsed.GetValue(nameZh), parsed.GetValue(nameEn)),
                actor, cancellation);
            if (!imported.IsSuccess) return CommandLine.Refuse(imported.Errors, language);
            Console.Out.WriteLine(Texts.In(language).Fill("cli.indexImported", ("recorded", imported.Value.Recorded), ("unchanged", imported.Value.Unchanged)));
            return 0;
        }, cancellation));
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "All indices with their first and last day") { CommandLine.Json };
        command.SetAction((parsed, cancellation) => CommandLine.Read(parsed, async (host, actor) =>
        {
            var language = parsed.GetValue(CommandLine.Language)!;
            var listed = await host.Dispatcher.Send(new ListIndices.Query(), actor, cancellation);
            if (!listed.IsSuccess) return CommandLine.Refuse(listed.Errors, language);
            if (parsed.GetValue(CommandLine.Json)) Console.Out.WriteLine(FigureJson.Array(listed.Value.Select(Object)));
            else Print(listed.Value, language);
            return 0;
        }, cancellation));
        return command;
    }

    private static JsonObject Object(ListIndices.Row row) => new()
    {
        ["code"] = row.Code, ["nameZh"] = row.Name.Zh, ["nameEn"] = row.Name.En, ["currency"] = row.Currency.Code, ["days"] = row.Days,
        ["first"] = row.First?.ToString("O"), ["last"] = row.Last?.ToString("O"), ["lastRecordedAt"] = row.LastRecordedAt.ToString(),
    };

    private static void Print(IReadOnlyList<ListIndices.Row> rows, string language)
    {
        var table = new TextTable(["code", "name", "currency", "days", "first", "last"]);
        foreach (var row in rows)
            table.Add([row.Code, row.Name.In(language), row.Currency.Code, $"{row.Days}", $"{row.First:O}", $"{row.Last:O}"]);
        table.Write(Console.Out);
    }
}
