using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Ledger;

/// <summary>
/// What was recorded since an instant and does not show on the day, or at the instant, that somebody looks at: so that nobody wonders whether
/// something was saved.
/// </summary>
public static class FindUnseen
{
    /// <summary>Asks for it.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="AsOf">Effective day that is looked at, counted.</param>
    /// <param name="Since">Only what was recorded later than this is counted.</param>
    /// <param name="KnownAt">Recorded instant that is looked at, counted; null for now.</param>
    [Readers]
    public sealed record Query(string Books, DateOnly AsOf, Stamp Since, Stamp? KnownAt = null) : IQuery<UnseenRecords>, IWithinBooks;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.AsOf).IsBusinessDate();
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Query, Result<UnseenRecords>>
    {
        public async Task<Result<UnseenRecords>> Handle(Query q, CancellationToken cancellation) =>
            (await desk.Read(q.Books, cancellation)).Map(book => UnseenRecords.Of(book, q.AsOf, q.KnownAt, q.Since));
    }
}
