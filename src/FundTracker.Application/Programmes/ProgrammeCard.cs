using FundTracker.Application.Registry;
using FundTracker.Domain.Programmes;
using FundTracker.Domain.Registry;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Programmes;

/// <summary>A programme as people read it.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="District">The district where that is another than the fund's own; null for the fund's own.</param>
/// <param name="Body">The body that answers for it.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day; null where it is open.</param>
/// <param name="Completion">How far its tasks have come on the day.</param>
/// <param name="Figures">Numbers that are known without the tasks behind them.</param>
/// <param name="IsIllustrative">Whether it, or a part of it, is invented.</param>
public sealed record ProgrammeCard(
    string Code, BilingualName Name, BilingualName? District, string Body, DateOnly From, DateOnly? Until, Completion Completion,
    IReadOnlyList<StatedCard> Figures, bool IsIllustrative)
{
    internal static ProgrammeCard Of(RegistryState state, Programme programme, DateOnly asOf, int days) => new(
        programme.Code, programme.Name, programme.District, programme.Body, programme.From, programme.Until, programme.CompletionOn(asOf, days),
        StatedCard.Of(state, programme.Code), programme.Entry.Origin.IsIllustrative || programme.Tasks.Any(task => task.Entry.Origin.IsIllustrative));
}

/// <summary>A task as people read it.</summary>
/// <param name="Programme">Code of its programme.</param>
/// <param name="Code">Its code.</param>
/// <param name="Title">What is to be done.</param>
/// <param name="Owner">The role or body that does it.</param>
/// <param name="Begins">First day on which it is worked on.</param>
/// <param name="Due">Day by which it is to be done.</param>
/// <param name="Weight">Its weight.</param>
/// <param name="Indicator">The indicator of a scheme that it serves, or null.</param>
/// <param name="Stage">How far it has come.</param>
/// <param name="Percent">How much of it is done, 0 to 100; null where not stated.</param>
/// <param name="Alarm">What its date says on the day.</param>
/// <param name="Evidence">What proves the last step; empty where nothing does.</param>
/// <param name="IsIllustrative">Whether anything that is stated of it is invented.</param>
public sealed record TaskCard(
    string Programme, string Code, BilingualName Title, string Owner, DateOnly Begins, DateOnly Due, decimal Weight, string? Indicator,
    TaskStage Stage, decimal? Percent, TaskAlarm Alarm, string Evidence, bool IsIllustrative)
{
    internal static TaskCard Of(Programme programme, ProgrammeTask task, DateOnly asOf, int days) => new(
        programme.Code, task.Code, task.Title, task.Owner, task.Begins, task.Due, task.Weight, task.Indicator, task.Stage, task.Percent,
        task.AlarmOn(asOf, days), task.Steps.Count == 0 ? "" : task.Steps[^1].Entry.Source,
        task.Entry.Origin.IsIllustrative || task.Steps.Any(step => step.Entry.Origin.IsIllustrative));
}
