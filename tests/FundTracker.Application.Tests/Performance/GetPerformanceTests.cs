using System.Text;
using FundTracker.Application.Figures;
using FundTracker.Application.Indices;
using FundTracker.Application.Performance;
using FundTracker.Application.Records;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Holdings;
using FundTracker.Testing.Databases;

namespace FundTracker.Application.Tests.Performance;

public sealed class GetPerformanceTests
{
    [Fact]
    public async Task The_equivalent_of_a_fund_that_did_as_the_index_is_one_and_its_trail_opens()
    {
        await using var world = await FundedOverAYear();
        await world.Must(Levels("2023-03-01,100\n2024-03-31,130"), Actors.Admin1);

        var performance = (await world.Must(Query("CSI300"))).Performance;

        Assert.Equal("1.00x", performance.Market.KaplanSchoar.Value!.ToString());
        Assert.Equal(new FigureId("pme.ks", "SUB/index:CSI300"), performance.Market.KaplanSchoar.Id);
        foreach (var figure in performance.All)
        {
            var trail = await world.Must(new GetTrail.Query(World.Mf, figure.Id.ToString(), Day));
            Assert.Equal(figure.Value is null, trail.Figure.Figure.Value is null);
            if (!figure.Id.Formula.StartsWith("gross.", StringComparison.Ordinal))
                Assert.Equal(["distributed", "nav", "paidIn"], trail.Figure.Inputs.Select(input => input.Role).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task Without_an_index_the_equivalents_say_so()
    {
        await using var world = await FundedOverAYear();
        Assert.All((await world.Must(Query(index: null))).Performance.Market.All, figure => Assert.Equal("pme.noIndex", figure.NoneReason?.Code));
    }

    [Fact]
    public async Task An_index_that_is_not_there_is_refused_and_one_that_begins_too_late_says_so()
    {
        await using var world = await FundedOverAYear();
        await world.Refuses("pipeline.notFound", Query("CSI300"));
        await world.Must(Levels("2023-06-30,100"), Actors.Admin1);
        Assert.Equal("pme.noLevel", (await world.Must(Query("CSI300"))).Performance.Market.KaplanSchoar.NoneReason?.Code);
    }

    [Fact]
    public async Task A_level_that_was_corrected_later_leaves_what_was_known_before()
    {
        await using var world = await FundedOverAYear();
        await world.Must(Levels("2023-03-01,100\n2024-03-31,130"), Actors.Admin1);
        world.Host.Clock.Advance(TimeSpan.FromHours(1));
        var before = await world.Must(Query("CSI300"));
        world.Host.Clock.Advance(TimeSpan.FromHours(1));
        await world.Must(Levels("2024-03-31,65"), Actors.Admin1);

        Assert.Equal("2.00x", (await world.Must(Query("CSI300"))).Performance.Market.KaplanSchoar.Value!.ToString());
        Assert.Equal("1.00x", (await world.Must(Query("CSI300") with { KnownAt = before.KnownAt })).Performance.Market.KaplanSchoar.Value!.ToString());
    }

    [Fact]
    public async Task An_index_that_ended_a_quarter_before_the_day_is_told_with_its_last_day()
    {
        await using var world = await FundedOverAYear();
        await world.Must(Levels("2023-03-01,100\n2023-12-29,130"), Actors.Admin1);
        Assert.Equal(World.Day("2023-12-29"), (await world.Must(Query("CSI300"))).Performance.Market.IndexStaleSince);
        await world.Must(Levels("2023-12-30,131"), Actors.Admin1); // 92 days before
        Assert.Null((await world.Must(Query("CSI300"))).Performance.Market.IndexStaleSince);
        Assert.Null((await world.Must(Query(index: null))).Performance.Market.IndexStaleSince);
    }

    [Fact]
    public async Task The_sub_funds_are_pooled_for_the_mother_fund_alone()
    {
        await using var world = await FundedOverAYear();

        var pooled = (await world.Must(Query(index: null) with { Fund = World.Mf })).Pooled!;
        Assert.Equal(("SUB", World.Yuan(130m - 100m)), (pooled.Funds.Single().Code, pooled.Points[^1].NetValue));
        Assert.Null((await world.Must(Query(index: null))).Pooled);
    }

    [Fact]
    public async Task The_manager_of_a_sub_fund_sees_its_own_fund_and_no_peers()
    {
        await using var world = await FundedOverAYear();
        var manager = Actors.SubFundManagerOf("SUB");

        Assert.Empty((await world.Must(Query(index: null), manager)).Vintages);
        Assert.Null((await world.Must(Query(index: null), manager)).Pooled);
        Assert.Single((await world.Must(Query(index: null))).Vintages);
        await world.Refuses("pipeline.notAllowed", Query(index: null) with { Fund = World.Mf }, manager);
    }

    private static DateOnly Day { get; } = World.Day("2024-03-31");

    private static GetPerformance.Query Query(string? index) => new(World.Mf, "SUB", Day, KnownAt: null, index);

    private static ImportIndexLevels.Command Levels(string rows) => new("CSI300", "CNY", Encoding.UTF8.GetBytes("date,level\n" + rows), "沪深300");

    /// <summary>The sub-fund got 100 on 2023-03-01 and is worth 130 on 2024-03-31.</summary>
    private static async Task<World> FundedOverAYear()
    {
        var world = await World.Funded();
        await world.Post(new RecordNav.Command(World.Mf, "SUB", Day, 130m, ValuationMethod.NetAssets, "季报"));
        return world;
    }
}
