using System.Globalization;

namespace FundTracker.Domain.Funds;

/// <summary>What must come back before the manager of a fund shares in profit.</summary>
public enum WaterfallKind
{
    /// <summary>All that investors paid in.</summary>
    European,

    /// <summary>What was paid in for deals realised or given up so far, and for fees and expenses.</summary>
    DealByDeal,
}

/// <summary>How the preferred return grows.</summary>
public enum PreferredCompounding
{
    /// <summary>(1 + rate)^(days/365) on unreturned capital and unpaid preferred return.</summary>
    Annual,

    /// <summary>rate x days/365 on unreturned capital only.</summary>
    Simple,
}

/// <summary>
/// The terms by which a sub-fund's distributions are shared between investors and manager, as one text:
/// <c>European;8;Annual;100;20;50</c> is a European waterfall, 8 % preferred return compounded annually, the whole catch-up to the manager,
/// 20 % carry, and a clawback from which 50 % of the carry is exempt as tax; the last part is empty where there is no clawback.
/// </summary>
public sealed record CarryTerms
{
    private CarryTerms(
        WaterfallKind kind, decimal preferredPercent, PreferredCompounding compounding, decimal catchUpPercent, decimal carryPercent,
        decimal? clawbackTaxPercent) =>
        (Kind, PreferredPercent, Compounding, CatchUpPercent, CarryPercent, ClawbackTaxPercent) =
        (kind, preferredPercent, compounding, catchUpPercent, carryPercent, clawbackTaxPercent);

    /// <summary>What must come back first.</summary>
    public WaterfallKind Kind { get; }

    /// <summary>Preferred return in per cent a year, 0 to 100, ACT/365.</summary>
    public decimal PreferredPercent { get; }

    /// <summary>How it grows.</summary>
    public PreferredCompounding Compounding { get; }

    /// <summary>The manager's part of the catch-up tier in per cent: 0 for no such tier, else above the carry, at most 100.</summary>
    public decimal CatchUpPercent { get; }

    /// <summary>The manager's part of profit in per cent, 0 to below 100.</summary>
    public decimal CarryPercent { get; }

    /// <summary>The part of carry in per cent that is not given back because it was paid as tax, 0 to 100; null where there is no clawback.</summary>
    public decimal? ClawbackTaxPercent { get; }

    /// <summary>Terms of their parts; null where one lies outside its range.</summary>
    public static CarryTerms? Of(
        WaterfallKind kind, decimal preferredPercent, PreferredCompounding compounding, decimal catchUpPercent, decimal carryPercent,
        decimal? clawbackTaxPercent)
    {
        var isSound = preferredPercent is >= 0 and <= 100 && carryPercent is >= 0 and < 100
            && (catchUpPercent == 0 || (catchUpPercent > carryPercent && catchUpPercent <= 100)) && clawbackTaxPercent is null or (>= 0 and <= 100);
        return isSound ? new CarryTerms(kind, preferredPercent, compounding, catchUpPercent, carryPercent, clawbackTaxPercent) : null;
    }

    /// <summary>Reads the six parts; null where the text is none.</summary>
    public static CarryTerms? Parse(string text)
    {
        var parts = text.Split(';');
        if (parts.Length != 6 || Name<WaterfallKind>(parts[0]) is not { } kind || Name<PreferredCompounding>(parts[2]) is not { } compounding) return null;
        if (Number(parts[1]) is not { } preferred || Number(parts[3]) is not { } catchUp || Number(parts[4]) is not { } carry) return null;
        decimal? tax = null;
        if (parts[5].Trim().Length > 0 && (tax = Number(parts[5])) is null) return null;
        return Of(kind, preferred, compounding, catchUp, carry, tax);
    }

    /// <summary>What <see cref="Parse"/> reads.</summary>
    public override string ToString() => string.Join(
        ';', Kind, Text(PreferredPercent), Compounding, Text(CatchUpPercent), Text(CarryPercent), ClawbackTaxPercent is { } tax ? Text(tax) : "");

    private static string Text(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);

    private static decimal? Number(string text) =>
        decimal.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static T? Name<T>(string text)
        where T : struct, Enum => Enum.GetNames<T>().Contains(text.Trim(), StringComparer.Ordinal) ? Enum.Parse<T>(text.Trim()) : null;
}
