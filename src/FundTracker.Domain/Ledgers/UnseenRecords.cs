using FundTracker.Domain.Values;

namespace FundTracker.Domain.Ledgers;

/// <summary>Lines and facts that were recorded lately and that somebody who looks at an earlier day, or instant, does not see.</summary>
/// <param name="Count">How many lines and facts.</param>
/// <param name="LastDay">The latest day from which one of them counts; null where there is none.</param>
public sealed record UnseenRecords(int Count, DateOnly? LastDay)
{
    /// <summary>Counts what does not show.</summary>
    /// <param name="book">The books.</param>
    /// <param name="asOf">Effective day that is looked at, counted.</param>
    /// <param name="knownAt">Recorded instant that is looked at, counted; null for now.</param>
    /// <param name="since">Only what was recorded later than this is counted.</param>
    public static UnseenRecords Of(BookSnapshot book, DateOnly asOf, Stamp? knownAt, Stamp since)
    {
        var days = new List<DateOnly>();
        for (var line = book.Columns.CountKnownAt(since); line < book.LineCount; line++)
            Note(DateOnly.FromDayNumber(book.Columns.Days[line]), new Stamp(book.Columns.Stamps[line]));
        for (var fact = book.Facts.Count - 1; fact >= 0 && book.Facts[fact].RecordedAt > since; fact--)
            Note(book.Facts[fact].EffectiveFrom, book.Facts[fact].RecordedAt);
        return new UnseenRecords(days.Count, days.Count == 0 ? null : days.Max());

        void Note(DateOnly day, Stamp recordedAt)
        {
            if (day > asOf || recordedAt > knownAt) days.Add(day);
        }
    }
}
