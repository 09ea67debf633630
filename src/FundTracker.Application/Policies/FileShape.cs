using System.Reflection;
using System.Text.Json;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Results;

namespace FundTracker.Application.Policies;

/// <summary>
/// Holds a file of rules or schemes against the shape that its kind has, and says every fault with its place (<c>$.groups[0].points</c>) in
/// words of the file: what is missing, what nobody knows, what is no number, day or word that may stand there.
/// </summary>
internal static class FileShape
{
    private const int LongestValue = 60;

    /// <summary>Reads a file as the text of a rule or a scheme.</summary>
    /// <typeparam name="TText">Records, lists and words; what has no default must be there.</typeparam>
    /// <returns>The text, or every fault of the file.</returns>
    public static Result<TText> Read<TText>(PolicyFile file, string json)
        where TText : class
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var faults = Faults(file, "$", document.RootElement, typeof(TText), mayBeNull: false).ToList();
            return faults.Count > 0 ? Result<TText>.Refused(faults) : document.RootElement.Deserialize<TText>(RecordFiles.Strict)!;
        }
        catch (JsonException fault)
        {
            return PolicyErrors.FileNoJson(file, (fault.LineNumber ?? 0) + 1, (fault.BytePositionInLine ?? 0) + 1);
        }
    }

    private static IEnumerable<DomainError> Faults(PolicyFile file, string path, JsonElement element, Type type, bool mayBeNull)
    {
        if (element.ValueKind == JsonValueKind.Null) return mayBeNull ? [] : [Wrong(file, path, element, type)];
        if (ItemOf(type, typeof(IReadOnlyList<>)) is { } item)
        {
            return element.ValueKind == JsonValueKind.Array
                ? element.EnumerateArray().SelectMany((one, i) => Faults(file, $"{path}[{i}]", one, item, mayBeNull: false))
                : [Wrong(file, path, element, type)];
        }

        if (ItemOf(type, typeof(Dictionary<,>)) is { } value)
        {
            return element.ValueKind == JsonValueKind.Object
                ? element.EnumerateObject().SelectMany(one => Faults(file, $"{path}.{one.Name}", one.Value, value, mayBeNull: false))
                : [Wrong(file, path, element, type)];
        }

        if (IsRecord(type)) return element.ValueKind == JsonValueKind.Object ? Members(file, path, element, type) : [Wrong(file, path, element, type)];
        return IsReadable(element, type) ? [] : [Wrong(file, path, element, type)];
    }

    private static IEnumerable<DomainError> Members(PolicyFile file, string path, JsonElement element, Type type)
    {
        var (known, nulls) = (type.GetConstructors().Single().GetParameters(), new NullabilityInfoContext());
        foreach (var member in element.EnumerateObject())
        {
            var place = $"{path}.{member.Name}";
            if (known.FirstOrDefault(parameter => IsNamed(parameter, member)) is not { } parameter) yield return PolicyErrors.FileMemberUnknown(file, place);
            else
            {
                var mayBeNull = nulls.Create(parameter).ReadState == NullabilityState.Nullable;
                foreach (var fault in Faults(file, place, member.Value, parameter.ParameterType, mayBeNull)) yield return fault;
            }
        }

        foreach (var missing in known.Where(parameter => !parameter.HasDefaultValue && !element.EnumerateObject().Any(member => IsNamed(parameter, member))))
            yield return PolicyErrors.FileMemberMissing(file, $"{path}.{JsonNamingPolicy.CamelCase.ConvertName(missing.Name!)}");
    }

    private static bool IsNamed(ParameterInfo parameter, JsonProperty member) => string.Equals(parameter.Name, member.Name, StringComparison.OrdinalIgnoreCase);

    private static bool IsReadable(JsonElement element, Type type)
    {
        try
        {
            return element.Deserialize(type, RecordFiles.Strict) is not string text || !string.IsNullOrWhiteSpace(text);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static DomainError Wrong(PolicyFile file, string path, JsonElement element, Type type)
    {
        var text = element.GetRawText();
        return PolicyErrors.FileValueWrong(file, path, text.Length > LongestValue ? $"{text[..LongestValue]}…" : text, Expected(Nullable.GetUnderlyingType(type) ?? type));
    }

    private static string Expected(Type type) =>
        type.IsEnum ? string.Join(" | ", Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName))
        : type == typeof(decimal) ? "number"
        : type == typeof(int) ? "whole"
        : type == typeof(bool) ? "yesNo"
        : type == typeof(DateOnly) ? "day"
        : type == typeof(string) ? "text"
        : ItemOf(type, typeof(IReadOnlyList<>)) is not null ? "list" : "members";

    private static Type? ItemOf(Type type, Type generic) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == generic ? type.GetGenericArguments()[^1] : null;

    private static bool IsRecord(Type type) => type.IsClass && type != typeof(string);
}
