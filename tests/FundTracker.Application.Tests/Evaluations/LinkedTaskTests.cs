using FundTracker.Application.Evaluations;
using FundTracker.Application.Programmes;
using FundTracker.Domain.Programmes;
using FundTracker.Testing.Databases;
using static FundTracker.Application.Tests.World;

namespace FundTracker.Application.Tests.Evaluations;

/// <summary>Tasks of programmes that serve an indicator stand beside it in an evaluation, as they stood on its day.</summary>
public sealed class LinkedTaskTests
{
    [Fact]
    public async Task Tasks_stand_beside_the_indicator_that_they_serve_as_of_the_evaluations_day_and_a_sub_funds_manager_sees_none()
    {
        await using var world = await Funded();
        await world.Register(new AdoptProgramme.Command(Mf, "PLAN", "方案", null, "管委会", Start));
        await world.Register(Serving("T2", "district/P4", "2023-12-31"));
        await world.Register(Serving("T1", "district/P4", "2023-10-31"));
        await world.Register(Serving("T3", "1753/A1", "2023-12-31"));
        await world.Register(Serving("T4", null, "2023-12-31"));
        await world.Register(Serving("T5", "district/P3", "2024-12-31", on: "2024-01-01"));
        var id = await world.Must(new OpenEvaluation.Command(Mf, "SUB", "district", Year: 2023), Actors.Committee1);

        var seen = await world.Must(new GetEvaluation.Query(Mf, "SUB", id), Actors.Committee1);
        var indicators = seen.Card.Indicators.Select(one => one.Score.Indicator).ToDictionary(one => one.Id);
        Assert.Equal(
            [("T1", TaskAlarm.Overdue), ("T2", TaskAlarm.AtRisk)], seen.TasksOf(indicators["P4"]).Select(task => (task.Code, task.Alarm)));
        Assert.Equal(2, seen.Tasks.Count);
        Assert.Empty(seen.TasksOf(indicators["P3"]));
        Assert.Empty((await world.Must(new GetEvaluation.Query(Mf, "SUB", id), Actors.SubFundManagerOf("SUB"))).Tasks);
    }

    private static AddTask.Command Serving(string code, string? indicator, string due, string on = "2023-02-01") =>
        new(Mf, "PLAN", code, "任务", null, "园区办", Day(on), Day(due), 10m, indicator);
}
