using System.Globalization;
using FundTracker.Application.Evaluations;
using FundTracker.Domain.Evaluations;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Policies;

/// <summary>
/// The rules and schemes in use: the shipped files and over them those of the administrator's folder, read once. A fault in any file, or of
/// the folder, refuses every question about rules with its reason, rather than leave a rule out in silence.
/// </summary>
/// <param name="folder">The administrator's files.</param>
public sealed class PolicyLibrary(IPolicyFolder folder)
{
    private readonly Lazy<Result<Rulebook>> rules = new(() => folder.Fault is { } fault
        ? fault
        : RuleFiles.Read(Over(RuleFiles.Shipped(), folder.Rules)));

    private readonly Lazy<Result<IReadOnlyList<Scheme>>> schemes = new(() => folder.Fault is { } fault
        ? fault
        : SchemeFiles.Read(Over(SchemeFiles.Shipped(), folder.Schemes)));

    private readonly Lazy<IReadOnlyList<string>> schemeTexts = new(() => [.. Over(SchemeFiles.Shipped(), folder.Schemes).Select(file => file.Json)]);

    /// <summary>The rules, or every reason against a file.</summary>
    public Result<Rulebook> Rules => rules.Value;

    /// <summary>The schemes by code, or every reason against a file.</summary>
    public Result<IReadOnlyList<Scheme>> Schemes => schemes.Value;

    /// <summary>Everything that rules and schemes ask somebody to state, those of rules first.</summary>
    public Result<IReadOnlyList<EvidenceInput>> Evidence => Rules.Then(book => Schemes.Map(all =>
        (IReadOnlyList<EvidenceInput>)[.. book.Evidence.Concat(SchemeFiles.Entered(all)).DistinctBy(input => input.Name)]));

    /// <summary>A scheme by its code; case does not count.</summary>
    public Result<Scheme> Scheme(string id) => Schemes.Then(all =>
        all.FirstOrDefault(scheme => string.Equals(scheme.Id, id, StringComparison.OrdinalIgnoreCase)) is { } found
            ? Result<Scheme>.Ok(found)
            : EvaluationErrors.SchemeUnknown(id));

    /// <summary>Whether there is an indicator such as <c>district/P4</c>: the code of its scheme and its own.</summary>
    public bool HasIndicator(string indicator) => Schemes.IsSuccess
        && Schemes.Value.Any(scheme => scheme.Groups.SelectMany(part => part.Indicators).Any(one => $"{scheme.Id}/{one.Id}" == indicator));

    /// <summary>The file of a scheme as it stands, so that an evaluation can keep it.</summary>
    public Result<string> SchemeText(string id) => Scheme(id).Map(found =>
        schemeTexts.Value.First(text => SchemeFiles.Parse(found.Id, text) is { IsSuccess: true } read && read.Value.Id == found.Id));

    /// <summary>What is asked by a name.</summary>
    public Result<EvidenceInput> FindEvidence(string name) => Evidence.Then(all =>
        (all.FirstOrDefault(input => input.Name == name) ?? Budget(name)) is { } found ? Result<EvidenceInput>.Ok(found) : PolicyErrors.EvidenceUnknown(name));

    /// <summary>What a phase's budget gate asks for: <c>budget-2026</c>; null for any other name.</summary>
    public static EvidenceInput? Budget(string name)
    {
        const string Start = "budget-";
        if (!name.StartsWith(Start, StringComparison.Ordinal)) return null;
        return int.TryParse(name[Start.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2999
            ? new EvidenceInput(name, PolicyUnit.Flag, BilingualName.Of(BudgetIn("zh", year), BudgetIn("en", year)))
            : null;
    }

    private static string BudgetIn(string language, int year) => Text.Texts.In(language).Fill("evidence.budget", ("year", year));

    private static IEnumerable<(string Name, string Json)> Over(
        IReadOnlyList<(string Name, string Json)> shipped, IReadOnlyList<(string Name, string Json)> own)
    {
        var names = own.Select(file => file.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. shipped.Where(file => !names.Contains(file.Name)), .. own];
    }
}
