using System.CommandLine;
using System.Text.Json.Nodes;
using FundTracker.Analytics.Ratios;
using FundTracker.Application.Figures;
using FundTracker.Application.Text;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;

namespace FundTracker.Cli.Commands;

/// <summary><c>figures --fund CODE --as-of D [--known-at T] [--json]</c>: the fund itself first, then what it holds.</summary>
internal static class FiguresCommand
{
    public static Command Build()
    {
        var (fund, asOf, knownAt) = (CommandLine.Fund(), CommandLine.AsOf(), CommandLine.KnownAt());
        var command = new Command("figures", "Basic figures of a mother fund and of every sub-fund that it holds") { fund, asOf, knownAt, CommandLine.Json };
        command.SetAction((parsed, cancellation) => CommandLine.Read(parsed, async (host, actor) =>
        {
            var language = parsed.GetValue(CommandLine.Language)!;
            var found = await host.Dispatcher.Send(new FindCode.Query(parsed.GetValue(fund)!), actor, cancellation);
            if (!found.IsSuccess) return CommandLine.Refuse(found.Errors, language);
            var answer = await host.Dispatcher.Send(new GetFigures.Query(found.Value.Books, parsed.GetValue(asOf), parsed.GetValue(knownAt)), actor, cancellation);
            if (!answer.IsSuccess) return CommandLine.Refuse(answer.Errors, language);
            var funds = found.Value.Fund == found.Value.Books ? answer.Value.Funds : [.. answer.Value.Funds.Where(row => row.Fund.Code == found.Value.Fund)];
            if (parsed.GetValue(CommandLine.Json)) Console.Out.WriteLine(FigureJson.Array(funds.Select(row => Object(row, language))));
            else Print(funds, language);
            return 0;
        }, cancellation));
        return command;
    }

    private static JsonObject Object(FundFigures row, string language)
    {
        var json = new JsonObject { ["code"] = row.Fund.Code, ["name"] = row.Fund.Name.In(language), ["currency"] = row.Fund.Currency.Code };
        foreach (var figure in row.All) json[figure.Id.Formula] = FigureJson.Value(figure, language);
        json["irr"] = FigureJson.Irr(row.Irr, language);
        json["illustrative"] = row.All.Any(figure => figure.IsIllustrative);
        if (NavAge.StatedOn(row.Nav) is { } statedOn)
        {
            var since = NavAge.StaleSince(row.Nav);
            (json["navStatedOn"], json["navStale"]) = ($"{statedOn:yyyy-MM-dd}", since is not null);
            if (since is not null) json["navStaleSince"] = $"{since:yyyy-MM-dd}";
        }

        return json;
    }

    private static void Print(IReadOnlyList<FundFigures> funds, string language)
    {
        var texts = Texts.In(language);
        var table = new TextTable(["code", "name", .. funds[0].WithRate.Select(figure => texts[$"formula.{figure.Id.Formula}"])]);
        foreach (var row in funds) table.Add([row.Fund.Code, row.Fund.Name.In(language), .. row.WithRate.Select(figure => FigureJson.Text(figure, language))]);
        table.Write(Console.Out);
        foreach (var policy in funds[0].Dpi.Trail.Inputs.OfType<FactInput>()) Console.Out.WriteLine(Policy(policy, texts));
        foreach (var row in funds)
            if (row.Nav.Value is not null && NavAge.StaleSince(row.Nav) is { } since) Console.Out.WriteLine(texts.Fill("figures.navStale", ("figure", row.Nav.Id), ("date", since)));
        foreach (var figure in funds.SelectMany(row => row.WithRate))
            if (RateText.NoneReason(figure) is { } reason) Console.Out.WriteLine($"{figure.Id}: {texts.Sentence(reason)}");
    }

    /// <summary>A policy that the ratios were read by: what holds, and since when it was stated, or that it is the default.</summary>
    private static string Policy(FactInput policy, Texts texts)
    {
        var byDefault = policy.Role == FactNames.RecallablePolicy ? $"{RatioPolicies.Default.Recallable}" : $"{RatioPolicies.Default.OutsideCommitment}";
        var value = texts.FactValue(policy.Role, policy.Fact?.Value ?? byDefault);
        return policy.Fact is { } fact
            ? texts.Fill("figures.policyStated", ("policy", texts.Fact(policy.Role)), ("value", value), ("from", fact.EffectiveFrom))
            : texts.Fill("figures.policyDefault", ("policy", texts.Fact(policy.Role)), ("value", value));
    }
}
