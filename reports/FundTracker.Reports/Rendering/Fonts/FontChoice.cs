using System.Globalization;
using System.Text;

namespace FundTracker.Reports.Rendering.Fonts;

/// <summary>
/// Chooses a font for each character of one document: the report font, else an installed font that has it, else the
/// character is spelled out as its code, so that nothing is lost in silence.
/// </summary>
internal sealed class FontChoice(FontFile reportFont)
{
    private readonly List<FontMetrics> fonts = [FontMetrics.Of(reportFont)];
    private readonly Dictionary<int, int> fallbacks = [];
    private readonly SortedSet<int> unprintable = [];

    public IReadOnlyList<FontMetrics> Fonts => fonts;

    /// <summary>Characters that no font has, each as its code.</summary>
    public IReadOnlyList<string> Unprintable => [.. unprintable.Select(CodeOf)];

    /// <summary>Index into <see cref="Fonts"/> of the font that draws the character.</summary>
    public int FontOf(int codePoint) => fonts[0].Has(codePoint) ? 0 : fallbacks[codePoint];

    /// <summary>Advance width in em.</summary>
    public float Advance(int codePoint)
    {
        var advance = fonts[0].Advance(codePoint);
        return advance >= 0 ? advance : fonts[fallbacks[codePoint]].Advance(codePoint);
    }

    /// <summary>The text as it can be printed: known characters stay, others become codes, a tab becomes a space.</summary>
    public string Printable(string text)
    {
        foreach (var character in text)
        {
            if (char.IsSurrogate(character) || char.IsControl(character) || !fonts[0].Has(character))
                return Spelled(text);
        }

        return text;
    }

    private string Spelled(string text)
    {
        var result = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == '\n' || (!Rune.IsControl(rune) && HasFont(rune.Value)))
                result.Append(rune);
            else if (rune.Value == '\t')
                result.Append(' ');
            else if (rune.Value != '\r' && !IsInvisible(rune))
                result.Append(CodeOf(Note(rune.Value)));
        }

        return result.ToString();
    }

    private bool HasFont(int codePoint)
    {
        if (fonts[0].Has(codePoint) || fallbacks.ContainsKey(codePoint))
            return true;
        if (unprintable.Contains(codePoint) || FontFile.WithCharacter(codePoint) is not { } file)
            return false;
        var metrics = FontMetrics.Of(file);
        if (!metrics.Has(codePoint))
            return false;
        if (!fonts.Contains(metrics))
            fonts.Add(metrics);
        fallbacks[codePoint] = fonts.IndexOf(metrics);
        return true;
    }

    private int Note(int codePoint)
    {
        unprintable.Add(codePoint);
        return codePoint;
    }

    // Joiners and variation selectors have no look of their own.
    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format
        || rune.Value is >= 0xFE00 and <= 0xFE0F or >= 0xE0100 and <= 0xE01EF;

    private static string CodeOf(int codePoint) => $"[U+{codePoint:X4}]";
}
