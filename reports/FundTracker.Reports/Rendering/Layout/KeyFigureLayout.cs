using FundTracker.Reports.Blocks;
using FundTracker.Reports.Rendering.Fonts;

namespace FundTracker.Reports.Rendering.Layout;

/// <summary>Sets key figures side by side, up to four in a row.</summary>
internal static class KeyFigureLayout
{
    private const int MostInRow = 4;
    private const float Gap = 14;
    private static readonly TextStyle Label = new(ReportTheme.SmallSize + 0.6f, ReportTheme.Muted);
    private static readonly TextStyle Value = new(ReportTheme.KeyFigureSize, ReportTheme.Accent, FontWeight.Bold);
    private static readonly TextStyle Small = new(ReportTheme.SmallSize, ReportTheme.Muted);
    private static readonly TextStyle FigureId = new(TableLayout.FigureIdSize + 0.2f, ReportTheme.SmallPrint);

    public static void Place(KeyFigures block, PageFlow flow)
    {
        if (block.Figures.Count == 0)
            return;
        var rows = (block.Figures.Count + MostInRow - 1) / MostInRow;
        var inRow = (block.Figures.Count + rows - 1) / rows;
        flow.Space(4);
        foreach (var row in block.Figures.Chunk(inRow))
            PlaceRow(row, inRow, flow);
        var marks = block.Figures.Aggregate(Marks.None, (all, figure) => all | figure.Marks);
        if (marks != Marks.None)
            flow.Run(MarkSigns.Legend(marks, flow.Texts), PageFlow.Left, flow.Width, Small, ReportTheme.TightLineSpacing);
        flow.Y += 8;
    }

    private static void PlaceRow(KeyFigure[] figures, int inRow, PageFlow flow)
    {
        var width = (flow.Width - (Gap * (inRow - 1))) / inRow;
        var labels = figures.Select(figure => flow.Lines.Break(figure.Label, Label.Size, width)).ToArray();
        var remarks = figures.Select(figure =>
            figure.Remark is { } remark ? flow.Lines.Break(remark, Small.Size, width) : []).ToArray();
        var labelHeight = labels.Max(lines => lines.Count) * Label.Size * ReportTheme.TightLineSpacing;
        var remarkHeight = remarks.Max(lines => lines.Count) * Small.Size * ReportTheme.TightLineSpacing;
        var ids = figures.Select(figure => figure.FigureId is { } id ? flow.Lines.Break(id, FigureId.Size, width) : []).ToArray();
        var idHeight = (ids.Max(lines => lines.Count) * FigureId.Size * ReportTheme.TightLineSpacing) + 1;
        var valueHeight = Value.Size * 1.35f;
        flow.Need(8 + labelHeight + valueHeight + remarkHeight + idHeight + 8);

        for (var i = 0; i < figures.Length; i++)
        {
            var x = PageFlow.Left + (i * (width + Gap));
            var y = flow.Y;
            flow.Rule(x, x + width, y, 0.9f, ReportTheme.Accent);
            y = PlaceLines(flow, labels[i], x, y + 6, Label) + labelHeight - (labels[i].Count * Label.Size * ReportTheme.TightLineSpacing);
            PlaceValue(figures[i], x, y + (Value.Size * 1.05f), width, flow);
            y = PlaceLines(flow, remarks[i], x, y + valueHeight, Small);
            PlaceLines(flow, ids[i], x, y + 1, FigureId);
        }

        flow.Y += 6 + labelHeight + valueHeight + remarkHeight + idHeight + 8;
    }

    private static void PlaceValue(KeyFigure figure, float x, float baseline, float width, PageFlow flow)
    {
        var suffix = (figure.Unit is null ? string.Empty : " " + figure.Unit)
            + (figure.Marks == Marks.None ? string.Empty : " " + MarkSigns.Of(figure.Marks));
        var unit = flow.Lines.Line(suffix, Label.Size);
        var style = Value;
        while (style.Size > 8 && flow.Lines.Line(figure.Value, style.Size).Width + unit.Width > width)
            style = style with { Size = style.Size - 0.5f };
        var value = flow.Lines.Line(figure.Value, style.Size);
        flow.Place(value, x, baseline, style);
        flow.Place(unit, x + value.Width, baseline, Label);
    }

    private static float PlaceLines(PageFlow flow, List<TextLine> lines, float x, float y, TextStyle style)
    {
        foreach (var line in lines)
        {
            flow.Place(line, x, y + style.Baseline(ReportTheme.TightLineSpacing), style);
            y += style.Size * ReportTheme.TightLineSpacing;
        }

        return y;
    }
}
