using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Committees;
using FundTracker.Domain.Results;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Committees;

/// <summary>Opens the papers of an item again and says of each whether it still says what it was bound to.</summary>
public static class OpenPaper
{
    /// <summary>Asks for the checks.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Meeting">Number of the meeting.</param>
    /// <param name="Item">Number of the item.</param>
    [Readers]
    public sealed record Query(string Books, int Meeting, int Item) : IQuery<IReadOnlyList<PaperCheck>>, IWithinBooks;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Meeting).GreaterThan(0);
            RuleFor(q => q.Item).GreaterThan(0);
        }
    }

    internal sealed class Handler(Desk desk, PaperDesk papers) : IRequestHandler<Query, Result<IReadOnlyList<PaperCheck>>>
    {
        public Task<Result<IReadOnlyList<PaperCheck>>> Handle(Query q, CancellationToken cancellation) =>
            desk.Read(q.Books, cancellation).Then(async book =>
            {
                var root = book.MotherFund;
                var meeting = await desk.Db.Meetings.AsNoTracking().SingleOrDefaultAsync(m => m.MotherFund == root && m.Number == q.Meeting, cancellation);
                if (meeting is null) return CommitteeErrors.NoSuchItem(q.Meeting, q.Item);
                return await meeting.Item(q.Item).Then(item => papers.Check(q.Books, item, cancellation));
            });
    }
}
