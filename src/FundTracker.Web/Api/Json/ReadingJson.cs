using System.Text.Json;
using System.Text.Json.Serialization;
using FundTracker.Domain.Policies;

namespace FundTracker.Web.Api.Json;

/// <summary>
/// What a rule or a scheme has read: its figure stands in the unit of the limit beside it, a share as a percent number (60 is 60 %), as the
/// command line writes it. Everywhere else a share is its fraction.
/// </summary>
internal sealed class ReadingJson : JsonConverter<InputReading>
{
    public override InputReading Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new JsonException("Readings are computed, not sent.");

    public override void Write(Utf8JsonWriter writer, InputReading value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("figure");
        FigureJson.Write(writer, value.Figure, value.Number, options);
        writer.WritePropertyName("number");
        JsonSerializer.Serialize(writer, value.Number, options);
        writer.WritePropertyName("numerator");
        JsonSerializer.Serialize(writer, value.Numerator, options);
        writer.WritePropertyName("denominator");
        JsonSerializer.Serialize(writer, value.Denominator, options);
        writer.WriteBoolean("growsWhole", value.GrowsWhole);
        writer.WriteEndObject();
    }
}
