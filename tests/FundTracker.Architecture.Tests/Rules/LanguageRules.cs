using FundTracker.Architecture.Tests.Reading;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace FundTracker.Architecture.Tests.Rules;

/// <summary>What a reader sees is a text of both languages, kept in one place; code holds no sentence.</summary>
internal static class LanguageRules
{
    private const char FirstIdeograph = '\u4e00';
    private const char LastIdeograph = '\u9fff';

    /// <summary>No Chinese stands in the code outside the namespaces and types that are there to hold texts.</summary>
    /// <param name="types">The product's types.</param>
    /// <param name="texts">Names of namespaces or outermost types that hold texts or the demo's records.</param>
    public static Outcome NoChineseInCode(IEnumerable<TypeDefinition> types, string[] texts) => Outcome.Of(
        types.Where(type => !HoldsTexts(Assemblies.Outermost(type), texts)),
        type => Uses.Instructions(type).Where(instruction => instruction.OpCode == OpCodes.Ldstr)
            .Select(instruction => (string)instruction.Operand)
            .Where(text => text.Any(letter => letter is >= FirstIdeograph and <= LastIdeograph))
            .Select(text => $"{type.FullName} says {text}"));

    private static bool HoldsTexts(TypeDefinition type, string[] texts) => texts.Any(name =>
        type.FullName == name || (type.Namespace + ".").StartsWith(name + ".", StringComparison.Ordinal));
}
