using FluentValidation;
using FundTracker.Analytics.Phases;
using FundTracker.Application.Books;
using FundTracker.Application.Evaluations;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Committees;
using FundTracker.Domain.Evaluations;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Committees;

/// <summary>What the committee must decide now, and what was recorded since it last met.</summary>
public static class GetCockpit
{
    /// <summary>Asks for it.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="AsOf">Effective day, counted.</param>
    /// <param name="KnownAt">Recorded instant, counted; null for now. What waits is always what waits now.</param>
    [Readers]
    public sealed record Query(string Books, DateOnly AsOf, Stamp? KnownAt = null) : IQuery<Answer>, IWithinBooks;

    /// <summary>The committee's work.</summary>
    /// <param name="Waiting">Approvals and sealings that would be refused now for want of a resolution.</param>
    /// <param name="Evaluations">Evaluations whose next step is the committee's.</param>
    /// <param name="Last">The last meeting that was held by the day; null where none was.</param>
    /// <param name="Commitments">Changes of the mother fund's commitments recorded since, the latest first.</param>
    /// <param name="Restated">What was recorded since with an effect on the day that the last meeting's papers spoke of, or before it.</param>
    public sealed record Answer(
        IReadOnlyList<WaitingItem> Waiting, IReadOnlyList<EvaluationSummary> Evaluations, LastMeeting? Last, IReadOnlyList<NewLine> Commitments,
        IReadOnlyList<NewLine> Restated);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.AsOf).IsBusinessDate();
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Query, Result<Answer>>
    {
        public Task<Result<Answer>> Handle(Query q, CancellationToken cancellation) => desk.View(q.Books, q.AsOf, q.KnownAt, cancellation).Then(async view =>
        {
            var today = desk.Today;
            var (last, evaluations) = (LastMeeting.Of(await desk.Meetings(view, cancellation), view), await Evaluations(view.Book, cancellation));
            var now = desk.Views.Of(view.Book, DateOnly.MaxValue, Stamp.Max);
            var due = evaluations.Where(one => one.TurnOn(today) == EvaluationTurn.Committee)
                .Select(one => EvaluationDesk.SchemeOf(one).Map(scheme => EvaluationSummary.Of(one, scheme, view.Book.Node(one.Fund), today))).All();
            var waiting = new WaitingItems(now, today);
            IReadOnlyList<WaitingItem> items =
            [
                .. (await Vouchers(view.Book, cancellation)).Select(waiting.Of).OfType<WaitingItem>(),
                .. await Calls(now, waiting, today, cancellation), .. evaluations.Select(waiting.Of).OfType<WaitingItem>(),
            ];
            return due.Map(rows => new Answer(items, rows, last, NewLine.Commitments(view, last), NewLine.Restated(view, last)));
        });

        private async Task<IReadOnlyList<Evaluation>> Evaluations(BookSnapshot book, CancellationToken cancellation)
        {
            var root = book.MotherFund;
            var all = await desk.Db.Evaluations.AsNoTracking().Where(one => one.MotherFund == root).ToListAsync(cancellation);
            return [.. all.Where(one => one.IsOpen).OrderBy(one => one.OpenedAt)];
        }

        private async Task<IReadOnlyList<Voucher>> Vouchers(BookSnapshot book, CancellationToken cancellation)
        {
            var root = book.MotherFund;
            return await desk.Db.Vouchers.AsNoTracking()
                .Where(voucher => voucher.MotherFund == root && voucher.State == VoucherState.Pending).OrderBy(voucher => voucher.Id).ToListAsync(cancellation);
        }

        private async Task<IReadOnlyList<WaitingItem>> Calls(LedgerView now, WaitingItems waiting, DateOnly today, CancellationToken cancellation)
        {
            var root = now.Book.MotherFund;
            var calls = await desk.Db.CapitalCalls.AsNoTracking().Where(call => call.MotherFund == root).OrderBy(call => call.Id).ToListAsync(cancellation);
            var submitted = calls.Where(call => call.Stage == CallStage.Submitted && call.Tranche is not null).ToList();
            if (submitted.Count == 0) return [];
            var plans = await desk.Plans(now.Book, cancellation);
            return [.. submitted.Where(call => IsHeldBack(call)).Select(waiting.Of).OfType<WaitingItem>()];

            bool IsHeldBack(CapitalCall call)
            {
                var plan = plans.FirstOrDefault(one => one.Fund == call.Fund);
                var tranche = plan?.Tranches.FirstOrDefault(one => one.Number == call.Tranche);
                return tranche is not null && GateEngine.Judge(now.On(call.GateDay(today)), plan!, tranche, [.. calls.Where(other => other.Fund == call.Fund)])
                    .Any(gate => gate.Status != GateStatus.Met);
            }
        }
    }
}
