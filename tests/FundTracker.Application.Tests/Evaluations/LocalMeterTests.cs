using FundTracker.Application.Evaluations;
using FundTracker.Application.Funds;
using FundTracker.Application.Records;
using FundTracker.Domain.Ledgers;
using static FundTracker.Application.Tests.World;

namespace FundTracker.Application.Tests.Evaluations;

/// <summary>返投 on one meter, through the dispatcher.</summary>
public sealed class LocalMeterTests
{
    [Fact]
    public async Task A_floor_shows_what_meeting_it_costs_in_points()
    {
        await using var world = await Funded();
        await world.Post(new StateFact.Command(Mf, "ACME", FactNames.Location, "district", Start));
        await world.Post(new RecordInvestment.Command(Mf, "ACME", "A", Day("2023-05-10"), [new RecordInvestment.Part("SUB", 60m)]));
        var meter = await world.Must(new GetLocalMeter.Query(Mf, Day("2026-03-31"), Fund: "SUB"));
        Assert.Equal(0.6m, meter.Reading.Number);
        Assert.Equal([("L-02", 1m), ("L-04", 1.5m)], meter.Floors.Select(floor => (floor.Rule.Id, floor.Limit)));
        var national = meter.Ladders.Single(ladder => ladder.Scheme == "1753");
        Assert.Equal((2m, 3m), (national.Points, national.Of));
        Assert.Equal([1m, 0m], national.AtFloors);
        Assert.Equal([8m, 10m], meter.Ladders.Single(ladder => ladder.Scheme == "district").AtFloors);
    }

    [Fact]
    public async Task A_scheme_that_was_not_in_force_gives_no_points_on_the_meter()
    {
        await using var world = await Funded();
        var meter = await world.Must(new GetLocalMeter.Query(Mf, Day("2026-01-11")));
        Assert.DoesNotContain(meter.Ladders, ladder => ladder.Scheme == "1753");
        await world.Refuses("pipeline.notFound", new GetLocalMeter.Query(Mf, Day("2026-01-11"), Fund: "NOFUND"));
    }
}
