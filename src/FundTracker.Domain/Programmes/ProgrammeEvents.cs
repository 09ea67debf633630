using FundTracker.Domain.Registry;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Programmes;

/// <summary>A programme is adopted; it begins on the day of the entry.</summary>
/// <param name="Code">Code, unique among programmes and carriers.</param>
/// <param name="Name">Name.</param>
/// <param name="District">The district where that is another than the fund's own; null for the fund's own.</param>
/// <param name="Body">The body that answers for it.</param>
/// <param name="Until">Last day; null where it is open.</param>
public sealed record ProgrammeAdopted(string Code, BilingualName Name, BilingualName? District, string Body, DateOnly? Until) : RegistryEvent
{
    /// <inheritdoc/>
    public override string Subject => Code;

    internal override Result<Done> Judge(RegistryState before, IRegistryMembers members, DateOnly on)
    {
        if (before.Programmes.ContainsKey(Code) || before.Carriers.ContainsKey(Code)) return ProgrammeErrors.Exists(Code);
        return Until < on ? ProgrammeErrors.EndsBeforeItBegins(on, Until.Value) : Done.Value;
    }

    internal override void Apply(RegistryState state, RegistryEntry entry) => state.Keep(new Programme(this, entry));
}

/// <summary>A task is added; it begins on the day of the entry.</summary>
/// <param name="Programme">Code of the programme.</param>
/// <param name="Task">Code of the task, unique in the programme.</param>
/// <param name="Title">What is to be done.</param>
/// <param name="Owner">The role or body that does it.</param>
/// <param name="Due">Day by which it is to be done.</param>
/// <param name="Weight">Its weight, above zero; all weights of a programme are at most 100.</param>
/// <param name="Indicator">The indicator of a scheme that it serves, such as <c>district/P4</c>; null for none.</param>
public sealed record TaskAdded(
    string Programme, string Task, BilingualName Title, string Owner, DateOnly Due, decimal Weight, string? Indicator) : RegistryEvent
{
    private const decimal Whole = 100m;

    /// <inheritdoc/>
    public override string Subject => Programme;

    internal override Result<Done> Judge(RegistryState before, IRegistryMembers members, DateOnly on)
    {
        if (!before.Programmes.TryGetValue(Programme, out var programme)) return ProgrammeErrors.Unknown(Programme, on);
        if (programme.Find(Task) is not null) return ProgrammeErrors.TaskExists(Programme, Task);
        if (Due < programme.From || Due < on) return ProgrammeErrors.DueBeforeBegin(Due, on > programme.From ? on : programme.From);
        if (Due > programme.Until) return ProgrammeErrors.DueAfterEnd(Due, programme.Until.Value);
        if (Weight <= 0) return ProgrammeErrors.WeightNotPositive(Weight);
        var sum = programme.Tasks.Sum(task => task.Weight) + Weight;
        return sum > Whole ? ProgrammeErrors.WeightsAboveWhole(Programme, sum) : Done.Value;
    }

    internal override void Apply(RegistryState state, RegistryEntry entry) => state.Programmes[Programme].Take(new ProgrammeTask(this, entry));
}

/// <summary>A task moves on.</summary>
/// <param name="Programme">Code of the programme.</param>
/// <param name="Task">Code of the task.</param>
/// <param name="Stage">How far it has come.</param>
/// <param name="Percent">How much of it is done, 0 to 100; null where not stated.</param>
/// <param name="Evidence">What proves it; needed where it is done or basically done.</param>
/// <param name="Reason">Why; needed where it goes back.</param>
public sealed record TaskMoved(string Programme, string Task, TaskStage Stage, decimal? Percent, string Evidence, string Reason) : RegistryEvent
{
    /// <inheritdoc/>
    public override string Subject => Programme;

    internal override Result<Done> Judge(RegistryState before, IRegistryMembers members, DateOnly on)
    {
        if (!before.Programmes.TryGetValue(Programme, out var programme)) return ProgrammeErrors.Unknown(Programme, on);
        if (programme.Find(Task) is not { } task) return ProgrammeErrors.TaskUnknown(Programme, Task, on);
        if (Stage < task.Stage && Reason.Length == 0) return ProgrammeErrors.StageBack(task.Stage, Stage);
        if (Percent is < 0 or > 100) return ProgrammeErrors.PercentOutside(Percent.Value);
        return Stage >= TaskStage.BasicallyDone && Evidence.Length == 0 ? ProgrammeErrors.EvidenceMissing(Task) : Done.Value;
    }

    internal override void Apply(RegistryState state, RegistryEntry entry) =>
        state.Programmes[Programme].Find(Task)!.Take(new TaskStep(Stage, Percent, Reason, entry));
}
