using FundTracker.Analytics.Carried;

namespace FundTracker.Analytics.Tests.Carried;

/// <summary>Lists that are carried on say what lists made anew would say, and leave the ones before as they were.</summary>
public class CarriedListTests
{
    [Fact]
    public void Sorted_pages_with_items_exchanged_are_the_items_sorted()
    {
        Random random = new(20260331);
        var items = Enumerable.Range(0, 2_000).Select(i => i * 10).ToList();
        var pages = SortedPages<int>.Of([.. items], Comparer<int>.Default);
        for (int round = 0; round < 300; round++)
        {
            int[] before = [.. pages];
            List<int> gone = [.. items.OrderBy(_ => random.Next()).Take(random.Next(12))];
            List<int> come = [.. Enumerable.Range(0, random.Next(40)).Select(_ => random.Next(-500, 21_000)).Except(items.Except(gone)).Distinct()];
            items = [.. items.Except(gone).Concat(come).Order()];
            var next = pages.With(gone, come);
            Assert.Equal(items, next);
            Assert.Equal(items.Count, next.Count);
            Assert.Equal(items, Enumerable.Range(0, next.Count).Select(i => next[i]));
            Assert.Equal(before, pages);
            pages = next;
        }
    }

    [Fact]
    public void Sorted_pages_can_lose_everything_and_begin_again()
    {
        var pages = SortedPages<int>.Of([1, 2, 3], Comparer<int>.Default).With([1, 2, 3], []);
        Assert.Empty(pages);
        Assert.Equal([4, 7], pages.With([], [7, 4]));
    }

    [Fact]
    public void An_array_in_pages_exchanges_items_at_their_places_alone()
    {
        var before = PagedArray<int>.Of([.. Enumerable.Range(0, 1_000)]);
        var after = before.With([(0, -1), (127, -2), (128, -3), (999, -4)]);
        Assert.Equal(Enumerable.Range(0, 1_000).Select(i => i switch { 0 => -1, 127 => -2, 128 => -3, 999 => -4, _ => i }), after);
        Assert.Equal(Enumerable.Range(0, 1_000), before);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(256)]
    public void An_array_in_pages_holds_as_many_items_as_it_was_given(int count)
    {
        var pages = PagedArray<int>.Of([.. Enumerable.Range(0, count)]);
        Assert.Equal(count, pages.Count);
        Assert.Equal(Enumerable.Range(0, count), pages);
    }

    [Fact]
    public void Two_lists_as_one_are_read_in_their_order()
    {
        JoinedList<int> joined = new([1, 2], [3]);
        Assert.Equal([1, 2, 3], joined);
        Assert.Equal([1, 2, 3], Enumerable.Range(0, joined.Count).Select(i => joined[i]));
    }
}
