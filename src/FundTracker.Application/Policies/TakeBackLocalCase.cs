using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Policies;

/// <summary>Takes a recognised case of local re-investment back from a day on, once another person approved that; earlier days keep it.</summary>
public static class TakeBackLocalCase
{
    /// <summary>Takes a case back.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Company">Code of the company that it is about.</param>
    /// <param name="Case">Key of the case.</param>
    /// <param name="Date">First day on which it no longer counts; not in a closed quarter.</param>
    /// <param name="Reason">Why; kept in the audit trail, at most 1,000 characters.</param>
    [Recorders]
    public sealed record Command(string Books, string Company, string Case, DateOnly Date, string Reason) : ICommand<VoucherId>, IWithinBooks;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Company).NotEmpty();
            RuleFor(c => c.Case).NotEmpty().MaximumLength(60);
            RuleFor(c => c.Date).IsBusinessDate();
            RuleFor(c => c.Reason).NotEmpty().MaximumLength(1000);
        }
    }

    internal sealed class Handler(Desk desk, LocalCases cases) : IRequestHandler<Command, Result<VoucherId>>
    {
        public Task<Result<VoucherId>> Handle(Command c, CancellationToken cancellation) => desk.Open(c.Books, cancellation).Then(books =>
            from company in books.Company(c.Company)
            let draft = new FactDraft(company.Id, LocalCase.FactName(c.Case), "", c.Date)
            from judged in cases.Judge(books.Snapshot, draft)
            from voucher in books.RecordCase(company.Id, draft, document: null)
            select voucher);
    }
}
