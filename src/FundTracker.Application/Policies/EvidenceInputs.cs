using FundTracker.Application.Evaluations;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Results;

namespace FundTracker.Application.Policies;

/// <summary>Everything that rules and evaluation schemes ask somebody to state.</summary>
public static class EvidenceInputs
{
    /// <summary>All, those of rules first.</summary>
    public static IReadOnlyList<EvidenceInput> All { get; } = [.. RuleFiles.Rulebook.Evidence.Concat(SchemeFiles.Entered).DistinctBy(input => input.Name)];

    /// <summary>What is asked by a name, or a refusal.</summary>
    public static Result<EvidenceInput> Find(string name) =>
        All.FirstOrDefault(input => input.Name == name) is { } found ? found : PolicyErrors.EvidenceUnknown(name);
}
