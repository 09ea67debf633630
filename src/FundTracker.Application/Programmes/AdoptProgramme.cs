using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Registry;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Programmes;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Programmes;

/// <summary>Takes a programme into the registry, without tasks yet.</summary>
public static class AdoptProgramme
{
    /// <summary>Takes a programme in. Another person has to approve it.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Code">2 to 40 capital letters, digits and hyphens; unique among programmes and carriers.</param>
    /// <param name="NameZh">Chinese name; one of the two is needed.</param>
    /// <param name="NameEn">English name.</param>
    /// <param name="Body">The body that answers for it.</param>
    /// <param name="On">First day of the programme.</param>
    /// <param name="Until">Last day; null where it is open.</param>
    /// <param name="DistrictZh">The district in Chinese where that is another than the fund's own.</param>
    /// <param name="DistrictEn">The same in English.</param>
    /// <param name="Source">What proves it, or where it is printed.</param>
    /// <param name="Document">The paper behind it.</param>
    /// <param name="Provenance">Where the record comes from.</param>
    [Recorders]
    public sealed record Command(
        string Books, string Code, string? NameZh, string? NameEn, string Body, DateOnly On, DateOnly? Until = null, string? DistrictZh = null,
        string? DistrictEn = null, string Source = "", DocumentId? Document = null, Provenance Provenance = Provenance.Recorded)
        : ICommand<RegistryEntryId>, IRecordsEntry;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Code).IsNodeCode();
            this.HasName(c => c.NameZh, c => c.NameEn);
            RuleFor(c => c.Body).NotEmpty().MaximumLength(200);
            RuleFor(c => c.DistrictZh).MaximumLength(100);
            RuleFor(c => c.DistrictEn).MaximumLength(100);
            this.HasEntry();
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<RegistryEntryId>>
    {
        public Task<Result<RegistryEntryId>> Handle(Command c, CancellationToken cancellation) => desk.Propose(
            c.Books,
            new ProgrammeAdopted(c.Code, BilingualName.Of(c.NameZh, c.NameEn), EntryInput.Name(c.DistrictZh, c.DistrictEn), c.Body.Trim(), c.Until),
            c.On, c.Origin(), cancellation);
    }
}
