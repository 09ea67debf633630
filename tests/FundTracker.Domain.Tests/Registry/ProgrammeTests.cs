using FundTracker.Domain.Programmes;
using FundTracker.Domain.Registry;
using FundTracker.Domain.Social;
using FundTracker.Domain.Values;
using static FundTracker.Domain.Tests.Registry.RegistryBook;

namespace FundTracker.Domain.Tests.Registry;

/// <summary>Programmes, their tasks, stated figures, and companies' years.</summary>
public sealed class ProgrammeTests
{
    [Fact]
    public void Completion_is_counted_and_weighed()
    {
        var book = Adopted();
        book.Must("2023-02-01", Task("T1", weight: 60m));
        book.Must("2023-02-01", Task("T2", weight: 30m));
        book.Must("2023-02-01", Task("T3", weight: 10m));
        book.Must("2023-05-01", Move("T2", TaskStage.BasicallyDone) with { Evidence = "验收单" });
        book.Must("2023-05-01", Move("T3", TaskStage.Done) with { Evidence = "验收单" });
        var completion = book.State.Programmes["PLAN"].CompletionOn(Day("2023-05-02"), days: 30);
        Assert.Equal((3, 2, 100m, 40m), (completion.Tasks, completion.Done, completion.Weight, completion.WeightDone));
        Assert.Equal(("66.67 %", "40.00 %"), (completion.ByCount!.ToString(), completion.ByWeight!.ToString()));
    }

    [Theory]
    [InlineData("2023-06-29", TaskStage.NotBegun, null, TaskAlarm.None)]
    [InlineData("2023-06-30", TaskStage.NotBegun, null, TaskAlarm.AtRisk)]
    [InlineData("2023-07-30", TaskStage.NotBegun, null, TaskAlarm.AtRisk)]
    [InlineData("2023-07-31", TaskStage.NotBegun, null, TaskAlarm.Overdue)]
    [InlineData("2023-07-10", TaskStage.UnderWay, null, TaskAlarm.None)]
    [InlineData("2023-07-10", TaskStage.UnderWay, 80, TaskAlarm.AtRisk)]
    [InlineData("2023-07-10", TaskStage.UnderWay, 95, TaskAlarm.None)]
    [InlineData("2023-08-10", TaskStage.UnderWay, 99, TaskAlarm.Overdue)]
    [InlineData("2023-08-10", TaskStage.Done, null, TaskAlarm.None)]
    public void A_task_is_at_risk_when_it_is_due_soon_and_not_begun_or_behind(string on, TaskStage stage, int? percent, TaskAlarm alarm)
    {
        var book = Adopted();
        book.Must("2023-02-01", Task("T1") with { Due = Day("2023-07-30") });
        if (stage != TaskStage.NotBegun) book.Must("2023-03-01", new TaskMoved("PLAN", "T1", stage, percent, "证明", ""));
        Assert.Equal(alarm, book.State.Programmes["PLAN"].Find("T1")!.AlarmOn(Day(on), days: 30));
    }

    [Fact]
    public void Programmes_and_tasks_are_refused_with_their_reason()
    {
        var book = Adopted();
        book.Must("2023-02-01", Task("T1", weight: 70m));
        Assert.Equal("programme.exists", book.Refused("2023-02-01", new ProgrammeAdopted("PLAN", Name("方案"), null, "管委会", null)));
        Assert.Equal("programme.endsBeforeItBegins", book.Refused("2023-02-01", new ProgrammeAdopted("P2", Name("方案"), null, "管委会", Day("2023-01-31"))));
        Assert.Equal("programme.unknown", book.Refused("2023-02-01", Task("T2") with { Programme = "NONE" }));
        Assert.Equal("programme.taskExists", book.Refused("2023-02-01", Task("T1")));
        Assert.Equal("programme.dueBeforeBegin", book.Refused("2023-02-01", Task("T2") with { Due = Day("2022-12-31") }));
        Assert.Equal("programme.dueBeforeBegin", book.Refused("2023-02-01", Task("T2") with { Due = Day("2023-01-31") }));
        Assert.Equal("programme.dueAfterEnd", book.Refused("2023-02-01", Task("T2") with { Due = Day("2024-01-01") }));
        Assert.Equal("programme.weightNotPositive", book.Refused("2023-02-01", Task("T2", weight: 0m)));
        Assert.Equal("programme.weightsAboveWhole", book.Refused("2023-02-01", Task("T2", weight: 30.01m)));
        Assert.Equal("programme.evidenceMissing", book.Refused("2023-03-01", Move("T1", TaskStage.Done)));
        Assert.Equal("programme.evidenceMissing", book.Refused("2023-03-01", Move("T1", TaskStage.BasicallyDone)));
        Assert.Equal("programme.percentOutside", book.Refused("2023-03-01", Move("T1", TaskStage.UnderWay) with { Percent = 101m }));
        Assert.Equal("programme.taskUnknown", book.Refused("2023-03-01", Move("T9", TaskStage.UnderWay)));
        Assert.Equal("programme.taskUnknown", book.Refused("2023-01-31", Move("T1", TaskStage.UnderWay)));
    }

