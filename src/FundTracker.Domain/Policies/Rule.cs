using FundTracker.Domain.Values;

namespace FundTracker.Domain.Policies;

/// <summary>Who made a rule; where two levels conflict both results are shown.</summary>
public enum RuleLevel : byte
{
    /// <summary>国家 national.</summary>
    National = 1,

    /// <summary>省 province.</summary>
    Province = 2,

    /// <summary>市 city.</summary>
    City = 3,

    /// <summary>区县 district.</summary>
    District = 4,

    /// <summary>基金协议 agreement of the fund.</summary>
    Agreement = 5,
}

/// <summary>What a breach means.</summary>
public enum RuleSeverity : byte
{
    /// <summary>刚性 must be cured.</summary>
    Hard = 1,

    /// <summary>柔性 must be explained.</summary>
    Soft = 2,

    /// <summary>参考 told, and nothing follows.</summary>
    Information = 3,
}

/// <summary>How sure the wording of a rule is, so that nobody takes what one stranger wrote for law.</summary>
public enum SourceStatus : byte
{
    /// <summary>Read in the official text or an official re-post.</summary>
    Text = 1,

    /// <summary>Quoted by someone else.</summary>
    Secondary = 2,

    /// <summary>Seen in one third-party place only; to be confirmed.</summary>
    SingleSource = 3,
}

/// <summary>Of whom a rule is asked.</summary>
public enum RuleSubjects : byte
{
    /// <summary>The mother fund.</summary>
    MotherFund = 1,

    /// <summary>Each sub-fund that the mother fund holds and that is set up.</summary>
    SubFunds = 2,

    /// <summary>The mother fund and each sub-fund that is set up.</summary>
    AllFunds = 3,

    /// <summary>Each class of the sub-funds held.</summary>
    FundClasses = 4,

    /// <summary>Each sub-fund, those not yet set up included.</summary>
    PlannedFunds = 5,

    /// <summary>The mother fund and each sub-fund, those not yet set up included.</summary>
    AllPlannedFunds = 6,
}

/// <summary>Unit of an input or a parameter.</summary>
public enum PolicyUnit : byte
{
    /// <summary>Percent: 20 is 20 %.</summary>
    Percent = 1,

    /// <summary>A multiple: 1.5 is 1.5x.</summary>
    Multiple = 2,

    /// <summary>Money in major units of the subject's currency.</summary>
    Money = 3,

    /// <summary>Days.</summary>
    Days = 4,

    /// <summary>A count.</summary>
    Count = 5,

    /// <summary>Yes (1) or no (0).</summary>
    Flag = 6,

    /// <summary>A calendar day, as its day number; parameters only.</summary>
    Date = 7,

    /// <summary>Years.</summary>
    Years = 8,
}

/// <summary>What a check asks of its input.</summary>
public enum Demand : byte
{
    /// <summary>The limit or more.</summary>
    AtLeast = 1,

    /// <summary>The limit or less.</summary>
    AtMost = 2,

    /// <summary>More than the limit.</summary>
    Above = 3,

    /// <summary>Less than the limit.</summary>
    Below = 4,

    /// <summary>Yes; no limit.</summary>
    Yes = 5,
}

/// <summary>A number that a rule sets. One value for all, or one per value of a fact of the subject, or both: then the value is for the rest.</summary>
/// <param name="Name">Name within the rule.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Value">The number in its unit, for all or for subjects whose fact names none; null where all depends on a fact.</param>
/// <param name="By">Name of the fact on which it depends, such as <c>fundStage</c>; null where it is one for all.</param>
/// <param name="Values">The number by the fact's value; empty where it is one for all.</param>
public sealed record RuleParameter(
    string Name, PolicyUnit Unit, decimal? Value, string? By, IReadOnlyDictionary<string, decimal> Values);

/// <summary>One thing that a rule asks.</summary>
/// <param name="Input">Name of the input that it reads.</param>
/// <param name="Must">What it asks of it.</param>
/// <param name="Limit">Name of the parameter that is the limit; null for <see cref="Demand.Yes"/>.</param>
public sealed record RuleCheck(string Input, Demand Must, string? Limit);

