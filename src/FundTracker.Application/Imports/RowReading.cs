using System.Collections.Frozen;
using System.Globalization;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;

namespace FundTracker.Application.Imports;

/// <summary>Turns a file's row into typed values by its sheet's format; every cell that can't be read is named.</summary>
internal static class RowReading
{
    private static readonly FrozenSet<string> Yes = FrozenSet.Create(StringComparer.Ordinal, "YES", "Y", "TRUE", "1");
    private static readonly FrozenSet<string> No = FrozenSet.Create(StringComparer.Ordinal, "NO", "N", "FALSE", "0");

    /// <summary>Reads a row; refusals carry the column and stand in <paramref name="errors"/>.</summary>
    public static RecordRow? Read(SheetFormat format, ImportRow row, List<DomainError> errors)
    {
        var (values, texts) = (new Dictionary<string, object>(), new Dictionary<string, string>());
        var before = errors.Count;
        foreach (var column in format.Columns)
        {
            if (!row.Cells.TryGetValue(column.Name, out var cell))
            {
                if (column.IsRequired) errors.Add(At(format, row, column.Name, "", ImportErrors.Blank(column.Name)));
                continue;
            }

            texts[column.Name] = cell.Text;
            var value = Value(column, cell);
            if (value.IsSuccess) values[column.Name] = value.Value;
            else errors.Add(At(format, row, column.Name, cell.Text, value.Error));
        }

        foreach (var named in Invented(values))
        {
            if (format.Find(named) is null) errors.Add(At(
                format, row, "illustrative_fields", named, ImportErrors.NotAWord(string.Join(", ", format.Columns.Select(column => column.Name)))));
        }

        return errors.Count == before ? new RecordRow(format.Name, row.Number, values, texts) : null;
    }

    /// <summary>A refusal at a cell.</summary>
    public static DomainError At(SheetFormat format, ImportRow row, string column, string value, DomainError reason) =>
        ImportErrors.AtRow(format.Name, row.Number, column, value, reason);

    private static string[] Invented(Dictionary<string, object> values) =>
        RecordRow.Words(values.GetValueOrDefault("illustrative_fields") as string);

    private static Result<object> Value(ImportColumn column, ImportCell cell)
    {
        if (cell.Text.Length > column.LengthMax) return ImportErrors.TooLong(column.LengthMax);
        switch (column.Kind)
        {
            case ColumnKind.Date:
                if (!CellReading.TryDate(cell, out var date)) return ImportErrors.NotADate();
                return date.Year is >= 1900 and <= 2999
                    ? date
                    : new DomainError(InputErrors.DateRange, ("field", column.Name), ("value", cell.Text));
            case ColumnKind.Amount:
                return CellReading.TryNumber(cell, out var amount) ? amount : ImportErrors.NotANumber();
            case ColumnKind.Whole:
                return CellReading.TryNumber(cell, out var number) && number == decimal.Truncate(number) && number is >= 0 and <= 1_000_000
                    ? (int)number
                    : ImportErrors.NotANumber();
            case ColumnKind.YesNo:
                var said = FormatWords.Bare(cell.Text);
                return Yes.Contains(said) ? true : No.Contains(said) ? false : ImportErrors.NotYesOrNo();
            case ColumnKind.Word:
                var bare = FormatWords.Bare(cell.Text);
                var word = column.Words.FirstOrDefault(word => CellReading.Bare(word) == bare);
                return word is null ? ImportErrors.NotAWord(string.Join(", ", column.Words.Select(Spaced))) : word;
            case ColumnKind.Code:
                var code = cell.Text.ToUpperInvariant();
                return code.Length >= 2 && code.All(c => c is (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-') ? code : ImportErrors.NotACode();
            default:
                return cell.Text;
        }
    }

    /// <summary>A word as files write it: <c>return of capital</c>.</summary>
    public static string Spaced(string word) =>
        string.Concat(word.Select((c, i) => i > 0 && char.IsUpper(c) ? " " + char.ToLower(c, CultureInfo.InvariantCulture) : char.ToLower(c, CultureInfo.InvariantCulture).ToString()));
}
