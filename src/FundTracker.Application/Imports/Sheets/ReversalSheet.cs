using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Imports.Sheets;

/// <summary>冲销 what was recorded wrongly is taken back, line by line, right behind the row that it takes back.</summary>
internal static class ReversalSheet
{
    /// <summary>Takes back every ledger line of a row, of this file or of one imported before.</summary>
    public static SheetRule Reversals { get; } = new(
        new SheetFormat("Reversals", ImportColumn.Ref("reverses").Required, ImportColumn.Text("reason", lengthMax: 300).Required), Apply);

    private static Result<Done> Apply(RecordRow row, WorkbookBooks books)
    {
        var target = row.Text("reverses");
        if (target.StartsWith(CallSheets.Calls.Format.Name + ":", StringComparison.Ordinal)
            || target.StartsWith(CallSheets.Cancellations.Format.Name + ":", StringComparison.Ordinal))
            return ImportErrors.NothingToReverse(target).At("reverses");
        var fresh = books.LinesOf(target).Select(position => Mirror(books, position, row)).ToList();
        var posted = books.Posted.GetValueOrDefault(target, [])
            .Where(line => line.Reverses is null)
            .Select(line => line.Reversal(
                books.Books.Head!.FirstOpenDay(line.EffectiveDate), row.NoteOf(row.Text("reason")),
                correctsClosed: books.Books.Head.StateOf(line.EffectiveDate) == PeriodState.Closed)).ToList();
        if (fresh.Count + posted.Count == 0) return ImportErrors.NothingToReverse(target).At("reverses");
        var twice = fresh.Concat(posted).FirstOrDefault(line => books.IsReversed(line.Reverses!.Value));
        if (twice is not null) return LedgerErrors.AlreadyReversed(twice.Reverses!.Value).At("reverses");
        foreach (var line in fresh.Concat(posted)) books.FindCall(line.Call)?.Count(line);
        return books.Post(row, [.. fresh, .. posted]);
    }

    private static LineDraft Mirror(WorkbookBooks books, int position, RecordRow row)
    {
        var line = books.Books.Lines[position];
        return line with
        {
            Amount = -line.Amount, Reverses = (books.Books.Head?.LedgerSequence ?? 0) + position + 1, Note = row.NoteOf(row.Text("reason")),
        };
    }
}
