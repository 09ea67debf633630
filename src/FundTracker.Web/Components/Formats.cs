using System.Globalization;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Web.Texts;

namespace FundTracker.Web.Components;

/// <summary>How values are printed on screens. Rounding is half away from zero, at this last step only.</summary>
public static class Formats
{
    /// <summary>What stands for a figure without an answer.</summary>
    public const string None = "n.m.";

    /// <summary>An amount in a unit, without its unit: two decimals, four for hundred millions.</summary>
    public static string Number(Money money, AmountUnit unit)
    {
        var digits = unit == AmountUnit.HundredMillion ? 4 : unit == AmountUnit.TenThousand ? 2 : money.Currency.Exponent;
        var rounded = decimal.Round(money.Amount / Divisor(unit), digits, MidpointRounding.AwayFromZero);
        return rounded.ToString("N" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    /// <summary>An amount in a unit, with its unit, as it stands in a sentence.</summary>
    public static string WithUnit(UiText text, Money money, AmountUnit unit) => $"{Number(money, unit)} {UnitName(text, money.Currency, unit)}";

    /// <summary>The unit's name for a currency: 万元 or CNY 10k; currencies other than the renminbi are named in Chinese by their code.</summary>
    public static string UnitName(UiText text, Currency currency, AmountUnit unit)
    {
        var isYuan = currency.Code == Currency.Cny.Code;
        return text[$"units.{(isYuan ? "yuan" : "other")}{unit}", ("currency", currency.Code)];
    }

    /// <summary>A ratio with its sign: 1.45x.</summary>
    public static string Of(Multiple multiple) => multiple.ToString();

    /// <summary>A percentage with its sign: 12.50 %.</summary>
    public static string Of(Percentage percentage) => percentage.ToString();

    /// <summary>A day: 2023-06-30 in both languages, so that columns align.</summary>
    public static string Of(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>An instant in UTC, to the second.</summary>
    public static string Of(Stamp stamp) => stamp.Utc.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>How much one of the unit is in major units.</summary>
    public static decimal Divisor(AmountUnit unit) => unit switch
    {
        AmountUnit.Yuan => 1m,
        AmountUnit.TenThousand => 10_000m,
        AmountUnit.HundredMillion => 100_000_000m,
        _ => throw new ArgumentOutOfRangeException(nameof(unit)),
    };

    /// <summary>Whoever approved: the user's name, words where it opened the books, a dash where nobody did yet.</summary>
    public static string Signer(UiText text, string? name) => name == Signatures.OpeningBalance ? text["ledger.openingBalance"] : name ?? "—";
}
