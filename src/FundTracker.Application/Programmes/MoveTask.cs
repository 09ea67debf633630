using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Registry;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Programmes;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Programmes;

/// <summary>Records how far a task has come; done is what somebody can prove.</summary>
public static class MoveTask
{
    /// <summary>Records a step. Another person has to approve it.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Programme">Code of the programme.</param>
    /// <param name="Task">Code of the task.</param>
    /// <param name="Stage">How far it has come.</param>
    /// <param name="On">The day.</param>
    /// <param name="Percent">How much of it is done, 0 to 100; null where not stated.</param>
    /// <param name="Source">The evidence; needed where it is done or basically done.</param>
    /// <param name="Reason">Why; needed where it goes back.</param>
    /// <param name="Document">The paper behind it.</param>
    /// <param name="Provenance">Where the record comes from.</param>
    [Recorders]
    public sealed record Command(
        string Books, string Programme, string Task, TaskStage Stage, DateOnly On, decimal? Percent = null, string Source = "", string Reason = "",
        DocumentId? Document = null, Provenance Provenance = Provenance.Recorded) : ICommand<RegistryEntryId>, IRecordsEntry;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Programme).IsNodeCode();
            RuleFor(c => c.Task).IsNodeCode();
            RuleFor(c => c.Stage).IsInEnum();
            RuleFor(c => c.Percent).IsNumber();
            RuleFor(c => c.Reason).NotNull().MaximumLength(1000);
            this.HasEntry();
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<RegistryEntryId>>
    {
        public Task<Result<RegistryEntryId>> Handle(Command c, CancellationToken cancellation) => desk.Propose(
            c.Books, new TaskMoved(c.Programme, c.Task, c.Stage, c.Percent, c.Source.Trim(), c.Reason.Trim()), c.On, c.Origin(), cancellation);
    }
}
