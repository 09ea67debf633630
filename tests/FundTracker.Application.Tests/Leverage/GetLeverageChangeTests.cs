using FundTracker.Analytics.Leverage;
using FundTracker.Application.Leverage;

namespace FundTracker.Application.Tests.Leverage;

public sealed class GetLeverageChangeTests
{
    [Fact]
    public async Task A_step_names_who_promised_what_to_whom()
    {
        await using var world = await World.Committed();
        await world.Commit("SOE", "SUB", 300m);

        var answer = await world.Must(new GetLeverageChange.Query(
            World.Mf, World.Day("2023-01-02"), World.Day("2023-06-30"), LeverageFormula.TotalToMotherCommitted));

        Assert.Null(answer.Before.Value);
        Assert.Equal("4.00x", answer.After.Value!.ToString());
        Assert.Contains(Assert.Single(answer.Steps).Lines, line => (line.Holder.Code, line.Investee.Code, line.Amount) == ("SOE", "SUB", World.Yuan(300m)));
    }

    [Fact]
    public async Task A_later_day_before_the_earlier_one_is_refused()
    {
        await using var world = await World.Empty();
        await world.Refuses("input.dateRange", new GetLeverageChange.Query(
            World.Mf, World.Day("2023-06-30"), World.Day("2023-06-29"), LeverageFormula.SocialShare));
    }
}
