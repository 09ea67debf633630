using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Committees;
using FundTracker.Domain.Results;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Committees;

/// <summary>Calls a meeting of the committee.</summary>
public static class CallMeeting
{
    /// <summary>Calls a meeting.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Date">The day; members vote from then on.</param>
    /// <param name="Place">Where, or by which means; at most 200 characters.</param>
    [Recorders]
    public sealed record Command(string Books, DateOnly Date, string Place) : ICommand<Called>, IWithinBooks;

    /// <summary>What was called.</summary>
    /// <param name="Number">Number of the meeting.</param>
    public sealed record Called(int Number);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Date).IsBusinessDate();
            RuleFor(c => c.Place).NotEmpty().MaximumLength(200);
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<Called>>
    {
        public Task<Result<Called>> Handle(Command c, CancellationToken cancellation) => desk.Open(c.Books, cancellation).Then(async books =>
        {
            var root = books.Head.MotherFund;
            var last = await desk.Db.Meetings.Where(meeting => meeting.MotherFund == root).MaxAsync(meeting => (int?)meeting.Number, cancellation);
            var called = Meeting.Call(root, (last ?? 0) + 1, c.Date, c.Place, desk.User, desk.Now);
            desk.Db.Meetings.Add(called);
            return Result<Called>.Ok(new Called(called.Number));
        });
    }
}
