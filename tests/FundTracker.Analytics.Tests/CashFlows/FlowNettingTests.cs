using FundTracker.Analytics.CashFlows;

namespace FundTracker.Analytics.Tests.CashFlows;

/// <summary>One amount per day, days ascending, no zeros; and a fund's events in their order.</summary>
public class FlowNettingTests
{
    [Fact]
    public void Days_are_sorted_and_each_is_added_up()
    {
        (int[] days, double[] amounts) = Netted((3, 5), (1, -2), (3, 1), (2, 4));
        Assert.Equal([1, 2, 3], days);
        Assert.Equal([-2.0, 4, 6], amounts);
    }

    [Fact]
    public void Days_that_net_to_nothing_are_dropped_and_so_is_a_zero()
    {
        (int[] days, double[] amounts) = Netted((1, 0), (2, 5), (2, -5), (3, 7));
        Assert.Equal([3], days);
        Assert.Equal([7.0], amounts);
    }

    [Fact]
    public void What_the_rounding_of_decimals_leaves_is_nothing_and_a_little_more_is_not()
    {
        Assert.Empty(Netted((1, 0.1), (1, 0.2), (1, -0.3)).Days);

        // All that moves is 2: up to 2 · 2⁻⁵¹ it is nothing.
        Assert.Empty(Netted((1, 1 + Math.ScaleB(1, -51)), (1, Math.ScaleB(1, -51) - 1)).Days);
        Assert.Equal([Math.ScaleB(3, -51)], Netted((1, 1 + Math.ScaleB(1, -50)), (1, Math.ScaleB(1, -51) - 1)).Amounts);
        Assert.Equal([1e-300], Netted((1, 1e-300)).Amounts);
    }

    [Fact]
    public void What_a_sum_of_a_day_loses_is_carried_along()
    {
        Assert.Equal([1.0], Netted((1, 1e10), (1, 1e-7), (1, -1e10), (1, -1e-7), (1, 1)).Amounts);
        Assert.Equal([1e-4], Netted((1, 1e10), (1, 1e-4), (1, -1e10)).Amounts);
    }

    [Fact]
    public void Columns_of_two_lengths_and_amounts_that_are_no_numbers_are_refused()
    {
        int[] days = new int[2];
        double[] amounts = new double[2];
        Assert.Equal("amounts", Assert.Throws<ArgumentException>(() => FlowNetting.Net([1], [1.0, 2.0], days, amounts)).ParamName);
        Assert.Equal("amounts", Assert.Throws<ArgumentException>(() => FlowNetting.Net([1, 2], [1.0, double.NaN], days, amounts)).ParamName);
        Assert.Equal("amounts", Assert.Throws<ArgumentException>(() => FlowNetting.Net([1, 2], [double.NegativeInfinity, 1], days, amounts)).ParamName);
        Assert.Contains("day", Assert.Throws<ArgumentException>(() => FlowNetting.Net([1], [1.0, 2.0], days, amounts)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Years_are_days_over_365_and_negative_backwards()
    {
        Assert.Equal(2, DayCount.Years(new(2021, 1, 1), new(2023, 1, 1)));
        Assert.Equal(-1, DayCount.Years(new(2022, 1, 1), new(2021, 1, 1)));
    }

    [Fact]
    public void Events_of_a_day_stand_in_the_order_of_their_kinds_and_those_after_the_as_of_date_are_left_out()
    {
        FundHistory fund = Histories.Fund("2002-12-31", """
            2002-12-31 Nav 7
            2002-12-31 Distribution 2
            2002-12-31 Contribution 1
            2001-12-31 Contribution 5
            2003-01-01 Contribution 9
            """);
        Assert.Equal([5m, 1m, 2m, 7m], fund.Events.ToArray().Select(one => one.Amount));
        Assert.Equal(new RolledNav(7, new(2002, 12, 31), new(2002, 12, 31)), fund.FinalNav);
        Assert.Equal([-5.0, -1, 2, 7], fund.ToCashFlows().Select(flow => flow.Amount));
    }

    [Fact]
    public void A_nav_is_rolled_forward_by_what_moved_after_it()
    {
        FundHistory fund = Histories.Fund("2003-12-31", "2001-12-31 Nav 100\n2002-12-31 Contribution 30\n2003-06-30 Distribution 50");
        Assert.Equal(new RolledNav(80, new(2001, 12, 31), new(2003, 12, 31)), fund.FinalNav);
        Assert.Equal(new RolledNav(130, new(2001, 12, 31), new(2003, 1, 1)), fund.NavAt(new(2003, 1, 1), count: 2));
        Assert.Null(fund.NavAt(new(2003, 1, 1), count: 0));
        Assert.True(fund.FinalNav!.Value.IsStale);
    }

    [Fact]
    public void Flows_of_zero_say_nothing_and_a_value_of_zero_says_that_nothing_is_left()
    {
        Assert.Equal([-5.0, 0], Histories.Fund("2002-12-31", "2001-12-31 Contribution 5\n2002-06-30 Distribution 0\n2002-12-31 Nav 0").ToCashFlows().Select(flow => flow.Amount));
        Assert.Equal([-5.0], Histories.Fund("2002-12-31", "2001-12-31 Contribution 5").ToCashFlows().Select(flow => flow.Amount));
    }

    private static (int[] Days, double[] Amounts) Netted(params (int Day, double Amount)[] flows) =>
        FlowNetting.Net([.. flows.Select(flow => new CashFlow(DateOnly.FromDayNumber(flow.Day), flow.Amount))]);
}
