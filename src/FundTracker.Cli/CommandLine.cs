using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Text;
using FundTracker.Cli.Composition;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Cli;

/// <summary>Options that many commands share, and how a command is run.</summary>
internal static class CommandLine
{
    /// <summary>Exit code of a refusal; its reason stands on the error stream.</summary>
    public const int Refused = 1;

    /// <summary>Exit code of wrong usage.</summary>
    public const int WrongUsage = 2;

    private static readonly string[] DefaultFiles = ["data/luyang-demo.db", "data/fundtracker.db"];

    /// <summary>Where the data is.</summary>
    public static Option<string?> Database { get; } = new("--database")
    {
        Description = "Path of a SQLite file, or a connection string. Default: FUNDTRACKER_DATABASE, else data/luyang-demo.db, else data/fundtracker.db",
        Recursive = true,
    };

    /// <summary>Who acts.</summary>
    public static Option<string?> As { get; } = new("--as") { Description = "Account that acts; needed by all that writes", Recursive = true };

    /// <summary>Language of messages, names and reports.</summary>
    public static Option<string> Language { get; } = Choice("--language", "zh", "Language: zh or en", "zh", "en");

    /// <summary>JSON instead of a table.</summary>
    public static Option<bool> Json { get; } = new("--json") { Description = "Print JSON" };

    /// <summary>Code of a mother fund, its family, or a sub-fund.</summary>
    public static Option<string> Fund() => new("--fund") { Description = "Code of the mother fund, its family or a sub-fund", Required = true };

    /// <summary>An effective day.</summary>
    public static Option<DateOnly> AsOf() => new("--as-of") { Description = "Effective day, 2023-06-30; it counts", Required = true, CustomParser = Day };

    /// <summary>A recorded instant.</summary>
    public static Option<Stamp?> KnownAt() => new("--known-at")
    {
        Description = "Recorded instant, 2023-07-15T12:00:00Z, or a day for its last moment (UTC); default: now", CustomParser = Instant,
    };

    /// <summary>An option with a few words to choose from.</summary>
    public static Option<string> Choice(string name, string byDefault, string description, params string[] words)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => byDefault, Recursive = true };
        option.AcceptOnlyFromAmong(words);
        return option;
    }

    /// <summary>The database that the command line names.</summary>
    /// <param name="parsed">What was typed.</param>
    /// <param name="byDefault">Where nothing is named; null for the first of the usual files that is there.</param>
    public static string DatabaseOf(ParseResult parsed, string? byDefault = null) =>
        parsed.GetValue(Database) ?? Environment.GetEnvironmentVariable("FUNDTRACKER_DATABASE")
        ?? byDefault ?? Array.Find(DefaultFiles, File.Exists) ?? DefaultFiles[^1];

    /// <summary>Runs a reading command: opens the database, finds out who acts, hands over.</summary>
    public static Task<int> Read(ParseResult parsed, Func<CliHost, Actor, Task<int>> run, CancellationToken cancellation) =>
        Open(parsed, run, cancellation);

    /// <summary>Runs a writing command: the account must be named.</summary>
    public static Task<int> Write(ParseResult parsed, Func<CliHost, Actor, Task<int>> run, CancellationToken cancellation)
    {
        if (parsed.GetValue(As) is not null) return Open(parsed, run, cancellation);
        Console.Error.WriteLine(Texts.In(parsed.GetValue(Language)!)["cli.asMissing"]);
        return Task.FromResult(WrongUsage);
    }

    /// <summary>Says which option is missing.</summary>
    public static int Usage(string option, ParseResult parsed)
    {
        Console.Error.WriteLine(Texts.In(parsed.GetValue(Language)!).Sentence(new DomainError("cli.optionMissing", ("option", option))));
        return WrongUsage;
    }

    /// <summary>Prints refusals to the error stream.</summary>
    public static int Refuse(IEnumerable<DomainError> errors, string language)
    {
        foreach (var error in errors) Console.Error.WriteLine(Texts.In(language).Sentence(error));
        return Refused;
    }

    private static async Task<int> Open(ParseResult parsed, Func<CliHost, Actor, Task<int>> run, CancellationToken cancellation)
    {
        var (database, language) = (DatabaseOf(parsed), parsed.GetValue(Language)!);
        if (CliHost.IsMissingFile(database)) return Refuse([new DomainError("cli.noDatabase", ("path", database))], language);
        await using var host = CliHost.On(database);
        if (host.PolicyFault is { } fault) return Refuse([fault], language);
        if (!await host.IsReady(cancellation)) return Refuse([new DomainError("cli.notMigrated", ("path", database))], language);
        var actor = await host.Actor(parsed.GetValue(As));
        return actor is null
            ? Refuse([new DomainError("cli.noSuchUser", ("user", parsed.GetValue(As)!))], language)
            : await run(host, actor);
    }

    /// <summary>Reads an effective day that may be left out.</summary>
    public static DateOnly? OptionalDay(ArgumentResult result) => Day(result);

    private static DateOnly Day(ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        result.AddError($"'{text}' is not a date such as 2023-06-30.");
        return default;
    }

    private static Stamp? Instant(ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (Stamp.TryParse(text, out var stamp)) return stamp;
        result.AddError($"'{text}' is not an instant such as 2023-07-15T12:00:00Z.");
        return null;
    }
}
