using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using FundTracker.Application.Imports;
using FundTracker.Domain.Values;

namespace FundTracker.Web.Api.Json;

/// <summary>How requests and answers of the API stand in JSON.</summary>
internal static class ApiJson
{
    /// <summary>The rules, for what has no options of its own.</summary>
    public static JsonSerializerOptions Options { get; } = Make();

    /// <summary>Adds the rules to options.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.NumberHandling = JsonNumberHandling.AllowReadingFromString;
        options.RespectNullableAnnotations = true;
        options.Converters.Add(new JsonStringEnumConverter());
        options.Converters.Add(new TruthJson());
        options.Converters.Add(new MoneyJson());
        options.Converters.Add(new FigureJson());
        options.Converters.Add(new ReadingJson());
        options.Converters.Add(new ErrorJson());
        options.Converters.Add(new NumberJson<Multiple>(multiple => multiple.Value));
        options.Converters.Add(new NumberJson<Percentage>(percentage => percentage.Fraction));
        options.Converters.Add(new WordJson<Currency>(currency => currency.Code));
        options.Converters.Add(new WordJson<Quarter>(quarter => quarter.ToString(), text => Quarter.TryParse(text, out var quarter) ? quarter : null));
        options.Converters.Add(new WordJson<UnifiedSocialCreditCode>(code => code.Value));
        options.Converters.Add(new WordJson<Stamp>(stamp => stamp.ToString(), ReadStamp));
        AddId(options, id => id.Value, value => new NodeId(value));
        AddId(options, id => id.Value, value => new EdgeId(value));
        AddId(options, id => id.Value, value => new CapitalCallId(value));
        AddId(options, id => id.Value, value => new ContributionPlanId(value));
        AddId(options, id => id.Value, value => new VoucherId(value));
        AddId(options, id => id.Value, value => new EvaluationId(value));
        AddId(options, id => id.Value, value => new DocumentId(value));
        AddId(options, id => id.Value, value => new FinancingRoundId(value));
        AddId(options, id => id.Value, value => new ImportBatchId(value));
        AddId(options, id => id.Value, value => new RegistryEntryId(value));
    }

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Configure(options);
        return options;
    }

    /// <summary>Identities have more digits than a number of JavaScript keeps: they are words.</summary>
    private static void AddId<T>(JsonSerializerOptions options, Func<T, long> number, Func<long, T> make) =>
        options.Converters.Add(new WordJson<T>(
            id => number(id).ToString(CultureInfo.InvariantCulture),
            text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? make(value) : throw new JsonException($"'{text}' is no identity.")));

    private static Stamp ReadStamp(string text) =>
        Stamp.TryParse(text, out var stamp) ? stamp : throw new JsonException($"'{text}' is no instant of ISO 8601.");
}
