using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Funds;

/// <summary>The portfolio companies with what our funds put in, what is still held and what came back.</summary>
public static class ListCompanies
{
    /// <summary>Asks for companies.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="AsOf">Effective day, counted.</param>
    /// <param name="KnownAt">Recorded instant, counted; null for now. The future is refused.</param>
    [Readers]
    public sealed record Query(string Books, DateOnly AsOf, Stamp? KnownAt = null) : IQuery<IReadOnlyList<Row>>, IWithinBooks;

    /// <summary>A company.</summary>
    /// <param name="Company">The company with its facts.</param>
    /// <param name="Holdings">Each fund's holding, by the fund's code; empty where no fund of the books invested.</param>
    public sealed record Row(Member Company, IReadOnlyList<HoldingPosition> Holdings);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.AsOf).IsBusinessDate();
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Query, Result<IReadOnlyList<Row>>>
    {
        public Task<Result<IReadOnlyList<Row>>> Handle(Query q, CancellationToken cancellation) =>
            desk.View(q.Books, q.AsOf, q.KnownAt, cancellation).Map<LedgerView, IReadOnlyList<Row>>(view =>
            [
                .. new Members(view).Where(node => node.Kind == NodeKind.PortfolioCompany)
                    .Select(company => new Row(company, HoldingPosition.Of(view, company.Node))),
            ]);
    }
}
