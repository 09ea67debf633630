using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Ledger;

/// <summary>The journal of the books, or of one member of them, page by page.</summary>
public static class GetLedger
{
    /// <summary>Largest number of lines on a page.</summary>
    public const int PageSizeMax = 5000;

    /// <summary>Asks for lines.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Fund">Code of a fund, investor or company at either end of the line; null for all.</param>
    /// <param name="Kinds">Kinds of lines; null or empty for all.</param>
    /// <param name="From">First effective day, counted; null for no bound.</param>
    /// <param name="To">Last effective day, counted; null for no bound.</param>
    /// <param name="KnownAt">Recorded instant, counted; null for now. The future is refused.</param>
    /// <param name="Page">Number of the page, from 1.</param>
    /// <param name="PageSize">Lines on a page, 1 to <see cref="PageSizeMax"/>.</param>
    /// <param name="LatestFirst">Whether the last recorded comes first.</param>
    [ReadersAndOwnSubFund]
    public sealed record Query(
        string Books, string? Fund = null, IReadOnlyList<LineKind>? Kinds = null, DateOnly? From = null, DateOnly? To = null,
        Stamp? KnownAt = null, int Page = 1, int PageSize = 100, bool LatestFirst = false) : IQuery<Answer>, IAboutFund
    {
        string IAboutFund.Fund => Fund ?? "";
    }

    /// <summary>A page.</summary>
    /// <param name="Total">How many lines there are over all pages.</param>
    /// <param name="KnownAt">Recorded instant that was used.</param>
    /// <param name="Lines">The lines of the page.</param>
    public sealed record Answer(int Total, Stamp KnownAt, IReadOnlyList<LineCard> Lines);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleForEach(q => q.Kinds).Must(kind => LineKinds.All.Contains(kind)).WithErrorCode(InputErrors.NotKnown);
            RuleFor(q => q.Page).InclusiveBetween(1, 100_000);
            RuleFor(q => q.PageSize).InclusiveBetween(1, PageSizeMax);
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Query, Result<Answer>>
    {
        public Task<Result<Answer>> Handle(Query q, CancellationToken cancellation) =>
            desk.View(q.Books, q.To ?? DateOnly.MaxValue, q.KnownAt, cancellation).Then(async view =>
            {
                var node = q.Fund is null ? null : view.Book.FindNode(q.Fund);
                if (q.Fund is not null && node is null) return PipelineErrors.NotFound("node", q.Fund);
                var edges = Enumerable.Range(0, view.Book.Edges.Count)
                    .Where(i => node is null || view.Book.Edges[i].Holder == node.Id || view.Book.Edges[i].Investee == node.Id).ToHashSet();
                var kinds = q.Kinds is { Count: > 0 } ? KindSet.Of([.. q.Kinds]) : KindSet.Of([.. LineKinds.All]);
                var from = (q.From ?? DateOnly.MinValue).DayNumber;
                var found = view.Lines(edges, kinds).Where(i => view.Book.Columns.Days[i] >= from).ToList();
                if (q.LatestFirst) found.Reverse();
                var page = found.Skip(checked((q.Page - 1) * q.PageSize)).Take(q.PageSize).ToList();
                return Result<Answer>.Ok(new Answer(found.Count, view.KnownAt, await LineCard.Read(desk, view, page, cancellation)));
            });
    }
}
