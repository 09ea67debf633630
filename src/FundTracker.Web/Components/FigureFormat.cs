using FundTracker.Analytics.Returns;
using FundTracker.Application.Text;
using FundTracker.Application.Policies;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Values;
using FundTracker.Web.Texts;

namespace FundTracker.Web.Components;

/// <summary>Values of figures as text, whatever their unit.</summary>
public static class FigureFormat
{
    /// <summary>As shown in columns: amounts in the chosen unit, without its name.</summary>
    public static string Number(object value, AmountUnit unit) => value switch
    {
        Money money => Formats.Number(money, unit),
        Multiple multiple => Formats.Of(multiple),
        Percentage percentage => Formats.Of(percentage),
        IrrResult irr => Words.Rate(irr) ?? Formats.None,
        Quantity quantity => FindingText.Number(quantity.Value, UnitOf(quantity), Languages.Current),
        _ => throw new ArgumentException($"A figure has no {value.GetType().Name}.", nameof(value)),
    };

    /// <summary>With all its digits.</summary>
    public static string Exact(object value) => value switch
    {
        Money money => $"{Formats.Number(money, AmountUnit.Yuan)} {money.Currency.Code}",
        Multiple multiple => multiple.Value.ToString("0.############", System.Globalization.CultureInfo.InvariantCulture) + "x",
        _ => Number(value, AmountUnit.Yuan),
    };

    /// <summary>What a figure is a measure of, for sorting; null where it has no answer.</summary>
    public static decimal? Sort(IFigure? figure) => figure?.Value switch
    {
        Money money => money.Amount,
        Multiple multiple => multiple.Value,
        Percentage percentage => percentage.Fraction,
        IrrResult irr => RateText.Printed(irr),
        Quantity quantity => quantity.Value,
        _ => null,
    };

    /// <summary>
    /// As a spreadsheet gets it: a value of its own type, an annual rate as a percentage, the return of less than a year as text with its days,
    /// the reason where there is no answer.
    /// </summary>
    public static object Sheet(IFigure figure) => figure.Value switch
    {
        IrrResult irr when RateText.Printed(irr) is { } rate && irr.PresentAs == RatePresentation.Annual => Percentage.FromFraction(rate),
        IrrResult irr when Words.Rate(irr) is { } ofPeriod => ofPeriod,
        IrrResult.Multiple several => Words.RateStatus(several),
        IrrResult => Words.Sentence(RateText.NoneReason(figure)!),
        null => Words.Sentence(figure.NoneReason!),
        var value => value,
    };

    /// <summary>The change between two figures, signed, in the chosen unit; null where either has no answer or nothing changed.</summary>
    public static string? Change(IFigure now, IFigure? before, AmountUnit unit) => (now.Value, before?.Value) switch
    {
        (Money a, Money b) when a.Currency == b.Currency && a != b => Signed(Formats.Number(a - b, unit), a > b),
        _ when Words.Change(now, before) is { Change: not 0 } change => change.Text.Replace('-', '−'),
        _ => null,
    };

    private static PolicyUnit UnitOf(Quantity quantity) => quantity.Unit switch
    {
        QuantityUnit.Days => PolicyUnit.Days,
        QuantityUnit.Flag => PolicyUnit.Flag,
        QuantityUnit.Years => PolicyUnit.Years,
        _ => PolicyUnit.Count,
    };

    private static string Signed(string text, bool isRise) => isRise ? "+" + text : text.Replace('-', '−');
}
