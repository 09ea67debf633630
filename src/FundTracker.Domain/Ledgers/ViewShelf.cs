using FundTracker.Domain.Values;

namespace FundTracker.Domain.Ledgers;

/// <summary>
/// Views that were asked for, so that the next one asked for shares their work: the same day in the same or later books, or another day
/// of the same ones. Holds few; what it forgets is computed again and comes out the same. Safe to use from many threads.
/// </summary>
public sealed class ViewShelf
{
    private const int MostViews = 128;

    /// <summary>Balances of so many edges, over all views together, are a few hundred megabytes at most.</summary>
    private const long MostEdges = 3_000_000;

    private readonly Lock gate = new();
    private readonly LinkedList<LedgerView> views = new();

    /// <summary>The books as they stood on a day, as known at an instant.</summary>
    public LedgerView Of(BookSnapshot book, DateOnly asOf, Stamp knownAt)
    {
        lock (gate)
        {
            var before = Nearest(book, asOf, knownAt);
            var view = before?.At(book, knownAt) ?? new LedgerView(book, asOf, knownAt, this);
            if (before is not null && (ReferenceEquals(before, view) || before.Known == before.Book.LineCount)) views.Remove(before);
            views.AddFirst(view);
            while (views.Count > 1 && (views.Count > MostViews || views.Sum(kept => (long)kept.Book.Edges.Count) > MostEdges)) views.RemoveLast();
            return view;
        }
    }

    /// <summary>The kept view that knows most of what is asked for and nothing else.</summary>
    private LedgerView? Nearest(BookSnapshot book, DateOnly asOf, Stamp knownAt)
    {
        LedgerView? nearest = null;
        foreach (var kept in views)
        {
            if (kept.AsOf != asOf || !ReferenceEquals(kept.Book.Columns, book.Columns)) continue;
            if (kept.Known >= (nearest?.Known ?? 0) && kept.GoesOnIn(book, knownAt)) nearest = kept;
        }

        return nearest;
    }
}
