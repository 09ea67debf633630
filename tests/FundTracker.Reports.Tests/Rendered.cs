using FundTracker.Reports.Blocks;
using FundTracker.Reports.Rendering;
using UglyToad.PdfPig;

namespace FundTracker.Reports.Tests;

/// <summary>A document rendered and read back.</summary>
internal sealed class Rendered
{
    private Rendered(byte[] bytes, RenderSummary summary)
    {
        Bytes = bytes;
        Summary = summary;
        using var pdf = PdfDocument.Open(bytes);
        Pages = [.. pdf.GetPages().Select(page => page.Text)];
        Lines = [.. pdf.GetPages().SelectMany(LinesOf)];
    }

    public byte[] Bytes { get; }

    public RenderSummary Summary { get; }

    /// <summary>Text of each page.</summary>
    public IReadOnlyList<string> Pages { get; }

    /// <summary>Lines of all pages from top to bottom: letters of one baseline, in their order.</summary>
    public IReadOnlyList<TextRow> Lines { get; }

    public string Text => string.Concat(Pages);

    public static Rendered Of(ReportDocument document, IReportRenderer? renderer = null)
    {
        using var stream = new MemoryStream();
        var summary = (renderer ?? new SkiaPdfRenderer()).Render(document, stream);
        return new Rendered(stream.ToArray(), summary);
    }

    public static Rendered Of(params Block[] blocks) => Of(Samples.SampleDocuments.Of(blocks));

    private static IEnumerable<TextRow> LinesOf(UglyToad.PdfPig.Content.Page page) => page.Letters
        .GroupBy(letter => (int)Math.Round(letter.StartBaseLine.Y * 10, 0, MidpointRounding.AwayFromZero))
        .OrderByDescending(line => line.Key)
        .Select(line => new TextRow(
            page.Number,
            string.Concat(line.Select(letter => letter.Value)),
            line.Min(letter => letter.StartBaseLine.X),
            line.Max(letter => letter.EndBaseLine.X)));
}

/// <summary>Text on one baseline, and where it begins and ends, in points from the left.</summary>
internal sealed record TextRow(int Page, string Text, double Left, double Right);