/// <summary>What a rule may read.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Parameters">Parameters that a rule which reads it must set, with their units.</param>
/// <param name="GrowsWhole">Whether money that is added above the line is added below it too, as new social capital is to a fund.</param>
public sealed record InputDefinition(
    string Name, PolicyUnit Unit, IReadOnlyList<(string Name, PolicyUnit Unit)> Parameters, bool GrowsWhole = false);

/// <summary>Something that no ledger knows: somebody states it with what proves it.</summary>
/// <param name="Name">Name of the input.</param>
/// <param name="Unit">Its unit: a flag, a percentage, a count.</param>
/// <param name="Text">What is asked.</param>
public sealed record EvidenceInput(string Name, PolicyUnit Unit, BilingualName Text);

/// <summary>A fact that a subject must have for the rule to be asked of it.</summary>
/// <param name="Fact">Name of the fact.</param>
/// <param name="Values">Values for which the rule is asked.</param>
public sealed record RuleScope(string Fact, IReadOnlyList<string> Values);

/// <summary>An example beside a rule: what it reads and what it must say.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Facts">Facts of the subject.</param>
/// <param name="Inputs">Numbers in the inputs' units; an input that is not here has no answer.</param>
/// <param name="Expected">What the rule must say.</param>
public sealed record RuleCase(
    string Name, IReadOnlyDictionary<string, string> Facts, IReadOnlyDictionary<string, decimal> Inputs, FindingStatus Expected);

/// <summary>A version of a rule as its file states it. A rule is data: nothing about it stands in code but how its inputs are computed.</summary>
/// <param name="Id">Such as <c>N-04</c>; the same in all versions.</param>
/// <param name="Version">Version of the rule set that it belongs to, such as <c>national-2026.1</c>.</param>
/// <param name="Level">Who made it.</param>
/// <param name="Severity">What a breach means.</param>
/// <param name="Title">A few words.</param>
/// <param name="Clause">The clause in both languages.</param>
/// <param name="Source">Where it stands.</param>
/// <param name="SourceStatus">How sure the wording is.</param>
/// <param name="EffectiveFrom">First day on which it is in force.</param>
/// <param name="EffectiveTo">Last day on which it is in force; null for no end.</param>
/// <param name="IsDateAssumed">Whether the source names no day and the first one is assumed.</param>
/// <param name="Subjects">Of whom it is asked.</param>
/// <param name="AppliesTo">Which of them; null for all.</param>
/// <param name="AnyOf">Whether one check that is met is enough.</param>
/// <param name="Checks">What it asks, at least one thing.</param>
/// <param name="Parameters">Its numbers.</param>
/// <param name="Evidence">What it reads that somebody states.</param>
/// <param name="Cure">What cures a breach; <c>{gap}</c>, <c>{limit}</c> and <c>{figure}</c> are filled in.</param>
/// <param name="Cases">Examples, run as tests.</param>
public sealed record Rule(
    string Id, string Version, RuleLevel Level, RuleSeverity Severity, BilingualName Title, BilingualName Clause, BilingualName Source,
    SourceStatus SourceStatus, DateOnly EffectiveFrom, DateOnly? EffectiveTo, bool IsDateAssumed, RuleSubjects Subjects, RuleScope? AppliesTo,
    bool AnyOf, IReadOnlyList<RuleCheck> Checks, IReadOnlyList<RuleParameter> Parameters, IReadOnlyList<EvidenceInput> Evidence,
    BilingualName Cure, IReadOnlyList<RuleCase> Cases)
{
    /// <summary>Whether it is in force on a day; both ends count.</summary>
    public bool IsInForce(DateOnly day) => day >= EffectiveFrom && (EffectiveTo is not { } to || day <= to);

    /// <summary>Whether it asks about an input.</summary>
    public bool Reads(string input) => Checks.Any(check => check.Input == input);

    /// <summary>A parameter by its name, or null.</summary>
    public RuleParameter? Parameter(string name) => Parameters.FirstOrDefault(parameter => parameter.Name == name);
}
