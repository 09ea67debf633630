using CsCheck;
using FundTracker.Analytics.Waterfalls;
using FundTracker.Domain.Funds;

namespace FundTracker.Analytics.Tests.Waterfalls;

public class WaterfallTests
{
    private static readonly WaterfallTerms Usual =
        WaterfallTerms.Of(preferredRate: 0.08m, PreferredCompounding.Annual, catchUpShare: 1m, carryShare: 0.2m);

    [Theory]
    [InlineData("-0.01", "1", "0.2", "preferredRate")]
    [InlineData("1.01", "1", "0.2", "preferredRate")]
    [InlineData("0.08", "0", "-0.01", "carryShare")]
    [InlineData("0.08", "0", "1", "carryShare")]
    [InlineData("0.08", "-0.01", "0.2", "catchUpShare")]
    [InlineData("0.08", "1.01", "0.2", "catchUpShare")]
    [InlineData("0.08", "0.2", "0.2", "catchUpShare")]
    public void Terms_outside_their_range_are_refused_by_name(string preferred, string catchUp, string carry, string refused) =>
        Assert.Equal(refused, Assert.Throws<ArgumentOutOfRangeException>(
            () => WaterfallTerms.Of(Part(preferred), PreferredCompounding.Annual, Part(catchUp), Part(carry))).ParamName);

    [Theory]
    [InlineData("0", "0", "0")]
    [InlineData("1", "1", "0.99")]
    public void Terms_at_the_ends_of_their_range_are_taken(string preferred, string catchUp, string carry)
    {
        WaterfallTerms terms = WaterfallTerms.Of(Part(preferred), PreferredCompounding.Annual, Part(catchUp), Part(carry));
        Assert.Equal((Part(preferred), Part(catchUp), Part(carry)), (terms.PreferredRate, terms.CatchUpShare, terms.CarryShare));
    }

