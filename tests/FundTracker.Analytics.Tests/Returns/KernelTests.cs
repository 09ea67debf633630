using FundTracker.Analytics.CashFlows;
using FundTracker.Analytics.Metrics;
using FundTracker.Analytics.Returns;
using FundTracker.Analytics.Tests.Oracles;

namespace FundTracker.Analytics.Tests.Returns;

/// <summary>The steps between flows and proved rates, each by itself.</summary>
public class KernelTests
{
    /// <summary>2⁻⁵³.</summary>
    private const double U = DiscountedSums.Roundoff;

    [Fact]
    public void Sign_changes_of_running_sums_are_counted_from_both_ends_for_any_number_of_flows()
    {
        Random random = new(20260329);
        int compared = 0;
        for (int i = 0; i < 600; i++)
        {
            int count = random.Next(2, 27);
            int[] days = [.. Enumerable.Range(0, count).Select(n => 730_000 + (n * 90) + random.Next(0, 80))];
            double[] amounts = [.. days.Select(_ => (random.NextDouble() - 0.5) * 100)];
            double rate = (random.NextDouble() - 0.5) * 2e-3;
            NettedFlows flows = new(days, amounts);
            if (Counted(flows, rate) is not { } expected) continue;
            compared++;
            Assert.Equal(expected.Above, SignChanges.Above(flows, rate));
            Assert.Equal(expected.Below, SignChanges.Below(flows, rate));
            Assert.Equal(expected, SignChanges.At(flows, rate));
            if (Counted(flows, 0) is not { } atZero) continue;
            (int above, int below, int total) = SignChanges.AtZero(flows);
            Assert.Equal((atZero.Above, atZero.Below, Math.Sign(amounts.Sum())), (above, below, total));
            if (WideFlows.IsSupported && count >= WideFlows.Lanes)
                Assert.Equal(atZero, WideFlows.SignChangesAtZero(flows, WideFlows.AtZero(flows)));
        }

        Assert.True(compared > 500);
    }

    [Theory]
    [InlineData(8, 160, SignChanges.Unknown, SignChanges.Unknown)] // 96 roundings of all that flows, 2.006, is 192.6
    [InlineData(8, 230, 0, 2)]
    public void Counted_at_once_a_sum_within_the_rounding_of_all_flows_proves_nothing(int count, int roundings, int above, int below)
    {
        Assert.SkipUnless(WideFlows.IsSupported, "The machine lacks the instructions.");
        Assert.Equal((above, below), SignChanges.At(NearlyNothing(count, roundings * U), 0));
    }

    [Theory]
    [InlineData(8, 50, SignChanges.Unknown)] // 32 roundings of what has flowed so far, 2, is 64
    [InlineData(8, 80, 0)]
    [InlineData(7, 50, SignChanges.Unknown)] // 30 of 2 is 60
    [InlineData(7, 80, 0)]
    public void Counted_from_one_end_a_sum_within_the_rounding_of_what_flowed_so_far_proves_nothing(int count, int roundings, int above)
    {
        NettedFlows flows = NearlyNothing(count, roundings * U);
        Assert.Equal(above, SignChanges.Above(flows, 0));
        double[] turned = [.. flows.Amounts.ToArray().Reverse()];
        Assert.Equal(above, SignChanges.Below(new NettedFlows(flows.Days, turned), 0));
    }

    [Theory]
    [InlineData(504, SignChanges.Unknown)] // 48 roundings of what has flowed up to the ninth flow, 16, is 768
    [InlineData(904, 0)]
    public void What_flowed_before_counts_in_the_rounding_of_a_later_sum(int roundings, int above)
    {
        double[] amounts = [.. Enumerable.Repeat(1.0, 8), (roundings * U) - 8, .. Enumerable.Repeat(1.0, 7)];
        int[] days = [.. Enumerable.Range(0, amounts.Length).Select(i => i * 10)];
        Assert.Equal(above, SignChanges.Above(new NettedFlows(days, amounts), 0));
        Assert.Equal(above, SignChanges.Below(new NettedFlows(days, [.. amounts.Reverse()]), 0));
    }

