using System.Globalization;
using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Committees;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Committees;

/// <summary>A meeting with its agenda: papers, votes, resolutions and their conditions.</summary>
public static class GetMeeting
{
    /// <summary>Asks for a meeting.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Meeting">Number of the meeting.</param>
    /// <param name="AsOf">Day for due days.</param>
    /// <param name="KnownAt">Recorded instant, counted; null for now.</param>
    [Readers]
    public sealed record Query(string Books, int Meeting, DateOnly AsOf, Stamp? KnownAt = null) : IQuery<Answer>, IWithinBooks;

    /// <summary>The meeting.</summary>
    /// <param name="Meeting">The meeting.</param>
    /// <param name="Members">Who sits on the committee on its day.</param>
    /// <param name="Rule">How the committee decides on its day.</param>
    /// <param name="Quorum">How many of them must vote.</param>
    /// <param name="IsOpen">Whether members may vote today.</param>
    public sealed record Answer(MeetingCard Meeting, IReadOnlyList<CommitteeMember> Members, string Rule, int Quorum, bool IsOpen);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Meeting).GreaterThan(0);
            RuleFor(q => q.AsOf).IsBusinessDate();
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Query, Result<Answer>>
    {
        public Task<Result<Answer>> Handle(Query q, CancellationToken cancellation) =>
            desk.View(q.Books, q.AsOf, q.KnownAt, cancellation).Then(async view =>
            {
                var found = (await desk.Meetings(view, cancellation)).FirstOrDefault(meeting => meeting.Number == q.Meeting);
                if (found is null) return PipelineErrors.NotFound("meeting", q.Meeting.ToString(CultureInfo.InvariantCulture));
                var committee = Committee.On(view.Book, found.Date, view.KnownAt);
                var card = MeetingCard.Of(found, view);
                return Result<Answer>.Ok(new Answer(
                    card, committee.Members, committee.Rule.ToString(), committee.Rule.Quorum.Least(committee.Members.Count),
                    !card.IsClosed && found.Date <= desk.Today));
            });
    }
}
