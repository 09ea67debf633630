using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using FundTracker.Domain.Values;

namespace FundTracker.Web.Api.Json;

/// <summary>Amounts as <c>{"amount":"1234.50","currency":"CNY"}</c>: the digits are exact, whatever reads them.</summary>
internal sealed class MoneyJson : JsonConverter<Money>
{
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new JsonException("Amounts are sent as numbers in major units.");

    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("amount", value.ToPlainText());
        writer.WriteString("currency", value.Currency.Code);
        writer.WriteEndObject();
    }
}

/// <summary>A value of the domain that is one word: written by its text and, where requests carry it, read back.</summary>
internal sealed class WordJson<T>(Func<T, string> write, Func<string, T?>? read = null) : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.Number
            ? reader.GetInt64().ToString(CultureInfo.InvariantCulture)
            : reader.GetString() ?? throw new JsonException();
        return (read ?? throw new JsonException($"{typeof(T).Name} is not read."))(text) ?? throw new JsonException($"'{text}' is no {typeof(T).Name}.");
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(write(value));

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(write(value));
}

/// <summary>A ratio or fraction as a number with all its digits.</summary>
internal sealed class NumberJson<T>(Func<T, decimal> write) : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new JsonException($"{typeof(T).Name} is not read.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteNumberValue(write(value));
}

/// <summary>Yes and no, also as words: the query of an address has nothing else.</summary>
internal sealed class TruthJson : JsonConverter<bool>
{
    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.String when bool.TryParse(reader.GetString(), out var truth) => truth,
        _ => throw new JsonException("true or false is needed."),
    };

    public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteBooleanValue(value);
}
