using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FundTracker.Reports.Blocks;

/// <summary>
/// The one written form of a report's content: UTF-8 JSON without white space, properties in declared order, defaults
/// left out, decimals without trailing zeros, instants in UTC. It travels inside the PDF, so that whoever holds the
/// file can hash it and rebuild the report without our server.
/// </summary>
public static class CanonicalContent
{
    private static readonly CanonicalContext Context = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters =
        {
            new JsonStringEnumConverter<Alignment>(),
            new JsonStringEnumConverter<BarArrangement>(),
            new JsonStringEnumConverter<BarDirection>(),
            new JsonStringEnumConverter<CalloutKind>(),
            new JsonStringEnumConverter<Emphasis>(),
            new JsonStringEnumConverter<Marks>(),
            new JsonStringEnumConverter<PageOrientation>(),
            new JsonStringEnumConverter<ReportLanguage>(),
            new JsonStringEnumConverter<RowKind>(),
            new NormalisedDecimal(),
            new UtcInstant(),
        },
    });

    /// <summary>The canonical bytes of a report.</summary>
    public static byte[] Write(ReportDocument document) =>
        JsonSerializer.SerializeToUtf8Bytes(document, Context.ReportDocument);

    /// <summary>The report that canonical bytes describe; writing it again gives the same bytes.</summary>
    /// <exception cref="JsonException">The bytes are not a report.</exception>
    public static ReportDocument Read(ReadOnlySpan<byte> content) =>
        JsonSerializer.Deserialize(content, Context.ReportDocument) ?? throw new JsonException("The content is null.");

    /// <summary>SHA-256 of the canonical bytes, lower-case hexadecimal.</summary>
    public static string HashOf(ReportDocument document) => Convert.ToHexStringLower(SHA256.HashData(Write(document)));

    /// <summary>1.50 and 1.5 are the same figure and must hash alike.</summary>
    private sealed class NormalisedDecimal : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetDecimal();

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.ToString("0.#############################", CultureInfo.InvariantCulture));
    }

    private sealed class UtcInstant : JsonConverter<DateTimeOffset>
    {
        private const string Format = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            DateTimeOffset.ParseExact(
                reader.GetString()!, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture));
    }
}

[JsonSerializable(typeof(ReportDocument))]
internal sealed partial class CanonicalContext : JsonSerializerContext;
