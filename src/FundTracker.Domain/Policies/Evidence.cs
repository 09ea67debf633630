using System.Globalization;
using FundTracker.Domain.Results;

namespace FundTracker.Domain.Policies;

/// <summary>
/// What somebody states for a rule, kept as a fact <c>evidence:NAME</c>: the answer, a semicolon and what proves it, such as
/// <c>yes; approval of the city government 2023-04</c>. Nothing counts without its proof.
/// </summary>
/// <param name="Answer">The number in the input's unit; 1 and 0 for yes and no.</param>
/// <param name="Proof">What proves it.</param>
public sealed record Evidence(decimal Answer, string Proof)
{
    /// <summary>Reads what a fact keeps.</summary>
    /// <param name="input">Name of the input.</param>
    /// <param name="unit">Its unit.</param>
    /// <param name="text">The fact's value.</param>
    /// <returns>The statement, or a refusal: no proof, or an answer that is not in the unit.</returns>
    public static Result<Evidence> Read(string input, PolicyUnit unit, string text)
    {
        var at = text.IndexOf(';', StringComparison.Ordinal);
        var proof = at < 0 ? "" : text[(at + 1)..].Trim();
        if (!proof.Any(char.IsLetterOrDigit)) return PolicyErrors.ProofMissing(input);
        var answer = text[..at].Trim();
        if (unit == PolicyUnit.Flag)
            return answer switch { "yes" => new Evidence(1, proof), "no" => new Evidence(0, proof), _ => PolicyErrors.AnswerUnreadable(input, answer, unit) };
        return decimal.TryParse(answer, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? new Evidence(number, proof)
            : PolicyErrors.AnswerUnreadable(input, answer, unit);
    }

    /// <summary>The text that a fact keeps.</summary>
    public static string Write(string answer, string proof) => $"{answer.Trim()}; {proof.Trim()}";
}
