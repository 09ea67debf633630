using System.Globalization;
using FundTracker.Domain.Evaluations;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Text;

/// <summary>Scores in words: the same on screen, in JSON and in reports.</summary>
public static class ScoreText
{
    /// <summary>Points without needless zeros.</summary>
    public static string Points(decimal points) => decimal.Round(points, 2, MidpointRounding.AwayFromZero).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Which indicators are left out and how the rest is scaled: <c>M1 left out: 60 of 90 points are 66.67 of 100</c>; empty where none is.</summary>
    /// <param name="card">The scorecard.</param>
    /// <param name="given">Points of the indicators, before scaling.</param>
    /// <param name="language">Language of the words.</param>
    public static string Scaling(Scorecard card, decimal given, string language)
    {
        var texts = Texts.In(language);
        return card.Scale.IsWhole ? "" : texts.Fill(
            "scorecard.scaling",
            ("leftOut", string.Join(texts["list.separator"], card.LeftOut.Select(score => $"{score.Indicator.Id} {score.Indicator.Title.In(language)}"))),
            ("reason", texts.Sentence(card.LeftOut[0].Deciding.Reading.Figure.NoneReason!)), ("given", Points(given)),
            ("applicable", Points(card.Scale.Applicable)), ("points", Points(card.Scale.Of(given))));
    }

    /// <summary>What is missing for more points, in money where it can be: <c>40,000,000.00 CNY more social capital (to 40 %) raises the score by 1</c>; empty where nothing is.</summary>
    /// <param name="score">The indicator.</param>
    /// <param name="language">Language of the words.</param>
    /// <param name="print">How amounts are printed; null for all their digits.</param>
    public static string Gap(IndicatorScore score, string language, Func<Money, string>? print = null)
    {
        if (score.Next is not { } gap) return "";
        var texts = Texts.In(language);
        var unit = score.Deciding.Unit;
        if (unit == PolicyUnit.Flag) return texts.Fill("scorecard.gapFlag", ("points", Points(gap.Points)));
        var step = gap.Amount is { } money ? (print ?? texts.Print)(money)
            : unit == PolicyUnit.Percent ? texts.Fill("scorecard.percentagePoints", ("step", Points(gap.Distance)))
            : FindingText.Number(gap.Distance, unit, language);
        var moved = Moved(score, language);
        return texts.Fill(
            $"scorecard.gap{(gap.IsUpward ? "Up" : "Down")}{(moved is null ? "" : "Of")}", ("points", Points(gap.Points)), ("step", step),
            ("moved", moved), ("limit", FindingText.Number(gap.Limit, unit, language)));
    }

    /// <summary>Which money must move for more points, the one above the line: distributions, social capital; null where it is not money.</summary>
    public static string? Moved(IndicatorScore score, string language) =>
        score.Next?.Amount is null ? null : Texts.In(language).Find($"scorecard.moves.{score.Deciding.Ladder.Input}");
}
