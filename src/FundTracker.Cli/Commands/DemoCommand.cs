using System.CommandLine;
using FundTracker.Application.Imports;
using FundTracker.Application.Text;
using FundTracker.Cli.Composition;
using FundTracker.Domain.Results;

namespace FundTracker.Cli.Commands;

/// <summary><c>demo</c>: makes the database, the accounts of the demonstration and its records; again, it changes nothing.</summary>
internal static class DemoCommand
{
    public static Command Build()
    {
        var command = new Command("demo", "Make a database with the Luyang demonstration: accounts and records");
        command.SetAction(async (parsed, cancellation) =>
        {
            var (database, language) = (CommandLine.DatabaseOf(parsed, byDefault: "data/luyang-demo.db"), parsed.GetValue(CommandLine.Language)!);
            await using var host = CliHost.On(database);
            if (host.PolicyFault is { } fault) return CommandLine.Refuse([fault], language);
            await host.Migrate(cancellation);
            await host.AddDemoAccounts();
            var loaded = await host.LoadDemo(cancellation);
            if (!loaded.IsSuccess) return CommandLine.Refuse(loaded.Errors, language);
            Console.Out.WriteLine(Texts.In(language).Sentence(new DomainError(
                "cli.demoLoaded", ("path", database), ("rows", loaded.Value.New), ("lines", loaded.Value.Lines), ("same", loaded.Value.Skipped))));
            return 0;
        });
        return command;
    }
}