    [Fact]
    public void Very_small_amounts_are_counted_as_large_ones_are()
    {
        double[] amounts = [-1, 3, -4, 5, -6, 7, -8, 9, -10];
        int[] days = [.. Enumerable.Range(0, amounts.Length).Select(i => i * 10)];
        int above = SignChanges.Above(new NettedFlows(days, amounts), 0);
        Assert.Equal(8, above);
        Assert.Equal(above, SignChanges.Above(new NettedFlows(days, [.. amounts.Select(amount => amount * 1e-240)]), 0));
    }

    [Fact]
    public void A_sum_of_exactly_nothing_has_no_sign_once_it_is_discounted()
    {
        int[] days = [.. Enumerable.Range(0, 9).Select(i => i * 10)];
        NettedFlows flows = new(days, [1, -1, 2, 3, 4, 5, 6, 7, 8]);
        Assert.Equal(SignChanges.Unknown, SignChanges.Above(flows, 0));
        Assert.Equal(0, SignChanges.AtZero(flows).Above); // without discounting it is exact, and zeros are skipped
    }

    [Fact]
    public void The_present_value_and_its_derivatives_are_centred_on_the_middle_of_the_dates()
    {
        CentredDerivatives at = CentredDerivatives.At(new NettedFlows([100, 110], [-100, 120]), 0.01);
        double later = 120 * Math.Exp(-0.1); // both scaled by e^−0.05, and five days from the middle
        Assert.Equal(later - 100, at.Value, 1e-12);
        Assert.Equal(-(500 + (5 * later)), at.Slope, 1e-11);
        Assert.Equal(25 * (later - 100), at.Curvature, 1e-11);
        Assert.Equal(100 + later, at.Absolute, 1e-12);
    }

    [Fact]
    public void A_rate_is_proved_a_little_below_itself_or_else_by_the_stretch_around_it()
    {
        (int near, int around) = (0, 0);
        for (int seed = 0; seed < 1_500; seed++)
        {
            (int[] days, decimal[] exact) = HostileFlows.Make(seed);
            double[] amounts = [.. exact.Select(amount => (double)amount)];
            if (Irr.Of(days, amounts) is not IrrResult.Unique { Root: { IsSharp: true } root }) continue;
            (int[] nettedDays, double[] netted) = FlowNetting.Net([.. days.Zip(amounts, (day, amount) => new CashFlow(DateOnly.FromDayNumber(day), amount))]);
            NettedFlows flows = new(nettedDays, netted);
            if (UniqueRoot.ProveNear(flows, root.DailyLogRate) is not { } side) continue;
            double below = root.DailyLogRate - (1e-3 / flows.SpanDays), wide = root.DailyLogRate - (1.99 * TaylorCell.WidestReach / flows.SpanDays);
            Assert.True(side.Base == below || side.Base == wide, $"seed {seed}");
            Assert.True(side.IsAbove, $"seed {seed}");
            Assert.Equal(PresentValueSign.At(flows, side.Base), side.Sign);
            near += side.Base == below ? 1 : 0;
            around += side.Base == wide ? 1 : 0;
        }

        Assert.True(near > 50 && around > 5, $"{near} near, {around} around");
    }

    [Fact]
    public void A_batched_rate_is_the_annual_one() =>
        Assert.Equal(0.1, new BatchIrr(BatchIrrStatus.Unique, Math.Log(1.1) / 365).Rate, 1e-15);

    [Theory]
    [InlineData(60, 0, 60)]
    [InlineData(30, 0, 30)]
    public void A_total_loss_takes_from_the_first_payment_to_the_day_on_which_nothing_is_left(int day, double left, int days)
    {
        IrrResult result = Irr.Of([700_030, 700_000, 700_000 + day], [-50, -100, left]);
        Assert.Equal((days, IrrNoneReason.TotalLoss), (result.Days, Assert.IsType<IrrResult.None>(result).Reason));
    }

