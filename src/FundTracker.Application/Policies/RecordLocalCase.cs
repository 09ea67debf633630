using System.Globalization;
using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Policies;

/// <summary>返投认定: records a case of local re-investment beside own investment; it counts once another person approved it.</summary>
public static class RecordLocalCase
{
    /// <summary>Records a case.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Fund">Code of the fund that claims it.</param>
    /// <param name="Company">Code of the company that it is about.</param>
    /// <param name="Type">Code of the case, one that the rule on recognition knows on the day.</param>
    /// <param name="Amount">How much money it covers, major units of the fund's currency, above zero.</param>
    /// <param name="Date">Day of the case; not in a closed quarter.</param>
    /// <param name="Proof">What proves it; at most 500 characters.</param>
    /// <param name="Source">Which of others' money, by a name of 2 to 40 characters; empty for the fund's own.</param>
    /// <param name="Provenance">Where the record comes from.</param>
    /// <param name="Document">The paper behind it, or null.</param>
    [Recorders]
    public sealed record Command(
        string Books, string Fund, string Company, string Type, decimal Amount, DateOnly Date, string Proof, string Source = "",
        Provenance Provenance = Provenance.Recorded, DocumentId? Document = null) : ICommand<VoucherId>, IBacked;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Fund).NotEmpty();
            RuleFor(c => c.Company).NotEmpty();
            RuleFor(c => c.Type).NotEmpty().MaximumLength(40);
            RuleFor(c => c.Amount).IsAmount();
            RuleFor(c => c.Date).IsBusinessDate();
            RuleFor(c => c.Proof).NotEmpty().MaximumLength(LocalCase.ProofLengthMax);
            RuleFor(c => c.Source).NotNull().MaximumLength(40);
            RuleFor(c => c.Provenance).IsInEnum();
        }
    }

    internal sealed class Handler(Desk desk, LocalCases cases) : IRequestHandler<Command, Result<VoucherId>>
    {
        public Task<Result<VoucherId>> Handle(Command c, CancellationToken cancellation) => desk.Open(c.Books, cancellation).Then(books =>
            from fund in books.Fund(c.Fund)
            from company in books.Company(c.Company)
            from amount in Amounts.Read(c.Amount, fund.Currency, nameof(c.Amount))
            let claimed = new LocalCase(c.Type, fund.Code, amount, c.Source.Trim(), c.Proof.Trim())
            let name = LocalCase.FactName(desk.NextId().ToString(CultureInfo.InvariantCulture))
            let draft = new FactDraft(company.Id, name, claimed.Write(), c.Date, c.Provenance)
            from judged in cases.Judge(books.Snapshot, draft)
            from voucher in books.RecordCase(company.Id, draft, c.Document)
            select voucher);
    }
}
