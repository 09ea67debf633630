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

/// <summary>Records that a tenant has settled, produces, or has left. A company of the books then has, or has no more, that carrier.</summary>
public static class MoveTenant
{
    /// <summary>Records a step. Another person has to approve it.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Carrier">Code of the carrier.</param>
    /// <param name="Tenancy">Code of the tenancy.</param>
    /// <param name="Stage">How far it has come.</param>
    /// <param name="On">The day.</param>
    /// <param name="SquareMetres">Floor that it takes from then on, m²; null where that did not change.</param>
    /// <param name="Reason">Why; needed where it goes back or leaves.</param>
    /// <param name="Source">What proves it, or where it is printed.</param>
    /// <param name="Document">The paper behind it.</param>
    /// <param name="Provenance">Where the record comes from.</param>
    [Recorders]
    public sealed record Command(
        string Books, string Carrier, string Tenancy, TenancyStage Stage, DateOnly On, decimal? SquareMetres = null, string Reason = "",
        string Source = "", DocumentId? Document = null, Provenance Provenance = Provenance.Recorded) : ICommand<RegistryEntryId>, IRecordsEntry;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Carrier).IsNodeCode();
            RuleFor(c => c.Tenancy).IsNodeCode();
            RuleFor(c => c.Stage).IsInEnum();
            RuleFor(c => c.SquareMetres).IsNumber();
            RuleFor(c => c.Reason).NotNull().MaximumLength(1000);
            this.HasEntry();
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<RegistryEntryId>>
    {
        public Task<Result<RegistryEntryId>> Handle(Command c, CancellationToken cancellation) => desk.Propose(
            c.Books, new TenantMoved(c.Carrier, c.Tenancy, c.Stage, c.SquareMetres, c.Reason.Trim()), c.On, c.Origin(), cancellation);
    }
}
