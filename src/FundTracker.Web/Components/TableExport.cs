using FundTracker.Application.Exports;
using FundTracker.Domain.Values;

namespace FundTracker.Web.Components;

/// <summary>A table of a screen as a grid for a spreadsheet: the same rows in the same order, numbers as numbers, amounts in major units.</summary>
public static class TableExport
{
    /// <summary>MIME type of a workbook.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The grid of a table.</summary>
    public static Grid ToGrid<TRow>(string title, IReadOnlyList<TableColumn<TRow>> columns, IReadOnlyList<TRow> rows, IReadOnlyList<string> captions)
    {
        var cells = rows.Select(row => (IReadOnlyList<object?>)[.. columns.Select(column => column.Value(row))]).ToList();
        return new Grid(title, [.. columns.Select((column, place) => new GridColumn(column.Title, FormatOf(cells, place)))], cells) { Captions = captions };
    }

    private static GridFormat FormatOf(List<IReadOnlyList<object?>> cells, int place) =>
        cells.Select(row => row[place]).FirstOrDefault(value => value is not null) switch
        {
            Money or decimal => GridFormat.Amount,
            Multiple => GridFormat.Multiple,
            Percentage => GridFormat.Percent,
            DateOnly => GridFormat.Date,
            Stamp => GridFormat.Stamp,
            int or long => GridFormat.Whole,
            _ => GridFormat.Text,
        };
}
