using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using FundTracker.Analytics.Metrics;

namespace FundTracker.Application.Figures;

/// <summary>
/// Writes an IRR, and whatever is found as one is: status, rate, roots, presentAs, periodReturn, days, reason and its sentence; of several
/// roots also which stand for more than one, and the certified interval of those that the amounts don't decide to 1e-10. Rates are annual
/// effective fractions.
/// </summary>
public static class IrrJson
{
    /// <summary>Writes its members into the object that is open.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="irr">The IRR.</param>
    /// <param name="reasonText">The sentence of why there is no rate to quote; null where there is one.</param>
    public static void WriteMembers(Utf8JsonWriter json, IrrReport irr, string? reasonText)
    {
        json.WriteString("status", irr.Status);
        Number(json, "rate", irr.Rate);
        json.WriteStartArray("roots");
        foreach (var root in irr.Roots) json.WriteNumberValue(root);
        json.WriteEndArray();
        if (irr.Status == "multiple") Touching(json, irr.Touching);
        if (irr.Intervals.Any(interval => interval is not null)) Intervals(json, irr.Intervals);
        json.WriteString("presentAs", irr.PresentAs);
        Number(json, "periodReturn", irr.PeriodReturn);
        json.WriteNumber("days", irr.Days);
        json.WriteString("reason", irr.Reason);
        if (reasonText is not null) json.WriteString("reasonText", reasonText);
    }

    /// <summary>The same as an object of its own.</summary>
    public static JsonObject Object(IrrReport irr, string? reasonText)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            WriteMembers(json, irr, reasonText);
            json.WriteEndObject();
        }

        return JsonNode.Parse(buffer.WrittenSpan)!.AsObject();
    }

    private static void Touching(Utf8JsonWriter json, IReadOnlyList<bool> touching)
    {
        json.WriteStartArray("touching");
        foreach (var isTouching in touching) json.WriteBooleanValue(isTouching);
        json.WriteEndArray();
    }

    private static void Intervals(Utf8JsonWriter json, IReadOnlyList<(double Lowest, double Highest)?> intervals)
    {
        json.WriteStartArray("intervals");
        foreach (var interval in intervals)
        {
            if (interval is not { } certified)
            {
                json.WriteNullValue();
                continue;
            }

            json.WriteStartArray();
            json.WriteNumberValue(certified.Lowest);
            json.WriteNumberValue(certified.Highest);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, string name, double? number)
    {
        if (number is { } known) json.WriteNumber(name, known);
        else json.WriteNull(name);
    }
}
