using FundTracker.Analytics.Policies;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Policies;

/// <summary>Reads rules from their files: one JSON file per version of a rule, see <c>Policies/Rules/README.md</c>.</summary>
public static class RuleFiles
{
    private const string Folder = "FundTracker.Application.Policies.Rules.";

    /// <summary>The shipped files: name and text.</summary>
    public static IReadOnlyList<(string Name, string Json)> Shipped() => RecordFiles.Shipped(Folder);

    /// <summary>Reads files and puts the rules together.</summary>
    /// <returns>The rulebook, or every reason against a file, against the rules as a whole or by a rule's own examples.</returns>
    public static Result<Rulebook> Read(IEnumerable<(string Name, string Json)> files)
    {
        var read = files.Select(file => Parse(file.Name, file.Json)).ToList();
        var errors = read.SelectMany(rule => rule.Errors).ToList();
        return errors.Count > 0 ? Result<Rulebook>.Refused(errors) : Assemble(read.ConvertAll(rule => rule.Value));
    }

    /// <summary>Reads one file.</summary>
    public static Result<Rule> Parse(string name, string json) =>
        FileShape.Read<RuleText>(new PolicyFile(PolicyFileKind.Rule, name), json).Map(ToRule);

    private static Result<Rulebook> Assemble(IReadOnlyList<Rule> rules) => Rulebook.Of(rules, PolicyInputs.ForRules).Then(book =>
        book.Rules.SelectMany(RuleExamples.Failing).ToList() is { Count: > 0 } failing ? Result<Rulebook>.Refused(failing) : book);

    private static Rule ToRule(RuleText text) => new(
        text.Id, text.Version, text.Level, text.Severity, Name(text.Title), Name(text.Clause), Name(text.Source), text.SourceStatus,
        text.EffectiveFrom, text.EffectiveTo, text.DateAssumed, text.Subjects,
        text.AppliesTo is { } scope ? new RuleScope(scope.Fact, scope.Values) : null, text.AnyOf,
        [.. text.Checks.Select(check => new RuleCheck(check.Input, check.Must, check.Limit))],
        [.. (text.Parameters ?? []).Select(pair => ToParameter(pair.Key, pair.Value))],
        [.. (text.Evidence ?? []).Select(pair => new EvidenceInput(pair.Key, pair.Value.Unit, BilingualName.Of(pair.Value.Zh, pair.Value.En)))],
        Name(text.Cure),
        [.. text.Cases.Select(one => new RuleCase(one.Name, one.Facts ?? [], one.Inputs, one.Expect))]);

    private static RuleParameter ToParameter(string name, ParameterText text)
    {
        decimal? day = text.Date is { } date ? date.DayNumber : null;
        return new RuleParameter(name, text.Unit, text.Unit == PolicyUnit.Date ? day : text.Value, text.By, text.Values ?? []);
    }

    private static BilingualName Name(WordsText text) => BilingualName.Of(text.Zh, text.En);

    private sealed record RuleText(
        string Id, string Version, RuleLevel Level, RuleSeverity Severity, WordsText Title, WordsText Clause, WordsText Source,
        SourceStatus SourceStatus, DateOnly EffectiveFrom, RuleSubjects Subjects, IReadOnlyList<CheckText> Checks, WordsText Cure,
        IReadOnlyList<CaseText> Cases, DateOnly? EffectiveTo = null, bool DateAssumed = false, ScopeText? AppliesTo = null, bool AnyOf = false,
        Dictionary<string, ParameterText>? Parameters = null, Dictionary<string, EvidenceText>? Evidence = null);

    private sealed record WordsText(string Zh, string En);

    private sealed record CheckText(string Input, Demand Must, string? Limit = null);

    private sealed record ScopeText(string Fact, IReadOnlyList<string> Values);

    private sealed record ParameterText(
        PolicyUnit Unit, decimal? Value = null, DateOnly? Date = null, string? By = null, Dictionary<string, decimal>? Values = null);

    private sealed record EvidenceText(PolicyUnit Unit, string Zh, string En);

    private sealed record CaseText(string Name, Dictionary<string, decimal> Inputs, FindingStatus Expect, Dictionary<string, string>? Facts = null);
}
