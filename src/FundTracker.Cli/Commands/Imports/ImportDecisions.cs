using System.CommandLine;
using FundTracker.Application.Imports;
using FundTracker.Application.Text;
using FundTracker.Domain.Results;

namespace FundTracker.Cli.Commands.Imports;

/// <summary><c>import list|approve|reject</c>: what waits, and what another person makes of it.</summary>
internal static class ImportDecisions
{
    public static Command Approve()
    {
        var (id, fund) = (Id(), Fund());
        var reason = new Option<string>("--reason") { Description = "Why it is approved though hard rules would be breached", DefaultValueFactory = _ => "" };
        var command = new Command("approve", "Post a workbook that another person handed in") { id, fund, reason };
        command.SetAction((parsed, cancellation) => CommandLine.Write(parsed, async (host, actor) =>
        {
            var language = parsed.GetValue(CommandLine.Language)!;
            var ticker = new ImportTicker(language);
            var posted = await host.Dispatcher.Send(
                new ApproveImport.Command(parsed.GetValue(fund)!, new ImportBatchId(parsed.GetValue(id)), parsed.GetValue(reason)!, ticker), actor, cancellation);
            ticker.Finish();
            if (!posted.IsSuccess) return CommandLine.Refuse(posted.Errors, language);
            Say(language, new DomainError("cli.importApproved", ("rows", posted.Value.New), ("lines", posted.Value.Lines)));
            return 0;
        }, cancellation));
        return command;
    }

    public static Command Reject()
    {
        var (id, fund) = (Id(), Fund());
        var reason = new Option<string>("--reason") { Description = "Why", Required = true };
        var command = new Command("reject", "Turn down a workbook that another person handed in") { id, fund, reason };
        command.SetAction((parsed, cancellation) => CommandLine.Write(parsed, async (host, actor) =>
        {
            var language = parsed.GetValue(CommandLine.Language)!;
            var batch = new ImportBatchId(parsed.GetValue(id));
            var rejected = await host.Dispatcher.Send(new RejectImport.Command(parsed.GetValue(fund)!, batch, parsed.GetValue(reason)!), actor, cancellation);
            if (!rejected.IsSuccess) return CommandLine.Refuse(rejected.Errors, language);
            Say(language, new DomainError("cli.importRejected", ("batch", batch)));
            return 0;
        }, cancellation));
        return command;
    }

    public static Command List()
    {
        var fund = Fund();
        var command = new Command("list", "Files that were handed in, the latest first") { fund };
        command.SetAction((parsed, cancellation) => CommandLine.Read(parsed, async (host, actor) =>
        {
            var language = parsed.GetValue(CommandLine.Language)!;
            var listed = await host.Dispatcher.Send(new ListImports.Query(parsed.GetValue(fund)!), actor, cancellation);
            if (!listed.IsSuccess) return CommandLine.Refuse(listed.Errors, language);
            var texts = Texts.In(language);
            var table = new TextTable(["id", "file", "kind", "state", "new", "same", "lines", "recorded", "decided"]);
            foreach (var import in listed.Value)
            {
                table.Add([
                    $"{import.Batch}", import.FileName, texts.Of(import.Kind), texts.Of(import.State), $"{import.Counts.New}",
                    $"{import.Counts.Skipped}", $"{import.Counts.Lines}", import.RecordedBy, import.DecidedBy ?? "",
                ]);
            }

            table.Write(Console.Out);
            return 0;
        }, cancellation));
        return command;
    }

    private static Argument<long> Id() => new("id") { Description = "Number of the import, see import list" };

    private static Option<string> Fund() => new("--fund") { Description = "Code of the mother fund", Required = true };

    private static void Say(string language, DomainError sentence) => Console.Out.WriteLine(Texts.In(language).Sentence(sentence));
}
