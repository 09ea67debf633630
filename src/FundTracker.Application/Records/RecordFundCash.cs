using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Records;

/// <summary>Records a move of a fund's own money: fees, expenses, tax, interest, other income, a credit line drawn or repaid.</summary>
public static class RecordFundCash
{
    /// <summary>Kinds of lines that may be recorded so.</summary>
    public static IReadOnlyList<LineKind> Kinds { get; } =
    [
        LineKind.ManagementFee, LineKind.Expense, LineKind.Tax, LineKind.Interest, LineKind.OtherIncome, LineKind.CreditDrawn,
        LineKind.CreditRepaid,
    ];

    /// <summary>Records a move of cash; it counts once another person approves.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Fund">Code of the fund whose money it is.</param>
    /// <param name="Kind">One of <see cref="Kinds"/>.</param>
    /// <param name="Date">Day on which the money moved.</param>
    /// <param name="Amount">Major units of the fund's currency, above zero; the kind says which way it went.</param>
    /// <param name="Document">The paper behind it, or null.</param>
    /// <param name="Note">Free words, at most 500 characters.</param>
    [Recorders]
    public sealed record Command(
        string Books, string Fund, LineKind Kind, DateOnly Date, decimal Amount, DocumentId? Document = null, string Note = "")
        : ICommand<VoucherId>, IBacked;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Fund).NotEmpty();
            RuleFor(c => c.Kind).Must(Kinds.Contains).WithErrorCode(InputErrors.NotKnown);
            RuleFor(c => c.Date).IsBusinessDate();
            RuleFor(c => c.Amount).IsAmount();
            RuleFor(c => c.Note).NotNull().MaximumLength(500);
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<VoucherId>>
    {
        public Task<Result<VoucherId>> Handle(Command c, CancellationToken cancellation) => desk.Open(c.Books, cancellation).Then(books =>
            (from fund in books.Fund(c.Fund)
             from amount in Amounts.Read(c.Amount, fund.Currency, nameof(c.Amount))
             select (fund, amount))
            .Then(async x =>
            {
                var own = await books.EdgeBetween(EdgeKind.Own, x.fund.Id, x.fund.Id, cancellation);
                var line = new LineDraft(own.Id, c.Kind, c.Date, x.amount) { Note = c.Note, Document = c.Document };
                return books.Record(VoucherKind.FundCash, x.fund.Id, [line]);
            }));
    }
}
