using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Funds;

/// <summary>Sets up a mother fund and opens its books. Legal form and target size wait for another person, as any fact does.</summary>
public static class SetUpMotherFund
{
    /// <summary>Sets up a mother fund.</summary>
    /// <param name="Code">2 to 40 capital letters, digits and hyphens; unique in the installation, not the code of a family.</param>
    /// <param name="Family">Code of the fund family, or null.</param>
    /// <param name="NameZh">Chinese name; one of the two is needed.</param>
    /// <param name="NameEn">English name.</param>
    /// <param name="Currency">ISO 4217 code.</param>
    /// <param name="LegalForm">Legal form.</param>
    /// <param name="TargetSize">目标规模 in major units, above zero; null where it has none.</param>
    /// <param name="SetUpOn">Day on which it was set up.</param>
    [AllowedTo(Role.FundManager, Role.Approver)]
    public sealed record Command(
        string Code, string? Family, string? NameZh, string? NameEn, string Currency, LegalForm LegalForm, decimal? TargetSize, DateOnly SetUpOn,
        Provenance Provenance = Provenance.Recorded) : ICommand<NodeId>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Code).IsNodeCode();
            RuleFor(c => c.Family!).IsNodeCode().NotEqual(c => c.Code).When(c => c.Family is not null);
            RuleFor(c => c.NameZh).NotEmpty().When(c => string.IsNullOrWhiteSpace(c.NameEn));
            RuleFor(c => c.NameZh).MaximumLength(300);
            RuleFor(c => c.NameEn).MaximumLength(300);
            RuleFor(c => c.Currency).Must(code => Domain.Values.Currency.TryOf(code, out _)).WithErrorCode(InputErrors.NotKnown);
            RuleFor(c => c.LegalForm).IsInEnum();
            RuleFor(c => c.TargetSize).GreaterThan(0);
            RuleFor(c => c.SetUpOn).IsBusinessDate();
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<NodeId>>
    {
        public async Task<Result<NodeId>> Handle(Command c, CancellationToken cancellation)
        {
            var db = desk.Db;
            var families = db.Nodes.OfType<MotherFund>().Where(fund => fund.Code == c.Code || fund.Family == c.Code || fund.Code == c.Family);
            if (await families.AnyAsync(cancellation)) return PipelineErrors.CodeTaken(c.Code);
            var currency = Currency.Of(c.Currency);
            var fund = MotherFund.SetUp(
                new NodeId(desk.NextId()), c.Code, c.Family, BilingualName.Of(c.NameZh, c.NameEn), currency, c.Provenance, desk.Now);
            var chain = 1 + (await db.Books.MaxAsync(book => (int?)book.Chain, cancellation) ?? 0);
            var book = Book.Open(fund.Id, chain);
            db.Nodes.Add(fund);
            db.Books.Add(book);
            db.Edges.Add(Edge.Own(new EdgeId(desk.NextId()), fund, currency, desk.Now));
            List<FactDraft> facts = [new(fund.Id, FactNames.LegalForm, c.LegalForm.ToString(), c.SetUpOn, c.Provenance)];
            if (c.TargetSize is { } size) facts.Add(new(fund.Id, FactNames.TargetSize, Money.Round(size, currency).ToPlainText(), c.SetUpOn, c.Provenance));
            db.Vouchers.Add(Voucher.Record(new VoucherId(desk.NextId()), fund.Id, fund.Id, facts, desk.User, desk.Now));
            return fund.Id;
        }
    }
}
