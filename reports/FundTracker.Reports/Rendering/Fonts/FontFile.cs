using System.Collections.Concurrent;
using SkiaSharp;

namespace FundTracker.Reports.Rendering.Fonts;

/// <summary>
/// A TrueType font file in memory, with the face inside it that is meant. Only TrueType outlines are taken: PostScript
/// outlines (CFF) would become Type 3 glyphs in the PDF, whose text can't be searched reliably.
/// </summary>
public sealed class FontFile
{
    private static readonly ConcurrentDictionary<string, FontFile?> ByPath = new(StringComparer.Ordinal);

    private FontFile(string name, byte[] data, int faceIndex)
    {
        Name = name;
        Data = data;
        FaceIndex = faceIndex;
    }

    public string Name { get; }

    internal byte[] Data { get; }

    internal int FaceIndex { get; }

    /// <summary>The font at a path, read once per process; null where there is none or it isn't TrueType.</summary>
    public static FontFile? AtPath(string path) =>
        ByPath.GetOrAdd(path, static p => File.Exists(p) ? From(p, File.ReadAllBytes(p), faceIndex: 0) : null);

    /// <summary>The first installed font of a family; null where there is none or it isn't TrueType.</summary>
    internal static FontFile? OfFamily(string family)
    {
        using var typeface = SKFontManager.Default.MatchFamily(family);
        return typeface is null || !typeface.FamilyName.Equals(family, StringComparison.OrdinalIgnoreCase)
            ? null
            : Of(typeface);
    }

    /// <summary>An installed font that has the character; null where there is none or it isn't TrueType.</summary>
    internal static FontFile? WithCharacter(int codePoint)
    {
        using var typeface = SKFontManager.Default.MatchCharacter(codePoint);
        return typeface is null ? null : Of(typeface);
    }

    /// <summary>The font in the bytes; null where its outlines aren't TrueType.</summary>
    internal static FontFile? From(string name, byte[] data, int faceIndex) =>
        TrueTypeTables.HasTrueTypeOutlines(data, faceIndex) ? new FontFile(name, data, faceIndex) : null;

    private static FontFile? Of(SKTypeface typeface) =>
        ByPath.GetOrAdd($"family:{typeface.FamilyName}:{typeface.FontWeight}:{typeface.FontSlant}", _ =>
        {
            using var stream = typeface.OpenStream(out var faceIndex);
            if (stream is null)
                return null;
            var data = new byte[stream.Length];
            return stream.Read(data, data.Length) == data.Length ? From(typeface.FamilyName, data, faceIndex) : null;
        });
}
