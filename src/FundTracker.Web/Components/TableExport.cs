using FundTracker.Application.Exports;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Values;

namespace FundTracker.Web.Components;

/// <summary>
/// A table of a screen as a grid for a spreadsheet: the same rows in the same order, numbers as numbers, amounts in major units of the currency
/// that the head names; where a column holds several currencies, each amount has its currency beside it.
/// </summary>
public static class TableExport
{
    /// <summary>MIME type of a workbook.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The grid of a table.</summary>
    /// <param name="title">What the table is.</param>
    /// <param name="columns">Its columns, in order.</param>
    /// <param name="rows">Its rows, in order.</param>
    /// <param name="captions">Lines above the head.</param>
    /// <param name="currencyHead">Head of a column of currencies.</param>
    public static Grid ToGrid<TRow>(
        string title, IReadOnlyList<SheetColumn<TRow>> columns, IReadOnlyList<TRow> rows, IReadOnlyList<string> captions, string currencyHead)
    {
        var written = columns.SelectMany(column => Columns(column.Title, [.. rows.Select(row => Cell(column.Value(row)))], currencyHead)).ToList();
        var cells = Enumerable.Range(0, rows.Count).Select(row => (IReadOnlyList<object?>)[.. written.Select(column => column.Cells[row])]);
        return new Grid(title, [.. written.Select(column => new GridColumn(column.Title, FormatOf(column.Cells)))], [.. cells]) { Captions = captions };
    }

    /// <summary>What a cell holds of a value; a quantity is its number, a yes or no is said as such.</summary>
    private static object? Cell(object? value) => value switch
    {
        IFigure figure => Cell(FigureFormat.Sheet(figure)),
        Quantity { Unit: QuantityUnit.Flag } flag => flag.Value != 0,
        Quantity quantity => quantity.Value,
        _ => value,
    };

    private static IEnumerable<(string Title, IReadOnlyList<object?> Cells)> Columns(string title, IReadOnlyList<object?> cells, string currencyHead)
    {
        var codes = cells.OfType<Money>().Select(money => money.Currency.Code).Distinct(StringComparer.Ordinal).ToList();
        yield return (codes.Count == 1 ? $"{title} ({codes[0]})" : title, cells);
        if (codes.Count > 1) yield return (currencyHead, [.. cells.Select(cell => (cell as Money)?.Currency.Code)]);
    }

    private static GridFormat FormatOf(IReadOnlyList<object?> cells) => cells.FirstOrDefault(value => value is not null and not string) switch
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
