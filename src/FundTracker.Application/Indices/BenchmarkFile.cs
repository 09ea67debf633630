using System.Globalization;
using FundTracker.Domain.Indices;
using FundTracker.Domain.Results;

namespace FundTracker.Application.Indices;

/// <summary>
/// A CSV file of quartiles: the columns <c>vintage, measure, lower quartile, median, upper quartile, source, as-of</c> in any order.
/// Measures are TVPI, DPI, RVPI and IRR; an IRR is written as a fraction (0.125) or in per cent (12.5%). Dates as 2023-06-30. UTF-8.
/// </summary>
public static class BenchmarkFile
{
    private static readonly string[] Columns = ["VINTAGE", "MEASURE", "LOWER", "MEDIAN", "UPPER", "SOURCE", "ASOF"];

    /// <summary>Reads a file.</summary>
    /// <param name="content">The bytes; a byte order mark and blank rows are passed over.</param>
    /// <returns>The rows in the order of the file, or every refusal with its row, counted from 1, the header included.</returns>
    public static Result<IReadOnlyList<BenchmarkQuartiles>> Read(byte[] content)
    {
        var lines = CsvRow.Of(content);
        var header = lines.Count == 0 ? "" : lines[0].Text;
        if (Places(header) is not { } places) return BenchmarkErrors.NoHeader(header);
        var (rows, errors, keys) = (new List<BenchmarkQuartiles>(), new List<DomainError>(), new HashSet<(int, BenchmarkMeasure, DateOnly)>());
        foreach (var (number, text) in lines.Skip(1))
        {
            var cells = CsvRow.Cells(text);
            var read = cells.Count == Columns.Length ? ReadRow([.. places.Select(place => cells[place])], number) : BenchmarkErrors.WrongCells(number, cells.Count);
            if (!read.IsSuccess) errors.AddRange(read.Errors);
            else if (!keys.Add((read.Value.Vintage, read.Value.Measure, read.Value.AsOf)))
                errors.Add(BenchmarkErrors.RowTwice(number, read.Value.Vintage, read.Value.AsOf));
            else rows.Add(read.Value);
        }

        if (errors.Count > 0) return Result<IReadOnlyList<BenchmarkQuartiles>>.Refused(errors);
        return rows.Count == 0 ? BenchmarkErrors.NoRows() : rows;
    }

    /// <summary>Where each column stands; null where one is missing or more are there. The word quartile, spaces and hyphens do not count.</summary>
    private static List<int>? Places(string header)
    {
        var found = CsvRow.Cells(header)
            .Select(cell => string.Concat(cell.ToUpperInvariant().Where(char.IsAsciiLetter)).Replace("QUARTILE", "", StringComparison.Ordinal)).ToList();
        var places = Columns.Select(column => found.IndexOf(column)).ToList();
        return found.Count == Columns.Length && places.TrueForAll(place => place >= 0) ? places : null;
    }

    private static Result<BenchmarkQuartiles> ReadRow(IReadOnlyList<string> cells, int number)
    {
        if (!int.TryParse(cells[0], NumberStyles.None, CultureInfo.InvariantCulture, out var vintage) || vintage is < 1900 or > 2999)
            return BenchmarkErrors.NoVintage(number, cells[0]);
        var measure = Array.Find(Enum.GetValues<BenchmarkMeasure>(), one => string.Equals(one.ToString(), cells[1], StringComparison.OrdinalIgnoreCase));
        if (measure == default) return BenchmarkErrors.NoMeasure(number, cells[1]);
        if (cells[5].Length is 0 or > BenchmarkQuartiles.SourceLengthMax) return BenchmarkErrors.NoSource(number);
        if (!DateOnly.TryParseExact(cells[6], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asOf) || asOf.Year is < 1900 or > 2999)
            return BenchmarkErrors.NoDate(number, cells[6]);
        return
            from lower in Number(cells, 2, measure, number)
            from median in Number(cells, 3, measure, number)
            from upper in Number(cells, 4, measure, number)
            from row in Sound(new BenchmarkQuartiles(vintage, measure, asOf, lower, median, upper, cells[5]), cells, number)
            select row;
    }

    private static Result<decimal> Number(IReadOnlyList<string> cells, int place, BenchmarkMeasure measure, int number)
    {
        var isPercent = measure == BenchmarkMeasure.Irr && cells[place].EndsWith('%');
        var isNumber = decimal.TryParse(
            cells[place].TrimEnd(isPercent ? '%' : ' ').TrimEnd(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture,
            out var value);
        return isNumber && Math.Abs(value) <= BenchmarkQuartiles.Within
            ? isPercent ? value / 100 : value
            : BenchmarkErrors.NoNumber(number, Columns[place].ToLowerInvariant(), cells[place]);
    }

    private static Result<BenchmarkQuartiles> Sound(BenchmarkQuartiles row, IReadOnlyList<string> cells, int number) =>
        row.IsSound ? row : BenchmarkErrors.NotSound(number, string.Join(", ", cells.Skip(2).Take(3)));
}
