using System.CommandLine;
using System.Globalization;
using FundTracker.Cli.Commands;

Argument<FileInfo> flows = new("flows");
Option<DateOnly> asOf = new("--as-of")
{
    Required = true,
    CustomParser = result => DateOnly.ParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture),
};
Option<FileInfo?> index = new("--index");
Option<bool> json = new("--json");
Option<string> language = new("--language") { DefaultValueFactory = _ => "zh" };
Command metrics = new("metrics") { flows, asOf, index, json, language };
metrics.SetAction(parsed => MetricsCommand.Run(
    parsed.GetRequiredValue(flows), parsed.GetValue(asOf), parsed.GetValue(index), parsed.GetValue(json),
    Console.Out, Console.Error, parsed.GetRequiredValue(language)));
return await new RootCommand { metrics }.Parse(args).InvokeAsync();
