using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;
using MediatR;

namespace FundTracker.Application.Committees;

/// <summary>Takes an item that is not decided off the agenda.</summary>
public static class WithdrawItem
{
    /// <summary>Takes an item off.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Meeting">Number of the meeting.</param>
    /// <param name="Item">Number of the item.</param>
    [Recorders]
    public sealed record Command(string Books, int Meeting, int Item) : ICommand<Done>, IWithinBooks;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Meeting).GreaterThan(0);
            RuleFor(c => c.Item).GreaterThan(0);
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<Done>>
    {
        public Task<Result<Done>> Handle(Command c, CancellationToken cancellation) => desk.Open(c.Books, cancellation).Then(books =>
            desk.Meeting(books.Head.MotherFund, c.Meeting, cancellation).Then(meeting => meeting.Withdraw(c.Item, desk.User, desk.Now)));
    }
}
