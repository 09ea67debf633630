using System.Globalization;
using FundTracker.Domain.Values;
using FundTracker.Reports.Texts;

namespace FundTracker.Reports.Documents;

/// <summary>
/// The unit in which a report prints its amounts. Amounts are exact until here; the one rounding is half away from zero.
/// </summary>
/// <param name="Divisor">How much one of the unit is in major units of the currency.</param>
/// <param name="Digits">Decimals printed.</param>
/// <param name="UnitName">Name of the unit in the report's language, currency included.</param>
internal sealed record AmountFormat(decimal Divisor, int Digits, string UnitName)
{
    public static AmountFormat Yuan(Currency currency, ReportTexts texts) =>
        new(1m, currency.Exponent, NameOf("yuan", currency, texts));

    public static AmountFormat TenThousand(Currency currency, ReportTexts texts) =>
        new(10_000m, 2, NameOf("tenThousand", currency, texts));

    public static AmountFormat HundredMillion(Currency currency, ReportTexts texts) =>
        new(100_000_000m, 4, NameOf("hundredMillion", currency, texts));

    /// <summary>The amount in the unit, without the unit: 1,234.50.</summary>
    public string Number(Money money) =>
        decimal.Round(money.Amount / Divisor, Digits, MidpointRounding.AwayFromZero)
            .ToString(string.Create(CultureInfo.InvariantCulture, $"N{Digits}"), CultureInfo.InvariantCulture);

    /// <summary>The amount with its unit: 1,234.50 万元.</summary>
    public string WithUnit(Money money) => $"{Number(money)} {UnitName}";

    private static string NameOf(string unit, Currency currency, ReportTexts texts) =>
        currency.Code == Currency.Cny.Code
            ? texts[$"unit.{unit}"]
            : texts.Format($"unit.other{char.ToUpperInvariant(unit[0])}{unit[1..]}", currency.Code);
}
