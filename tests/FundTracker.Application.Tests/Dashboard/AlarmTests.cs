using FundTracker.Application.Dashboard;
using FundTracker.Application.Funds;
using FundTracker.Application.Plans;
using FundTracker.Application.Policies;
using FundTracker.Application.Records;
using FundTracker.Application.Reports;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Policies;
using static FundTracker.Application.Tests.World;

namespace FundTracker.Application.Tests.Dashboard;

/// <summary>Alarms say the day on which they become a breach, and the days left.</summary>
public sealed class AlarmTests
{
    [Theory]
    [InlineData("2023-10-05", null)]
    [InlineData("2023-10-06", 90)]
    [InlineData("2024-01-03", 1)]
    [InlineData("2024-01-04", 0)]
    [InlineData("2024-01-24", -20)]
    public async Task A_planned_fund_is_a_breach_on_the_day_after_its_year(string day, int? daysLeft)
    {
        await using var world = await Empty();
        await world.Must(new OpenSubFund.Command(Mf, "PLAN", "拟设基金", "Planned", "CNY", Start, LegalForm.Partnership, Status: FundStatus.Pipeline));
        var alarm = (await Alarms(world, day)).SingleOrDefault(one => one.Kind == AlarmKind.FundNotSetUp);
        Assert.Equal(daysLeft, alarm?.DaysLeft);
        if (alarm is null) return;
        Assert.Equal(("PLAN", Start, Day("2024-01-04"), daysLeft <= 0), (alarm.Fund.Code, alarm.Date, alarm.BreachOn, alarm.IsBreach));
    }

    [Fact]
    public async Task The_quarterly_report_says_the_alarms_of_the_dashboard_on_the_quarters_last_day()
    {
        await using var world = await Funded();
        await world.Must(new OpenSubFund.Command(Mf, "PLAN", "拟设基金", "Planned", "CNY", Start, LegalForm.Partnership, Status: FundStatus.Pipeline));
        await world.Commit("SOE", "SUB", 25m);
        await world.Issue("SUB", 25m, notice: "2023-11-01", due: "2023-11-30");
        var printed = (await world.Must(new GetQuarterlyReport.Query(Mf, "2023Q4"))).Alarms.Select(row => row.Alarm).ToList();
        Assert.Equal((await Alarms(world, "2023-12-31")).Select(Named), printed.Select(Named));
        Assert.Equal(
            [AlarmKind.CallOverdue, AlarmKind.MoneyIdle, AlarmKind.FundNotSetUp], printed.Select(alarm => alarm.Kind).Where(kind => kind != AlarmKind.NavStale).Distinct().Order());

        static (AlarmKind, string, int, DateOnly?, decimal?, DateOnly?, int?) Named(Alarm alarm) =>
            (alarm.Kind, alarm.Fund.Code, alarm.Number, alarm.Date, alarm.Amount?.Amount, alarm.BreachOn, alarm.DaysLeft);
    }

    [Fact]
    public async Task Money_that_waits_is_an_alarm_ahead_for_the_mother_fund_and_for_a_fund_that_has_invested_nothing()
    {
        await using var world = await Funded();
        Assert.DoesNotContain(await Alarms(world, "2023-11-02"), one => one.Kind == AlarmKind.MoneyIdle);
        var idle = (await Alarms(world, "2024-01-31")).Where(one => one.Kind == AlarmKind.MoneyIdle).ToList();
        // 100 of the mother fund's 500 of 1 February went on to the sub-fund, which received them on 1 March and has placed nothing.
        Assert.Equal(
            [(Mf, Yuan(400m), Day("2024-02-02"), 2), ("SUB", Yuan(100m), Day("2024-03-01"), 30)],
            idle.Select(one => (one.Fund.Code, one.Amount, one.BreachOn!.Value, one.DaysLeft!.Value)));
    }

