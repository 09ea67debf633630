using FundTracker.Domain.Results;

namespace FundTracker.Domain.Policies;

/// <summary>Refusals of rule files and of questions about rules, and why a rule can say nothing.</summary>
public static class PolicyErrors
{
    /// <summary>Whether a refusal is <see cref="BreachForeseen"/> or <see cref="BreachWorsened"/>: it asks for a reason.</summary>
    public static bool AsksForReason(DomainError error) => error.Code is "policy.breachForeseen" or "policy.breachWorsened";

    /// <summary>The folder of an installation's own rules and schemes is not there.</summary>
    public static DomainError FolderMissing(string path) => new("policy.folderMissing", ("path", path));

    /// <summary>A file is no JSON.</summary>
    /// <param name="file">The file.</param>
    /// <param name="line">Line at which reading ends, from 1.</param>
    /// <param name="position">Byte in the line, from 1.</param>
    public static DomainError FileNoJson(PolicyFile file, long line, long position) =>
        new("policy.fileNoJson", ("kind", file.Kind), ("file", file.Name), ("line", line), ("position", position));

    /// <summary>A file has a member that nobody reads.</summary>
    /// <param name="file">The file.</param>
    /// <param name="path">Where: <c>$.groups[0].colour</c>.</param>
    public static DomainError FileMemberUnknown(PolicyFile file, string path) =>
        new("policy.fileMemberUnknown", ("kind", file.Kind), ("file", file.Name), ("path", path));

    /// <summary>A file lacks a member.</summary>
    /// <param name="file">The file.</param>
    /// <param name="path">Where it should stand.</param>
    public static DomainError FileMemberMissing(PolicyFile file, string path) =>
        new("policy.fileMemberMissing", ("kind", file.Kind), ("file", file.Name), ("path", path));

    /// <summary>A file has a value that can't stand where it does.</summary>
    /// <param name="file">The file.</param>
    /// <param name="path">Where.</param>
    /// <param name="value">What stands there.</param>
    /// <param name="expected">What should: the words that may, or <c>number</c>, <c>whole</c>, <c>yesNo</c>, <c>day</c>, <c>text</c>,
    /// <c>list</c>, <c>members</c>.</param>
    public static DomainError FileValueWrong(PolicyFile file, string path, string value, string expected) => new(
        "policy.fileValueWrong", ("kind", file.Kind), ("file", file.Name), ("path", path), ("value", value), ("expected", expected));

    /// <summary>A band has not exactly one lower end.</summary>
    /// <param name="file">The file.</param>
    /// <param name="path">Where.</param>
    public static DomainError FileBandEnds(PolicyFile file, string path) =>
        new("policy.fileBandEnds", ("kind", file.Kind), ("file", file.Name), ("path", path));

    /// <summary>A rule reads what nobody computes and nobody is asked for.</summary>
    public static DomainError InputUnknown(string rule, string input) => new("policy.inputUnknown", ("rule", rule), ("input", input));

    /// <summary>A check names a parameter that the rule does not set, or of another unit than its input.</summary>
    public static DomainError ParameterMissing(string rule, string parameter, PolicyUnit unit) =>
        new("policy.parameterMissing", ("rule", rule), ("parameter", parameter), ("unit", unit));

    /// <summary>A parameter has neither a value nor values by a fact, or names a fact without values or values without a fact.</summary>
    public static DomainError ParameterWithoutValue(string rule, string parameter) =>
        new("policy.parameterWithoutValue", ("rule", rule), ("parameter", parameter));

    /// <summary>A rule asks nothing.</summary>
    public static DomainError NothingAsked(string rule) => new("policy.nothingAsked", ("rule", rule));

    /// <summary>A rule ends before it begins.</summary>
    public static DomainError EndsBeforeStart(string rule, string version, DateOnly from, DateOnly to) =>
        new("policy.endsBeforeStart", ("rule", rule), ("version", version), ("from", from), ("to", to));

    /// <summary>Two versions of a rule are in force on the same day.</summary>
    public static DomainError DatesOverlap(string rule, string first, string second, DateOnly day) =>
        new("policy.datesOverlap", ("rule", rule), ("first", first), ("second", second), ("day", day));

    /// <summary>A rule lacks an example of one of the three results.</summary>
    public static DomainError CaseMissing(string rule, FindingStatus status) => new("policy.caseMissing", ("rule", rule), ("status", status));

