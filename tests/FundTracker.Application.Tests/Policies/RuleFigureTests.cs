using FundTracker.Domain.Ledgers;
using static FundTracker.Application.Tests.Policies.TextBooks;
using static FundTracker.Domain.Policies.FindingStatus;

namespace FundTracker.Application.Tests.Policies;

/// <summary>What rules about a fund's structure and money read, worked out by hand from a few ledger lines: a plain case, and one at an edge.</summary>
public sealed class RuleFigureTests
{
    private const string Funds = """
        mother M CNY
        fund SUB CNY
        fund DEEP CNY
        company C
        company D
        2023-01-01 SUB fundStatus = Active
        2023-01-02 M->SUB Commitment 100.00
        """;

    [Fact]
    public void N_03_counts_the_deepest_chain_of_commitments_and_one_that_was_reduced_to_nothing_is_none()
    {
        const string Text = Funds + """

            2023-02-01 SUB->C Investment 5.00
            2023-03-01 SUB->DEEP Commitment 10.00
            2023-06-01 SUB->DEEP CommitmentReduction 10.00
            2023-09-01 SUB->DEEP OpeningContribution 3.00
            """;
        Assert.Equal((Met, 2m), Judge(Text, "N-03", "M", "2023-02-28"));
        Assert.Equal((Breached, 3m), Judge(Text, "N-03", "M", "2023-03-01"));
        Assert.Equal((Met, 2m), Judge(Text, "N-03", "M", "2023-06-01"));
        // A share that was paid in before its commitment was ever stated is a layer too.
        Assert.Equal((Breached, 3m), Judge(Text, "N-03", "M", "2023-09-01"));
    }

    [Fact]
    public void N_04_sets_the_fees_of_twelve_months_against_paid_in_and_a_fee_a_year_ago_to_the_day_is_out()
    {
        const string Text = Funds + """

            2023-01-10 M->SUB   Contribution 900.00
            2023-01-10 SOC->SUB Contribution 100.00
            2023-12-31 SUB ManagementFee 30.00
            2024-06-30 SUB ManagementFee 12.00
            2024-12-31 SUB ManagementFee  8.00
            2025-02-01 reverse #6
            """;
        // (12 + 8) / 1,000; the day before, the 30 of 31 December are in and the 8 are not: (30 + 12) / 1,000.
        Assert.Equal((Met, 2m), Judge(Text, "N-04", "SUB", "2024-12-31"));
        Assert.Equal((Breached, 4.2m), Judge(Text, "N-04", "SUB", "2024-12-30"));
        // What was taken back in February 2025 is off: 12 / 1,000.
        Assert.Equal((Met, 1.2m), Judge(Text, "N-04", "SUB", "2025-02-01"));
        Assert.Equal((NoData, null), Judge(Text, "N-04", "SUB", "2023-01-09"));
    }

    [Theory]
    [InlineData("2026-01-31", true, -150)]
    [InlineData("2026-06-30", true, 0)]
    [InlineData("2026-07-01", false, 1)]
    public void N_10_counts_from_the_last_day_of_the_sixth_month_after_the_first_year_that_is_missing(string day, bool isMet, int late)
    {
        const string Text = Funds + "\n2025-05-28 M registeredYear = 2024";
        Assert.Equal((isMet ? Met : Breached, (decimal?)late), Judge(Text, "N-10", "M", day));
        Assert.Equal((NoData, null), Judge(Funds, "N-10", "M", day));
    }

    private const string Shareholders = Funds + """

        2023-01-02 FIN investorKind = Fiscal
        2023-01-02 SOC investorKind = SocialCapital
        2023-01-10 FIN->M   Contribution 125.00
        2023-01-10 SOC->M   Contribution 875.00
        2023-01-20 M->SUB   Contribution  40.00
        2023-01-20 SOC->SUB Contribution  60.00
        """;

    [Fact]
    public void N_12_is_the_share_of_public_budgets_in_paid_in_seen_through_the_mother_fund()
    {
        Assert.Equal((Met, 12.5m), Judge(Shareholders, "N-12", "M", "2023-12-31"));
        // 40 of 100 come from the mother fund, of which 12.5 % are fiscal: 5 of 100.
        Assert.Equal((Breached, 5m), Judge(Shareholders, "N-12", "SUB", "2023-12-31"));
        Assert.Equal((NoData, null), Judge(Shareholders + "\n2023-02-01 NEW->SUB Contribution 1.00", "N-12", "SUB", "2023-12-31"));
    }

