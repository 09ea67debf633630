using FundTracker.Application.Tests.Policies;
using FundTracker.Application.Text;
using FundTracker.Domain.Ledgers;

namespace FundTracker.Application.Tests.Evaluations;

/// <summary>What schemes read, worked out by hand from a few ledger lines: a plain case, and one at an edge.</summary>
public sealed class SchemeFigureTests
{
    private const string Funds = """
        mother M CNY
        fund SUB CNY
        company C
        company D
        company E
        2023-01-01 SUB fundStatus = Active
        2023-01-02 M->SUB Commitment 100.00
        """;

    [Fact]
    public void Cash_paid_in_is_set_against_the_phases_that_were_planned_by_the_day()
    {
        const string Text = Funds + "\n2023-03-01 FIN->M Contribution 100.00\n2023-08-01 FIN->M Contribution 50.00";
        var plan = TextBooks.Plan("M", rolling: false, Provenance.Illustrative, ("2023-03-01", 100m, 2023), ("2023-09-01", 100m, 2023), ("2024-03-01", 50m, 2024));
        Assert.Equal(75m, TextBooks.Read(Text, "planPaidShare", "M", "2023-12-31", plan).Number);
        // A phase counts from its day on: 150 of 100 the day before the second one.
        Assert.Equal(150m, TextBooks.Read(Text, "planPaidShare", "M", "2023-08-31", plan).Number);
        Assert.Equal(75m, TextBooks.Read(Text, "planPaidShare", "M", "2023-09-01", plan).Number);
        Assert.Equal("policy.noPlan", Reason(TextBooks.Read(Text, "planPaidShare", "M", "2023-02-28", plan)));
        Assert.True(TextBooks.Read(Text, "planPaidShare", "M", "2023-12-31", plan).Figure.IsIllustrative);
    }

    [Fact]
    public void Idle_money_is_the_funds_own_cash_of_the_cash_that_was_paid_in()
    {
        const string Text = Funds + """

            2023-01-10 FIN->M Contribution    200.00
            2023-02-01 M->SUB Contribution    150.00
            2023-03-01 M      ManagementFee    10.00
            2023-06-01 M->SUB ReturnOfCapital  30.00
            """;
        Assert.Equal(20m, TextBooks.Read(Text, "idleShare", "M", "2023-05-31").Number);
        Assert.Equal(35m, TextBooks.Read(Text, "idleShare", "M", "2023-06-01").Number);
        Assert.Equal(100m, TextBooks.Read(Text, "idleShare", "SUB", "2023-05-31").Number);
        Assert.Equal("policy.noMoneyYet", Reason(TextBooks.Read(Text, "idleShare", "M", "2023-01-09")));
    }

    [Fact]
    public void Growth_sets_nav_against_the_nav_of_the_same_day_a_year_before()
    {
        const string Text = Funds + """

            2023-01-10 M->SUB Contribution 100.00
            2023-12-31 M->SUB Nav          100.00
            2024-06-01 M->SUB Contribution  20.00
            2024-12-31 M->SUB Nav          106.00
            """;
        Assert.Equal(6m, TextBooks.Read(Text, "navGrowth", "SUB", "2024-12-31").Number);
        // The day before, NAV is what was stated a year ago rolled forward by the 20; a year before that none was stated.
        Assert.Equal("figure.noNav", Reason(TextBooks.Read(Text, "navGrowth", "SUB", "2024-12-30")));
        Assert.Equal(-1400m / 120m, TextBooks.Read(Text, "navGrowth", "SUB", "2025-12-30").Number!.Value, precision: 10);
    }

    [Fact]
    public void The_early_share_counts_companies_up_to_development_and_none_whose_stage_nobody_stated()
    {
        const string Text = Funds + """

            2023-01-01 C lifeCycleStage = Development
            2023-01-01 D lifeCycleStage = Growth
            2023-02-01 SUB->C Investment 30.00
            2023-02-01 SUB->D Investment 50.00
            2023-02-01 SUB->E Investment 20.00
            2023-03-01 E lifeCycleStage = TechTransfer
            """;
        Assert.Equal(30m, TextBooks.Read(Text, "earlyShare", "SUB", "2023-02-28").Number);
        Assert.Equal(50m, TextBooks.Read(Text, "earlyShare", "M", "2023-03-01").Number);
        Assert.Equal("policy.nothingInvested", Reason(TextBooks.Read(Text, "earlyShare", "SUB", "2023-01-31")));
    }

