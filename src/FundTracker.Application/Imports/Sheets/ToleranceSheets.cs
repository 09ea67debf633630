using FundTracker.Domain.Results;
using FundTracker.Domain.Tolerance;

namespace FundTracker.Application.Imports.Sheets;

/// <summary>尽职调查记录 what was known of decisions, judged as what people record.</summary>
internal static class ToleranceSheets
{
    /// <summary>One version of a record a row; its checks stand in one cell: <c>standing=yes; team=no:founder left; exit=not applicable</c>.</summary>
    public static SheetRule Diligence { get; } = new(
        new SheetFormat(
            "Diligence", ImportColumn.Date("date").Required, ImportColumn.Code("fund").Required, ImportColumn.Code("about").Required,
            ImportColumn.Date("decided_on").Required, ImportColumn.Text("known", lengthMax: 4000).Required,
            ImportColumn.Text("known_by", lengthMax: 200).Required, ImportColumn.Text("checks", lengthMax: 4000).Required,
            ImportColumn.Text("source", lengthMax: 1000)),
        (row, books) => Checks(row.Text("checks")).Then(checks => books.Register(row, new DiligenceRecorded(
            row.Text("fund"), row.Text("about"), row.FindDate("decided_on")!.Value, row.Text("known"), row.Text("known_by"), checks, []))));

    private static Result<IReadOnlyList<DiligenceCheck>> Checks(string cell)
    {
        var checks = new List<DiligenceCheck>();
        foreach (var part in cell.Split([';', '；'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var (item, answer, note) = Split(part);
            if (Word<DiligenceItem>(item) is not { } known || Word<DiligenceAnswer>(answer) is not { } given)
                return Result<IReadOnlyList<DiligenceCheck>>.Refused([ImportErrors.NotAWord(string.Join(", ", Enum.GetNames<DiligenceItem>())).At("checks")]);
            checks.Add(new DiligenceCheck(known, given, note));
        }

        return Result<IReadOnlyList<DiligenceCheck>>.Ok(checks);
    }

    private static (string Item, string Answer, string Note) Split(string part)
    {
        var equals = part.IndexOfAny(['=', '＝']);
        if (equals < 0) return (part, "", "");
        var rest = part[(equals + 1)..];
        var colon = rest.IndexOfAny([':', '：']);
        return colon < 0 ? (part[..equals], rest, "") : (part[..equals], rest[..colon], rest[(colon + 1)..].Trim());
    }

    private static T? Word<T>(string word)
        where T : struct, Enum
    {
        var bare = FormatWords.Bare(word);
        return Enum.GetValues<T>().Where(value => CellReading.Bare(value.ToString()) == bare).Select(value => (T?)value).FirstOrDefault();
    }
}
