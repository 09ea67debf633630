using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using FundTracker.Application.Imports;
using FundTracker.Application.Imports.Positions;
using FundTracker.Application.Pipeline;
using FundTracker.Cli.Composition;
using FundTracker.Domain.Results;

namespace FundTracker.Cli.Commands.Imports;

/// <summary>
/// <c>import FILE [--kind workbook|positions] [--fund CODE] [--currency C] [--unit N] [--as-of D] [--mapping FILE] [--save-mapping NAME]
/// [--dry-run]</c>; <c>import approve|reject|list</c>.
/// </summary>
internal static class ImportCommand
{
    private static readonly Argument<string?> FilePath = new("file") { Description = "Excel workbook or CSV", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string?> Kind = new("--kind") { Description = "workbook (records, a second person approves) or positions (opening balances); default: seen from the file" };
    private static readonly Option<string?> Fund = new("--fund") { Description = "Code of the mother fund; set up where it is missing. Default: from the Funds sheet, else from the name of the file" };
    private static readonly Option<string?> Name = new("--name") { Description = "Name of a mother fund that positions set up" };
    private static readonly Option<string?> Currency = new("--currency") { Description = "ISO 4217 code of a position table; default: the mother fund's, CNY where it is new" };
    private static readonly Option<decimal?> Unit = new("--unit") { Description = "What one in an amount column of a position table means, such as 1000000; columns ending in _mm mean millions anyway", CustomParser = Number };
    private static readonly Option<DateOnly?> AsOf = new("--as-of") { Description = "The day of a position table that has no such column", CustomParser = CommandLine.OptionalDay };
    private static readonly Option<string?> Mapping = new("--mapping") { Description = "JSON file, or name of a saved mapping, that says which column of a position table is what" };
    private static readonly Option<string?> SaveMapping = new("--save-mapping") { Description = "Keep the mapping under this name" };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Show what would change and every bad row; save nothing" };

    public static Command Build()
    {
        Kind.AcceptOnlyFromAmong("workbook", "positions");
        var command = new Command("import", "Import a workbook of records or a position table")
        {
            FilePath, Kind, Fund, Name, Currency, Unit, AsOf, Mapping, SaveMapping, DryRun,
            ImportDecisions.Approve(), ImportDecisions.Reject(), ImportDecisions.List(),
        };
        command.SetAction((parsed, cancellation) => CommandLine.Write(parsed, (host, actor) => Run(parsed, host, actor, cancellation), cancellation));
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CliHost host, Actor actor, CancellationToken cancellation)
    {
        var language = parsed.GetValue(CommandLine.Language)!;
        if (parsed.GetValue(FilePath) is not { } path) return CommandLine.Usage("FILE", parsed);
        if (!File.Exists(path)) return CommandLine.Refuse([new DomainError("cli.noFile", ("path", path))], language);
        var (name, content) = (Path.GetFileName(path), await File.ReadAllBytesAsync(path, cancellation));
        var looked = await host.Dispatcher.Send(new InspectImport.Query(name, content), actor, cancellation);
        if (!looked.IsSuccess) return CommandLine.Refuse(looked.Errors, language);
        var kind = parsed.GetValue(Kind) switch { "workbook" => ImportKind.Workbook, "positions" => ImportKind.Positions, _ => looked.Value.Kind };
        var books = parsed.GetValue(Fund)?.ToUpperInvariant() ?? looked.Value.Books;
        var options = await Options(parsed, host, actor, books, cancellation);
        if (!options.IsSuccess) return CommandLine.Refuse(options.Errors, language);
        var outcome = new ImportOutcome(language, new ImportTicker(language));
        if (parsed.GetValue(DryRun))
        {
            var query = new PreviewImport.Query(books, kind, name, content, options.Value, outcome.Progress);
            return outcome.DryRun(await host.Dispatcher.Send(query, actor, cancellation));
        }

        if (kind == ImportKind.Workbook)
            return outcome.Submitted(await host.Dispatcher.Send(new SubmitImport.Command(books, name, content, outcome.Progress), actor, cancellation));
        return outcome.Posted(await host.Dispatcher.Send(
            new ImportPositions.Command(books, name, content, options.Value, outcome.Progress), actor, cancellation));
    }

    private static async Task<Result<PositionOptions>> Options(ParseResult parsed, CliHost host, Actor actor, string books, CancellationToken cancellation)
    {
        var mapping = await ReadMapping(parsed, host, actor, books, cancellation);
        if (!mapping.IsSuccess) return Result<PositionOptions>.Refused(mapping.Errors);
        if (parsed.GetValue(SaveMapping) is { } name && mapping.Value is { } json && !parsed.GetValue(DryRun))
        {
            var saved = await host.Dispatcher.Send(new SaveColumnMapping.Command(books, name, json), actor, cancellation);
            if (!saved.IsSuccess) return Result<PositionOptions>.Refused(saved.Errors);
        }

        return new PositionOptions(
            parsed.GetValue(Unit), parsed.GetValue(Currency)?.ToUpperInvariant(), parsed.GetValue(AsOf), mapping.Value, parsed.GetValue(Name));
    }

    private static async Task<Result<string?>> ReadMapping(ParseResult parsed, CliHost host, Actor actor, string books, CancellationToken cancellation)
    {
        if (parsed.GetValue(Mapping) is not { } named) return Result<string?>.Ok(null);
        if (File.Exists(named)) return await File.ReadAllTextAsync(named, cancellation);
        var saved = await host.Dispatcher.Send(new ListColumnMappings.Query(books), actor, cancellation);
        return saved.Then<string?>(list => list.FirstOrDefault(one => one.Name == named) is { } found
            ? found.Json
            : PipelineErrors.NotFound("mapping", named));
    }

    private static decimal? Number(ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number > 0) return number;
        result.AddError($"'{text}' is not a number above zero.");
        return null;
    }
}
