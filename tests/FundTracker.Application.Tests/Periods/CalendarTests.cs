using FundTracker.Application.Approvals;
using FundTracker.Application.Funds;
using FundTracker.Application.Periods;
using FundTracker.Application.Records;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Testing.Databases;
using static FundTracker.Application.Tests.World;

namespace FundTracker.Application.Tests.Periods;

/// <summary>Quarters are held, closed and opened again.</summary>
public sealed class CalendarTests
{
    [Fact]
    public async Task A_held_quarter_takes_nothing_new_but_what_is_pending_may_be_approved()
    {
        await using var world = await Funded();
        var pending = await world.Must(Expense("2023-04-02"));
        await world.Must(new HoldQuarter.Command(Mf, "2023Q2"), Actors.Approver1);
        await world.Refuses("ledger.periodOnHold", Expense("2023-04-03"));
        await world.Approve(pending);
    }

    [Fact]
    public async Task A_closed_quarter_takes_no_line_and_no_fact()
    {
        await using var world = await Funded();
        await Close(world, "2023Q2");
        var error = await world.Refuses("ledger.periodClosed", Expense("2023-06-30"));
        Assert.Contains(("firstOpenDay", (object)Day("2023-07-01")), error.Args);
        await world.Refuses("ledger.periodClosed", new StateFact.Command(Mf, "SUB", FactNames.FundClass, "Theme", Day("2023-05-01")));
        await world.Must(Expense("2023-07-01"));
    }

    [Fact]
    public async Task A_quarter_with_pending_vouchers_is_not_closed()
    {
        await using var world = await Funded();
        var pending = await world.Must(Expense("2023-04-02"));
        await world.Must(new HoldQuarter.Command(Mf, "2023Q2"), Actors.Approver1);
        var error = await world.Refuses("period.pendingInQuarter", new CloseQuarter.Command(Mf, "2023Q2"), Actors.Approver1);
        Assert.Contains(("vouchers", (object)1), error.Args);
        await world.Must(new RejectVoucher.Command(Mf, pending, "no invoice"), Actors.Approver1);
        await world.Must(new CloseQuarter.Command(Mf, "2023Q2"), Actors.Approver1);
    }

    [Fact]
    public async Task A_quarter_is_held_before_it_is_closed_and_quarters_close_in_order()
    {
        await using var world = await Funded();
        await world.Refuses("ledger.periodNotInState", new CloseQuarter.Command(Mf, "2023Q2"), Actors.Approver1);
        await world.Must(new HoldQuarter.Command(Mf, "2023Q1"), Actors.Approver1);
        await world.Must(new HoldQuarter.Command(Mf, "2023Q2"), Actors.Approver1);
        await world.Refuses("ledger.earlierPeriodOpen", new CloseQuarter.Command(Mf, "2023Q2"), Actors.Approver1);
        await world.Refuses("input.wrongForm", new HoldQuarter.Command(Mf, "2023-Q3"), Actors.Approver1);
    }

    [Fact]
    public async Task Reopening_is_the_approvers_and_says_why()
    {
        await using var world = await Funded();
        await Close(world, "2023Q2");
        await world.Refuses("pipeline.notAllowed", new ReopenQuarter.Command(Mf, "2023Q2", "late invoice"), Actors.Manager1);
        await world.Refuses("ledger.reasonMissing", new ReopenQuarter.Command(Mf, "2023Q2", " "), Actors.Approver1);
        await world.Must(new ReopenQuarter.Command(Mf, "2023Q2", "late invoice"), Actors.Approver1);
        await world.Post(Expense("2023-06-30"));
        var calendar = await world.Must(new GetCalendar.Query(Mf), Actors.Auditor1);
        Assert.Equal([PeriodState.Hold, PeriodState.Closed, PeriodState.Open], calendar.Events.Select(happened => happened.State));
        Assert.Equal(("approver1", "late invoice"), (calendar.Events[^1].By, calendar.Events[^1].Reason));
    }

    [Fact]
    public async Task The_calendar_runs_from_the_first_line_to_the_running_quarter()
    {
        await using var world = await Funded();
        await Close(world, "2023Q1");
        var calendar = await world.Must(new GetCalendar.Query(Mf));
        Assert.Equal(["2024Q1", "2023Q4", "2023Q3", "2023Q2", "2023Q1"], calendar.Quarters.Select(row => row.Quarter.ToString()));
        Assert.Equal((PeriodState.Closed, 9), (calendar.Quarters[^1].State, calendar.Quarters[^1].Lines));
    }

    private static async Task Close(World world, string quarter)
    {
        await world.Must(new HoldQuarter.Command(Mf, quarter), Actors.Approver1);
        await world.Must(new CloseQuarter.Command(Mf, quarter), Actors.Approver1);
    }

    private static RecordFundCash.Command Expense(string day) => new(Mf, "SUB", LineKind.Expense, Day(day), 1m);
}
