using System.CommandLine;
using FundTracker.Cli;
using FundTracker.Cli.Commands;
using FundTracker.Cli.Commands.Imports;

var root = new RootCommand("FundTracker: a mother fund's ledger, figures and reports")
{
    MigrateCommand.Build(), DemoCommand.Build(), TemplateCommand.Build(), ImportCommand.Build(), UserCommand.Build(),
    FiguresCommand.Build(), LeverageCommand.Build(), RulesCommand.Build(), EvaluateCommand.Build(), MetricsCommand.Build(),
    IndexCommand.Build(), BenchmarkCommand.Build(), WaterfallCommand.Build(), ReportCommand.Build(), LedgerCommand.Build(), AuditCommand.Build(),
    CommandLine.Database, CommandLine.As, CommandLine.Language,
};
var parsed = root.Parse(args);
if (parsed.Errors.Count == 0) return await parsed.InvokeAsync();
foreach (var error in parsed.Errors) Console.Error.WriteLine(error.Message);
return CommandLine.WrongUsage;
