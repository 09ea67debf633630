using System.Buffers.Binary;
using SkiaSharp;

namespace FundTracker.Reports.Rendering.Fonts;

/// <summary>
/// Makes a bold font out of a regular one by thickening its outlines. The free TrueType fonts with Chinese characters
/// have no bold face, and a bold that Skia simulates while drawing would turn text into paths: large, and not
/// searchable. Advance widths stay, so that bold and regular figures stand in the same columns.
/// </summary>
/// <remarks>OpenType specification, tables glyf, loca, hmtx, head, maxp.</remarks>
internal static class BoldFont
{
    private const int SkiaEmboldening = 24; // Skia thickens by 1/24 em, to the right and upwards.

    public static byte[] Of(byte[] regular)
    {
        var tables = TrueTypeTables.Read(regular);
        var unitsPerEm = BinaryPrimitives.ReadUInt16BigEndian(tables["head"].AsSpan(18));
        var glyphCount = BinaryPrimitives.ReadUInt16BigEndian(tables["maxp"].AsSpan(4));
        var glyphs = Thicken(regular, unitsPerEm, glyphCount);

        WriteOutlines(tables, glyphs);
        WriteLeftSideBearings(tables, glyphs);
        WriteLimits(tables, glyphs);
        foreach (var tag in new[] { "fpgm", "prep", "cvt ", "hdmx", "LTSH", "VDMX" })
            tables.Remove(tag);
        return tables.Write();
    }

    private static GlyphOutline[] Thicken(byte[] regular, int unitsPerEm, int glyphCount)
    {
        using var data = SKData.CreateCopy(regular);
        using var typeface = SKTypeface.FromData(data);
        using var font = new SKFont(typeface, unitsPerEm)
        {
            Embolden = true,
            Hinting = SKFontHinting.None,
            LinearMetrics = true,
            Subpixel = true,
        };
        var shift = unitsPerEm / (2 * SkiaEmboldening);
        var glyphs = new GlyphOutline[glyphCount];
        for (var i = 0; i < glyphCount; i++)
        {
            using var path = font.GetGlyphPath((ushort)i);
            glyphs[i] = GlyphOutline.From(path, shift);
        }

        return glyphs;
    }

    private static void WriteOutlines(TrueTypeTables tables, GlyphOutline[] glyphs)
    {
        using var glyf = new MemoryStream();
        var loca = new byte[4 * (glyphs.Length + 1)];
        for (var i = 0; i < glyphs.Length; i++)
        {
            glyphs[i].WriteTo(glyf);
            while (glyf.Length % 4 != 0)
                glyf.WriteByte(0);
            BinaryPrimitives.WriteUInt32BigEndian(loca.AsSpan(4 * (i + 1)), (uint)glyf.Length);
        }

        tables["glyf"] = glyf.ToArray();
        tables["loca"] = loca;
    }

    // A glyph is drawn shifted by the difference between its bearing and its leftmost point, so the two must agree.
    private static void WriteLeftSideBearings(TrueTypeTables tables, GlyphOutline[] glyphs)
    {
        var longMetrics = BinaryPrimitives.ReadUInt16BigEndian(tables["hhea"].AsSpan(34));
        var metrics = tables["hmtx"];
        for (var i = 0; i < glyphs.Length; i++)
        {
            var offset = i < longMetrics ? (4 * i) + 2 : (4 * longMetrics) + (2 * (i - longMetrics));
            BinaryPrimitives.WriteInt16BigEndian(metrics.AsSpan(offset), glyphs[i].MinX);
        }
    }

    private static void WriteLimits(TrueTypeTables tables, GlyphOutline[] glyphs)
    {
        var head = tables["head"];
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(36), glyphs.Min(glyph => glyph.MinX));
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(38), glyphs.Min(glyph => glyph.MinY));
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(40), glyphs.Max(glyph => glyph.MaxX));
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(42), glyphs.Max(glyph => glyph.MaxY));
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(44), 1); // macStyle: bold
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), 1);  // long offsets in loca

        var maxp = tables["maxp"];
        BinaryPrimitives.WriteUInt16BigEndian(maxp.AsSpan(6), (ushort)glyphs.Max(glyph => glyph.PointCount));
        BinaryPrimitives.WriteUInt16BigEndian(maxp.AsSpan(8), (ushort)glyphs.Max(glyph => glyph.ContourCount));
        maxp.AsSpan(10, 4).Clear(); // no composite glyphs are left
        maxp.AsSpan(26, 6).Clear(); // nor instructions, component elements, component depth
    }
}
