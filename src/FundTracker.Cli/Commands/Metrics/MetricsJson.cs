using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FundTracker.Analytics.Metrics;
using FundTracker.Analytics.Returns;
using FundTracker.Analytics.Texts;
using FundTracker.Application.Figures;
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
        Irr(json, "irr", fund.Irr);
        Number(json, "ksPme", fund.KsPme);
        Number(json, "directAlpha", fund.DirectAlpha.Then(ReturnReasons.QuotedRate));
        LongNickels(json, fund.LongNickels);
        Number(json, "pmePlus", fund.PmePlus.Then(ReturnReasons.QuotedRate));
        Number(json, "mPme", fund.MPme.Then(ReturnReasons.QuotedRate));
        if (fund.Xirr is { } xirr)
        {
            Number(json, "xirr", xirr);
        }

        PeriodReturns(json, fund);
        json.WriteStartArray("warnings");
        foreach (string warning in fund.Warnings)
        {
            json.WriteStringValue(AnalyticsTexts.Sentence(warning, culture));
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Irr(Utf8JsonWriter json, string name, IrrResult result)
    {
        json.WriteStartObject(name);
        IrrJson.WriteMembers(
            json, IrrReport.Of(result),
            ReturnReasons.QuotedRate(result) is { IsSuccess: false } none ? AnalyticsTexts.Sentence(none.Error, culture) : null);
        json.WriteEndObject();
    }

    /// <summary>Rates are annual effective in the file; of funds under one year their returns of the period are to be printed, and stand here.</summary>
    private static void PeriodReturns(Utf8JsonWriter json, FundMetrics fund)
    {
        (string Name, Result<IrrResult> Rate)[] rates = [("directAlpha", fund.DirectAlpha), ("pmePlus", fund.PmePlus), ("mPme", fund.MPme)];
        var ofPeriod = rates.Where(rate => rate.Rate is { IsSuccess: true, Value: { PresentAs: RatePresentation.Period, Quoted: not null } }).ToList();
        if (ofPeriod.Count == 0)
        {
            return;
        }

        json.WriteStartObject("periodReturns");
        foreach ((string name, Result<IrrResult> rate) in ofPeriod)
        {
            json.WriteNumber(name, rate.Value.Quoted!.Value.PeriodReturn(rate.Value.Days));
        }

        json.WriteEndObject();
    }

    private void LongNickels(Utf8JsonWriter json, Result<IrrResult> result)
    {
        if (!result.IsSuccess)
        {
            json.WriteStartObject("longNickels");
            json.WriteString("status", "none");
            json.WriteStartArray("roots");
            json.WriteEndArray();
            NoneMembers(json, result.Error);
            json.WriteEndObject();
            return;
        }

        Irr(json, "longNickels", result.Value);
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

    private void None(Utf8JsonWriter json, string name, DomainError reason)
    {
        json.WriteStartObject(name);
        NoneMembers(json, reason);
        json.WriteEndObject();
    }

    private void NoneMembers(Utf8JsonWriter json, DomainError reason)
    {
        json.WriteString("none", AnalyticsTexts.Sentence(reason, culture));
        json.WriteString("code", reason.Code);
    }
}
