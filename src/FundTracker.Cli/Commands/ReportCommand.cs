using System.CommandLine;
using System.CommandLine.Parsing;
using FundTracker.Application.Figures;
using FundTracker.Application.Reports;
using FundTracker.Application.Text;
using FundTracker.Cli.Composition;
using FundTracker.Domain.Results;

namespace FundTracker.Cli.Commands;

/// <summary><c>report quarterly --fund CODE --quarter 2023Q2 --language zh|en -o FILE [--known-at T]</c>.</summary>
internal static class ReportCommand
{
    public static Command Build()
    {
        var (fund, knownAt) = (CommandLine.Fund(), CommandLine.KnownAt());
        var quarter = new Option<string>("--quarter") { Description = "Quarter, such as 2023Q2", Required = true, CustomParser = Quarter };
        var output = new Option<FileInfo>("--output", "-o") { Description = "The PDF to write", Required = true };
        var quarterly = new Command("quarterly", "The quarterly report as PDF") { fund, quarter, knownAt, output };
        quarterly.SetAction((parsed, cancellation) => CommandLine.Read(parsed, async (host, actor) =>
        {
            var language = parsed.GetValue(CommandLine.Language)!;
            var found = await host.Dispatcher.Send(new FindCode.Query(parsed.GetValue(fund)!), actor, cancellation);
            if (!found.IsSuccess) return CommandLine.Refuse(found.Errors, language);
            if (found.Value.Fund != found.Value.Books)
                return CommandLine.Refuse([new DomainError("cli.reportOfMotherFund", ("fund", found.Value.Fund), ("motherFund", found.Value.Books))], language);
            var report = await host.Dispatcher.Send(
                new GetQuarterlyReport.Query(found.Value.Books, parsed.GetValue(quarter)!, parsed.GetValue(knownAt)), actor, cancellation);
            if (!report.IsSuccess) return CommandLine.Refuse(report.Errors, language);
            var file = parsed.GetValue(output)!;
            var (pages, hash, unprintable) = ReportFiles.Write(report.Value, language, file);
            Console.Out.WriteLine(Texts.In(language).Sentence(new DomainError("cli.reportWritten", ("file", file.FullName), ("pages", pages), ("hash", hash))));
            foreach (var character in unprintable) Console.Error.WriteLine(character);
            return 0;
        }, cancellation));
        return new Command("report", "Reports") { quarterly };
    }

    private static string? Quarter(ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (Domain.Values.Quarter.TryParse(text, out _)) return text;
        result.AddError($"'{text}' is not a quarter such as 2023Q2.");
        return null;
    }
}
