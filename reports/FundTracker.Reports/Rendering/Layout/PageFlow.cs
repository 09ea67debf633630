using FundTracker.Reports.Blocks;
using FundTracker.Reports.Rendering.Fonts;
using FundTracker.Reports.Texts;
using SkiaSharp;

namespace FundTracker.Reports.Rendering.Layout;

/// <summary>The pages of a document while they fill up from the top, with the place where the next block begins.</summary>
internal sealed class PageFlow
{
    private readonly List<Page> pages = [];
    private readonly List<Bookmark> bookmarks = [];
    private PageOrientation orientation;

    public PageFlow(FontChoice fonts, ReportTexts texts, PageOrientation first)
    {
        Lines = new LineBreaker(fonts);
        Texts = texts;
        orientation = first;
        NewPage();
    }

    public LineBreaker Lines { get; }

    public ReportTexts Texts { get; }

    public IReadOnlyList<Page> Pages => pages;

    public IReadOnlyList<Bookmark> Bookmarks => bookmarks;

    public Page Page => pages[^1];

    /// <summary>Distance of the next block from the top of the page.</summary>
    public float Y { get; set; }

    public static float Left => ReportTheme.MarginSide;

    public float Right => Page.Width - ReportTheme.MarginSide;

    public float Width => Right - Left;

    public float Bottom => Page.Height - ReportTheme.MarginBottom;

    public float Remaining => Bottom - Y;

    /// <summary>Height that an empty page offers.</summary>
    public float Capacity => Bottom - ReportTheme.MarginTop;

    public bool IsAtTop => Y <= ReportTheme.MarginTop + 0.5f;

    public void NewPage(PageOrientation? next = null)
    {
        orientation = next ?? orientation;
        pages.Add(orientation == PageOrientation.Portrait
            ? new Page(ReportTheme.PageShort, ReportTheme.PageLong)
            : new Page(ReportTheme.PageLong, ReportTheme.PageShort));
        Y = ReportTheme.MarginTop;
    }

    /// <summary>Goes to a new page unless the height is still there, or the page is empty anyway.</summary>
    public void Need(float height)
    {
        if (height > Remaining && !IsAtTop)
            NewPage();
    }

    /// <summary>Leaves room before a block; not at the top of a page.</summary>
    public void Space(float height)
    {
        if (!IsAtTop)
            Y += height;
    }

    public void AddBookmark(string text, int level) =>
        bookmarks.Add(new Bookmark(text, level, pages.Count - 1, Y));

    public void Fill(float x, float y, float width, float height, SKColor colour) =>
        Page.Shapes.Add(new Area(new SKRect(x, y, x + width, y + height), colour));

    public void Rule(float x1, float x2, float y, float thickness, SKColor colour) =>
        Page.Shapes.Add(new Stroke([new SKPoint(x1, y), new SKPoint(x2, y)], thickness, colour));

    /// <summary>Places a line of text; <paramref name="x"/> is its left end, right end or middle by alignment.</summary>
    public void Place(TextLine line, float x, float baseline, TextStyle style, Alignment alignment = Alignment.Left)
    {
        if (line.Length == 0)
            return;
        var left = alignment switch
        {
            Alignment.Right => x - line.Width,
            Alignment.Centre => x - (line.Width / 2),
            _ => x,
        };
        Page.Texts.Add(new PlacedText(line, left, baseline, style));
    }

    public void Place(string text, float x, float baseline, TextStyle style, Alignment alignment = Alignment.Left) =>
        Place(Lines.Line(text, style.Size), x, baseline, style, alignment);

    /// <summary>Places lines from <see cref="Y"/> on, over as many pages as they take, and moves past them.</summary>
    public void Run(string text, float x, float width, TextStyle style, float spacing)
    {
        foreach (var line in Lines.Break(text, style.Size, width))
        {
            Need(style.Size * spacing);
            Place(line, x, Y + style.Baseline(spacing), style);
            Y += style.Size * spacing;
        }
    }
}
