using System.Buffers;
using System.Text;
using FundTracker.Reports.Blocks;
using FundTracker.Reports.Rendering.Fonts;
using FundTracker.Reports.Rendering.Layout;
using FundTracker.Reports.Rendering.Pdf;
using FundTracker.Reports.Texts;
using SkiaSharp;

namespace FundTracker.Reports.Rendering;

/// <summary>
/// Renders reports as PDF with Skia: real text in a subset TrueType font, vector charts, an outline, and the canonical
/// content attached. The same document on the same font gives the same bytes; nothing in it is taken from the clock.
/// </summary>
public sealed class SkiaPdfRenderer(FontFile? font = null) : IReportRenderer
{
    private const string Producer = "FundTracker";

    public string MediaType => "application/pdf";

    public RenderSummary Render(ReportDocument document, Stream output)
    {
        var choice = new FontChoice(font ?? ReportFonts.Installed);
        var layout = DocumentLayout.LayOut(document, choice);
        using var fonts = new EmbeddedFonts(choice, UsageOf(layout.Pages, choice));
        var pdf = Draw(document, layout.Pages, choice, fonts);
        PdfAppendix.Write(pdf, layout.Bookmarks, layout.Pages, document, output);
        return new RenderSummary(layout.Pages.Count, choice.Unprintable);
    }

    private static Dictionary<(int Font, FontWeight Weight), SortedSet<int>> UsageOf(
        IReadOnlyList<Page> pages, FontChoice choice)
    {
        var usage = new Dictionary<(int Font, FontWeight Weight), SortedSet<int>>();
        var seen = new HashSet<(int CodePoint, FontWeight Weight)>();
        foreach (var text in pages.SelectMany(page => page.Texts))
        {
            foreach (var rune in text.Characters.EnumerateRunes())
            {
                if (!seen.Add((rune.Value, text.Style.Weight)))
                    continue;
                var key = (choice.FontOf(rune.Value), text.Style.Weight);
                if (!usage.TryGetValue(key, out var codePoints))
                    usage[key] = codePoints = [];
                codePoints.Add(rune.Value);
            }
        }

        return usage;
    }

    private static byte[] Draw(ReportDocument document, IReadOnlyList<Page> pages, FontChoice choice, EmbeddedFonts fonts)
    {
        using var stream = new MemoryStream();
        using (var pdf = SKDocument.CreatePdf(stream, MetadataOf(document)))
        {
            foreach (var page in pages)
            {
                var canvas = pdf.BeginPage(page.Width, page.Height);
                DrawShapes(canvas, page);
                DrawTexts(canvas, page, choice, fonts);
                pdf.EndPage();
            }

            pdf.Close();
        }

        return stream.ToArray();
    }

    private static SKDocumentPdfMetadata MetadataOf(ReportDocument document) => new()
    {
        Title = document.Title,
        Subject = document.Subject,
        Author = document.Publisher ?? string.Empty,
        Keywords = $"as-of {document.AsOf:yyyy-MM-dd}; {ReportTexts.For(document.Language).Tag}; sha256 {document.ContentHash}",
        Creator = Producer,
        Producer = Producer,
        Creation = document.KnownAt.UtcDateTime,
        Modified = document.KnownAt.UtcDateTime,
        RasterDpi = SKDocumentPdfMetadata.DefaultRasterDpi,
        EncodingQuality = SKDocumentPdfMetadata.DefaultEncodingQuality,
    };

    private static void DrawShapes(SKCanvas canvas, Page page)
    {
        using var paint = new SKPaint { IsAntialias = true };
        foreach (var shape in page.Shapes)
        {
            paint.Color = shape.Colour;
            switch (shape)
            {
                case Area area:
                    paint.Style = SKPaintStyle.Fill;
                    canvas.DrawRect(area.Bounds, paint);
                    break;
                case Dot dot:
                    paint.Style = SKPaintStyle.Fill;
                    canvas.DrawCircle(dot.Centre, dot.Radius, paint);
                    break;
                case Stroke stroke:
                    DrawStroke(canvas, stroke, paint);
                    break;
                default:
                    throw new NotSupportedException($"There is no drawing of {shape.GetType().Name}.");
            }
        }
    }

    private static void DrawStroke(SKCanvas canvas, Stroke stroke, SKPaint paint)
    {
        paint.Style = SKPaintStyle.Stroke;
        paint.StrokeWidth = stroke.Width;
        using var dash = stroke.Dash is null ? null : SKPathEffect.CreateDash(stroke.Dash, 0);
        paint.PathEffect = dash;
        if (stroke.Points.Length == 2)
        {
            canvas.DrawLine(stroke.Points[0], stroke.Points[1], paint);
        }
        else
        {
            paint.StrokeJoin = SKStrokeJoin.Round;
            using var path = new SKPath();
            path.AddPoly(stroke.Points, close: false);
            canvas.DrawPath(path, paint);
        }

        paint.PathEffect = null;
    }

    private static void DrawTexts(SKCanvas canvas, Page page, FontChoice choice, EmbeddedFonts fonts)
    {
        using var paint = new SKPaint { IsAntialias = true };
        using var builder = new SKTextBlobBuilder();
        for (var i = 0; i < page.Texts.Count; i++)
        {
            AddRuns(builder, page.Texts[i], choice, fonts);
            var colour = page.Texts[i].Style.Colour;
            if (i + 1 < page.Texts.Count && page.Texts[i + 1].Style.Colour == colour)
                continue;
            paint.Color = colour;
            using var blob = builder.Build();
            canvas.DrawText(blob, 0, 0, paint);
        }
    }

    // A text is one run, or several where some of its characters come from another font.
    private static void AddRuns(SKTextBlobBuilder builder, PlacedText text, FontChoice choice, EmbeddedFonts fonts)
    {
        var characters = text.Characters;
        var style = text.Style;
        var glyphs = ArrayPool<ushort>.Shared.Rent(characters.Length);
        var x = text.X;
        for (var start = 0; start < characters.Length;)
        {
            var font = -1;
            EmbeddedFace? face = null;
            var (end, count, width) = (start, 0, 0f);
            while (end < characters.Length)
            {
                Rune.DecodeFromUtf16(characters[end..], out var rune, out var consumed);
                var next = choice.FontOf(rune.Value);
                if (face is not null && next != font)
                    break;
                face ??= fonts.Face(font = next, style.Weight);
                glyphs[count++] = face.Glyph(rune.Value);
                width += choice.Advance(rune.Value);
                end += consumed;
            }

            builder.AddRun(glyphs.AsSpan(0, count), face!.Size(style.Size), new SKPoint(x, text.Y));
            (start, x) = (end, x + (width * style.Size));
        }

        ArrayPool<ushort>.Shared.Return(glyphs);
    }
}
