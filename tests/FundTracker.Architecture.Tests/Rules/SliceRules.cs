using FundTracker.Architecture.Tests.Reading;
using Mono.Cecil;

namespace FundTracker.Architecture.Tests.Rules;

/// <summary>One use case, one slice: a request, its validator and its handler, which call no other slice.</summary>
internal static class SliceRules
{
    private static readonly string[] Senders = ["IMediator", "ISender", "IPublisher", "IDispatcher"];

    /// <summary>A handler depends on no sender and on no type of another slice.</summary>
    public static Outcome HandlersCallNoSlice(IReadOnlyList<TypeDefinition> types)
    {
        var slices = types.Where(IsRequest).Select(Assemblies.Outermost).ToHashSet();
        return Outcome.Of(types.Where(IsHandler), handler => Uses.TypesIn(handler).SelectMany(used =>
        {
            if (Senders.Contains(used.Name, StringComparer.Ordinal))
            {
                return [$"{handler.FullName} depends on {used.FullName}: slices never call slices"];
            }

            var other = OutermostIn(handler.Module, used);
            return other is not null && other != Assemblies.Outermost(handler) && slices.Contains(other)
                ? [$"{handler.FullName} mentions {used.FullName}, which is another slice's"]
                : Array.Empty<string>();
        }));
    }

    /// <summary>
    /// A command that carries input has a validator: the pipeline checks the shape before the handler runs.
    /// </summary>
    public static Outcome CommandsHaveValidators(IReadOnlyList<TypeDefinition> types)
    {
        var validated = types.SelectMany(ValidatedBy).ToHashSet(StringComparer.Ordinal);
        return Outcome.Of(types.Where(IsCommand).Where(CarriesInput), command => validated.Contains(command.FullName)
            ? []
            : [$"{command.FullName} carries input and has no validator"]);
    }

    public static bool IsRequest(TypeDefinition type) =>
        !type.IsInterface && !type.IsAbstract && Contracts(type).Any(name =>
            name.StartsWith("IRequest`", StringComparison.Ordinal) || name is "IRequest" or "IBaseRequest");

    public static bool IsCommand(TypeDefinition type) =>
        IsRequest(type)
        && !type.Name.EndsWith("Query", StringComparison.Ordinal)
        && !Contracts(type).Any(name => name.StartsWith("IQuery", StringComparison.Ordinal));

    public static bool SaysWhetherItWrites(TypeDefinition request) => Contracts(request).Any(name =>
        name.StartsWith("ICommand", StringComparison.Ordinal) || name.StartsWith("IQuery", StringComparison.Ordinal));

    public static bool IsHandler(TypeDefinition type) =>
        !type.IsInterface && !type.IsAbstract && Contracts(type).Any(name =>
            name.StartsWith("IRequestHandler`", StringComparison.Ordinal)
            || name.StartsWith("INotificationHandler`", StringComparison.Ordinal));

    private static bool CarriesInput(TypeDefinition request) => request.Properties.Any(property =>
        property.GetMethod is { IsPublic: true, IsStatic: false } && property.Name != "EqualityContract");

    private static IEnumerable<string> ValidatedBy(TypeDefinition type) => Ancestors(type)
        .OfType<GenericInstanceType>()
        .Where(ancestor => ancestor.ElementType.Name.EndsWith("Validator`1", StringComparison.Ordinal))
        .Select(ancestor => ancestor.GenericArguments[0].FullName);

    private static IEnumerable<TypeReference> Ancestors(TypeDefinition type)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.Resolve()?.BaseType)
        {
            yield return ancestor;
        }
    }

    /// <summary>The names of all interfaces, inherited ones included.</summary>
    private static IEnumerable<string> Contracts(TypeDefinition type) => type.Interfaces
        .SelectMany(implemented => Inherited(implemented.InterfaceType))
        .Concat(type.BaseType?.Resolve() is { } ancestor ? Contracts(ancestor) : []);

    private static IEnumerable<string> Inherited(TypeReference contract) =>
        (contract.Resolve() is { } definition ? Contracts(definition) : []).Prepend(contract.Name);

    private static TypeDefinition? OutermostIn(ModuleDefinition module, TypeReference type) =>
        type.Scope == module && type.Resolve() is { } definition ? Assemblies.Outermost(definition) : null;
}
