using FundTracker.Application.Leverage;
using FundTracker.Application.Records;

namespace FundTracker.Application.Tests.Leverage;

public sealed class GetLeverageHistoryTests
{
    [Fact]
    public async Task The_history_begins_with_the_quarter_in_which_the_mother_fund_promised_first_whatever_others_did_before()
    {
        await using var world = await World.Empty();
        await world.Commit("SOE", "SUB", 300m);
        await world.Post(new RecordCommitment.Command(World.Mf, "SUB", World.Mf, 100m, World.Day("2023-05-05")));

        Assert.Equal(["2023-06-30", "2023-09-30", "2023-10-15"], await Days("2023-10-15"));
        Assert.Equal(["2023-06-30"], await Days("2023-06-30"));
        Assert.Empty(await Days("2023-05-04"));

        async Task<IEnumerable<string>> Days(string asOf) =>
            (await world.Must(new GetLeverageHistory.Query(World.Mf, World.Day(asOf)))).Points.Select(point => $"{point.Day:yyyy-MM-dd}");
    }
}
