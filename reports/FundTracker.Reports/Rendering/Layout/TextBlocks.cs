using FundTracker.Reports.Blocks;
using FundTracker.Reports.Rendering.Fonts;

namespace FundTracker.Reports.Rendering.Layout;

/// <summary>Sets the blocks that are mainly words.</summary>
internal static class TextBlocks
{
    private const float NoteMargin = 62;
    private static readonly TextStyle Body = new(ReportTheme.BodySize, ReportTheme.Ink);

    public static void Place(TitleBlock block, PageFlow flow)
    {
        flow.Fill(PageFlow.Left, flow.Y, 34, 3, ReportTheme.Accent);
        flow.Y += 22;
        if (block.Overline is { } overline)
        {
            var style = new TextStyle(ReportTheme.OverlineSize, ReportTheme.Accent, FontWeight.Bold);
            flow.Run(overline, PageFlow.Left, flow.Width, style, ReportTheme.LineSpacing);
            flow.Y += 3;
        }

        var title = new TextStyle(ReportTheme.TitleSize, ReportTheme.Ink, FontWeight.Bold);
        flow.Run(block.Title, PageFlow.Left, flow.Width, title, ReportTheme.TightLineSpacing);
        if (block.Subtitle is { } subtitle)
        {
            flow.Y += 2;
            var style = new TextStyle(ReportTheme.SubtitleSize, ReportTheme.Muted);
            flow.Run(subtitle, PageFlow.Left, flow.Width, style, ReportTheme.LineSpacing);
        }

        flow.Y += 12;
        PlaceFacts(block.Facts, flow);
    }

    public static void Place(Heading block, PageFlow flow, float heightBelow)
    {
        var (size, before, after, colour) = block.Level switch
        {
            <= 1 => (ReportTheme.SectionSize, 20f, 7f, ReportTheme.Accent),
            2 => (ReportTheme.PartSize, 13f, 4f, ReportTheme.Ink),
            _ => (ReportTheme.RunInSize, 8f, 2f, ReportTheme.Ink),
        };
        var style = new TextStyle(size, colour, FontWeight.Bold);
        flow.Space(before);
        flow.Need((size * ReportTheme.TightLineSpacing) + after + heightBelow);
        flow.AddBookmark(block.Text, block.Level);
        flow.Run(block.Text, PageFlow.Left, flow.Width, style, ReportTheme.TightLineSpacing);
        flow.Y += after;
    }

    public static void Place(Paragraph block, PageFlow flow)
    {
        var style = block.Emphasis switch
        {
            Emphasis.Lead => new TextStyle(ReportTheme.LeadSize, ReportTheme.Ink),
            Emphasis.Small => new TextStyle(ReportTheme.SmallSize, ReportTheme.Muted),
            _ => Body,
        };
        flow.Run(block.Text, PageFlow.Left, flow.Width, style, ReportTheme.LineSpacing);
        flow.Y += style.Size * 0.6f;
    }

    public static void Place(BulletList block, PageFlow flow)
    {
        const float Indent = 12;
        foreach (var item in block.Items)
        {
            flow.Need(Body.Size * ReportTheme.LineSpacing);
            flow.Place("·", PageFlow.Left + 3, flow.Y + Body.Baseline(ReportTheme.LineSpacing), Body.Bold with { Colour = ReportTheme.Accent });
            flow.Run(item, PageFlow.Left + Indent, flow.Width - Indent, Body, ReportTheme.LineSpacing);
            flow.Y += 1.5f;
        }

        flow.Y += 4;
    }

