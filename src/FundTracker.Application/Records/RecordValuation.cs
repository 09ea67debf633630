using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Holdings;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Records;

/// <summary>Records the fair value of a fund's holding in a company for a date, with its method and source.</summary>
public static class RecordValuation
{
    /// <summary>Records a valuation; it counts once another person approves.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Fund">Code of the fund that holds.</param>
    /// <param name="Company">Code of the company.</param>
    /// <param name="Date">Day for which it is stated.</param>
    /// <param name="Amount">Major units of the fund's currency; may be zero.</param>
    /// <param name="Method">How it was found.</param>
    /// <param name="Source">Whose valuation it is, at most 500 characters.</param>
    /// <param name="Document">The paper behind it, or null.</param>
    [Recorders]
    public sealed record Command(
        string Books, string Fund, string Company, DateOnly Date, decimal Amount, ValuationMethod Method, string Source,
        DocumentId? Document = null) : ICommand<VoucherId>, IBacked;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Fund).NotEmpty();
            RuleFor(c => c.Company).NotEmpty();
            RuleFor(c => c.Date).IsBusinessDate();
            RuleFor(c => c.Amount).IsLevel().GreaterThanOrEqualTo(0);
            RuleFor(c => c.Method).IsInEnum();
            RuleFor(c => c.Source).NotEmpty().MaximumLength(500);
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<VoucherId>>
    {
        public Task<Result<VoucherId>> Handle(Command c, CancellationToken cancellation) => desk.Open(c.Books, cancellation).Then(books =>
            from fund in books.Fund(c.Fund)
            from company in books.Company(c.Company)
            from edge in books.Existing(EdgeKind.Holding, fund, company)
            from amount in Amounts.Read(c.Amount, fund.Currency, nameof(c.Amount))
            let line = new LineDraft(books.Snapshot.Edges[edge].Id, LineKind.Valuation, c.Date, amount)
            {
                Note = LineNotes.Write(c.Method, c.Source), Document = c.Document,
            }
            from voucher in books.Record(VoucherKind.Valuation, company.Id, [line])
            select voucher);
    }
}
