using System.Globalization;
using System.IO.Compression;
using System.Text;
using FundTracker.Reports.Blocks;
using FundTracker.Reports.Rendering.Layout;
using FundTracker.Reports.Texts;

namespace FundTracker.Reports.Rendering.Pdf;

/// <summary>
/// Adds to a finished PDF what Skia can't write: the outline, the language, an id derived from the content, and the
/// canonical content itself as an attached file, whose SHA-256 is the hash in the page foot. It appends, as ISO 32000
/// foresees for updates; nothing that Skia wrote is changed.
/// </summary>
/// <remarks>ISO 32000-1, 7.5.6 "Incremental updates", 12.3.3 "Document outline", 7.11.4 "Embedded file streams".</remarks>
internal sealed class PdfAppendix
{
    /// <summary>Name of the attached file.</summary>
    public const string ContentFileName = "content.json";

    private readonly MemoryStream added = new();
    private readonly SortedDictionary<int, long> offsets = [];
    private readonly PdfFile file;
    private readonly long start;
    private int nextNumber;

    private PdfAppendix(byte[] pdf)
    {
        file = new PdfFile(pdf);
        start = pdf.Length;
        nextNumber = file.Size;
    }

    /// <summary>Writes the PDF with its appendix.</summary>
    public static void Write(
        byte[] pdf, IReadOnlyList<Bookmark> bookmarks, IReadOnlyList<Page> pages, ReportDocument document, Stream output)
    {
        var appendix = new PdfAppendix(pdf);
        appendix.AddAll(bookmarks, pages, document);
        output.Write(pdf);
        appendix.added.WriteTo(output);
    }

    private void AddAll(IReadOnlyList<Bookmark> bookmarks, IReadOnlyList<Page> pages, ReportDocument document)
    {
        var attachment = AddContent(CanonicalContent.Write(document), document.KnownAt);
        var outline = bookmarks.Count == 0 ? null : (int?)AddOutline(bookmarks, pages);
        var catalogue = new StringBuilder("<</Type /Catalog\n")
            .Append(Invariant($"/Pages {file.PageTree} 0 R\n/Lang ({ReportTexts.For(document.Language).Tag})\n"))
            .Append("/ViewerPreferences <</DisplayDocTitle true>>\n")
            .Append(Invariant($"/Names <</EmbeddedFiles <</Names [({ContentFileName}) {attachment} 0 R]>>>>\n"))
            .Append(Invariant($"/AF [{attachment} 0 R]"));
        if (outline is { } root)
            catalogue.Append(Invariant($"\n/Outlines {root} 0 R\n/PageMode /UseOutlines"));
        AddObject(file.Catalogue, catalogue.Append(">>").ToString());
        WriteXref(document.ContentHash);
    }

    private int AddContent(byte[] content, DateTimeOffset knownAt)
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            deflate.Write(content);

        var stream = nextNumber++;
        var date = knownAt.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        Begin(stream);
        Put(Invariant($"<</Type /EmbeddedFile\n/Subtype /application#2Fjson\n/Filter /FlateDecode\n/Length {packed.Length}\n"));
        Put(Invariant($"/Params <</Size {content.Length} /ModDate (D:{date}Z)>>>>\nstream\n"));
        packed.WriteTo(added);
        Put("\nendstream\nendobj\n");

        var specification = nextNumber++;
        AddObject(specification, Invariant(
            $"<</Type /Filespec /F ({ContentFileName}) /UF ({ContentFileName}) /AFRelationship /Source /EF <</F {stream} 0 R>>>>"));
        return specification;
    }

    private int AddOutline(IReadOnlyList<Bookmark> bookmarks, IReadOnlyList<Page> pages)
    {
        var root = nextNumber++;
        var entries = OutlineEntry.TreeOf(bookmarks, ref nextNumber);
        var pageNumbers = file.Pages();
        AddObject(root, Invariant(
            $"<</Type /Outlines /First {entries[0].Number} 0 R /Last {entries[^1].Number} 0 R /Count {entries.Count}>>"));
        AddEntries(entries, root, pageNumbers, pages);
        return root;
    }

    private void AddEntries(List<OutlineEntry> entries, int parent, IReadOnlyList<int> pageNumbers, IReadOnlyList<Page> pages)
    {
        for (var i = 0; i < entries.Count; i++)
        {
            var (bookmark, children) = (entries[i].Bookmark, entries[i].Children);
            var top = pages[bookmark.PageIndex].Height - bookmark.Y + 8;
            var text = new StringBuilder("<</Title ").Append(HexText(bookmark.Text))
                .Append(Invariant($" /Parent {parent} 0 R /Dest [{pageNumbers[bookmark.PageIndex]} 0 R /XYZ 0 {top:0.##} null]"));
            if (i > 0)
                text.Append(Invariant($" /Prev {entries[i - 1].Number} 0 R"));
            if (i + 1 < entries.Count)
                text.Append(Invariant($" /Next {entries[i + 1].Number} 0 R"));
            if (children.Count > 0)
                text.Append(Invariant($" /First {children[0].Number} 0 R /Last {children[^1].Number} 0 R /Count -{children.Count}"));
            AddObject(entries[i].Number, text.Append(">>").ToString());
            AddEntries(children, entries[i].Number, pageNumbers, pages);
        }
    }

    private void WriteXref(string contentHash)
    {
        var xref = start + added.Length;
        Put("xref\n");
        foreach (var (number, offset) in offsets)
            Put(Invariant($"{number} 1\n{offset:D10} 00000 n \n"));
        var id = contentHash[..32].ToUpperInvariant();
        Put(Invariant($"trailer\n<</Size {nextNumber}\n/Root {file.Catalogue} 0 R\n/Info {file.Info} 0 R\n"));
        Put(Invariant($"/Prev {file.XrefOffset}\n/ID [<{id}> <{id}>]>>\nstartxref\n{xref}\n%%EOF\n"));
    }

    private void AddObject(int number, string body)
    {
        Begin(number);
        Put(body);
        Put("\nendobj\n");
    }

    private void Begin(int number)
    {
        if (added.Length == 0)
            Put("\n");
        offsets[number] = start + added.Length;
        Put(Invariant($"{number} 0 obj\n"));
    }

    private void Put(string text) => added.Write(Encoding.Latin1.GetBytes(text));

    private static string HexText(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
