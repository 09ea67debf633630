using System.Globalization;
using FundTracker.Domain.Carriers;
using FundTracker.Domain.Committees;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Holdings;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Ledgers;

/// <summary>Which facts may be stated of whom, and with which values.</summary>
public static class FactRules
{
    /// <summary>Values of <see cref="FactNames.Location"/>.</summary>
    public static IReadOnlyList<string> Locations { get; } = ["district", "outside"];

    /// <summary>Values of <see cref="FactNames.Listed"/>; <c>notStated</c> where the source says no more than that the company is listed.</summary>
    public static IReadOnlyList<string> Markets { get; } = ["main", "star", "chiNext", "beijing", "abroad", "notStated"];

    /// <summary>Codes of the leverage formulas that may have a target.</summary>
    public static IReadOnlyList<string> LeverageFormulas { get; } =
        ["SocialToFiscal", "TotalToMotherCommitted", "TotalToMotherPaidIn", "SocialShare", "LookThrough"];

    private static readonly string[] Decided =
        [
            FactNames.EvaluationGrade, FactNames.LocalCase, FactNames.Carrier, FactNames.IllustrativeUntil, FactNames.CommitteeMember,
            FactNames.Resolution, FactNames.ResolutionUse,
        ];

    private static readonly string[] Reportable = ["commitment", "paidIn", "distributed", "nav"];
    private static readonly NodeKind[] Funds = [NodeKind.MotherFund, NodeKind.SubFund];
    private static readonly string[] Classes = [.. Enum.GetNames<FundClass>().Select(name => $"class:{name}")];
    private static readonly string[] Stages = [.. Enum.GetNames<FundStage>().Select(name => $"stage:{name}")];

    private static readonly Dictionary<string, Rule> Rules = new(StringComparer.Ordinal)
    {
        [FactNames.InvestorKind] = OneOf<InvestorKind>(NodeKind.Investor),
        [FactNames.FiscalLevel] = OneOf<FiscalLevel>(NodeKind.Investor),
        [FactNames.FundClass] = OneOf<FundClass>(Funds),
        [FactNames.FundStage] = OneOf<FundStage>(Funds),
        [FactNames.LegalForm] = OneOf<LegalForm>(Funds),
        [FactNames.FundStatus] = OneOf<FundStatus>(Funds),
        [FactNames.VintageYear] = new(Funds, IsYear),
        [FactNames.RegisteredYear] = new(Funds, IsYear),
        [FactNames.ApprovalLevel] = OneOf<FiscalLevel>(Funds),
        [FactNames.TargetSize] = new(Funds, IsPositive),
        [FactNames.Sector] = new([.. Funds, NodeKind.PortfolioCompany], IsSectorCode),
        [FactNames.LifeCycleStage] = OneOf<LifeCycleStage>(NodeKind.PortfolioCompany),
        [FactNames.Location] = new([NodeKind.PortfolioCompany], value => Locations.Contains(value, StringComparer.Ordinal), Locations),
        [FactNames.ChainSegment] = OneOf<ChainSegment>(NodeKind.PortfolioCompany),
        [FactNames.Listed] = new([NodeKind.PortfolioCompany], value => Markets.Contains(value, StringComparer.Ordinal), Markets),
        [FactNames.PlannedCommitment] = new([NodeKind.SubFund], IsPositive),
        [FactNames.Purpose] = new([NodeKind.MotherFund], value => !string.IsNullOrWhiteSpace(value)),
        [FactNames.Governance] = new([NodeKind.MotherFund], value => !string.IsNullOrWhiteSpace(value)),
        [FactNames.Founding] = new([NodeKind.MotherFund], value => !string.IsNullOrWhiteSpace(value)),
        [FactNames.FundFamily] = new([NodeKind.MotherFund], value => !string.IsNullOrWhiteSpace(value)),
        [FactNames.Ecosystem] = new([NodeKind.MotherFund], value => !string.IsNullOrWhiteSpace(value)),
        [FactNames.SocialKinds] = new([NodeKind.MotherFund], value => Array.TrueForAll(value.Split(','), IsName<InvestorKind>)),
        [FactNames.Pacing] = new([NodeKind.SubFund], value => PacingTerms.Parse(value) is not null),
        [FactNames.RecallablePolicy] = OneOf<RecallablePolicy>(NodeKind.MotherFund),
        [FactNames.OutsideCommitmentPolicy] = OneOf<OutsideCommitmentPolicy>(NodeKind.MotherFund),
        [FactNames.VintageConvention] = OneOf<VintageConvention>(NodeKind.MotherFund),
        [FactNames.CarryTerms] = new([NodeKind.SubFund], value => CarryTerms.Parse(value) is not null),
        [FactNames.KeyFields] = new([NodeKind.MotherFund], value => Array.TrueForAll(value.Split(','), IsSectorCode)),
        [FactNames.CommitteeRule] = new([NodeKind.MotherFund], value => VotingRule.Parse(value) is not null),
        [FactNames.ResolutionNeeded] = new([NodeKind.MotherFund], value => ResolutionNeed.Parse(value) is not null),
        [FactNames.NotReported] = new([NodeKind.SubFund], value => Array.TrueForAll(value.Split(','), Reportable.Contains)),
    };

    private static readonly Dictionary<string, Family> Families = new(StringComparer.Ordinal)
    {
        [FactNames.LeverageTarget] = new(new([NodeKind.MotherFund], IsPositive), [.. LeverageFormulas, .. Classes]),
        [FactNames.LossTolerance] = new(new([NodeKind.MotherFund], IsPercent), [.. Classes, .. Stages]),
        [FactNames.ExchangeRate] = new(new([NodeKind.MotherFund], IsPositive), [], IsCurrencyPair),
        [FactNames.Evidence] = new(new(Funds, HasProof), [], IsSectorCode),
    };

