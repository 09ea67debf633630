namespace FundTracker.Application.Reports;

/// <summary>A series of a chart with categories, on screen and on paper: one value per category, in their order; null is not known, which is not 0.</summary>
/// <param name="Name">What the series is.</param>
/// <param name="Values">Values in the unit of the chart.</param>
public sealed record CategorySeries(string Name, IReadOnlyList<decimal?> Values);

/// <summary>A series over time, on screen and on paper: points in date order; a null value interrupts the line.</summary>
/// <param name="Name">What the series is.</param>
/// <param name="Points">The points.</param>
public sealed record DatedSeries(string Name, IReadOnlyList<DatedValue> Points)
{
    /// <summary>True where a value holds until the next date (balances), false where it runs towards it.</summary>
    public bool IsStepped { get; init; }
}

/// <summary>A value on a day, in the unit of its chart; null where it is not known.</summary>
public sealed record DatedValue(DateOnly Date, decimal? Value);

/// <summary>A named level drawn across a chart, such as a target, in the unit of the chart.</summary>
public sealed record ReferenceLevel(string Name, decimal Value);