    [Fact]
    public void A_report_says_what_is_to_be_printed()
    {
        IrrReport annual = Report(Flows.Spaced(365, -100, 110));
        Assert.Equal(("unique", "annual", 365, null), (annual.Status, annual.PresentAs, annual.Days, annual.Reason));
        Assert.Equal([null], annual.Intervals);
        Assert.Equal([false], annual.Touching);
        Assert.Equal(0.1, annual.Rate!.Value, 1e-12);
        Assert.Equal(0.1, annual.PeriodReturn!.Value, 1e-12);
        IrrReport period = Report(Flows.Spaced(73, -100, 110));
        Assert.Equal(("period", 73), (period.PresentAs, period.Days));
        Assert.Equal(0.1, period.PeriodReturn!.Value, 1e-12);
        Assert.Equal(Math.Pow(1.1, 5) - 1, period.Rate!.Value, 1e-11);
    }

    [Fact]
    public void A_report_gives_the_interval_of_what_the_amounts_do_not_decide()
    {
        IrrReport touching = Report(Flows.Spaced(365, -100, 220, -121));
        Assert.Equal("multiple", touching.Status);
        Assert.Equal([true], touching.Touching);
        Assert.InRange(0.1, Assert.Single(touching.Intervals)!.Value.Lowest, touching.Intervals[0]!.Value.Highest);
        IrrReport several = Report(Flows.Spaced(365, -100, 230, -132));
        Assert.Equal(("multiple", null, null, "severalRates"), (several.Status, several.Rate, several.PeriodReturn, several.Reason));
        Assert.Equal([0.1, 0.2], several.Roots.Select(root => Math.Round(root, 9, MidpointRounding.AwayFromZero)));
        IrrReport none = Report(Flows.Spaced(30, -1, -2));
        Assert.Equal(("none", null, "noSignChange"), (none.Status, none.Rate, none.Reason));
    }

    [Fact]
    public void A_return_beyond_the_range_of_doubles_is_left_out_beside_its_rate()
    {
        IrrReport report = Report(Flows.Spaced(63 * 365, -1e-10, 1e305));
        Assert.Equal(1e5, report.Rate!.Value + 1, 1e-3);
        Assert.Null(report.PeriodReturn);
    }

    [Fact]
    public void Excel_refuses_receipts_alone_as_it_refuses_payments_alone() =>
        Assert.Equal("xirr.oneSign", ExcelXirr.Of(Flows.Spaced(30, 1, 2)).Error.Code);

    [Fact]
    public void What_is_paid_in_and_out_between_two_navs_counts_with_its_sign()
    {
        FundHistory fund = Histories.Fund("2023-04-11", """
            2023-01-01 Nav 100
            2023-02-20 Distribution 10
            2023-03-22 Contribution 20
            2023-04-11 Nav 121
            """);
        // 121 − 100 + 10 − 20 = 11 on 100 − 10 × 50/100 + 20 × 20/100 = 99
        Assert.Equal(11.0 / 99, PeriodReturns.TimeWeighted(fund).Value.Return, 1e-12);
    }

    private static IrrReport Report(CashFlow[] flows) => IrrReport.Of(Irr.Of(flows));

    /// <summary>One, all but a little of it back, and small amounts behind: the second running sum is that little.</summary>
    private static NettedFlows NearlyNothing(int count, double left)
    {
        double[] amounts = [1, left - 1, .. Enumerable.Repeat(1e-3, count - 2)];
        int[] days = [.. Enumerable.Range(0, count).Select(i => 1_000 + i)];
        return new NettedFlows(days, amounts);
    }

    /// <summary>The counts by definition; null where a sum is too near to nothing to be sure of.</summary>
    private static (int Above, int Below)? Counted(NettedFlows flows, double rate)
    {
        double[] discounted = new double[flows.Count];
        for (int i = 0; i < discounted.Length; i++) discounted[i] = flows.Amounts[i] * Math.Exp(-rate * (flows.Days[i] - flows.Days[0]));
        int? above = Changes(discounted), below = Changes([.. discounted.Reverse()]);
        return above is { } up && below is { } down ? (up, down) : null;

        static int? Changes(double[] values)
        {
            double sum = 0, all = values.Sum(Math.Abs);
            List<int> signs = [];
            foreach (double value in values)
            {
                sum += value;
                if (Math.Abs(sum) < 1e-9 * all) return null;
                signs.Add(Math.Sign(sum));
            }

            return signs.Zip(signs.Skip(1)).Count(pair => pair.First != pair.Second);
        }
    }
}
