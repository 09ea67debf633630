using FundTracker.Application.Imports.Sheets;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Imports;

/// <summary>Judges the splits of NAV statements that a file adds, each with the statement that it belongs to, once all rows are taken in.</summary>
internal static class NavSplits
{
    /// <summary>Refuses the rows of a fund's day whose split has no statement, states a part twice, or is full and does not add up.</summary>
    /// <param name="books">The books with what the rows add.</param>
    /// <param name="rows">The new rows of the file.</param>
    /// <param name="plan">Gets the refusals: at the first row of the split, and for all of its rows and its statement's.</param>
    public static void Judge(ImportBooks books, IReadOnlyList<RecordRow> rows, ImportPlan plan)
    {
        var takenBack = rows.Where(row => row.Sheet == ReversalSheet.Reversals.Format.Name).Select(row => row.Text("reverses")).ToHashSet(StringComparer.Ordinal);
        var splits = Of(ReturnSheets.ValueChanges).Where(row => !takenBack.Contains(row.Reference)).GroupBy(FundAndDay).ToList();
        if (splits.Count == 0) return;
        var view = new LedgerView(books.AsPosted(), DateOnly.MaxValue, Stamp.Max);
        var statements = Of(ReturnSheets.Navs).ToLookup(FundAndDay);
        foreach (var split in splits)
        {
            if (NavSplitRule.Check(view, view.Book.FindNode(split.Key.Fund)!, split.Key.Day) is not { } error) continue;
            plan.Refuse(split.First(), error);
            plan.Refused.UnionWith(split.Concat(statements[split.Key]).Select(row => (row.Sheet, row.Number)));
        }

        IEnumerable<RecordRow> Of(SheetRule sheet) =>
            rows.Where(row => row.Sheet == sheet.Format.Name && !plan.Refused.Contains((row.Sheet, row.Number)));
    }

    private static (string Fund, DateOnly Day) FundAndDay(RecordRow row) => (row.Text("fund").ToUpperInvariant(), row.Date);
}
