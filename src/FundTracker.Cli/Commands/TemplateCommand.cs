using System.CommandLine;
using FundTracker.Application.Imports;
using FundTracker.Cli.Composition;

namespace FundTracker.Cli.Commands;

/// <summary><c>template -o FILE [--empty]</c>: the import workbook with notes on every column, filled with the demonstration's records.</summary>
internal static class TemplateCommand
{
    public static Command Build()
    {
        var output = new Option<string>("--output", "-o") { Description = "File to write, such as template.xlsx", Required = true };
        var empty = new Option<bool>("--empty") { Description = "Without the demonstration's records" };
        var command = new Command("template", "Write the import workbook, filled with the demonstration's records") { output, empty };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var host = CliHost.On(CommandLine.DatabaseOf(parsed));
            var actor = await host.Actor(user: null);
            var template = await host.Dispatcher.Send(new GetTemplate.Query(IsFilled: !parsed.GetValue(empty)), actor!, cancellation);
            if (!template.IsSuccess) return CommandLine.Refuse(template.Errors, parsed.GetValue(CommandLine.Language)!);
            await File.WriteAllBytesAsync(parsed.GetValue(output)!, template.Value.Content, cancellation);
            Console.Out.WriteLine(parsed.GetValue(output));
            return 0;
        });
        return command;
    }
}
