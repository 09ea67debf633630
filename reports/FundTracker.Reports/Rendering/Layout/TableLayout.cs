using FundTracker.Reports.Blocks;
using FundTracker.Reports.Rendering.Fonts;

namespace FundTracker.Reports.Rendering.Layout;

/// <summary>Sets a table: title, head on every page, rows, and the legend of its marks.</summary>
internal sealed class TableLayout
{
    public const float CellPadding = 3.6f;
    public const float SuffixScale = 0.8f;
    public const float FigureIdSize = 5f;
    private const float RowPadding = 2.5f;
    private const float SmallPrintDrop = 6.2f;
    private const float SmallPrintHeight = 5.4f;
    private const float TitleHeight = 17;

    private static readonly TextStyle SmallPrint = new(FigureIdSize, ReportTheme.SmallPrint);

    private readonly PageFlow flow;
    private readonly Table table;
    private readonly ColumnWidths columns;
    private readonly TextStyle body;
    private readonly float lineHeight;
    private readonly List<TextLine>[] headings;
    private Marks marks;

    private TableLayout(PageFlow flow, Table table)
    {
        this.flow = flow;
        this.table = table;
        columns = ColumnWidths.Fit(table, flow.Lines, flow.Width);
        body = new TextStyle(columns.Size, ReportTheme.Ink);
        lineHeight = columns.Size * ReportTheme.TightLineSpacing;
        headings = [.. table.Columns.Select((column, i) =>
            flow.Lines.Break(column.Heading, columns.Size, columns.Widths[i] - (2 * CellPadding) + 0.1f))];
    }

    private float HeadHeight =>
        (headings.Max(lines => lines.Count) * lineHeight) + 6
        + (HasGroups ? lineHeight + 5 : 0) + (HasCodes ? SmallPrintHeight : 0);

    private bool HasCodes => table.Columns.Any(column => column.Code is not null);

    private bool HasGroups => table.Columns.Any(column => column.Group is not null);

    /// <summary>Height of title, head and the first rows: what must not be torn apart at the foot of a page.</summary>
    public static float LeastHeight(Table table) => table.Rows.Count == 0 ? 50 : 88;

    public static void Place(Table table, PageFlow flow) => new TableLayout(flow, table).Place();

    /// <summary>What stands after the text of a cell: its marks, then the key of its note.</summary>
    public static string SuffixOf(Cell cell) =>
        cell.Marks == Marks.None ? cell.NoteKey ?? string.Empty : MarkSigns.Of(cell.Marks) + cell.NoteKey;

    private void Place()
    {
        flow.Space(4);
        flow.Need(LeastHeight(table));
        PlaceTitle(isContinued: false);
        PlaceHead();
        for (var i = 0; i < table.Rows.Count; i++)
            PlaceRow(i);
        if (table.Rows.Count == 0 && table.EmptyText is { } empty)
            PlaceEmpty(empty);
        PlaceFoot();
    }

    private void PlaceTitle(bool isContinued)
    {
        if (table.Title is null && table.Unit is null)
            return;
        var baseline = flow.Y + 10;
        if (table.Title is { } title)
        {
            var text = isContinued ? flow.Texts.Format("table.continued", title) : title;
            flow.Place(text, PageFlow.Left, baseline, new TextStyle(ReportTheme.RunInSize, ReportTheme.Ink, FontWeight.Bold));
        }

        if (table.Unit is { } unit)
        {
            var style = new TextStyle(ReportTheme.SmallSize, ReportTheme.Muted);
            flow.Place(flow.Texts.Format("table.unit", unit), flow.Right, baseline, style, Alignment.Right);
        }

        flow.Y += TitleHeight;
    }

    private void PlaceHead()
    {
        var style = new TextStyle(columns.Size, ReportTheme.Accent, FontWeight.Bold);
        var height = HeadHeight;
        flow.Rule(PageFlow.Left, flow.Right, flow.Y, 0.9f, ReportTheme.Accent);
        if (HasGroups)
            PlaceColumnGroups(style);
        var x = PageFlow.Left;
        for (var i = 0; i < headings.Length; i++)
        {
            var top = flow.Y + height - 3 - (headings[i].Count * lineHeight) - (HasCodes ? SmallPrintHeight : 0);
            foreach (var line in headings[i])
            {
                PlaceAligned(line, x, i, top + style.Baseline(ReportTheme.TightLineSpacing), style);
                top += lineHeight;
            }

            if (table.Columns[i].Code is { } code)
                PlaceAligned(flow.Lines.Line(code, FigureIdSize), x, i, flow.Y + height - 3.4f, SmallPrint);
            x += columns.Widths[i];
        }

        flow.Y += height;
        flow.Rule(PageFlow.Left, flow.Right, flow.Y, 0.5f, ReportTheme.Accent);
    }

    private void PlaceColumnGroups(TextStyle style)
    {
        var x = PageFlow.Left;
        for (var i = 0; i < table.Columns.Count;)
        {
            var end = i;
            var width = 0f;
            while (end < table.Columns.Count && table.Columns[end].Group == table.Columns[i].Group)
                width += columns.Widths[end++];
            if (table.Columns[i].Group is { } group)
            {
                flow.Place(group, x + (width / 2), flow.Y + 3 + style.Baseline(ReportTheme.TightLineSpacing), style, Alignment.Centre);
                flow.Rule(x + CellPadding, x + width - CellPadding, flow.Y + 5 + lineHeight, 0.35f, ReportTheme.Accent);
            }

            x += width;
            i = end;
        }
    }

