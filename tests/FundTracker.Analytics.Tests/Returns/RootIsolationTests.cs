using FundTracker.Analytics.CashFlows;
using FundTracker.Analytics.Returns;

namespace FundTracker.Analytics.Tests.Returns;

/// <summary>What is found between two ends, and that the brackets say no more than is so.</summary>
public class RootIsolationTests
{
    /// <summary>A daily log rate of 10 % a year.</summary>
    private static readonly double TenPercent = Math.Log(1.1) / 365;

    private static readonly int[] Years = [0, 365, 730];

    [Fact]
    public void A_double_root_is_one_touching_bracket_whose_ends_have_a_sign()
    {
        NettedFlows flows = new(Years, [-100, 220, -121]);
        RootBracket bracket = Assert.Single(Found(flows, 0, 6e-4));
        Assert.True(bracket.IsTouching);
        Assert.Equal(TenPercent, bracket.Centre, 1e-10);
        Assert.True(bracket.Low < TenPercent && TenPercent < bracket.High);
        Assert.Equal((-1, -1), (PresentValueSign.At(flows, bracket.Low), PresentValueSign.At(flows, bracket.High)));
    }

    [Fact]
    public void The_bracket_of_a_double_root_is_on_either_side_at_most_twice_as_wide_as_it_must_be()
    {
        NettedFlows flows = new(Years, [-100, 220, -121]);
        RootBracket bracket = Assert.Single(Found(flows, 0, 6e-4));
        Assert.Equal(0, PresentValueSign.At(flows, (bracket.Low + bracket.Centre) / 2));
        Assert.Equal(0, PresentValueSign.At(flows, (bracket.Centre + bracket.High) / 2));
    }

    [Fact]
    public void Two_roots_on_either_side_of_the_turning_point_are_told_apart()
    {
        // (1 − 1.05v)(1 − 1.15v) = 1 − 2.2v + 1.2075v²
        NettedFlows flows = new(Years, [-100, 220, -120.75]);
        List<RootBracket> found = Found(flows, 0, 6e-4);
        Assert.Equal([false, false], found.Select(bracket => bracket.IsTouching));
        Assert.InRange(Math.Log(1.05) / 365, found[0].Low, found[0].High);
        Assert.InRange(Math.Log(1.15) / 365, found[1].Low, found[1].High);
        Assert.True(found[0].High <= found[1].Low);
    }

    [Fact]
    public void Where_the_curve_turns_between_two_roots_one_bracket_ends_and_the_other_begins()
    {
        // Centred on the middle year −100·w + 220 − 120.75/w, with w = 1 + r, turns where w² = 1.2075.
        double turning = Math.Log(1.2075) / 730;
        List<RootBracket> found = Found(new NettedFlows(Years, [-100, 220, -120.75]), 0, 6e-4);
        Assert.Equal((turning, turning), (found[0].High, found[1].Low), (one, other) => Math.Abs(one.Item1 - other.Item1) + Math.Abs(one.Item2 - other.Item2) < 1e-15);
        Assert.Equal((found[0].Low + found[0].High) / 2, found[0].Centre);
        Assert.Equal((found[1].Low + found[1].High) / 2, found[1].Centre);
    }

    [Fact]
    public void The_mirror_image_of_flows_has_the_same_brackets()
    {
        List<RootBracket> found = Found(new NettedFlows(Years, [-100, 220, -120.75]), 0, 6e-4);
        Assert.Equal(found, Found(new NettedFlows(Years, [100, -220, 120.75]), 0, 6e-4));
        Assert.Equal(
            Found(new NettedFlows(Years, [-100, 220, -121]), 0, 6e-4), Found(new NettedFlows(Years, [100, -220, 121]), 0, 6e-4));
    }

    [Fact]
    public void Where_the_curve_turns_beyond_an_end_that_is_near_the_axis_there_is_no_root()
    {
        // 10 % is a double root; above 10.001 % the curve only falls away from the axis, below 9.999 % it only rises towards it.
        double[] amounts = [-100, 220, -121];
        Assert.Empty(Found(new NettedFlows(Years, amounts), Math.Log(1.10001) / 365, 6e-4));
        Assert.Empty(Found(new NettedFlows(Years, amounts), 0, Math.Log(1.09999) / 365));
    }

    [Fact]
    public void Below_the_axis_by_more_than_the_precision_there_is_no_root() =>
        Assert.Empty(Found(new NettedFlows(Years, [-100, 220, -121.00001]), 0, 6e-4));

    [Fact]
    public void A_root_beyond_an_end_is_not_found()
    {
        NettedFlows flows = new(Years, [-100, 220, -120.75]);
        RootBracket bracket = Assert.Single(Found(flows, 0, TenPercent));
        Assert.InRange(Math.Log(1.05) / 365, bracket.Low, bracket.High);
        Assert.True(bracket.High <= TenPercent);
    }

    [Fact]
    public void Where_the_search_begins_changes_no_answer()
    {
        NettedFlows flows = new([0, 365, 730, 1095], [-1000, 3600, -4310, 1716]); // 10 %, 20 % and 30 %
        foreach (double focus in new[] { -1e-3, 0, TenPercent, 5e-4, 1e-2 })
        {
            List<RootBracket> found = RootIsolation.Find(flows, End(flows, -1e-3), End(flows, 2e-3), focus);
            Assert.Equal(3, found.Count);
            for (int i = 0; i < 3; i++)
            {
                Assert.False(found[i].IsTouching);
                Assert.InRange(Math.Log(1.1 + (0.1 * i)) / 365, found[i].Low, found[i].High);
            }
        }
    }

    private static List<RootBracket> Found(NettedFlows flows, double low, double high) =>
        RootIsolation.Find(flows, End(flows, low), End(flows, high), (low + high) / 2);

    private static CellEnd End(NettedFlows flows, double rate) => CellEnd.At(flows, rate, PresentValueSign.At(flows, rate));
}
