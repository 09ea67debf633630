using FundTracker.Domain.Holdings;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;

namespace FundTracker.Application.Imports;

/// <summary>A row of a workbook, read by its sheet's format: typed values and one canonical text of all of them.</summary>
/// <param name="sheet">Name of the sheet.</param>
/// <param name="number">Row number in the file.</param>
/// <param name="values">Values of filled columns: string, DateOnly, decimal, bool or int.</param>
/// <param name="texts">What the cells say, for refusals.</param>
internal sealed class RecordRow(
    string sheet, int number, IReadOnlyDictionary<string, object> values, IReadOnlyDictionary<string, string> texts)
{
    /// <summary>Code of refusals that say at which row they stand.</summary>
    private const string RowCode = "import.row";

    /// <summary>Name of the sheet.</summary>
    public string Sheet => sheet;

    /// <summary>Row number in the file.</summary>
    public int Number => number;

    /// <summary>The row's own ref; in sheets of members their code where none is given.</summary>
    public string Ref => Find("ref") ?? Text("code");

    /// <summary><c>sheet:ref</c>, as ledger lines keep it.</summary>
    public string Reference => $"{sheet}:{Ref}";

    /// <summary>The day of the row.</summary>
    public DateOnly Date => (DateOnly)values["date"];

    /// <summary>Where the row comes from.</summary>
    public Provenance Provenance => Has("provenance") ? Word<ProvenanceWord>("provenance") switch
    {
        ProvenanceWord.Reported => Provenance.Reported,
        ProvenanceWord.Illustrative => Provenance.Illustrative,
        _ => Provenance.Recorded,
    } : Provenance.Recorded;

    /// <summary>Columns of a reported row that are invented all the same.</summary>
    public IReadOnlyList<string> IllustrativeFields => Words(Find("illustrative_fields"));

    /// <summary>The same, by the fields of what the row becomes.</summary>
    public RecordFields Invented => IllustrativeFields.Select(FieldOf).Aggregate(RecordFields.None, (all, one) => all | one);

    /// <summary>Provenance of a record whose fields are not told apart: illustrative as soon as one of its columns is.</summary>
    public Provenance WholeProvenance => IllustrativeFields.Count > 0 ? Provenance.Illustrative : Provenance;

    /// <summary>All values as one text, by the order of the format; the same content gives the same text from any file.</summary>
    public string Content { get; } = CanonicalContent.Of(values);

    /// <summary>Words of a list, parted by spaces, commas or semicolons.</summary>
    public static string[] Words(string? list) => list?.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>Whether the column is filled.</summary>
    public bool Has(string column) => values.ContainsKey(column);

    /// <summary>Text, code or ref of a filled column.</summary>
    public string Text(string column) => (string)values[column];

    /// <summary>Text, code or ref; null where the column is blank.</summary>
    public string? Find(string column) => values.GetValueOrDefault(column) as string;

    /// <summary>A filled amount, major units.</summary>
    public decimal Amount(string column) => (decimal)values[column];

    /// <summary>A number or amount; null where blank.</summary>
    public decimal? FindAmount(string column) => values.GetValueOrDefault(column) as decimal?;

    /// <summary>A day; null where blank.</summary>
    public DateOnly? FindDate(string column) => values.GetValueOrDefault(column) as DateOnly?;

    /// <summary>A whole number; null where blank.</summary>
    public int? FindWhole(string column) => values.GetValueOrDefault(column) as int?;

    /// <summary>Yes or no.</summary>
    /// <param name="column">The column.</param>
    /// <param name="otherwise">What a blank cell means.</param>
    public bool YesNo(string column, bool otherwise) => values.GetValueOrDefault(column) as bool? ?? otherwise;

    /// <summary>The word of a filled column.</summary>
    public T Word<T>(string column)
        where T : struct, Enum => Enum.Parse<T>(Text(column));

    /// <summary>The word of a column, or what a blank cell means.</summary>
    public T Word<T>(string column, T otherwise)
        where T : struct, Enum => Has(column) ? Word<T>(column) : otherwise;

    /// <summary>What the cell says in the file; empty where it is blank.</summary>
    public string Said(string column) => texts.GetValueOrDefault(column, "");

    /// <summary>A refusal at the cell of this row that it speaks of; one that says where already stays as it is.</summary>
    public DomainError Refused(DomainError reason) => reason.Code == RowCode
        ? reason
        : ImportErrors.AtRow(sheet, number, reason.Field ?? "ref", Said(reason.Field ?? "ref"), reason);

    /// <summary>Provenance of what one column says.</summary>
    public Provenance ProvenanceOf(string column) =>
        IllustrativeFields.Contains(column, StringComparer.OrdinalIgnoreCase) ? Provenance.Illustrative : Provenance;

    private static RecordFields FieldOf(string column) => column.ToLowerInvariant() switch
    {
        "date" or "due_date" => RecordFields.Day,
        "amount" or "total_raised" or "paid_in" or "proceeds" or "cost_relieved" or "value_left" => RecordFields.Amount,
        "holder" or "fund" or "company" or "counterparty" or "call" => RecordFields.Parties,
        "round" or "name" or "co_investors" => RecordFields.Round,
        "budget_year" => RecordFields.BudgetYear,
        _ => RecordFields.Terms,
    };

    /// <summary>The note of a ledger line: the parts that are filled, and which columns are invented.</summary>
    public string NoteOf(params IEnumerable<string?> parts) => LineNotes.Join(parts.Append(Find("note")), IllustrativeFields);
}

/// <summary>Refusals of rows that belong to another row.</summary>
internal static class RecordRows
{
    /// <summary>The same result; its refusals say at which row.</summary>
    public static Result<T> AtRow<T>(this Result<T> result, RecordRow row) =>
        result.IsSuccess ? result : Result<T>.Refused([.. result.Errors.Select(row.Refused)]);
}
