using System.Text.RegularExpressions;
using FundTracker.Architecture.Tests.Reading;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace FundTracker.Architecture.Tests.Rules;

/// <summary>A code by which something is refused, and the names of the figures that the refusal may carry.</summary>
internal sealed record RefusalCode(string Code, string MadeBy, IReadOnlyCollection<string> Names);

/// <summary>Every refusal has its sentence, and a sentence speaks only of what the refusal carries.</summary>
internal static partial class SentenceRules
{
    /// <summary>Every code that the types can refuse with: made in a body, or kept as a constant of an errors class.</summary>
    public static IReadOnlyList<RefusalCode> CodesIn(IEnumerable<TypeDefinition> types)
    {
        var all = types.ToList();
        var made = all.SelectMany(Uses.BodiesIn).SelectMany(body =>
        {
            if (!MakesRefusal(body) && !NamesCodes(body)) return [];
            string[] names = [.. Strings(body), .. NamesCodes(body) ? ["field", "value"] : Array.Empty<string>()];
            return names.Where(IsCode).Select(code => new RefusalCode(code, body.Method.FullName, names));
        });
        var kept = all.Where(type => type.Name.EndsWith("Errors", StringComparison.Ordinal))
            .SelectMany(type => type.Fields)
            .Where(field => field.Constant is string text && IsCode(text))
            .Select(field => new RefusalCode((string)field.Constant, field.FullName, ["field", "value"]));
        return [.. made.Concat(kept)];
    }

    public static Outcome CodesHaveSentences(
        IEnumerable<RefusalCode> codes, IReadOnlyDictionary<string, string> sentences) =>
        Outcome.Of(codes, code =>
        {
            if (!sentences.TryGetValue(code.Code, out var sentence))
            {
                return [$"{code.Code} has no sentence ({code.MadeBy})"];
            }

            return Place().Matches(sentence).Select(match => match.Groups["name"].Value)
                .Where(name => !code.Names.Contains(name, StringComparer.Ordinal))
                .Select(name => $"the sentence of {code.Code} names {name}, which {code.MadeBy} does not carry");
        });

    private static bool MakesRefusal(MethodBody body) => body.Instructions.Any(instruction =>
        instruction.OpCode == OpCodes.Newobj && ((MethodReference)instruction.Operand).DeclaringType.Name == "DomainError");

    /// <summary>A validator gives its codes to the library, which makes the refusal with the field and its value.</summary>
    private static bool NamesCodes(MethodBody body) => body.Instructions.Any(instruction =>
        instruction.Operand is MethodReference { Name: "WithErrorCode" });

    private static IEnumerable<string> Strings(MethodBody body) => body.Instructions
        .Where(instruction => instruction.OpCode == OpCodes.Ldstr)
        .Select(instruction => (string)instruction.Operand);

    private static bool IsCode(string text) => Code().IsMatch(text);

    [GeneratedRegex("^[a-z][A-Za-z]*\\.[a-z][A-Za-z]*$", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Code();

    [GeneratedRegex(@"\{(?<name>[a-zA-Z]\w*)[^}]*\}", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Place();
}
