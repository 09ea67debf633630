using System.Globalization;
using FundTracker.Application.Exports;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;
using MediatR;

namespace FundTracker.Application.Imports;

/// <summary>The import workbook, to be filled in: every sheet, notes on every column, and the demonstration's records as an example.</summary>
public static class GetTemplate
{
    /// <summary>Asks for the template.</summary>
    /// <param name="IsFilled">Whether the demonstration's records stand in it.</param>
    [AllowedTo(Role.FundManager, Role.Approver, Role.CommitteeMember, Role.Auditor, Role.Administrator)]
    public sealed record Query(bool IsFilled = true) : IQuery<ExportedFile>;

    internal sealed class Handler(ISpreadsheetWriter writer, IDemoData demo) : IRequestHandler<Query, Result<ExportedFile>>
    {
        public Task<Result<ExportedFile>> Handle(Query q, CancellationToken cancellation)
        {
            var records = q.IsFilled ? demo.Read().ToDictionary(sheet => sheet.Name, StringComparer.OrdinalIgnoreCase) : [];
            var formats = WorkbookPlanner.Sheets.Select(rule => rule.Format).ToList();
            Grid[] grids = [ReadMe(formats), .. formats.Select(format => Sheet(format, records.GetValueOrDefault(format.Name)))];
            return Task.FromResult(Result<ExportedFile>.Ok(ExportedFile.Workbook("fundtracker-import", writer.Workbook(grids))));
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
}
