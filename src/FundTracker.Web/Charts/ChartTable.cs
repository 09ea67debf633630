using FundTracker.Web.Components;

namespace FundTracker.Web.Charts;

/// <summary>A chart's values as a table: read below the drawing, and downloaded.</summary>
/// <param name="Heads">Heads of the columns after the first, which names the rows.</param>
/// <param name="Rows">The rows, in the order of the drawing.</param>
public sealed record ChartTable(IReadOnlyList<string> Heads, IReadOnlyList<ChartTable.Row> Rows)
{
    /// <summary>A row: as many values as there are heads, each a number in the chart's unit, text, or null where nothing is known.</summary>
    public sealed record Row(string Name, params IReadOnlyList<object?> Values);

    /// <summary>The columns of its workbook.</summary>
    /// <param name="unit">The chart's unit, which heads the names of the rows.</param>
    public IReadOnlyList<SheetColumn<Row>> Columns(string unit) =>
    [
        new(unit, row => row.Name),
        .. Heads.Select((head, place) => new SheetColumn<Row>(head, row => row.Values[place])),
    ];

    /// <summary>A value as it is read on the screen.</summary>
    public static string Text(object? value) => value as string ?? Svg.Value((decimal?)value);
}
