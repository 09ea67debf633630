using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Evaluations;
using FundTracker.Domain.Results;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Evaluations;

/// <summary>The evaluations of a mother fund and its sub-funds: open ones first, then by year.</summary>
public static class ListEvaluations
{
    /// <summary>Asks for them.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Fund">Code of one fund; null for all, which a sub-fund's manager may not ask.</param>
    [ReadersAndOwnSubFund]
    public sealed record Query(string Books, string? Fund = null) : IQuery<IReadOnlyList<EvaluationSummary>>, IAboutFund
    {
        string IAboutFund.Fund => Fund ?? "";
    }

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Fund).MaximumLength(40);
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Query, Result<IReadOnlyList<EvaluationSummary>>>
    {
        public Task<Result<IReadOnlyList<EvaluationSummary>>> Handle(Query q, CancellationToken cancellation) => desk.Read(q.Books, cancellation).Then(async book =>
        {
            var root = book.MotherFund;
            var all = await desk.Db.Evaluations.AsNoTracking().Where(one => one.MotherFund == root).ToListAsync(cancellation);
            var today = desk.Today;
            return all.Where(one => q.Fund is null || book.FindNode(q.Fund)?.Id == one.Fund)
                .OrderByDescending(one => one.IsOpen).ThenByDescending(one => one.Year).ThenByDescending(one => one.OpenedAt)
                .Select(one => EvaluationDesk.SchemeOf(one).Map(scheme => EvaluationSummary.Of(one, scheme, book.Node(one.Fund), today)))
                .All();
        });
    }
}
