using FundTracker.Analytics.Waterfalls;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Figures;

/// <summary>Which of the money of a sub-fund belongs to which of its deals. Terms without preferred return and a carry of a fifth.</summary>
public sealed class WaterfallDealsTests
{
    private const string Fund = """
        mother M CNY
        fund F CNY
        company B
        company A
        2021-01-01 F carryTerms = DealByDeal;0;Simple;0;20;0

        """;

    private const string SaleOfA = """

        2022-01-01 F->A ExitProceeds     90.00
        2022-01-01 F->A CostRelieved     40.00
        2022-01-01 M->F GainDistribution 90.00
        """;

    [Theory]
    [InlineData("ManagementFee")]
    [InlineData("Expense")]
    [InlineData("Tax")]
    public void Costs_take_their_turn_among_the_deals_and_come_back_with_the_first(string cost)
    {
        // Of 60 paid in: 40 for A, 10 for the cost, the last 10 for B. 90 for A bring back 50; a fifth of 40 is 8.
        var day = OnlyDay($"""
            2021-01-01 M->F Contribution 60.00
            2021-01-01 F->A Investment   40.00
            2021-01-15 F    {cost}       10.00
            2021-02-01 F->B Investment   50.00
            {SaleOfA}
            """);
        Assert.Equal(50m, day.CapitalOwed.Value!.Amount);
        Assert.Equal([50m, 0m, 0m, 0m, 8m, 32m], day.Tiers.Select(tier => tier.Value!.Amount));
    }

    [Fact]
    public void Interest_is_no_cost()
    {
        var day = OnlyDay($"""
            2021-01-01 M->F Contribution 60.00
            2021-01-01 F->A Investment   40.00
            2021-01-15 F    Interest     10.00
            2021-02-01 F->B Investment   50.00
            {SaleOfA}
            """);
        Assert.Equal([40m, 0m, 0m, 0m, 10m, 40m], day.Tiers.Select(tier => tier.Value!.Amount));
    }

    [Fact]
    public void Money_goes_to_deals_of_one_day_in_the_order_of_their_codes()
    {
        var day = OnlyDay($"""
            2021-01-01 M->F Contribution 60.00
            2021-01-01 F->B Investment   50.00
            2021-01-01 F->A Investment   40.00
            {SaleOfA}
            """);
        Assert.Equal(40m, day.CapitalOwed.Value!.Amount);
    }

    [Fact]
    public void Money_goes_to_earlier_deals_first()
    {
        var day = OnlyDay($"""
            2021-01-01 M->F Contribution 60.00
            2021-01-01 F->B Investment   50.00
            2021-01-02 F->A Investment   40.00
            {SaleOfA}
            """);
        Assert.Equal(10m, day.CapitalOwed.Value!.Amount);
    }

    [Fact]
    public void A_payment_of_a_later_day_fills_up_the_deal_that_was_open()
    {
        // 30 and 30 for A's 40 and B's 50: A has 40 of them, and B 20, which do not come back with A.
        var day = OnlyDay($"""
            2021-01-01 M->F Contribution 30.00
            2021-01-01 F->A Investment   40.00
            2021-02-01 F->B Investment   50.00
            2021-03-01 M->F Contribution 30.00
            {SaleOfA}
            """);
        Assert.Equal(40m, day.CapitalOwed.Value!.Amount);
    }

    [Fact]
    public void What_no_deal_and_no_cost_took_comes_back_first_too()
    {
        var day = OnlyDay($"""
            2021-01-01 M->F Contribution 45.00
            2021-01-01 F->A Investment   40.00
            {SaleOfA}
            """);
        Assert.Equal([45m, 0m, 0m, 0m, 9m, 36m], day.Tiers.Select(tier => tier.Value!.Amount));
    }

