using FundTracker.Architecture.Tests.Reading;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace FundTracker.Architecture.Tests.Rules;

/// <summary>Money is exact: floating-point numbers begin in Analytics.</summary>
internal static class ExactnessRules
{
    private static readonly string[] FloatingPoint = ["System.Double", "System.Single", "System.Half"];

    private static readonly Code[] FloatingPointCodes =
        [Code.Ldc_R4, Code.Ldc_R8, Code.Conv_R4, Code.Conv_R8, Code.Conv_R_Un];

    /// <summary>No member, local or constant is a floating-point number, and no call takes or returns one.</summary>
    public static Outcome NoFloatingPoint(IEnumerable<TypeDefinition> types) => Outcome.Of(types, type =>
    {
        var mentioned = Uses.TypesIn(type).Select(used => used.FullName)
            .Where(name => FloatingPoint.Contains(name, StringComparer.Ordinal))
            .Select(name => $"{type.FullName} mentions {name}");
        var computed = Uses.Instructions(type)
            .Where(instruction => FloatingPointCodes.Contains(instruction.OpCode.Code))
            .Select(instruction => $"{type.FullName} computes with {instruction}").Take(1);
        return mentioned.Concat(computed);
    });
}
