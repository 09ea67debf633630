using CsCheck;
using FundTracker.Analytics.CashFlows;
using FundTracker.Analytics.Returns;

namespace FundTracker.Analytics.Tests.Returns;

public class IrrPropertyTests
{
    private static readonly Gen<(int Gap, int Cents)[]> AnyFlows =
        Gen.Select(Gen.Int[1, 700], Gen.Int[-1_000_000, 1_000_000]).Array[2, 30];

    [Fact]
    public void Scaling_all_flows_leaves_every_root() => AnyFlows.Sample(flows =>
    {
        IrrResult once = Irr.Of(Make(flows, scale: 1)), scaled = Irr.Of(Make(flows, scale: 1024));

        Assert.Equal(once.GetType(), scaled.GetType());
        Assert.Equal(once.Roots.Select(r => r.DailyLogRate), scaled.Roots.Select(r => r.DailyLogRate));
    }, iter: DeepRun.Cases(100));

    [Fact]
    public void Moving_all_dates_leaves_every_root() => AnyFlows.Sample(flows =>
    {
        IrrResult here = Irr.Of(Make(flows, scale: 1)), moved = Irr.Of(Make(flows, scale: 1, firstDay: 640_123));

        Assert.Equal(here.GetType(), moved.GetType());
        AssertClose(here.Roots, moved.Roots);
    }, iter: DeepRun.Cases(100));

    [Fact]
    public void Turning_all_signs_leaves_every_root() => AnyFlows.Sample(flows =>
    {
        IrrResult here = Irr.Of(Make(flows, scale: 1)), turned = Irr.Of(Make(flows, scale: -1));

        AssertClose(here.Roots, turned.Roots);
    }, iter: DeepRun.Cases(100));

    [Fact]
    public void The_order_of_flows_changes_nothing() =>
        Gen.Select(AnyFlows, Gen.Int).Sample((flows, seed) =>
        {
            CashFlow[] ordered = Make(flows, scale: 1), shuffled = [.. ordered];
            new Random(seed).Shuffle(shuffled);

            Assert.Equal(Irr.Of(ordered).Roots, Irr.Of(shuffled).Roots);
        }, iter: DeepRun.Cases(100));

    [Fact]
    public void At_each_root_the_present_value_is_nothing() => AnyFlows.Sample(flows =>
    {
        CashFlow[] all = Make(flows, scale: 1);
        foreach (IrrRoot root in Irr.Of(all).Roots.Where(r => !r.IsTouching))
        {
            int day = root.DailyLogRate >= 0 ? all[0].Date.DayNumber : all[^1].Date.DayNumber;
            double[] values = [.. all.Select(f => f.Amount * Math.Exp(-root.DailyLogRate * (f.Date.DayNumber - day)))];
            Assert.True(Math.Abs(values.Sum()) <= 1e-12 * values.Sum(Math.Abs), $"{root.Rate}: {values.Sum()}");
        }
    }, iter: DeepRun.Cases(100));

    [Fact]
    public void Many_flows_of_random_sign_have_their_roots_counted_by_the_sign_at_both_ends()
    {
        // Between the ends of the range the sign changes as often, modulo two, as there are roots.
        Gen.Select(Gen.Int[1, 60], Gen.Int[-1000, 1000].Where(c => c != 0)).Array[50, 300].Sample(flows =>
        {
            CashFlow[] all = Make(flows, scale: 1);
            IrrResult result = Irr.Of(all);
            bool isOdd = Sign(all, 1e-6) != Sign(all, 1e6);
            int tangent = result.Roots.Count(r => r.IsTouching);
            Assert.True(tangent > 0 || isOdd == (result.Roots.Count % 2 == 1), $"{result.Roots.Count} roots");
        }, iter: DeepRun.Cases(200));
    }

    private static int Sign(CashFlow[] flows, double growth)
    {
        int day = growth > 1 ? flows[0].Date.DayNumber : flows[^1].Date.DayNumber;
        return Math.Sign(flows.Sum(f => f.Amount * Math.Pow(growth, -(f.Date.DayNumber - day) / 365.0)));
    }

    private static void AssertClose(IReadOnlyList<IrrRoot> expected, IReadOnlyList<IrrRoot> actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (int i = 0; i < expected.Count; i++)
        {
            Assert.InRange(actual[i].DailyLogRate, expected[i].LowestDailyLogRate - 1e-18, expected[i].HighestDailyLogRate + 1e-18);
        }
    }

    private static CashFlow[] Make((int Gap, int Cents)[] flows, double scale, int firstDay = 730_000)
    {
        int day = firstDay;
        return [.. flows.Select(f => new CashFlow(DateOnly.FromDayNumber(day += f.Gap), f.Cents * scale))];
    }
}
