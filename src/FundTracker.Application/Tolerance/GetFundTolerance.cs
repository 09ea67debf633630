using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Policies;
using FundTracker.Application.Registry;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Registry;
using FundTracker.Domain.Results;
using FundTracker.Domain.Tolerance;
using FundTracker.Domain.Values;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Tolerance;

/// <summary>One fund: its loss against the tolerance, its projects, and what was on record of each decision.</summary>
public static class GetFundTolerance
{
    /// <summary>Asks for a fund.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Fund">Code of the mother fund or a sub-fund.</param>
    /// <param name="AsOf">Effective day, counted.</param>
    /// <param name="KnownAt">Recorded instant, counted; null for now. The future is refused.</param>
    [Readers]
    public sealed record Query(string Books, string Fund, DateOnly AsOf, Stamp? KnownAt = null) : IQuery<Answer>, IWithinBooks;

    /// <summary>The fund.</summary>
    /// <param name="Loss">Its loss, tolerance, projects and decisions.</param>
    /// <param name="Records">Due-diligence records of its own decisions.</param>
    /// <param name="OfCommitment">Records of the mother fund's decision to commit to it.</param>
    /// <param name="Pending">Records that wait for approval.</param>
    public sealed record Answer(
        FundLoss Loss, IReadOnlyList<DiligenceCard> Records, IReadOnlyList<DiligenceCard> OfCommitment, IReadOnlyList<EntryCard> Pending);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Fund).NotEmpty().MaximumLength(40);
            RuleFor(q => q.AsOf).IsBusinessDate();
        }
    }

    internal sealed class Handler(Desk desk, PolicyLibrary library) : IRequestHandler<Query, Result<Answer>>
    {
        public Task<Result<Answer>> Handle(Query q, CancellationToken cancellation) =>
            desk.View(q.Books, q.AsOf, q.KnownAt, cancellation).Then(async view =>
            {
                if (view.Book.FindNode(q.Fund) is not { Kind: NodeKind.MotherFund or NodeKind.SubFund } fund) return PipelineErrors.NotFound("fund", q.Fund);
                var root = view.Book.MotherFund;
                var plans = await desk.Db.ContributionPlans.AsNoTracking().Where(plan => plan.MotherFund == root).ToListAsync(cancellation);
                var waiting = await desk.Db.RegistryEntries.AsNoTracking()
                    .Where(entry => entry.MotherFund == root && entry.State == EntryState.Pending).OrderBy(entry => entry.Id).ToListAsync(cancellation);
                return library.Rules.Then(book => ToleranceReading.Of(view, plans, book, fund.Code) is [var loss]
                    ? Result<Answer>.Ok(Answered(view, loss, waiting))
                    : PipelineErrors.NotFound("fund", q.Fund));
            });

        private static Answer Answered(LedgerView view, FundLoss loss, IReadOnlyList<RegistryEntry> waiting) => new(
            loss, [.. view.Registry.DiligenceOf(loss.Fund.Code).Select(record => DiligenceCard.Of(view, record))],
            [.. OfCommitment(view, loss.Fund).Select(record => DiligenceCard.Of(view, record))],
            [.. waiting.Where(entry => IsAbout(entry.Event, loss.Fund.Code)).Select(EntryCard.Of)]);

        private static IEnumerable<DiligenceRecord> OfCommitment(LedgerView view, NodeEntry fund) =>
            view.Registry.DiligenceOf(view.Book.Root.Code).Where(record => record.Investee == fund.Code && record.Holder != fund.Code);

        private static bool IsAbout(RegistryEvent happened, string fund) =>
            happened is DiligenceRecorded recorded && (recorded.Holder == fund || recorded.Investee == fund);
    }
}
