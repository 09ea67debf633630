using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Indices;

/// <summary>What a row of a benchmark measures.</summary>
public enum BenchmarkMeasure : byte
{
    /// <summary>Distributed and NAV / paid-in.</summary>
    Tvpi = 1,

    /// <summary>Distributed / paid-in.</summary>
    Dpi = 2,

    /// <summary>NAV / paid-in.</summary>
    Rvpi = 3,

    /// <summary>Since-inception IRR per year, a fraction.</summary>
    Irr = 4,
}

/// <summary>Quartiles of a measure among the funds of a vintage, as a source published them.</summary>
/// <param name="Vintage">The vintage year.</param>
/// <param name="Measure">What is measured.</param>
/// <param name="AsOf">The day for which the source states it.</param>
/// <param name="Lower">A quarter of the funds lie at or below; a multiple, or a rate per year as a fraction.</param>
/// <param name="Median">Half of them do.</param>
/// <param name="Upper">Three quarters do.</param>
/// <param name="Source">Who published it, and where.</param>
public sealed record BenchmarkQuartiles(
    int Vintage, BenchmarkMeasure Measure, DateOnly AsOf, decimal Lower, decimal Median, decimal Upper, string Source)
{
    /// <summary>Every value lies between minus this and this.</summary>
    public const decimal Within = 1_000_000m;

    /// <summary>Decimals that a value may have.</summary>
    public const int Decimals = 8;

    /// <summary>Characters that a source may have.</summary>
    public const int SourceLengthMax = 300;

    /// <summary>Whether the three rise, are no smaller than can be (a multiple 0, a rate -100 %), and have at most eight decimals.</summary>
    public bool IsSound =>
        Lower >= (Measure == BenchmarkMeasure.Irr ? -1 : 0) && Lower <= Median && Median <= Upper && Upper <= Within
        && Array.TrueForAll([Lower, Median, Upper], value => decimal.Round(value, Decimals, MidpointRounding.ToZero) == value);
}

/// <summary>A published table of quartiles by vintage, which sub-funds are compared with.</summary>
public sealed class BenchmarkTable
{
#pragma warning disable CS8618 // The mapper fills every property when it reads a stored table.
    private BenchmarkTable()
    {
    }
#pragma warning restore CS8618

    /// <summary>Its code, unique in the installation: 2 to 40 capital letters, digits and hyphens.</summary>
    public string Code { get; private set; }

    /// <summary>Its name.</summary>
    public BilingualName Name { get; private set; }

    /// <summary>When rows were last recorded.</summary>
    public Stamp LastRecordedAt { get; private set; }

    /// <summary>Concurrency version.</summary>
    public int Version { get; private set; }

    /// <summary>Opens a table without rows.</summary>
    public static BenchmarkTable Open(string code, BilingualName name) => new() { Code = code, Name = name };

    /// <summary>
    /// Records rows that are new, or differ from the last one recorded for their vintage, measure and day. What was recorded stays, so that
    /// a comparison made before is found again as it was.
    /// </summary>
    /// <param name="rows">Sound ones; vintage, measure and day distinct.</param>
    /// <param name="recorded">All rows recorded so far.</param>
    /// <param name="now">The time.</param>
    /// <param name="by">Who records.</param>
    /// <returns>The entries to store; empty where nothing is new.</returns>
    /// <exception cref="ArgumentException">A row is not sound: the reader of the file has refused it before.</exception>
    public IReadOnlyList<BenchmarkEntry> Record(
        IReadOnlyList<BenchmarkQuartiles> rows, IReadOnlyList<BenchmarkEntry> recorded, Stamp now, string by)
    {
        if (rows.Any(row => !row.IsSound)) throw new ArgumentException("A row is not sound, see BenchmarkQuartiles.IsSound.", nameof(rows));
        var known = recorded.GroupBy(BenchmarkEntry.Key).ToDictionary(group => group.Key, group => group.MaxBy(entry => entry.RecordedAt)!.Quartiles);
        var news = rows.Where(row => known.GetValueOrDefault((row.Vintage, row.Measure, row.AsOf)) != row).ToList();
        if (news.Count == 0) return [];
        LastRecordedAt = now > LastRecordedAt ? now : LastRecordedAt.Next;
        Version++;
        return [.. news.Select(row => BenchmarkEntry.Of(Code, row, LastRecordedAt, by))];
    }
}

/// <summary>A row of a benchmark, as recorded at an instant; only added to.</summary>
public sealed class BenchmarkEntry
{
    private const decimal UnitsOfOne = 100_000_000m;

#pragma warning disable CS8618 // The mapper fills every property when it reads a stored row.
    private BenchmarkEntry()
    {
    }
#pragma warning restore CS8618

    /// <summary>Code of the table.</summary>
    public string Table { get; private set; }

    /// <summary>The vintage year.</summary>
    public int Vintage { get; private set; }

