using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FundTracker.Analytics.Metrics;
using FundTracker.Analytics.Returns;
using FundTracker.Analytics.Texts;
using FundTracker.Domain.Results;

namespace FundTracker.Cli.Commands.Metrics;

/// <summary>
/// Writes figures as JSON: amounts as exact decimal strings, ratios and rates as numbers with the fewest digits that read
/// back the same, a figure without an answer as <c>{"none": sentence, "code": code}</c>.
/// </summary>
internal sealed class MetricsJson(CultureInfo culture)
{
    private static readonly JsonWriterOptions Options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    private readonly ArrayBufferWriter<byte> _buffer = new();

    /// <summary>Writes one array, a fund at a time.</summary>
    public void Write(IEnumerable<FundMetrics> funds, TextWriter output)
    {
        using Utf8JsonWriter json = new(_buffer, Options);
        json.WriteStartArray();
        foreach (FundMetrics fund in funds)
        {
            Write(json, fund);
            if (json.BytesPending > 1 << 15)
            {
                Flush(json, output);
            }
        }

        json.WriteEndArray();
        Flush(json, output);
        output.WriteLine();
    }

    private void Flush(Utf8JsonWriter json, TextWriter output)
    {
        json.Flush();
        output.Write(Encoding.UTF8.GetString(_buffer.WrittenSpan));
        _buffer.ResetWrittenCount();
    }

    private void Write(Utf8JsonWriter json, FundMetrics fund)
    {
        json.WriteStartObject();
        json.WriteString("fund", fund.Fund);
        Amount(json, "paidIn", fund.PaidIn);
        Amount(json, "distributed", fund.Distributed);
        Amount(json, "nav", fund.Nav);
        if (fund.NavStatedOn is { } statedOn)
        {
            json.WriteString("navStatedOn", statedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteBoolean("navStale", fund.IsNavStale);
        }

        Number(json, "dpi", fund.Dpi);
        Number(json, "rvpi", fund.Rvpi);
        Number(json, "tvpi", fund.Tvpi);
        Irr(json, fund.Irr);
        Number(json, "ksPme", fund.KsPme);
        Number(json, "directAlpha", fund.DirectAlpha);
        LongNickels(json, fund.LongNickels);
        Number(json, "pmePlus", fund.PmePlus);
        Number(json, "mPme", fund.MPme);
        json.WriteStartArray("warnings");
        foreach (string warning in fund.Warnings)
        {
            json.WriteStringValue(AnalyticsTexts.Sentence(warning, culture));
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Irr(Utf8JsonWriter json, IrrResult result)
    {
        IrrReport irr = IrrReport.Of(result);
        json.WriteStartObject("irr");
        json.WriteString("status", irr.Status);
        NumberOrNull(json, "rate", irr.Rate);
        Roots(json, irr);
        json.WriteString("presentAs", irr.PresentAs);
        NumberOrNull(json, "periodReturn", irr.PeriodReturn);
        json.WriteNumber("days", irr.Days);
        Reason(json, result, irr);
        json.WriteEndObject();
    }

    private void LongNickels(Utf8JsonWriter json, Result<IrrResult> result)
    {
        if (!result.IsSuccess)
        {
            None(json, "longNickels", result.Error);
            return;
        }

        IrrReport irr = IrrReport.Of(result.Value);
        json.WriteStartObject("longNickels");
        json.WriteString("status", irr.Status);
        NumberOrNull(json, "rate", irr.Rate);
        Roots(json, irr);
        Reason(json, result.Value, irr);
        json.WriteEndObject();
    }

    private static void Roots(Utf8JsonWriter json, IrrReport irr)
    {
        json.WriteStartArray("roots");
        foreach (double root in irr.Roots)
        {
            json.WriteNumberValue(root);
        }

        json.WriteEndArray();
        if (irr.Status == "multiple")
        {
            json.WriteStartArray("touching");
            foreach (bool isTouching in irr.Touching)
            {
                json.WriteBooleanValue(isTouching);
            }

            json.WriteEndArray();
        }
    }

    private void Reason(Utf8JsonWriter json, IrrResult result, IrrReport irr)
    {
        json.WriteString("reason", irr.Reason);
        if (ReturnReasons.QuotedRate(result) is { IsSuccess: false } none)
        {
            json.WriteString("reasonText", AnalyticsTexts.Sentence(none.Error, culture));
        }
    }

    private void Amount(Utf8JsonWriter json, string name, Result<decimal> amount)
    {
        if (amount.IsSuccess)
        {
            json.WriteString(name, amount.Value.ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            None(json, name, amount.Error);
        }
    }

    private void Number(Utf8JsonWriter json, string name, Result<double> number)
    {
        if (number.IsSuccess)
        {
            json.WriteNumber(name, number.Value);
        }
        else
        {
            None(json, name, number.Error);
        }
    }

    private static void NumberOrNull(Utf8JsonWriter json, string name, double? number)
    {
        if (number is { } known)
        {
            json.WriteNumber(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private void None(Utf8JsonWriter json, string name, DomainError reason)
    {
        json.WriteStartObject(name);
        json.WriteString("none", AnalyticsTexts.Sentence(reason, culture));
        json.WriteString("code", reason.Code);
        json.WriteEndObject();
    }
}
