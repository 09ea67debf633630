using System.CommandLine;
using System.Text.Json.Nodes;
using FundTracker.Analytics.Waterfalls;
using FundTracker.Application.Figures;
using FundTracker.Application.Performance;
using FundTracker.Application.Text;
using FundTracker.Domain.Figures;

namespace FundTracker.Cli.Commands;

/// <summary><c>waterfall --fund CODE --as-of D [--known-at T] [--json]</c>: the tiers of a sub-fund's distributions and its clawback.</summary>
internal static class WaterfallCommand
{
    public static Command Build()
    {
        var (fund, asOf, knownAt) = (CommandLine.Fund(), CommandLine.AsOf(), CommandLine.KnownAt());
        var command = new Command("waterfall", "Tiers of a sub-fund's distributions by its terms") { fund, asOf, knownAt, CommandLine.Json };
        command.SetAction((parsed, cancellation) => CommandLine.Read(parsed, async (host, actor) =>
        {
            var language = parsed.GetValue(CommandLine.Language)!;
            var found = await host.Dispatcher.Send(new FindCode.Query(parsed.GetRequiredValue(fund)), actor, cancellation);
            if (!found.IsSuccess) return CommandLine.Refuse(found.Errors, language);
            var asked = await host.Dispatcher.Send(
                new GetWaterfall.Query(found.Value.Books, found.Value.Fund, parsed.GetValue(asOf), parsed.GetValue(knownAt)), actor, cancellation);
            if (!asked.IsSuccess) return CommandLine.Refuse(asked.Errors, language);
            if (asked.Value.Waterfall is not { } waterfall) return CommandLine.Refuse([asked.Value.NoneReason!], language);
            if (parsed.GetValue(CommandLine.Json)) Console.Out.WriteLine(FigureJson.Object(Json(waterfall, language)));
            else Print(waterfall, language);
            return 0;
        }, cancellation));
        return command;
    }

    private static JsonObject Json(FundWaterfall waterfall, string language)
    {
        var whole = new JsonObject { ["fund"] = waterfall.Fund.Code, ["terms"] = waterfall.Terms.ToString() };
        foreach (var figure in waterfall.Totals) whole[Name(figure)] = FigureJson.Value(figure, language);
        whole["days"] = new JsonArray([.. waterfall.Days.Select(day =>
        {
            var one = new JsonObject { ["day"] = day.Day.ToString("O") };
            foreach (var figure in day.All) one[Name(figure)] = FigureJson.Value(figure, language);
            return one;
        })]);
        return whole;
    }

    private static string Name(IFigure figure) => figure.Id.Formula[(figure.Id.Formula.IndexOf('.', StringComparison.Ordinal) + 1)..];

    private static void Print(FundWaterfall waterfall, string language)
    {
        var texts = Texts.In(language);
        var totals = new TextTable(["", waterfall.Fund.Currency.Code]);
        foreach (var figure in waterfall.Totals) totals.Add([texts[$"formula.{figure.Id.Formula}"], FigureJson.Text(figure, language)]);
        totals.Write(Console.Out);
        if (waterfall.Days.Count == 0) return;
        var days = new TextTable(["", .. waterfall.Days[0].All.Select(figure => texts[$"formula.{figure.Id.Formula}"])]);
        foreach (var day in waterfall.Days) days.Add([day.Day.ToString("O"), .. day.All.Select(figure => FigureJson.Text(figure, language))]);
        days.Write(Console.Out);
    }
}
