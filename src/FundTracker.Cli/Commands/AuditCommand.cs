using System.CommandLine;
using FundTracker.Application.Ledger;
using FundTracker.Domain.Results;

namespace FundTracker.Cli.Commands;

/// <summary><c>audit verify</c>: recomputes the hash chains of the audit trail.</summary>
internal static class AuditCommand
{
    public static Command Build()
    {
        var verify = new Command("verify", "Recompute the audit trail's hash chains and name the first broken link of each");
        verify.SetAction((parsed, cancellation) => CommandLine.Read(parsed, async (host, actor) =>
        {
            var language = parsed.GetValue(CommandLine.Language)!;
            var answer = await host.Dispatcher.Send(new VerifyAudit.Query(), actor, cancellation);
            if (!answer.IsSuccess) return CommandLine.Refuse(answer.Errors, language);
            var broken = new List<DomainError>();
            foreach (var row in answer.Value) LedgerCommand.Report(row.Books, "chain.audit", row.Check, language, broken);
            return broken.Count == 0 ? 0 : CommandLine.Refuse(broken, language);
        }, cancellation));
        return new Command("audit", "The audit trail") { verify };
    }
}
