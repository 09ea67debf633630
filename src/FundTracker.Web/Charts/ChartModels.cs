using FundTracker.Application.Reports;

namespace FundTracker.Web.Charts;

/// <summary>Columns by category, grouped side by side. The same content as a bar chart on paper.</summary>
/// <param name="Title">What the chart says.</param>
/// <param name="Unit">Unit of the values, always printed.</param>
/// <param name="Categories">Names below the columns.</param>
/// <param name="Series">One value per category each.</param>
public sealed record ColumnChartModel(string Title, string Unit, IReadOnlyList<string> Categories, IReadOnlyList<CategorySeries> Series);

/// <summary>Lines over time.</summary>
/// <param name="Title">What the chart says.</param>
/// <param name="Unit">Unit of the values, always printed.</param>
/// <param name="Series">The lines.</param>
/// <param name="Reference">A level to compare with, such as a target.</param>
public sealed record LineChartModel(string Title, string Unit, IReadOnlyList<DatedSeries> Series, ReferenceLevel? Reference = null);

/// <summary>Money that flows through layers.</summary>
/// <param name="Title">What the chart says.</param>
/// <param name="Unit">Unit of the values, always printed.</param>
/// <param name="Nodes">Through what it flows; the layer counts from the left, from 0.</param>
/// <param name="Links">From where to where; amounts above zero.</param>
public sealed record SankeyModel(string Title, string Unit, IReadOnlyList<SankeyNode> Nodes, IReadOnlyList<SankeyLink> Links);

/// <summary>A place that money flows through.</summary>
public sealed record SankeyNode(string Key, string Name, int Layer);

/// <summary>Money from one place to another.</summary>
public sealed record SankeyLink(string From, string To, decimal Value);

/// <summary>How one amount becomes another: each step begins where the one before ends, or stands on the ground.</summary>
/// <param name="Title">What the chart says.</param>
/// <param name="Unit">Unit of the values, always printed.</param>
/// <param name="Steps">From the left.</param>
public sealed record BridgeModel(string Title, string Unit, IReadOnlyList<BridgeStep> Steps);

/// <summary>A step of a bridge, drawn between two levels.</summary>
/// <param name="Name">Name below it.</param>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Value">What is printed.</param>
/// <param name="Colour">Place of its colour.</param>
public sealed record BridgeStep(string Name, decimal From, decimal To, decimal Value, int Colour);

/// <summary>Ranges side by side, the narrower drawn upon the wider, with the middle marked.</summary>
/// <param name="Title">What the chart says.</param>
/// <param name="Unit">Unit of the values, always printed.</param>
/// <param name="MedianName">Name of the middle.</param>
/// <param name="Slots">From the left; each with the same bands.</param>
public sealed record RangeChartModel(string Title, string Unit, string MedianName, IReadOnlyList<RangeSlot> Slots);

/// <summary>One column of ranges.</summary>
public sealed record RangeSlot(string Name, decimal Median, IReadOnlyList<RangeBand> Bands);

/// <summary>A range with its name.</summary>
public sealed record RangeBand(string Name, decimal Low, decimal High);

/// <summary>Parts of a whole as areas.</summary>
/// <param name="Title">What the chart says.</param>
/// <param name="Unit">Unit of the values, always printed.</param>
/// <param name="Groups">Names of the groups, in the order of their colours.</param>
/// <param name="Tiles">The parts.</param>
public sealed record TreeMapModel(string Title, string Unit, IReadOnlyList<string> Groups, IReadOnlyList<TreeMapTile> Tiles);

/// <summary>A part of a whole.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its size.</param>
/// <param name="Group">Place of its group.</param>
public sealed record TreeMapTile(string Name, decimal Value, int Group);
