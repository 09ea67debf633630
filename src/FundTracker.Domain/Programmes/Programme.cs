using FundTracker.Domain.Registry;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Programmes;

/// <summary>How far a task has come; in this order.</summary>
public enum TaskStage : byte
{
    /// <summary>未启动 not begun.</summary>
    NotBegun = 1,

    /// <summary>推进中 under way.</summary>
    UnderWay = 2,

    /// <summary>基本完成 basically done.</summary>
    BasicallyDone = 3,

    /// <summary>完成 done.</summary>
    Done = 4,
}

/// <summary>What a task's date says about it.</summary>
public enum TaskAlarm : byte
{
    /// <summary>正常 none.</summary>
    None = 0,

    /// <summary>有风险 due soon, and not begun or behind.</summary>
    AtRisk = 1,

    /// <summary>逾期 overdue.</summary>
    Overdue = 2,
}

/// <summary>A step of a task with the entry that stated it.</summary>
/// <param name="Stage">How far it has come.</param>
/// <param name="Percent">How much of it is done, 0 to 100; null where not stated.</param>
/// <param name="Reason">Why it went back; else empty.</param>
/// <param name="Entry">The entry; its source is the evidence.</param>
public sealed record TaskStep(TaskStage Stage, decimal? Percent, string Reason, RegistryEntry Entry);

/// <summary>任务: a task of a programme as it stands after some entries.</summary>
public sealed class ProgrammeTask
{
    private readonly List<TaskStep> steps = [];

    internal ProgrammeTask(TaskAdded added, RegistryEntry entry)
    {
        (Code, Title, Owner, Begins, Due) = (added.Task, added.Title, added.Owner, entry.EffectiveFrom, added.Due);
        (Weight, Indicator, Entry) = (added.Weight, added.Indicator, entry);
    }

    /// <summary>Code, unique in its programme.</summary>
    public string Code { get; }

    /// <summary>What is to be done.</summary>
    public BilingualName Title { get; }

    /// <summary>The role or body that does it.</summary>
    public string Owner { get; }

    /// <summary>First day on which it is worked on.</summary>
    public DateOnly Begins { get; }

    /// <summary>Day by which it is to be done.</summary>
    public DateOnly Due { get; }

    /// <summary>Its weight in the programme, above zero.</summary>
    public decimal Weight { get; }

    /// <summary>The indicator of a scheme that it serves, such as <c>district/P4</c>; null for none.</summary>
    public string? Indicator { get; }

    /// <summary>The entry that brought it.</summary>
    public RegistryEntry Entry { get; }

    /// <summary>Its steps in order; none before it begins.</summary>
    public IReadOnlyList<TaskStep> Steps => steps;

    /// <summary>How far it has come.</summary>
    public TaskStage Stage => steps.Count == 0 ? TaskStage.NotBegun : steps[^1].Stage;

    /// <summary>Whether it is done or basically done.</summary>
    public bool IsDone => Stage >= TaskStage.BasicallyDone;

    /// <summary>How much of it is done, 0 to 100, as stated last; null where it never was.</summary>
    public decimal? Percent => IsDone && Stage == TaskStage.Done ? 100 : steps.LastOrDefault(step => step.Percent is not null)?.Percent;

    /// <summary>What its date says on a day: overdue after it; at risk within some days of it where it is not begun, or where less of it is
    /// done than of its time has passed.</summary>
    /// <param name="on">The day.</param>
    /// <param name="days">Within how many days of the due date a task can be at risk.</param>
    public TaskAlarm AlarmOn(DateOnly on, int days)
    {
        if (IsDone) return TaskAlarm.None;
        if (on > Due) return TaskAlarm.Overdue;
        if (Due.DayNumber - on.DayNumber > days) return TaskAlarm.None;
        return Stage == TaskStage.NotBegun || IsBehind(on) ? TaskAlarm.AtRisk : TaskAlarm.None;
    }

    internal void Take(TaskStep step) => steps.Add(step);

    private bool IsBehind(DateOnly on)
    {
        var all = Due.DayNumber - Begins.DayNumber;
        return Percent is { } done && all > 0 && done * all < 100m * (on.DayNumber - Begins.DayNumber);
    }
}

/// <summary>How far a programme has come.</summary>
/// <param name="Tasks">Tasks in all.</param>
/// <param name="Done">Done or basically done.</param>
/// <param name="Weight">Weights in all.</param>
/// <param name="WeightDone">Weights of those done or basically done.</param>
/// <param name="Overdue">Overdue on the day.</param>
/// <param name="AtRisk">At risk on the day.</param>
public sealed record Completion(int Tasks, int Done, decimal Weight, decimal WeightDone, int Overdue, int AtRisk)
{
    /// <summary>Done of all, by count; null where there is no task.</summary>
    public Percentage? ByCount => Tasks == 0 ? null : Percentage.FromFraction((decimal)Done / Tasks);

    /// <summary>Done of all, by weight; null where there is no task.</summary>
    public Percentage? ByWeight => Weight == 0 ? null : Percentage.FromFraction(WeightDone / Weight);
}

/// <summary>工作方案: a programme as it stands after some entries.</summary>
public sealed class Programme
{
    private readonly Dictionary<string, ProgrammeTask> tasks = new(StringComparer.Ordinal);

    internal Programme(ProgrammeAdopted adopted, RegistryEntry entry) =>
        (Code, Name, District, Body, From, Until, Entry) =
        (adopted.Code, adopted.Name, adopted.District, adopted.Body, entry.EffectiveFrom, adopted.Until, entry);

    /// <summary>Code, unique among programmes and carriers.</summary>
    public string Code { get; }

    /// <summary>Name.</summary>
    public BilingualName Name { get; }

    /// <summary>The district where that is another than the fund's own; null for the fund's own.</summary>
    public BilingualName? District { get; }

    /// <summary>The body that answers for it.</summary>
    public string Body { get; }

    /// <summary>First day.</summary>
    public DateOnly From { get; }

    /// <summary>Last day; null where it is open.</summary>
    public DateOnly? Until { get; }

    /// <summary>The entry that brought it.</summary>
    public RegistryEntry Entry { get; }

    /// <summary>Tasks by due date, then code.</summary>
    public IReadOnlyList<ProgrammeTask> Tasks => [.. tasks.Values.OrderBy(task => task.Due).ThenBy(task => task.Code, StringComparer.Ordinal)];

    /// <summary>A task by its code, or null.</summary>
    public ProgrammeTask? Find(string task) => tasks.GetValueOrDefault(task);

    /// <summary>How far it has come on a day.</summary>
    /// <param name="on">The day.</param>
    /// <param name="days">Within how many days of the due date a task can be at risk.</param>
    public Completion CompletionOn(DateOnly on, int days) => new(
        tasks.Count, tasks.Values.Count(task => task.IsDone), tasks.Values.Sum(task => task.Weight),
        tasks.Values.Where(task => task.IsDone).Sum(task => task.Weight),
        tasks.Values.Count(task => task.AlarmOn(on, days) == TaskAlarm.Overdue), tasks.Values.Count(task => task.AlarmOn(on, days) == TaskAlarm.AtRisk));

    internal void Take(ProgrammeTask task) => tasks[task.Code] = task;
}
