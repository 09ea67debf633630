using FundTracker.Reports.Rendering.Fonts;

namespace FundTracker.Reports.Rendering.Layout;

/// <summary>Part of a printable text that stands on one line, and its width in points.</summary>
internal readonly record struct TextLine(string Text, int Start, int Length, float Width);

/// <summary>
/// Breaks text into lines. Chinese breaks between any two characters, except that closing marks never begin a line
/// and opening marks never end one; Latin words and figures stay whole unless they are wider than the line.
/// </summary>
/// <remarks>Unicode Standard Annex 14 (line breaking), reduced to what reports need; kinsoku as in GB/T 15834.</remarks>
internal sealed class LineBreaker(FontChoice fonts)
{
    // Full-width comma, full stop, semicolon, colon, enumeration comma, exclamation and question marks, closing brackets
    // and quotes, per cent, per mille, middle dot, ellipsis, dash; then their half-width relatives.
    private const string NeverFirst = "\uFF0C\u3002\uFF1B\uFF1A\u3001\uFF01\uFF1F\uFF09\u3011\u300B\u300D\u300F\u3015\u3009"
        + "\u201D\u2019\uFF05\u2030\u00B7\u2026\u2014\uFF5E\u00B0,.;:!?)]}%";

    // Opening brackets and quotes, currency signs.
    private const string NeverLast = "\uFF08\u3010\u300A\u300C\u300E\u3014\u3008\u201C\u2018\uFFE5\u00A5$([{";

    /// <summary>The whole text on one line; a line end inside it becomes a space.</summary>
    public TextLine Line(string text, float size)
    {
        var printable = fonts.Printable(text).Replace('\n', ' ');
        return new TextLine(printable, 0, printable.Length, Width(printable, size));
    }

    /// <summary>The lines of a text that may be at most <paramref name="width"/> wide; at least one.</summary>
    public List<TextLine> Break(string text, float size, float width)
    {
        var printable = fonts.Printable(text);
        var lines = new List<TextLine>(1);
        var start = 0;
        for (var end = printable.IndexOf('\n', StringComparison.Ordinal); end >= 0; end = printable.IndexOf('\n', start))
        {
            BreakParagraph(printable, start, end, size, width, lines);
            start = end + 1;
        }

        BreakParagraph(printable, start, printable.Length, size, width, lines);
        return lines;
    }

    /// <summary>Width of the text where only its own line ends break it.</summary>
    public float WidestLine(string text, float size) =>
        text.Contains('\n', StringComparison.Ordinal) ? text.Split('\n').Max(line => Line(line, size).Width) : Line(text, size).Width;

    /// <summary>Width of the widest piece that can't be broken.</summary>
    public float WidestPiece(string raw, float size)
    {
        var text = fonts.Printable(raw);
        var widest = 0f;
        var width = 0f;
        for (var i = 0; i < text.Length; i += LengthAt(text, i))
        {
            if (i > 0 && CanBreakBefore(text, i))
                width = 0;
            if (text[i] is not (' ' or '\n'))
                width += AdvanceAt(text, i);
            widest = Math.Max(widest, width);
        }

        return widest * size;
    }

    private void BreakParagraph(string text, int start, int end, float size, float width, List<TextLine> lines)
    {
        var limit = (width / size) + 0.001f;
        var lineStart = start;
        var used = 0f;
        var breakAt = -1;
        var usedAtBreak = 0f;
        for (var i = start; i < end; i += LengthAt(text, i))
        {
            if (i > lineStart && CanBreakBefore(text, i))
                (breakAt, usedAtBreak) = (i, used);
            var advance = AdvanceAt(text, i);
            while (used + advance > limit && i > lineStart && text[i] != ' ')
            {
                if (breakAt <= lineStart)
                    (breakAt, usedAtBreak) = (i, used); // a word wider than the line
                lines.Add(Trimmed(text, lineStart, breakAt, usedAtBreak, size));
                used -= usedAtBreak;
                lineStart = breakAt;
            }

            used += advance;
        }

        lines.Add(Trimmed(text, lineStart, end, used, size));
    }

    private TextLine Trimmed(string text, int start, int end, float width, float size)
    {
        while (end > start && text[end - 1] == ' ')
            width -= AdvanceAt(text, --end);
        return new TextLine(text, start, end - start, width * size);
    }

    private static bool CanBreakBefore(string text, int index)
    {
        var before = text[index - 1];
        var after = text[index];
        if (before == '\n')
            return true;
        if (NeverFirst.Contains(after, StringComparison.Ordinal) || NeverLast.Contains(before, StringComparison.Ordinal))
            return false;
        if (after == ' ' || char.IsLowSurrogate(after))
            return false;
        if (after == '@' || before is ' ' or '/' or '|' || (before == '-' && !char.IsAsciiDigit(after)))
            return true;
        return IsIdeographic(before) || IsIdeographic(after);
    }

    private static bool IsIdeographic(char character) =>
        character is >= '\u2E80' and <= '\uD7FF' or >= '\uF900' and <= '\uFAFF' or >= '\uFF00' and <= '\uFFEF'
        || char.IsSurrogate(character);

    private float Width(string text, float size)
    {
        var width = 0f;
        for (var i = 0; i < text.Length; i += LengthAt(text, i))
            width += AdvanceAt(text, i);
        return width * size;
    }

    private float AdvanceAt(string text, int index) =>
        fonts.Advance(char.IsHighSurrogate(text[index]) ? char.ConvertToUtf32(text, index) : text[index]);

    private static int LengthAt(string text, int index) => char.IsHighSurrogate(text[index]) ? 2 : 1;
}
