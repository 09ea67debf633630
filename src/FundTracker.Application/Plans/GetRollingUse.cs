using FluentValidation;
using FundTracker.Analytics.Phases;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Plans;

/// <summary>滚动使用: a fund's money by how often it has been used, first in, first out.</summary>
public static class GetRollingUse
{
    /// <summary>Asks for it.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Fund">Code of the fund: the mother fund or a sub-fund.</param>
    /// <param name="AsOf">Effective day, counted.</param>
    /// <param name="KnownAt">Recorded instant, counted; null for now.</param>
    [Readers]
    public sealed record Query(string Books, string Fund, DateOnly AsOf, Stamp? KnownAt = null) : IQuery<Answer>, IWithinBooks;

    /// <summary>The money of a fund.</summary>
    /// <param name="Fund">The fund.</param>
    /// <param name="Use">Its money by generation.</param>
    public sealed record Answer(NodeEntry Fund, RollingUse Use);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Fund).NotEmpty().MaximumLength(40);
            RuleFor(q => q.AsOf).IsBusinessDate();
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Query, Result<Answer>>
    {
        public Task<Result<Answer>> Handle(Query q, CancellationToken cancellation) => desk.View(q.Books, q.AsOf, q.KnownAt, cancellation)
            .Then(view => view.Book.FindNode(q.Fund) is { Kind: NodeKind.MotherFund or NodeKind.SubFund } fund && fund.RecordedAt <= view.KnownAt
                ? Result<Answer>.Ok(new Answer(fund, RollingUse.Of(view, fund)))
                : PipelineErrors.NotFound("fund", q.Fund));
    }
}
