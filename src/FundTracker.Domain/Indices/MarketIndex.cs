using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Indices;

/// <summary>An index that funds are compared with: a series of levels of total return in one currency.</summary>
public sealed class MarketIndex
{
#pragma warning disable CS8618 // The mapper fills every property when it reads a stored index.
    private MarketIndex()
    {
    }
#pragma warning restore CS8618

    /// <summary>Its code, unique in the installation: 2 to 40 capital letters, digits and hyphens.</summary>
    public string Code { get; private set; }

    /// <summary>Its name.</summary>
    public BilingualName Name { get; private set; }

    /// <summary>Currency in which its return is measured.</summary>
    public Currency Currency { get; private set; }

    /// <summary>When levels were last recorded.</summary>
    public Stamp LastRecordedAt { get; private set; }

    /// <summary>Concurrency version.</summary>
    public int Version { get; private set; }

    /// <summary>Opens a series without levels.</summary>
    public static MarketIndex Open(string code, BilingualName name, Currency currency) => new() { Code = code, Name = name, Currency = currency };

    /// <summary>
    /// Records levels: days that are new, and days whose level differs from the last one recorded. What was recorded stays, so that a
    /// comparison made before is found again as it was.
    /// </summary>
    /// <param name="levels">Days distinct, levels as <see cref="IndexLevel.IsLevel"/> has them.</param>
    /// <param name="recorded">All levels recorded so far.</param>
    /// <param name="now">The time.</param>
    /// <param name="by">Who records.</param>
    /// <returns>The entries to store; empty where nothing is new.</returns>
    /// <exception cref="ArgumentException">A level is none: the reader of the file has refused it before.</exception>
    public IReadOnlyList<IndexLevel> Record(
        IReadOnlyList<(DateOnly Date, decimal Level)> levels, IReadOnlyList<IndexLevel> recorded, Stamp now, string by)
    {
        if (levels.Any(level => !IndexLevel.IsLevel(level.Level))) throw new ArgumentException("A level is none, see IndexLevel.IsLevel.", nameof(levels));
        var known = IndexLevel.InForce(recorded, Stamp.Max).ToDictionary(level => level.Date, level => level.Level);
        var news = levels.Where(level => !known.TryGetValue(level.Date, out var old) || old != level.Level).ToList();
        if (news.Count == 0) return [];
        LastRecordedAt = now > LastRecordedAt ? now : LastRecordedAt.Next;
        Version++;
        return [.. news.Select(level => IndexLevel.Of(Code, level.Date, level.Level, LastRecordedAt, by))];
    }
}

/// <summary>A level of an index on a day, as recorded at an instant; only added to.</summary>
public sealed class IndexLevel
{
    /// <summary>Decimals that a level may have.</summary>
    public const int Decimals = 8;

    /// <summary>Every level lies below.</summary>
    public const decimal Below = 90_000_000_000m;

    private const decimal UnitsOfOne = 100_000_000m;

#pragma warning disable CS8618 // The mapper fills every property when it reads a stored level.
    private IndexLevel()
    {
    }
#pragma warning restore CS8618

    /// <summary>Code of the index.</summary>
    public string Index { get; private set; }

    /// <summary>The day.</summary>
    public DateOnly Date { get; private set; }

    /// <summary>When it was recorded.</summary>
    public Stamp RecordedAt { get; private set; }

    /// <summary>The level in hundred-millionths, above zero: exact, and a plain number in every database.</summary>
    public long LevelUnits { get; private set; }

    /// <summary>The level; eight decimals at most.</summary>
    public decimal Level => LevelUnits / UnitsOfOne;

    /// <summary>Who recorded it.</summary>
    public string RecordedBy { get; private set; }

    /// <summary>Whether a number can be a level: above zero, below <see cref="Below"/>, with at most eight decimals.</summary>
    public static bool IsLevel(decimal level) =>
        level is > 0 and < Below && decimal.Round(level, Decimals, MidpointRounding.ToZero) == level;

    /// <summary>Of each day the level last recorded by an instant, by day.</summary>
    public static IEnumerable<IndexLevel> InForce(IEnumerable<IndexLevel> levels, Stamp knownAt) => levels
        .Where(level => level.RecordedAt <= knownAt).GroupBy(level => level.Date)
        .Select(day => day.MaxBy(level => level.RecordedAt)!).OrderBy(level => level.Date);

    internal static IndexLevel Of(string index, DateOnly date, decimal level, Stamp at, string by) =>
        new() { Index = index, Date = date, LevelUnits = (long)(level * UnitsOfOne), RecordedAt = at, RecordedBy = by };
}

/// <summary>Why levels of an index are refused.</summary>
public static class IndexErrors
{
    /// <summary>A new index needs a name.</summary>
    public static DomainError NameMissing(string index) => new("index.nameMissing", ("index", index));

    /// <summary>The index is kept in another currency.</summary>
    public static DomainError OtherCurrency(string index, Currency currency) => new("index.otherCurrency", ("index", index), ("currency", currency.Code));

    /// <summary>The index is kept under another name.</summary>
    public static DomainError OtherName(string index, string name) => new("index.otherName", ("index", index), ("name", name));

    /// <summary>The file does not begin with the columns date and level.</summary>
    public static DomainError NoHeader(string found) => new("index.noHeader", ("found", found));

    /// <summary>The file has a header and nothing below it.</summary>
    public static DomainError NoLevels() => new("index.noLevels");

    /// <summary>A row has not two cells.</summary>
    public static DomainError WrongCells(int row, int cells) => new("index.wrongCells", ("row", row), ("cells", cells));

    /// <summary>A row's date is none, or outside 1900 to 2999.</summary>
    public static DomainError NoDate(int row, string found) => new("index.noDate", ("row", row), ("found", found));

    /// <summary>A row's level is no number above zero with at most eight decimals, below ninety billion.</summary>
    public static DomainError NoLevel(int row, string found) => new("index.noLevel", ("row", row), ("found", found));

    /// <summary>A row's date stands in the file before.</summary>
    public static DomainError DateTwice(int row, DateOnly date) => new("index.dateTwice", ("row", row), ("date", date));
}
