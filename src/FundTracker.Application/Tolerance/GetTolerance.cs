using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Policies;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Tolerance;

/// <summary>Loss of each fund as a whole against the loss that is tolerated of it, and whether duty was done before what failed.</summary>
public static class GetTolerance
{
    /// <summary>Asks for all funds that have invested.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="AsOf">Effective day, counted.</param>
    /// <param name="KnownAt">Recorded instant, counted; null for now. The future is refused.</param>
    [Readers]
    public sealed record Query(string Books, DateOnly AsOf, Stamp? KnownAt = null) : IQuery<IReadOnlyList<FundLoss>>, IWithinBooks;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.AsOf).IsBusinessDate();
    }

    internal sealed class Handler(Desk desk, PolicyLibrary library) : IRequestHandler<Query, Result<IReadOnlyList<FundLoss>>>
    {
        public Task<Result<IReadOnlyList<FundLoss>>> Handle(Query q, CancellationToken cancellation) =>
            desk.View(q.Books, q.AsOf, q.KnownAt, cancellation).Then(async view =>
            {
                var root = view.Book.MotherFund;
                var plans = await desk.Db.ContributionPlans.AsNoTracking().Where(plan => plan.MotherFund == root).ToListAsync(cancellation);
                return library.Rules.Map(book => ToleranceReading.Of(view, plans, book));
            });
    }
}
