using FundTracker.Application.Pipeline;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Results;
using MediatR;

namespace FundTracker.Application.Policies;

/// <summary>What rules and evaluation schemes ask somebody to state with evidence.</summary>
public static class ListEvidenceInputs
{
    /// <summary>Asks for it.</summary>
    [Readers]
    public sealed record Query : IQuery<IReadOnlyList<EvidenceInput>>;

    internal sealed class Handler(PolicyLibrary library) : IRequestHandler<Query, Result<IReadOnlyList<EvidenceInput>>>
    {
        public Task<Result<IReadOnlyList<EvidenceInput>>> Handle(Query q, CancellationToken cancellation) => Task.FromResult(library.Evidence);
    }
}
