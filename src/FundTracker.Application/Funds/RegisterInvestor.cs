using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Funds;

/// <summary>Registers an investor: a party that commits money to a fund and is no fund of these books.</summary>
public static class RegisterInvestor
{
    /// <summary>Registers an investor.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Code">2 to 40 capital letters, digits and hyphens; unique in the books.</param>
    /// <param name="NameZh">Chinese name; one of the two is needed.</param>
    /// <param name="NameEn">English name.</param>
    /// <param name="Since">First day on which its kind holds.</param>
    /// <param name="Kind">Whose money it is.</param>
    /// <param name="FiscalLevel">Level of the budget; needed of a fiscal investor, null for all others.</param>
    /// <param name="Provenance">Where the record comes from.</param>
    /// <param name="Document">The paper behind it, such as the articles; null for none.</param>
    [Recorders]
    public sealed record Command(
        string Books, string Code, string? NameZh, string? NameEn, DateOnly Since, InvestorKind Kind, FiscalLevel? FiscalLevel = null,
        Provenance Provenance = Provenance.Recorded, DocumentId? Document = null) : ICommand<NodeId>, IWithinBooks;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Code).IsNodeCode();
            this.HasName(c => c.NameZh, c => c.NameEn);
            RuleFor(c => c.Since).IsBusinessDate();
            RuleFor(c => c.Kind).IsInEnum();
            RuleFor(c => c.FiscalLevel).NotNull().IsInEnum().When(c => c.Kind == InvestorKind.Fiscal);
            RuleFor(c => c.FiscalLevel).Null().When(c => c.Kind != InvestorKind.Fiscal);
            RuleFor(c => c.Provenance).IsInEnum();
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<NodeId>>
    {
        public Task<Result<NodeId>> Handle(Command c, CancellationToken cancellation) => desk.Open(c.Books, cancellation).Then(books =>
        {
            var name = BilingualName.Of(c.NameZh, c.NameEn);
            var investor = Investor.Register(new NodeId(desk.NextId()), books.Head.MotherFund, c.Code, name, c.Provenance, desk.Now);
            return books.Enrol(
                investor, books.Snapshot.Root.Currency, c.Since, c.Document,
                (FactNames.InvestorKind, c.Kind.ToString()),
                (FactNames.FiscalLevel, c.FiscalLevel?.ToString()));
        });
    }
}