    /// <summary>Names that may be stated of a kind of node, by name; those with a part after the colon are <see cref="FamiliesFor"/>.</summary>
    public static IReadOnlyList<string> NamesFor(NodeKind subject) =>
        [.. Rules.Where(rule => rule.Value.Subjects.Contains(subject)).Select(rule => rule.Key).Order(StringComparer.Ordinal)];

    /// <summary>What stands before the colon of names that may be stated of a kind of node: <c>lossTolerance</c> of <c>lossTolerance:class:Angel</c>.</summary>
    public static IReadOnlyList<string> FamiliesFor(NodeKind subject) =>
        [.. Families.Where(family => family.Value.Rule.Subjects.Contains(subject)).Select(family => family.Key).Order(StringComparer.Ordinal)];

    /// <summary>What may stand behind the colon of a family; empty where that is written freely, as a pair of currencies is.</summary>
    public static IReadOnlyList<string> PartsOf(string family) => Families.GetValueOrDefault(family)?.Parts ?? [];

    /// <summary>
    /// What a fact's value looks like: the values there are, or the word by which texts name the form, which is the name of the fact or of
    /// its family.
    /// </summary>
    public static string FormOf(string name) => RuleOf(name)?.Values is { Count: > 0 } values ? string.Join(", ", values) : StemOf(name);

    /// <summary>Checks a fact that somebody states by hand. An empty value takes an earlier one away and is always legal.</summary>
    /// <param name="subject">What the fact speaks of.</param>
    /// <param name="name">See <see cref="FactNames"/>.</param>
    /// <param name="value">See <see cref="FactNames"/>.</param>
    public static Result<Done> Check(NodeKind subject, string name, string value)
    {
        if (IsDecided(name)) return FactErrors.NotByHand(name);
        if (RuleOf(name) is not { } rule) return FactErrors.NameNotKnown(name);
        if (!rule.Subjects.Contains(subject)) return FactErrors.WrongSubject(name, subject);
        return value.Length == 0 || rule.Accepts(value) ? Done.Value : FactErrors.ValueNotKnown(name, value, FormOf(name));
    }

    /// <summary>
    /// Whether a fact is left behind by something judged (a sealed evaluation, a case of local re-investment, the carrier that a tenant has
    /// settled in, a made-up history, a resolution), so that nobody states it by hand.
    /// </summary>
    public static bool IsDecided(string name) => Decided.Contains(StemOf(name), StringComparer.Ordinal);

    /// <summary>Whether a text may be the code of a sector: 2 to 40 letters, digits and hyphens, a letter first.</summary>
    public static bool IsSectorCode(string? code) =>
        code is { Length: >= 2 and <= 40 } && char.IsAsciiLetter(code[0]) && code.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private static Rule? RuleOf(string name)
    {
        if (Rules.TryGetValue(name, out var rule)) return rule;
        var stem = StemOf(name);
        return stem.Length < name.Length && Families.TryGetValue(stem, out var family) && family.Takes(name[(stem.Length + 1)..]) ? family.Rule : null;
    }

    private static string StemOf(string name)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? name : name[..colon];
    }

    private static bool IsPercent(string value) =>
        decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= 100;

    private static bool IsCurrencyPair(string text) =>
        text is { Length: 7 } && text[3] == '/' && Currency.TryOf(text[..3], out var of) && Currency.TryOf(text[4..], out var to) && of != to;

    private static bool IsYear(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2999;

    private static bool HasProof(string value) =>
        value.IndexOf(';', StringComparison.Ordinal) is > 0 and var at && value[(at + 1)..].Trim().Length > 0;

    private static bool IsPositive(string value) =>
        decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number > 0;

    private static bool IsName<T>(string value)
        where T : struct, Enum => Enum.GetNames<T>().Contains(value, StringComparer.Ordinal);

    private static Rule OneOf<T>(params IReadOnlyList<NodeKind> subjects)
        where T : struct, Enum => new(subjects, IsName<T>, Enum.GetNames<T>());

    private sealed record Rule(IReadOnlyList<NodeKind> Subjects, Func<string, bool> Accepts, IReadOnlyList<string>? Values = null);

    private sealed record Family(Rule Rule, IReadOnlyList<string> Parts, Func<string, bool>? IsPart = null)
    {
        public bool Takes(string part) => IsPart is null ? Parts.Contains(part, StringComparer.Ordinal) : IsPart(part);
    }
}

/// <summary>Refusals of facts.</summary>
public static class FactErrors
{
    /// <summary>There is no such fact.</summary>
    public static DomainError NameNotKnown(string name) => new("fact.nameNotKnown", ("fact", name));

    /// <summary>The fact is not stated of such a node.</summary>
    public static DomainError WrongSubject(string name, NodeKind subject) => new("fact.wrongSubject", ("fact", name), ("subject", subject));

    /// <summary>The fact is left behind by a decision and not stated by hand.</summary>
    public static DomainError NotByHand(string name) => new("fact.notByHand", ("fact", name));

    /// <summary>The fact has no such value.</summary>
    /// <param name="name">Name of the fact.</param>
    /// <param name="value">What was stated.</param>
    /// <param name="form">What its values look like, see <see cref="FactRules.FormOf"/>.</param>
    public static DomainError ValueNotKnown(string name, string value, string form) =>
        new("fact.valueNotKnown", ("fact", name), ("value", value), ("form", form));
}
