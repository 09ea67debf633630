using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using FundTracker.Web.Api.Json;

namespace FundTracker.Web.Api;

/// <summary>
/// Makes a request of the application from an HTTP request: what stands in the path wins over the query, and that over the body, so that a
/// body can't name other books than its address.
/// </summary>
internal static class RequestBinding
{
    /// <summary>The request, or the problem with its input.</summary>
    public static async Task<(T? Request, IResult? Problem)> Bind<T>(HttpContext context)
        where T : class
    {
        try
        {
            var input = await ReadBody(context.Request);
            foreach (var (name, values) in context.Request.Query) Set(input, name, values is [{ } one] ? JsonValue.Create(one) : List(values));
            foreach (var (name, value) in context.Request.RouteValues) Set(input, name, JsonValue.Create(value?.ToString()));
            return Missing<T>(input) is { } missing
                ? (null, Problems.Malformed(missing, $"'{missing}' is needed."))
                : (input.Deserialize<T>(ApiJson.Options), null);
        }
        catch (JsonException fault)
        {
            return (null, Problems.Malformed(fault.Path?.TrimStart('$', '.') ?? "", fault.Message));
        }
    }

    /// <summary>What a caller must or may give, by the constructor of the request.</summary>
    public static IReadOnlyList<ParameterInfo> Inputs(Type request) =>
        request.GetConstructors().OrderByDescending(constructor => constructor.GetParameters().Length).First().GetParameters();

    /// <summary>Name of an input in JSON.</summary>
    public static string NameOf(ParameterInfo input) => JsonNamingPolicy.CamelCase.ConvertName(input.Name!);

    /// <summary>Whether an input may be left out.</summary>
    public static bool IsOptional(ParameterInfo input) =>
        input.HasDefaultValue || new NullabilityInfoContext().Create(input).WriteState == NullabilityState.Nullable;

    private static async Task<JsonObject> ReadBody(HttpRequest request)
    {
        var options = new JsonNodeOptions { PropertyNameCaseInsensitive = true };
        if (request.ContentLength is 0 || !request.HasJsonContentType()) return new JsonObject(options);
        return await JsonNode.ParseAsync(request.Body, options) as JsonObject ?? throw new JsonException("The body is one object.");
    }

    private static string? Missing<T>(JsonObject input) => Inputs(typeof(T))
        .Where(parameter => !IsOptional(parameter)).Select(NameOf)
        .FirstOrDefault(name => !input.ContainsKey(name));

    private static JsonArray List(IEnumerable<string?> values) => new([.. values.Select(value => (JsonNode?)JsonValue.Create(value))]);

    private static void Set(JsonObject input, string name, JsonNode? value) => input[name] = value;
}
