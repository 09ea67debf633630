using FluentValidation;
using FundTracker.Analytics.Policies;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Policies;
using FundTracker.Domain.Evaluations;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Evaluations;

/// <summary>Sub-funds side by side by one scheme for one year: pre-score, sealed result, and the nearest way to more points.</summary>
public static class CompareEvaluations
{
    /// <summary>Asks for it. The year is read at its last day, a running one as of today.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Scheme">Code of the scheme.</param>
    /// <param name="Year">The year.</param>
    /// <param name="KnownAt">Recorded instant, counted; null for now.</param>
    /// <param name="Retroactive">Whether a year is compared that the scheme does not evaluate; the result then says so.</param>
    [Readers]
    public sealed record Query(string Books, string Scheme, int Year, Stamp? KnownAt = null, bool Retroactive = false) : IQuery<Answer>, IWithinBooks;

    /// <summary>The comparison.</summary>
    /// <param name="Scheme">The scheme.</param>
    /// <param name="AsOf">Day of the figures.</param>
    /// <param name="IsRetroactive">Whether the scheme does not evaluate the year.</param>
    /// <param name="Rows">Sub-funds, most points first.</param>
    public sealed record Answer(Scheme Scheme, DateOnly AsOf, bool IsRetroactive, IReadOnlyList<Row> Rows);

    /// <summary>A sub-fund.</summary>
    /// <param name="Card">Its pre-score.</param>
    /// <param name="Nearest">The indicator whose next band is nearest: least money a point, else the shortest way; null where there is none.</param>
    /// <param name="Evaluation">Its evaluation for the year; null where none was opened.</param>
    public sealed record Row(Scorecard Card, IndicatorScore? Nearest, EvaluationSummary? Evaluation)
    {
        /// <summary>Sealed points where there are some, else those of the pre-score.</summary>
        public decimal Points => Evaluation?.Points ?? Card.Points;
    }

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Scheme).NotEmpty().MaximumLength(40);
            RuleFor(q => q.Year).InclusiveBetween(1900, 2999).WithErrorCode(InputErrors.DateRange);
        }
    }

    internal sealed class Handler(Desk desk, PolicyLibrary library) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query q, CancellationToken cancellation)
        {
            var today = desk.Today;
            var scheme = library.Scheme(q.Scheme).Then(found => ScoreYears.MayScore(found, q.Year, today, q.Retroactive));
            if (!scheme.IsSuccess || !library.Rules.IsSuccess) return Result<Answer>.Refused([.. scheme.Errors, .. library.Rules.Errors]);
            return await desk.View(q.Books, ScoreYears.DayOf(q.Year, today), q.KnownAt, cancellation).Then(async view =>
            {
                var evaluations = await Evaluations(view, scheme.Value, q.Year, today, cancellation);
                var reader = new PolicyReader(view, await desk.Plans(view.Book, cancellation), library.Rules.Value);
                var isEarly = scheme.Value.IsEarly(q.Year, today);
                var rows = reader.SubjectsOf(RuleSubjects.SubFunds).Select(subject => reader.Score(scheme.Value, subject, isEarly))
                    .Select(card => new Row(card, ScoreYears.NearestOf(card), evaluations.FirstOrDefault(one => one.Fund.Id == card.Subject.Node)))
                    .OrderByDescending(row => row.Points).ThenBy(row => row.Card.Subject.Code, StringComparer.Ordinal);
                return Result<Answer>.Ok(new Answer(scheme.Value, view.AsOf, isEarly, [.. rows]));
            });
        }

        private async Task<IReadOnlyList<EvaluationSummary>> Evaluations(LedgerView view, Scheme scheme, int year, DateOnly today, CancellationToken cancellation)
        {
            var (root, id) = (view.Book.MotherFund, scheme.Id);
            var all = await desk.Db.Evaluations.AsNoTracking().Where(one =>
                one.MotherFund == root && one.Scheme == id && one.Year == year && one.Timing == EvaluationTiming.Yearly
                    && one.Stage != EvaluationStage.Withdrawn).ToListAsync(cancellation);
            return [.. all.Where(one => one.OpenedAt <= view.KnownAt).Select(one => EvaluationSummary.Of(one, scheme, view.Book.Node(one.Fund), today))];
        }
    }
}
