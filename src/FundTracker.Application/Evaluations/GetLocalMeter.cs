using FluentValidation;
using FundTracker.Analytics.Policies;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Policies;
using FundTracker.Application.Reports;
using FundTracker.Domain.Evaluations;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Evaluations;

/// <summary>
/// 返投 on one meter: the multiple of a fund, the floors that rules ask for, and the points that each scheme gives along the way, so that
/// what meeting a floor costs in points is seen.
/// </summary>
public static class GetLocalMeter
{
    /// <summary>Asks for it.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="AsOf">Effective day, counted.</param>
    /// <param name="KnownAt">Recorded instant, counted; null for now. The future is refused.</param>
    /// <param name="Fund">Code of the fund; null for the mother fund.</param>
    [Readers]
    public sealed record Query(string Books, DateOnly AsOf, Stamp? KnownAt = null, string? Fund = null) : IQuery<LocalMeterReading>, IWithinBooks;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.AsOf).IsBusinessDate();
            RuleFor(q => q.Fund).MaximumLength(40);
        }
    }

    internal sealed class Handler(Desk desk, PolicyLibrary library) : IRequestHandler<Query, Result<LocalMeterReading>>
    {
        public Task<Result<LocalMeterReading>> Handle(Query q, CancellationToken cancellation) =>
            desk.View(q.Books, q.AsOf, q.KnownAt, cancellation).Then(async view =>
            {
                var root = view.Book.MotherFund;
                var plans = await desk.Db.ContributionPlans.AsNoTracking().Where(plan => plan.MotherFund == root).ToListAsync(cancellation);
                return
                    from book in library.Rules
                    from schemes in library.Schemes
                    let reader = new PolicyReader(view, plans, book)
                    from subject in Subject(reader, q.Fund ?? view.Book.Root.Code)
                    select LocalReading.Of(view, reader, book, schemes, subject);
            });

        private static Result<PolicySubject> Subject(PolicyReader reader, string code) =>
            reader.SubjectOf(code) is { } subject ? subject : PipelineErrors.NotFound("fund", code);
    }
}
