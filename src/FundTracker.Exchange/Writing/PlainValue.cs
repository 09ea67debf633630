using System.Globalization;
using FundTracker.Application.Exports;
using FundTracker.Domain.Values;

namespace FundTracker.Exchange.Writing;

/// <summary>A cell's value as files know it: text, a number or a day.</summary>
/// <param name="Text">Text, or the number or day in invariant form.</param>
/// <param name="Number">The number; null where it is none.</param>
/// <param name="Day">The day; null where it is none.</param>
internal sealed record PlainValue(string Text, decimal? Number, DateOnly? Day)
{
    /// <summary>The value of a cell; null where it is blank.</summary>
    public static PlainValue? Of(object? value) => value switch
    {
        null or "" => null,
        string text => new PlainValue(text, null, null),
        decimal number => Numeric(number),
        int whole => Numeric(whole),
        long whole => Numeric(whole),
        Money money => new PlainValue(money.ToPlainText(), money.Amount, null),
        Percentage share => Numeric(share.Fraction),
        Multiple multiple => Numeric(multiple.Value),
        DateOnly day => new PlainValue(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), null, day),
        Stamp stamp => new PlainValue(stamp.ToString(), null, null),
        bool yes => new PlainValue(yes ? "yes" : "no", null, null),
        Enum word => new PlainValue(word.ToString(), null, null),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value.GetType().Name),
    };

    private static PlainValue Numeric(decimal number) =>
        new(number.ToString("0.############################", CultureInfo.InvariantCulture), number, null);
}

/// <summary>Headers of grids.</summary>
internal static class Headers
{
    /// <summary>Whether a column's cells stand at the right, as numbers do.</summary>
    public static bool IsNumeric(GridColumn column) => column.Format is GridFormat.Whole or GridFormat.Amount or GridFormat.Percent or GridFormat.Multiple;
}
