using FundTracker.Reports.Rendering.Layout;

namespace FundTracker.Reports.Rendering.Pdf;

/// <summary>A bookmark with the object number it will have and the bookmarks below it.</summary>
internal sealed class OutlineEntry(Bookmark bookmark, int number)
{
    public Bookmark Bookmark => bookmark;

    public int Number => number;

    public List<OutlineEntry> Children { get; } = [];

    /// <summary>Nests bookmarks by their level; one that skips a level hangs on the nearest above it.</summary>
    public static List<OutlineEntry> TreeOf(IReadOnlyList<Bookmark> bookmarks, ref int nextNumber)
    {
        var roots = new List<OutlineEntry>();
        var open = new Stack<OutlineEntry>();
        foreach (var bookmark in bookmarks)
        {
            var entry = new OutlineEntry(bookmark, nextNumber++);
            while (open.TryPeek(out var above) && above.Bookmark.Level >= bookmark.Level)
                open.Pop();
            (open.TryPeek(out var parent) ? parent.Children : roots).Add(entry);
            open.Push(entry);
        }

        return roots;
    }
}
