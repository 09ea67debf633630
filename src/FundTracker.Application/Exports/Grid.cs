namespace FundTracker.Application.Exports;

/// <summary>What a column of a grid holds, and so how its numbers are written.</summary>
public enum GridFormat
{
    /// <summary>Words, codes, hashes.</summary>
    Text = 1,

    /// <summary>A whole number without separators: a year, a sequence.</summary>
    Whole = 2,

    /// <summary>An amount, with separators.</summary>
    Amount = 3,

    /// <summary>A share of one, written as percent: 0.125 as 12.50 %.</summary>
    Percent = 4,

    /// <summary>A multiple, written as 1.45x.</summary>
    Multiple = 5,

    /// <summary>A day.</summary>
    Date = 6,

    /// <summary>An instant, UTC, as ISO 8601 text to the microsecond.</summary>
    Stamp = 7,
}

/// <summary>A column of a grid.</summary>
/// <param name="Title">Header; an amount's names its unit.</param>
/// <param name="Format">What it holds.</param>
/// <param name="Decimals">Decimal places that are shown of amounts, percents and multiples; what is kept is exact.</param>
public sealed record GridColumn(string Title, GridFormat Format, int Decimals = 2)
{
    /// <summary>What is shown beside a cell that is filled in; empty for nothing.</summary>
    public string Prompt { get; init; } = "";

    /// <summary>Words to choose from; empty for any.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}

/// <summary>A grid as it is exported: what stands on the screen, with numbers as numbers.</summary>
/// <param name="Name">Name of the sheet; shortened to 31 characters where it is longer.</param>
/// <param name="Columns">Columns, in order.</param>
/// <param name="Rows">
/// Cells by row, in the order of the columns: text, decimal, int, long, Money, Percentage, Multiple, DateOnly, Stamp, bool, or null for a blank
/// cell.
/// </param>
public sealed record Grid(string Name, IReadOnlyList<GridColumn> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    /// <summary>Lines above the header: what the grid shows, as of when, in which unit.</summary>
    public IReadOnlyList<string> Captions { get; init; } = [];
}

/// <summary>Writes grids to files.</summary>
public interface ISpreadsheetWriter
{
    /// <summary>
    /// An Excel workbook (.xlsx), one sheet per grid. A number that Excel can't hold (above 15 digits) is written as text, so that none is
    /// changed. The same grids give the same bytes.
    /// </summary>
    byte[] Workbook(IReadOnlyList<Grid> grids);

    /// <summary>
    /// A CSV file, UTF-8 with its mark, comma, numbers plain. Text that a spreadsheet would take for a formula gets an apostrophe in front.
    /// Captions are left out.
    /// </summary>
    byte[] Csv(Grid grid);
}
