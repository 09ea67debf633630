using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Records;

/// <summary>Records a dividend that a fund received from a company.</summary>
public static class RecordDividend
{
    /// <summary>Records a dividend; it counts once another person approves.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Fund">Code of the fund that received it.</param>
    /// <param name="Company">Code of the company.</param>
    /// <param name="Date">Day on which the money came.</param>
    /// <param name="Amount">Major units of the fund's currency, above zero.</param>
    /// <param name="Document">The paper behind it, or null.</param>
    /// <param name="Note">Free words, at most 500 characters.</param>
    [Recorders]
    public sealed record Command(
        string Books, string Fund, string Company, DateOnly Date, decimal Amount, DocumentId? Document = null, string Note = "")
        : ICommand<VoucherId>, IBacked;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Fund).NotEmpty();
            RuleFor(c => c.Company).NotEmpty();
            RuleFor(c => c.Date).IsBusinessDate();
            RuleFor(c => c.Amount).IsAmount();
            RuleFor(c => c.Note).NotNull().MaximumLength(500);
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<VoucherId>>
    {
        public Task<Result<VoucherId>> Handle(Command c, CancellationToken cancellation) => desk.Open(c.Books, cancellation).Then(books =>
            from fund in books.Fund(c.Fund)
            from company in books.Company(c.Company)
            from edge in books.Existing(EdgeKind.Holding, fund, company)
            from amount in Amounts.Read(c.Amount, fund.Currency, nameof(c.Amount))
            let line = new LineDraft(books.Snapshot.Edges[edge].Id, LineKind.Dividend, c.Date, amount) { Note = c.Note, Document = c.Document }
            from voucher in books.Record(VoucherKind.Exit, company.Id, [line])
            select voucher);
    }
}
