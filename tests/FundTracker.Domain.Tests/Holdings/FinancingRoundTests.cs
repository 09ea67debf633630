using FundTracker.Domain.Holdings;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Tests.Holdings;

/// <summary>What our funds put into a round is no more than the company raised, and all of it one currency.</summary>
public sealed class FinancingRoundTests
{
    private static readonly Currency Usd = Currency.Of("USD");

    [Theory]
    [InlineData("30.00", null)]
    [InlineData("29.99", "holding.partsAboveRaised(parts=30.00 CNY, raised=29.99 CNY)")]
    [InlineData(null, null)] // nobody knows what everybody put in
    public void Parts_add_up_to_what_was_raised_at_most(string? raised, string? refused) =>
        Assert.Equal(refused, Check(raised is null ? null : Yuan(decimal.Parse(raised)), Yuan(10m), Yuan(15m), Yuan(5m)));

    [Fact]
    public void Each_part_is_in_the_currency_of_what_was_raised()
    {
        Assert.Equal("ledger.currencyMixed(line=USD, edge=CNY)", Check(Yuan(100m), Yuan(1m), Money.Of(1m, Usd)));
        Assert.Equal("ledger.currencyMixed(line=USD, edge=CNY)", Check(Yuan(100m), Money.Of(1m, Usd), Money.Of(1m, Usd)));
        Assert.Null(Check(Money.Of(2m, Usd), Money.Of(1m, Usd), Money.Of(1m, Usd)));
    }

    [Fact]
    public void Where_it_is_not_known_what_was_raised_parts_are_in_the_currency_of_the_first()
    {
        Assert.Equal("ledger.currencyMixed(line=CNY, edge=USD)", Check(raised: null, Money.Of(1m, Usd), Money.Of(1m, Usd), Yuan(1m)));
        Assert.Null(Check(raised: null, Money.Of(1m, Usd)));
    }

    private static string? Check(Money? raised, params IReadOnlyList<Money> parts) =>
        FinancingRound.CheckParts(raised, parts) is { IsSuccess: false } refused ? refused.Error.ToString() : null;

    private static Money Yuan(decimal amount) => Money.Of(amount, Currency.Cny);
}
