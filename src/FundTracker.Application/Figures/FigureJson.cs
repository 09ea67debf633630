using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FundTracker.Analytics.Metrics;
using FundTracker.Analytics.Numerics;
using FundTracker.Analytics.Returns;
using FundTracker.Application.Text;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Figures;

/// <summary>
/// Figures as JSON, the same for the command line and the API: amounts as exact decimal strings, ratios and shares as numbers with shortest
/// round-trip digits (a share as its fraction), a figure without an answer as <c>{"none": reason}</c>.
/// </summary>
public static class FigureJson
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A figure's value.</summary>
    public static JsonNode Value(IFigure figure, string language) => figure.Value switch
    {
        Money money => JsonValue.Create(money.ToPlainText()),
        Multiple multiple => JsonValue.Create(NearestDouble.Of(multiple.Value)),
        Percentage percentage => JsonValue.Create(NearestDouble.Of(percentage.Fraction)),
        Quantity { Unit: QuantityUnit.Flag } flag => JsonValue.Create(flag.Value != 0),
        Quantity quantity => JsonValue.Create(quantity.Value),
        null => new JsonObject { ["none"] = Texts.In(language).Sentence(figure.NoneReason!), ["code"] = figure.NoneReason!.Code },
        var other => throw new ArgumentException($"{other.GetType()} has no JSON form.", nameof(figure)),
    };

    /// <summary>What a rule or a scheme has read, in the unit of its limit: a share is a percent number here, 60 for 60 %.</summary>
    public static JsonNode InUnit(InputReading reading, string language) =>
        reading is { Figure.Value: Percentage, Number: { } percent } ? JsonValue.Create(NearestDouble.Of(percent)) : Value(reading.Figure, language);

    /// <summary>An IRR in the form in which <c>metrics</c> writes it, see <see cref="IrrJson"/>.</summary>
    public static JsonObject Irr(Figure<IrrResult> figure, string language)
    {
        var none = figure.Value is { } result ? ReturnReasons.QuotedRate(result) is { IsSuccess: false } open ? open.Error : null : figure.NoneReason;
        return IrrJson.Object(IrrReport.Of(figure), none is null ? null : Texts.In(language).Sentence(none));
    }

    /// <summary>A figure's value on one line of text; <c>n.m.</c> where it has no answer. A rate under one year is that of the period.</summary>
    public static string Text(IFigure figure, string language) => figure.Value switch
    {
        Money money => money.Amount.ToString($"N{money.Currency.Exponent}", CultureInfo.InvariantCulture),
        IrrResult irr => RateText.Of(irr, Texts.In(language)) ?? "n.m.",
        null => "n.m.",
        var value => value.ToString()!,
    };

    /// <summary>Objects as an indented array.</summary>
    public static string Array(IEnumerable<JsonObject> objects) => new JsonArray([.. objects]).ToJsonString(Indented);

    /// <summary>One object, indented.</summary>
    public static string Object(JsonObject json) => json.ToJsonString(Indented);
}
