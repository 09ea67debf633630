using FundTracker.Analytics.CashFlows;
using FundTracker.Analytics.Returns;

namespace FundTracker.Analytics.Tests.Returns;

/// <summary>The cheap proofs that there is but one root, and what they refuse to prove.</summary>
public class UniqueRootTests
{
    private static readonly double TenPercent = Math.Log(1.1) / 365;

    [Fact]
    public void One_sign_change_in_all_proves_a_root_above_zero_or_below_it()
    {
        Assert.Equal(new UniqueSide(0, IsAbove: true, 1), UniqueRoot.Prove(new NettedFlows([0, 365], [-100, 110]), total: 1, above: 1, below: 0));
        Assert.Equal(new UniqueSide(0, IsAbove: false, -1), UniqueRoot.Prove(new NettedFlows([0, 365], [-100, 90]), total: -1, above: 0, below: 1));
    }

    [Fact]
    public void A_total_of_nothing_proves_nothing() =>
        Assert.Null(UniqueRoot.Prove(new NettedFlows([0, 365], [-100, 100]), total: 0, above: 1, below: 0));

    [Fact]
    public void Where_the_sums_prove_nothing_the_flows_discounted_near_the_root_may()
    {
        // Money is owed until the end at 10 %, but the running sums change their sign twice from the end.
        NettedFlows flows = new([0, 365, 730], [-100, 10, 110]);
        UniqueSide side = UniqueRoot.Prove(flows, total: 1, above: 2, below: 1)!.Value;
        Assert.Equal((TenPercent - (1e-3 / 730), true), (Math.Round(side.Base, 12, MidpointRounding.AwayFromZero), side.IsAbove), Near);
        Assert.Equal(PresentValueSign.At(flows, side.Base), side.Sign);

        static bool Near((double Rate, bool IsAbove) one, (double Rate, bool IsAbove) other) =>
            one.IsAbove == other.IsAbove && Math.Abs(one.Rate - other.Rate) < 1e-10;
    }

    [Fact]
    public void Where_two_roots_are_no_rate_proves_one()
    {
        NettedFlows flows = new([0, 365, 730], [-100, 230, -132]);
        Assert.Null(UniqueRoot.ProveNear(flows, TenPercent));
        Assert.Null(UniqueRoot.ProveNear(flows, Math.Log(1.2) / 365));
        Assert.Null(UniqueRoot.Prove(flows, total: -1, above: 2, below: 2));
    }

    [Fact]
    public void Where_three_roots_are_no_rate_proves_one()
    {
        NettedFlows flows = new([0, 365, 730, 1095], [-1000, 3600, -4310, 1716]); // 10 %, 20 % and 30 %
        foreach (double rate in new[] { 0.1, 0.2, 0.3 })
        {
            Assert.Null(UniqueRoot.ProveNear(flows, Math.Log(1 + rate) / 365));
        }
    }

    [Theory]
    [InlineData(110, 0.1)]
    [InlineData(90, -0.1)]
    [InlineData(200, 1)]
    public void The_approach_settles_on_the_root(double received, double rate) =>
        Assert.Equal(Math.Log(1 + rate) / 365, UniqueRoot.Approach(new NettedFlows([0, 365], [-100, received])), 1e-12);

    [Fact]
    public void The_approach_settles_nowhere_without_a_root_or_beyond_the_range()
    {
        Assert.Equal(double.NaN, UniqueRoot.Approach(new NettedFlows([0, 365, 730], [-100, 150, -60])));
        Assert.Equal(double.NaN, UniqueRoot.Approach(new NettedFlows([0, 1], [-1, 1.04]))); // 1.04 a day is more than a million a year
        Assert.Equal(Math.Log(1.038), UniqueRoot.Approach(new NettedFlows([0, 1], [-1, 1.038])), 1e-9);
    }
}
