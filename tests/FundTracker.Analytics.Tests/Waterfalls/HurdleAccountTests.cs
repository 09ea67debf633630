using FundTracker.Analytics.Waterfalls;
using FundTracker.Domain.Funds;

namespace FundTracker.Analytics.Tests.Waterfalls;

/// <summary>What investors are owed before the manager shares, day by day.</summary>
public class HurdleAccountTests
{
    private static readonly WaterfallTerms Annual =
        WaterfallTerms.Of(preferredRate: 0.08m, PreferredCompounding.Annual, catchUpShare: 0.5m, carryShare: 0.2m);

    private static readonly WaterfallTerms Simple =
        WaterfallTerms.Of(preferredRate: 0.08m, PreferredCompounding.Simple, catchUpShare: 0, carryShare: 0.2m);

    [Fact]
    public void What_happens_before_what_was_booked_is_refused_by_its_date()
    {
        HurdleAccount account = new(Annual);
        account.PayIn(Day(10), 100);
        Assert.Equal("date", Assert.Throws<ArgumentOutOfRangeException>(() => account.PayIn(Day(9), 100)).ParamName);
        Assert.Equal("date", Assert.Throws<ArgumentOutOfRangeException>(() => account.Distribute(Day(9), 100)).ParamName);
        Assert.Equal(100, account.Capital);
        account.PayIn(Day(10), 50);
        Assert.Equal(150, account.Capital);
    }

    [Fact]
    public void A_distribution_below_zero_is_refused() => Assert.Equal(
        "amount", Assert.Throws<ArgumentOutOfRangeException>(() => new HurdleAccount(Annual).Distribute(Day(0), -1)).ParamName);

    [Fact]
    public void Preferred_return_grows_on_capital_and_on_itself_by_the_day_or_on_capital_alone()
    {
        (HurdleAccount annual, HurdleAccount simple) = (new(Annual), new(Simple));
        annual.PayIn(Day(0), 1_000_000);
        simple.PayIn(Day(0), 1_000_000);
        Assert.Equal(new WaterfallOwed(1_000_000, 80_000), annual.Owed(Day(365)));
        Assert.Equal(new WaterfallOwed(1_000_000, 166_400), annual.Owed(Day(730)));
        Assert.Equal(new WaterfallOwed(1_000_000, 219), simple.Owed(Day(1))); // 80,000 / 365 = 219.18
        Assert.Equal(new WaterfallOwed(1_000_000, 160_000), simple.Owed(Day(730)));
    }

    [Fact]
    public void Preferred_return_that_outlives_its_capital_grows_on()
    {
        HurdleAccount account = new(Annual);
        account.PayIn(Day(0), 1_000_000);
        account.Distribute(Day(365), 1_000_000);
        Assert.Equal(new WaterfallOwed(0, 80_000), account.Owed(Day(365)));
        Assert.Equal(new WaterfallOwed(0, 86_400), account.Owed(Day(730)));
    }

    [Fact]
    public void Capital_taken_over_brings_the_preferred_return_that_it_has_earned()
    {
        HurdleAccount account = new(Annual);
        account.PayIn(Day(365), 500_000);
        account.TakeOver(Day(730), paidOn: Day(0), 1_000_000);
        Assert.Equal(new WaterfallOwed(1_500_000, 40_000 + 166_400), account.Owed(Day(730)));
    }

    [Fact]
    public void Preferred_return_waits_until_all_capital_is_back()
    {
        HurdleAccount account = new(Simple);
        account.PayIn(Day(0), 1_000_000);
        Assert.Equal(new WaterfallStep(Day(365), 999_999, 0, 0, 0, 0, 0), account.Distribute(Day(365), 999_999));
        Assert.Equal(new WaterfallOwed(1, 80_000), account.Owed(Day(365)));
        Assert.Equal(new WaterfallStep(Day(365), 1, 79_999, 0, 0, 0, 0), account.Distribute(Day(365), 80_000));
        Assert.Equal(new WaterfallStep(Day(365), 0, 1, 0, 0, 20, 80), account.Distribute(Day(365), 101));
    }

    [Fact]
    public void A_preferred_return_of_half_a_fen_is_paid_as_one_and_the_rest_stays_owed_below_zero()
    {
        WaterfallTerms tenth = WaterfallTerms.Of(0.1m, PreferredCompounding.Simple, 0, 0);
        HurdleAccount account = new(tenth);
        account.PayIn(Day(0), 25);
        Assert.Equal(new WaterfallStep(Day(73), 25, 1, 0, 0, 0, 9), account.Distribute(Day(73), 35)); // 25 · 10 % / 5 = 0.5
        Assert.Equal(new WaterfallOwed(0, -1), account.Owed(Day(73))); // −0.5
        Assert.Equal(new WaterfallStep(Day(74), 0, 0, 0, 0, 0, 7), account.Distribute(Day(74), 7));
    }

    [Fact]
    public void The_catch_up_ends_where_the_manager_has_its_share_and_goes_on_where_it_stopped()
    {
        HurdleAccount account = new(Annual);
        account.PayIn(Day(0), 1_000_000);
        // 80,000 preferred; X with 0.5 X = 0.2 (80,000 + X) is 53,333.33, half of it to each.
        Assert.Equal(new WaterfallStep(Day(365), 1_000_000, 80_000, 10_000, 10_000, 0, 0), account.Distribute(Day(365), 1_100_000));
        Assert.Equal(new WaterfallStep(Day(365), 0, 0, 16_667, 16_666, 2_000, 8_000), account.Distribute(Day(365), 43_333));
        Assert.Equal(new WaterfallStep(Day(366), 0, 0, 0, 0, 20, 80), account.Distribute(Day(366), 100));
    }

    [Fact]
    public void Carry_is_the_share_of_all_that_was_split_so_that_rounding_does_not_drift()
    {
        HurdleAccount account = new(Simple);
        // A fifth of 1, 2, 3, 4, 5 fen so far: 0.2, 0.4, 0.6, 0.8, 1.
        Assert.Equal([0L, 0, 1, 0, 0], Enumerable.Range(0, 5).Select(day => account.Distribute(Day(day), 1).Carry));
    }

    private static DateOnly Day(int days) => new DateOnly(2021, 1, 1).AddDays(days);
}
