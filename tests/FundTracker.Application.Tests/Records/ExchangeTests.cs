using FundTracker.Application.Approvals;
using FundTracker.Application.Funds;
using FundTracker.Application.Ledger;
using FundTracker.Application.Records;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Testing;
using static FundTracker.Application.Tests.World;

namespace FundTracker.Application.Tests.Records;

/// <summary>购汇/结汇: a fund that keeps its books in yuan pays a sub-fund that keeps them in dollars.</summary>
public sealed class ExchangeTests
{
    private static readonly Currency Usd = Currency.Of("USD");

    [Fact]
    public async Task Dollars_are_bought_before_a_call_in_dollars_is_paid()
    {
        await using var world = await WithDollarFund();
        var call = await world.Issue("USDF", 10m, notice: "2023-04-01", due: "2023-04-20");
        await world.Refuses("ledger.cashBelowZero", new Application.CapitalCalls.RecordPayment.Command(Mf, call, Mf, 10m, Day("2023-04-10")));

        await world.Post(Exchange(72m, "CNY", 10m, "USD"));
        await world.Pay(call, Mf, 10m, "2023-04-10");

        Assert.Equal((Yuan(328m), Money.Zero(Usd)), (await world.Cash(Mf), await Dollars(world, "2023-12-31")));
        Assert.Equal(Money.Of(10m, Usd), await Dollars(world, "2023-04-09"));
    }

    [Fact]
    public async Task An_exchange_waits_for_another_person()
    {
        await using var world = await WithDollarFund();
        await world.Must(Exchange(72m, "CNY", 10m, "USD"));
        Assert.Equal((Yuan(400m), Money.Zero(Usd)), (await world.Cash(Mf), await Dollars(world, "2023-12-31")));
    }

    [Fact]
    public async Task No_more_is_given_than_there_is_of_the_currency()
    {
        await using var world = await WithDollarFund();
        await world.Post(Exchange(72m, "CNY", 10m, "USD"));
        await world.Refuses("ledger.cashBelowZero", Exchange(400m, "CNY", 55m, "USD"));
        await world.Refuses("ledger.cashBelowZero", Exchange(10.01m, "USD", 71m, "CNY"));
        await world.Post(Exchange(10m, "USD", 71m, "CNY"));
        Assert.Equal((Yuan(399m), Money.Zero(Usd)), (await world.Cash(Mf), await Dollars(world, "2023-12-31")));
    }

    [Fact]
    public async Task An_exchange_names_two_currencies_and_amounts_that_both_have()
    {
        await using var world = await WithDollarFund();
        Assert.Equal("BoughtCurrency", (await world.Refuses("ledger.sameCurrency", Exchange(1m, "CNY", 1m, "CNY"))).Field);
        await world.Refuses("input.notKnown", Exchange(1m, "CNY", 1m, "XXX"));
        await world.Refuses("input.fractionOfMinorUnit", Exchange(1m, "CNY", 0.001m, "USD"));
    }

    [Fact]
    public async Task The_whole_exchange_is_taken_back_at_once()
    {
        await using var world = await WithDollarFund();
        var wrong = await world.Must(Exchange(72m, "CNY", 10m, "USD"));
        await world.Approve(wrong);
        await world.Post(new ReverseLine.Command(Mf, null, wrong, "重复录入"));
        Assert.Equal((Yuan(400m), Money.Zero(Usd)), (await world.Cash(Mf), await Dollars(world, "2023-12-31")));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Whichever_side_is_taken_back_takes_the_other_along_and_says_so_before(int side)
    {
        await using var world = await WithDollarFund();
        await world.Post(Exchange(36m, "CNY", 5m, "USD"));
        var posted = await world.Post(Exchange(72m, "CNY", 10m, "USD"));
        var asked = await world.Must(new GetLine.Query(Mf, posted.Lines[side]));
        Assert.Equal((LineAct.Exchange, posted.Lines[1 - side]), (asked.Act, Assert.Single(asked.Together).Sequence));

        var voucher = await world.Must(new ReverseLine.Command(Mf, posted.Lines[side], null, "重复录入"));
        var waiting = (await world.Must(new GetVoucher.Query(Mf, voucher))).Card;
        Assert.Equal([posted.Lines[0], posted.Lines[1]], waiting.Lines.Select(line => line.Reverses!.Value));
        await world.Approve(voucher);

        Assert.Equal((Yuan(364m), Money.Of(5m, Usd)), (await world.Cash(Mf), await Dollars(world, "2023-12-31")));
        await world.Refuses("ledger.alreadyReversed", new ReverseLine.Command(Mf, posted.Lines[1 - side], null, "again"));
        Assert.Empty((await world.Must(new GetLine.Query(Mf, posted.Lines[side]))).Together);
    }

    [Fact]
    public async Task Dollars_that_were_spent_keep_the_exchange_from_being_taken_back()
    {
        await using var world = await WithDollarFund();
        var posted = await world.Post(Exchange(72m, "CNY", 10m, "USD"));
        await world.Pay(await world.Issue("USDF", 10m, notice: "2023-04-05", due: "2023-04-20"), Mf, 10m, "2023-04-10");
        await world.Refuses("ledger.cashBelowZero", new ReverseLine.Command(Mf, posted.Lines[0], null, "wrong"));
        await world.Refuses("ledger.cashBelowZero", new ReverseLine.Command(Mf, posted.Lines[1], null, "wrong"));
    }

    [Fact]
    public async Task Yuan_that_became_dollars_no_longer_wait_as_yuan()
    {
        await using var world = await WithDollarFund();
        await world.Post(Exchange(72m, "CNY", 10m, "USD"));
        var view = await world.View();
        var use = Analytics.Phases.RollingUse.Of(view, view.Book.Root);
        Assert.Equal(await world.Cash(Mf), use.Waiting.Aggregate(Yuan(0m), (sum, lot) => sum + lot.Amount));
    }

    private static async Task<World> WithDollarFund()
    {
        var world = await Funded();
        await world.Must(new OpenSubFund.Command(Mf, "USDF", "美元基金", NameEn: null, "USD", Start, LegalForm.Partnership));
        await world.Commit(Mf, "USDF", 20m);
        return world;
    }

    private static ExchangeCurrency.Command Exchange(decimal sold, string from, decimal bought, string to) =>
        new(Mf, Mf, Day("2023-04-05"), sold, from, bought, to);

    private static async Task<Money> Dollars(World world, string asOf)
    {
        var view = await world.View(asOf);
        return Money.FromMinor(view.Cash(view.Book.MotherFund, Usd), Usd);
    }
}
