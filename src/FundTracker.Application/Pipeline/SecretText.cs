using System.Text.Json;
using System.Text.Json.Serialization;

namespace FundTracker.Application.Pipeline;

/// <summary>A text that is read but never written: a password in a command stays out of the audit trail and of every answer.</summary>
public sealed class SecretText : JsonConverter<string>
{
    /// <inheritdoc/>
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue("***");
}