    private static decimal Part(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public void A_whole_fund_waterfall_fills_its_tiers_in_order()
    {
        // 1,000.00 for two years of 365 days at 8 %: 166.40 preferred; full catch-up 41.60; 800 left to split 80 : 20.
        WaterfallStep step = Assert.Single(Waterfall.European(
            Usual, [Paid(0, 100_000)], [Paid(730, 100_000 + 16_640 + 4_160 + 80_000)]).Steps);

        Assert.Equal(new WaterfallStep(Day(730), 100_000, 16_640, 4_160, 0, 16_000, 64_000), step);

        // With a full catch-up the manager has a fifth of all profit.
        Assert.Equal((16_640 + 4_160 + 80_000) / 5, step.ToManager);
    }

    // revitalizerei.com, Waterfall distributions and promote structures: equity of 1,000,000 at 8 % with a full catch-up and a promote of
    // 20 %; of a profit of 450,000 the investors have 360,000 and the sponsor 90,000.
    [Theory]
    [InlineData(365)]
    [InlineData(1095)]
    public void A_full_catch_up_gives_the_published_shares_of_the_profit_whatever_time_it_took(int days)
    {
        WaterfallResult result = Waterfall.European(Usual, [Paid(0, 1_000_000_00)], [Paid(days, 1_450_000_00)]);

        Assert.Equal((90_000_00L, 360_000_00L), (result.ToManager, result.Steps[0].ToInvestors - result.Steps[0].ReturnOfCapital));
    }

    [Fact]
    public void Distributions_that_do_not_reach_a_tier_leave_it_for_the_next_one()
    {
        WaterfallResult result = Waterfall.European(Usual, [Paid(0, 100_000)], [Paid(365, 60_000), Paid(730, 50_000)]);

        // After a year 108,000 are owed; 40,000 capital and 8,000 preferred remain and grow 8 % to 51,840.
        Assert.Equal(new WaterfallStep(Day(365), 60_000, 0, 0, 0, 0, 0), result.Steps[0]);
        Assert.Equal(new WaterfallStep(Day(730), 40_000, 10_000, 0, 0, 0, 0), result.Steps[1]);
        Assert.Equal(0, result.UnreturnedCapital);
        Assert.Equal(1_840, result.UnpaidPreferred);
    }

    [Fact]
    public void A_simple_preferred_return_earns_nothing_on_itself()
    {
        WaterfallTerms simple = WaterfallTerms.Of(0.08m, PreferredCompounding.Simple, 0, 0.2m);

        WaterfallStep step = Waterfall.European(simple, [Paid(0, 100_000)], [Paid(730, 116_000)]).Steps[0];

        Assert.Equal((16_000L, 0L), (step.Preferred, step.ToManager));
    }

    [Fact]
    public void A_partial_catch_up_ends_where_the_manager_has_its_share()
    {
        WaterfallTerms half = WaterfallTerms.Of(0.08m, PreferredCompounding.Annual, catchUpShare: 0.5m, carryShare: 0.2m);

        // 8,000 preferred; X with 0.5 X = 0.2 (8,000 + X) is 5,333.33.
        WaterfallStep step = Waterfall.European(half, [Paid(0, 100_000)], [Paid(365, 100_000 + 8_000 + 5_333)]).Steps[0];

        Assert.Equal((2_667L, 2_666L, 0L), (step.CatchUpToManager, step.CatchUpToInvestors, step.Carry));
    }

    [Fact]
    public void Deal_by_deal_pays_carry_on_the_first_success_and_claws_it_back_after_a_loss()
    {
        WaterfallFlow[] paid = [Paid(0, 100_000, "good"), Paid(0, 100_000, "bad")];
        WaterfallResult result = Waterfall.DealByDeal(Usual, paid, [Paid(365, 200_000, "good")], [Paid(730, 0, "bad")]);

        WaterfallStep step = Assert.Single(result.Steps);
        Assert.Equal(20_000, step.ToManager);
        Assert.Equal(20_000, Waterfall.Clawback(Usual, paid, result.Steps));
        Assert.Equal(15_000, Waterfall.Clawback(Usual, paid, result.Steps, taxRate: 0.25m));
        Assert.Equal(0, Waterfall.European(Usual, paid, [Paid(365, 200_000)]).ToManager);
    }

    [Fact]
    public void The_manager_gives_back_carry_above_its_share_of_the_whole_profit()
    {
        WaterfallFlow[] paid = [Paid(0, 100_000, "good"), Paid(0, 100_000, "bad")];
        WaterfallResult result = Waterfall.DealByDeal(Usual, paid, [Paid(365, 150_000, "good"), Paid(365, 150_000, "good")], []);

        // 10,000 and 30,000 on the good deal; a fifth of the whole profit of 100,000 is 20,000, and investors have more than they are owed.
        Assert.Equal([10_000L, 30_000L], result.Steps.Select(step => step.ToManager));
        Assert.Equal(20_000, Waterfall.Clawback(Usual, paid, result.Steps));
    }

    [Fact]
    public void The_manager_gives_back_what_investors_lack_of_capital_and_preferred_return_where_that_is_more()
    {
        WaterfallFlow[] paid = [Paid(0, 100_000, "good"), Paid(0, 100_000, "bad")];
        WaterfallResult result = Waterfall.DealByDeal(Usual, paid, [Paid(365, 216_000, "good")], []);

        // Investors have 192,800 of 200,000 and 16,000; above the share of the profit of 16,000 would be 20,000 only.
        Assert.Equal(23_200, result.ToManager);
        Assert.Equal(23_200, Waterfall.Clawback(Usual, paid, result.Steps));
    }

    [Fact]
    public void A_deal_written_off_before_a_success_is_made_good_first()
    {
        WaterfallFlow[] paid = [Paid(0, 100_000, "good"), Paid(0, 50_000, "bad")];

        WaterfallStep step = Waterfall.DealByDeal(Usual, paid, [Paid(365, 140_000, "good")], [Paid(100, 0, "bad")]).Steps[0];

        Assert.Equal(new WaterfallStep(Day(365), 140_000, 0, 0, 0, 0, 0), step);
    }

    [Fact]
    public void Every_distribution_is_shared_out_to_the_fen_and_nothing_drifts()
    {
        var amounts = Gen.Int[0, 10_000_000].Array[1, 12];
        Gen.Select(amounts, amounts, Gen.Int[1, 400], Gen.Int[1, 99]).Sample((paid, distributed, gap, percent) =>
        {
            decimal carry = percent / 200m;
            WaterfallTerms terms = WaterfallTerms.Of(0.06m, PreferredCompounding.Annual, (1 + carry) / 2, carry);
            WaterfallFlow[] paidIn = [.. paid.Select((amount, i) => Paid(i * gap, amount))];
            WaterfallFlow[] shared = [.. distributed.Select((amount, i) => Paid((i + 1) * gap, amount))];

            WaterfallResult whole = Waterfall.European(terms, paidIn, shared);
            WaterfallResult deals = Waterfall.DealByDeal(terms, paidIn, shared, []);

            foreach (WaterfallResult result in new[] { whole, deals })
            {
                Assert.Equal(distributed.Select(amount => (long)amount), result.Steps.Select(step => step.Total));
                Assert.All(result.Steps, step => Assert.True(
                    step is { ReturnOfCapital: >= 0, Preferred: >= 0, CatchUpToManager: >= 0, CatchUpToInvestors: >= 0 }
                        and { Carry: >= 0, SplitToInvestors: >= 0 }));
                long profit = result.Steps.Sum(step => step.Total - step.ReturnOfCapital);
                Assert.True(result.ToManager <= (profit * carry) + 2, $"{result.ToManager} of {profit}");
            }

            Assert.Equal(paid.Sum(p => (long)p), whole.UnreturnedCapital + whole.Steps.Sum(step => step.ReturnOfCapital));
        }, iter: DeepRun.Cases(100));
    }

    [Fact]
    public void Terms_that_contradict_each_other_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => WaterfallTerms.Of(0.08m, PreferredCompounding.Annual, 0.2m, 0.2m));
        Assert.Throws<ArgumentOutOfRangeException>(() => WaterfallTerms.Of(-0.01m, PreferredCompounding.Annual, 1m, 0.2m));
        Assert.Throws<ArgumentOutOfRangeException>(() => WaterfallTerms.Of(0.08m, PreferredCompounding.Annual, 1m, 1m));
    }

    private static DateOnly Day(int days) => new DateOnly(2021, 1, 1).AddDays(days);

    private static WaterfallFlow Paid(int days, long amount, string? deal = null) => new(Day(days), amount, deal);
}
