using FundTracker.Application.Funds;
using FundTracker.Application.Ledger;
using FundTracker.Application.Records;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using static FundTracker.Application.Tests.World;

namespace FundTracker.Application.Tests.Ledger;

/// <summary>What was recorded lately and is not among what somebody looks at.</summary>
public sealed class UnseenTests
{
    [Fact]
    public async Task Lines_and_facts_after_the_day_shown_are_counted_with_the_last_day()
    {
        await using var world = await Funded();
        var since = await Later(world);
        await world.Post(new RecordFundCash.Command(Mf, "SUB", LineKind.Expense, Day("2023-04-02"), 1m));
        await world.Post(new RecordFundCash.Command(Mf, "SUB", LineKind.Expense, Day("2023-06-02"), 1m));
        Assert.Equal(new UnseenRecords(2, Day("2023-06-02")), await Ask(world, "2023-03-31", since));
        Assert.Equal(new UnseenRecords(1, Day("2023-06-02")), await Ask(world, "2023-04-02", since));
        Assert.Equal(new UnseenRecords(0, null), await Ask(world, "2023-06-02", since));
        await world.Must(new RegisterCompany.Command(Mf, "LATE", "示例企业", null, Day("2023-07-01"), Sector: "semiconductors"));
        Assert.Equal(Day("2023-07-01"), (await Ask(world, "2023-06-30", since)).LastDay);
    }

    [Fact]
    public async Task What_was_recorded_before_is_left_out()
    {
        await using var world = await Funded();
        Assert.Equal(0, (await Ask(world, "2022-12-31", await Later(world))).Count);
        Assert.Equal(9, (await Ask(world, "2023-01-01", new Stamp(0))).Count - FactsOf(await world.Host.Books(Mf)));
    }

    [Fact]
    public async Task Whoever_looks_at_an_earlier_instant_sees_nothing_recorded_since_whatever_its_day()
    {
        await using var world = await Funded();
        var since = await Later(world);
        world.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.Post(new RecordFundCash.Command(Mf, "SUB", LineKind.Expense, Day("2023-04-02"), 1m));
        Assert.Equal(0, (await Ask(world, "2023-12-31", since)).Count);
        var answer = await world.Must(new FindUnseen.Query(Mf, Day("2023-12-31"), since, KnownAt: since));
        Assert.Equal(new UnseenRecords(1, Day("2023-04-02")), answer);
    }

    private static int FactsOf(BookSnapshot book) => book.Facts.Count(fact => fact.EffectiveFrom > Day("2023-01-01"));

    private static Task<UnseenRecords> Ask(World world, string asOf, Stamp since) => world.Must(new FindUnseen.Query(Mf, Day(asOf), since));

    /// <summary>An instant after everything recorded so far, and before whatever comes.</summary>
    private static Task<Stamp> Later(World world)
    {
        world.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        var since = Stamp.From(world.Host.Clock.GetUtcNow());
        world.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        return Task.FromResult(since);
    }
}
