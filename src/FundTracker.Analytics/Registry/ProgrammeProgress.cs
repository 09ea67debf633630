using FundTracker.Domain.Figures;
using FundTracker.Domain.Programmes;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Registry;

/// <summary>How far a programme has come as a figure that opens down to the entries of its tasks.</summary>
public static class ProgrammeProgress
{
    /// <summary>方案完成率: tasks done or basically done / tasks in all. Without tasks it has no answer: a stated total is told beside it.</summary>
    public static Figure<Percentage> ByCount(Programme programme)
    {
        var id = new FigureId("registry.programmeDone", programme.Code);
        var done = programme.Tasks.Where(task => task.IsDone).ToList();
        var numerator = Count("registry.tasksDone", [.. done.Select(task => new RegistryInput("task", task.Title, One, task.Steps[^1].Entry))]);
        var denominator = Count("registry.tasks", [.. programme.Tasks.Select(task => new RegistryInput("task", task.Title, One, task.Entry))]);
        var trail = Trail.Of(new FigureInput("numerator", numerator), new FigureInput("denominator", denominator));
        return programme.Tasks.Count == 0
            ? Figure<Percentage>.None(id, FigureReasons.NoTasks(), trail)
            : Figure<Percentage>.Of(id, Percentage.FromFraction((decimal)done.Count / programme.Tasks.Count), trail);

        Figure<Quantity> Count(string formula, IReadOnlyList<TrailInput> inputs) => Figure<Quantity>.Of(
            new FigureId(formula, programme.Code), Quantity.Of(inputs.Count, QuantityUnit.Count), Trail.Of(inputs));
    }

    private static Quantity One => Quantity.Of(1, QuantityUnit.Count);
}
