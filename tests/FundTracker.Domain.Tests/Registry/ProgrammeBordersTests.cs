using FundTracker.Domain.Programmes;
using FundTracker.Domain.Registry;
using FundTracker.Domain.Values;
using static FundTracker.Domain.Tests.Registry.RegistryBook;

namespace FundTracker.Domain.Tests.Registry;

/// <summary>What programmes, tasks and stated figures take exactly at their borders, and what just beyond them they refuse.</summary>
public sealed class ProgrammeBordersTests
{
    private readonly RegistryBook book = new();

    public ProgrammeBordersTests() => book.Must("2023-01-03", new ProgrammeAdopted("PLAN", Name("方案"), null, "管委会", Day("2023-12-31")));

    private Programme Plan => book.State.Programmes["PLAN"];

    [Fact]
    public void A_programme_without_tasks_has_no_share_done_by_count_or_by_weight()
    {
        var none = Plan.CompletionOn(Day("2023-06-30"), days: 30);
        Assert.Equal((0, 0, 0m, 0m, 0, 0), (none.Tasks, none.Done, none.Weight, none.WeightDone, none.Overdue, none.AtRisk));
        Assert.Equal((null, null), (none.ByCount, none.ByWeight));
        book.Must("2023-02-01", Task("T1"));
        var one = Plan.CompletionOn(Day("2023-06-30"), days: 30);
        Assert.Equal(("0.00 %", "0.00 %"), (one.ByCount!.ToString(), one.ByWeight!.ToString()));
    }

    [Fact]
    public void Tasks_come_by_the_day_on_which_they_are_due_and_then_by_code()
    {
        foreach (var (code, due) in new[] { ("T2", "2023-12-01"), ("T4", "2023-06-01"), ("T1", "2023-12-01"), ("T3", "2023-09-01") })
            book.Must("2023-02-01", Task(code) with { Due = Day(due) });
        Assert.Equal(["T4", "T3", "T1", "T2"], Plan.Tasks.Select(task => task.Code));
    }

    [Fact]
    public void Overdue_tasks_and_those_at_risk_are_counted_apart()
    {
        string[] days = ["2023-05-01", "2023-05-01", "2023-06-30", "2023-07-30", "2023-07-31", "2023-06-01"];
        foreach (var (i, due) in days.Index()) book.Must("2023-02-01", Task($"T{i + 1}") with { Due = Day(due) });
        book.Must("2023-05-01", Move("T6", TaskStage.Done) with { Evidence = "验收单" });
        var june = Plan.CompletionOn(Day("2023-06-30"), days: 30);
        Assert.Equal((6, 1, 60m, 10m, 2, 2), (june.Tasks, june.Done, june.Weight, june.WeightDone, june.Overdue, june.AtRisk));
    }

    [Fact]
    public void A_task_is_due_from_its_first_day_to_the_programmes_last_and_all_weigh_a_hundred_at_most()
    {
        book.Must("2023-02-01", Task("T1", weight: 69.99m) with { Due = Day("2023-02-01") });
        book.Must("2023-02-01", Task("T2", weight: 0.01m) with { Due = Day("2023-12-31") });
        book.Must("2023-02-01", Task("T3", weight: 30m));
        var refused = book.Refusal("2023-02-01", Task("T4", weight: 0.01m));
        Assert.Equal([("programme", "PLAN"), ("sum", 100.01m)], refused.Args);
        Assert.Equal(
            [("due", Day("2023-01-31")), ("begins", Day("2023-02-01"))],
            book.Refusal("2023-02-01", Task("T4") with { Due = Day("2023-01-31") }).Args);
        Assert.Equal("programme.weightNotPositive", book.Refused("2023-02-01", Task("T4", weight: -1m)));
    }

    [Fact]
    public void A_programme_may_end_on_the_day_on_which_it_begins_or_never_and_shares_no_code_with_another()
    {
        book.Must("2023-02-01", new ProgrammeAdopted("ONEDAY", Name("方案"), null, "管委会", Day("2023-02-01")));
        book.Must("2023-02-01", new ProgrammeAdopted("OPEN", Name("方案"), null, "管委会", Until: null));
        book.Must("2023-02-02", Task("T1") with { Programme = "OPEN", Due = Day("2099-12-31") });
        book.Must("2023-01-03", CarrierTests.Park("PARK"));
        Assert.Equal("programme.exists", book.Refused("2023-02-01", new ProgrammeAdopted("PARK", Name("方案"), null, "管委会", null)));
    }

