using FundTracker.Application.Exports;
using FundTracker.Web.Shell;
using FundTracker.Web.Texts;
using Microsoft.JSInterop;

namespace FundTracker.Web.Components;

/// <summary>Hands tables of the screen out as workbooks; each sheet says of which day and, where it looks back, as known when.</summary>
public sealed class ExcelFiles(IJSRuntime script, ISpreadsheetWriter spreadsheets, Workspace workspace, UiText text)
{
    /// <summary>A table as a sheet.</summary>
    /// <param name="title">What it is.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="rows">Its rows, as they are shown.</param>
    /// <param name="day">Day of the rows; the day shown where none is named.</param>
    /// <param name="note">What is to be known beside it; empty for nothing.</param>
    public Grid Sheet<TRow>(string title, IReadOnlyList<SheetColumn<TRow>> columns, IReadOnlyList<TRow> rows, DateOnly? day = null, string note = "")
    {
        var at = $"{text["time.asOf"]} {Formats.Of(day ?? workspace.AsOf)}"
            + (workspace.KnownAt is { } instant ? $" · {text["time.knownAtShort"]} {Formats.Of(instant)}" : "");
        return TableExport.ToGrid(title, columns, rows, note.Length == 0 ? [title, at] : [title, at, note], text["table.currency"]);
    }

    /// <summary>Saves sheets as one file.</summary>
    /// <param name="name">Its name, without the ending.</param>
    /// <param name="sheets">The sheets.</param>
    public async Task Save(string name, params IReadOnlyList<Grid> sheets)
    {
        using var content = new DotNetStreamReference(new MemoryStream(spreadsheets.Workbook(sheets)));
        await script.InvokeVoidAsync("fundTracker.save", name + ".xlsx", TableExport.ContentType, content);
    }
}
