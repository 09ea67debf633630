using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Records;

/// <summary>Records what a fund pays back to its investors: shared out by what each has paid in, or as stated for each.</summary>
public static class RecordDistribution
{
    /// <summary>Records a distribution; it counts once another person approves.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Fund">Code of the fund that distributes.</param>
    /// <param name="Date">Day on which the money went.</param>
    /// <param name="Parts">
    /// What is distributed. A part without an investor is shared over all by paid-in, to the fen; one with an investor is that one's alone.
    /// </param>
    /// <param name="Document">The paper behind it, or null.</param>
    /// <param name="Note">Free words, at most 500 characters.</param>
    [Recorders]
    public sealed record Command(
        string Books, string Fund, DateOnly Date, IReadOnlyList<Part> Parts, DocumentId? Document = null, string Note = "")
        : ICommand<VoucherId>, IBacked;

    /// <summary>A part of a distribution.</summary>
    /// <param name="Kind">Return of capital, realised gain or income.</param>
    /// <param name="Amount">Major units of the fund's currency, above zero.</param>
    /// <param name="Recallable">Whether it raises unfunded again.</param>
    /// <param name="Investor">Code of the investor whose part it is; null to share it out.</param>
    public sealed record Part(DistributionKind Kind, decimal Amount, bool Recallable = false, string? Investor = null);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Fund).NotEmpty();
            RuleFor(c => c.Date).IsBusinessDate();
            RuleFor(c => c.Parts).NotEmpty();
            RuleForEach(c => c.Parts).ChildRules(part =>
            {
                part.RuleFor(p => p.Kind).IsInEnum();
                part.RuleFor(p => p.Amount).IsAmount();
            });
            RuleFor(c => c.Note).NotNull().MaximumLength(500);
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<VoucherId>>
    {
        public Task<Result<VoucherId>> Handle(Command c, CancellationToken cancellation) => desk.Open(c.Books, cancellation).Then(books =>
        {
            var view = books.Everything.On(c.Date);
            return from fund in books.Fund(c.Fund)
                   from parts in c.Parts.Select((part, i) => LinesOf(books, view, fund, part, $"Parts[{i}].Amount")).All()
                   let lines = parts.SelectMany(part => part).Select(line => line with { Document = c.Document, Note = c.Note }).ToList()
                   from voucher in books.Record(VoucherKind.Distribution, fund.Id, lines)
                   select voucher;
        });

        private static Result<IReadOnlyList<LineDraft>> LinesOf(OpenBooks books, LedgerView view, NodeEntry fund, Part part, string field) =>
            from amount in Amounts.Read(part.Amount, fund.Currency, field)
            from shares in part.Investor is null ? InvestorShares.ByPaidIn(view, fund, amount) : books.ShareOf(part.Investor, fund, amount)
            select Distributions.Lines(part.Kind, shares, view.AsOf, part.Recallable);
    }
}
