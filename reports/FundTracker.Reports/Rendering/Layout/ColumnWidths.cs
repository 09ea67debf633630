using FundTracker.Reports.Blocks;

namespace FundTracker.Reports.Rendering.Layout;

/// <summary>Where the columns of one table stand, and at which text size they fit the page.</summary>
/// <param name="Size">Text size in points.</param>
/// <param name="Widths">Width of each column including its padding, in points; they add up to the table's width.</param>
/// <param name="Gutters">Room for marks right of the figures of each column, part of its width.</param>
internal sealed record ColumnWidths(float Size, float[] Widths, float[] Gutters)
{
    private const float Padding = 2 * TableLayout.CellPadding;
    private const float WidestText = 0.34f; // of the table: no text column asks for more while it can wrap

    /// <summary>
    /// Figures keep their natural width, texts wrap where the table is too wide; if that isn't enough the text becomes
    /// smaller, and as a last resort figures wrap too: nothing is ever cut off.
    /// </summary>
    public static ColumnWidths Fit(Table table, LineBreaker lines, float width)
    {
        for (var size = ReportTheme.TableSize; ; size -= 0.3f)
        {
            var gutters = GuttersOf(table, lines, size);
            var (least, natural) = Needs(table, lines, size, gutters, width);
            if (least.Sum() <= width || size <= ReportTheme.TableSizeLeast)
                return new ColumnWidths(size, Share(table, least, natural, width), gutters);
        }
    }

    private static float[] GuttersOf(Table table, LineBreaker lines, float size)
    {
        var gutters = new float[table.Columns.Count];
        foreach (var row in table.Rows)
        {
            for (var i = 0; i < row.Cells.Count && i < gutters.Length; i++)
            {
                if (TableLayout.SuffixOf(row.Cells[i]) is { Length: > 0 } suffix)
                    gutters[i] = Math.Max(gutters[i], lines.Line(suffix, size * TableLayout.SuffixScale).Width + 1);
            }
        }

        return gutters;
    }

    private static (float[] Least, float[] Natural) Needs(
        Table table, LineBreaker lines, float size, float[] gutters, float width)
    {
        var least = new float[table.Columns.Count];
        var natural = new float[table.Columns.Count];
        for (var i = 0; i < table.Columns.Count; i++)
        {
            var column = table.Columns[i];
            var whole = 0f;
            var piece = Math.Max(
                lines.WidestPiece(column.Heading, size),
                column.Code is { } code ? lines.Line(code, TableLayout.FigureIdSize).Width : 0);
            foreach (var row in table.Rows)
            {
                if (row.Kind == RowKind.Group || i >= row.Cells.Count)
                    continue;
                var cell = row.Cells[i];
                whole = Math.Max(whole, lines.WidestLine(cell.Text, size));
            }

            // Three characters of a head on one line read better than one.
            var head = Math.Min(lines.WidestLine(column.Heading, size), Math.Max(piece, 3 * size));
            var wraps = column.Alignment != Alignment.Right;
            natural[i] = Math.Max(head, wraps ? Math.Min(whole, width * WidestText) : whole) + Padding + gutters[i];
            least[i] = wraps
                ? Math.Min(natural[i], Math.Max(head, Math.Min(whole, Math.Max(6 * size, LongestPiece(table, lines, i, size)))) + Padding + gutters[i])
                : natural[i];
        }

        return (least, natural);
    }

    private static float LongestPiece(Table table, LineBreaker lines, int column, float size) =>
        table.Rows.Count > 400 ? 0 : table.Rows
            .Where(row => row.Kind != RowKind.Group && column < row.Cells.Count)
            .Select(row => lines.WidestPiece(row.Cells[column].Text, size))
            .DefaultIfEmpty(0)
            .Max();

    private static float[] Share(Table table, float[] least, float[] natural, float width)
    {
        var spare = width - natural.Sum();
        if (spare >= 0)
        {
            // Text columns take twice the share of what is left over: figures look lost in wide columns.
            var weights = natural.Select((w, i) => table.Columns[i].Alignment == Alignment.Right ? w : 2 * w).ToArray();
            var total = weights.Sum();
            return [.. natural.Select((w, i) => w + (spare * weights[i] / total))];
        }

        var room = width - least.Sum();
        if (room < 0)
            return [.. least.Select(w => w * width / least.Sum())];
        var wish = natural.Sum() - least.Sum();
        return [.. least.Select((w, i) => w + (wish > 0 ? room * (natural[i] - w) / wish : 0))];
    }
}
