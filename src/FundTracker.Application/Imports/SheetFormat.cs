namespace FundTracker.Application.Imports;

/// <summary>What a column of a workbook's sheet holds.</summary>
public enum ColumnKind
{
    /// <summary>Free words.</summary>
    Text = 1,

    /// <summary>Code of a fund, investor or company; or a currency's.</summary>
    Code = 2,

    /// <summary>Ref of this row, or of a row elsewhere.</summary>
    Ref = 3,

    /// <summary>A day.</summary>
    Date = 4,

    /// <summary>An amount in major units.</summary>
    Amount = 5,

    /// <summary>One of a few words.</summary>
    Word = 6,

    /// <summary>Yes or no.</summary>
    YesNo = 7,

    /// <summary>A whole number, such as a year.</summary>
    Whole = 8,
}

/// <summary>A column of a workbook's sheet.</summary>
/// <param name="Name">Stable name, as in the header.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="IsRequired">Whether it must be filled on every row.</param>
/// <param name="LengthMax">Longest text, in characters.</param>
public sealed record ImportColumn(string Name, ColumnKind Kind, bool IsRequired, int LengthMax)
{
    /// <summary>The words that a <see cref="ColumnKind.Word"/> column knows, by their names in code.</summary>
    public IReadOnlyList<string> Words { get; private init; } = [];

    /// <summary>The same column, to be filled on every row.</summary>
    public ImportColumn Required => this with { IsRequired = true };

    /// <summary>Free words.</summary>
    public static ImportColumn Text(string name, int lengthMax = 300) => new(name, ColumnKind.Text, IsRequired: false, lengthMax);

    /// <summary>A code.</summary>
    public static ImportColumn Code(string name) => new(name, ColumnKind.Code, IsRequired: false, LengthMax: 40);

    /// <summary>A ref.</summary>
    public static ImportColumn Ref(string name) => new(name, ColumnKind.Ref, IsRequired: false, LengthMax: 120);

    /// <summary>A day.</summary>
    public static ImportColumn Date(string name) => new(name, ColumnKind.Date, IsRequired: false, LengthMax: 40);

    /// <summary>An amount.</summary>
    public static ImportColumn Amount(string name) => new(name, ColumnKind.Amount, IsRequired: false, LengthMax: 60);

    /// <summary>Yes or no.</summary>
    public static ImportColumn YesNo(string name) => new(name, ColumnKind.YesNo, IsRequired: false, LengthMax: 10);

    /// <summary>A whole number.</summary>
    public static ImportColumn Whole(string name) => new(name, ColumnKind.Whole, IsRequired: false, LengthMax: 10);

    /// <summary>One of the words of an enumeration, zero left out.</summary>
    public static ImportColumn Word<T>(string name)
        where T : struct, Enum =>
        new(name, ColumnKind.Word, IsRequired: false, LengthMax: 60)
        {
            Words = [.. Enum.GetValues<T>().Where(word => !EqualityComparer<T>.Default.Equals(word, default)).Select(word => word.ToString())],
        };
}

/// <summary>Name and columns of a workbook's sheet.</summary>
public sealed class SheetFormat
{
    private readonly Dictionary<string, ImportColumn> byName;

    /// <summary>A sheet by its own columns; the common ones (ref before, provenance and note behind) are added.</summary>
    /// <param name="name">Stable name.</param>
    /// <param name="columns">Its own columns, in order.</param>
    public SheetFormat(string name, params IReadOnlyList<ImportColumn> columns)
    {
        Name = name;
        var codeIsRef = columns.Any(column => column is { Name: "code" });
        var reference = ImportColumn.Ref("ref");
        Columns =
        [
            codeIsRef ? reference : reference.Required, .. columns, ImportColumn.Word<ProvenanceWord>("provenance"),
            ImportColumn.Text("illustrative_fields"), ImportColumn.Text("note", lengthMax: 500),
        ];
        byName = Columns.ToDictionary(column => column.Name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Stable name.</summary>
    public string Name { get; }

    /// <summary>All columns, in the order of the template.</summary>
    public IReadOnlyList<ImportColumn> Columns { get; }

    /// <summary>A column by name (capital letters do not count), or null.</summary>
    public ImportColumn? Find(string column) => byName.GetValueOrDefault(column);
}

/// <summary>Where a row comes from, as it is written in files.</summary>
internal enum ProvenanceWord
{
    None = 0,
    Recorded = 1,
    Reported = 2,
    Illustrative = 3,
}
