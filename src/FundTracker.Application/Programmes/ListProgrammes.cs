using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Programmes;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Programmes;

/// <summary>The programmes with how far they have come, and the tasks that are overdue or at risk.</summary>
public static class ListProgrammes
{
    /// <summary>Within how many days of its due date a task can be at risk, where nobody says.</summary>
    public const int DaysAtRisk = 30;

    /// <summary>Asks for the programmes.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="AsOf">Effective day, counted.</param>
    /// <param name="KnownAt">Recorded instant, counted; null for now. The future is refused.</param>
    /// <param name="Days">Within how many days of its due date a task can be at risk, 0 to 366.</param>
    [Readers]
    public sealed record Query(string Books, DateOnly AsOf, Stamp? KnownAt = null, int Days = DaysAtRisk) : IQuery<Answer>, IWithinBooks;

    /// <summary>The programmes.</summary>
    /// <param name="Programmes">Own district first, then by code.</param>
    /// <param name="Overdue">Tasks past their due date, the oldest first.</param>
    /// <param name="AtRisk">Tasks due soon that are not begun or behind.</param>
    public sealed record Answer(IReadOnlyList<ProgrammeCard> Programmes, IReadOnlyList<TaskCard> Overdue, IReadOnlyList<TaskCard> AtRisk);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.AsOf).IsBusinessDate();
            RuleFor(q => q.Days).InclusiveBetween(0, 366);
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Query, Result<Answer>>
    {
        public Task<Result<Answer>> Handle(Query q, CancellationToken cancellation) =>
            desk.View(q.Books, q.AsOf, q.KnownAt, cancellation).Map(view =>
            {
                var state = view.Registry;
                var programmes = state.Programmes.Values.OrderBy(one => one.District is not null).ThenBy(one => one.Code, StringComparer.Ordinal).ToList();
                var tasks = programmes.SelectMany(one => one.Tasks.Select(task => TaskCard.Of(one, task, q.AsOf, q.Days)))
                    .OrderBy(task => task.Due).ToLookup(task => task.Alarm);
                return new Answer(
                    [.. programmes.Select(one => ProgrammeCard.Of(state, one, q.AsOf, q.Days))], [.. tasks[TaskAlarm.Overdue]], [.. tasks[TaskAlarm.AtRisk]]);
            });
    }
}
