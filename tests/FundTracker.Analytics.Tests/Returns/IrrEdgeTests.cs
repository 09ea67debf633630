using FundTracker.Analytics.CashFlows;
using FundTracker.Analytics.Returns;

namespace FundTracker.Analytics.Tests.Returns;

public class IrrEdgeTests
{
    [Fact]
    public void No_flows_have_no_rate_because_there_is_nothing() => AssertNone(IrrNoneReason.Empty, []);

    [Fact]
    public void Flows_of_zero_are_nothing() => AssertNone(IrrNoneReason.Empty, Flows.Spaced(30, 0, 0));

    [Fact]
    public void Flows_of_one_day_that_cancel_are_nothing() => AssertNone(IrrNoneReason.Empty, Flows.Spaced(0, -100, 100));

    [Fact]
    public void Decimal_dust_of_one_day_is_nothing() =>
        AssertNone(IrrNoneReason.AllOnOneDate, [.. Flows.Spaced(0, 0.1, 0.2, -0.3), new CashFlow(Flows.Start.AddDays(9), -1)]);

    [Fact]
    public void Flows_on_one_date_have_no_rate() => AssertNone(IrrNoneReason.AllOnOneDate, Flows.Spaced(0, -100, 120));

    [Fact]
    public void Payments_alone_have_no_rate_while_what_is_left_is_unknown() =>
        AssertNone(IrrNoneReason.NoSignChange, Flows.Spaced(100, -100, -50));

    [Fact]
    public void Receipts_alone_have_no_rate() => AssertNone(IrrNoneReason.NoSignChange, Flows.Spaced(100, 100, 50, 0));

    [Theory]
    [InlineData(-100, 0, 0)]
    [InlineData(-100, -50, 0)]
    public void Payments_with_nothing_left_are_a_total_loss(double first, double second, double third) =>
        AssertNone(IrrNoneReason.TotalLoss, Flows.Spaced(100, first, second, third));

    [Fact]
    public void A_value_of_nil_on_the_day_of_the_last_payment_is_a_total_loss_too() =>
        AssertNone(IrrNoneReason.TotalLoss, [.. Flows.Spaced(100, -100, -50), new CashFlow(Flows.Start.AddDays(100), 0)]);

    [Fact]
    public void A_value_of_nil_on_the_only_date_says_nothing() =>
        AssertNone(IrrNoneReason.AllOnOneDate, Flows.Spaced(0, -100, 0));

    [Fact]
    public void A_cluster_of_roots_is_placed_at_its_centre_even_where_the_total_is_within_rounding()
    {
        // (1 − 1.02 v)^40 by 30 days: the coefficients add up to 1e-68 of their size.
        double[] amounts = [1];
        for (int i = 0; i < 40; i++)
        {
            amounts = [.. amounts.Append(0).Select((a, k) => a - (k > 0 ? 1.02 * amounts[k - 1] : 0))];
        }

        IrrRoot root = Assert.Single(Assert.IsType<IrrResult.Multiple>(Irr.Of(Flows.Spaced(30, amounts))).Roots);

        Assert.True(root.IsTouching);
        Assert.InRange(Math.Pow(1.02, 365 / 30.0) - 1, root.LowestRate, root.HighestRate);
        Assert.NotEqual(0, root.Rate);
    }

    [Theory]
    [InlineData(-1, 10_000_000)]
    [InlineData(-10_000_000, 1)]
    public void A_root_beyond_the_range_is_said_to_be_out_of_range(double first, double second) =>
        AssertNone(IrrNoneReason.OutOfRange, Flows.Spaced(365, first, second));

    [Theory]
    [InlineData(-1, 1.1e8, -1e15)] // 1e7 and 1e8
    [InlineData(-1e15, 1.1e8, -1)]
    [InlineData(-1, 1e7, -1)] // one beyond either end
    public void Two_roots_beyond_the_range_are_said_to_be_out_of_range(double first, double second, double third) =>
        AssertNone(IrrNoneReason.OutOfRange, Flows.Spaced(365, first, second, third));

