using System.CommandLine;
using System.Text.Json.Nodes;
using FundTracker.Application.Figures;
using FundTracker.Application.Funds;
using FundTracker.Application.Ledger;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Text;
using FundTracker.Cli.Composition;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Cli.Commands;

/// <summary><c>ledger --fund CODE</c> prints the journal; <c>ledger verify [--fund CODE]</c> recomputes its hash chains.</summary>
internal static class LedgerCommand
{
    public static Command Build()
    {
        var (fund, knownAt) = (new Option<string?>("--fund") { Description = "Code of the mother fund, its family or a sub-fund" }, CommandLine.KnownAt());
        var command = new Command("ledger", "The journal of a fund") { fund, knownAt, CommandLine.Json };
        command.SetAction((parsed, cancellation) => parsed.GetValue(fund) is { } code
            ? CommandLine.Read(parsed, (host, actor) => Print(parsed, host, actor, code, parsed.GetValue(knownAt), cancellation), cancellation)
            : Task.FromResult(CommandLine.Usage("--fund", parsed)));
        command.Subcommands.Add(BuildVerify());
        return command;
    }

    private static Command BuildVerify()
    {
        var fund = new Option<string?>("--fund") { Description = "Code of the mother fund or its family; all where none is named" };
        var verify = new Command("verify", "Recompute the hash chains from the first entry and name the first broken link") { fund };
        verify.SetAction((parsed, cancellation) => CommandLine.Read(parsed, async (host, actor) =>
        {
            var language = parsed.GetValue(CommandLine.Language)!;
            var codes = await BooksOf(host, actor, parsed.GetValue(fund), cancellation);
            if (!codes.IsSuccess) return CommandLine.Refuse(codes.Errors, language);
            var broken = new List<DomainError>();
            foreach (var books in codes.Value)
            {
                var answer = await host.Dispatcher.Send(new VerifyLedger.Query(books), actor, cancellation);
                if (!answer.IsSuccess) return CommandLine.Refuse(answer.Errors, language);
                Report(books, "chain.lines", answer.Value.Lines, language, broken);
                Report(books, "chain.facts", answer.Value.Facts, language, broken);
                broken.AddRange(answer.Value.Documents.Changed);
                if (answer.Value.Documents is { Changed.Count: 0, Count: var count })
                    Console.Out.WriteLine(Texts.In(language).Sentence(new DomainError("document.allAsAttached", ("books", books), ("count", count))));
            }

            return broken.Count == 0 ? 0 : CommandLine.Refuse(broken, language);
        }, cancellation));
        return verify;
    }

    /// <summary>Prints what was found of one chain, or keeps the break for the error stream.</summary>
    internal static void Report(string books, string chain, ChainCheck check, string language, List<DomainError> broken)
    {
        var texts = Texts.In(language);
        if (check.Holds)
            Console.Out.WriteLine(texts.Sentence(new DomainError("chain.holds", ("books", books), ("chain", texts[chain]), ("entries", check.Entries))));
        else
            broken.Add(new DomainError("chain.broken", ("books", books), ("chain", texts[chain]), ("sequence", check.FirstBroken!.Value), ("what", texts[$"chain.what.{check.What}"])));
    }

    private static async Task<Result<IReadOnlyList<string>>> BooksOf(CliHost host, Actor actor, string? code, CancellationToken cancellation)
    {
        if (code is not null)
            return (await host.Dispatcher.Send(new FindCode.Query(code), actor, cancellation)).Map<IReadOnlyList<string>>(found => [found.Books]);
        return (await host.Dispatcher.Send(new ListMotherFunds.Query(), actor, cancellation)).Map<IReadOnlyList<string>>(funds => [.. funds.Select(row => row.Code)]);
    }

    private static async Task<int> Print(ParseResult parsed, CliHost host, Actor actor, string code, Stamp? knownAt, CancellationToken cancellation)
    {
        var language = parsed.GetValue(CommandLine.Language)!;
        var found = await host.Dispatcher.Send(new FindCode.Query(code), actor, cancellation);
        if (!found.IsSuccess) return CommandLine.Refuse(found.Errors, language);
        var about = found.Value.Fund == found.Value.Books ? null : found.Value.Fund;
        var lines = new List<LineCard>();
        for (var page = 1; ; page++)
        {
            var answer = await host.Dispatcher.Send(
                new GetLedger.Query(found.Value.Books, about, KnownAt: knownAt, Page: page, PageSize: GetLedger.PageSizeMax), actor, cancellation);
            if (!answer.IsSuccess) return CommandLine.Refuse(answer.Errors, language);
            lines.AddRange(answer.Value.Lines);
            if (lines.Count >= answer.Value.Total || answer.Value.Lines.Count == 0) break;
        }

        if (parsed.GetValue(CommandLine.Json)) Console.Out.WriteLine(FigureJson.Array(lines.Select(Object)));
        else Table(lines, language).Write(Console.Out);
        return 0;
    }

    private static TextTable Table(IReadOnlyList<LineCard> lines, string language)
    {
        var texts = Texts.In(language);
        var table = new TextTable(["#", "date", "kind", "holder", "investee", "amount", "unfunded", "recorded", "approved"]);
        foreach (var line in lines)
        {
            table.Add([
                $"{line.Sequence}", texts.Print(line.EffectiveDate), texts.Of(line.Kind), line.Holder.Code, line.Investee.Code, line.Amount.ToPlainText(),
                line.ImpactOnUnfunded.ToPlainText(), line.RecordedBy, line.ApprovedBy,
            ]);
        }

        return table;
    }

    private static JsonObject Object(LineCard line) => new()
    {
        ["sequence"] = line.Sequence, ["effectiveDate"] = line.EffectiveDate.ToString("O"), ["recordedAt"] = line.RecordedAt.ToString(),
        ["kind"] = line.Kind.ToString(), ["holder"] = line.Holder.Code, ["investee"] = line.Investee.Code, ["currency"] = line.Amount.Currency.Code,
        ["amount"] = line.Amount.ToPlainText(), ["impactOnUnfunded"] = line.ImpactOnUnfunded.ToPlainText(), ["purpose"] = line.Purpose.ToString(),
        ["insideCommitment"] = line.InsideCommitment, ["recallable"] = line.Recallable, ["provenance"] = line.Provenance.ToString(),
        ["reverses"] = line.Reverses, ["correctsClosed"] = line.CorrectsClosed, ["recordedBy"] = line.RecordedBy, ["approvedBy"] = line.ApprovedBy,
        ["reference"] = line.Reference, ["note"] = line.Note, ["hash"] = line.Hash,
    };
}