    /// <summary>What is measured.</summary>
    public BenchmarkMeasure Measure { get; private set; }

    /// <summary>The day for which the source states it.</summary>
    public DateOnly AsOf { get; private set; }

    /// <summary>When it was recorded.</summary>
    public Stamp RecordedAt { get; private set; }

    /// <summary>The lower quartile in hundred-millionths: exact, and a plain number in every database.</summary>
    public long LowerUnits { get; private set; }

    /// <summary>The median in hundred-millionths.</summary>
    public long MedianUnits { get; private set; }

    /// <summary>The upper quartile in hundred-millionths.</summary>
    public long UpperUnits { get; private set; }

    /// <summary>Who published it, and where.</summary>
    public string Source { get; private set; }

    /// <summary>Who recorded it.</summary>
    public string RecordedBy { get; private set; }

    /// <summary>The row.</summary>
    public BenchmarkQuartiles Quartiles =>
        new(Vintage, Measure, AsOf, LowerUnits / UnitsOfOne, MedianUnits / UnitsOfOne, UpperUnits / UnitsOfOne, Source);

    /// <summary>What two entries say the same of, so that the later one stands for both.</summary>
    public static (int Vintage, BenchmarkMeasure Measure, DateOnly AsOf) Key(BenchmarkEntry entry) => (entry.Vintage, entry.Measure, entry.AsOf);

    /// <summary>
    /// Of each vintage and measure the row of the latest day on or before a day, as last recorded by an instant; by vintage, then measure.
    /// </summary>
    public static IReadOnlyList<BenchmarkQuartiles> InForce(IEnumerable<BenchmarkEntry> entries, DateOnly asOf, Stamp knownAt) =>
    [
        .. entries.Where(entry => entry.RecordedAt <= knownAt && entry.AsOf <= asOf).GroupBy(entry => (entry.Vintage, entry.Measure))
            .Select(group => group.OrderBy(entry => entry.AsOf).ThenBy(entry => entry.RecordedAt).Last().Quartiles)
            .OrderBy(row => row.Vintage).ThenBy(row => row.Measure),
    ];

    internal static BenchmarkEntry Of(string table, BenchmarkQuartiles row, Stamp at, string by) => new()
    {
        Table = table, Vintage = row.Vintage, Measure = row.Measure, AsOf = row.AsOf, RecordedAt = at, LowerUnits = (long)(row.Lower * UnitsOfOne),
        MedianUnits = (long)(row.Median * UnitsOfOne), UpperUnits = (long)(row.Upper * UnitsOfOne), Source = row.Source, RecordedBy = by,
    };
}

/// <summary>Why rows of a benchmark are refused.</summary>
public static class BenchmarkErrors
{
    /// <summary>A new table needs a name.</summary>
    public static DomainError NameMissing(string table) => new("benchmark.nameMissing", ("table", table));

    /// <summary>The table is kept under another name.</summary>
    public static DomainError OtherName(string table, string name) => new("benchmark.otherName", ("table", table), ("name", name));

    /// <summary>The first row does not name the seven columns, each once.</summary>
    public static DomainError NoHeader(string found) => new("benchmark.noHeader", ("found", found));

    /// <summary>The file has a header and nothing below it.</summary>
    public static DomainError NoRows() => new("benchmark.noRows");

    /// <summary>A row has not seven cells.</summary>
    public static DomainError WrongCells(int row, int cells) => new("benchmark.wrongCells", ("row", row), ("cells", cells));

    /// <summary>A row's vintage is no year from 1900 to 2999.</summary>
    public static DomainError NoVintage(int row, string found) => new("benchmark.noVintage", ("row", row), ("found", found));

    /// <summary>A row's measure is none of TVPI, DPI, RVPI, IRR.</summary>
    public static DomainError NoMeasure(int row, string found) => new("benchmark.noMeasure", ("row", row), ("found", found));

    /// <summary>A cell is no number with at most eight decimals.</summary>
    public static DomainError NoNumber(int row, string column, string found) =>
        new("benchmark.noNumber", ("row", row), ("column", column), ("found", found));

    /// <summary>The three numbers of a row do not rise, or are smaller or larger than can be.</summary>
    public static DomainError NotSound(int row, string found) => new("benchmark.notSound", ("row", row), ("found", found));

    /// <summary>A row's day is none, or outside 1900 to 2999.</summary>
    public static DomainError NoDate(int row, string found) => new("benchmark.noDate", ("row", row), ("found", found));

    /// <summary>A row names no source, or one of more than 300 characters.</summary>
    public static DomainError NoSource(int row) => new("benchmark.noSource", ("row", row));

    /// <summary>A row's vintage, measure and day stand in the file before.</summary>
    public static DomainError RowTwice(int row, int vintage, DateOnly asOf) =>
        new("benchmark.rowTwice", ("row", row), ("vintage", vintage), ("asOf", asOf));
}
