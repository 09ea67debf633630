using FundTracker.Domain.Values;

namespace FundTracker.Domain.Tests.Values;

public sealed class LargestRemainderTests
{
    [Theory]
    [InlineData(100, new long[] { 1, 1, 1 }, new long[] { 34, 33, 33 })]
    [InlineData(-100, new long[] { 1, 1, 1 }, new long[] { -34, -33, -33 })]
    [InlineData(0, new long[] { 1, 2 }, new long[] { 0, 0 })]
    [InlineData(7, new long[] { 0, 1, 0 }, new long[] { 0, 7, 0 })]
    [InlineData(100, new long[] { 47, 16, 15, 12, 6, 4 }, new long[] { 47, 16, 15, 12, 6, 4 })]
    [InlineData(long.MaxValue, new long[] { long.MaxValue, long.MaxValue }, new long[] { 4611686018427387904, 4611686018427387903 })]
    public void Parts_follow_the_largest_remainders(long amount, long[] weights, long[] parts) =>
        Assert.Equal(parts, LargestRemainder.Share(amount, weights));

    [Fact]
    public void Seats_fall_as_in_the_textbook_example_of_hamiltons_method() =>
        Assert.Equal([5, 2, 1, 1, 1, 0], LargestRemainder.Share(10, [47_000, 16_000, 15_800, 12_000, 6_100, 3_100]));

    [Fact]
    public void Weights_below_zero_or_all_zero_are_refused()
    {
        Assert.Throws<ArgumentException>(() => LargestRemainder.Share(1, [1, -1]));
        Assert.Throws<ArgumentException>(() => LargestRemainder.Share(1, [0, 0]));
        Assert.Throws<ArgumentException>(() => LargestRemainder.Share(1, []));
    }

    [Fact]
    public void Twenty_calls_on_three_equal_holders_leave_nobody_a_fen_beyond_the_commitment()
    {
        long[] commitments = [50_000_000_000, 50_000_000_000, 50_000_000_000];
        var called = new long[3];
        for (var call = 1; call <= 20; call++)
        {
            var parts = LargestRemainder.ShareCumulative(7_500_000_000, called, commitments);
            Assert.Equal(7_500_000_000, parts.Sum());
            for (var i = 0; i < 3; i++) called[i] += parts[i];
        }

        Assert.Equal(commitments, called);
    }

    [Fact]
    public void Twenty_odd_calls_shared_one_by_one_drift_where_cumulative_shares_do_not()
    {
        long[] commitments = [50_000_000_000, 50_000_000_000, 50_000_000_000];
        var (alone, cumulative) = (new long[3], new long[3]);
        for (var call = 1; call <= 20; call++)
        {
            var amount = call < 20 ? 7_499_999_999 : 7_500_000_019;
            var (single, together) = (LargestRemainder.Share(amount, commitments), LargestRemainder.ShareCumulative(amount, cumulative, commitments));
            for (var i = 0; i < 3; i++) (alone[i], cumulative[i]) = (alone[i] + single[i], cumulative[i] + together[i]);
        }

        Assert.NotEqual(commitments, alone);
        Assert.Equal(commitments, cumulative);
    }

    [Fact]
    public void A_holder_ahead_of_the_others_gets_nothing_until_they_have_caught_up()
    {
        Assert.Equal([0, 0, 40], LargestRemainder.ShareCumulative(40, [50, 50, 0], [100, 100, 100]));
        Assert.Equal([4, 3, 53], LargestRemainder.ShareCumulative(60, [50, 50, 0], [100, 100, 100]));
    }

    [Fact]
    public void A_holder_whose_commitment_was_cut_to_what_it_paid_is_not_called_again() =>
        Assert.Equal([0, 25, 25], LargestRemainder.ShareCumulative(50, [250, 250, 250], [250, 500, 500]));

    [Fact]
    public void A_holder_without_commitment_gets_nothing() =>
        Assert.Equal([0, 30], LargestRemainder.ShareCumulative(30, [10, 0], [0, 100]));

    [Fact]
    public void A_next_amount_below_zero_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => LargestRemainder.ShareCumulative(-1, [0], [1]));

    [Fact]
    public void Every_weight_needs_an_earlier_part() =>
        Assert.Throws<ArgumentException>(() => LargestRemainder.ShareCumulative(1, [0], [1, 1]));
}