    [Fact]
    public void N_12_asks_five_percent_of_a_fund_that_was_approved_centrally_and_ten_of_every_other()
    {
        const string Central = Shareholders + "\n2023-06-01 SUB approvalLevel = Central";
        Assert.Equal((Met, 5m), Judge(Central, "N-12", "SUB", "2023-06-01"));
        Assert.Equal((Breached, 5m), Judge(Central, "N-12", "SUB", "2023-05-31"));
        Assert.Equal((Breached, 5m), Judge(Shareholders + "\n2023-06-01 SUB approvalLevel = Province", "N-12", "SUB", "2023-06-01"));
        Assert.Equal(5m, Check(Central, "N-12", "SUB", "2023-06-01").Limit);
    }

    [Fact]
    public void F_08_sets_cash_placed_in_funds_and_companies_against_cash_paid_in_and_assets_in_kind_are_no_cash()
    {
        const string Text = Funds + """

            2023-01-10 FIN->M Contribution       1,000.00
            2023-02-01 M->SUB Contribution         400.00
            2023-02-01 M->SUB ContributionInKind   500.00
            2023-03-01 M->C   Investment           199.90
            2023-04-01 M->C   Investment             0.10
            """;
        Assert.Equal((Breached, 59.99m), Judge(Text, "F-08", "M", "2023-03-31"));
        Assert.Equal((Met, 60m), Judge(Text, "F-08", "M", "2023-04-01"));
        Assert.Equal((NoData, null), Judge(Text, "F-08", "M", "2023-01-09"));
    }

    [Fact]
    public void Amounts_of_two_currencies_are_not_added_and_the_reason_is_said()
    {
        const string Text = """
            mother M CNY
            fund USDF USD
            2023-01-10 FIN->M  Contribution 1,000.00
            2023-02-01 M->USDF Contribution   600.00
            """;
        var check = Check(Text, "F-08", "M", "2023-12-31");
        Assert.Equal((NoData, "figure.currenciesMixed"), (check.Status, check.Reason!.Code));
    }

    [Fact]
    public void L_01_sets_others_commitments_to_the_funds_of_a_class_against_ours_and_planned_funds_are_out()
    {
        const string Text = Funds + """

            fund PLAN CNY
            2023-01-01 SUB  fundClass  = Theme
            2023-01-01 PLAN fundClass  = Theme
            2023-01-01 PLAN fundStatus = Pipeline
            2023-01-01 DEEP fundClass  = Angel
            2023-01-01 DEEP fundStatus = Active
            2023-01-02 M->PLAN   Commitment 500.00
            2023-01-02 M->DEEP   Commitment  10.00
            2023-01-02 SOC->DEEP Commitment  29.00
            2023-01-02 SOC->SUB  Commitment 449.00
            2023-06-01 SOC->SUB  CommitmentIncrease 1.00
            """;
        Assert.Equal((Breached, 4.49m), Judge(Text, "L-01", "M/class:Theme", "2023-05-31"));
        Assert.Equal((Met, 4.5m), Judge(Text, "L-01", "M/class:Theme", "2023-06-01"));
        Assert.Equal((Breached, 2.9m), Judge(Text, "L-01", "M/class:Angel", "2023-06-01"));
    }

    private const string Tempo = Funds + """

        2023-01-02 SOC->SUB Commitment   900.00
        2023-01-10 SOC->SUB Contribution 900.00
        2023-01-01 C location = district
        2023-01-01 D location = outside
        2023-05-01 SUB->C Investment 525.00
        2025-01-10 SUB->D Investment 175.00
        2025-01-11 SUB->D Investment   0.10
        """;

