using System.CommandLine;
using FundTracker.Application.Figures;
using FundTracker.Application.Policies;
using FundTracker.Application.Text;
using FundTracker.Domain.Policies;

namespace FundTracker.Cli.Commands;

/// <summary><c>rules --fund CODE --as-of D [--known-at T] [--rule ID] [--retroactive] [--json]</c>: what the policy rules say.</summary>
internal static class RulesCommand
{
    private static readonly Option<bool> Retroactive = new("--retroactive")
    {
        Description = "Ask rules also for days on which they were not in force; each result then says so",
    };

    private static readonly Option<string?> Rule = new("--rule") { Description = "Code of one rule, N-04; default: all" };

    public static Command Build()
    {
        var (fund, asOf, knownAt) = (CommandLine.Fund(), CommandLine.AsOf(), CommandLine.KnownAt());
        var command = new Command("rules", "Policy rules: met, breached or not known, with gap, cure and conflicts between levels")
        {
            fund, asOf, knownAt, Rule, Retroactive, CommandLine.Json,
        };
        command.SetAction((parsed, cancellation) => CommandLine.Read(parsed, async (host, actor) =>
        {
            var language = parsed.GetValue(CommandLine.Language)!;
            var found = await host.Dispatcher.Send(new FindCode.Query(parsed.GetValue(fund)!), actor, cancellation);
            if (!found.IsSuccess) return CommandLine.Refuse(found.Errors, language);
            var only = found.Value.Fund == found.Value.Books ? null : found.Value.Fund;
            var query = new GetRules.Query(
                found.Value.Books, parsed.GetValue(asOf), parsed.GetValue(knownAt), only, parsed.GetValue(Rule), parsed.GetValue(Retroactive));
            var answer = await host.Dispatcher.Send(query, actor, cancellation);
            if (!answer.IsSuccess) return CommandLine.Refuse(answer.Errors, language);
            CommandLine.Refuse(answer.Value.Refused, language);
            if (parsed.GetValue(CommandLine.Json)) Console.Out.WriteLine(FigureJson.Array(RuleJson.Of(answer.Value, language)));
            else Print(answer.Value, language);
            return 0;
        }, cancellation));
        return command;
    }

    private static void Print(GetRules.Answer answer, string language)
    {
        var texts = Texts.In(language);
        var table = new TextTable(["rule", "version", "status", "subject", "figure", "limit", "gap", "title"]);
        foreach (var result in answer.Results)
        {
            var deciding = result.Headline?.Deciding;
            table.Add([
                result.Rule.Id, result.Rule.Version + (result.IsRetroactive ? " (retroactive)" : ""), texts.Of(result.Status),
                result.Headline?.Subject.Code ?? "", deciding is null ? "" : FigureJson.Text(deciding.Reading.Figure, language),
                deciding is null ? "" : FindingText.Limit(deciding, language),
                deciding is null || result.Status != FindingStatus.Breached ? "" : FindingText.Distance(deciding, language),
                result.Rule.Title.In(language),
            ]);
        }

        table.Write(Console.Out);
        foreach (var result in answer.Results.Where(result => result.Status == FindingStatus.Breached))
            Console.Out.WriteLine($"{result.Rule.Id}: {FindingText.Cure(result.Headline!, language)}");
        foreach (var conflict in answer.Conflicts)
        {
            Console.Out.WriteLine(
                $"{conflict.First.Rule.Id} / {conflict.Second.Rule.Id}: {texts.Of(conflict.Kind)} — {texts[$"formula.policy.{conflict.Input}"]} ({string.Join(", ", conflict.Subjects)})");
        }
    }
}