    [Fact]
    public void A_distribution_before_anything_came_in_realises_no_deal()
    {
        var days = Of($"""
            2021-01-01 M->F Contribution     45.00
            2021-01-01 F->A Investment       40.00
            2021-12-31 M->F GainDistribution  2.00
            {SaleOfA}
            """).Days;
        Assert.Equal([5m, 43m], days.Select(day => day.CapitalOwed.Value!.Amount));
        Assert.Equal([2m, 43m], days.Select(day => day.Capital.Value!.Amount));
    }

    [Fact]
    public void A_dividend_realises_its_deal()
    {
        var day = OnlyDay("""
            2021-01-01 M->F Contribution     90.00
            2021-01-01 F->A Investment       40.00
            2021-01-01 F->B Investment       50.00
            2021-12-31 F->B Dividend          2.00
            2022-01-01 M->F GainDistribution  2.00
            """);
        Assert.Equal(50m, day.CapitalOwed.Value!.Amount);
    }

    [Fact]
    public void A_distribution_beyond_what_a_deal_brought_in_goes_on_to_the_next()
    {
        var day = OnlyDay("""
            2021-01-01 M->F Contribution     90.00
            2021-01-01 F->A Investment       40.00
            2021-01-01 F->B Investment       50.00
            2021-12-30 F->A Dividend          2.00
            2021-12-31 F->B Dividend          1.00
            2022-01-01 M->F GainDistribution  3.00
            """);
        Assert.Equal(40m, day.CapitalOwed.Value!.Amount);
        Assert.Equal(3m, day.Capital.Value!.Amount);
        Assert.Equal(87m, Of("""
            2021-01-01 M->F Contribution     90.00
            2021-01-01 F->A Investment       40.00
            2021-01-01 F->B Investment       50.00
            2021-12-30 F->A Dividend          2.00
            2021-12-31 F->B Dividend          1.00
            2022-01-01 M->F GainDistribution  3.00
            """).CapitalOwed.Value!.Amount);
    }

    [Theory]
    [InlineData("2021-06-30", "2021-12-31", 90)] // given up with the last of its cost, before A was sold
    [InlineData("2021-06-30", "2022-01-02", 40)]
    public void A_deal_given_up_comes_back_from_the_day_on_which_its_last_cost_was(string first, string last, int owed)
    {
        var waterfall = Of($"""
            2021-01-01 M->F Contribution 90.00
            2021-01-01 F->A Investment   40.00
            2021-01-01 F->B Investment   50.00
            {first} F->B CostRelieved    20.00
            {SaleOfA}
            {last} F->B CostRelieved     30.00
            """);
        Assert.Equal(owed, Assert.Single(waterfall.Days).CapitalOwed.Value!.Amount);
    }

    [Fact]
    public void A_deal_of_which_some_cost_is_left_is_not_given_up()
    {
        var day = OnlyDay($"""
            2021-01-01 M->F Contribution 90.00
            2021-01-01 F->A Investment   40.00
            2021-01-01 F->B Investment   50.00
            2021-06-30 F->B CostRelieved 49.99
            {SaleOfA}
            """);
        Assert.Equal(40m, day.CapitalOwed.Value!.Amount);
    }

    [Fact]
    public void A_deal_that_was_sold_is_not_given_up_but_realised_when_its_proceeds_are_distributed()
    {
        var days = Of($"""
            2021-01-01 M->F Contribution     90.00
            2021-01-01 F->A Investment       40.00
            2021-01-01 F->B Investment       50.00
            2021-06-30 F->A Dividend          1.00
            2021-06-30 F->B ExitProceeds      5.00
            2021-06-30 F->B CostRelieved     50.00
            2021-07-01 M->F GainDistribution  1.00
            2021-07-02 M->F GainDistribution  5.00
            """).Days;
        Assert.Equal([40m, 89m], days.Select(day => day.CapitalOwed.Value!.Amount));
    }

