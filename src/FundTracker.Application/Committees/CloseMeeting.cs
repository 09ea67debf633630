using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;
using MediatR;

namespace FundTracker.Application.Committees;

/// <summary>Closes the minutes of a meeting on which every item is decided, heard or taken off.</summary>
public static class CloseMeeting
{
    /// <summary>Closes the minutes.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Meeting">Number of the meeting.</param>
    [AllowedTo(Role.CommitteeMember)]
    public sealed record Command(string Books, int Meeting) : ICommand<Done>, IWithinBooks;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Meeting).GreaterThan(0);
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<Done>>
    {
        public Task<Result<Done>> Handle(Command c, CancellationToken cancellation) => desk.Open(c.Books, cancellation).Then(books =>
            desk.Meeting(books.Head.MotherFund, c.Meeting, cancellation).Then(meeting => meeting.Close(desk.User, desk.Today, desk.Now)));
    }
}
