using FluentValidation;
using FundTracker.Analytics.Policies;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Policies;
using FundTracker.Domain.Evaluations;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Evaluations;

/// <summary>A fund by one scheme over the years: what ladders give for each, and what was sealed.</summary>
public static class GetEvaluationTrend
{
    private const int YearsMost = 10;

    /// <summary>Asks for it.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Fund">Code of the fund.</param>
    /// <param name="Scheme">Code of the scheme.</param>
    /// <param name="Until">Last year; null for the running one.</param>
    [ReadersAndOwnSubFund]
    public sealed record Query(string Books, string Fund, string Scheme, int? Until = null) : IQuery<Answer>, IAboutFund;

    /// <summary>The years.</summary>
    /// <param name="Scheme">The scheme.</param>
    /// <param name="Fund">The fund.</param>
    /// <param name="Years">From the first year that the scheme evaluates to the last, ten at most, ascending.</param>
    public sealed record Answer(Scheme Scheme, NodeEntry Fund, IReadOnlyList<Year> Years);

    /// <summary>A year.</summary>
    /// <param name="Number">The year.</param>
    /// <param name="Card">What ladders give for it as known now.</param>
    /// <param name="IsRunning">Whether it is not over.</param>
    /// <param name="Evaluation">Its evaluation; null where none was opened.</param>
    public sealed record Year(int Number, Scorecard Card, bool IsRunning, EvaluationSummary? Evaluation);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Fund).NotEmpty().MaximumLength(40);
            RuleFor(q => q.Scheme).NotEmpty().MaximumLength(40);
            RuleFor(q => q.Until!.Value).InclusiveBetween(1900, 2999).WithErrorCode(InputErrors.DateRange).When(q => q.Until is not null);
        }
    }

    internal sealed class Handler(Desk desk, PolicyLibrary library) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query q, CancellationToken cancellation)
        {
            var today = desk.Today;
            var last = q.Until ?? today.Year;
            var scheme = library.Scheme(q.Scheme).Then(found => ScoreYears.MayScore(found, last, today, retroactive: false));
            if (!scheme.IsSuccess || !library.Rules.IsSuccess) return Result<Answer>.Refused([.. scheme.Errors, .. library.Rules.Errors]);
            return await desk.Read(q.Books, cancellation).Then(async book =>
            {
                if (book.FindNode(q.Fund) is not { Kind: NodeKind.MotherFund or NodeKind.SubFund } fund) return PipelineErrors.NotFound("fund", q.Fund);
                var (fundId, schemeId) = (fund.Id, scheme.Value.Id);
                var evaluations = await desk.Db.Evaluations.AsNoTracking().Where(one =>
                    one.Fund == fundId && one.Scheme == schemeId && one.Timing == EvaluationTiming.Yearly
                        && one.Stage != EvaluationStage.Withdrawn).ToListAsync(cancellation);
                var plans = await desk.Plans(book, cancellation);
                var first = Math.Max(scheme.Value.FirstYear, last - YearsMost + 1);
                return Result<Answer>.Ok(new Answer(
                    scheme.Value, fund,
                    [
                        .. Enumerable.Range(first, last - first + 1).Select(year => YearOf(
                            desk.Views.Of(book, ScoreYears.DayOf(year, today), desk.Latest(book)), scheme.Value, fund, year,
                            evaluations.Find(one => one.Year == year), plans)),
                    ]));
            });
        }

        private Year YearOf(
            LedgerView view, Scheme scheme, NodeEntry fund, int year, Evaluation? evaluation, IReadOnlyList<Domain.Capital.ContributionPlan> plans)
        {
            var reader = new PolicyReader(view, plans, library.Rules.Value);
            var card = reader.Score(scheme, reader.SubjectOf(fund.Code)!, isRetroactive: false);
            return new Year(
                year, card, view.AsOf < new DateOnly(year, 12, 31),
                evaluation is null ? null : EvaluationSummary.Of(evaluation, scheme, fund, desk.Today));
        }
    }
}
