using FundTracker.Reports.Blocks;

namespace FundTracker.Reports.Rendering.Layout;

/// <summary>A cell whose text is broken into lines.</summary>
/// <param name="SmallPrint">Lines below the text: the figure's id, or the scope of the row.</param>
/// <param name="IsCut">True where its last lines go on another page, and marks and figure id with them.</param>
internal readonly record struct SetCell(List<TextLine> Lines, Cell Source, List<TextLine> SmallPrint, bool IsCut = false);

/// <summary>A row whose cells are broken into lines, ready to be drawn or cut at the foot of a page.</summary>
internal sealed class SetRow(RowKind kind, SetCell[] cells, float lineHeight, float padding, float smallPrintHeight)
{
    public RowKind Kind => kind;

    public SetCell[] Cells => cells;

    public int LineCount
    {
        get
        {
            var count = 1;
            foreach (var cell in cells)
                count = Math.Max(count, cell.Lines.Count);
            return count;
        }
    }

    public float Height
    {
        get
        {
            var height = lineHeight;
            foreach (var cell in cells)
            {
                var small = cell.IsCut ? 0 : cell.SmallPrint.Count * smallPrintHeight;
                height = Math.Max(height, (cell.Lines.Count * lineHeight) + small);
            }

            return height + (2 * padding);
        }
    }

    /// <summary>Splits off the first lines of every cell; this row keeps the others.</summary>
    public SetRow TakeLines(int count)
    {
        var taken = new SetCell[cells.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            var cell = cells[i];
            var isCut = cell.Lines.Count > count;
            taken[i] = new SetCell(isCut ? cell.Lines[..count] : cell.Lines, cell.Source, cell.SmallPrint, isCut);
            cells[i] = isCut
                ? new SetCell(cell.Lines[count..], cell.Source, cell.SmallPrint)
                : new SetCell([], new Cell { Text = string.Empty }, []);
        }

        return new SetRow(kind, taken, lineHeight, padding, smallPrintHeight);
    }
}
