using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Records;

/// <summary>Records the first commitment of a holder to a fund: a shareholder's to the mother fund, or the mother fund's to a sub-fund.</summary>
public static class RecordCommitment
{
    /// <summary>Records a commitment; it counts once another person approves.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Fund">Code of the fund that takes the commitment.</param>
    /// <param name="Holder">Code of who commits: an investor or a fund of the books. A circle of funds is refused.</param>
    /// <param name="Amount">Major units, above zero.</param>
    /// <param name="Date">Day from which it counts.</param>
    /// <param name="Currency">ISO code of the amount; null for the fund's own. Another one is refused.</param>
    /// <param name="Document">The paper behind it, or null.</param>
    /// <param name="Note">Free words, at most 500 characters.</param>
    [Recorders]
    public sealed record Command(
        string Books, string Fund, string Holder, decimal Amount, DateOnly Date, string? Currency = null, DocumentId? Document = null,
        string Note = "") : ICommand<VoucherId>, IBacked;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Fund).NotEmpty();
            RuleFor(c => c.Holder).NotEmpty();
            RuleFor(c => c.Amount).IsAmount();
            RuleFor(c => c.Date).IsBusinessDate();
            RuleFor(c => c.Note).NotNull().MaximumLength(500);
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<VoucherId>>
    {
        public Task<Result<VoucherId>> Handle(Command c, CancellationToken cancellation) => desk.Open(c.Books, cancellation).Then(books =>
            (from fund in books.Fund(c.Fund)
             from holder in books.Holder(c.Holder)
             from amount in Amounts.Read(c.Amount, c.Currency, fund.Currency, nameof(c.Amount))
             from _ in CommitmentRules.CheckNew(books.Everything, holder, fund)
             select (fund, holder, amount))
            .Then(async x =>
            {
                var edge = await books.EdgeBetween(EdgeKind.Commitment, x.holder.Id, x.fund.Id, cancellation);
                var line = new LineDraft(edge.Id, LineKind.Commitment, c.Date, x.amount) { Document = c.Document, Note = c.Note };
                return books.Record(VoucherKind.Commitment, x.fund.Id, [line]);
            }));
    }
}
