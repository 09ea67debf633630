using System.Globalization;
using FundTracker.Analytics.Policies;
using FundTracker.Domain.Tests.Policies.Whole;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Policies;

/// <summary>What inputs of rules count and what they leave out, one number at a time; all of the end of 2023.</summary>
public sealed class PolicyInputBordersTests
{
    private const string Family = "mother M CNY\nfund F CNY\nfund G CNY\nfund H USD\ncompany A\ncompany B\n";

    [Theory]
    [InlineData("2023-02-01 F->A ExitProceeds 5.00\n2023-02-01 F->B ExitProceeds 3.00", "2")]
    [InlineData("2023-02-01 F->A ExitProceeds 5.00\n2023-02-01 F->B ExitProceeds 3.00\n2023-03-01 reverse #1", "1")]
    [InlineData("2023-02-01 F->A Dividend 5.00", "0")]
    public void An_exit_is_a_holding_that_brought_money_and_kept_it(string lines, string number) => Assert.Equal(number, Read(lines, "exitCount", "F"));

    [Theory]
    [InlineData("2023-02-01 M->F IncomeDistribution 5.00\n2023-03-01 FIN->M IncomeDistribution 3.00", "2")]
    [InlineData("2023-02-01 M->F IncomeDistribution 5.00\n2023-03-01 FIN->M GainDistribution 8.00", "0")] // more than came
    [InlineData("2023-02-01 M->F ReturnOfCapital 5.00", "0")]
    [InlineData("2023-02-01 M->A Dividend 5.00", "5")]
    [InlineData("2023-02-01 M->A ExitProceeds 4.00\n2023-02-01 M->A CostRelieved 6.00\n2023-02-01 M->B ExitProceeds 9.00\n2023-02-01 M->B CostRelieved 6.00", "3")] // a loss takes nothing off a gain
    [InlineData("2023-02-01 M->H IncomeDistribution 5.00", "figure.currenciesMixed")]
    public void Income_kept_is_what_came_beyond_cost_and_was_not_handed_on(string lines, string number) => Assert.Equal(number, Read(lines, "incomeKept", "M"));

    [Theory]
    [InlineData("", "0")]
    [InlineData("2023-12-01 M->F Contribution 5.00", "30")] // placed by nobody up to the day
    [InlineData("2023-02-01 M->F Contribution 5.00\n2023-02-11 F->A Investment 1.00", "10")]
    [InlineData("2023-02-01 M->F Contribution 5.00\n2023-01-11 F->A Investment 1.00", "0")] // before any money
    [InlineData("2023-02-01 M->F Contribution 5.00\n2023-02-05 F->A Investment 1.00\n2023-02-06 reverse #2\n2023-02-21 F->G Contribution 1.00", "20")]
    [InlineData("2023-01-01 M->F ContributionInKind 5.00\n2023-02-01 M->F Contribution 5.00\n2023-02-11 F->A InvestmentInKind 1.00", "10")] // money is cash, placed is any
    public void Days_to_the_first_investment_run_from_the_first_money(string lines, string number) => Assert.Equal(number, Read(lines, "daysToFirstInvestment", "F"));

    [Theory]
    [InlineData("10.00", "12.00", "20")]
    [InlineData("10.00", "8.00", "-20")]
    [InlineData("0.00", "8.00", "figure.noNav")] // nothing to grow from
    public void Growth_is_against_the_value_of_the_day_a_year_before(string before, string now, string number) => Assert.Equal(
        number, Read($"2022-01-01 M->F Commitment 9.00\n2022-12-31 M->F Nav {before}\n2023-01-01 M->F Nav 99.00\n2023-12-31 M->F Nav {now}", "navGrowth", "F"));

