using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Figures;

/// <summary>Which lines an input of a figure stands for.</summary>
public sealed class LinesInputTests
{
    private const string Fin = "FIN->LUZHOU1";
    private const string City = "CITY->LUZHOU1";

    private static readonly KindSet Called = KindSet.Of(LineKind.CallIssued, LineKind.CallCancelled, LineKind.Contribution);

    private readonly TestBooks books = TestBooks.Of("""
        mother LUZHOU1 CNY
        2023-01-05 FIN->LUZHOU1  Commitment       300.00
        2023-02-01 FIN->LUZHOU1  CallIssued       100.00 call:1
        2023-02-20 FIN->LUZHOU1  Contribution      60.00 call:1
        2023-02-20 FIN->LUZHOU1  Contribution       5.00 call:1 outside fee
        2023-02-21 FIN->LUZHOU1  Contribution      10.00
        2023-03-01 CITY->LUZHOU1 CallIssued        40.00 call:2
        2023-03-15 FIN->LUZHOU1  CallCancelled     40.00 call:1
        2023-05-01 FIN->LUZHOU1  ReturnOfCapital   30.00 recallable
        2023-05-01 FIN->LUZHOU1  GainDistribution  20.00
        2023-06-30 FIN->LUZHOU1  Nav               50.00
        2023-09-30 FIN->LUZHOU1  Nav               55.00
        2023-09-30 CITY->LUZHOU1 Nav                1.00
        """);

    [Fact]
    public void All_lines_of_the_kinds_on_the_edges_count_by_sequence()
    {
        Assert.Equal([1, 2, 3, 4, 5, 6], LinesOf(Input(Called)));
        Assert.Equal([1, 2, 3, 4, 6], LinesOf(Input(Called, Fin)));
        Assert.Equal([5], LinesOf(Input(Called, City)));
        Assert.Empty(LinesOf(Input(KindSet.Of(LineKind.Dividend))));
        Assert.Equal([1, 2, 3, 4], Input(Called).Lines(books.View("2023-02-28")));
        Assert.Equal([1, 2], Input(Called).Lines(books.View("2023-12-31", "2023-02-20T12:00:00Z")));
    }

    [Fact]
    public void Of_distributions_only_those_that_may_be_called_again_count_as_recallable() =>
        Assert.Equal([7], LinesOf(Input(LineKinds.DistributionKinds) with { Part = LinePart.Recallable }));

    [Fact]
    public void Of_payments_only_those_outside_the_commitment_count_as_such() =>
        Assert.Equal([3], LinesOf(Input(LineKinds.PaidInKinds) with { Part = LinePart.OutsideCommitment }));

    [Fact]
    public void What_is_called_is_what_names_a_call_and_stands_inside_the_commitment() =>
        Assert.Equal([1, 2, 5, 6], LinesOf(Input(Called) with { Part = LinePart.Called }));

    [Fact]
    public void Lines_of_some_calls_are_singled_out()
    {
        Assert.Equal([5], LinesOf(Input(Called) with { Calls = new HashSet<long> { 2 } }));
        Assert.Equal([1, 2, 3, 5, 6], LinesOf(Input(Called) with { Calls = new HashSet<long> { 1, 2 } }));
        Assert.Equal([1, 2, 6], LinesOf(Input(Called) with { Calls = new HashSet<long> { 1 }, Part = LinePart.Called }));
        Assert.Empty(LinesOf(Input(Called) with { Calls = new HashSet<long>() }));
    }

    [Fact]
    public void Of_statements_of_value_the_one_that_counts_on_each_edge_is_meant()
    {
        var navs = KindSet.Of(LineKind.Nav);
        Assert.Equal([10, 11], LinesOf(Input(navs)));
        Assert.Equal([10], LinesOf(Input(navs, Fin)));
        Assert.Equal([9], Input(navs).Lines(books.View("2023-09-29")));
        Assert.Empty(Input(navs).Lines(books.View("2023-06-29")));
        Assert.Equal([0, 10], LinesOf(Input(KindSet.Of(LineKind.Nav, LineKind.Commitment), Fin)));
    }

    [Fact]
    public void Lines_outside_the_days_asked_for_do_not_count()
    {
        var input = Input(Called) with { Days = DateRange.Of(new DateOnly(2023, 2, 20), new DateOnly(2023, 3, 1)) };
        Assert.Equal([2, 3, 4, 5], LinesOf(input));
    }

    [Fact]
    public void Lines_that_are_named_one_by_one_are_those_whatever_else_is_said() =>
        Assert.Equal([8, 0], LinesOf(Input(Called) with { Positions = [8, 0], Part = LinePart.Recallable }));

    [Fact]
    public void How_long_a_value_is_stale_is_looked_for_once_it_is_asked()
    {
        var asked = 0;
        var day = new DateOnly(2023, 6, 30);
        var input = Input(Called) with
        {
            StaleDeferred = new Lazy<DateOnly?>(() =>
            {
                asked++;
                return day;
            }),
        };
        Assert.Equal(0, asked);
        Assert.Equal((day, day, 1), (input.StaleSince, input.StaleSince, asked));
        Assert.Equal(day, (Input(Called) with { StaleSince = day }).StaleSince);
        Assert.Null(Input(Called).StaleSince);
    }

    private IEnumerable<int> LinesOf(LinesInput input) => input.Lines(books.View("2023-12-31"));

    private LinesInput Input(KindSet kinds, params string[] edges) => LinesInput.Of(
        "lines", books.View("2023-12-31"), [.. (edges.Length == 0 ? [Fin, City] : edges).Select(books.Index)], kinds, Money.Zero(Currency.Cny));
}
