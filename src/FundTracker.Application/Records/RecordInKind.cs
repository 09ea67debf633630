using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Records;

/// <summary>Records a contribution in kind (划转, 作价出资): paid in without cash.</summary>
public static class RecordInKind
{
    /// <summary>Records a contribution in kind; it counts once another person approves.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Fund">Code of the fund that takes it.</param>
    /// <param name="Holder">Code of who contributes; has a commitment to the fund.</param>
    /// <param name="Amount">Agreed value in major units of the fund's currency, above zero.</param>
    /// <param name="Date">Day from which it counts.</param>
    /// <param name="InsideCommitment">Whether it counts against the commitment.</param>
    /// <param name="Document">The paper behind it, such as the appraisal; or null.</param>
    /// <param name="Note">What was contributed, at most 500 characters.</param>
    [Recorders]
    public sealed record Command(
        string Books, string Fund, string Holder, decimal Amount, DateOnly Date, bool InsideCommitment = true, DocumentId? Document = null,
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
            from fund in books.Fund(c.Fund)
            from holder in books.Holder(c.Holder)
            from edge in books.Existing(EdgeKind.Commitment, holder, fund)
            from amount in Amounts.Read(c.Amount, fund.Currency, nameof(c.Amount))
            let line = new LineDraft(books.Snapshot.Edges[edge].Id, LineKind.ContributionInKind, c.Date, amount)
            {
                InsideCommitment = c.InsideCommitment, Document = c.Document, Note = c.Note,
            }
            from voucher in books.Record(VoucherKind.InKind, fund.Id, [line])
            select voucher);
    }
}