    [Theory]
    [InlineData("2023-02-01 F->A Investment 10.00\n2023-02-01 F->A Dividend 3.00\n2023-06-30 F->A Valuation 4.00", "30")]
    [InlineData("2023-02-01 F->A Investment 10.00\n2023-06-30 F->A Valuation 10.00", "0")]
    [InlineData("2023-02-01 F->A Investment 10.00\n2023-02-01 F->B Investment 10.00\n2023-06-30 F->A Valuation 4.00\n2023-06-30 F->B Valuation 15.00", "5")] // they net
    [InlineData("2023-02-01 F->A Investment 10.00\n2023-02-01 F->B Investment 10.00\n2023-06-30 F->A Valuation 4.00\n2023-06-30 F->B Valuation 17.00", "0")]
    [InlineData("2023-02-01 F->A Investment 10.00\n2023-06-30 F->A Valuation 4.00\n2023-06-30 F->B Valuation 7.00", "60")] // what nothing was invested in
    [InlineData("2023-06-30 F->B Valuation 7.00", "policy.nothingInvested")]
    public void A_loss_is_what_all_projects_together_lack(string lines, string number) => Assert.Equal(number, Read(lines, "lossShare", "F"));

    [Theory]
    [InlineData("2023-02-01 F->A Investment 30.00\n2023-02-01 F->B Investment 10.00\n2023-06-30 F->A CostRelieved 25.00", "largestProjectOfPaidIn", "8.3333")] // 10 of 120
    [InlineData("2023-02-01 F->A Investment 30.00\n2023-02-01 F->B Investment 10.00\n2023-06-30 F->A Valuation 20.00\n2023-06-30 F->B Valuation 60.00", "largestCompanyOfAssets", "37.5")] // 60 of 80 + 80
    [InlineData("2023-02-01 F->A Investment 30.00\n2023-02-01 F->G Contribution 20.00", "largestCompanyOfAssets", "25")] // 30 of 70 + 30 + 20 at cost
    [InlineData("2023-02-01 F->A Investment 30.00\n2023-02-01 F->G Contribution 20.00\n2023-06-30 F->G Nav 80.00", "largestCompanyOfAssets", "16.6667")] // 30 of 180
    [InlineData("2023-02-01 F->A Investment 30.00\n2023-02-01 F->H Contribution 20.00", "largestCompanyOfAssets", "figure.currenciesMixed")]
    [InlineData("2023-02-01 F->A Investment 30.00\n2023-02-01 F->G Contribution 20.00\n2023-06-30 G notReported = nav", "largestCompanyOfAssets", "figure.notReported")]
    [InlineData("", "largestCompanyOfAssets", "policy.nothingInvested")]
    [InlineData("2023-02-01 F->A Investment 30.00\n2023-02-01 F->A InvestmentInKind 6.00", "idleShare", "75")] // cash 90 of 120
    [InlineData("2023-02-01 F->A Investment 30.00\n2023-02-01 F->A InvestmentInKind 6.00\n2023-02-01 F->G Contribution 6.00", "investedShareOfCash", "30")]
    public void Shares_of_one_fund_are_of_its_money(string lines, string input, string number) =>
        Assert.Equal(number, Read($"2023-01-05 M->F Contribution 90.00\n2023-01-05 SOC->F Contribution 30.00\n{lines}", input, "F"));

    [Theory]
    [InlineData("2022-12-31 F ManagementFee 7.00\n2023-01-01 F ManagementFee 3.00\n2023-12-31 F ManagementFee 2.00\n2023-06-30 F Expense 9.00", "5")]
    [InlineData("2023-06-30 F ManagementFee 2.00 USD\n2023-06-30 F ManagementFee 1.00", "1")] // another purse
    [InlineData("2022-06-30 F ManagementFee 2.00", "0")]
    public void Fees_are_those_of_the_last_twelve_months(string lines, string number) =>
        Assert.Equal(number, Read($"2022-01-05 M->F Contribution 100.00\n{lines}", "feeToPaidIn", "F"));

    [Theory]
    [InlineData("2023-09-30", "100")]
    [InlineData("2023-09-29", "0")]
    public void A_value_is_fresh_for_92_days(string day, string number) =>
        Assert.Equal(number, Read($"2023-01-05 M->F Contribution 10.00\n{day} M->F Nav 10.00", "freshNavShare", "F"));

