using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Records;

/// <summary>购汇/结汇 records that a fund gave cash in one currency for cash in another, as before a call of a sub-fund that keeps its books in it.</summary>
public static class ExchangeCurrency
{
    /// <summary>Records an exchange; it counts once another person approves.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Fund">Code of the fund whose money it is.</param>
    /// <param name="Date">Day on which the bank changed it.</param>
    /// <param name="Sold">What was given, major units, above zero; no more than the fund's cash in that currency.</param>
    /// <param name="SoldCurrency">ISO 4217 code.</param>
    /// <param name="Bought">What was taken for it, major units, above zero; the bank's fee, if any, is an expense of its own.</param>
    /// <param name="BoughtCurrency">ISO 4217 code, another.</param>
    /// <param name="Document">The paper behind it, or null.</param>
    /// <param name="Note">Free words, at most 500 characters.</param>
    [Recorders]
    public sealed record Command(
        string Books, string Fund, DateOnly Date, decimal Sold, string SoldCurrency, decimal Bought, string BoughtCurrency,
        DocumentId? Document = null, string Note = "") : ICommand<VoucherId>, IBacked;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Fund).NotEmpty();
            RuleFor(c => c.Date).IsBusinessDate();
            RuleFor(c => c.Sold).IsAmount();
            RuleFor(c => c.SoldCurrency).Must(code => Currency.TryOf(code, out _)).WithErrorCode(InputErrors.NotKnown);
            RuleFor(c => c.Bought).IsAmount();
            RuleFor(c => c.BoughtCurrency).Must(code => Currency.TryOf(code, out _)).WithErrorCode(InputErrors.NotKnown);
            RuleFor(c => c.Note).NotNull().MaximumLength(500);
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<VoucherId>>
    {
        public Task<Result<VoucherId>> Handle(Command c, CancellationToken cancellation) => desk.Open(c.Books, cancellation).Then(books =>
            (from fund in books.Fund(c.Fund)
             from sold in Amounts.Read(c.Sold, Currency.Of(c.SoldCurrency), nameof(c.Sold))
             from bought in Amounts.Read(c.Bought, Currency.Of(c.BoughtCurrency), nameof(c.Bought))
             select (fund, sold, bought))
            .Then(async x =>
            {
                var (from, to) = (await books.Purse(x.fund.Id, x.sold.Currency, cancellation), await books.Purse(x.fund.Id, x.bought.Currency, cancellation));
                LineDraft[] lines = [new(from.Id, LineKind.CurrencySold, c.Date, x.sold), new(to.Id, LineKind.CurrencyBought, c.Date, x.bought)];
                return books.Record(VoucherKind.FundCash, x.fund.Id, [.. lines.Select(line => line with { Note = c.Note, Document = c.Document })])
                    .At(LedgerErrors.IsSameCurrency, nameof(c.BoughtCurrency));
            }));
    }
}
