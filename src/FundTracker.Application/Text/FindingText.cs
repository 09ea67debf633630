using System.Globalization;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Text;

/// <summary>Findings in words: limits and distances with their units, and what cures a breach. The same on screen, in JSON and in reports.</summary>
public static class FindingText
{
    /// <summary>A number with its unit: <c>20 %</c>, <c>1.5x</c>, <c>41 天</c>; money without its currency.</summary>
    public static string Number(decimal number, PolicyUnit unit, string language) => unit switch
    {
        PolicyUnit.Percent => $"{Round(number)} %",
        PolicyUnit.Multiple => $"{Round(number)}x",
        PolicyUnit.Days => $"{Round(number)} {Texts.In(language).Of(QuantityUnit.Days)}",
        PolicyUnit.Years => $"{Round(number)} {Texts.In(language).Of(QuantityUnit.Years)}",
        PolicyUnit.Flag => Texts.In(language)[number == 0 ? "flag.no" : "flag.yes"],
        PolicyUnit.Money => number.ToString("N2", CultureInfo.InvariantCulture),
        PolicyUnit.Date => DateOnly.FromDayNumber((int)number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Round(number),
    };

    /// <summary>What a check asks: <c>≤ 20 %</c>; empty where its limit is not known.</summary>
    public static string Limit(CheckResult check, string language) => check.Limit is not { } limit ? "" : check.Check.Must switch
    {
        Demand.AtLeast => "≥ " + Number(limit, check.Unit, language),
        Demand.AtMost => "≤ " + Number(limit, check.Unit, language),
        Demand.Above => "> " + Number(limit, check.Unit, language),
        Demand.Below => "< " + Number(limit, check.Unit, language),
        Demand.Yes => Number(1, PolicyUnit.Flag, language),
        _ => throw new ArgumentOutOfRangeException(nameof(check)),
    };

    /// <summary>How far a figure is from its limit: in money where it can be, else in the unit; empty where nothing is measured.</summary>
    /// <param name="check">The check.</param>
    /// <param name="language">Language of the words.</param>
    /// <param name="print">How amounts are printed; null for all their digits.</param>
    public static string Distance(CheckResult check, string language, Func<Money, string>? print = null)
    {
        if (check.Check.Must == Demand.Yes || check.Distance is not { } distance) return "";
        return check.DistanceInMoney is { } money ? (print ?? Texts.In(language).Print)(money) : Number(distance, check.Unit, language);
    }

    /// <summary>What cures the breach, with gap, limit and figure in it; empty where nothing is breached.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="language">Language of the words.</param>
    /// <param name="print">How amounts are printed; null for all their digits.</param>
    public static string Cure(Finding finding, string language, Func<Money, string>? print = null)
    {
        if (finding.Status != FindingStatus.Breached) return "";
        var check = finding.Deciding;
        return finding.Rule.Cure.In(language)
            .Replace("{gap}", Distance(check, language, print), StringComparison.Ordinal)
            .Replace("{limit}", Limit(check, language), StringComparison.Ordinal)
            .Replace("{figure}", check.Reading.Number is { } number ? Number(number, check.Unit, language) : "", StringComparison.Ordinal);
    }

    private static string Round(decimal number) =>
        decimal.Round(number, 2, MidpointRounding.AwayFromZero).ToString("#,0.##", CultureInfo.InvariantCulture);
}
