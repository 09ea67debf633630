using System.Collections.Concurrent;
using SkiaSharp;

namespace FundTracker.Reports.Rendering.Fonts;

/// <summary>
/// Advance widths of a whole font, in em, kept for the life of the process. Layout measures with these, before the
/// characters of the document, and with them its subset, are known.
/// </summary>
internal sealed class FontMetrics
{
    private const float Unknown = -1;
    private const float Missing = -2;
    private static readonly ConcurrentDictionary<FontFile, Lazy<FontMetrics>> Cache = new();

    private readonly SKTypeface typeface;
    private readonly float[] basicPlane = new float[char.MaxValue + 1];
    private readonly Lock gate = new();

    private FontMetrics(FontFile file)
    {
        File = file;
        using var data = SKData.CreateCopy(file.Data);
        typeface = SKTypeface.FromData(data, file.FaceIndex)
            ?? throw new ReportFontException($"The font '{file.Name}' can't be read: its file is damaged.");
        Array.Fill(basicPlane, Unknown);
    }

    public FontFile File { get; }

    public static FontMetrics Of(FontFile file) =>
        Cache.GetOrAdd(file, static f => new Lazy<FontMetrics>(() => new FontMetrics(f))).Value;

    public bool Has(int codePoint) => Advance(codePoint) != Missing;

    /// <summary>Advance width in em; negative where the font lacks the character.</summary>
    public float Advance(int codePoint)
    {
        if (codePoint > char.MaxValue)
            return Look(codePoint);
        var advance = basicPlane[codePoint];
        return advance == Unknown ? basicPlane[codePoint] = Look(codePoint) : advance;
    }

    private float Look(int codePoint)
    {
        lock (gate)
        {
            var glyph = typeface.GetGlyph(codePoint);
            if (glyph == 0)
                return Missing;
            using var font = new SKFont(typeface, typeface.UnitsPerEm) { LinearMetrics = true, Hinting = SKFontHinting.None };
            return font.MeasureText(new ReadOnlySpan<ushort>(ref glyph)) / typeface.UnitsPerEm;
        }
    }
}
