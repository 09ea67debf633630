using FundTracker.Application.Exposure;
using FundTracker.Application.Figures;
using FundTracker.Application.Records;
using FundTracker.Domain.Figures;

namespace FundTracker.Application.Tests.Exposure;

public sealed class GetExposureTests
{
    [Fact]
    public async Task Every_figure_of_the_page_opens_to_its_lines()
    {
        await using var world = await World.Funded();
        await world.Post(new RecordInvestment.Command(World.Mf, "ACME", "A", World.Day("2023-04-01"), [new RecordInvestment.Part("SUB", 40m)], TotalRaised: 40m));
        var day = World.Day("2023-12-31");
        var exposure = (await world.Must(new GetExposure.Query(World.Mf, day))).Exposure;

        IFigure[] figures = [exposure.LookThroughValue, exposure.Coverage, exposure.TopTen, exposure.Herfindahl, .. exposure.Slices.SelectMany(slice => new IFigure[] { slice.Amount, slice.Share })];
        Assert.Equal(4 + (6 * 2), figures.Length);
        foreach (var figure in figures)
        {
            var trail = await world.Must(new GetTrail.Query(World.Mf, figure.Id.ToString(), day));
            Assert.Equal(figure.Value, trail.Figure.Figure.Value);
            Assert.True(trail.Figure.Inputs.Count + trail.Figure.Lines.Count > 0, $"{figure.Id} follows from nothing.");
        }
    }
}
