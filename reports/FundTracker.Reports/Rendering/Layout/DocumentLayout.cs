using System.Globalization;
using FundTracker.Reports.Blocks;
using FundTracker.Reports.Rendering.Fonts;
using FundTracker.Reports.Texts;

namespace FundTracker.Reports.Rendering.Layout;

/// <summary>Lays a whole document out into pages, with head and foot on each.</summary>
internal static class DocumentLayout
{
    public static PageFlow LayOut(ReportDocument document, FontChoice fonts)
    {
        var flow = new PageFlow(fonts, ReportTexts.For(document.Language), document.Orientation);
        for (var i = 0; i < document.Blocks.Count; i++)
            Place(document.Blocks, i, flow);
        for (var i = 0; i < flow.Pages.Count; i++)
            Furnish(document, flow, i);
        return flow;
    }

    private static void Place(IReadOnlyList<Block> blocks, int index, PageFlow flow)
    {
        switch (blocks[index])
        {
            case TitleBlock title:
                TextBlocks.Place(title, flow);
                break;
            case Heading heading:
                TextBlocks.Place(heading, flow, HeightKeptBelow(blocks, index + 1, flow));
                break;
            case Paragraph paragraph:
                TextBlocks.Place(paragraph, flow);
                break;
            case BulletList bullets:
                TextBlocks.Place(bullets, flow);
                break;
            case Callout callout:
                TextBlocks.Place(callout, flow);
                break;
            case NoteList notes:
                TextBlocks.Place(notes, flow);
                break;
            case KeyFigures figures:
                KeyFigureLayout.Place(figures, flow);
                break;
            case Table table:
                TableLayout.Place(table, flow);
                break;
            case Chart chart:
                ChartLayout.Place(chart, flow);
                break;
            case PageBreak pageBreak:
                if (!flow.IsAtTop || pageBreak.Orientation is not null)
                    flow.NewPage(pageBreak.Orientation);
                break;
            default:
                throw new NotSupportedException($"There is no layout for {blocks[index].GetType().Name}.");
        }
    }

    // What must stand on the same page as the heading above it.
    private static float HeightKeptBelow(IReadOnlyList<Block> blocks, int index, PageFlow flow) =>
        index >= blocks.Count ? 0 : blocks[index] switch
        {
            Heading => 40 + HeightKeptBelow(blocks, index + 1, flow),
            Chart chart => Math.Min(ChartLayout.HeightOf(chart, flow) + 6, flow.Capacity - 60),
            Table table => TableLayout.LeastHeight(table) + 4,
            KeyFigures => 80,
            PageBreak => 0,
            _ => 36,
        };

    private static void Furnish(ReportDocument document, PageFlow flow, int index)
    {
        var page = flow.Pages[index];
        var texts = flow.Texts;
        var (left, right) = (PageFlow.Left, page.Width - ReportTheme.MarginSide);
        var style = new TextStyle(ReportTheme.FootSize, ReportTheme.Muted);
        if (index > 0 || document.Blocks.FirstOrDefault() is not TitleBlock)
        {
            var subject = flow.Lines.Line(document.Subject, style.Size + 0.6f);
            Put(page, flow, document.Title, left, ReportTheme.HeaderBaseline, style with { Size = style.Size + 0.6f });
            Put(page, flow, document.Subject, right - subject.Width, ReportTheme.HeaderBaseline, style with { Size = style.Size + 0.6f });
            Rule(page, left, right, ReportTheme.HeaderBaseline + 6);
        }

        var foot = page.Height - ReportTheme.MarginBottom + 22;
        Rule(page, left, right, foot - 10);
        var conditions = texts.Format(
            "page.conditions",
            document.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            document.KnownAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
        Put(page, flow, conditions, left, foot, style);
        Put(page, flow, texts.Format("page.hash", document.ContentHash), left, foot + 9.5f, style with { Size = 5.4f, Colour = ReportTheme.SmallPrint });
        var number = texts.Format("page.number", index + 1, flow.Pages.Count);
        Put(page, flow, number, right - flow.Lines.Line(number, style.Size).Width, foot, style);
    }

    private static void Put(Page page, PageFlow flow, string text, float x, float baseline, TextStyle style) =>
        page.Texts.Add(new PlacedText(flow.Lines.Line(text, style.Size), x, baseline, style));

    private static void Rule(Page page, float left, float right, float y) =>
        page.Shapes.Add(new Stroke([new(left, y), new(right, y)], 0.35f, ReportTheme.Hairline));
}
