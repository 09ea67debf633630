using System.Collections;

namespace FundTracker.Analytics.Carried;

/// <summary>An immutable sorted list in pages: exchanging a few items copies only the pages on which they stand.</summary>
internal sealed class SortedPages<T> : IReadOnlyList<T>
{
    private const int PageSize = 256;
    private readonly IComparer<T> order;
    private readonly T[][] pages;

    /// <summary>How many items stand on each page and before it.</summary>
    private readonly int[] ends;

    private SortedPages(T[][] pages, IComparer<T> order)
    {
        (this.pages, this.order, ends) = (pages, order, new int[pages.Length]);
        var end = 0;
        for (var page = 0; page < pages.Length; page++) ends[page] = end += pages[page].Length;
    }

    public int Count => ends.Length == 0 ? 0 : ends[^1];

    public T this[int index]
    {
        get
        {
            var page = Array.BinarySearch(ends, index + 1);
            if (page < 0) page = ~page;
            return pages[page][index - (page == 0 ? 0 : ends[page - 1])];
        }
    }

    /// <summary>A sorted array in pages.</summary>
    public static SortedPages<T> Of(T[] sorted, IComparer<T> order) => new([.. sorted.Chunk(PageSize)], order);

    /// <summary>The same without some of the items and with others.</summary>
    /// <param name="gone">Each stands in the list.</param>
    /// <param name="come">None of them stands in the list once the others are gone.</param>
    public SortedPages<T> With(IEnumerable<T> gone, IEnumerable<T> come)
    {
        if (pages.Length == 0) return Of([.. come.Order(order)], order);
        var changed = new Dictionary<int, List<T>>();
        foreach (var item in gone)
        {
            var page = Page(item);
            page.RemoveAt(page.BinarySearch(item, order));
        }

        foreach (var item in come)
        {
            var page = Page(item);
            page.Insert(~page.BinarySearch(item, order), item);
        }

        return changed.Count == 0 ? this : new SortedPages<T>([.. pages.SelectMany((page, i) => changed.TryGetValue(i, out var other) ? Paged(other) : [page])], order);

        List<T> Page(T item)
        {
            var place = PageOf(item);
            if (!changed.TryGetValue(place, out var page)) changed[place] = page = [.. pages[place]];
            return page;
        }
    }

    public IEnumerator<T> GetEnumerator() => pages.SelectMany(page => page).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static IEnumerable<T[]> Paged(List<T> page) => page.Count <= 2 * PageSize ? (page.Count == 0 ? [] : [[.. page]]) : page.Chunk(PageSize);

    /// <summary>The last page that begins at or before an item; the first where none does.</summary>
    private int PageOf(T item)
    {
        var (from, to) = (0, pages.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (order.Compare(pages[middle][0], item) <= 0) from = middle + 1;
            else to = middle;
        }

        return Math.Max(0, from - 1);
    }
}