    [Fact]
    public void What_was_taken_back_of_a_payment_counts_as_paid_back_on_its_day()
    {
        var books = TestBooks.Of(Fund + "2021-01-01 M->F Contribution 100.00");
        var paid = books.Lines.Count;
        books.Add($"2021-03-01 M->F Contribution -30.00 reverses:#{paid}\n2021-04-01 M->F GainDistribution 10.00");
        var waterfall = FundWaterfall.Of(books.View("2022-12-31"), books.Snapshot.FindNode("F")!).Value;
        Assert.Equal([("2021-03-01", 30m, 100m), ("2021-04-01", 10m, 70m)], waterfall.Days.Select(day =>
            ($"{day.Day:yyyy-MM-dd}", day.Distributed.Value!.Amount, day.CapitalOwed.Value!.Amount)));
        Assert.Equal(60m, waterfall.CapitalOwed.Value!.Amount);
    }

    [Fact]
    public void What_was_handed_over_with_a_commitment_is_of_no_deal_any_more()
    {
        // Of 100 paid in A has 40; the 30 that G had and the other 30 are of no deal and come back with A.
        var books = TestBooks.Of("fund G CNY\n" + Fund + """
            2021-01-01 F->G Commitment        30.00
            2021-01-01 M->F Contribution     100.00
            2021-01-01 F->G Contribution      30.00
            2021-06-01 F->G PaidInTransferOut 30.00
            2021-07-01 F->A Investment        40.00
            """ + SaleOfA);
        var waterfall = FundWaterfall.Of(books.View("2022-12-31"), books.Snapshot.FindNode("F")!).Value;
        Assert.Equal(100m, Assert.Single(waterfall.Days).CapitalOwed.Value!.Amount);
    }

    [Theory]
    [InlineData("F->B Investment", 30, 35)] // 10, 20 and 25
    [InlineData("F->B Investment", 50, 55)] // 10, nothing, 40, and 5 of no deal
    [InlineData("F    Expense", 10, 5)] // nothing, 50 and 5
    public void What_was_taken_back_on_a_later_day_was_not_spent(string what, int back, int owed)
    {
        // Of 55 paid in the cost has 10, B 45 and A nothing before anything is taken back; A's share, the cost and what is of no deal come back with A.
        var books = TestBooks.Of(Fund + """
            2021-01-01 M->F Contribution 55.00
            2021-01-02 F    Expense      10.00
            2021-01-03 F->B Investment   50.00
            2021-01-04 F->A Investment   40.00
            """);
        int line = books.Lines.Count - (what.Contains('B', StringComparison.Ordinal) ? 1 : 2);
        books.Add($"2021-03-01 {what} -{back}.00 reverses:#{line}\n" + SaleOfA);
        var waterfall = FundWaterfall.Of(books.View("2022-12-31"), books.Snapshot.FindNode("F")!).Value;
        Assert.Equal(owed, Assert.Single(waterfall.Days).CapitalOwed.Value!.Amount);
    }

    [Fact]
    public void A_fund_held_is_a_deal_as_a_company_is()
    {
        var books = TestBooks.Of("fund G CNY\n" + Fund + """
            2021-01-01 F->G Commitment       30.00
            2021-01-01 M->F Contribution     70.00
            2021-01-01 F->A Investment       40.00
            2021-01-01 F->G Contribution     30.00
            2021-12-01 F->G GainDistribution 50.00
            2022-01-01 M->F GainDistribution 50.00
            """);
        var day = Assert.Single(FundWaterfall.Of(books.View("2022-12-31"), books.Snapshot.FindNode("F")!).Value.Days);
        Assert.Equal([30m, 0m, 0m, 0m, 4m, 16m], day.Tiers.Select(tier => tier.Value!.Amount));
    }

    private static WaterfallDay OnlyDay(string lines) => Assert.Single(Of(lines).Days);

    private static FundWaterfall Of(string lines)
    {
        var books = TestBooks.Of(Fund + lines);
        return FundWaterfall.Of(books.View("2022-12-31"), books.Snapshot.FindNode("F")!).Value;
    }
}
