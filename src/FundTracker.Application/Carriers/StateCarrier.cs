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

/// <summary>States anew how large a carrier is and how far it has come.</summary>
public static class StateCarrier
{
    /// <summary>States all of a carrier's extent from a day on. Another person has to approve it.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Carrier">Code of the carrier.</param>
    /// <param name="Status">How far it has come.</param>
    /// <param name="On">First day on which it holds.</param>
    /// <param name="AreaMu">Ground in mu; null where it is not stated any more.</param>
    /// <param name="LettableSquareMetres">Floor that tenants can take, m², without that of its parts; null where it is not stated any more.</param>
    /// <param name="Reason">Why; needed where the status goes back.</param>
    /// <param name="Source">What proves it, or where it is printed.</param>
    /// <param name="Document">The paper behind it.</param>
    /// <param name="Provenance">Where the record comes from.</param>
    [Recorders]
    public sealed record Command(
        string Books, string Carrier, CarrierStatus Status, DateOnly On, decimal? AreaMu = null, decimal? LettableSquareMetres = null,
        string Reason = "", string Source = "", DocumentId? Document = null, Provenance Provenance = Provenance.Recorded)
        : ICommand<RegistryEntryId>, IRecordsEntry;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Carrier).IsNodeCode();
            RuleFor(c => c.Status).IsInEnum();
            RuleFor(c => c.AreaMu).IsNumber();
            RuleFor(c => c.LettableSquareMetres).IsNumber();
            RuleFor(c => c.Reason).NotNull().MaximumLength(1000);
            this.HasEntry();
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<RegistryEntryId>>
    {
        public Task<Result<RegistryEntryId>> Handle(Command c, CancellationToken cancellation) => desk.Propose(
            c.Books, new CarrierStated(c.Carrier, new CarrierExtent(c.Status, c.AreaMu, c.LettableSquareMetres), c.Reason.Trim()), c.On,
            c.Origin(), cancellation);
    }
}
