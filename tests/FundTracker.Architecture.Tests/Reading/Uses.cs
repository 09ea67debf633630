using Mono.Cecil;
using Mono.Cecil.Cil;

namespace FundTracker.Architecture.Tests.Reading;

/// <summary>What a type mentions: in its signatures, its attributes and the bodies of its methods.</summary>
/// <remarks>
/// What the compiler made from a type's lambdas, iterators and async methods is nested in it and counts as its own.
/// </remarks>
internal static class Uses
{
    /// <summary>Every type mentioned, taken apart into element types and generic arguments.</summary>
    public static IEnumerable<TypeReference> TypesIn(TypeDefinition type) =>
        Mentions(type).SelectMany(TakeApart).DistinctBy(used => (used.Scope?.Name, used.FullName));

    /// <summary>Every method called or pointed at.</summary>
    public static IEnumerable<MethodReference> MethodsIn(TypeDefinition type) =>
        Instructions(type).Select(instruction => instruction.Operand).OfType<MethodReference>();

    public static IEnumerable<Instruction> Instructions(TypeDefinition type) =>
        BodiesIn(type).SelectMany(body => body.Instructions);

    public static IEnumerable<MethodBody> BodiesIn(TypeDefinition type) =>
        WithGenerated(type).SelectMany(part => part.Methods).Where(method => method.HasBody).Select(method => method.Body);

    /// <summary>The simple name of the assembly in which a mentioned type is defined.</summary>
    public static string AssemblyOf(TypeReference type) => type.Scope switch
    {
        AssemblyNameReference assembly => assembly.Name,
        ModuleDefinition module => module.Assembly.Name.Name,
        _ => type.Scope?.Name ?? string.Empty,
    };

    private static IEnumerable<TypeDefinition> WithGenerated(TypeDefinition type) =>
        type.NestedTypes.Where(nested => nested.Name.Contains('<', StringComparison.Ordinal))
            .SelectMany(WithGenerated).Prepend(type);

    private static IEnumerable<TypeReference> Mentions(TypeDefinition type) =>
        WithGenerated(type).SelectMany(part => InShape(part).Concat(part.Methods.SelectMany(InMethod)));

    private static IEnumerable<TypeReference> InShape(TypeDefinition type) =>
        type.Interfaces.Select(implemented => implemented.InterfaceType)
            .Concat(type.Fields.Select(field => field.FieldType))
            .Concat(type.Properties.Select(property => property.PropertyType))
            .Concat(type.GenericParameters.SelectMany(Constraints))
            .Concat(InAttributes(type))
            .Concat(type.Fields.SelectMany(InAttributes))
            .Concat(type.Properties.SelectMany(InAttributes))
            .Concat(type.BaseType is null ? [] : [type.BaseType]);

    private static IEnumerable<TypeReference> InMethod(MethodDefinition method) =>
        InSignature(method)
            .Concat(InAttributes(method))
            .Concat(method.GenericParameters.SelectMany(Constraints))
            .Concat(method.HasBody ? InBody(method.Body) : []);

    private static IEnumerable<TypeReference> InBody(MethodBody body) =>
        body.Variables.Select(variable => variable.VariableType)
            .Concat(body.Instructions.SelectMany(instruction => InOperand(instruction.Operand)));

    private static IEnumerable<TypeReference> InOperand(object? operand) => operand switch
    {
        TypeReference type => [type],
        FieldReference field => [field.DeclaringType, field.FieldType],
        GenericInstanceMethod method => [.. method.GenericArguments, .. InSignature(method), method.DeclaringType],
        MethodReference method => [.. InSignature(method), method.DeclaringType],
        _ => [],
    };

    private static IEnumerable<TypeReference> InSignature(MethodReference method) =>
        method.Parameters.Select(parameter => parameter.ParameterType).Append(method.ReturnType);

    private static IEnumerable<TypeReference> Constraints(GenericParameter parameter) =>
        parameter.Constraints.Select(constraint => constraint.ConstraintType);

    private static IEnumerable<TypeReference> InAttributes(ICustomAttributeProvider provider) =>
        provider.CustomAttributes.SelectMany(attribute =>
            attribute.ConstructorArguments.Select(argument => argument.Value).OfType<TypeReference>()
                .Append(attribute.AttributeType));

    private static IEnumerable<TypeReference> TakeApart(TypeReference type) => type switch
    {
        GenericInstanceType generic => generic.GenericArguments.SelectMany(TakeApart).Append(generic.ElementType),
        GenericParameter => [],
        RequiredModifierType modified => TakeApart(modified.ElementType),
        OptionalModifierType modified => TakeApart(modified.ElementType),
        TypeSpecification specified => TakeApart(specified.ElementType),
        _ => [type],
    };
}
