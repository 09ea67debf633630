using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Policies;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Approvals;

/// <summary>
/// Approves a voucher that somebody else recorded: what it proposes is judged again, against the books as they stand now, and carried out.
/// A payment is judged against what is still due and split over the call's items anew. Where hard rules would be breached by its lines it
/// takes a reason. A commitment for which the committee's resolution is needed finds one, or is refused.
/// </summary>
public static class ApproveVoucher
{
    /// <summary>Approves a voucher.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Voucher">The voucher.</param>
    /// <param name="OverrideReason">Why it is approved though hard rules would be breached; empty where none would. At most 1,000 characters.</param>
    [Approvers]
    public sealed record Command(string Books, VoucherId Voucher, string OverrideReason = "") : ICommand<Posted>, IWithinBooks;

    /// <summary>What now stands in the books by it; a step of a contribution plan is neither.</summary>
    /// <param name="Lines">Sequences of the ledger lines posted.</param>
    /// <param name="Facts">Sequences of the facts stated.</param>
    public sealed record Posted(IReadOnlyList<long> Lines, IReadOnlyList<long> Facts);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Voucher).NotEmpty();
            RuleFor(c => c.OverrideReason).NotNull().MaximumLength(1000);
        }
    }

    internal sealed class Handler(Desk desk, BooksForesight foresight, LocalCases cases) : IRequestHandler<Command, Result<Posted>>
    {
        public Task<Result<Posted>> Handle(Command c, CancellationToken cancellation) => desk.Open(c.Books, cancellation).Then(books =>
            books.Voucher(c.Voucher, cancellation).Then(voucher => foresight.Of(books.Snapshot, voucher.Drafts(), cancellation)
                .Then(foreseen => voucher.Approve(desk.User, desk.Now, foreseen.Changes, c.OverrideReason))
                .Then(content => CarryOut(books, voucher, content, cancellation))));

        private Task<Result<Posted>> CarryOut(OpenBooks books, Voucher voucher, VoucherContent content, CancellationToken cancellation)
        {
            var signed = new Signatures(voucher.RecordedBy, desk.User, voucher.Id);
            if (content.Steps.Count > 0) return Take(books, voucher, content.Steps, signed, cancellation);
            return content.Facts.Count > 0
                ? Task.FromResult(State(books, content.Facts, signed))
                : Post(books, voucher, content.Lines, signed, cancellation);
        }

        private Result<Posted> State(OpenBooks books, IReadOnlyList<FactDraft> facts, Signatures signed) =>
            from judged in facts.Where(fact => LocalCase.IsNameOf(fact.Name)).Select(fact => cases.Judge(books.Snapshot, fact)).All()
            from stated in books.State(facts, signed)
            select new Posted([], [.. stated.Select(fact => fact.Sequence)]);

        private Task<Result<Posted>> Post(
            OpenBooks books, Voucher voucher, IReadOnlyList<LineDraft> lines, Signatures signed, CancellationToken cancellation) =>
            Rejudge(books, voucher, lines, cancellation)
                .Then(judged => books.Gate(desk.Today).Commitments($"voucher/{voucher.Id}", judged).Then(books.Note).Map(_ => judged))
                .Then(judged => books.Post(judged, signed))
                .Map(posted => new Posted([.. posted.Select(line => line.Sequence)], []));

        private async Task<Result<IReadOnlyList<LineDraft>>> Rejudge(
            OpenBooks books, Voucher voucher, IReadOnlyList<LineDraft> lines, CancellationToken cancellation)
        {
            if (!CallVouchers.IsUnderCall(voucher.Kind)) return CommitmentRules.CheckAgain(books.Everything, lines).Map(_ => lines);
            return (await books.Call(voucher.Call!.Value, cancellation))
                .Then(call => call.Settle(voucher.Kind, lines, call.PaidOf(books.Everything), desk.Now));
        }

        private async Task<Result<Posted>> Take(
            OpenBooks books, Voucher voucher, IReadOnlyList<PlanStepDraft> steps, Signatures signed, CancellationToken cancellation)
        {
            var fund = books.Snapshot.Node(voucher.About);
            var found = await books.Plan(fund, cancellation);
            if (steps[0] is not PlanDraft drawn) return found.Then(plan => plan.Take(steps, signed, desk.Now)).Map(_ => new Posted([], []));
            if (found.IsSuccess) return PlanErrors.PlanExists(fund.Code);
            desk.Db.ContributionPlans.Add(ContributionPlan.DrawUp(
                new ContributionPlanId(desk.NextId()), books.Head.MotherFund, fund.Id, drawn.Rolling, signed, desk.Now));
            return new Posted([], []);
        }
    }
}