    [Fact]
    public void L_05_counts_what_was_invested_by_the_same_day_two_years_after_the_first_money_and_only_then()
    {
        // 700 of 1,000 by 10 January 2025; 70 % is not more than 70 %, and what came a day later does not count.
        Assert.Equal((Breached, 70m), Judge(Tempo, "L-05", "SUB", "2025-12-31", "investedWithin"));
        Assert.Equal((Met, 70.01m), Judge(Tempo + "\n2025-01-10 SUB->D Investment 0.10", "L-05", "SUB", "2025-12-31", "investedWithin"));
        Assert.Equal("policy.periodNotOver", Check(Tempo, "L-05", "SUB", "2025-01-09", "investedWithin").Reason!.Code);
    }

    [Fact]
    public void L_05_reads_the_local_share_of_all_that_was_invested_and_exactly_three_quarters_is_not_more()
    {
        // 525 of 700 sit in the district.
        Assert.Equal((Breached, 75m), Judge(Tempo, "L-05", "SUB", "2025-01-10", "localShare"));
        Assert.Equal((Met, 80m), Judge(Tempo + "\n2025-01-10 SUB->C Investment 175.00", "L-05", "SUB", "2025-01-10", "localShare"));
    }

    private const string Quanzhou = Funds + """

        2023-01-02 SOC->SUB Commitment 400.00
        2023-02-01 M->SUB   Contribution 60.00
        2023-02-01 SOC->SUB Contribution 40.00
        2023-03-01 SOC->SUB Contribution 300.00
        2023-01-01 SUB sector = chips
        2023-01-01 C   sector = chips
        2023-01-01 D   sector = solar
        2023-05-01 SUB->C Investment 60.00
        2023-05-01 SUB->D Investment 40.00
        """;

    [Fact]
    public void L_10_reads_the_first_days_money_the_mother_funds_share_and_the_share_in_the_main_field()
    {
        // 100 of 500 on the first day, 100 of 500 committed by the mother fund, 60 of 100 in the field: all three on the limit.
        Assert.Equal((Met, 20m), Judge(Quanzhou, "L-10", "SUB", "2023-12-31", "firstPaymentShare"));
        Assert.Equal((Met, 20m), Judge(Quanzhou, "L-10", "SUB", "2023-12-31", "motherShare"));
        Assert.Equal((Met, 60m), Judge(Quanzhou, "L-10", "SUB", "2023-12-31", "mainFieldShare"));
    }

    [Fact]
    public void L_10_does_not_take_a_payment_that_was_taken_back_for_the_first()
    {
        // 5 recorded for 5 January and taken back the same day: the first money is still the 100 of 1 February.
        const string Text = Funds + "\n2023-01-05 M->SUB Contribution 5.00\n2023-01-05 reverse #2";
        Assert.Equal((Met, 20m), Judge(Text + Quanzhou[Funds.Length..], "L-10", "SUB", "2023-12-31", "firstPaymentShare"));
        // One more committed, and the same three figures are off: 100 of 501, 101 of 501.
        const string More = Quanzhou + "\n2023-06-01 M->SUB CommitmentIncrease 1.00\n2023-06-02 SUB->D Investment 0.10";
        Assert.Equal(Breached, Judge(More, "L-10", "SUB", "2023-06-01", "firstPaymentShare").Status);
        Assert.Equal(Breached, Judge(More, "L-10", "SUB", "2023-06-01", "motherShare").Status);
        Assert.Equal(Breached, Judge(More, "L-10", "SUB", "2023-06-02", "mainFieldShare").Status);
    }

    [Fact]
    public void F_10_counts_a_funds_shares_in_other_funds_among_its_assets()
    {
        const string Text = Funds + """

            2023-01-10 M->SUB    Contribution 100.00
            2023-02-01 SUB->C    Investment    20.00
            2023-02-01 SUB->DEEP Contribution  75.00
            2023-12-31 SUB->DEEP Nav           70.00
            """;
        // Cash 5, company 20, and the share in the fund at its cost of 75; once its NAV is stated, at 70: 20 / 95.
        Assert.Equal((Met, 20m), Judge(Text, "F-10", "SUB", "2023-12-30", "largestCompanyOfAssets"));
        var late = Check(Text, "F-10", "SUB", "2023-12-31", "largestCompanyOfAssets");
        Assert.Equal((Breached, 95m), (late.Status, late.Reading.Denominator!.Amount));
    }
}
