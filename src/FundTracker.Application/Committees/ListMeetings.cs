using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Committees;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Committees;

/// <summary>The committee: who sits on it and how it decides, what needs its resolution, its meetings with their agendas.</summary>
public static class ListMeetings
{
    /// <summary>Asks for the committee.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="AsOf">Day for members, rule and due days.</param>
    /// <param name="KnownAt">Recorded instant, counted; null for now.</param>
    [Readers]
    public sealed record Query(string Books, DateOnly AsOf, Stamp? KnownAt = null) : IQuery<Answer>, IWithinBooks;

    /// <summary>The committee.</summary>
    /// <param name="Members">In office.</param>
    /// <param name="Rule">How it decides.</param>
    /// <param name="Needs">Which approvals need a resolution.</param>
    /// <param name="CommitmentFloor">The smallest commitment to one fund that needs one, major units; null where none does.</param>
    /// <param name="Meetings">Meetings, the latest day first.</param>
    public sealed record Answer(
        IReadOnlyList<CommitteeMember> Members, string Rule, IReadOnlyList<MotionKind> Needs, decimal? CommitmentFloor, IReadOnlyList<MeetingCard> Meetings)
    {
        /// <summary>Resolutions, the latest first.</summary>
        public IReadOnlyList<ItemCard> Resolutions =>
            [.. Meetings.SelectMany(meeting => meeting.Items).Where(item => item.Resolution is not null)
                .OrderByDescending(item => item.Resolution, StringComparer.Ordinal)];

        /// <summary>Conditions that are not accepted yet, by due day.</summary>
        public IReadOnlyList<ConditionCard> OpenConditions =>
            [.. Meetings.SelectMany(meeting => meeting.Items).SelectMany(item => item.Conditions)
                .Where(condition => condition.State != ConditionState.Accepted).OrderBy(condition => condition.DueDate)];
    }

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.AsOf).IsBusinessDate();
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Query, Result<Answer>>
    {
        public Task<Result<Answer>> Handle(Query q, CancellationToken cancellation) =>
            desk.View(q.Books, q.AsOf, q.KnownAt, cancellation).Then(async view =>
            {
                var meetings = await desk.Meetings(view, cancellation);
                var committee = Committee.On(view.Book, view.AsOf, view.KnownAt);
                var need = ResolutionNeed.On(view.Book, view.AsOf, view.KnownAt);
                return Result<Answer>.Ok(new Answer(
                    committee.Members, committee.Rule.ToString(), [.. need.Kinds], need.CommitmentFloor,
                    [.. meetings.OrderByDescending(meeting => meeting.Date).ThenByDescending(meeting => meeting.Number)
                        .Select(meeting => MeetingCard.Of(meeting, view))]));
            });
    }
}
