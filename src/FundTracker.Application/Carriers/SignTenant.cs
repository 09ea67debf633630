using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Registry;
using FundTracker.Domain.Carriers;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Carriers;

/// <summary>Records that an enterprise, project or institute has signed for a carrier.</summary>
public static class SignTenant
{
    /// <summary>Records a signing. Another person has to approve it.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Carrier">Code of the carrier.</param>
    /// <param name="Code">Code of the tenancy: 2 to 40 capital letters, digits and hyphens, unique in the books.</param>
    /// <param name="Kind">What it is.</param>
    /// <param name="On">Day of the signing.</param>
    /// <param name="Company">Code of the company of the books that it is; null where our funds do not know it.</param>
    /// <param name="NameZh">Chinese name; blank for a company of the books, whose name is taken.</param>
    /// <param name="NameEn">English name.</param>
    /// <param name="SquareMetres">Floor that it will take, m²; null where not agreed.</param>
    /// <param name="Source">What proves it, or where it is printed.</param>
    /// <param name="Document">The paper behind it.</param>
    /// <param name="Provenance">Where the record comes from.</param>
    [Recorders]
    public sealed record Command(
        string Books, string Carrier, string Code, TenantKind Kind, DateOnly On, string? Company = null, string? NameZh = null,
        string? NameEn = null, decimal? SquareMetres = null, string Source = "", DocumentId? Document = null,
        Provenance Provenance = Provenance.Recorded) : ICommand<RegistryEntryId>, IRecordsEntry;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Carrier).IsNodeCode();
            RuleFor(c => c.Code).IsNodeCode();
            RuleFor(c => c.Kind).IsInEnum();
            RuleFor(c => c.NameZh).NotEmpty().When(c => c.Company is null && string.IsNullOrWhiteSpace(c.NameEn));
            RuleFor(c => c.NameZh).MaximumLength(300);
            RuleFor(c => c.NameEn).MaximumLength(300);
            RuleFor(c => c.SquareMetres).IsNumber();
            this.HasEntry();
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<RegistryEntryId>>
    {
        public Task<Result<RegistryEntryId>> Handle(Command c, CancellationToken cancellation) => desk.Open(c.Books, cancellation).Then(open =>
        {
            var company = c.Company is null ? null : open.Company(c.Company);
            if (company is { IsSuccess: false }) return Task.FromResult<Result<RegistryEntryId>>(CarrierErrors.CompanyUnknown(c.Company!));
            var name = EntryInput.Name(c.NameZh, c.NameEn) ?? company!.Value.Name;
            return desk.Propose(
                c.Books, new TenantSigned(c.Code, c.Carrier, c.Kind, name, company?.Value.Code, c.SquareMetres), c.On, c.Origin(), cancellation);
        });
    }
}
