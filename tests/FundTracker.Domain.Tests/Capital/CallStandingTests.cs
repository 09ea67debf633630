using FundTracker.Domain.Capital;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Capital;

/// <summary>How the investors of a fund stand when a call is shared out.</summary>
public sealed class CallStandingTests
{
    private const string Fund = """
        mother LUZHOU1 CNY
        2023-01-01 LUZHOU1       OpeningCash 5.00
        2023-01-05 FIN->LUZHOU1  Commitment 100.00
        2023-01-05 GONE->LUZHOU1 Commitment  10.00
        2023-01-05 CITY->LUZHOU1 Commitment  50.00
        2023-01-06 GONE->LUZHOU1 CommitmentReduction 10.00
        2023-01-06 CITY->LUZHOU1 CommitmentIncrease   0.01

        """;

    [Fact]
    public void Those_who_promise_something_stand_in_the_order_in_which_they_came()
    {
        var books = TestBooks.Of(Fund);
        Assert.Equal(
            [(books.Edge("FIN->LUZHOU1"), 10_000L), (books.Edge("CITY->LUZHOU1"), 5_001L)],
            CallStanding.Of(books.View(), books.Node("LUZHOU1")).Select(standing => (standing.Edge, standing.Commitment)));
    }

    [Theory]
    [InlineData("", 0, 10_000)]
    [InlineData("FIN->LUZHOU1 CallIssued 30.00 call:1", 3_000, 7_000)]
    [InlineData("FIN->LUZHOU1 ContributionInKind 25.00", 2_500, 7_500)]
    [InlineData("FIN->LUZHOU1 Contribution 25.00\n2023-02-01 FIN->LUZHOU1 ReturnOfCapital 5.00 recallable", 2_000, 8_000)]
    [InlineData("FIN->LUZHOU1 ReturnOfCapital 5.00 recallable", 0, 10_500)] // more than the whole may be called
    [InlineData("FIN->LUZHOU1 Contribution 25.00 outside", 0, 10_000)]
    public void What_of_a_commitment_is_used_is_what_may_not_be_called_any_more(string line, long used, long callable)
    {
        var fin = Fin(line);
        Assert.Equal((used, 0, callable), (fin.CalledInside, fin.CalledOutside, fin.Callable));
    }

    [Theory]
    [InlineData("FIN->LUZHOU1 CallIssued 12.00 outside call:1\n2023-02-01 FIN->LUZHOU1 CallIssued 3.00 outside call:2", 1_500)]
    [InlineData("FIN->LUZHOU1 CallIssued 12.00 outside call:1\n2023-03-01 FIN->LUZHOU1 CallCancelled 4.00 outside call:1", 800)]
    [InlineData("FIN->LUZHOU1 CallIssued 12.00 outside call:1\n2023-02-01 FIN->LUZHOU1 CallIssued 30.00 call:1", 1_200)] // one is inside
    [InlineData("FIN->LUZHOU1 CallCancelled 4.00 outside call:1", 0)] // of history whose call was never posted
    [InlineData("CITY->LUZHOU1 CallIssued 12.00 outside call:1", 0)]
    [InlineData("FIN->LUZHOU1 Contribution 12.00 outside", 0)]
    public void What_was_called_outside_counts_without_what_was_cancelled(string line, long outside) =>
        Assert.Equal(outside, Fin(line).CalledOutside);

    [Fact]
    public void A_day_and_an_instant_tell_what_was_called_by_then()
    {
        var books = TestBooks.Of(Fund + "2023-02-01 FIN->LUZHOU1 CallIssued 12.00 outside call:1 at:2023-02-03T09:00:00Z");
        long Outside(string asOf, string knownAt) => CallStanding.Of(books.View(asOf, knownAt), books.Node("LUZHOU1"))[0].CalledOutside;
        Assert.Equal(
            [0L, 0L, 1_200L],
            [Outside("2023-01-31", "2023-02-03"), Outside("2023-02-01", "2023-02-02"), Outside("2023-02-01", "2023-02-03")]);
    }

    private static CallStanding Fin(string line)
    {
        var books = TestBooks.Of(Fund + (line.Length > 0 ? "2023-02-01 " + line : ""));
        return CallStanding.Of(books.View(), books.Node("LUZHOU1"))[0];
    }
}
