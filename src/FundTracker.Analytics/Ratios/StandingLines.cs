using FundTracker.Domain.Ledgers;

namespace FundTracker.Analytics.Ratios;

/// <summary>Lines that still stand: one that was taken back by the day of a view is left out with the one that took it back.</summary>
internal static class StandingLines
{
    /// <summary>Positions of the lines of some kinds on some edges, by sequence.</summary>
    public static IEnumerable<int> Of(LedgerView view, IReadOnlySet<int> edges, KindSet kinds)
    {
        var all = view.Lines(edges, kinds);
        // Zero, where a line takes back none, is no line's sequence.
        var reversed = all.Select(i => view.Book.Columns.Reverses[i]).ToHashSet();
        return all.Where(i => view.Book.Columns.Reverses[i] == 0 && !reversed.Contains(i + 1));
    }

    /// <summary>Day of the first of them; null where there is none.</summary>
    public static DateOnly? FirstDay(LedgerView view, IEnumerable<int> edges, KindSet kinds)
    {
        var days = Of(view, edges.Where(edge => view.Has(edge, kinds)).ToHashSet(), kinds).Select(i => view.Book.Columns.Days[i]).ToList();
        return days.Count == 0 ? null : DateOnly.FromDayNumber(days.Min());
    }
}
