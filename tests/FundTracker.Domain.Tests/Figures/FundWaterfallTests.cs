using FundTracker.Analytics.Waterfalls;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Figures;

/// <summary>A sub-fund's distributions taken through the tiers of its terms.</summary>
public sealed class FundWaterfallTests
{
    /// <summary>1,000.00 for two years of 365 days at 8 %: 166.40 preferred, a full catch-up of 41.60, and 800.00 left to split.</summary>
    internal const string European = """
        mother M CNY
        fund F CNY
        investor LP
        2021-01-01 F     carryTerms = European;8;Annual;100;20;0
        2021-01-01 M->F  Contribution      600.00
        2021-01-01 LP->F Contribution      400.00
        2023-01-01 M->F  ReturnOfCapital 1,204.80
        2023-01-01 LP->F ReturnOfCapital   803.20
        """;

    /// <summary>90 for a deal of 40, paid out; the fee of 10 comes back with it; the other deal, of 50, is given up later.</summary>
    internal const string Deals = """
        mother M CNY
        fund F CNY
        company A
        company B
        2021-01-01 F    carryTerms = DealByDeal;0;Simple;0;20;0
        2021-01-01 M->F Contribution     100.00
        2021-01-01 F->A Investment        40.00
        2021-01-01 F->B Investment        50.00
        2021-02-01 F    ManagementFee     10.00
        2022-01-01 F->A ExitProceeds      90.00
        2022-01-01 F->A CostRelieved      40.00
        2022-01-01 M->F GainDistribution  90.00
        2022-06-30 F->B CostRelieved      50.00
        """;

    [Fact]
    public void The_tiers_of_a_day_add_up_to_what_was_distributed_to_the_fen()
    {
        var waterfall = Of(European, "2023-01-01");

        var day = Assert.Single(waterfall.Days);
        Assert.Equal([1_000m, 166.40m, 41.60m, 0m, 160m, 640m], day.Tiers.Select(tier => tier.Value!.Amount));
        Assert.Equal(2_008m, day.Distributed.Value!.Amount);
        Assert.Equal((1_000m, 166.40m), (day.CapitalOwed.Value!.Amount, day.PreferredOwed.Value!.Amount));
        Assert.Equal((1_806.40m, 201.60m), (waterfall.ToInvestors.Value!.Amount, waterfall.ToManager.Value!.Amount));
        Assert.Equal((0m, 0m, 0m), (waterfall.CapitalOwed.Value!.Amount, waterfall.PreferredOwed.Value!.Amount, waterfall.Clawback.Value!.Amount));
    }

    [Fact]
    public void The_preferred_return_runs_on_to_the_day_of_the_view()
    {
        var waterfall = Of(European, "2022-01-01");

        Assert.Empty(waterfall.Days);
        Assert.Equal((1_000m, 80m), (waterfall.CapitalOwed.Value!.Amount, waterfall.PreferredOwed.Value!.Amount));
    }

    [Fact]
    public void Deal_by_deal_only_the_realised_deal_and_costs_come_back_first()
    {
        var day = Assert.Single(Of(Deals, "2022-01-01").Days);

        Assert.Equal([50m, 0m, 0m, 0m, 8m, 32m], day.Tiers.Select(tier => tier.Value!.Amount));
    }

    [Fact]
    public void Carry_paid_on_a_deal_is_given_back_where_the_whole_fund_lost()
    {
        Assert.Equal(8m, Of(Deals, "2022-12-31").Clawback.Value!.Amount);
        Assert.Equal(6m, Of(Deals.Replace("0;20;0", "0;20;25", StringComparison.Ordinal), "2022-12-31").Clawback.Value!.Amount);
        Assert.Equal("waterfall.noClawback", Of(Deals.Replace("0;20;0", "0;20;", StringComparison.Ordinal), "2022-12-31").Clawback.NoneReason?.Code);
    }

    [Fact]
    public void A_nav_that_makes_good_what_was_lost_leaves_nothing_to_give_back()
    {
        var waterfall = Of(Deals + "\n2022-12-31 M->F Nav 60.00", "2022-12-31");

        // 150 for 100: the manager has 20 % of 50 in all, 8 of it already.
        Assert.Equal((2m, 0m), (waterfall.CarryAtNav.Value!.Amount, waterfall.ClawbackAtNav.Value!.Amount));
        Assert.Equal(8m, waterfall.Clawback.Value!.Amount);
    }

    [Fact]
    public void A_nav_is_shared_as_if_every_deal_were_sold()
    {
        var held = Deals.Replace("2022-06-30 F->B CostRelieved      50.00", "", StringComparison.Ordinal);
        var waterfall = Of(held + "\n2022-12-31 M->F Nav 50.00", "2022-12-31");

        // 140 for 100: a fifth of 40 is the 8 that the manager has already; the 50 of the other deal come back first.
        Assert.Equal((0m, 0m), (waterfall.CarryAtNav.Value!.Amount, waterfall.ClawbackAtNav.Value!.Amount));
    }

    [Fact]
    public void The_terms_of_the_day_hold_and_without_them_there_is_no_answer()
    {
        var books = TestBooks.Of(European);
        books.Add("2022-12-01 F carryTerms = European;0;Simple;0;10;");

        var later = FundWaterfall.Of(books.View("2023-01-01"), books.Snapshot.FindNode("F")!).Value;
        Assert.Equal([1_000m, 0m, 0m, 0m, 100.80m, 907.20m], later.Days.Single().Tiers.Select(tier => tier.Value!.Amount));
        Assert.Equal("waterfall.noTerms", FundWaterfall.Of(books.View("2020-12-31"), books.Snapshot.FindNode("F")!).Error.Code);
    }

    [Theory]
    [InlineData("European;8;Annual;100;20;", true)]
    [InlineData("DealByDeal;8.5;Simple;0;0;25", true)]
    [InlineData("American;8;Annual;100;20;", false)]
    [InlineData("European;8;Annual;20;20;", false)]
    [InlineData("European;8;Annual;101;20;", false)]
    [InlineData("European;8;Annual;0;100;", false)]
    [InlineData("European;-8;Annual;0;20;", false)]
    [InlineData("European;8;Annual;0;20;101", false)]
    [InlineData("European;8;Annual;0;20", false)]
    public void Terms_are_read_whole_or_not_at_all(string text, bool isRead)
    {
        Assert.Equal(isRead, CarryTerms.Parse(text) is not null);
        if (isRead) Assert.Equal(text, CarryTerms.Parse(text)!.ToString());
    }

    private static FundWaterfall Of(string ledger, string day)
    {
        var books = TestBooks.Of(ledger);
        return FundWaterfall.Of(books.View(day), books.Snapshot.FindNode("F")!).Value;
    }
}
