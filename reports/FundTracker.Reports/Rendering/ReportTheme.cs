using SkiaSharp;

namespace FundTracker.Reports.Rendering;

/// <summary>Sizes in points and colours of a printed report: ink, one accent, and greys.</summary>
internal static class ReportTheme
{
    public const float PageShort = 595.28f; // A4
    public const float PageLong = 841.89f;
    public const float MarginSide = 51;
    public const float MarginTop = 66;
    public const float MarginBottom = 66;
    public const float HeaderBaseline = 40;

    public const float TitleSize = 23;
    public const float SubtitleSize = 11.5f;
    public const float OverlineSize = 8.5f;
    public const float SectionSize = 14.5f;
    public const float PartSize = 10.5f;
    public const float RunInSize = 9;
    public const float LeadSize = 10;
    public const float BodySize = 8.8f;
    public const float TableSize = 7.6f;
    public const float TableSizeLeast = 5.8f;
    public const float SmallSize = 6.8f;
    public const float FootSize = 6.2f;
    public const float KeyFigureSize = 17;

    public const float LineSpacing = 1.5f;
    public const float TightLineSpacing = 1.3f;

    public static readonly SKColor Ink = new(0x1C, 0x25, 0x2E);
    public static readonly SKColor Muted = new(0x5A, 0x67, 0x75);
    public static readonly SKColor Faint = new(0x8C, 0x97, 0xA3);
    public static readonly SKColor SmallPrint = new(0x6F, 0x7B, 0x88);
    public static readonly SKColor Hairline = new(0xD9, 0xDE, 0xE4);
    public static readonly SKColor Tint = new(0xF3, 0xF6, 0xF8);
    public static readonly SKColor Accent = new(0x12, 0x4E, 0x6B);
    public static readonly SKColor Warning = new(0xA8, 0x5B, 0x12);
    public static readonly SKColor WarningTint = new(0xFC, 0xF6, 0xEC);

    // Neighbours differ in lightness as well as in hue, so that they stay apart in greyscale print.
    private static readonly SKColor[] Series =
    [
        new(0x12, 0x4E, 0x6B), new(0xE0, 0x9F, 0x3E), new(0x4F, 0x9D, 0x97), new(0xA2, 0x3B, 0x3B),
        new(0x8F, 0xB8, 0xDE), new(0x6B, 0x5B, 0x95), new(0xB5, 0xBD, 0x68), new(0x7A, 0x85, 0x91),
    ];

    public static SKColor SeriesColour(int index) => Series[index % Series.Length];
}
