using System.Collections;

namespace FundTracker.Analytics.Carried;

/// <summary>An immutable array in pages: exchanging a few items copies only the pages on which they stand.</summary>
internal sealed class PagedArray<T> : IReadOnlyList<T>
{
    private const int PageBits = 7;
    private const int PageSize = 1 << PageBits;
    private readonly T[][] pages;

    private PagedArray(T[][] pages, int count) => (this.pages, Count) = (pages, count);

    public int Count { get; }

    /// <summary>The item at a place.</summary>
    public T this[int place] => pages[place >> PageBits][place & (PageSize - 1)];

    /// <summary>The same items in pages.</summary>
    public static PagedArray<T> Of(ReadOnlySpan<T> items)
    {
        var made = new T[(items.Length + PageSize - 1) >> PageBits][];
        for (var page = 0; page < made.Length; page++)
            made[page] = items.Slice(page << PageBits, Math.Min(PageSize, items.Length - (page << PageBits))).ToArray();
        return new PagedArray<T>(made, items.Length);
    }

    /// <summary>The same with other items at some places.</summary>
    public PagedArray<T> With(IReadOnlyCollection<(int Place, T Item)> exchanged)
    {
        if (exchanged.Count == 0) return this;
        T[][] others = [.. pages];
        foreach (var (place, item) in exchanged)
        {
            var page = place >> PageBits;
            if (ReferenceEquals(others[page], pages[page])) others[page] = [.. pages[page]];
            others[page][place & (PageSize - 1)] = item;
        }

        return new PagedArray<T>(others, Count);
    }

    public IEnumerator<T> GetEnumerator() => pages.SelectMany(page => page).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
