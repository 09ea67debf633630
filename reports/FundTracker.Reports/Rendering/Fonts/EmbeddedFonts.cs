using SkiaSharp;

namespace FundTracker.Reports.Rendering.Fonts;

/// <summary>The subset fonts of one document, ready to draw with.</summary>
internal sealed class EmbeddedFonts : IDisposable
{
    private readonly Dictionary<(int Font, FontWeight Weight), EmbeddedFace> faces = [];

    /// <summary>Cuts each font down to the characters used in it, regular and bold at the same time.</summary>
    public EmbeddedFonts(FontChoice choice, IReadOnlyDictionary<(int Font, FontWeight Weight), SortedSet<int>> usage)
    {
        var cuts = usage.Select(face => (Of: face.Key, File: Task.Run(() => Cut(choice, face.Key, face.Value)))).ToList();
        foreach (var cut in cuts)
            faces[cut.Of] = new EmbeddedFace(cut.File.GetAwaiter().GetResult());
    }

    private static byte[] Cut(FontChoice choice, (int Font, FontWeight Weight) face, SortedSet<int> codePoints)
    {
        var subset = FontSubset.Of(choice.Fonts[face.Font].File, codePoints);
        return face.Weight == FontWeight.Bold ? BoldFont.Of(subset) : subset;
    }

    public EmbeddedFace Face(int font, FontWeight weight) => faces[(font, weight)];

    public void Dispose()
    {
        foreach (var face in faces.Values)
            face.Dispose();
    }
}

/// <summary>One subset font: its glyphs by character, and Skia's font by size.</summary>
internal sealed class EmbeddedFace : IDisposable
{
    private readonly SKTypeface typeface;
    private readonly Dictionary<float, SKFont> sizes = [];
    private readonly ushort[] basicPlane = new ushort[char.MaxValue + 1];

    public EmbeddedFace(byte[] trueType)
    {
        using var data = SKData.CreateCopy(trueType);
        typeface = SKTypeface.FromData(data) ?? throw new ReportFontException("The subset of a font can't be read back.");
    }

    /// <summary>Glyph number of a character; never 0, for the subset was cut to hold it.</summary>
    public ushort Glyph(int codePoint)
    {
        if (codePoint > char.MaxValue)
            return typeface.GetGlyph(codePoint);
        var glyph = basicPlane[codePoint];
        return glyph != 0 ? glyph : basicPlane[codePoint] = typeface.GetGlyph(codePoint);
    }

    public SKFont Size(float size)
    {
        if (sizes.TryGetValue(size, out var font))
            return font;
        return sizes[size] = new SKFont(typeface, size)
        {
            Hinting = SKFontHinting.None,
            LinearMetrics = true,
            Subpixel = true,
            Edging = SKFontEdging.Antialias,
        };
    }

    public void Dispose()
    {
        foreach (var font in sizes.Values)
            font.Dispose();
        typeface.Dispose();
    }
}

internal enum FontWeight
{
    Regular,
    Bold,
}