    [Fact]
    public void A_company_that_has_grown_since_stays_an_early_investment_and_only_later_money_is_none()
    {
        const string Text = Funds + """

            2023-01-01 C lifeCycleStage = StartUp
            2023-01-01 D lifeCycleStage = StartUp
            2023-02-01 SUB->C Investment 30.00
            2023-02-01 SUB->D Investment 10.00
            2024-01-01 C lifeCycleStage = Growth
            2024-02-01 SUB->C Investment 60.00
            2024-06-01 reverse #4
            """;
        Assert.Equal(100m, TextBooks.Read(Text, "earlyShare", "SUB", "2024-01-31").Number);
        // 30 + 10 of 100, and once the 60 were taken back, of 40.
        var mixed = TextBooks.Read(Text, "earlyShare", "SUB", "2024-02-01");
        Assert.Equal((40m, 40m), (mixed.Number, mixed.Numerator!.Amount));
        Assert.Equal(100m, TextBooks.Read(Text, "earlyShare", "SUB", "2024-06-01").Number);
    }

    [Fact]
    public void Years_held_are_weighted_by_amount_and_what_was_left_or_taken_back_has_no_weight()
    {
        const string Text = Funds + """

            2023-01-01 SUB->C Investment 100.00
            2024-01-01 SUB->D Investment 300.00
            2023-01-01 SUB->C Investment 900.00
            2024-06-01 reverse #4
            2023-01-01 SUB->E Investment  50.00
            2024-06-01 SUB->E CostRelieved 50.00
            """;
        // On 1 January 2025: 100 for 731 days and 300 for 366; 457.25 days on average.
        Assert.Equal(457.25m / 365m, TextBooks.Read(Text, "holdingYears", "SUB", "2025-01-01").Number);
        Assert.Equal(0m, TextBooks.Read(Funds + "\n2023-01-01 SUB->C Investment 1.00", "holdingYears", "SUB", "2023-01-01").Number);
        Assert.Equal("policy.nothingInvested", Reason(TextBooks.Read(Funds, "holdingYears", "SUB", "2025-01-01")));
    }

    [Fact]
    public void A_nav_is_fresh_for_92_days_and_a_fund_that_is_liquidated_owes_none()
    {
        const string Text = Funds + """

            fund OLD CNY
            fund GONE CNY
            2023-10-01 GONE fundStatus = Liquidated
            2023-01-10 M->SUB  Contribution 10.00
            2023-01-10 M->OLD  Contribution 10.00
            2023-01-10 M->GONE Contribution 10.00
            2023-09-30 M->SUB  Nav 10.00
            2023-09-29 M->OLD  Nav 10.00
            """;
        Assert.Equal(50m, TextBooks.Read(Text, "freshNavShare", "M", "2023-12-31").Number);
        Assert.Equal(100m, TextBooks.Read(Text, "freshNavShare", "SUB", "2023-12-31").Number);
        Assert.Equal(0m, TextBooks.Read(Text, "freshNavShare", "OLD", "2023-12-31").Number);
        Assert.Equal(100m, TextBooks.Read(Text, "freshNavShare", "M", "2023-12-30").Number);
    }

    [Fact]
    public void An_exit_is_a_holding_that_brought_money_of_its_sale_and_dividends_are_none()
    {
        const string Text = Funds + """

            2023-02-01 SUB->C Investment   10.00
            2023-02-01 SUB->D Investment   10.00
            2023-02-01 M->E   Investment   10.00
            2023-06-01 SUB->C ExitProceeds  4.00
            2023-07-01 SUB->C ExitProceeds  9.00
            2023-07-01 SUB->D Dividend      2.00
            2023-08-01 SUB->D ExitProceeds  5.00
            2023-09-01 reverse #8
            2023-10-01 M->E   ExitProceeds 11.00
            """;
        Assert.Equal(1m, TextBooks.Read(Text, "exitCount", "SUB", "2023-07-31").Number);
        Assert.Equal(2m, TextBooks.Read(Text, "exitCount", "SUB", "2023-08-31").Number);
        Assert.Equal((1m, 2m), (TextBooks.Read(Text, "exitCount", "SUB", "2023-10-01").Number, TextBooks.Read(Text, "exitCount", "M", "2023-10-01").Number));
    }

