using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Ledgers;

/// <summary>Which views are kept, and which are forgotten.</summary>
public sealed class ViewShelfTests
{
    private const int Kept = 128;
    private static readonly DateOnly First = new(2023, 1, 1);

    private readonly ViewShelf shelf = new();

    private readonly TestBooks books = TestBooks.Of("""
        mother LUZHOU1 CNY
        2023-01-01 FIN->LUZHOU1 Commitment         300.00 at:2023-01-01T12:00:00Z
        2023-01-01 FIN->LUZHOU1 CommitmentIncrease  50.00 at:2023-06-01T12:00:00Z
        """);

    [Fact]
    public void A_view_asked_for_again_is_the_one_that_was_kept()
    {
        var view = Day(0);
        Assert.Same(view, Day(0));
        Assert.NotSame(view, Day(1));
        Assert.Same(view, Day(0));
        Assert.Same(Day(1), view.On(First.AddDays(1)));
        Assert.Same(view, view.On(First));
    }

    [Fact]
    public void Of_many_views_those_asked_for_last_are_kept()
    {
        var views = Enumerable.Range(0, Kept).Select(Day).ToList();
        Assert.All(views.Select((view, day) => (view, day)), pair => Assert.Same(pair.view, Day(pair.day)));
        Assert.Same(views[0], Day(0));
        var newest = Day(Kept);
        Assert.Same(views[0], Day(0));
        Assert.Same(newest, Day(Kept));
        Assert.NotSame(views[1], Day(1));
    }

    [Fact]
    public void A_view_of_earlier_books_gives_way_to_that_of_later_ones()
    {
        var (before, earlier) = (books.Snapshot, Day(0));
        books.Add("2023-01-01 FIN->LUZHOU1 CommitmentIncrease 7.00");
        var later = Day(0);
        Assert.Equal((350_00, 357_00), (earlier.Commitment(0), later.Commitment(0)));
        Assert.Same(later, Day(0));
        Assert.NotSame(earlier, shelf.Of(before, First, Stamp.Max));
    }

    [Fact]
    public void A_view_of_an_earlier_instant_stays_beside_that_of_a_later_one()
    {
        var instant = LedgerText.Instant("2023-03-01");
        var earlier = shelf.Of(books.Snapshot, First, instant);
        var later = Day(0);
        Assert.Equal((300_00, 350_00), (earlier.Commitment(0), later.Commitment(0)));
        Assert.Same(earlier, shelf.Of(books.Snapshot, First, instant));
        Assert.Same(later, Day(0));
    }

    [Fact]
    public void Other_books_have_views_of_their_own()
    {
        var view = Day(0);
        var other = TestBooks.Of("mother LUZHOU1 CNY\n2023-01-01 FIN->LUZHOU1 Commitment 1.00").Snapshot;
        Assert.Equal(1_00, shelf.Of(other, First, Stamp.Max).Commitment(0));
        Assert.Same(view, Day(0));
    }

    private LedgerView Day(int day) => shelf.Of(books.Snapshot, First.AddDays(day), Stamp.Max);
}
