using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Policies;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Approvals;

/// <summary>
/// Approves a voucher that somebody else recorded: its lines are judged again, against the books as they stand now, and posted. A payment
/// is judged against what is still due and split over the call's items anew. Where hard rules would be breached it takes a reason.
/// </summary>
public static class ApproveVoucher
{
    /// <summary>Approves a voucher.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Voucher">The voucher.</param>
    /// <param name="OverrideReason">Why it is approved though hard rules would be breached; empty where none would. At most 1,000 characters.</param>
    [Approvers]
    public sealed record Command(string Books, VoucherId Voucher, string OverrideReason = "") : ICommand<Posted>, IWithinBooks;

    /// <summary>What was posted.</summary>
    /// <param name="FirstLine">Sequence of the first line.</param>
    /// <param name="LastLine">Sequence of the last line.</param>
    public sealed record Posted(long FirstLine, long LastLine);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Voucher).NotEmpty();
            RuleFor(c => c.OverrideReason).NotNull().MaximumLength(1000);
        }
    }

    internal sealed class Handler(Desk desk, BooksForesight foresight) : IRequestHandler<Command, Result<Posted>>
    {
        public Task<Result<Posted>> Handle(Command c, CancellationToken cancellation) => desk.Open(c.Books, cancellation).Then(books =>
            books.Voucher(c.Voucher, cancellation).Then(voucher => foresight.Of(books.Snapshot, voucher.Drafts(), cancellation)
                .Then(foreseen => voucher.Approve(desk.User, desk.Now, foreseen, c.OverrideReason))
                .Then(lines => Rejudge(books, voucher, lines, cancellation))
                .Then(lines => books.Post(lines, new Signatures(voucher.RecordedBy, desk.User, voucher.Id)))
                .Map(lines => new Posted(lines[0].Sequence, lines[^1].Sequence))));

        private async Task<Result<IReadOnlyList<LineDraft>>> Rejudge(
            OpenBooks books, Voucher voucher, IReadOnlyList<LineDraft> lines, CancellationToken cancellation)
        {
            if (!CallVouchers.IsUnderCall(voucher.Kind)) return CommitmentRules.CheckAgain(books.Everything, lines).Map(_ => lines);
            return (await books.Call(voucher.Call!.Value, cancellation))
                .Then(call => call.Settle(voucher.Kind, lines, call.PaidOf(books.Everything), desk.Now));
        }
    }
}
