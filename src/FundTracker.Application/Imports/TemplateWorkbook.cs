using System.Globalization;
using FundTracker.Application.Exports;

namespace FundTracker.Application.Imports;

/// <summary>The import workbook as a file: a sheet that explains, then every sheet of the format, with the rows that are given.</summary>
internal static class TemplateWorkbook
{
    /// <summary>Writes the workbook.</summary>
    /// <param name="writer">Writes spreadsheets.</param>
    /// <param name="name">Name of the file, without its ending.</param>
    /// <param name="filled">Sheets whose rows stand in it.</param>
    public static ExportedFile Write(ISpreadsheetWriter writer, string name, IReadOnlyList<ImportSheet> filled)
    {
        var records = filled.ToDictionary(sheet => sheet.Name, StringComparer.OrdinalIgnoreCase);
        var formats = WorkbookPlanner.Sheets.Select(rule => rule.Format).ToList();
        Grid[] grids = [ReadMe(formats), .. formats.Select(format => Sheet(format, records.GetValueOrDefault(format.Name)))];
        return ExportedFile.Workbook(name, writer.Workbook(grids));
    }

    private static Grid Sheet(SheetFormat format, ImportSheet? records) => new(
        format.Name, [.. format.Columns.Select(column => Column(format, column))],
        [.. (records?.Rows ?? []).Select(row => format.Columns.Select(column => Value(column, row)).ToList())]);

    private static GridColumn Column(SheetFormat format, ImportColumn column)
    {
        var (chinese, english) = ColumnNotes.Of(format.Name, column.Name);
        return new GridColumn(column.Name, FormatOf(column.Kind))
        {
            Prompt = $"{chinese}\n{english}", Choices = [.. column.Words.Select(RowReading.Spaced)],
        };
    }

    private static object? Value(ImportColumn column, ImportRow row)
    {
        if (!row.Cells.TryGetValue(column.Name, out var cell)) return null;
        return column.Kind switch
        {
            ColumnKind.Date when CellReading.TryDate(cell, out var date) => date,
            ColumnKind.Amount when CellReading.TryNumber(cell, out var amount) => amount,
            ColumnKind.Whole when CellReading.TryNumber(cell, out var whole) => whole,
            _ => cell.Text,
        };
    }

    private static GridFormat FormatOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Date => GridFormat.Date,
        ColumnKind.Amount => GridFormat.Amount,
        ColumnKind.Whole => GridFormat.Whole,
        _ => GridFormat.Text,
    };

    private static Grid ReadMe(IReadOnlyList<SheetFormat> formats)
    {
        string[] headers = ["sheet", "column", "kind", "required", "words", "chinese", "english"];
        return new Grid(
            WorkbookSheets.ReadMe, [.. headers.Select(header => new GridColumn(ColumnNotes.Of($"readMe.{header}").Chinese, GridFormat.Text))],
            [.. formats.SelectMany(format => format.Columns.Select(column => Note(format, column)).Prepend(Note(format)))]);
    }

    private static IReadOnlyList<object?> Note(SheetFormat format)
    {
        var (chinese, english) = ColumnNotes.Of(format.Name);
        return [format.Name, null, null, null, null, chinese, english];
    }

    private static IReadOnlyList<object?> Note(SheetFormat format, ImportColumn column)
    {
        var (chinese, english) = ColumnNotes.Of(format.Name, column.Name);
        return
        [
            format.Name, column.Name, column.Kind.ToString().ToLower(CultureInfo.InvariantCulture), column.IsRequired ? "yes" : null,
            string.Join(", ", column.Words.Select(RowReading.Spaced)), chinese, english,
        ];
    }
}
