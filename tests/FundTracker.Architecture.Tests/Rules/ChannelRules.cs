using FundTracker.Architecture.Tests.Reading;
using Mono.Cecil;

namespace FundTracker.Architecture.Tests.Rules;

/// <summary>
/// Screens, API and command line have one way in: the dispatcher, which opens a scope and carries the actor.
/// </summary>
internal static class ChannelRules
{
    private static readonly string[] SideDoors =
    [
        "MediatR.IMediator", "MediatR.ISender", "MediatR.Mediator", "FundTracker.Application.IFundTrackerDb",
        "FundTracker.Application.Pipeline.CurrentActor",
    ];

    public static Outcome OnlyThroughTheDispatcher(string compositionNamespace, IEnumerable<TypeDefinition> types) =>
        Outcome.Of(
            types.Where(type => Assemblies.Outermost(type).Namespace != compositionNamespace),
            type => Uses.TypesIn(type).Where(used => SideDoors.Contains(used.FullName, StringComparer.Ordinal))
                .Select(used => $"{type.FullName} goes past the dispatcher, by {used.FullName}"));

    /// <summary>
    /// A request says whether it writes: the pipeline opens a transaction and the audit trail for commands.
    /// </summary>
    public static Outcome RequestsSayWhetherTheyWrite(IEnumerable<TypeDefinition> types) =>
        Outcome.Of(types.Where(SliceRules.IsRequest), request => SliceRules.SaysWhetherItWrites(request)
            ? []
            : [$"{request.FullName} is neither a command nor a query"]);
}
