using System.Text.Json;
using System.Text.Json.Nodes;
using FundTracker.Application.Figures;
using FundTracker.Application.Text;
using FundTracker.Domain.Evaluations;

namespace FundTracker.Application.Evaluations;

/// <summary>
/// A pre-score as JSON: one object per indicator. Figure, and limit and distance of the gap to the next band, are all in its <c>unit</c>:
/// percent are percent numbers (60 is 60 %). Where the scheme leaves an indicator out of a fund's score (<c>leftOut</c>), the fund's points of
/// 100 are the sum of <c>points</c> times 100 over <c>applicable</c>.
/// </summary>
public static class ScoreJson
{
    /// <summary>One object per indicator, in order.</summary>
    public static IEnumerable<JsonObject> Of(GetScorecard.Answer answer, string language) =>
        answer.Card.Scores.Select(score => Object(answer, score, language));

    private static JsonObject Object(GetScorecard.Answer answer, IndicatorScore score, string language)
    {
        var figure = score.Deciding.Reading.Figure;
        var json = new JsonObject
        {
            ["indicator"] = score.Indicator.Id,
            ["title"] = score.Indicator.Title.In(language),
            ["group"] = score.Group.Id,
            ["points"] = score.Points,
            ["of"] = score.Indicator.Of,
            ["leftOut"] = score.IsLeftOut,
            ["applicable"] = answer.Card.Scale.Applicable,
            ["basis"] = score.Basis == IndicatorBasis.Computed ? "computed" : "entered",
            ["figureId"] = figure.Id.ToString(),
            ["figure"] = FigureJson.InUnit(score.Deciding.Reading, language),
            ["unit"] = JsonNamingPolicy.CamelCase.ConvertName(score.Deciding.Unit.ToString()),
            ["gapToNext"] = Gap(score, language),
            ["scheme"] = answer.Card.Scheme.Id,
            ["version"] = answer.Card.Scheme.Version,
            ["fund"] = answer.Card.Subject.Code,
            ["year"] = answer.Year,
            ["asOf"] = answer.AsOf.ToString("O"),
            ["retroactive"] = answer.Card.IsRetroactive,
            ["illustrative"] = figure.IsIllustrative,
        };
        if (figure.NoneReason is { } reason) (json["reason"], json["reasonText"]) = (reason.Code, Texts.In(language).Sentence(reason));
        return json;
    }

    private static JsonObject? Gap(IndicatorScore score, string language)
    {
        if (score.Next is not { } gap) return null;
        var json = new JsonObject
        {
            ["points"] = gap.Points, ["limit"] = gap.Limit, ["direction"] = gap.IsUpward ? "up" : "down", ["distance"] = gap.Distance,
            ["text"] = ScoreText.Gap(score, language),
        };
        if (gap.Amount is { } money) (json["amount"], json["currency"]) = (money.ToPlainText(), money.Currency.Code);
        if (ScoreText.Moved(score, language) is { } moved) json["moves"] = moved;
        return json;
    }
}
