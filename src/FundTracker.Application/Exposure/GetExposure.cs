using FundTracker.Analytics.Exposure;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using FluentValidation;
using MediatR;

namespace FundTracker.Application.Exposure;

/// <summary>Look-through exposure of a mother fund by company, sector, life-cycle stage, vintage, currency, place and carrier, with the coverage beside it.</summary>
public static class GetExposure
{
    /// <summary>Asks for exposure.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="AsOf">Effective day, counted.</param>
    /// <param name="KnownAt">Recorded instant, counted; null for now.</param>
    [Readers]
    public sealed record Query(string Books, DateOnly AsOf, Stamp? KnownAt = null) : IQuery<Answer>, IWithinBooks;

    /// <summary>The exposure.</summary>
    /// <param name="Exposure">By company and by slice.</param>
    /// <param name="Carriers">Names of the carriers that slices speak of, by code.</param>
    public sealed record Answer(DateOnly AsOf, Stamp KnownAt, LookThroughExposure Exposure, IReadOnlyDictionary<string, BilingualName> Carriers);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.AsOf).IsBusinessDate();
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query q, CancellationToken cancellation) =>
            (await desk.View(q.Books, q.AsOf, q.KnownAt, cancellation)).Map(view =>
            {
                var exposure = LookThrough.Of(view);
                var carriers = exposure.ByCarrier.Where(slice => view.Registry.Carriers.ContainsKey(slice.Value))
                    .ToDictionary(slice => slice.Value, slice => view.Registry.Carriers[slice.Value].Name, StringComparer.Ordinal);
                return new Answer(view.AsOf, view.KnownAt, exposure, carriers);
            });
    }
}
