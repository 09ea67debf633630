using FundTracker.Application.Figures;
using FundTracker.Application.Funds;
using FundTracker.Application.Performance;
using FundTracker.Domain.Ledgers;
using FundTracker.Testing.Databases;

namespace FundTracker.Application.Tests.Performance;

public sealed class GetWaterfallTests
{
    private static DateOnly Day { get; } = World.Day("2023-12-31");

    [Fact]
    public async Task Without_terms_the_answer_says_so_and_once_stated_every_figure_opens_its_trail()
    {
        await using var world = await World.Funded();
        Assert.Equal("waterfall.noTerms", (await world.Must(Query())).NoneReason?.Code);

        await world.Post(new StateFact.Command(World.Mf, "SUB", FactNames.CarryTerms, "European;8;Annual;100;20;0", World.Start));

        var waterfall = (await world.Must(Query())).Waterfall!;
        Assert.Equal(100m, waterfall.CapitalOwed.Value!.Amount);
        foreach (var figure in waterfall.All)
        {
            var trail = await world.Must(new GetTrail.Query(World.Mf, figure.Id.ToString(), Day));
            Assert.Equal(figure.Value, trail.Figure.Figure.Value);
        }
    }

    [Fact]
    public async Task Terms_that_are_none_are_refused()
    {
        await using var world = await World.Funded();
        await world.Refuses("fact.valueNotKnown", new StateFact.Command(World.Mf, "SUB", FactNames.CarryTerms, "European;8", World.Start));
        await world.Refuses("fact.wrongSubject", new StateFact.Command(World.Mf, World.Mf, FactNames.CarryTerms, "European;8;Annual;100;20;0", World.Start));
        await world.Refuses("pipeline.notFound", Query() with { Fund = World.Mf });
    }

    [Fact]
    public async Task A_policy_that_is_stated_changes_the_figures_and_each_reading_opens_its_trail()
    {
        await using var world = await World.Funded();
        await world.Post(new StateFact.Command(World.Mf, World.Mf, FactNames.RecallablePolicy, "Netted", World.Start));
        await world.Refuses("fact.valueNotKnown", new StateFact.Command(World.Mf, World.Mf, FactNames.RecallablePolicy, "Sometimes", World.Start));

        var answer = await world.Must(new GetPerformance.Query(World.Mf, "SUB", Day));

        Assert.Equal("Netted", answer.Policies[0].Options.Single(option => option.IsChosen).Value);
        foreach (var figure in answer.Policies.SelectMany(policy => policy.Options).SelectMany(option => option.All))
        {
            var trail = await world.Must(new GetTrail.Query(World.Mf, figure.Id.ToString(), Day));
            Assert.Equal(figure.Value, trail.Figure.Figure.Value);
        }
    }

    private static GetWaterfall.Query Query() => new(World.Mf, "SUB", Day);
}
