using FundTracker.Domain.Results;

namespace FundTracker.Domain.Programmes;

/// <summary>Refusals of programmes and their tasks.</summary>
public static class ProgrammeErrors
{
    /// <summary>A programme or carrier has the code already.</summary>
    public static DomainError Exists(string code) => new("programme.exists", ("code", code));

    /// <summary>No programme of the code on the day.</summary>
    public static DomainError Unknown(string code, DateOnly on) => new("programme.unknown", ("code", code), ("on", on));

    /// <summary>Its last day lies before its first.</summary>
    public static DomainError EndsBeforeItBegins(DateOnly from, DateOnly until) => new("programme.endsBeforeItBegins", ("from", from), ("until", until));

    /// <summary>The programme has a task of the code already.</summary>
    public static DomainError TaskExists(string programme, string task) => new("programme.taskExists", ("programme", programme), ("task", task));

    /// <summary>The programme has no such task on the day.</summary>
    public static DomainError TaskUnknown(string programme, string task, DateOnly on) =>
        new("programme.taskUnknown", ("programme", programme), ("task", task), ("on", on));

    /// <summary>Due before the programme or the task begins.</summary>
    public static DomainError DueBeforeBegin(DateOnly due, DateOnly begins) => new("programme.dueBeforeBegin", ("due", due), ("begins", begins));

    /// <summary>Due after the programme has ended.</summary>
    public static DomainError DueAfterEnd(DateOnly due, DateOnly end) => new("programme.dueAfterEnd", ("due", due), ("end", end));

    /// <summary>A weight of zero or below.</summary>
    public static DomainError WeightNotPositive(decimal weight) => new("programme.weightNotPositive", ("weight", weight));

    /// <summary>The weights of a programme are more than 100.</summary>
    public static DomainError WeightsAboveWhole(string programme, decimal sum) => new("programme.weightsAboveWhole", ("programme", programme), ("sum", sum));

    /// <summary>Less than nothing or more than everything.</summary>
    public static DomainError PercentOutside(decimal percent) => new("programme.percentOutside", ("percent", percent));

    /// <summary>A task is called done and nothing proves it.</summary>
    public static DomainError EvidenceMissing(string task) => new("programme.evidenceMissing", ("task", task));

    /// <summary>A task goes back and nobody says why.</summary>
    public static DomainError StageBack(TaskStage from, TaskStage to) => new("programme.stageBack", ("from", from), ("to", to));

    /// <summary>No such indicator in any scheme.</summary>
    public static DomainError IndicatorUnknown(string indicator) => new("programme.indicatorUnknown", ("indicator", indicator));
}
