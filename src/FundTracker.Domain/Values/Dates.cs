using System.Globalization;

namespace FundTracker.Domain.Values;

/// <summary>A range of days; both ends count.</summary>
public sealed record DateRange
{
    private DateRange(DateOnly from, DateOnly to) => (From, To) = (from, to);

    /// <summary>First day that counts.</summary>
    public DateOnly From { get; }

    /// <summary>Last day that counts; not before <see cref="From"/>.</summary>
    public DateOnly To { get; }

    /// <summary>A range by its ends, both counted.</summary>
    /// <exception cref="ArgumentException">The end lies before the start.</exception>
    public static DateRange Of(DateOnly from, DateOnly to) =>
        to < from ? throw new ArgumentException($"{to:O} lies before {from:O}.", nameof(to)) : new DateRange(from, to);

    /// <summary>Whether the day lies in the range.</summary>
    public bool Contains(DateOnly day) => day >= From && day <= To;
}

/// <summary>A calendar quarter, such as 2023Q2; the unit of reporting and of closing.</summary>
public sealed record Quarter : IComparable<Quarter>
{
    private Quarter(int year, int number) => (Year, Number) = (year, number);

    /// <summary>Calendar year, 1900 to 2999.</summary>
    public int Year { get; }

    /// <summary>1 to 4.</summary>
    public int Number { get; }

    /// <summary>First day of the quarter.</summary>
    public DateOnly FirstDay => new(Year, (Number * 3) - 2, 1);

    /// <summary>Last day of the quarter.</summary>
    public DateOnly LastDay => FirstDay.AddMonths(3).AddDays(-1);

    /// <summary>The quarter before.</summary>
    public Quarter Previous => Of(FirstDay.AddDays(-1));

    /// <summary>The quarter after.</summary>
    public Quarter Next => Of(LastDay.AddDays(1));

    /// <summary>All its days.</summary>
    public DateRange Days => DateRange.Of(FirstDay, LastDay);

    /// <summary>The quarter in which a day lies.</summary>
    public static Quarter Of(DateOnly day) => new(day.Year, ((day.Month - 1) / 3) + 1);

    /// <summary>A quarter by year and number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is outside 1900 to 2999 or the number outside 1 to 4.</exception>
    public static Quarter Of(int year, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1900);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 2999);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 4);
        return new Quarter(year, number);
    }

    /// <summary>Reads <c>2023Q2</c>; the letter may be small.</summary>
    public static bool TryParse(string? text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Quarter? quarter)
    {
        quarter = null;
        if (text is not { Length: 6 } || text[4] is not ('Q' or 'q')) return false;
        if (!int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)) return false;
        var number = text[5] - '0';
        if (year is < 1900 or > 2999 || number is < 1 or > 4) return false;
        quarter = new Quarter(year, number);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(Quarter? other) => other is null ? 1 : ((Year * 4) + Number).CompareTo((other.Year * 4) + other.Number);

    /// <summary><c>2023Q2</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}Q{Number}");
}