    [Theory]
    [InlineData("2024-02-15", 40, "2024-03-01", false)]
    [InlineData("2024-03-01", 40, "2024-03-01", true)]
    [InlineData("2024-08-31", 40, "2024-03-01", true)]
    [InlineData("2024-09-01", 90, "2024-03-01", true)]
    public async Task A_sub_fund_that_has_begun_is_followed_first_in_first_out_and_has_one_alarm_with_all_that_is_past_its_year(
        string day, int idle, string breachOn, bool isBreach)
    {
        await using var world = await Funded();
        await world.Commit("SOE", "SUB", 50m);
        await world.Fund("SUB", 50m, "2023-09-01", ("SOE", 50m));
        await world.Approve(await world.Must(new RecordInvestment.Command(Mf, "ACME", "A", Day("2023-05-10"), [new RecordInvestment.Part("SUB", 60m)])));
        // 60 of the 100 of 1 March were invested; 40 of them wait, and the 50 of 1 September behind them.
        var alarm = (await Alarms(world, day)).Single(one => one.Kind == AlarmKind.MoneyIdle && one.Fund.Code == "SUB");
        Assert.Equal((Yuan(idle), Day("2023-03-01"), Day(breachOn), isBreach), (alarm.Amount, alarm.Date, alarm.BreachOn, alarm.IsBreach));
        Assert.False(alarm.IsBeforeFirstUse);
    }

    [Theory]
    [InlineData("2024-02-29", false)]
    [InlineData("2024-03-01", true)]
    public async Task Of_a_fund_that_has_placed_nothing_alarm_and_rule_F_04_say_the_same(string day, bool isBreach)
    {
        await using var world = await Funded();
        var alarm = (await Alarms(world, day)).Single(one => one.Kind == AlarmKind.MoneyIdle && one.Fund.Code == "SUB");
        var rule = Assert.Single((await world.Must(new GetRules.Query(Mf, Day(day), Rule: "F-04"))).Results);
        var finding = rule.Findings.Single(one => one.Subject.Code == "SUB");
        Assert.Equal((true, isBreach), (alarm.IsBeforeFirstUse, alarm.IsBreach));
        Assert.Equal(isBreach ? FindingStatus.Breached : FindingStatus.Met, finding.Checks.Single(check => check.Check.Input == "daysToFirstInvestment").Status);
        // The mother fund has begun: its idle cash is an alarm, and no case of the rule.
        Assert.False((await Alarms(world, day)).Single(one => one.Kind == AlarmKind.MoneyIdle && one.Fund.Code == Mf).IsBeforeFirstUse);
        Assert.Equal(FindingStatus.Met, rule.Findings.Single(one => one.Subject.Code == Mf).Status);
    }

    [Fact]
    public async Task A_phase_of_a_sub_funds_plan_is_due_and_overdue_as_the_mother_funds_is()
    {
        await using var world = await Committed();
        await world.Post(new DrawUpPlan.Command(Mf, "SUB", Rolling: false));
        await world.Post(new AddTranche.Command(Mf, "SUB", Day("2023-06-30"), 60m, 2023, []));
        var ahead = Assert.Single(await Alarms(world, "2023-05-20"));
        Assert.Equal((AlarmKind.PhaseDue, "SUB", 42, Yuan(60m)), (ahead.Kind, ahead.Fund.Code, ahead.DaysLeft, ahead.Amount));
        var late = Assert.Single(await Alarms(world, "2023-07-02"));
        Assert.Equal((AlarmKind.PhaseOverdue, "SUB", -1, true), (late.Kind, late.Fund.Code, late.DaysLeft, late.IsBreach));
        Assert.Empty(await Alarms(world, "2023-03-31"));
    }

    [Fact]
    public async Task A_call_says_when_it_becomes_overdue_and_a_phase_when_it_does()
    {
        await using var world = await Committed();
        await world.Post(new DrawUpPlan.Command(Mf, Mf, Rolling: true));
        await world.Post(new AddTranche.Command(Mf, Mf, Day("2023-06-30"), 200m, 2023, []));
        await world.Issue(Mf, 50m, "2023-05-02", "2023-05-31");
        var ahead = await Alarms(world, "2023-05-20");
        Assert.Equal([(AlarmKind.CallDue, 12), (AlarmKind.PhaseDue, 42)], ahead.Select(one => (one.Kind, one.DaysLeft!.Value)));
        var late = await Alarms(world, "2023-07-02");
        Assert.Equal([(AlarmKind.CallOverdue, -31), (AlarmKind.PhaseOverdue, -1)], late.Select(one => (one.Kind, one.DaysLeft!.Value)));
        Assert.All(late, one => Assert.True(one.IsBreach));
    }

    private static async Task<IReadOnlyList<Alarm>> Alarms(World world, string day) => (await world.Must(new GetDashboard.Query(Mf, Day(day)))).Alarms;
}
