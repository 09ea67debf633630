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

/// <summary>Records how a fund left a company, in whole or in part: listing, trade sale, transfer, buy-back, write-off.</summary>
public static class RecordExit
{
    /// <summary>Records an exit; it counts once another person approves.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Fund">Code of the fund that leaves.</param>
    /// <param name="Company">Code of the company.</param>
    /// <param name="Kind">How it is left. A write-off brings no money and sets the value to zero.</param>
    /// <param name="Date">Day of the exit.</param>
    /// <param name="Proceeds">Cash received in major units of the fund's currency; zero for a write-off.</param>
    /// <param name="CostRelieved">Cost of what was sold or written off, major units; at most the cost still held.</param>
    /// <param name="ValueLeft">
    /// Fair value of what is still held, major units; null where the exit does not say: then zero if all cost is relieved, else what the
    /// last valuation rolls forward to.
    /// </param>
    /// <param name="Note">Buyer, place of listing, other words; at most 500 characters.</param>
    /// <param name="Document">The paper behind it, or null.</param>
    [Recorders]
    public sealed record Command(
        string Books, string Fund, string Company, ExitKind Kind, DateOnly Date, decimal Proceeds, decimal CostRelieved,
        decimal? ValueLeft = null, string Note = "", DocumentId? Document = null) : ICommand<VoucherId>, IBacked;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Fund).NotEmpty();
            RuleFor(c => c.Company).NotEmpty();
            RuleFor(c => c.Kind).IsInEnum();
            RuleFor(c => c.Date).IsBusinessDate();
            RuleFor(c => c.Proceeds).IsLevel().GreaterThanOrEqualTo(0);
            RuleFor(c => c.CostRelieved).IsLevel().GreaterThanOrEqualTo(0);
            RuleFor(c => c.ValueLeft).GreaterThanOrEqualTo(0);
            RuleFor(c => c.Note).NotNull().MaximumLength(500);
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<VoucherId>>
    {
        public Task<Result<VoucherId>> Handle(Command c, CancellationToken cancellation) => desk.Open(c.Books, cancellation).Then(books =>
            from fund in books.Fund(c.Fund)
            from company in books.Company(c.Company)
            from edge in books.Existing(EdgeKind.Holding, fund, company)
            from proceeds in Amounts.Read(c.Proceeds, fund.Currency, nameof(c.Proceeds))
            from cost in Amounts.Read(c.CostRelieved, fund.Currency, nameof(c.CostRelieved))
            from left in c.ValueLeft is { } value
                ? Amounts.Read(value, fund.Currency, nameof(c.ValueLeft)).Map(amount => (Money?)amount)
                : Result<Money?>.Ok(null)
            from lines in Exits.Lines(
                books.Snapshot.Edges[edge].Id, books.Everything.CostHeld(edge), new ExitTerms(c.Kind, Proceeds: proceeds, CostRelieved: cost, left),
                c.Date, c.Note, c.Document)
            from voucher in books.Record(VoucherKind.Exit, company.Id, lines)
            select voucher);
    }
}
