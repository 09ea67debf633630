using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.CapitalCalls;

/// <summary>Records what an investor paid under an issued call: in full or in part, in time or late. It counts once another person approves.</summary>
public static class RecordPayment
{
    /// <summary>Records a payment.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Call">The issued call.</param>
    /// <param name="Investor">Code of who paid.</param>
    /// <param name="Amount">Major units, above zero; no more than what is due.</param>
    /// <param name="Date">Day on which the money came; not before the notice.</param>
    /// <param name="Currency">ISO code of the amount; null for the fund's own. Another one is refused.</param>
    /// <param name="Document">The paper behind it, such as the bank statement.</param>
    /// <param name="Note">Free words, at most 500 characters.</param>
    [Recorders]
    public sealed record Command(
        string Books, CapitalCallId Call, string Investor, decimal Amount, DateOnly Date, string? Currency = null,
        DocumentId? Document = null, string Note = "") : ICommand<VoucherId>, IBacked;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Call).NotEmpty();
            RuleFor(c => c.Investor).NotEmpty();
            RuleFor(c => c.Amount).IsAmount();
            RuleFor(c => c.Date).IsBusinessDate();
            RuleFor(c => c.Note).NotNull().MaximumLength(500);
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<VoucherId>>
    {
        public Task<Result<VoucherId>> Handle(Command c, CancellationToken cancellation) => desk.Open(c.Books, cancellation).Then(books =>
            books.Call(c.Call, cancellation).Then(call =>
                from investor in books.Holder(c.Investor)
                from edge in books.Existing(EdgeKind.Commitment, investor, books.Snapshot.Node(call.Fund))
                from amount in Amounts.Read(c.Amount, c.Currency, call.Amount.Currency, nameof(c.Amount))
                from lines in call.Pay(books.Snapshot.Edges[edge].Id, amount, c.Date, call.PaidOf(books.Everything))
                from voucher in books.Record(VoucherKind.Payment, call.Fund, [.. lines.Select(line => line with { Document = c.Document, Note = c.Note })])
                select voucher));
    }
}
