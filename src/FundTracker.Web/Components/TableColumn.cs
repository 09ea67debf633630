using Microsoft.AspNetCore.Components;

namespace FundTracker.Web.Components;

/// <summary>A column of a table.</summary>
/// <param name="Title">Its head.</param>
/// <param name="Cell">What stands in a cell.</param>
/// <typeparam name="TRow">What a row shows.</typeparam>
public sealed record TableColumn<TRow>(string Title, RenderFragment<TRow> Cell)
{
    /// <summary>Value to sort by; null where the column can't be sorted. Rows without a value come last.</summary>
    public Func<TRow, IComparable?>? Sort { get; init; }

    /// <summary>Value for a spreadsheet: an amount, ratio, number, date or text; the sort value where none is named.</summary>
    public Func<TRow, object?>? Export { get; init; }

    /// <summary>What a spreadsheet gets of a row.</summary>
    public object? Value(TRow row) => Export is { } export ? export(row) : Sort?.Invoke(row);

    /// <summary>Text that the filter searches; null where it doesn't.</summary>
    public Func<TRow, string?>? Search { get; init; }

    /// <summary>Whether cells are numbers, which stand to the right.</summary>
    public bool IsNumber { get; init; }

    /// <summary>Whether the cell names its row.</summary>
    public bool IsRowName { get; init; }
}
