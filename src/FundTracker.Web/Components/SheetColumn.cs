namespace FundTracker.Web.Components;

/// <summary>A column of a table as a spreadsheet gets it.</summary>
/// <param name="Title">Its head; the currency is added where its amounts have one.</param>
/// <param name="Value">
/// A row's value: a figure, an amount, a ratio, a number, a day, an instant or text; null for a blank cell. A figure without an answer gives its
/// reason.
/// </param>
/// <typeparam name="TRow">What a row shows.</typeparam>
public sealed record SheetColumn<TRow>(string Title, Func<TRow, object?> Value);
