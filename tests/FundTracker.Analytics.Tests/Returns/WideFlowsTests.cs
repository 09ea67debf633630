using FundTracker.Analytics.CashFlows;
using FundTracker.Analytics.Returns;

namespace FundTracker.Analytics.Tests.Returns;

/// <summary>Eight flows at a time: the sums are those of the definitions, and nothing beside the flows is read.</summary>
public class WideFlowsTests
{
    /// <summary>2⁻⁵³.</summary>
    private const double U = DiscountedSums.Roundoff;

    /// <summary>Entries before and behind a fund's own, whose amounts are no numbers.</summary>
    private const int Beside = 24;

    private static readonly double[] Rates = [0, 2e-4, -3e-4];

    public WideFlowsTests() => Assert.SkipUnless(WideFlows.IsSupported, "The machine lacks the instructions.");

    [Fact]
    public void Discounted_sums_are_those_of_the_definition_for_any_number_of_flows()
    {
        for (int count = WideFlows.Lanes; count <= 33; count++)
        {
            NettedFlows flows = Among(count);
            foreach (double rate in Rates)
            {
                AssertNear(Defined(flows, rate), WideFlows.At(flows, rate));
            }

            AssertNear(Defined(flows, 0), WideFlows.AtZero(flows));
        }
    }

    [Fact]
    public void Sign_changes_are_those_of_the_definition_for_any_number_of_flows()
    {
        for (int count = WideFlows.Lanes; count <= 33; count++)
        {
            NettedFlows flows = Among(count);
            foreach (double rate in Rates)
            {
                int reference = rate >= 0 ? flows.FirstDay : flows.LastDay;
                double[] discounted = [.. flows.Days.ToArray().Zip(flows.Amounts.ToArray(), (day, amount) => amount * Math.Exp(-rate * (day - reference)))];
                (int above, int below) = (Changes(discounted), Changes([.. discounted.Reverse()]));
                Assert.Equal((above, below), WideFlows.SignChangesAt(flows, rate, WideFlows.At(flows, rate)));
                Assert.Equal(above, WideFlows.SignChangesFrom(flows, rate, isForward: true));
                Assert.Equal(below, WideFlows.SignChangesFrom(flows, rate, isForward: false));
                if (rate == 0) Assert.Equal((above, below), WideFlows.SignChangesAtZero(flows, WideFlows.AtZero(flows)));
            }
        }
    }

    [Fact]
    public void Taylor_sums_are_those_of_the_definition_for_any_number_of_flows()
    {
        double[] coefficients = new double[4];
        for (int count = WideFlows.Lanes; count <= 33; count++)
        {
            NettedFlows flows = Among(count);
            double half = 1e-4, middle = 2e-4, reach = flows.SpanDays / 2.0, all = 0, leftOut = 0;
            double[] expected = new double[coefficients.Length];
            for (int i = 0; i < count; i++)
            {
                double s = flows.Days[i] - flows.FirstDay - reach, term = flows.Amounts[i] * Math.Exp((-middle * s) - (middle * reach)), u = -s * half;
                for (int k = 0; k < expected.Length; k++)
                {
                    expected[k] += term * Math.Pow(u, k) / (k < 2 ? 1 : k == 2 ? 2 : 6);
                }

                all += Math.Abs(term);
                leftOut += Math.Abs(term * Math.Pow(u, 4) / 24);
            }

            (double absolute, double remainder) = WideFlows.TaylorSums(flows, middle, half, coefficients);
            Assert.Equal(expected, coefficients, (one, other) => Math.Abs(one - other) < 1e-12 * all);
            Assert.Equal(all, absolute, 1e-12 * all);
            Assert.Equal(leftOut, remainder, 1e-12 * all);
        }
    }

    [Theory]
    [InlineData(40, false)] // 4 · 8 = 32 roundings of all that flows, 2,006, and the scale is a thousand times a rounding
    [InlineData(63, false)]
    [InlineData(66, true)]
    public void Undiscounted_a_sum_within_the_rounding_of_all_flows_proves_nothing(int thousandRoundings, bool isCounted)
    {
        double[] amounts = [1000, (thousandRoundings * 1000 * U) - 1000, 1, 1, 1, 1, 1, 1];
        NettedFlows flows = new([0, 1, 2, 3, 4, 5, 6, 7], amounts);
        int unknown = SignChanges.Unknown;
        Assert.Equal(isCounted ? (0, 2) : (unknown, unknown), WideFlows.SignChangesAtZero(flows, WideFlows.AtZero(flows)));
    }

