using FluentValidation;
using FundTracker.Analytics.Registry;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Carriers;

/// <summary>The chain map: companies that our funds hold, by sector and segment of the chain, and where nobody is (补链).</summary>
public static class GetChainMap
{
    /// <summary>Asks for the map.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="AsOf">Effective day, counted.</param>
    /// <param name="KnownAt">Recorded instant, counted; null for now. The future is refused.</param>
    [Readers]
    public sealed record Query(string Books, DateOnly AsOf, Stamp? KnownAt = null) : IQuery<IReadOnlyList<ChainRow>>, IWithinBooks;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.AsOf).IsBusinessDate();
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Query, Result<IReadOnlyList<ChainRow>>>
    {
        public Task<Result<IReadOnlyList<ChainRow>>> Handle(Query q, CancellationToken cancellation) =>
            desk.View(q.Books, q.AsOf, q.KnownAt, cancellation).Map(ChainMap.Of);
    }
}
