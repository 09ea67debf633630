using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using FundTracker.Application.Exports;
using FundTracker.Exchange.Reading;

namespace FundTracker.Exchange.Writing;

/// <summary>Writes workbooks row by row: numbers as numbers with their format, days as days, the header kept in sight.</summary>
internal static class XlsxWriter
{
    private const int NameLengthMax = 31, TextLengthMax = 32_767, DigitsOfExcel = 15;
    private static readonly DateOnly DayZero = new(1899, 12, 30);
    private static readonly char[] NotInNames = ['\\', '/', '?', '*', '[', ']', ':'];

    /// <summary>One sheet per grid.</summary>
    public static byte[] Write(IReadOnlyList<Grid> grids)
    {
        using var bytes = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            document.ChangeIdOfPart(workbook, "workbook");
            var styles = new XlsxStyles();
            var sheets = new Sheets();
            var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            for (var i = 0; i < grids.Count; i++)
            {
                var part = workbook.AddNewPart<WorksheetPart>($"sheet{i + 1}");
                WriteSheet(part, grids[i], styles);
                sheets.Append(new Sheet { Name = NameOf(grids[i].Name, names), SheetId = (uint)(i + 1), Id = $"sheet{i + 1}" });
            }

            workbook.Workbook = new Workbook(sheets);
            workbook.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = styles.Build();
        }

        return SteadyZip.Rewrite(bytes.ToArray());
    }

    private static void WriteSheet(WorksheetPart part, Grid grid, XlsxStyles styles)
    {
        using var writer = OpenXmlWriter.Create(part, Encoding.UTF8);
        var header = (uint)grid.Captions.Count + 1;
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(
            new Pane { VerticalSplit = header, TopLeftCell = $"A{header + 1}", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen })
        {
            WorkbookViewId = 0,
        }));
        writer.WriteElement(new Columns(grid.Columns.Select((_, i) =>
            new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = WidthOf(grid, i), CustomWidth = true })));
        writer.WriteStartElement(new SheetData());
        uint number = 0;
        foreach (var caption in grid.Captions) WriteRow(writer, ++number, [Cell(0, number, caption, styles.Plain)]);
        WriteRow(writer, ++number, [.. grid.Columns.Select((column, i) => Cell(i, number, column.Title, styles.Header(column)))]);
        foreach (var row in grid.Rows)
        {
            number++;
            WriteRow(writer, number, [.. row.Select((value, i) => Value(i, number, value, grid.Columns[i], styles)).OfType<Cell>()]);
        }

        writer.WriteEndElement();
        if (grid.Columns.Count > 0 && grid.Rows.Count > 0)
            writer.WriteElement(new AutoFilter { Reference = $"A{header}:{SheetBuilder.Letters(grid.Columns.Count - 1)}{number}" });
        if (XlsxPrompts.Of(grid, header) is { } prompts) writer.WriteElement(prompts);
        writer.WriteEndElement();
    }

    private static void WriteRow(OpenXmlWriter writer, uint number, IReadOnlyList<Cell> cells)
    {
        writer.WriteStartElement(new Row { RowIndex = number });
        foreach (var cell in cells) writer.WriteElement(cell);
        writer.WriteEndElement();
    }

    private static Cell? Value(int column, uint row, object? value, GridColumn format, XlsxStyles styles)
    {
        if (PlainValue.Of(value) is not { } plain) return null;
        if (plain.Day is { } day)
            return Number(column, row, (day.DayNumber - DayZero.DayNumber).ToString(CultureInfo.InvariantCulture), styles.Of(format));
        return plain.Number is { } number && plain.Text.Count(char.IsAsciiDigit) <= DigitsOfExcel
            ? Number(column, row, PlainValue.Of(number)!.Text, styles.Of(format))
            : Cell(column, row, plain.Text, plain.Number is null ? styles.Plain : styles.Of(format));
    }

    private static Cell Number(int column, uint row, string text, uint style) =>
        new() { CellReference = SheetBuilder.Letters(column) + row, StyleIndex = style, CellValue = new CellValue(text) };

    private static Cell Cell(int column, uint row, string text, uint style) => new()
    {
        CellReference = SheetBuilder.Letters(column) + row, StyleIndex = style, DataType = CellValues.InlineString,
        InlineString = new InlineString(new Text(Legal(text)) { Space = SpaceProcessingModeValues.Preserve }),
    };

    /// <summary>Text without what XML can't hold; Excel takes 32,767 characters in a cell.</summary>
    private static string Legal(string text)
    {
        if (text.Length > TextLengthMax) throw new ArgumentException($"A cell takes {TextLengthMax} characters, not {text.Length}.", nameof(text));
        return text.All(IsLegal) ? text : string.Concat(text.Select(c => IsLegal(c) ? c : '\uFFFD'));
    }

    private static bool IsLegal(char c) => c >= ' ' ? c is not ('\uFFFE' or '\uFFFF') : c is '\t' or '\n' or '\r';

    private static string NameOf(string name, HashSet<string> names)
    {
        var legal = new string([.. name.Where(c => !NotInNames.Contains(c))]).Trim('\'', ' ');
        var start = legal.Length == 0 ? "Sheet" : legal[..Math.Min(legal.Length, NameLengthMax)];
        var unique = start;
        for (var i = 2; !names.Add(unique); i++) unique = string.Create(CultureInfo.InvariantCulture, $"{start[..Math.Min(start.Length, NameLengthMax - 4)]} {i}");
        return unique;
    }

    /// <summary>Width by the longest of the first hundred cells; a Chinese character is as wide as two letters.</summary>
    private static DoubleValue WidthOf(Grid grid, int column)
    {
        var texts = grid.Rows.Take(100).Select(row => PlainValue.Of(row[column])?.Text ?? "").Append(grid.Columns[column].Title);
        return Math.Clamp(texts.Max(text => text.Sum(c => c < 0x2E80 ? 1 : 2)) + 3, 9, 60);
    }
}
