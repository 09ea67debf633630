using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Committees;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Committees;

/// <summary>Casts the sender's vote on an item, with dissent and with what the member asks to be done.</summary>
public static class CastVote
{
    /// <summary>Votes.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Meeting">Number of the meeting.</param>
    /// <param name="Item">Number of the item.</param>
    /// <param name="Ballot">The vote.</param>
    /// <param name="Words">Dissent or other words for the minutes, at most 1,000 characters; needed for a vote against.</param>
    /// <param name="Condition">What the member asks to be done after the resolution, at most 1,000 characters.</param>
    [AllowedTo(Role.CommitteeMember)]
    public sealed record Command(string Books, int Meeting, int Item, Ballot Ballot, string? Words = null, string? Condition = null)
        : ICommand<Done>, IWithinBooks;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Meeting).GreaterThan(0);
            RuleFor(c => c.Item).GreaterThan(0);
            RuleFor(c => c.Ballot).IsInEnum();
            RuleFor(c => c.Words).MaximumLength(1000);
            RuleFor(c => c.Condition).MaximumLength(1000);
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<Done>>
    {
        public Task<Result<Done>> Handle(Command c, CancellationToken cancellation) => desk.Open(c.Books, cancellation).Then(books =>
            desk.Meeting(books.Head.MotherFund, c.Meeting, cancellation).Then(meeting => meeting.Vote(
                c.Item, desk.User, Committee.On(books.Snapshot, meeting.Date, Stamp.Max), c.Ballot, c.Words ?? "", c.Condition ?? "", desk.Today, desk.Now)));
    }
}
