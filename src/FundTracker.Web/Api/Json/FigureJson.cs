using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using FundTracker.Analytics.Metrics;
using FundTracker.Analytics.Returns;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Values;
using FundTracker.Web.Texts;

namespace FundTracker.Web.Api.Json;

/// <summary>
/// A figure with its address: <c>{"id":"tvpi@LUZHOU1","value":1.45,"illustrative":false}</c>, or in place of the value
/// <c>"none":{"code":...,"message":...}</c>. The trail is asked for by the address.
/// </summary>
internal sealed class FigureJson : JsonConverter<IFigure>
{
    public override bool CanConvert(Type typeToConvert) => typeof(IFigure).IsAssignableFrom(typeToConvert);

    public override IFigure Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new JsonException("Figures are computed, not sent.");

    public override void Write(Utf8JsonWriter writer, IFigure value, JsonSerializerOptions options) => Write(writer, value, number: null, options);

    /// <summary>Writes a figure; a share as a given number in place of its fraction, if there is one.</summary>
    public static void Write(Utf8JsonWriter writer, IFigure value, decimal? number, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("id", value.Id.ToString());
        if (value.NoneReason is { } reason)
        {
            writer.WriteStartObject("none");
            writer.WriteString("code", reason.Code);
            writer.WriteString("message", FundTracker.Application.Text.ErrorText.Render(reason, Languages.Current));
            writer.WriteEndObject();
        }
        else
        {
            writer.WritePropertyName("value");
            var shown = value.Value switch { IrrResult irr => IrrReport.Of(irr), Percentage when number is not null => number, var other => other! };
            JsonSerializer.Serialize(writer, shown, shown.GetType(), options);
        }

        writer.WriteBoolean("illustrative", value.IsIllustrative);
        if (NavAge.StaleSince(value) is { } since) writer.WriteString("staleSince", since.ToString("O", CultureInfo.InvariantCulture));
        writer.WriteEndObject();
    }
}