    /// <summary>A rule says something else of its own example than the example expects.</summary>
    public static DomainError CaseFails(string rule, string example, FindingStatus expected, FindingStatus said) =>
        new("policy.caseFails", ("rule", rule), ("example", example), ("expected", expected), ("said", said));

    /// <summary>No such rule.</summary>
    public static DomainError RuleUnknown(string rule) => new("policy.ruleUnknown", ("rule", rule));

    /// <summary>No rule asks for it.</summary>
    public static DomainError EvidenceUnknown(string input) => new("policy.evidenceUnknown", ("input", input));

    /// <summary>The rule was not in force on the day.</summary>
    public static DomainError NotInForce(string rule, DateOnly from, DateOnly day) =>
        new("policy.notInForce", ("rule", rule), ("from", from), ("day", day));

    /// <summary>The rule was no longer in force on the day.</summary>
    public static DomainError NoLongerInForce(string rule, DateOnly to, DateOnly day) =>
        new("policy.noLongerInForce", ("rule", rule), ("to", to), ("day", day));

    /// <summary>Nobody falls under the rule.</summary>
    public static DomainError NobodyConcerned() => new("policy.nobodyConcerned");

    /// <summary>Nobody has stated it with evidence.</summary>
    public static DomainError EvidenceMissing(string input) => new("policy.evidenceMissing", ("input", input));

    /// <summary>A statement lacks what proves it.</summary>
    public static DomainError ProofMissing(string input) => new("policy.proofMissing", ("input", input));

    /// <summary>A statement is not in the unit of its input.</summary>
    public static DomainError AnswerUnreadable(string input, string answer, PolicyUnit unit) =>
        new("policy.answerUnreadable", ("input", input), ("answer", answer), ("unit", unit));

    /// <summary>The limit depends on a fact that is not known or has a value for which the rule sets none.</summary>
    public static DomainError FactMissing(string fact) => new("policy.factMissing", ("fact", fact));

    /// <summary>There is no contribution plan.</summary>
    public static DomainError NoPlan() => new("policy.noPlan");

    /// <summary>No money has come in.</summary>
    public static DomainError NoMoneyYet() => new("policy.noMoneyYet");

    /// <summary>Nothing is invested.</summary>
    public static DomainError NothingInvested() => new("policy.nothingInvested");

    /// <summary>The time after which the figure is asked for is not over.</summary>
    public static DomainError PeriodNotOver(DateOnly end) => new("policy.periodNotOver", ("end", end));

    /// <summary>A hard rule would be breached by what is approved, and no reason is given to approve it all the same.</summary>
    /// <param name="rule">Code of the rule.</param>
    /// <param name="subject">Code of whom it judges.</param>
    /// <param name="must">What it asks for.</param>
    /// <param name="limit">The limit, with its unit.</param>
    /// <param name="now">The figure as it is, with its unit; a dash where there is none.</param>
    /// <param name="then">The figure as it would be.</param>
    public static DomainError BreachForeseen(string rule, string subject, Demand must, string limit, string now, string then) => new(
        "policy.breachForeseen", ("rule", rule), ("subject", subject), ("must", must), ("limit", limit), ("now", now), ("then", then));

    /// <summary>A hard rule is breached and would be breached further, and no reason is given to approve it all the same.</summary>
    /// <param name="rule">Code of the rule.</param>
    /// <param name="subject">Code of whom it judges.</param>
    /// <param name="must">What it asks for.</param>
    /// <param name="limit">The limit, with its unit.</param>
    /// <param name="now">The figure as it is, with its unit; a dash where there is none.</param>
    /// <param name="then">The figure as it would be.</param>
    public static DomainError BreachWorsened(string rule, string subject, Demand must, string limit, string now, string then) => new(
        "policy.breachWorsened", ("rule", rule), ("subject", subject), ("must", must), ("limit", limit), ("now", now), ("then", then));
}

/// <summary>What a file of policy holds.</summary>
public enum PolicyFileKind : byte
{
    /// <summary>规则文件 a version of a rule.</summary>
    Rule = 1,

    /// <summary>评价方案文件 an evaluation scheme.</summary>
    Scheme = 2,
}

/// <summary>A file of policy, as a refusal names it.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Name">Its name, <c>district.json</c>.</param>
public sealed record PolicyFile(PolicyFileKind Kind, string Name);
