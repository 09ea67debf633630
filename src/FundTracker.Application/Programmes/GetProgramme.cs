using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Registry;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Programmes;

/// <summary>One programme: its tasks, its numbers, what was recorded and what waits.</summary>
public static class GetProgramme
{
    /// <summary>Asks for a programme.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Programme">Code of the programme.</param>
    /// <param name="AsOf">Effective day, counted.</param>
    /// <param name="KnownAt">Recorded instant, counted; null for now. The future is refused.</param>
    /// <param name="Days">Within how many days of its due date a task can be at risk, 0 to 366.</param>
    [Readers]
    public sealed record Query(
        string Books, string Programme, DateOnly AsOf, Stamp? KnownAt = null, int Days = ListProgrammes.DaysAtRisk) : IQuery<Answer>, IWithinBooks;

    /// <summary>The programme.</summary>
    /// <param name="Card">The programme; null where it only waits for approval.</param>
    /// <param name="Tasks">Its tasks by due date.</param>
    /// <param name="History">Everything that was approved about it, the earliest first.</param>
    /// <param name="Pending">What waits for approval about it.</param>
    public sealed record Answer(
        ProgrammeCard? Card, IReadOnlyList<TaskCard> Tasks, IReadOnlyList<EntryCard> History, IReadOnlyList<EntryCard> Pending);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Programme).NotEmpty().MaximumLength(40);
            RuleFor(q => q.AsOf).IsBusinessDate();
            RuleFor(q => q.Days).InclusiveBetween(0, 366);
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Query, Result<Answer>>
    {
        public Task<Result<Answer>> Handle(Query q, CancellationToken cancellation) =>
            desk.View(q.Books, q.AsOf, q.KnownAt, cancellation).Then(async view =>
            {
                var code = q.Programme.ToUpperInvariant();
                var programme = view.Registry.Programmes.GetValueOrDefault(code);
                var pending = await EntryCard.Pending(desk, view.Book.MotherFund, code, cancellation);
                if (programme is null && !pending.Any(entry => entry.IsNewProgramme)) return PipelineErrors.NotFound("programme", q.Programme);
                return Result<Answer>.Ok(new Answer(
                    programme is null ? null : ProgrammeCard.Of(view.Registry, programme, q.AsOf, q.Days),
                    [.. programme?.Tasks.Select(task => TaskCard.Of(programme, task, q.AsOf, q.Days)) ?? []], EntryCard.History(view, code), pending));
            });
    }
}
