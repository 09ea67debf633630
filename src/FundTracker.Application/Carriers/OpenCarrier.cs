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

/// <summary>Takes a park, station or computing centre into the registry.</summary>
public static class OpenCarrier
{
    /// <summary>Takes a carrier in. Another person has to approve it.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Code">2 to 40 capital letters, digits and hyphens; unique among carriers and programmes.</param>
    /// <param name="NameZh">Chinese name; one of the two is needed.</param>
    /// <param name="NameEn">English name.</param>
    /// <param name="Kind">What it is.</param>
    /// <param name="Status">How far it has come.</param>
    /// <param name="On">First day on which it holds.</param>
    /// <param name="Parent">Code of the carrier that it is part of, or null.</param>
    /// <param name="DistrictZh">The district in Chinese where that is another than the fund's own.</param>
    /// <param name="DistrictEn">The same in English.</param>
    /// <param name="AreaMu">Ground in mu, or null.</param>
    /// <param name="LettableSquareMetres">Floor that tenants can take, m², without that of its parts; or null.</param>
    /// <param name="Source">What proves it, or where it is printed.</param>
    /// <param name="Document">The paper behind it.</param>
    /// <param name="Provenance">Where the record comes from.</param>
    [Recorders]
    public sealed record Command(
        string Books, string Code, string? NameZh, string? NameEn, CarrierKind Kind, CarrierStatus Status, DateOnly On, string? Parent = null,
        string? DistrictZh = null, string? DistrictEn = null, decimal? AreaMu = null, decimal? LettableSquareMetres = null, string Source = "",
        DocumentId? Document = null, Provenance Provenance = Provenance.Recorded) : ICommand<RegistryEntryId>, IRecordsEntry;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Code).IsNodeCode();
            this.HasName(c => c.NameZh, c => c.NameEn);
            RuleFor(c => c.Kind).IsInEnum();
            RuleFor(c => c.Status).IsInEnum();
            RuleFor(c => c.Parent!).IsNodeCode().When(c => c.Parent is not null);
            RuleFor(c => c.DistrictZh).MaximumLength(100);
            RuleFor(c => c.DistrictEn).MaximumLength(100);
            RuleFor(c => c.AreaMu).IsNumber();
            RuleFor(c => c.LettableSquareMetres).IsNumber();
            this.HasEntry();
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<RegistryEntryId>>
    {
        public Task<Result<RegistryEntryId>> Handle(Command c, CancellationToken cancellation) => desk.Propose(
            c.Books,
            new CarrierOpened(
                c.Code, BilingualName.Of(c.NameZh, c.NameEn), c.Kind, EntryInput.Name(c.DistrictZh, c.DistrictEn), c.Parent,
                new CarrierExtent(c.Status, c.AreaMu, c.LettableSquareMetres)),
            c.On, c.Origin(), cancellation);
    }
}