    [Fact]
    public void A_sum_that_is_as_large_as_its_rounding_proves_nothing()
    {
        // All that flows is 4: undiscounted the rounding is 4 · 8 of it, discounted at once 4 · 8 + 4 · (8 + 8) of it.
        NettedFlows plain = WithSecondSum(128 * U), discounted = WithSecondSum(384 * U);
        (DiscountedSums ofPlain, DiscountedSums ofDiscounted) = (WideFlows.AtZero(plain), WideFlows.At(discounted, 0));
        Assert.Equal((4, 4), (ofPlain.Absolute, ofDiscounted.Absolute));
        Assert.Equal(SignChanges.Unknown, WideFlows.SignChangesAtZero(plain, ofPlain).Above);
        Assert.Equal(SignChanges.Unknown, WideFlows.SignChangesAt(discounted, 0, ofDiscounted).Above);
        NettedFlows abovePlain = WithSecondSum(129 * U), aboveDiscounted = WithSecondSum(386 * U);
        Assert.Equal(0, WideFlows.SignChangesAtZero(abovePlain, WideFlows.AtZero(abovePlain)).Above);
        Assert.Equal(0, WideFlows.SignChangesAt(aboveDiscounted, 0, WideFlows.At(aboveDiscounted, 0)).Above);
    }

    [Theory]
    [InlineData(1e-260, 8)]
    [InlineData(1e-266, SignChanges.Unknown)] // below 1e-250 of the 2 · (9 + 8) roundings, 3.8e-265
    public void Amounts_so_small_that_factors_lose_digits_prove_nothing(double scale, int changes)
    {
        double[] amounts = [.. new double[] { -1, 3, -4, 5, -6, 7, -8, 9, -10 }.Select(amount => amount * scale)];
        int[] days = [.. Enumerable.Range(0, amounts.Length).Select(i => i * 10)];
        Assert.Equal(changes, SignChanges.Above(new NettedFlows(days, amounts), 0));
    }

    [Fact]
    public void Eight_flows_and_more_are_summed_eight_at_a_time_and_fewer_one_by_one()
    {
        NettedFlows seven = Among(7), eight = Among(8), nine = Among(9);
        Assert.Equal(DiscountedSums.AtScalar(seven, 2e-4), DiscountedSums.At(seven, 2e-4));
        Assert.Equal(WideFlows.At(eight, 2e-4), DiscountedSums.At(eight, 2e-4));
        Assert.NotEqual(DiscountedSums.AtScalar(eight, 2e-4), DiscountedSums.At(eight, 2e-4));
        Assert.Equal(WideFlows.At(nine, 2e-4), DiscountedSums.At(nine, 2e-4));
    }

    /// <summary>1, all but a little of it back, and what makes all absolute amounts add up to 4 exactly.</summary>
    private static NettedFlows WithSecondSum(double left)
    {
        double[] amounts = [1, left - 1, 1, 0.5, 0.25, 0.125, 0.0625, 0.0625 + left];
        return new NettedFlows([0, 1, 2, 3, 4, 5, 6, 7], amounts);
    }

    /// <summary>A fund's flows within longer columns of other entries.</summary>
    private static NettedFlows Among(int count)
    {
        Random random = new(count);
        int[] days = new int[count + (2 * Beside)];
        double[] amounts = new double[days.Length];
        Array.Fill(days, int.MinValue);
        Array.Fill(amounts, double.NaN);
        for (int i = 0; i < count; i++)
        {
            days[Beside + i] = 730_000 + (i * 90) + random.Next(0, 80);
            amounts[Beside + i] = Math.Round((random.NextDouble() - 0.5) * 100, 2, MidpointRounding.AwayFromZero) + 0.001;
        }

        return new NettedFlows(days.AsSpan(Beside, count), amounts.AsSpan(Beside, count));
    }

    private static DiscountedSums Defined(NettedFlows flows, double rate)
    {
        int reference = rate >= 0 ? flows.FirstDay : flows.LastDay;
        double v0 = 0, v1 = 0, v2 = 0, a0 = 0, a1 = 0, a2 = 0;
        for (int i = 0; i < flows.Count; i++)
        {
            double s = flows.Days[i] - reference, w = flows.Amounts[i] * Math.Exp(-rate * s);
            (v0, v1, v2) = (v0 + w, v1 + (w * s), v2 + (w * s * s));
            (a0, a1, a2) = (a0 + Math.Abs(w), a1 + (Math.Abs(w) * s), a2 + (Math.Abs(w) * s * s));
        }

        return new DiscountedSums(v0, v1, v2, a0, a1, a2);
    }

    private static void AssertNear(DiscountedSums expected, DiscountedSums actual)
    {
        Assert.Equal(expected.Value, actual.Value, 1e-12 * expected.Absolute);
        Assert.Equal(expected.ValueDays, actual.ValueDays, 1e-12 * Math.Abs(expected.AbsoluteDays));
        Assert.Equal(expected.ValueDaysSquared, actual.ValueDaysSquared, 1e-12 * expected.AbsoluteDaysSquared);
        Assert.Equal(expected.Absolute, actual.Absolute, 1e-12 * expected.Absolute);
        Assert.Equal(expected.AbsoluteDays, actual.AbsoluteDays, 1e-12 * Math.Abs(expected.AbsoluteDays));
        Assert.Equal(expected.AbsoluteDaysSquared, actual.AbsoluteDaysSquared, 1e-12 * expected.AbsoluteDaysSquared);
    }

    private static int Changes(double[] values)
    {
        double sum = 0;
        int[] signs = [.. values.Select(value => Math.Sign(sum += value))];
        return signs.Zip(signs.Skip(1)).Count(pair => pair.First != pair.Second);
    }
}