    public static void Place(Callout block, PageFlow flow)
    {
        const float Padding = 9;
        var isWarning = block.Kind == CalloutKind.Warning;
        var colour = isWarning ? ReportTheme.Warning : ReportTheme.Accent;
        var width = flow.Width - (2 * Padding) - 3;
        var lineHeight = Body.Size * ReportTheme.LineSpacing;
        var lines = flow.Lines.Break(block.Text, Body.Size, width);
        var titles = block.Title is null ? [] : flow.Lines.Break(block.Title, Body.Size, width);
        flow.Space(4);
        flow.Need(Math.Min(flow.Capacity, ((lines.Count + titles.Count) * lineHeight) + (2 * Padding)));

        flow.Fill(PageFlow.Left, flow.Y, flow.Width, Padding - 2, isWarning ? ReportTheme.WarningTint : ReportTheme.Tint);
        flow.Fill(PageFlow.Left, flow.Y, 2.4f, Padding - 2, colour);
        flow.Y += Padding - 2;
        for (var i = 0; i < titles.Count + lines.Count; i++)
        {
            flow.Need(lineHeight);
            var isLast = i == titles.Count + lines.Count - 1;
            var height = lineHeight + (isLast ? Padding - 2 : 0);
            flow.Fill(PageFlow.Left, flow.Y, flow.Width, height, isWarning ? ReportTheme.WarningTint : ReportTheme.Tint);
            flow.Fill(PageFlow.Left, flow.Y, 2.4f, height, colour);
            var style = i < titles.Count ? Body.Bold with { Colour = colour } : Body;
            var line = i < titles.Count ? titles[i] : lines[i - titles.Count];
            flow.Place(line, PageFlow.Left + Padding + 3, flow.Y + Body.Baseline(ReportTheme.LineSpacing), style);
            flow.Y += height;
        }

        flow.Y += 8;
    }

    public static void Place(NoteList block, PageFlow flow)
    {
        var key = new TextStyle(ReportTheme.SmallSize, ReportTheme.Accent, FontWeight.Bold);
        var text = new TextStyle(ReportTheme.BodySize - 0.8f, ReportTheme.Ink);
        var widest = block.Notes.Select(note => flow.Lines.Line(note.Key, key.Size).Width).DefaultIfEmpty(0).Max();
        var margin = Math.Clamp(widest + 10, 22, NoteMargin * 2);
        foreach (var note in block.Notes)
        {
            flow.Need(new[] { note.Title, note.Formula, note.Text }.OfType<string>()
                .Sum(part => flow.Lines.Break(part, text.Size, flow.Width - margin).Count) * text.Size * ReportTheme.LineSpacing);
            flow.Place(note.Key, PageFlow.Left, flow.Y + text.Baseline(ReportTheme.LineSpacing), key);
            if (note.Title is { } title)
                flow.Run(title, PageFlow.Left + margin, flow.Width - margin, text.Bold, ReportTheme.LineSpacing);
            if (note.Formula is { } formula)
                flow.Run(formula, PageFlow.Left + margin, flow.Width - margin, text with { Colour = ReportTheme.Accent }, ReportTheme.LineSpacing);
            flow.Run(note.Text, PageFlow.Left + margin, flow.Width - margin, text with { Colour = ReportTheme.Muted }, ReportTheme.LineSpacing);
            flow.Y += 4;
        }

        flow.Y += 4;
    }

    private static void PlaceFacts(IReadOnlyList<TitleFact> facts, PageFlow flow)
    {
        if (facts.Count == 0)
            return;
        const int Columns = 2;
        var label = new TextStyle(ReportTheme.SmallSize + 0.4f, ReportTheme.Muted);
        var value = new TextStyle(ReportTheme.SmallSize + 1.2f, ReportTheme.Ink);
        var columnWidth = flow.Width / Columns;
        var labelWidth = facts.Max(fact => flow.Lines.Line(fact.Label, label.Size).Width) + 12;
        flow.Rule(PageFlow.Left, flow.Right, flow.Y, 0.35f, ReportTheme.Hairline);
        flow.Y += 6;
        for (var i = 0; i < facts.Count; i += Columns)
        {
            var height = 0f;
            for (var j = i; j < Math.Min(i + Columns, facts.Count); j++)
            {
                var x = PageFlow.Left + ((j - i) * columnWidth);
                var lines = flow.Lines.Break(facts[j].Value, value.Size, columnWidth - labelWidth - 8);
                flow.Place(facts[j].Label, x, flow.Y + value.Baseline(ReportTheme.LineSpacing), label);
                for (var k = 0; k < lines.Count; k++)
                {
                    var baseline = flow.Y + (k * value.Size * ReportTheme.LineSpacing) + value.Baseline(ReportTheme.LineSpacing);
                    flow.Place(lines[k], x + labelWidth, baseline, value);
                }

                height = Math.Max(height, lines.Count * value.Size * ReportTheme.LineSpacing);
            }

            flow.Y += height + 1.5f;
        }

        flow.Y += 5;
        flow.Rule(PageFlow.Left, flow.Right, flow.Y, 0.35f, ReportTheme.Hairline);
        flow.Y += 14;
    }
}
