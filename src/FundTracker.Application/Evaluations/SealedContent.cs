using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FundTracker.Analytics.Policies;
using FundTracker.Domain.Evaluations;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Evaluations;

/// <summary>
/// The one written form of a sealed evaluation: JSON without white space, members in a fixed order, points without needless zeros, instants
/// in UTC. Its SHA-256 is printed; whoever holds the text can prove it without our server, and the same books give the same text again.
/// </summary>
internal static class SealedContent
{
    private const string Form = "fundtracker/evaluation/1";

    /// <summary>Writes it.</summary>
    /// <param name="reading">The evaluation with its figures.</param>
    /// <param name="by">Who seals.</param>
    /// <param name="decidedOn">Day of the committee's decision.</param>
    public static string Write(EvaluationReading reading, string by, DateOnly decidedOn)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            Head(json, reading);
            json.WriteStartArray("indicators");
            foreach (var indicator in reading.Card.Indicators) Indicator(json, indicator);
            json.WriteEndArray();
            if (!reading.Card.Card.Scale.IsWhole)
            {
                Number(json, "given", reading.Card.Given);
                Number(json, "applicable", reading.Card.Card.Scale.Applicable);
            }

            Number(json, "points", reading.Card.Points);
            json.WriteString("grade", reading.Card.Grade?.Id ?? "");
            json.WriteStartArray("consequences");
            foreach (var consequence in reading.Consequences) Consequence(json, consequence);
            json.WriteEndArray();
            Trail(json, reading.Evaluation);
            json.WriteString("sealedBy", by);
            json.WriteString("sealedOn", Day(decidedOn));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void Head(Utf8JsonWriter json, EvaluationReading reading)
    {
        var (evaluation, fund) = (reading.Evaluation, reading.View.Book.Node(reading.Evaluation.Fund));
        json.WriteString("form", Form);
        json.WriteString("books", reading.View.Book.Root.Code);
        json.WriteString("fund", fund.Code);
        json.WriteString("fundZh", fund.Name.Zh);
        json.WriteString("fundEn", fund.Name.En);
        json.WriteString("timing", evaluation.Timing.ToString());
        json.WriteNumber("year", evaluation.Year);
        json.WriteString("asOf", Day(evaluation.AsOf));
        json.WriteString("knownAt", reading.View.KnownAt.ToString());
        json.WriteBoolean("retroactive", evaluation.IsRetroactive);
        json.WriteString("scheme", evaluation.Scheme);
        json.WriteString("schemeVersion", evaluation.SchemeVersion);
        json.WriteString("schemeSha256", Domain.Evaluations.Evaluation.HashOf(evaluation.SchemeText));
        json.WriteString("method", reading.Scheme.Review!.Method.ToString());
    }

    private static void Indicator(Utf8JsonWriter json, ReviewedIndicator indicator)
    {
        var (score, figure) = (indicator.Score, indicator.Score.Deciding.Reading.Figure);
        json.WriteStartObject();
        json.WriteString("group", score.Group.Id);
        json.WriteString("id", score.Indicator.Id);
        Number(json, "of", score.Indicator.Of);
        json.WriteString("basis", score.Basis.ToString());
        json.WriteString("figureId", figure.Id.ToString());
        json.WriteString("figure", Value(figure));
        json.WriteString("noFigure", figure.NoneReason?.Code ?? "");
        json.WriteBoolean("illustrative", figure.IsIllustrative);
        Number(json, "ladder", score.Points);
        if (score.IsLeftOut) json.WriteBoolean("leftOut", value: true);
        json.WriteStartArray("entries");
        foreach (var entry in indicator.Entries)
        {
            json.WriteStartObject();
            json.WriteString("input", entry.Input);
            json.WriteString("answer", entry.Answer);
            json.WriteString("proof", entry.Proof);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("reviews");
        foreach (var vote in indicator.Votes)
        {
            json.WriteStartObject();
            json.WriteString("by", vote.Reviewer);
            Number(json, "points", vote.Points);
            json.WriteString("comment", vote.Comment);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Number(json, "points", indicator.Points);
        json.WriteEndObject();
    }

    private static void Consequence(Utf8JsonWriter json, GradeConsequence consequence)
    {
        json.WriteStartObject();
        json.WriteString("kind", consequence.Kind.ToString());
        Number(json, "term", consequence.Term);
        json.WriteString("base", consequence.Base?.ToString() ?? "");
        json.WriteString("amount", consequence.Amount?.ToString() ?? "");
        json.WriteEndObject();
    }

    private static void Trail(Utf8JsonWriter json, Evaluation evaluation)
    {
        json.WriteString("document", evaluation.Document?.ToString() ?? "");
        json.WriteStartArray("events");
        foreach (var happened in evaluation.Events.Where(one => one.Kind != EvaluationEventKind.Sealed))
        {
            json.WriteStartObject();
            json.WriteString("kind", happened.Kind.ToString());
            json.WriteString("by", happened.By);
            json.WriteString("at", happened.At.ToString());
            json.WriteString("text", happened.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Value(IFigure figure) => figure.Value switch
    {
        null => "",
        Percentage percentage => $"{Plain(percentage.Percent)} %",
        Multiple multiple => $"{Plain(multiple.Value)} x",
        Money money => money.ToString(),
        Quantity quantity => $"{Plain(quantity.Value)} {quantity.Unit}",
        var other => throw new ArgumentException($"{other.GetType()} is no unit of an input.", nameof(figure)),
    };

    private static void Number(Utf8JsonWriter json, string name, decimal? number)
    {
        json.WritePropertyName(name);
        if (number is { } value) json.WriteRawValue(Plain(value));
        else json.WriteNullValue();
    }

    private static string Plain(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
