using System.Text.Json;
using System.Text.Json.Serialization;
using FundTracker.Application.Text;
using FundTracker.Domain.Results;
using FundTracker.Web.Texts;

namespace FundTracker.Web.Api.Json;

/// <summary>A refusal inside an answer, as it stands in problem details: its name, its sentence in the request's language, its field.</summary>
internal sealed class ErrorJson : JsonConverter<DomainError>
{
    public override DomainError Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new JsonException("Refusals are only written.");

    public override void Write(Utf8JsonWriter writer, DomainError value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, new Refusal(value.Code, ErrorText.Render(value, Languages.Current), value.Field), options);
}

/// <summary>One reason of a refusal.</summary>
/// <param name="Code">Its name.</param>
/// <param name="Message">Its sentence, in the request's language.</param>
/// <param name="Field">The input that it is about; null where it is about none.</param>
internal sealed record Refusal(string Code, string Message, string? Field);