    private void PlaceRow(int index)
    {
        var row = SetRow(index);
        if (flow.Remaining < row.Height + HeightKeptBelow(index) && !IsUnderHead)
            Continue();
        while (row.Height > flow.Remaining && row.LineCount > 1)
        {
            // A row taller than the page goes on with its remaining lines on the next one.
            var fitting = Math.Clamp((int)((flow.Remaining - (2 * RowPadding)) / lineHeight), 1, row.LineCount - 1);
            Draw(row.TakeLines(fitting));
            Continue();
        }

        Draw(row);
    }

    private bool IsUnderHead => flow.Y <= ReportTheme.MarginTop + TitleHeight + HeadHeight + 1;

    // A group's name goes with its first row, and a total with the last row above it.
    private float HeightKeptBelow(int index)
    {
        var isLast = index + 1 >= table.Rows.Count;
        var isKept = !isLast && (table.Rows[index].Kind == RowKind.Group || table.Rows[index + 1].Kind == RowKind.Total);
        return isKept ? SetRow(index + 1).Height : 0;
    }

    private void Continue()
    {
        flow.NewPage();
        PlaceTitle(isContinued: true);
        PlaceHead();
    }

    private SetRow SetRow(int index)
    {
        var row = table.Rows[index];
        var isGroup = row.Kind == RowKind.Group;
        var cells = new SetCell[Math.Min(row.Cells.Count, table.Columns.Count)];
        for (var i = 0; i < cells.Length; i++)
        {
            var cell = row.Cells[i];
            var width = isGroup && cells.Length == 1
                ? flow.Width - (2 * CellPadding)
                : columns.Widths[i] - columns.Gutters[i] - (2 * CellPadding);
            var smallPrint = cell.FigureId ?? (i == 0 ? row.Scope : null);
            cells[i] = new SetCell(
                flow.Lines.Break(cell.Text, columns.Size, width + 0.1f),
                cell,
                smallPrint is null ? [] : flow.Lines.Break(smallPrint, FigureIdSize, width + 0.1f));
            marks |= cell.Marks;
        }

        return new SetRow(row.Kind, cells, lineHeight, RowPadding, SmallPrintHeight);
    }

    private void Draw(SetRow row)
    {
        var isTotal = row.Kind is RowKind.Total or RowKind.Subtotal;
        if (row.Kind is RowKind.Total or RowKind.Group)
            flow.Fill(PageFlow.Left, flow.Y, flow.Width, row.Height, ReportTheme.Tint);
        if (isTotal)
            flow.Rule(PageFlow.Left, flow.Right, flow.Y, 0.5f, ReportTheme.Ink);

        var style = row.Kind switch
        {
            RowKind.Group => body.Bold with { Colour = ReportTheme.Accent },
            RowKind.Body => body,
            _ => body.Bold,
        };
        var x = PageFlow.Left;
        for (var i = 0; i < row.Cells.Length; i++)
        {
            DrawCell(row.Cells[i], x, i, style);
            x += columns.Widths[i];
        }

        flow.Y += row.Height;
        flow.Rule(PageFlow.Left, flow.Right, flow.Y, 0.35f, ReportTheme.Hairline);
    }

    private void DrawCell(SetCell cell, float x, int column, TextStyle style)
    {
        var baseline = flow.Y + RowPadding + style.Baseline(ReportTheme.TightLineSpacing);
        for (var i = 0; i < cell.Lines.Count; i++, baseline += lineHeight)
        {
            var line = cell.Lines[i];
            PlaceAligned(line, x, column, baseline, style);
            if (i == cell.Lines.Count - 1 && !cell.IsCut && SuffixOf(cell.Source) is { Length: > 0 } suffix)
                PlaceSuffix(suffix, line, x, column, baseline);
        }

        if (cell.IsCut)
            return;
        baseline += SmallPrintDrop - lineHeight;
        foreach (var line in cell.SmallPrint)
        {
            PlaceAligned(line, x, column, baseline, SmallPrint);
            baseline += SmallPrintHeight;
        }
    }

    private void PlaceSuffix(string suffix, TextLine line, float x, int column, float baseline)
    {
        var end = table.Columns[column].Alignment switch
        {
            Alignment.Right => x + columns.Widths[column] - CellPadding - columns.Gutters[column],
            Alignment.Centre => x + ((columns.Widths[column] - columns.Gutters[column] + line.Width) / 2),
            _ => x + CellPadding + line.Width,
        };
        var style = new TextStyle(columns.Size * SuffixScale, ReportTheme.Muted);
        flow.Place(suffix, end + 1, baseline - (columns.Size * 0.18f), style);
    }

    private void PlaceAligned(TextLine line, float x, int column, float baseline, TextStyle style)
    {
        var alignment = table.Columns[column].Alignment;
        var right = x + columns.Widths[column] - CellPadding - columns.Gutters[column];
        var anchor = alignment switch
        {
            Alignment.Right => right,
            Alignment.Centre => (x + CellPadding + right) / 2,
            _ => x + CellPadding,
        };
        flow.Place(line, anchor, baseline, style, alignment);
    }

    private void PlaceEmpty(string text)
    {
        var style = body with { Colour = ReportTheme.Muted };
        flow.Place(text, PageFlow.Left + (flow.Width / 2), flow.Y + 14, style, Alignment.Centre);
        flow.Y += 21;
        flow.Rule(PageFlow.Left, flow.Right, flow.Y, 0.35f, ReportTheme.Hairline);
    }

    private void PlaceFoot()
    {
        flow.Y += 4;
        var style = new TextStyle(ReportTheme.SmallSize, ReportTheme.Muted);
        if (marks != Marks.None)
            flow.Run(MarkSigns.Legend(marks, flow.Texts), PageFlow.Left, flow.Width, style, ReportTheme.TightLineSpacing);
        foreach (var footnote in table.Footnotes)
            flow.Run(footnote, PageFlow.Left, flow.Width, style, ReportTheme.TightLineSpacing);
        flow.Y += 8;
    }
}
