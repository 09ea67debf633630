using System.CommandLine;
using FundTracker.Cli.Composition;

namespace FundTracker.Cli.Commands;

/// <summary><c>migrate</c>: makes the database or brings it to the newest migration.</summary>
internal static class MigrateCommand
{
    public static Command Build()
    {
        var command = new Command("migrate", "Make the database, or bring it to the newest migration");
        command.SetAction(async (parsed, cancellation) =>
        {
            var database = CommandLine.DatabaseOf(parsed);
            await using var host = CliHost.On(database);
            await host.Migrate(cancellation);
            Console.Out.WriteLine(database);
            return 0;
        });
        return command;
    }
}
