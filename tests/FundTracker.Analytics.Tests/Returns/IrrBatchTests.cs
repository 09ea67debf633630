using FundTracker.Analytics.CashFlows;
using FundTracker.Analytics.Returns;
using FundTracker.Analytics.Tests.Oracles;

namespace FundTracker.Analytics.Tests.Returns;

public class IrrBatchTests
{
    [Fact]
    public void A_batch_agrees_with_the_single_solver_and_the_scalar_path_to_1e_12()
    {
        (int[] starts, int[] days, double[] amounts) = Funds(2_000);
        BatchIrr[] wide = new BatchIrr[starts.Length - 1], scalar = new BatchIrr[starts.Length - 1];

        IrrBatch.Solve(starts, days, amounts, wide);
        IrrBatch.Solve(starts, days, amounts, scalar, isWide: false);

        for (int fund = 0; fund < wide.Length; fund++)
        {
            Range range = starts[fund]..starts[fund + 1];
            IrrResult single = Irr.Of(days.AsSpan()[range], amounts.AsSpan()[range]);
            Assert.Equal(wide[fund].Status, scalar[fund].Status);
            Assert.Equal(single.GetType().Name, wide[fund].Status.ToString());
            if (single.Quoted is { } root)
            {
                Assert.Equal(1, (1 + wide[fund].Rate) / (1 + scalar[fund].Rate), 1e-12);
                Assert.InRange(wide[fund].DailyLogRate, root.LowestDailyLogRate - 1e-15, root.HighestDailyLogRate + 1e-15);
            }
        }
    }

    [Fact]
    public void Hostile_flows_get_the_status_of_the_single_solver()
    {
        for (int seed = 0; seed < 1_000; seed++)
        {
            (int[] days, decimal[] exact) = HostileFlows.Make(seed);
            double[] amounts = [.. exact.Select(a => (double)a)];
            BatchIrr[] result = new BatchIrr[1];

            IrrBatch.Solve([0, days.Length], days, amounts, result);

            IrrResult single = Irr.Of(days, amounts);
            Assert.Equal(single.GetType().Name, result[0].Status.ToString());
            Assert.Equal(single.Quoted is null, double.IsNaN(result[0].Rate));
            if (single.Quoted is { } root)
            {
                Assert.InRange(result[0].DailyLogRate, root.LowestDailyLogRate - 1e-15, root.HighestDailyLogRate + 1e-15);
            }
        }
    }

    [Fact]
    public void A_batch_of_ordinary_funds_allocates_nothing()
    {
        (int[] starts, int[] days, double[] amounts) = Funds(200, least: 20, lateCalls: false);
        BatchIrr[] results = new BatchIrr[starts.Length - 1];
        IrrBatch.Solve(starts, days, amounts, results);

        long before = GC.GetAllocatedBytesForCurrentThread();
        IrrBatch.Solve(starts, days, amounts, results);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.All(results, result => Assert.Equal(BatchIrrStatus.Unique, result.Status));
    }

    [Fact]
    public void Results_without_room_are_refused() =>
        Assert.Throws<ArgumentException>(() => IrrBatch.Solve([0, 1], [1], [1.0], []));

    [Fact]
    public void Columns_of_two_lengths_are_refused() =>
        Assert.Throws<ArgumentException>(() => IrrBatch.Solve([0, 2], [1, 366], [-100], new BatchIrr[1]));

    [Fact]
    public void Results_with_as_much_room_as_there_are_funds_are_filled_and_more_room_is_left_alone()
    {
        BatchIrr untouched = new(BatchIrrStatus.Multiple, 7);
        BatchIrr[] results = [untouched, untouched, untouched];
        IrrBatch.Solve([0, 2, 4], [0, 365, 0, 365], [-100, 110, -100, 120], results.AsSpan(0, 2));
        Assert.Equal([0.1, 0.2], results[..2].Select(result => result.Rate), (one, other) => Math.Abs(one - other) < 1e-12);
        Assert.Equal(untouched, results[2]);
    }

    [Fact]
    public void Funds_of_one_flow_or_none_have_no_rate()
    {
        BatchIrr[] results = new BatchIrr[2];
        IrrBatch.Solve([0, 0, 1], [1], [-100], results);
        Assert.All(results, result => Assert.Equal((BatchIrrStatus.None, double.NaN), (result.Status, result.DailyLogRate)));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    public void A_root_outside_the_range_is_none_and_one_of_zero_is_zero(int flows)
    {
        // One payment, and all comes back a year later, in as many days as there are other flows.
        int[] days = [0, .. Enumerable.Range(0, flows - 1).Select(i => 365 + i)];
        Assert.Equal(BatchIrrStatus.None, Solved(2e6).Status);
        Assert.Equal(BatchIrrStatus.None, Solved(4e-7).Status);
        Assert.Equal(new BatchIrr(BatchIrrStatus.Unique, 0), Solved(1));

        BatchIrr Solved(double all)
        {
            BatchIrr[] result = new BatchIrr[1];
            IrrBatch.Solve([0, flows], days, [-1.0 * (flows - 1), .. Enumerable.Repeat(all, flows - 1)], result);
            return result[0];
        }
    }

    /// <summary>Funds of 129 lengths, so that every remainder of eight occurs.</summary>
    private static (int[] Starts, int[] Days, double[] Amounts) Funds(int count, int least = 2, bool lateCalls = true)
    {
        Random random = new(7);
        List<int> starts = [0], days = [];
        List<double> amounts = [];
        for (int fund = 0; fund < count; fund++)
        {
            int flows = least + (fund % 129), day = 730_000 + random.Next(3000), calls = Math.Max(1, flows * 2 / 5);
            for (int i = 0; i < flows; i++)
            {
                bool isCall = i < calls || (lateCalls && i < flows - 1 && random.Next(10) == 0);
                days.Add(day += 1 + random.Next(8000 / flows));
                amounts.Add((isCall ? -1 : 1.5) * random.Next(10_000, 100_000) / 100.0);
            }

            starts.Add(days.Count);
        }

        return ([.. starts], [.. days], [.. amounts]);
    }
}
