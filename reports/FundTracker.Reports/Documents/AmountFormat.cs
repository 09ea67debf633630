using System.Globalization;
using FundTracker.Domain.Values;
using FundTracker.Reports.Texts;

namespace FundTracker.Reports.Documents;

/// <summary>
/// The unit in which a report prints its amounts. Amounts are exact until here; the one rounding is half away from zero.
/// </summary>
internal sealed class AmountFormat
{
    private const decimal TenThousand = 10_000m;
    private const decimal HundredMillion = 100_000_000m;
    private readonly Currency currency;

    private AmountFormat(AmountUnit unit, Currency currency, ReportTexts texts)
    {
        this.currency = currency;
        (Divisor, Digits) = unit switch
        {
            AmountUnit.Yuan => (1m, currency.Exponent),
            AmountUnit.TenThousand => (TenThousand, 2),
            AmountUnit.HundredMillion => (HundredMillion, 4),
            _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "No such unit."),
        };
        var name = unit == AmountUnit.Yuan ? "yuan" : unit == AmountUnit.TenThousand ? "tenThousand" : "hundredMillion";
        UnitName = currency.Code == Currency.Cny.Code
            ? texts[$"unit.{name}"]
            : texts.Format($"unit.other{char.ToUpperInvariant(name[0])}{name[1..]}", currency.Code);
    }

    /// <summary>How much one of the unit is in major units of the currency.</summary>
    public decimal Divisor { get; }

    /// <summary>Decimals printed.</summary>
    public int Digits { get; }

    /// <summary>Name of the unit in the report's language, currency included.</summary>
    public string UnitName { get; }

    public static AmountFormat Of(AmountUnit unit, Currency currency, ReportTexts texts) => new(unit, currency, texts);

    /// <summary>The unit in which a chart's axis reads well: hundred millions where the largest amount reaches one.</summary>
    public static AmountFormat ForChart(IEnumerable<Money?> amounts, Currency currency, ReportTexts texts)
    {
        var largest = amounts.Where(money => money is not null).Select(money => Math.Abs(money!.Amount)).DefaultIfEmpty(0).Max();
        var unit = largest >= HundredMillion ? AmountUnit.HundredMillion : largest >= TenThousand ? AmountUnit.TenThousand : AmountUnit.Yuan;
        return new AmountFormat(unit, currency, texts);
    }

    /// <summary>The amount in the unit, without the unit: 1,234.50. An amount of another currency names it: USD 1,234.50.</summary>
    public string Number(Money money)
    {
        var number = decimal.Round(money.Amount / Divisor, Digits, MidpointRounding.AwayFromZero)
            .ToString(string.Create(CultureInfo.InvariantCulture, $"N{Digits}"), CultureInfo.InvariantCulture);
        return money.Currency == currency ? number : $"{money.Currency.Code} {number}";
    }

    /// <summary>The amount with its sign, a plus included.</summary>
    public string Signed(Money money) => money.IsPositive ? "+" + Number(money) : Number(money);

    /// <summary>The amount with its unit: 1,234.50 万元.</summary>
    public string WithUnit(Money money) => $"{Number(money)} {UnitName}";

    /// <summary>The amount as a chart plots it: in the unit, two decimals.</summary>
    public decimal? Plotted(Money? money) =>
        money is null ? null : decimal.Round(money.Amount / Divisor, 2, MidpointRounding.AwayFromZero);
}
