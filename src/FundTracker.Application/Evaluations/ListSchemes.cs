using FundTracker.Application.Pipeline;
using FundTracker.Application.Policies;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Evaluations;

/// <summary>The evaluation schemes there are.</summary>
public static class ListSchemes
{
    /// <summary>Asks for them.</summary>
    [Readers]
    public sealed record Query : IQuery<IReadOnlyList<Row>>;

    /// <summary>A scheme.</summary>
    /// <param name="Id">Its code.</param>
    /// <param name="Version">Its version.</param>
    /// <param name="Title">What it is.</param>
    /// <param name="Source">Where it stands.</param>
    /// <param name="SourceStatus">How sure it is.</param>
    /// <param name="EffectiveFrom">Day from which on it is in force.</param>
    /// <param name="FirstYear">First year that it evaluates.</param>
    /// <param name="IsTemplate">Whether it scores nothing until it is completed.</param>
    public sealed record Row(
        string Id, string Version, BilingualName Title, BilingualName Source, SourceStatus SourceStatus, DateOnly EffectiveFrom, int FirstYear,
        bool IsTemplate);

    internal sealed class Handler(PolicyLibrary library) : IRequestHandler<Query, Result<IReadOnlyList<Row>>>
    {
        public Task<Result<IReadOnlyList<Row>>> Handle(Query q, CancellationToken cancellation) =>
            Task.FromResult(library.Schemes.Map(all => (IReadOnlyList<Row>)
            [
                .. all.Select(scheme => new Row(
                    scheme.Id, scheme.Version, scheme.Title, scheme.Source, scheme.SourceStatus, scheme.EffectiveFrom, scheme.FirstYear, scheme.IsTemplate)),
            ]));
    }
}