    [Fact]
    public void A_root_a_hair_beyond_the_range_is_out_of_it()
    {
        AssertNone(IrrNoneReason.OutOfRange, Flows.Spaced(365, -1, 1e6 * (1 + 1e-8)));
        AssertNone(IrrNoneReason.OutOfRange, Flows.Spaced(365, -1, 1e-6 * (1 - 1e-8)));
    }

    [Fact]
    public void Where_no_rate_makes_the_flows_worth_nothing_there_is_no_root() =>
        AssertNone(IrrNoneReason.NoRoot, Flows.Spaced(365, -100, 150, -60));

    [Theory]
    [InlineData(1e6)]
    [InlineData(1e-6)]
    [InlineData(1001)]
    [InlineData(1e-5)]
    [InlineData(1.0000000001)]
    public void Rates_up_to_the_ends_of_the_range_are_found_to_a_relative_1e_10(double growth)
    {
        IrrResult.Unique result = Assert.IsType<IrrResult.Unique>(Irr.Of(Flows.Spaced(365, -1, growth)));

        Assert.Equal(1, result.Root.GrowthFactor / growth, 1e-13);
        Assert.Equal(1, (1 + result.Root.Rate) / growth, 1e-10);
    }

    [Fact]
    public void A_rate_a_hair_above_zero_keeps_its_digits() =>
        Assert.Equal(1e-12, Irr.Of(Flows.Spaced(365, -1e12, 1e12 + 1)).Roots[0].Rate, 1e-18);

    [Fact]
    public void Under_one_year_the_return_is_that_of_the_period()
    {
        IrrResult.Unique result = Assert.IsType<IrrResult.Unique>(Irr.Of(Flows.Spaced(31, -100, 110)));

        Assert.Equal(RatePresentation.Period, result.PresentAs);
        Assert.Equal(31, result.Days);
        Assert.Equal(0.10, result.Root.PeriodReturn(result.Days), 1e-14);
        Assert.Equal(Math.Pow(1.1, 365.0 / 31) - 1, result.Root.Rate, 1e-12);
    }

    [Theory]
    [InlineData(364, RatePresentation.Period)]
    [InlineData(365, RatePresentation.Annual)]
    public void A_year_begins_with_its_365th_day(int days, RatePresentation expected) =>
        Assert.Equal(expected, Irr.Of(Flows.Spaced(days, -100, 110)).PresentAs);

    [Fact]
    public void An_amount_that_is_not_finite_is_refused() =>
        Assert.Throws<ArgumentException>(() => Irr.Of(Flows.Spaced(30, -100, double.NaN)));

    [Fact]
    public void Flows_over_nine_thousand_years_are_no_problem()
    {
        CashFlow[] flows = [new(DateOnly.MinValue, -1), new(DateOnly.MaxValue, 2)];

        IrrResult.Unique result = Assert.IsType<IrrResult.Unique>(Irr.Of(flows));

        Assert.Equal(Math.Log(2) / DayCount.Years(DateOnly.MinValue, DateOnly.MaxValue), result.Root.Rate, 1e-8);
    }

    [Fact]
    public void A_root_of_multiplicity_eight_is_one_touching_entry()
    {
        // (1 − v)^8, by years: binomial coefficients; the root is 0 %.
        IrrResult.Multiple result = Assert.IsType<IrrResult.Multiple>(
            Irr.Of(Flows.Spaced(365, -1, 8, -28, 56, -70, 56, -28, 8, -1)));

        IrrRoot root = Assert.Single(result.Roots);
        Assert.True(root.IsTouching);
        Assert.Equal(0, root.Rate, 1e-9);
    }

    private static void AssertNone(IrrNoneReason reason, CashFlow[] flows) =>
        Assert.Equal(reason, Assert.IsType<IrrResult.None>(Irr.Of(flows)).Reason);
}
