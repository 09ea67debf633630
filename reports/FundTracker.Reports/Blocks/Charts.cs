namespace FundTracker.Reports.Blocks;

/// <summary>What every chart says: its title, the unit of its values, and a remark below it.</summary>
public abstract class Chart : Block
{
    public required string Title { get; init; }

    /// <summary>Unit of the values, always printed.</summary>
    public required string Unit { get; init; }

    /// <summary>Decimals of the values as printed, 0 to 6.</summary>
    public int Decimals { get; init; }

    /// <summary>A level to compare with, such as a target.</summary>
    public ReferenceLine? Reference { get; init; }

    public string? Remark { get; init; }

    public Marks Marks { get; init; }
}

/// <summary>A named level drawn across a chart, in the unit of the chart.</summary>
public sealed record ReferenceLine(string Label, decimal Value);

/// <summary>Bars by category.</summary>
public sealed class BarChart : Chart
{
    public required IReadOnlyList<string> Categories { get; init; }

    public required IReadOnlyList<BarSeries> Series { get; init; }

    public BarArrangement Arrangement { get; init; }

    public BarDirection Direction { get; init; }
}

/// <summary>One value per category in the order of the categories; null is not known, which is not 0.</summary>
public sealed class BarSeries
{
    public required string Name { get; init; }

    public required IReadOnlyList<decimal?> Values { get; init; }
}

public enum BarArrangement
{
    Grouped,
    Stacked,
}

/// <summary>Which way bars grow; across suits long category names.</summary>
public enum BarDirection
{
    Up,
    Across,
}

/// <summary>Lines over time.</summary>
public sealed class LineChart : Chart
{
    public required IReadOnlyList<LineSeries> Series { get; init; }
}

/// <summary>Points in date order; a null value interrupts the line.</summary>
public sealed class LineSeries
{
    public required string Name { get; init; }

    public required IReadOnlyList<DatedValue> Points { get; init; }

    /// <summary>True where a value holds until the next date (balances), false where it runs towards it.</summary>
    public bool IsStepped { get; init; }
}

/// <summary>A value at a date, in the unit of its chart.</summary>
public sealed record DatedValue(DateOnly Date, decimal? Value);
