using FundTracker.Analytics.CashFlows;
using FundTracker.Analytics.Returns;

namespace FundTracker.Analytics.Tests.Returns;

/// <summary>The sums at a rate and the step that they give.</summary>
public class DiscountedSumsTests
{
    [Fact]
    public void Below_rate_zero_flows_are_taken_back_to_the_last_day()
    {
        DiscountedSums sums = DiscountedSums.AtScalar(new NettedFlows([100, 110], [-100, 120]), -0.01);
        double first = 100 * Math.Exp(-0.1); // ten days before the last
        Assert.Equal((120 - first, 10 * first, -100 * first), (sums.Value, sums.ValueDays, sums.ValueDaysSquared));
        Assert.Equal((120 + first, -10 * first, 100 * first), (sums.Absolute, sums.AbsoluteDays, sums.AbsoluteDaysSquared));
    }

    [Fact]
    public void From_rate_zero_on_flows_are_taken_back_to_the_first_day()
    {
        DiscountedSums sums = DiscountedSums.AtScalar(new NettedFlows([100, 110], [-100, 120]), 0);
        Assert.Equal(new DiscountedSums(20, 1200, 12_000, 220, 1200, 12_000), sums);
    }

    [Fact]
    public void Rounding_is_twice_one_per_flow_and_eight_and_the_exponent_over_the_span() =>
        Assert.Equal(26 * DiscountedSums.Roundoff, DiscountedSums.ErrorFraction(new NettedFlows([0, 50, 100], [1, 1, 1]), -0.02), 1e-30);

    [Theory]
    [InlineData(1e9, 1e9 + 1, 9.999999995000000003e-10)]
    [InlineData(1000, 1001, 9.995003330835331668e-4)]
    [InlineData(1000, 1019, 0.01882175424058776144)]
    [InlineData(1000, 1020, 0.01980262729617971303)] // 0.0099 of what flows
    [InlineData(1000, 1021, 0.02078253918252850362)] // 0.0104 of it
    [InlineData(1000, 1500, 0.40546510810816438198)]
    [InlineData(1000, 500, -0.69314718055994530942)]
    public void From_rate_zero_one_step_leads_to_the_root_of_two_flows(double paid, double received, double log)
    {
        DiscountedSums sums = DiscountedSums.AtScalar(new NettedFlows([0, 1], [-paid, received]), 0);
        Assert.Equal(log, sums.Step(), 5e-15 * Math.Abs(log));
    }
}
