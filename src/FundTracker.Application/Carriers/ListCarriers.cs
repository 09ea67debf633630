using FluentValidation;
using FundTracker.Analytics.Registry;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Carriers;

/// <summary>The carriers of the registry with their tenants, those of the fund's own district first.</summary>
public static class ListCarriers
{
    /// <summary>Asks for the carriers.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="AsOf">Effective day, counted.</param>
    /// <param name="KnownAt">Recorded instant, counted; null for now. The future is refused.</param>
    [Readers]
    public sealed record Query(string Books, DateOnly AsOf, Stamp? KnownAt = null) : IQuery<Answer>, IWithinBooks;

    /// <summary>The carriers.</summary>
    /// <param name="Occupancy">Floor taken of the floor that live carriers of the own district have.</param>
    /// <param name="Carriers">The carriers: own district first, each followed by its parts.</param>
    /// <param name="Tenants">All tenants, by carrier and code.</param>
    public sealed record Answer(Figure<Percentage> Occupancy, IReadOnlyList<CarrierCard> Carriers, IReadOnlyList<TenantCard> Tenants);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.AsOf).IsBusinessDate();
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Query, Result<Answer>>
    {
        public Task<Result<Answer>> Handle(Query q, CancellationToken cancellation) =>
            desk.View(q.Books, q.AsOf, q.KnownAt, cancellation).Map(view =>
            {
                var state = view.Registry;
                var roots = state.Carriers.Values.Where(carrier => carrier.Parent is null)
                    .OrderBy(carrier => !carrier.IsOwn).ThenBy(carrier => carrier.District?.Zh, StringComparer.Ordinal)
                    .ThenBy(carrier => carrier.Code, StringComparer.Ordinal);
                return new Answer(
                    Occupancy.OfDistrict(state, formula => new FigureId($"policy.{formula}", view.Book.Root.Code)),
                    [.. roots.SelectMany(state.WithParts).Select(carrier => CarrierCard.Of(state, carrier))],
                    [.. state.Tenancies.Values.OrderBy(one => one.Carrier, StringComparer.Ordinal).ThenBy(one => one.Code, StringComparer.Ordinal).Select(TenantCard.Of)]);
            });
    }
}
