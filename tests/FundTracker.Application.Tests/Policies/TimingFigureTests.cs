using FundTracker.Domain.Ledgers;
using static FundTracker.Application.Tests.Policies.TextBooks;
using static FundTracker.Domain.Policies.FindingStatus;

namespace FundTracker.Application.Tests.Policies;

/// <summary>What rules about time, the plan and income read, worked out by hand from a few ledger lines.</summary>
public sealed class TimingFigureTests
{
    private const string Funds = """
        mother M CNY
        fund SUB CNY
        company C
        company D
        2023-01-01 SUB fundStatus = Active
        2023-01-02 M->SUB Commitment 100.00
        """;

    private const string Income = Funds + """

        2023-01-10 M->SUB Contribution       100.00
        2023-01-10 M->C   Investment         100.00
        2023-01-10 M->D   Investment          40.00
        2023-06-01 M->SUB ReturnOfCapital     50.00
        2023-06-01 M->SUB GainDistribution    30.00
        2023-06-01 M->SUB IncomeDistribution   5.00
        2023-07-01 M->C   Dividend             4.00
        2023-07-01 M->C   ExitProceeds        70.00
        2023-07-01 M->C   CostRelieved        50.00
        2023-08-01 M->D   ExitProceeds        10.00
        2023-08-01 M->D   CostRelieved        40.00
        2023-09-01 FIN->M GainDistribution    15.00
        2023-09-01 FIN->M ReturnOfCapital    200.00
        2023-10-01 FIN->M IncomeDistribution  44.00
        2023-11-01 FIN->M IncomeDistribution   1.00
        """;

    [Fact]
    public void F_03_counts_income_of_funds_dividends_and_exit_gains_less_what_was_handed_on()
    {
        var plan = Plan("M", rolling: false, Provenance.Recorded, ("2023-03-01", 100m, 2023));
        Assert.Equal((Breached, 35m), Judge(Income, "F-03", "M", "2023-06-30", "incomeKept", plan));
        // 30 + 5 of the fund, 4 of dividends, 70 - 50 of the exit from C; the 30 lost on D take nothing off; 15 were handed on.
        Assert.Equal((Breached, 44m), Judge(Income, "F-03", "M", "2023-09-30", "incomeKept", plan));
        Assert.Equal((Met, 0m), Judge(Income, "F-03", "M", "2023-10-01", "incomeKept", plan));
        Assert.Equal((Met, 0m), Judge(Income, "F-03", "M", "2023-11-01", "incomeKept", plan));
    }

    [Fact]
    public void F_03_is_met_where_rolling_use_is_agreed_and_says_whether_the_plan_is_illustrative()
    {
        var plan = Plan("M", rolling: true, Provenance.Illustrative, ("2023-03-01", 100m, 2023));
        Assert.Equal(Met, Finding(Income, "F-03", "M", "2023-09-30", plan).Status);
        var agreed = Check(Income, "F-03", "M", "2023-09-30", "rollingAgreed", plan).Reading.Figure;
        Assert.Equal((true, 1), (agreed.IsIllustrative, agreed.Trail.Inputs.Count));
        Assert.False(Check(Income, "F-03", "M", "2023-09-30", "rollingAgreed", Plan("M", true, Provenance.Recorded, ("2023-03-01", 1m, 2023))).Reading.Figure.IsIllustrative);
        Assert.Equal("policy.noPlan", Check(Income, "F-03", "M", "2023-09-30", "rollingAgreed").Reason!.Code);
    }

    [Fact]
    public void F_06_counts_phases_up_to_the_end_of_the_year_and_its_trail_names_them()
    {
        var plan = Plan("M", rolling: false, Provenance.Illustrative, ("2023-03-01", 100m, 2023), ("2023-12-31", 100m, null), ("2024-01-01", 100m, 2023));
        var figure = Check(Income, "F-06", "M", "2023-06-30", plan: plan).Reading;
        Assert.Equal((1m, true, 2), (figure.Number, figure.Figure.IsIllustrative, figure.Figure.Trail.Inputs.Count));
        Assert.Equal((Breached, 2m), Judge(Income, "F-06", "M", "2024-01-01", plan: plan));
    }

    [Theory]
    [InlineData("2024-01-10", true, 365)]
    [InlineData("2024-01-11", false, 366)]
    [InlineData("2024-12-31", false, 367)]
    public void F_04_counts_days_from_the_first_money_to_the_first_investment_or_to_the_day_while_there_is_none(string day, bool isMet, int days)
    {
        // The first payment was taken back, and so was the first investment.
        const string Text = Funds + """

            2023-01-03 M->SUB Contribution 10.00
            2023-01-04 reverse #2
            2023-01-10 M->SUB Contribution 10.00
            2023-02-01 SUB->C Investment    5.00
            2023-02-01 reverse #5
            2024-01-12 SUB->C Investment    5.00
            """;
        Assert.Equal((isMet ? Met : Breached, (decimal?)days), Judge(Text, "F-04", "SUB", day, "daysToFirstInvestment"));
    }

    [Fact]
    public void F_04_is_asked_of_the_mother_fund_too_whose_first_investment_is_its_first_share_in_a_fund()
    {
        const string Text = Funds + "\n2023-01-05 FIN->M Contribution 50.00\n2024-01-06 M->SUB Contribution 10.00";
        Assert.Equal((Met, 365m), Judge(Text, "F-04", "M", "2024-01-05", "daysToFirstInvestment"));
        Assert.Equal((Breached, 366m), Judge(Text, "F-04", "M", "2024-12-31", "daysToFirstInvestment"));
        Assert.Equal((Met, 0m), Judge(Text, "F-04", "M", "2024-12-31", "daysPlanned"));
    }

    [Fact]
    public void F_04_counts_days_since_a_fund_was_planned_until_it_is_set_up()
    {
        const string Text = Funds + "\nfund NEW CNY\n2023-01-03 NEW fundStatus = Pipeline\n2024-02-01 NEW fundStatus = Active";
        Assert.Equal((Met, 365m), Judge(Text, "F-04", "NEW", "2024-01-03", "daysPlanned"));
        Assert.Equal((Breached, 366m), Judge(Text, "F-04", "NEW", "2024-01-04", "daysPlanned"));
        Assert.Equal((Met, 0m), Judge(Text, "F-04", "NEW", "2024-02-01", "daysPlanned"));
    }
}
