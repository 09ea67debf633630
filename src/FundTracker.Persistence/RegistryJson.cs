using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using FundTracker.Domain.Registry;
using FundTracker.Domain.Values;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace FundTracker.Persistence;

/// <summary>
/// Events of the registry as text: an object whose <c>event</c> is the name of the event. A property that is added to an event later must
/// have a meaning where it is missing, because what is stored is never rewritten.
/// </summary>
internal static class RegistryJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, IgnoreReadOnlyProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters =
        {
            new JsonStringEnumConverter(), new NameAsPair(), new MoneyAsPair(), new IdAsNumber<RegistryEntryId>(id => new(id), id => id.Value),
            new IdAsNumber<DocumentId>(id => new(id), id => id.Value),
        },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameKinds } },
    };

    /// <summary>Two events are the same where their texts are.</summary>
    public static ValueComparer<RegistryEvent> Comparer { get; } = new(
        (one, other) => Equals(one, other), happened => happened.GetHashCode(), happened => happened);

    public static string Write(RegistryEvent happened) => JsonSerializer.Serialize(happened, Options);

    public static RegistryEvent Read(string text) => JsonSerializer.Deserialize<RegistryEvent>(text, Options)
        ?? throw new InvalidOperationException($"'{text}' is no event of the registry.");

    private static void NameKinds(JsonTypeInfo info)
    {
        if (info.Type != typeof(RegistryEvent)) return;
        info.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "event" };
        foreach (var type in typeof(RegistryEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(RegistryEvent))).OrderBy(type => type.Name, StringComparer.Ordinal))
            info.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(type, type.Name));
    }

    public sealed class Converter() : ValueConverter<RegistryEvent, string>(happened => Write(happened), text => Read(text));

    private sealed class NameAsPair : JsonConverter<BilingualName>
    {
        public override BilingualName Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var pair = JsonSerializer.Deserialize<string[]>(ref reader, options)!;
            return BilingualName.Of(pair[0], pair[1]);
        }

        public override void Write(Utf8JsonWriter writer, BilingualName value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize<string[]>(writer, [value.Zh, value.En], options);
    }

    private sealed class MoneyAsPair : JsonConverter<Money>
    {
        public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var pair = JsonSerializer.Deserialize<JsonElement[]>(ref reader, options)!;
            return Money.FromMinor(pair[0].GetInt64(), Currency.Of(pair[1].GetString()!));
        }

        public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(value.MinorUnits);
            writer.WriteStringValue(value.Currency.Code);
            writer.WriteEndArray();
        }
    }

    private sealed class IdAsNumber<T>(Func<long, T> read, Func<T, long> write) : JsonConverter<T>
        where T : struct
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => read(reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteNumberValue(write(value));
    }
}
