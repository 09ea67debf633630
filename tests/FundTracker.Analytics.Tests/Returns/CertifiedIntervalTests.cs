using FundTracker.Analytics.CashFlows;
using FundTracker.Analytics.Returns;

namespace FundTracker.Analytics.Tests.Returns;

/// <summary>The interval beside a rate: its ends have a sign, and it is no wider than the arithmetic asks for.</summary>
public class CertifiedIntervalTests
{
    /// <summary>2⁻⁵³.</summary>
    private const double U = DiscountedSums.Roundoff;

    [Fact]
    public void An_ordinary_rate_is_certain_to_twice_the_rounding_of_its_present_value()
    {
        // Two flows over 365 days: 2·(2 + 8 + ln 1.1) + 2 roundings of all that flows, 200, over a slope of 100 · 365.
        IrrRoot root = Irr.Of([0, 365], [-100, 110]).Roots[0];
        double reach = 2 * ((2 * (10 + Math.Log(1.1))) + 2) * U * 200 / 36_500;
        Assert.Equal(reach, (root.HighestDailyLogRate - root.LowestDailyLogRate) / 2, reach / 100);
        Assert.Equal(root.DailyLogRate, (root.HighestDailyLogRate + root.LowestDailyLogRate) / 2, reach / 100);
        Assert.True(root.IsSharp);
    }

    [Fact]
    public void Over_a_very_long_time_no_rate_is_certain_beyond_its_own_rounding()
    {
        // Four roundings of a yearly rate of one, whatever little the present value leaves open over 9,999 years.
        IrrRoot root = Irr.Of([0, 3_652_058], [-1, 2]).Roots[0];
        double least = 4 * U / 365, reach = 2 * ((2 * (10 + Math.Log(2))) + 2) * U * 2 / 3_652_058;
        Assert.True(reach < least);
        Assert.Equal(least, (root.HighestDailyLogRate - root.LowestDailyLogRate) / 2, least / 10);
    }

    [Fact]
    public void Of_roots_close_to_each_other_the_interval_is_as_wide_as_the_present_value_is_flat()
    {
        // −100 (1 − 1.1v)(1 − 1.1001v) has a slope of 100 · 0.0001 / 1.1 a year, 44,000 times less than what flows, 400: twice
        // 2·(3 + 8 + 2·ln 1.1) + 2 roundings to either side make 4.77e-10.
        double[] amounts = [-100, 220.01, -121.011];
        foreach (IrrRoot root in Irr.Of([0, 365, 730], amounts).Roots)
        {
            Assert.False(root.IsTouching);
            double width = (root.HighestDailyLogRate - root.LowestDailyLogRate) * 365;
            Assert.Equal(4.77e-10, width, 0.02e-10);
            Assert.False(root.IsSharp);
            NettedFlows flows = new([0, 365, 730], amounts);
            Assert.Equal(-1, PresentValueSign.At(flows, root.LowestDailyLogRate) * PresentValueSign.At(flows, root.HighestDailyLogRate));
        }

        Assert.Equal(
            [0.1, 0.1001], Irr.Of([0, 365, 730], amounts).Roots.Select(root => root.Rate), (one, other) => Math.Abs(one - other) < 1e-11);
    }

    [Fact]
    public void Rates_in_a_row_rent_their_columns_again()
    {
        int[] days = [.. Enumerable.Range(0, 2000)];
        double[] amounts = [.. days.Select(day => day < 1000 ? -1.0 : 1.2)];
        CashFlow[] flows = [.. days.Zip(amounts, (day, amount) => new CashFlow(Flows.Start.AddDays(day), amount))];
        long least = long.MaxValue; // a collection in between may take rented columns away
        for (int attempt = 0; attempt < 20; attempt++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Irr.Of(days, amounts);
            Irr.Of(flows);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.InRange(least, 0, 4000); // a column of days alone takes 8,000
    }
}
