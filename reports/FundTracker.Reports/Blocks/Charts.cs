using FundTracker.Application.Reports;

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
    public ReferenceLevel? Reference { get; init; }

    public string? Remark { get; init; }

    public Marks Marks { get; init; }
}

/// <summary>Bars by category.</summary>
public sealed class BarChart : Chart
{
    public required IReadOnlyList<string> Categories { get; init; }

    public required IReadOnlyList<CategorySeries> Series { get; init; }

    public BarArrangement Arrangement { get; init; }

    public BarDirection Direction { get; init; }
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
    public required IReadOnlyList<DatedSeries> Series { get; init; }
}
