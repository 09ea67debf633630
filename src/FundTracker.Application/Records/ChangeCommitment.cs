using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Records;

/// <summary>Records a change of a commitment: increase, reduction, transfer to another holder, lapse, default.</summary>
public static class ChangeCommitment
{
    /// <summary>Records a change; it counts once another person approves.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Fund">Code of the fund.</param>
    /// <param name="Holder">Code of whose commitment changes.</param>
    /// <param name="Change">What changes. All but an increase take from what is neither paid in nor called; a transfer may take paid-in with it.</param>
    /// <param name="Amount">Major units of the fund's currency, above zero.</param>
    /// <param name="Date">Day from which it counts.</param>
    /// <param name="To">Code of who takes over; needed for a transfer, else null.</param>
    /// <param name="PaidIn">Of a transfer: how much of the amount was paid in and goes over with it, major units; null for none.</param>
    /// <param name="Document">The paper behind it, or null.</param>
    /// <param name="Note">Free words, at most 500 characters.</param>
    [Recorders]
    public sealed record Command(
        string Books, string Fund, string Holder, CommitmentChange Change, decimal Amount, DateOnly Date, string? To = null,
        decimal? PaidIn = null, DocumentId? Document = null, string Note = "") : ICommand<VoucherId>, IBacked;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Fund).NotEmpty();
            RuleFor(c => c.Holder).NotEmpty();
            RuleFor(c => c.Change).IsInEnum();
            RuleFor(c => c.Amount).IsAmount();
            RuleFor(c => c.Date).IsBusinessDate();
            RuleFor(c => c.To).NotEmpty().When(c => c.Change == CommitmentChange.Transfer);
            RuleFor(c => c.To).Null().When(c => c.Change != CommitmentChange.Transfer);
            RuleFor(c => c.PaidIn).GreaterThanOrEqualTo(0);
            RuleFor(c => c.PaidIn).Null().When(c => c.Change != CommitmentChange.Transfer);
            RuleFor(c => c.Note).NotNull().MaximumLength(500);
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<VoucherId>>
    {
        public Task<Result<VoucherId>> Handle(Command c, CancellationToken cancellation) => desk.Open(c.Books, cancellation).Then(books =>
            (from fund in books.Fund(c.Fund)
             from holder in books.Holder(c.Holder)
             from edge in books.Existing(EdgeKind.Commitment, holder, fund)
             from amount in Amounts.Read(c.Amount, fund.Currency, nameof(c.Amount))
             from paidIn in Amounts.Read(c.PaidIn ?? 0, fund.Currency, nameof(c.PaidIn))
             select (fund, edge: books.Snapshot.Edges[edge].Id, amount, paidIn))
            .Then(x => Receiver(books, c.To, x.fund, cancellation).Then(to =>
                from lines in CommitmentRules.Change(c.Change, x.edge, to, x.amount, c.Date, c.Note, c.Document, x.paidIn)
                from voucher in books.Record(VoucherKind.CommitmentChange, x.fund.Id, lines)
                select voucher)));

        private static Task<Result<EdgeId?>> Receiver(OpenBooks books, string? code, NodeEntry fund, CancellationToken cancellation) =>
            code is null
                ? Task.FromResult(Result<EdgeId?>.Ok(null))
                : (from holder in books.Holder(code)
                   from _ in CommitmentRules.CheckAcyclic(books.Everything, holder, fund)
                   select holder)
                .Then(async holder => Result<EdgeId?>.Ok((await books.EdgeBetween(EdgeKind.Commitment, holder.Id, fund.Id, cancellation)).Id));
    }
}
