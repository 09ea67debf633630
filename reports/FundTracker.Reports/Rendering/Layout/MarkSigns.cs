using FundTracker.Reports.Blocks;
using FundTracker.Reports.Texts;

namespace FundTracker.Reports.Rendering.Layout;

/// <summary>The signs that stand after a marked figure, and the line that explains them.</summary>
internal static class MarkSigns
{
    private static readonly (Marks Mark, string Sign, string TextKey)[] Signs =
    [
        (Marks.Illustrative, "◊", "mark.illustrative"),
        (Marks.Stale, "†", "mark.stale"),
        (Marks.Corrected, "‡", "mark.corrected"),
    ];

    private static readonly string[] Combinations =
        [.. Enumerable.Range(0, 1 << Signs.Length).Select(marks => Join((Marks)marks))];

    public static string Of(Marks marks) => Combinations[(int)marks];

    /// <summary>"◊ illustrative data   † valuation older than 92 days"; empty for no marks.</summary>
    public static string Legend(Marks marks, ReportTexts texts) => string.Join(
        "   ",
        Signs.Where(sign => marks.HasFlag(sign.Mark)).Select(sign => $"{sign.Sign} {texts[sign.TextKey]}"));

    private static string Join(Marks marks) =>
        string.Concat(Signs.Where(sign => marks.HasFlag(sign.Mark)).Select(sign => sign.Sign));
}
