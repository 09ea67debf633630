using System.Globalization;

namespace FundTracker.Domain.Values;

/// <summary>An instant in UTC, to the microsecond: when something was recorded.</summary>
/// <param name="UnixMicroseconds">Microseconds since 1970-01-01T00:00:00Z.</param>
public readonly record struct Stamp(long UnixMicroseconds) : IComparable<Stamp>
{
    private static readonly string[] Formats =
        ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>The latest instant that can be written, the last microsecond of the year 9999: "everything known".</summary>
    public static Stamp Max { get; } = From(DateTimeOffset.MaxValue);

    /// <summary>The same instant for the calendar.</summary>
    public DateTimeOffset Utc => DateTimeOffset.UnixEpoch.AddTicks(UnixMicroseconds * TimeSpan.TicksPerMicrosecond);

    /// <summary>One microsecond later.</summary>
    public Stamp Next => new(UnixMicroseconds + 1);

    /// <summary>An instant, cut (not rounded) to the microsecond.</summary>
    public static Stamp From(DateTimeOffset instant) =>
        new((instant.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond);

    /// <summary>The last microsecond of a day, UTC: everything recorded on that day is known.</summary>
    public static Stamp EndOf(DateOnly day) =>
        new(From(new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)).UnixMicroseconds + 86_400_000_000L - 1);

    /// <summary>Reads an ISO 8601 instant, or a date, which stands for its last microsecond in UTC; no zone means UTC.</summary>
    public static bool TryParse(string? text, out Stamp stamp)
    {
        stamp = default;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            stamp = EndOf(day);
            return true;
        }

        if (!DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)) return false;
        stamp = From(instant);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(Stamp other) => UnixMicroseconds.CompareTo(other.UnixMicroseconds);

    /// <summary>Whether the left instant is earlier.</summary>
    public static bool operator <(Stamp left, Stamp right) => left.UnixMicroseconds < right.UnixMicroseconds;

    /// <summary>Whether the left instant is later.</summary>
    public static bool operator >(Stamp left, Stamp right) => left.UnixMicroseconds > right.UnixMicroseconds;

    /// <summary>Whether the left instant is not later.</summary>
    public static bool operator <=(Stamp left, Stamp right) => left.UnixMicroseconds <= right.UnixMicroseconds;

    /// <summary>Whether the left instant is not earlier.</summary>
    public static bool operator >=(Stamp left, Stamp right) => left.UnixMicroseconds >= right.UnixMicroseconds;

    /// <summary><c>2023-06-30T12:00:00.000001Z</c>.</summary>
    public override string ToString() => Utc.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
