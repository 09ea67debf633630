using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace FundTracker.Reports.Rendering.Pdf;

/// <summary>
/// Reads as much of a finished PDF as is needed to append to it: the cross-reference table, the catalogue and the
/// pages. It understands the plain form that Skia writes (one xref table, no object streams).
/// </summary>
/// <remarks>ISO 32000-1, 7.5 "File structure" and 7.7.3 "Page tree".</remarks>
internal sealed partial class PdfFile
{
    private readonly byte[] bytes;
    private readonly long[] offsets;

    public PdfFile(byte[] pdf)
    {
        bytes = pdf;
        XrefOffset = long.Parse(Tail(StartXref(), from: Math.Max(0, pdf.Length - 64)), CultureInfo.InvariantCulture);
        var trailerAt = pdf.AsSpan().LastIndexOf("trailer"u8);
        var trailer = Encoding.Latin1.GetString(pdf.AsSpan(trailerAt));
        offsets = ReadXref(Encoding.Latin1.GetString(pdf.AsSpan((int)XrefOffset, trailerAt - (int)XrefOffset)));
        Catalogue = Number(Root(), trailer);
        Info = Number(InfoEntry(), trailer);
        PageTree = Number(PagesEntry(), ObjectAt(Catalogue));
    }

    /// <summary>Place of the cross-reference table, from the start of the file.</summary>
    public long XrefOffset { get; }

    /// <summary>Objects in the file; the next free object number.</summary>
    public int Size => offsets.Length;

    public int Catalogue { get; }

    public int Info { get; }

    public int PageTree { get; }

    /// <summary>Object numbers of the pages in their order.</summary>
    public IReadOnlyList<int> Pages()
    {
        var pages = new List<int>();
        Collect(PageTree, pages);
        return pages;
    }

    private void Collect(int node, List<int> pages)
    {
        var text = ObjectAt(node);
        if (Kids().Match(text) is not { Success: true } kids)
        {
            pages.Add(node);
            return;
        }

        foreach (Match reference in Reference().Matches(kids.Groups["value"].Value))
            Collect(int.Parse(reference.Groups["value"].Value, CultureInfo.InvariantCulture), pages);
    }

    private string ObjectAt(int number)
    {
        var start = (int)offsets[number];
        var end = bytes.AsSpan(start).IndexOf("endobj"u8);
        return Encoding.Latin1.GetString(bytes.AsSpan(start, end));
    }

    private static long[] ReadXref(string table)
    {
        var entries = XrefEntry().Matches(table);
        return [.. entries.Select(entry => long.Parse(entry.Groups["value"].Value, CultureInfo.InvariantCulture))];
    }

    private static int Number(Regex pattern, string text) =>
        pattern.Match(text) is { Success: true } match
            ? int.Parse(match.Groups["value"].Value, CultureInfo.InvariantCulture)
            : throw new InvalidDataException($"The PDF has no {pattern}; its writer has changed its form.");

    private string Tail(Regex pattern, int from) =>
        pattern.Match(Encoding.Latin1.GetString(bytes.AsSpan(from))) is { Success: true } match
            ? match.Groups["value"].Value
            : throw new InvalidDataException("The PDF does not end with startxref; its writer has changed its form.");

    [GeneratedRegex(@"startxref\s+(?<value>\d+)\s+%%EOF", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex StartXref();

    [GeneratedRegex(@"/Root (?<value>\d+) 0 R", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Root();

    [GeneratedRegex(@"/Info (?<value>\d+) 0 R", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex InfoEntry();

    [GeneratedRegex(@"/Pages (?<value>\d+) 0 R", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PagesEntry();

    [GeneratedRegex(@"/Kids \[(?<value>[^\]]*)\]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Kids();

    [GeneratedRegex(@"(?<value>\d+) 0 R", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Reference();

    [GeneratedRegex(@"(?<value>\d{10}) \d{5} [nf]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex XrefEntry();
}
