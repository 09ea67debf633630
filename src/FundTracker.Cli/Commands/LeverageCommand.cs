using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using FundTracker.Analytics.Leverage;
using FundTracker.Application.Figures;
using FundTracker.Application.Leverage;
using FundTracker.Application.Text;

namespace FundTracker.Cli.Commands;

/// <summary><c>leverage --fund CODE --as-of D [--by all|fund|sector|class|stage] [--json]</c>: the five formulas side by side.</summary>
internal static class LeverageCommand
{
    public static Command Build()
    {
        var (fund, asOf, knownAt) = (CommandLine.Fund(), CommandLine.AsOf(), CommandLine.KnownAt());
        var by = CommandLine.Choice("--by", "all", "Which part of the portfolio", "all", "fund", "sector", "class", "stage");
        var command = new Command("leverage", "The five leverage formulas side by side") { fund, asOf, knownAt, by, CommandLine.Json };
        command.SetAction((parsed, cancellation) => CommandLine.Read(parsed, async (host, actor) =>
        {
            var language = parsed.GetValue(CommandLine.Language)!;
            var found = await host.Dispatcher.Send(new FindCode.Query(parsed.GetValue(fund)!), actor, cancellation);
            if (!found.IsSuccess) return CommandLine.Refuse(found.Errors, language);
            var answer = await host.Dispatcher.Send(new GetLeverage.Query(found.Value.Books, parsed.GetValue(asOf), parsed.GetValue(knownAt)), actor, cancellation);
            if (!answer.IsSuccess) return CommandLine.Refuse(answer.Errors, language);
            var (group, code) = (parsed.GetValue(by)!, found.Value.Fund);
            var rows = answer.Value.Rows.Where(row => code == found.Value.Books ? row.GroupName == group : row.GroupValue == code).ToList();
            var ratios = rows.SelectMany(row => row.Ratios.Select(ratio => (row, ratio))).ToList();
            if (parsed.GetValue(CommandLine.Json)) Console.Out.WriteLine(FigureJson.Array(ratios.Select(pair => Object(pair.row, pair.ratio, language))));
            else Print(ratios, language);
            return 0;
        }, cancellation));
        return command;
    }

    private static JsonObject Object(LeverageRow row, LeverageRatio ratio, string language) => new()
    {
        ["scope"] = row.Scope,
        ["formula"] = ratio.Definition.Formula.ToString(),
        ["description"] = Texts.In(language)[$"formula.leverage.{ratio.Definition.Formula}"],
        ["basis"] = ratio.Definition.Basis == LeverageBasis.Committed ? "committed" : "paidIn",
        ["layer"] = ratio.Definition.Layer.ToString(),
        ["rounding"] = LeverageDefinition.Rounding,
        ["numerator"] = FigureJson.Value(ratio.Numerator, language),
        ["denominator"] = FigureJson.Value(ratio.Denominator, language),
        ["currency"] = ratio.Numerator.Value?.Currency.Code,
        ["value"] = FigureJson.Value(ratio.Ratio, language),
        ["unit"] = ratio.Definition.IsShare ? "fraction" : "multiple",
        ["target"] = ratio.Target is null ? null : new JsonObject { ["value"] = ratio.Target.Value, ["othersToOurs"] = ratio.Target.OthersToOurs, ["isMet"] = ratio.Target.IsMet },
        ["rates"] = new JsonArray([.. ratio.Rates.Select(Rate)]),
        ["socialKinds"] = new JsonArray([.. row.SocialKinds.Select(kind => (JsonNode)kind.ToString())]),
        ["figure"] = ratio.Ratio.Id.ToString(),
        ["illustrative"] = ratio.Ratio.IsIllustrative,
    };

    private static JsonObject Rate(UsedRate rate) => new()
    {
        ["pair"] = rate.Pair, ["from"] = rate.From.ToString("O", CultureInfo.InvariantCulture), ["rate"] = rate.Rate,
    };

    private static void Print(IReadOnlyList<(LeverageRow Row, LeverageRatio Ratio)> ratios, string language)
    {
        var texts = Texts.In(language);
        var table = new TextTable(["scope", "formula", "basis", "numerator", "denominator", "value"]);
        foreach (var (row, ratio) in ratios)
        {
            table.Add([
                row.Scope, texts[$"formula.leverage.{ratio.Definition.Formula}"], texts.Of(ratio.Definition.Basis), FigureJson.Text(ratio.Numerator, language),
                FigureJson.Text(ratio.Denominator, language), ratio.Definition.IsShare && ratio.Ratio.Value is { } share
                    ? Domain.Values.Percentage.FromFraction(share.Value).ToString() : FigureJson.Text(ratio.Ratio, language),
            ]);
        }

        table.Write(Console.Out);
        foreach (var rate in ratios.SelectMany(pair => pair.Ratio.Rates).Distinct().OrderBy(rate => rate.Pair, StringComparer.Ordinal).ThenBy(rate => rate.From))
            Console.Out.WriteLine(FormattableString.Invariant($"{texts["role.exchangeRate"]} {rate.Pair} {rate.Rate} ({rate.From:yyyy-MM-dd})"));
        foreach (var (_, ratio) in ratios.Where(pair => pair.Ratio.Ratio.NoneReason is not null))
            Console.Out.WriteLine($"{ratio.Ratio.Id}: {texts.Sentence(ratio.Ratio.NoneReason!)}");
    }
}
