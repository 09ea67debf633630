using FundTracker.Analytics.CashFlows;
using FundTracker.Analytics.Returns;

namespace FundTracker.Analytics.Tests.Returns;

/// <summary>How small a running sum may be before it has no sign.</summary>
public class SignChangesTests
{
    /// <summary>2⁻⁵³.</summary>
    private const double U = DiscountedSums.Roundoff;

    [Fact]
    public void Undiscounted_sums_know_what_rounding_lost()
    {
        // The doubles of 0.1, 0.2 and 0.3 leave 2⁻⁵⁵: too little for the total to count, but with a sign.
        Assert.Equal((0, 1, 0), SignChanges.AtZero(new NettedFlows([0, 1, 2], [-0.1, -0.2, 0.3])));
        Assert.Equal((1, 0, 0), SignChanges.AtZero(new NettedFlows([0, 1, 2], [0.3, -0.2, -0.1])));
    }

    [Theory]
    [InlineData(4.4e-31, SignChanges.Unknown, SignChanges.Unknown)] // 2 · 3² squared roundings of 2 are 4.437e-31
    [InlineData(4.5e-31, 0, 1)]
    public void Undiscounted_a_sum_within_the_squared_rounding_of_its_terms_proves_nothing(double left, int above, int below) =>
        Assert.Equal((above, below, 0), SignChanges.AtZero(new NettedFlows([0, 1, 2], [1, left, -1])));

    [Fact]
    public void Counts_are_the_same_however_the_flows_are_added_up()
    {
        Random random = new(20261128);
        for (int round = 0; round < 2_000; round++)
        {
            int[] days = [.. Enumerable.Range(0, random.Next(2, 40))];
            // Small whole amounts: many running sums are zero, which is no sign.
            double[] amounts = [.. days.Select(_ => (double)(random.Next(1, 4) * (random.Next(2) == 0 ? -1 : 1)))];
            NettedFlows flows = new(days, amounts);
            Assert.Equal(SignChanges.AtZeroExactly(flows), SignChanges.AtZero(flows));
        }
    }

    [Theory]
    [InlineData(1, 0)] // 1 + 2⁻⁵² less 1 − 2⁻⁵²: 2⁻⁵² of the 2 that flow
    [InlineData(2, 1)]
    public void A_total_within_one_last_place_of_all_that_flows_is_nothing(int places, int total) =>
        Assert.Equal(total, SignChanges.AtZero(new NettedFlows([0, 1], [1 + (places * 2 * U), (places * 2 * U) - 1])).TotalSign);

    [Theory]
    [InlineData(60, SignChanges.Unknown)] // 2 · (7 + 8) roundings of 4 are as much as the sum, 120
    [InlineData(62, 0)]
    public void A_sum_that_is_as_large_as_its_rounding_proves_nothing(int roundings, int above)
    {
        NettedFlows flows = new([0, 1, 2, 3, 4, 5, 6], [2 + (roundings * U), (roundings * U) - 2, 1, 1, 1, 1, 1]);
        Assert.Equal(above, SignChanges.Above(flows, 0));
    }

    [Theory]
    [InlineData(1e-249, 6)]
    [InlineData(1e-251, SignChanges.Unknown)]
    public void Amounts_so_small_that_factors_lose_digits_prove_nothing(double scale, int changes)
    {
        double[] amounts = [.. new double[] { -1, 3, -4, 5, -6, 7, -8 }.Select(amount => amount * scale)];
        Assert.Equal(changes, SignChanges.Above(new NettedFlows([0, 1, 2, 3, 4, 5, 6], amounts), 0));
    }

    [Fact]
    public void From_eight_flows_on_smaller_amounts_still_have_a_sign()
    {
        Assert.SkipUnless(WideFlows.IsSupported, "The machine lacks the instructions.");
        double[] amounts = [.. new double[] { -1, 3, -4, 5, -6, 7, -8, 9 }.Select(amount => amount * 1e-251)];
        NettedFlows flows = new([0, 1, 2, 3, 4, 5, 6, 7], amounts);
        Assert.Equal((7, 0), (SignChanges.Above(flows, 0), SignChanges.Below(flows, 0)));
        Assert.Equal((7, 0), SignChanges.At(flows, 0));
    }

    [Fact]
    public void Discounted_flows_are_counted_from_either_end()
    {
        // −100, 230, −132 has 10 % and 20 %. At 5 % they are −100, 219, −120: two changes from either end; at 15 % the first two, −100 and
        // 200, and the last two, −100 and 200, outweigh the third, so that one change is left on either side; at 25 % it is as at 5 %.
        Assert.Equal((2, 2), Around(0.05));
        Assert.Equal((1, 1), Around(0.15));
        Assert.Equal((2, 2), Around(0.25));

        static (int Above, int Below) Around(double rate) =>
            SignChanges.At(new NettedFlows([0, 365, 730], [-100, 230, -132]), Math.Log(1 + rate) / 365);
    }
}
