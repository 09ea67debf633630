using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Holdings;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Funds;

/// <summary>Registers a portfolio company; the same credit code twice is the same company and is refused.</summary>
public static class RegisterCompany
{
    /// <summary>Registers a company.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Code">2 to 40 capital letters, digits and hyphens; unique in the books.</param>
    /// <param name="NameZh">Chinese name; one of the two is needed.</param>
    /// <param name="NameEn">English name.</param>
    /// <param name="Since">First day on which sector, stage and place hold.</param>
    /// <param name="CreditCode">统一社会信用代码, 18 characters with its check digit; null where it is not known.</param>
    /// <param name="Sector">Code of its sector, or null.</param>
    /// <param name="Stage">Life-cycle stage, or null.</param>
    /// <param name="Location">Where it sits, one of <see cref="FactRules.Locations"/>, or null.</param>
    /// <param name="Provenance">Where the record comes from.</param>
    [Recorders]
    public sealed record Command(
        string Books, string Code, string? NameZh, string? NameEn, DateOnly Since, string? CreditCode = null, string? Sector = null,
        LifeCycleStage? Stage = null, string? Location = null, Provenance Provenance = Provenance.Recorded) : ICommand<NodeId>, IWithinBooks;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Code).IsNodeCode();
            this.HasName(c => c.NameZh, c => c.NameEn);
            RuleFor(c => c.Since).IsBusinessDate();
            RuleFor(c => c.CreditCode).Must(code => UnifiedSocialCreditCode.TryParse(code, out _)).WithErrorCode(InputErrors.CreditCode)
                .When(c => c.CreditCode is not null);
            RuleFor(c => c.Sector!).IsSector().When(c => c.Sector is not null);
            RuleFor(c => c.Stage).IsInEnum();
            RuleFor(c => c.Location).Must(FactRules.Locations.Contains).WithErrorCode(InputErrors.NotKnown).When(c => c.Location is not null);
            RuleFor(c => c.Provenance).IsInEnum();
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<NodeId>>
    {
        public Task<Result<NodeId>> Handle(Command c, CancellationToken cancellation) => desk.Open(c.Books, cancellation).Then(books =>
        {
            _ = UnifiedSocialCreditCode.TryParse(c.CreditCode, out var creditCode);
            return PortfolioCompany.CheckNew(creditCode, books.Snapshot).Then(_ =>
            {
                var name = BilingualName.Of(c.NameZh, c.NameEn);
                var company = PortfolioCompany.Register(
                    new NodeId(desk.NextId()), books.Head.MotherFund, c.Code, name, creditCode, c.Provenance, desk.Now);
                return books.Enrol(
                    company, books.Snapshot.Root.Currency, c.Since, document: null,
                    (FactNames.Sector, c.Sector),
                    (FactNames.LifeCycleStage, c.Stage?.ToString()),
                    (FactNames.Location, c.Location));
            });
        });
    }
}
