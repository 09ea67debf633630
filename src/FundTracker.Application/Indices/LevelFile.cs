using System.Globalization;
using FundTracker.Domain.Indices;
using FundTracker.Domain.Results;

namespace FundTracker.Application.Indices;

/// <summary>A CSV file of index levels: the columns <c>date,level</c>, dates as 2023-06-30, levels above zero with at most eight decimals. UTF-8.</summary>
public static class LevelFile
{
    /// <summary>Reads a file.</summary>
    /// <param name="content">The bytes; a byte order mark and blank rows are passed over.</param>
    /// <returns>The levels in the order of the file, or every refusal with its row, counted from 1, the header included.</returns>
    public static Result<IReadOnlyList<(DateOnly Date, decimal Level)>> Read(byte[] content)
    {
        var rows = CsvRow.Of(content);
        var header = rows.Count == 0 ? "" : rows[0].Text;
        if (!CsvRow.Cells(header).SequenceEqual(["date", "level"], StringComparer.OrdinalIgnoreCase)) return IndexErrors.NoHeader(header);
        var (levels, errors, dates) = (new List<(DateOnly, decimal)>(), new List<DomainError>(), new HashSet<DateOnly>());
        foreach (var (number, row) in rows.Skip(1))
        {
            var read = ReadRow(row, number);
            if (!read.IsSuccess) errors.AddRange(read.Errors);
            else if (!dates.Add(read.Value.Item1)) errors.Add(IndexErrors.DateTwice(number, read.Value.Item1));
            else levels.Add(read.Value);
        }

        if (errors.Count > 0) return Result<IReadOnlyList<(DateOnly, decimal)>>.Refused(errors);
        return levels.Count == 0 ? IndexErrors.NoLevels() : levels;
    }

    private static Result<(DateOnly, decimal)> ReadRow(string row, int number)
    {
        var cells = CsvRow.Cells(row);
        if (cells.Count != 2) return IndexErrors.WrongCells(number, cells.Count);
        if (!DateOnly.TryParseExact(cells[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) || date.Year is < 1900 or > 2999)
            return IndexErrors.NoDate(number, cells[0]);
        var isNumber = decimal.TryParse(cells[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var level);
        return isNumber && IndexLevel.IsLevel(level) ? (date, level) : IndexErrors.NoLevel(number, cells[1]);
    }
}
