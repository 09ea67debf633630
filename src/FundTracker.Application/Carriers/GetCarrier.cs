using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Registry;
using FundTracker.Domain.Carriers;
using FundTracker.Domain.Registry;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Carriers;

/// <summary>One carrier: its extent over time, its parts, its tenants, its numbers, and what waits about it.</summary>
public static class GetCarrier
{
    /// <summary>Asks for a carrier.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Carrier">Code of the carrier.</param>
    /// <param name="AsOf">Effective day, counted.</param>
    /// <param name="KnownAt">Recorded instant, counted; null for now. The future is refused.</param>
    [Readers]
    public sealed record Query(string Books, string Carrier, DateOnly AsOf, Stamp? KnownAt = null) : IQuery<Answer>, IWithinBooks;

    /// <summary>The carrier; null where it only waits for approval.</summary>
    /// <param name="Card">The carrier.</param>
    /// <param name="Parts">Carriers that are part of it.</param>
    /// <param name="Tenants">Its own tenants.</param>
    /// <param name="History">Everything that was approved about it, the earliest first.</param>
    /// <param name="Pending">What waits for approval about it.</param>
    public sealed record Answer(
        CarrierCard? Card, IReadOnlyList<CarrierCard> Parts, IReadOnlyList<TenantCard> Tenants, IReadOnlyList<EntryCard> History,
        IReadOnlyList<EntryCard> Pending);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Carrier).NotEmpty().MaximumLength(40);
            RuleFor(q => q.AsOf).IsBusinessDate();
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Query, Result<Answer>>
    {
        public Task<Result<Answer>> Handle(Query q, CancellationToken cancellation) =>
            desk.View(q.Books, q.AsOf, q.KnownAt, cancellation).Then(async view =>
            {
                var code = q.Carrier.ToUpperInvariant();
                var state = view.Registry;
                var carrier = state.Carriers.GetValueOrDefault(code);
                var pending = await EntryCard.Pending(desk, view.Book.MotherFund, code, cancellation);
                if (carrier is null && !pending.Any(entry => entry.IsNewCarrier)) return PipelineErrors.NotFound("carrier", q.Carrier);
                return Result<Answer>.Ok(new Answer(
                    carrier is null ? null : CarrierCard.Of(state, carrier),
                    [.. carrier is null ? [] : state.WithParts(carrier).Skip(1).Select(part => CarrierCard.Of(state, part))],
                    [.. state.TenanciesOf(code).Select(TenantCard.Of)], EntryCard.History(view, code), pending));
            });
    }
}