    [Theory]
    [InlineData("2023-01-05 M->F Commitment 10.00\n2023-12-30 M->F Nav 1.00", "figure.nothingPaidIn")]
    [InlineData("2023-01-05 M->F Contribution 10.00\n2023-01-05 M->G Contribution 10.00\n2023-12-30 M->F Nav 1.00", "50")]
    [InlineData("2023-01-05 M->F Contribution 10.00\n2023-01-05 M->G Contribution 10.00\n2023-12-30 M->F Nav 1.00\n2023-06-30 G fundStatus = Liquidated", "100")]
    [InlineData("2023-01-05 M->F Contribution 10.00\n2023-01-05 M->G Contribution 10.00\n2023-12-30 M->F Nav 1.00\n2024-01-01 G fundStatus = Liquidated", "50")]
    public void Values_of_funds_that_live_and_are_paid_into_are_asked_for(string lines, string number) => Assert.Equal(number, Read(lines, "freshNavShare", "M"));

    [Theory]
    [InlineData("2022-12-31 F->A Investment 10.00\n2023-12-31 F->B Investment 30.00", "0.25")]
    [InlineData("2022-12-31 F->A Investment 10.00\n2023-12-31 F->B Investment 30.00\n2023-12-31 F->B CostRelieved 30.00", "1")] // held no more
    [InlineData("2021-12-31 F->A Investment 10.00\n2022-12-31 F->A Investment 10.00\n2023-01-01 reverse #1", "1")]
    [InlineData("2022-12-31 F->A Investment 10.00\n2023-12-31 F->A CostRelieved 10.00", "policy.nothingInvested")]
    public void Years_held_are_weighted_by_what_was_invested_and_is_still_held(string lines, string number) => Assert.Equal(number, Read(lines, "holdingYears", "F"));

    [Theory]
    [InlineData("2023-05-31 F->A Investment 10.00\n2023-06-01 F->A Investment 30.00", "25")] // grown on the second day
    [InlineData("2022-12-31 F->A Investment 10.00", "0")] // no stage stated then: the one that holds
    [InlineData("2023-05-31 F->A Investment 10.00\n2023-05-31 F->A Investment 30.00\n2023-07-01 reverse #2", "100")]
    [InlineData("2023-05-31 F->A Investment 10.00\n2023-06-01 F->A Investment 30.00\n2023-07-01 reverse #1", "0")]
    [InlineData("2023-05-31 F->A Investment 10.00\n2023-06-01 F->B Investment 30.00", "25")] // of B nobody says anything
    public void An_investment_is_early_by_the_stage_of_its_own_day(string lines, string number) =>
        Assert.Equal(number, Read($"{lines}\n2023-01-01 A lifeCycleStage = StartUp\n2023-06-01 A lifeCycleStage = Growth", "earlyShare", "F"));

    [Theory]
    [InlineData("2023-01-05 M->F Commitment 100.00\n2023-01-05 M->F Contribution 60.00\n2023-02-01 M->F ReturnOfCapital 20.00 recallable", "40")]
    [InlineData("2023-01-05 M->F Commitment 100.00\n2023-01-05 M->F Contribution 60.00 outside", "0")]
    [InlineData("2023-01-05 M->F Contribution 60.00", "figure.nothingCommitted")]
    public void What_is_drawn_is_the_commitment_that_is_no_longer_unfunded(string lines, string number) => Assert.Equal(number, Read(lines, "paidInRatio", "F"));

    private static string Read(string lines, string input, string fund)
    {
        var reader = new PolicyReader(TestBooks.Of(Family + lines).View("2023-12-31"), [], PolicyBook.Rules());
        var reading = reader.Compute(input, reader.SubjectOf(fund)!);
        return reading.Number is { } number ? number.ToString("0.####", CultureInfo.InvariantCulture) : reading.Figure.NoneReason!.Code;
    }
}
