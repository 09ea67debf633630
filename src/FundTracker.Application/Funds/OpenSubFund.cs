using System.Globalization;
using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Funds;

/// <summary>Opens a sub-fund in the books of a mother fund; what it is committed comes by a commitment of its own.</summary>
public static class OpenSubFund
{
    /// <summary>Opens a sub-fund.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Code">2 to 40 capital letters, digits and hyphens; unique in the books.</param>
    /// <param name="NameZh">Chinese name; one of the two is needed.</param>
    /// <param name="NameEn">English name.</param>
    /// <param name="Currency">ISO 4217 code.</param>
    /// <param name="SetUpOn">Day on which it was, or is to be, set up; the facts hold from then on.</param>
    /// <param name="LegalForm">Legal form.</param>
    /// <param name="Class">Class, or null where it has none.</param>
    /// <param name="Stage">Stage at which it invests, or null.</param>
    /// <param name="VintageYear">Vintage year, or null.</param>
    /// <param name="Sector">Code of its sector, or null.</param>
    /// <param name="TargetSize">Target size in major units, above zero; null where it has none.</param>
    /// <param name="Status">Planned, in operation, in liquidation or liquidated.</param>
    /// <param name="Provenance">Where the record comes from.</param>
    /// <param name="Document">The paper behind it, such as the partnership agreement; null for none.</param>
    [Recorders]
    public sealed record Command(
        string Books, string Code, string? NameZh, string? NameEn, string Currency, DateOnly SetUpOn, LegalForm LegalForm,
        FundClass? Class = null, FundStage? Stage = null, int? VintageYear = null, string? Sector = null, decimal? TargetSize = null,
        FundStatus Status = FundStatus.Active, Provenance Provenance = Provenance.Recorded,
        DocumentId? Document = null) : ICommand<NodeId>, IWithinBooks;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Code).IsNodeCode();
            this.HasName(c => c.NameZh, c => c.NameEn);
            RuleFor(c => c.Currency).IsCurrency();
            RuleFor(c => c.SetUpOn).IsBusinessDate();
            RuleFor(c => c.LegalForm).IsInEnum();
            RuleFor(c => c.Class).IsInEnum();
            RuleFor(c => c.Stage).IsInEnum();
            RuleFor(c => c.VintageYear).InclusiveBetween(1900, 2999);
            RuleFor(c => c.Sector!).IsSector().When(c => c.Sector is not null);
            RuleFor(c => c.TargetSize!.Value).IsAmount().When(c => c.TargetSize is not null).OverridePropertyName(nameof(Command.TargetSize));
            RuleFor(c => c.Status).IsInEnum();
            RuleFor(c => c.Provenance).IsInEnum();
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<NodeId>>
    {
        public Task<Result<NodeId>> Handle(Command c, CancellationToken cancellation) => desk.Open(c.Books, cancellation).Then(books =>
        {
            var currency = Currency.Of(c.Currency);
            var fund = SubFund.Open(
                new NodeId(desk.NextId()), books.Head.MotherFund, c.Code, BilingualName.Of(c.NameZh, c.NameEn), currency, c.Provenance, desk.Now);
            return books.Enrol(
                fund, currency, c.SetUpOn, c.Document,
                (FactNames.LegalForm, c.LegalForm.ToString()),
                (FactNames.FundClass, c.Class?.ToString()),
                (FactNames.FundStage, c.Stage?.ToString()),
                (FactNames.VintageYear, c.VintageYear?.ToString(CultureInfo.InvariantCulture)),
                (FactNames.Sector, c.Sector),
                (FactNames.TargetSize, c.TargetSize?.ToString(CultureInfo.InvariantCulture)),
                (FactNames.FundStatus, c.Status.ToString()));
        });
    }
}
