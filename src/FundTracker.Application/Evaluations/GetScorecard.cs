using FluentValidation;
using FundTracker.Analytics.Policies;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Policies;
using FundTracker.Domain.Evaluations;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Evaluations;

/// <summary>The pre-score of a fund for a year: points, grade and the way to the next band, before anybody has reviewed it.</summary>
public static class GetScorecard
{
    /// <summary>Asks for it. The year is read at its last day, a running one as of today.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Scheme">Code of the scheme.</param>
    /// <param name="Year">The year.</param>
    /// <param name="Fund">Code of the fund; null for the mother fund.</param>
    /// <param name="KnownAt">Recorded instant, counted; null for now. The future is refused.</param>
    /// <param name="Retroactive">Whether a year is scored that the scheme does not evaluate; the result then says so.</param>
    [Readers]
    public sealed record Query(
        string Books, string Scheme, int Year, string? Fund = null, Stamp? KnownAt = null, bool Retroactive = false)
        : IQuery<Answer>, IWithinBooks;

    /// <summary>The pre-score.</summary>
    /// <param name="AsOf">Day at which figures were read.</param>
    /// <param name="KnownAt">Recorded instant that was used.</param>
    /// <param name="Year">The year.</param>
    /// <param name="IsRunning">Whether the year is not over.</param>
    /// <param name="Card">The scorecard.</param>
    public sealed record Answer(DateOnly AsOf, Stamp KnownAt, int Year, bool IsRunning, Scorecard Card);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Scheme).NotEmpty().MaximumLength(40);
            RuleFor(q => q.Year).InclusiveBetween(1900, 2999).WithErrorCode(InputErrors.DateRange);
            RuleFor(q => q.Fund).MaximumLength(40);
        }
    }

    internal sealed class Handler(Desk desk, PolicyLibrary library) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query q, CancellationToken cancellation)
        {
            var today = desk.Today;
            var scheme = library.Scheme(q.Scheme).Then(found => ScoreYears.MayScore(found, q.Year, today, q.Retroactive));
            if (!scheme.IsSuccess || !library.Rules.IsSuccess) return Result<Answer>.Refused([.. scheme.Errors, .. library.Rules.Errors]);
            var asOf = ScoreYears.DayOf(q.Year, today);
            return await desk.View(q.Books, asOf, q.KnownAt, cancellation).Then(async view =>
            {
                var root = view.Book.MotherFund;
                var plans = await desk.Db.ContributionPlans.AsNoTracking().Where(plan => plan.MotherFund == root).ToListAsync(cancellation);
                var reader = new PolicyReader(view, plans, library.Rules.Value);
                if (reader.SubjectOf(q.Fund ?? view.Book.Root.Code) is not { } subject) return PipelineErrors.NotFound("fund", q.Fund!);
                var card = reader.Score(scheme.Value, subject, scheme.Value.IsEarly(q.Year, today));
                return Result<Answer>.Ok(new Answer(view.AsOf, view.KnownAt, q.Year, asOf < new DateOnly(q.Year, 12, 31), card));
            });
        }
    }
}
