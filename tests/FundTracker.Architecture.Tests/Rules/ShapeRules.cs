using FundTracker.Architecture.Tests.Reading;
using Mono.Cecil;

namespace FundTracker.Architecture.Tests.Rules;

/// <summary>The shape of domain objects: nothing about them changes but through a method that checks.</summary>
internal static class ShapeRules
{
    private static readonly string[] EmptyWords =
        ["Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Info", "Base"];

    /// <summary>
    /// Structs beside the typed ids that have nothing to check: every count of microseconds is an instant.
    /// </summary>
    private static readonly string[] StructsWithoutInvariant = ["Stamp"];

    /// <summary>
    /// A property of the domain is set by nobody from outside; an <c>init</c> counts for value objects only.
    /// </summary>
    public static Outcome NoPublicSetters(IEnumerable<TypeDefinition> types) => Outcome.Of(types, type =>
        type.Properties
            .Where(property => property.SetMethod is { IsPrivate: false } setter && !IsInit(setter) && !setter.IsFamily)
            .Select(property => $"{type.FullName}.{property.Name} can be set from outside"));

    /// <summary>A thing with an identity is made by its named factory only.</summary>
    public static Outcome EntitiesAreMadeByFactories(IEnumerable<TypeDefinition> types) =>
        Outcome.Of(types.Where(IsEntity), type => type.Methods
            .Where(method => method is { IsConstructor: true, IsStatic: false, IsPublic: true })
            .Select(_ => $"{type.FullName} has a public constructor"));

    /// <summary>A value object is a sealed record with a private constructor and without <c>init</c>.</summary>
    /// <remarks>
    /// An <c>init</c> would let a <c>with</c> skip the check, and so would the default of a struct: only typed ids,
    /// which have nothing to check, may be structs.
    /// </remarks>
    public static Outcome ValueObjectsAreSealedRecords(IEnumerable<TypeDefinition> types) =>
        Outcome.Of(types.Where(IsValue), type => type.IsValueType ? StructFaults(type) : RecordFaults(type));

    /// <summary>A type's name says what it is, not that it is something.</summary>
    public static Outcome NoEmptyNames(IEnumerable<TypeDefinition> types) => Outcome.Of(types, type =>
    {
        var name = type.Name.Split('`')[0];
        var isMarketsOwn = name == "Manager" || name.EndsWith("FundManager", StringComparison.Ordinal);
        var isEmpty = EmptyWords.Any(word => name.EndsWith(word, StringComparison.Ordinal))
            || (name.EndsWith("Manager", StringComparison.Ordinal) && !isMarketsOwn);
        return isEmpty ? [$"{type.FullName} ends in a word that says nothing"] : [];
    });

    private static IEnumerable<string> RecordFaults(TypeDefinition type)
    {
        if (!IsRecord(type) || !type.IsSealed)
        {
            yield return $"{type.FullName} is no sealed record";
        }

        if (type.Methods.Any(method => method is { IsConstructor: true, IsStatic: false, IsPublic: true }))
        {
            yield return $"{type.FullName} has a public constructor that skips its factory";
        }

        foreach (var property in type.Properties.Where(property => property.SetMethod is { IsPrivate: false }))
        {
            yield return $"{type.FullName}.{property.Name} has a setter or init";
        }
    }

    private static IEnumerable<string> StructFaults(TypeDefinition type) =>
        IsReadOnly(type) && (type.Name.EndsWith("Id", StringComparison.Ordinal)
            || StructsWithoutInvariant.Contains(type.Name, StringComparer.Ordinal))
            ? []
            : [$"{type.FullName} is a struct: its default skips the factory"];

    private static bool IsEntity(TypeDefinition type) =>
        type is { IsClass: true, IsValueType: false, IsAbstract: false } && !IsRecord(type)
        && type.Properties.Any(property => property.Name == "Id");

    private static bool IsValue(TypeDefinition type) =>
        type is { IsInterface: false, IsEnum: false } && !IsStatic(type) && Assemblies.Outermost(type).IsPublic
        && (type.IsPublic || type.IsNestedPublic) && !IsException(type) && !IsDelegate(type);

    private static bool IsRecord(TypeDefinition type) => type.Methods.Any(method => method.Name == "<Clone>$");

    private static bool IsStatic(TypeDefinition type) => type is { IsAbstract: true, IsSealed: true };

    private static bool IsException(TypeDefinition type) => type.Name.EndsWith("Exception", StringComparison.Ordinal);

    private static bool IsDelegate(TypeDefinition type) => type.BaseType?.FullName == "System.MulticastDelegate";

    private static bool IsInit(MethodDefinition setter) => setter.ReturnType is RequiredModifierType;

    private static bool IsReadOnly(TypeDefinition type) =>
        type.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "IsReadOnlyAttribute");
}