    [Theory]
    [InlineData("R2", "3.00", "90.00", 0, 2, "2.00", "2.00 CNY more distributions (to 0.05x) raises the score by 2")]
    [InlineData("R2", "4.99", "90.00", 0, 2, "0.01", "0.01 CNY more distributions (to 0.05x) raises the score by 2")]
    [InlineData("R2", "5.00", "90.00", 2, 2, "15.00", "15.00 CNY more distributions (to 0.2x) raises the score by 2")]
    [InlineData("R1", "3.00", "90.00", 2, 2, "6.99", "6.99 CNY more distributions or NAV (to 1x) raises the score by 2")]
    [InlineData("R1", "3.00", "96.98", 2, 2, "0.01", "0.01 CNY more distributions or NAV (to 1x) raises the score by 2")]
    [InlineData("R1", "3.00", "96.99", 4, 2, "10.00", "10.00 CNY more distributions or NAV (to 1.1x) raises the score by 2")]
    public void A_multiple_says_how_much_must_come_back_for_the_next_band_and_that_amount_is_enough_to_the_fen(
        string indicator, string back, string nav, decimal points, decimal gained, string amount, string sentence)
    {
        var text = $"""
            {Funds}
            2023-01-10 M->SUB Contribution    99.99
            2023-11-01 M->SUB ReturnOfCapital {back}
            2023-12-31 M->SUB Nav             {nav}
            """;
        var score = TextBooks.Score(text, "district", "SUB", "2023-12-31").Scores.Single(score => score.Indicator.Id == indicator);
        Assert.Equal((points, gained), (score.Points, score.Next!.Points));
        Assert.Equal(amount, score.Next.Amount!.ToPlainText());
        Assert.Equal(sentence, ScoreText.Gap(score, "en"));
    }

    [Fact]
    public void A_multiple_without_an_answer_has_no_way_to_the_next_band()
    {
        var score = TextBooks.Score(Funds, "district", "SUB", "2023-12-31").Scores.Single(score => score.Indicator.Id == "R2");
        Assert.Equal((null, null), (score.Points, score.Next));
    }

    private const string TwoBreaches = Funds + """

        2023-01-10 M->SUB Contribution  100.00
        2025-02-01 SUB->C Investment     50.00
        2025-02-01 SUB    ManagementFee   3.00
        2025-06-01 SUB fundStatus = Liquidated
        """;

    [Fact]
    public void Hard_rules_that_a_fund_breaches_are_counted_once_each()
    {
        // F-10: half of the assets in one company; N-04: a fee of 3 %, from the day on which the rule is in force.
        Assert.Equal(2m, Breaches(TwoBreaches, "SUB", "2025-02-01"));
        Assert.Equal(2m, Breaches(TwoBreaches, "M", "2025-02-01"));
        Assert.Equal(0m, Breaches(TwoBreaches, "SUB", "2025-01-31"));
    }

    [Fact]
    public void A_liquidated_fund_is_judged_on_the_last_day_of_its_life_by_the_rules_of_that_day()
    {
        Assert.Equal(2m, Breaches(TwoBreaches, "SUB", "2025-12-31"));
        // A year on, the fee would be out of the twelve months: what counts is how it stood when it ended.
        Assert.Equal(2m, Breaches(TwoBreaches, "SUB", "2027-12-31"));
        Assert.Equal(0m, Breaches(Funds + "\n2023-01-10 M->SUB Contribution 100.00\n2024-06-01 SUB fundStatus = Liquidated", "SUB", "2025-12-31"));
    }

    [Fact]
    public void A_fund_of_which_no_hard_rule_was_ever_asked_has_no_count_and_no_full_marks()
    {
        const string Text = "mother M CNY\nfund SUB CNY\n2024-01-01 SUB fundStatus = Liquidated\n2024-01-02 M->SUB OpeningContribution 5.00";
        Assert.Equal("policy.nobodyConcerned", Reason(TextBooks.Read(Text, "hardBreaches", "SUB", "2025-12-31", null, "N-04", "F-10")));
    }

    private static decimal? Breaches(string text, string fund, string day) =>
        TextBooks.Read(text, "hardBreaches", fund, day, null, "N-04", "F-10").Number;

    private static string? Reason(Domain.Policies.InputReading reading) => reading.Figure.NoneReason?.Code;
}
