using FundTracker.Domain.Results;

namespace FundTracker.Application.Imports;

/// <summary>One cell as it stood in the file; blank cells are not kept.</summary>
/// <param name="Text">What the cell says, spaces at the ends dropped; what refusals show.</param>
/// <param name="Number">Its exact value where the file itself holds a number.</param>
/// <param name="Date">Its day where the file itself holds a date.</param>
public sealed record ImportCell(string Text, decimal? Number = null, DateOnly? Date = null);

/// <summary>One row of a file.</summary>
/// <param name="Number">Row number as the reader of the file sees it; the header is row 1 where it stands first.</param>
/// <param name="Cells">Cells by column name; capital letters do not count.</param>
public sealed record ImportRow(int Number, IReadOnlyDictionary<string, ImportCell> Cells);

/// <summary>One sheet of a workbook, or a whole CSV file, without its meaning.</summary>
/// <param name="Name">Name of the sheet; of a CSV file its name without the ending.</param>
/// <param name="Columns">Names in the header, in order.</param>
/// <param name="Rows">Rows that hold anything.</param>
public sealed record ImportSheet(string Name, IReadOnlyList<string> Columns, IReadOnlyList<ImportRow> Rows);

/// <summary>Reads files into rows, without judging what they mean.</summary>
public interface IImportFileReader
{
    /// <summary>Reads a workbook (.xlsx) or delimited text (CSV with commas, semicolons or tabs; UTF-8, UTF-16 or GB 18030).</summary>
    /// <param name="fileName">Its name; what the bytes are is seen from the bytes.</param>
    /// <param name="content">The bytes.</param>
    /// <returns>The sheets that hold a header, or <see cref="ImportErrors.NotReadable"/>.</returns>
    Result<IReadOnlyList<ImportSheet>> Read(string fileName, byte[] content);
}

/// <summary>What a file is imported as.</summary>
public enum ImportKind : byte
{
    /// <summary>工作簿 rows of records, one sheet per kind; a second person approves.</summary>
    Workbook = 1,

    /// <summary>持仓表 one row per fund with sums up to a day; opening balances.</summary>
    Positions = 2,

    /// <summary>演示 the demonstration's records; opening balances.</summary>
    Demo = 3,
}

/// <summary>How far an import has come.</summary>
/// <param name="Step">What is being done.</param>
/// <param name="Done">Rows done in this step.</param>
/// <param name="Total">Rows of this step.</param>
public sealed record ImportProgress(ImportStep Step, int Done, int Total);

/// <summary>Steps of an import, in order.</summary>
public enum ImportStep
{
    /// <summary>读取 the file is read.</summary>
    Reading = 1,

    /// <summary>检查 rows are judged against the books.</summary>
    Judging = 2,

    /// <summary>过账 lines are posted and saved.</summary>
    Posting = 3,
}
