using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;
using MediatR;

namespace FundTracker.Application.Committees;

/// <summary>Sends the proof of a condition back with a reason; the condition is open again.</summary>
public static class ReturnCondition
{
    /// <summary>Sends the proof back.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Meeting">Number of the meeting.</param>
    /// <param name="Item">Number of the item.</param>
    /// <param name="Condition">Number of the condition.</param>
    /// <param name="Reason">Why; needed, at most 1,000 characters.</param>
    [AllowedTo(Role.CommitteeMember)]
    public sealed record Command(string Books, int Meeting, int Item, int Condition, string Reason) : ICommand<Done>, IWithinBooks;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Meeting).GreaterThan(0);
            RuleFor(c => c.Item).GreaterThan(0);
            RuleFor(c => c.Condition).GreaterThan(0);
            RuleFor(c => c.Reason).MaximumLength(1000);
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<Done>>
    {
        public Task<Result<Done>> Handle(Command c, CancellationToken cancellation) => desk.Open(c.Books, cancellation).Then(books =>
            desk.Meeting(books.Head.MotherFund, c.Meeting, cancellation).Then(meeting => meeting.Return(c.Item, c.Condition, desk.User, c.Reason, desk.Now)));
    }
}
