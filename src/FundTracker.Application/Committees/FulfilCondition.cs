using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Committees;

/// <summary>Hands in the proof that a condition of a resolution was met; a member of the committee accepts it or sends it back.</summary>
public static class FulfilCondition
{
    /// <summary>Hands the proof in.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Meeting">Number of the meeting.</param>
    /// <param name="Item">Number of the item.</param>
    /// <param name="Condition">Number of the condition.</param>
    /// <param name="Evidence">What proves it; needed, at most 1,000 characters.</param>
    /// <param name="Document">The paper behind it, or null.</param>
    [Recorders]
    public sealed record Command(string Books, int Meeting, int Item, int Condition, string Evidence, DocumentId? Document = null)
        : ICommand<Done>, IBacked;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Meeting).GreaterThan(0);
            RuleFor(c => c.Item).GreaterThan(0);
            RuleFor(c => c.Condition).GreaterThan(0);
            RuleFor(c => c.Evidence).MaximumLength(1000);
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<Done>>
    {
        public Task<Result<Done>> Handle(Command c, CancellationToken cancellation) => desk.Open(c.Books, cancellation).Then(books =>
            desk.Meeting(books.Head.MotherFund, c.Meeting, cancellation).Then(meeting => meeting.Fulfil(c.Item, c.Condition, c.Evidence, c.Document, desk.User, desk.Now)));
    }
}