    [Fact]
    public void A_task_goes_back_for_a_reason_alone()
    {
        var book = Adopted();
        book.Must("2023-02-01", Task("T1"));
        book.Must("2023-03-01", Move("T1", TaskStage.Done) with { Evidence = "验收单" });
        Assert.Equal("programme.stageBack", book.Refused("2023-04-01", Move("T1", TaskStage.UnderWay)));
        book.Must("2023-04-01", Move("T1", TaskStage.UnderWay) with { Reason = "复验不合格" });
        Assert.False(book.State.Programmes["PLAN"].Find("T1")!.IsDone);
    }

    [Fact]
    public void A_number_may_stand_without_the_records_behind_it()
    {
        var book = Adopted();
        book.Must("2023-04-18", Figure(409m, 450m));
        var stated = Assert.Single(book.State.FiguresOf("PLAN")).Figure;
        Assert.Equal("90.89 %", stated.Share!.ToString());
        book.Must("2023-07-18", Figure(420m, 450m));
        Assert.Equal(420m, Assert.Single(book.State.FiguresOf("PLAN")).Figure.Value);
        Assert.Equal(409m, Assert.Single(book.On("2023-07-17").FiguresOf("PLAN")).Figure.Value);
        Assert.Equal("registry.figureAboveTotal", book.Refused("2023-08-01", Figure(451m, 450m)));
        Assert.Equal("registry.figureNegative", book.Refused("2023-08-01", Figure(-1m, null)));
        Assert.Equal("registry.subjectUnknown", book.Refused("2023-08-01", Figure(1m, null) with { About = "NONE" }));
    }

    [Fact]
    public void A_year_is_stated_once_it_is_over_and_stated_again_from_another_day_on()
    {
        var book = new RegistryBook();
        var results = new YearResults(Money.Of(1_000m, Currency.Cny), null, null, 20, null);
        Assert.Equal("social.yearNotOver", book.Refused("2023-12-30", new YearStated("CO1", 2023, results)));
        Assert.Equal("social.yearNotOver", book.Refused("2023-12-30", new YearStated("CO1", 2024, results)));
        Assert.Equal("social.companyUnknown", book.Refused("2024-04-01", new YearStated("XX1", 2023, results)));
        Assert.Equal("social.nothingStated", book.Refused("2024-04-01", new YearStated("CO1", 2023, new YearResults(null, null, null, null, null))));
        Assert.Equal("social.negative", book.Refused("2024-04-01", new YearStated("CO1", 2023, results with { Jobs = -1 })));
        Assert.Equal("social.negative", book.Refused("2024-04-01", new YearStated("CO1", 2023, results with { Revenue = Money.Of(-1m, Currency.Cny) })));
        book.Must("2024-04-01", new YearStated("CO1", 2023, results));
        book.Must("2024-09-01", new YearStated("CO1", 2023, results with { Jobs = 22, Tax = Money.Of(-5m, Currency.Cny) }));
        Assert.Equal((20, 22), (book.On("2024-08-31").Years[("CO1", 2023)].Results.Jobs, book.State.Years[("CO1", 2023)].Results.Jobs));
    }

    private static FigureStated Figure(decimal value, decimal? total) =>
        new("PLAN", "tasks-done", Name("完成或基本完成"), value, Name("项"), IsAtLeast: false, total, IsCapacity: false);

    private static TaskAdded Task(string code, decimal weight = 10m) =>
        new("PLAN", code, Name("任务"), "园区管委会", Day("2023-12-31"), weight, null);

    private static TaskMoved Move(string task, TaskStage stage) => new("PLAN", task, stage, null, "", "");

    private static RegistryBook Adopted()
    {
        var book = new RegistryBook();
        book.Must("2023-01-03", new ProgrammeAdopted("PLAN", Name("方案"), null, "管委会", Day("2023-12-31")));
        return book;
    }
}
