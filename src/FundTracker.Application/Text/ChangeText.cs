using System.Globalization;
using FundTracker.Analytics.Returns;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Text;

/// <summary>
/// The change of a ratio or rate as words: the difference of what is printed, so that a reader who subtracts finds the same. Between two
/// percentages or annual rates it is in percentage points, not in per cent. One form for screens and reports.
/// </summary>
public static class ChangeText
{
    /// <summary>
    /// The change as a number and as signed words; null where either has no answer, where the two can't be subtracted, and for amounts, whose
    /// unit the reader chooses.
    /// </summary>
    public static (decimal Change, string Text)? Of(IFigure now, IFigure? then, Texts texts) => (now.Value, then?.Value) switch
    {
        (Multiple a, Multiple b) => Times(a.Value, b.Value),
        (Percentage a, Percentage b) => Points(a.Percent, b.Percent, texts),
        (IrrResult { PresentAs: RatePresentation.Annual } a, IrrResult { PresentAs: RatePresentation.Annual } b)
            when RateText.Printed(a) is { } x && RateText.Printed(b) is { } y => Points(x * 100, y * 100, texts),
        _ => null,
    };

    private static (decimal Change, string Text) Times(decimal now, decimal then)
    {
        var (change, text) = Signed(now, then);
        return (change, text + "x");
    }

    private static (decimal Change, string Text) Points(decimal now, decimal then, Texts texts)
    {
        var (change, text) = Signed(now, then);
        return (change, texts.Fill("change.points", ("change", text)));
    }

    private static (decimal Change, string Text) Signed(decimal now, decimal then)
    {
        var change = decimal.Round(now, 2, MidpointRounding.AwayFromZero) - decimal.Round(then, 2, MidpointRounding.AwayFromZero);
        return (change, change.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture));
    }
}
