using FundTracker.Domain.Results;
using FundTracker.Web.Texts;

namespace FundTracker.Web.Features.Imports;

/// <summary>A cell that an import refuses, and why.</summary>
/// <param name="Sheet">Name of the sheet; empty where the refusal speaks of the whole file.</param>
/// <param name="Row">Row of the file; null where it speaks of the whole sheet or file.</param>
/// <param name="Column">Header of the column.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Reason">The sentence.</param>
internal sealed record BadCell(string Sheet, int? Row, string Column, string Value, string Reason)
{
    /// <summary>A refusal, with its place where it says one.</summary>
    public static BadCell Of(DomainError error) => Arg(error, "reason") is DomainError reason
        ? new BadCell(
            Text(error, "sheet"), Arg(error, "row") is int row and > 0 ? row : null, Text(error, "column"), Text(error, "value"), Words.Sentence(reason))
        : new BadCell("", Row: null, "", "", Words.Sentence(error));

    private static string Text(DomainError error, string name) => Arg(error, name)?.ToString() ?? "";

    private static object? Arg(DomainError error, string name) => Array.Find(error.Args, arg => arg.Name == name).Value;
}
