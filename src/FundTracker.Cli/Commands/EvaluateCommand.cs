using System.CommandLine;
using FundTracker.Application.Evaluations;
using FundTracker.Application.Figures;
using FundTracker.Application.Text;

namespace FundTracker.Cli.Commands;

/// <summary><c>evaluate --fund CODE --scheme 1753 --year 2025 [--known-at T] [--retroactive] [--json]</c>: the pre-score of a fund.</summary>
internal static class EvaluateCommand
{
    private static readonly Option<string> Scheme = new("--scheme") { Description = "Code of the scheme: 1753, district", Required = true };

    private static readonly Option<int> Year = new("--year") { Description = "The year, 2025", Required = true };

    private static readonly Option<bool> Retroactive = new("--retroactive")
    {
        Description = "Score also a year that the scheme does not evaluate; the result then says so",
    };

    public static Command Build()
    {
        var (fund, knownAt) = (CommandLine.Fund(), CommandLine.KnownAt());
        var command = new Command("evaluate", "Pre-score of a fund by an evaluation scheme, with the way to the next band")
        {
            fund, Scheme, Year, knownAt, Retroactive, CommandLine.Json,
        };
        command.SetAction((parsed, cancellation) => CommandLine.Read(parsed, async (host, actor) =>
        {
            var language = parsed.GetValue(CommandLine.Language)!;
            var found = await host.Dispatcher.Send(new FindCode.Query(parsed.GetValue(fund)!), actor, cancellation);
            if (!found.IsSuccess) return CommandLine.Refuse(found.Errors, language);
            var query = new GetScorecard.Query(
                found.Value.Books, parsed.GetValue(Scheme)!, parsed.GetValue(Year), found.Value.Fund, parsed.GetValue(knownAt), parsed.GetValue(Retroactive));
            var answer = await host.Dispatcher.Send(query, actor, cancellation);
            if (!answer.IsSuccess) return CommandLine.Refuse(answer.Errors, language);
            if (parsed.GetValue(CommandLine.Json)) Console.Out.WriteLine(FigureJson.Array(ScoreJson.Of(answer.Value, language)));
            else Print(answer.Value, language);
            return 0;
        }, cancellation));
        return command;
    }

    private static void Print(GetScorecard.Answer answer, string language)
    {
        var texts = Texts.In(language);
        var card = answer.Card;
        var table = new TextTable(["indicator", "points", "of", "basis", "figure", "title", "gapToNext"]);
        foreach (var score in card.Scores)
        {
            table.Add([
                score.Indicator.Id, score.Points is { } points ? ScoreText.Points(points) : score.IsLeftOut ? "n.a." : "n.m.", ScoreText.Points(score.Indicator.Of),
                texts.Of(score.Basis), FigureJson.Text(score.Deciding.Reading.Figure, language), score.Indicator.Title.In(language), ScoreText.Gap(score, language),
            ]);
        }

        table.Write(Console.Out);
        if (ScoreText.Scaling(card, card.Given, language) is { Length: > 0 } scaling) Console.Out.WriteLine(scaling);
        var grade = card.Grade is { } given ? ", " + given.Title.In(language) : "";
        var mark = card.IsRetroactive ? " (retroactive)" : "";
        Console.Out.WriteLine($"{card.Scheme.Version} {answer.Year}{mark}: {ScoreText.Points(card.Points)} / {ScoreText.Points(100 - card.Open)}{grade}");
    }
}
