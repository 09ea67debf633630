using FundTracker.Domain.Results;

namespace FundTracker.Application.Imports;

/// <summary>What an import would change, and what stands in its way.</summary>
internal sealed class ImportPlan(ImportBooks books)
{
    /// <summary>The books with all that the rows add.</summary>
    public ImportBooks Books => books;

    /// <summary>Calls, plans, rounds and rows by ref; null for position tables.</summary>
    public WorkbookBooks? Workbook { get; set; }

    /// <summary>Rows that are new.</summary>
    public List<RecordRow> New { get; } = [];

    /// <summary>Rows that stand in the books already, or earlier in the file, with the same content.</summary>
    public List<RecordRow> Skipped { get; } = [];

    /// <summary>Sheet and number of rows that can't be taken.</summary>
    public HashSet<(string Sheet, int Row)> Refused { get; } = [];

    /// <summary>Refusals; one is enough that nothing is imported.</summary>
    public List<DomainError> Errors { get; } = [];

    /// <summary>What a person should know though nothing is refused.</summary>
    public List<DomainError> Remarks { get; } = [];

    /// <summary>Rows that have no refs and are counted here: those of position tables.</summary>
    public List<PlannedRow> Others { get; } = [];

    /// <summary>Whether it can be posted.</summary>
    public bool CanBePosted => Errors.Count == 0;

    /// <summary>How many rows, and what they give.</summary>
    public ImportCounts Counts => new(
        New.Count + Others.Count(row => row.IsNew), Skipped.Count + Others.Count(row => !row.IsNew), books.Lines.Count);

    /// <summary>Refuses a sheet, or a column of it.</summary>
    public void Refuse(string sheet, DomainError reason, string column = "") =>
        Errors.Add(ImportErrors.AtRow(sheet, row: 1, column, column.Length == 0 ? sheet : column, reason));

    /// <summary>Refuses a row.</summary>
    public void Refuse(RecordRow row, params ReadOnlySpan<DomainError> reasons)
    {
        Refused.Add((row.Sheet, row.Number));
        foreach (var reason in reasons) Errors.Add(row.Refused(reason));
    }
}

/// <summary>A row of a position table that was judged.</summary>
/// <param name="Row">Number in the file.</param>
/// <param name="IsNew">Whether it changes anything.</param>
internal sealed record PlannedRow(int Row, bool IsNew);
