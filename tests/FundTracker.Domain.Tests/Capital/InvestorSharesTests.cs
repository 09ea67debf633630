using FundTracker.Domain.Capital;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Capital;

public sealed class InvestorSharesTests
{
    private readonly TestBooks books = TestBooks.Of("""
        mother LUZHOU1 CNY
        2023-01-05 FIN->LUZHOU1  Contribution        20.00
        2023-01-05 CITY->LUZHOU1 ContributionInKind  10.00
        2023-01-05 LATE->LUZHOU1 Commitment         100.00
        2023-07-01 LATE->LUZHOU1 Contribution        30.00
        """);

    [Fact]
    public void An_amount_goes_by_what_each_had_paid_in_on_the_day() =>
        Assert.Equal([("FIN->LUZHOU1", 6_667), ("CITY->LUZHOU1", 3_333)], Share("2023-06-30", 100m));

    [Fact]
    public void Who_pays_in_later_takes_part_later() =>
        Assert.Equal([("FIN->LUZHOU1", 3_333), ("CITY->LUZHOU1", 1_667), ("LATE->LUZHOU1", 5_000)], Share("2023-07-01", 100m));

    [Fact]
    public void A_loss_is_shared_as_a_gain_is() =>
        Assert.Equal([("FIN->LUZHOU1", -6_667), ("CITY->LUZHOU1", -3_333)], Share("2023-06-30", -100m));

    [Fact]
    public void Where_nobody_has_paid_in_nothing_is_shared()
    {
        var refused = InvestorShares.ByPaidIn(books.View("2023-01-04"), books.Snapshot.Root, Money.Of(100m, Currency.Cny));
        Assert.Equal("share.nobodyPaidIn", refused.Error.Code);
    }

    private IEnumerable<(string Edge, long Minor)> Share(string asOf, decimal amount) =>
        InvestorShares.ByPaidIn(books.View(asOf), books.Snapshot.Root, Money.Of(amount, Currency.Cny)).Value
            .Select(share => (new[] { "FIN", "CITY", "LATE" }.Select(code => code + "->LUZHOU1").First(edge => books.Edge(edge) == share.Edge), share.Amount.MinorUnits));
}
