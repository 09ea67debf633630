using FundTracker.Analytics.Leverage;
using FundTracker.Application.Figures;
using FundTracker.Application.Funds;
using FundTracker.Application.Leverage;
using FundTracker.Application.Records;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Tests.Leverage;

/// <summary>A mother fund in yuan with a sub-fund in dollars: 100 and 10 of its own, 300 and 30 of others.</summary>
public sealed class LeverageInSeveralCurrenciesTests
{
    private const string Mf = World.Mf;

    [Fact]
    public async Task A_ratio_says_its_rates_and_the_trail_of_each_part_opens_by_its_address()
    {
        await using var world = await Dollars();

        var row = (await world.Must(new GetLeverage.Query(Mf, World.Day("2023-06-30")))).Rows[0];
        var ratio = row[LeverageFormula.TotalToMotherCommitted];
        Assert.Equal((World.Yuan(677m), World.Yuan(171m)), (ratio.Numerator.Require(), ratio.Denominator.Require()));
        Assert.Equal(new UsedRate("USD/CNY", World.Day("2023-06-01"), 7.1m), Assert.Single(ratio.Rates));

        var part = (await world.Must(new GetTrail.Query(Mf, "leverage.totalCommitted@MF/currency:USD", World.Day("2023-06-30")))).Figure;
        Assert.Equal(World.Yuan(277m + 7m), part.Figure.Value);
        var lines = Assert.Single(part.Lines);
        Assert.Equal((Money.Of(40m, Currency.Of("USD")), 2), (lines.Total, lines.Count));
        Assert.Equal("7.1", Assert.Single(part.Facts).Fact!.Value);
    }

    [Fact]
    public async Task The_history_and_what_moved_it_agree_and_name_the_currency_effect()
    {
        await using var world = await Dollars();

        var points = (await world.Must(new GetLeverageHistory.Query(Mf, World.Day("2023-06-30")))).Points;
        var change = await world.Must(new GetLeverageChange.Query(
            Mf, World.Day("2023-03-31"), World.Day("2023-06-30"), LeverageFormula.TotalToMotherCommitted));

        var step = Assert.Single(change.Steps);
        Assert.Equal((World.Day("2023-06-01"), 7.1m), (step.Day, Assert.Single(step.Rates).Rate));
        Assert.Empty(step.Lines);
        Assert.Equal(points.Single(point => point.Day == World.Day("2023-03-31")).Row[LeverageFormula.TotalToMotherCommitted].Ratio.Value, step.Before.Value);
        Assert.Equal(points[^1].Row[LeverageFormula.TotalToMotherCommitted].Ratio.Value, step.After.Value);
    }

    [Fact]
    public async Task Before_the_first_rate_the_reason_names_pair_and_day()
    {
        await using var world = await Dollars();

        var reason = (await world.Must(new GetLeverage.Query(Mf, World.Day("2023-01-31")))).Rows[0][LeverageFormula.TotalToMotherCommitted].Ratio.NoneReason!;
        Assert.Equal($"{FigureReasons.NoRate("USD/CNY", World.Day("2023-01-31"))}", $"{reason}");
    }

    private static async Task<World> Dollars()
    {
        var world = await World.Committed();
        await world.Must(new OpenSubFund.Command(Mf, "USD1", "美元基金", NameEn: null, "USD", World.Start, LegalForm.Partnership));
        await world.Commit("SOE", "SUB", 293m);
        await world.Post(new RecordCommitment.Command(Mf, "USD1", Mf, 10m, World.Start, "USD"));
        await world.Post(new RecordCommitment.Command(Mf, "USD1", "SOE", 30m, World.Start, "USD"));
        await world.Post(new StateFact.Command(Mf, Mf, "fx:USD/CNY", "6.9", World.Day("2023-02-01")));
        await world.Post(new StateFact.Command(Mf, Mf, "fx:USD/CNY", "7.1", World.Day("2023-06-01")));
        return world;
    }
}
