using FundTracker.Domain.Holdings;
using FundTracker.Domain.Ledgers;

namespace FundTracker.Application.Text;

/// <summary>The note of a ledger line in the reader's language: its code and the columns that are invented by their names, the rest as it was written.</summary>
public static class NoteText
{
    /// <summary>The note as people read it.</summary>
    /// <param name="kind">Kind of the line; it tells what a code at the start means.</param>
    /// <param name="note">The note as it is kept; may be empty.</param>
    /// <param name="texts">Texts of the reader's language.</param>
    public static string Of(LineKind kind, string note, Texts texts)
    {
        var (code, said) = CodeOf(kind, note, texts);
        var (words, columns) = LineNotes.Split(said);
        var names = columns.Select(column => texts.Column(column)).ToList();
        if (names.Contains(null)) (words, names) = (said, []);
        var marked = names.Count == 0 ? "" : texts.Fill("note.illustrative", ("fields", string.Join(texts["list.separator"], names)));
        return string.Join(" · ", new[] { code, words, marked }.Where(part => part.Length > 0));
    }

    private static (string Code, string Words) CodeOf(LineKind kind, string note, Texts texts) => kind switch
    {
        LineKind.Nav or LineKind.Valuation when LineNotes.TryRead<ValuationMethod>(note, out var method, out var words) => (texts.Of(method), words),
        LineKind.ExitProceeds or LineKind.CostRelieved when LineNotes.TryRead<ExitKind>(note, out var exit, out var words) => (texts.Of(exit), words),
        _ => ("", note),
    };
}
