using System.Globalization;

namespace FundTracker.Domain.Funds;

/// <summary>
/// How a sub-fund is expected to call and pay out, as entered for it: <c>25,33,50;12;2.5;13;0</c> is called 25 %, then 33 %, then 50 % a
/// year of what is still uncalled, lives 12 years, bow 2.5, grows 13 % a year and pays out 0 % at least. Numbers with a decimal point.
/// </summary>
public sealed record PacingTerms
{
    private const decimal LifeMax = 99m, BowMax = 20m, GrowthMax = 1_000m;

    private PacingTerms(IReadOnlyList<decimal> callPercents, decimal lifeYears, decimal bow, decimal growthPercent, decimal yieldPercent) =>
        (CallPercents, LifeYears, Bow, GrowthPercent, YieldPercent) = (callPercents, lifeYears, bow, growthPercent, yieldPercent);

    /// <summary>Per cent of what is uncalled that is called in each year, 0 to 100; the last one holds on. At least one.</summary>
    public IReadOnlyList<decimal> CallPercents { get; }

    /// <summary>Years until all is paid out, above 0, at most 99.</summary>
    public decimal LifeYears { get; }

    /// <summary>How late distributions come, above 0, at most 20.</summary>
    public decimal Bow { get; }

    /// <summary>Growth of value per year in per cent, above -100, at most 1,000.</summary>
    public decimal GrowthPercent { get; }

    /// <summary>Least distribution per year in per cent of value, 0 to 100.</summary>
    public decimal YieldPercent { get; }

    /// <summary>Reads the five parts; null where the text is none.</summary>
    public static PacingTerms? Parse(string text)
    {
        var parts = text.Split(';');
        if (parts.Length != 5) return null;
        var rates = parts[0].Split(',').Select(Number).ToList();
        if (Number(parts[1]) is not { } life || Number(parts[2]) is not { } bow || Number(parts[3]) is not { } growth || Number(parts[4]) is not { } least)
            return null;
        var isSound = rates.TrueForAll(rate => rate is >= 0 and <= 100) && life is > 0 and <= LifeMax && bow is > 0 and <= BowMax
            && growth is > -100 and <= GrowthMax && least is >= 0 and <= 100;
        return isSound ? new PacingTerms([.. rates.Select(rate => rate!.Value)], life, bow, growth, least) : null;
    }

    private static decimal? Number(string text) =>
        decimal.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