    [Fact]
    public void A_task_may_stay_in_its_stage_without_a_reason_and_state_from_nothing_to_all_of_it()
    {
        book.Must("2023-02-01", Task("T1"));
        var task = Plan.Find("T1")!;
        book.Must("2023-03-01", Move("T1", TaskStage.UnderWay) with { Percent = 0m });
        Assert.Equal(0m, task.Percent);
        book.Must("2023-04-01", Move("T1", TaskStage.UnderWay) with { Percent = 100m });
        book.Must("2023-05-01", Move("T1", TaskStage.UnderWay));
        Assert.Equal((TaskStage.UnderWay, 100m, 3, false), (task.Stage, task.Percent, task.Steps.Count, task.IsDone));
        Assert.Equal([("percent", -0.01m)], book.Refusal("2023-06-01", Move("T1", TaskStage.UnderWay) with { Percent = -0.01m }).Args);
        Assert.Equal([("percent", 100.01m)], book.Refusal("2023-06-01", Move("T1", TaskStage.UnderWay) with { Percent = 100.01m }).Args);
        book.Must("2023-06-01", Move("T1", TaskStage.BasicallyDone) with { Percent = 95m, Evidence = "验收单" });
        Assert.Equal((95m, true), (task.Percent, task.IsDone));
        book.Must("2023-07-01", Move("T1", TaskStage.Done) with { Evidence = "验收单" });
        book.Must("2023-08-01", Move("T1", TaskStage.Done) with { Evidence = "复验单" });
        Assert.Equal((100m, TaskStage.Done), (task.Percent, task.Stage));
    }

    [Theory]
    [InlineData(50, TaskAlarm.None)] // half of it on the fifth of ten days
    [InlineData(49, TaskAlarm.AtRisk)]
    [InlineData(null, TaskAlarm.None)] // nobody said how much
    public void A_task_is_behind_where_less_of_it_is_done_than_of_its_time_has_passed(int? percent, TaskAlarm alarm)
    {
        book.Must("2023-02-01", Task("T1") with { Due = Day("2023-02-11") });
        book.Must("2023-02-01", Move("T1", TaskStage.UnderWay) with { Percent = percent });
        Assert.Equal(alarm, Plan.Find("T1")!.AlarmOn(Day("2023-02-06"), days: 5));
        Assert.Equal(TaskAlarm.None, Plan.Find("T1")!.AlarmOn(Day("2023-02-05"), days: 5));
    }

    [Fact]
    public void A_figure_of_nothing_is_stated_alone_or_of_nothing()
    {
        book.Must("2023-04-01", Figure(0m, null));
        Assert.Null(Assert.Single(book.State.FiguresOf("PLAN")).Figure.Share);
        book.Must("2023-04-02", Figure(0m, 0m));
        Assert.Null(Assert.Single(book.State.FiguresOf("PLAN")).Figure.Share);
        book.Must("2023-04-03", Figure(0m, 5m));
        Assert.Equal("0.00 %", Assert.Single(book.State.FiguresOf("PLAN")).Figure.Share!.ToString());
        book.Must("2023-04-04", Figure(5m, 5m));
        Assert.Equal("100.00 %", Assert.Single(book.State.FiguresOf("PLAN")).Figure.Share!.ToString());
    }

    [Theory]
    [InlineData("-0.5", null, "-0.5")]
    [InlineData("-0.5", "3", "-0.5")]
    [InlineData("1", "-2", "-2")]
    [InlineData("-1", "-2", "-1")]
    public void A_refused_figure_is_told_which_number_is_below_zero(string value, string? total, string named) => Assert.Equal(
        [("label", Name("项目").Zh), ("value", decimal.Parse(named))],
        book.Refusal("2023-04-01", Figure(decimal.Parse(value), total is null ? null : decimal.Parse(total))).Args);

    [Fact]
    public void What_later_entries_rest_on_still_counts_after_it_was_refused_to_be_taken_back()
    {
        var added = book.Must("2023-02-01", Task("T1"));
        book.Must("2023-03-01", Move("T1", TaskStage.UnderWay));
        foreach (var attempt in new[] { "2023-02-01", "2023-03-01" })
        {
            var refused = book.Refusal(attempt, new EntryTakenBack("PLAN", added.Id, "误登"));
            Assert.Equal(("registry.restsOn", Day("2023-02-01")), (refused.Code, refused.Args[1].Value));
        }

        book.Must("2023-02-15", Move("T1", TaskStage.UnderWay) with { Percent = 5m }); // comes in late, behind the task and before its step
        Assert.Equal((TaskStage.UnderWay, 5m, 2), (Plan.Find("T1")!.Stage, Plan.Find("T1")!.Percent, Plan.Find("T1")!.Steps.Count));
    }

    private static FigureStated Figure(decimal value, decimal? total) =>
        new("PLAN", "projects", Name("项目"), value, Name("项"), IsAtLeast: false, total, IsCapacity: false);

    private static TaskAdded Task(string code, decimal weight = 10m) => new("PLAN", code, Name("任务"), "园区管委会", Day("2023-12-31"), weight, null);

    private static TaskMoved Move(string task, TaskStage stage) => new("PLAN", task, stage, null, "", "");
}
