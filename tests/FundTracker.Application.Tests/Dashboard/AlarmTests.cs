using FundTracker.Application.Dashboard;
using FundTracker.Application.Funds;
using FundTracker.Application.Plans;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
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
