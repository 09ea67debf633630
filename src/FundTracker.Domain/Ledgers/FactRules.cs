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

    private static readonly Dictionary<string, Rule> Rules = new(StringComparer.Ordinal)
    {
        [FactNames.InvestorKind] = new([NodeKind.Investor], IsName<InvestorKind>),
        [FactNames.FiscalLevel] = new([NodeKind.Investor], IsName<FiscalLevel>),
        [FactNames.FundClass] = new(Funds, IsName<FundClass>),
        [FactNames.FundStage] = new(Funds, IsName<FundStage>),
        [FactNames.LegalForm] = new(Funds, IsName<LegalForm>),
        [FactNames.FundStatus] = new(Funds, IsName<FundStatus>),
        [FactNames.VintageYear] = new(Funds, IsYear),
        [FactNames.RegisteredYear] = new(Funds, IsYear),
        [FactNames.ApprovalLevel] = new(Funds, IsName<FiscalLevel>),
        [FactNames.TargetSize] = new(Funds, IsPositive),
        [FactNames.Sector] = new([.. Funds, NodeKind.PortfolioCompany], IsSectorCode),
        [FactNames.LifeCycleStage] = new([NodeKind.PortfolioCompany], IsName<LifeCycleStage>),
        [FactNames.Location] = new([NodeKind.PortfolioCompany], value => Locations.Contains(value, StringComparer.Ordinal)),
        [FactNames.ChainSegment] = new([NodeKind.PortfolioCompany], IsName<ChainSegment>),
        [FactNames.SocialKinds] = new([NodeKind.MotherFund], value => Array.TrueForAll(value.Split(','), IsName<InvestorKind>)),
        [FactNames.Pacing] = new([NodeKind.SubFund], value => PacingTerms.Parse(value) is not null),
        [FactNames.RecallablePolicy] = new([NodeKind.MotherFund], IsName<RecallablePolicy>),
        [FactNames.OutsideCommitmentPolicy] = new([NodeKind.MotherFund], IsName<OutsideCommitmentPolicy>),
        [FactNames.VintageConvention] = new([NodeKind.MotherFund], IsName<VintageConvention>),
        [FactNames.CarryTerms] = new([NodeKind.SubFund], value => CarryTerms.Parse(value) is not null),
        [FactNames.KeyFields] = new([NodeKind.MotherFund], value => Array.TrueForAll(value.Split(','), IsSectorCode)),
        [FactNames.CommitteeRule] = new([NodeKind.MotherFund], value => VotingRule.Parse(value) is not null),
        [FactNames.ResolutionNeeded] = new([NodeKind.MotherFund], value => ResolutionNeed.Parse(value) is not null),
        [FactNames.NotReported] = new([NodeKind.SubFund], value => Array.TrueForAll(value.Split(','), Reportable.Contains)),
    };

    /// <summary>Names that may be stated of a kind of node, by name; those with a part after the colon are left out.</summary>
    public static IReadOnlyList<string> NamesFor(NodeKind subject) =>
        [.. Rules.Where(rule => rule.Value.Subjects.Contains(subject)).Select(rule => rule.Key).Order(StringComparer.Ordinal)];

    /// <summary>Checks a fact that somebody states by hand. An empty value takes an earlier one away and is always legal.</summary>
    /// <param name="subject">What the fact speaks of.</param>
    /// <param name="name">See <see cref="FactNames"/>.</param>
    /// <param name="value">See <see cref="FactNames"/>.</param>
    public static Result<Done> Check(NodeKind subject, string name, string value)
    {
        if (IsDecided(name)) return FactErrors.NotByHand(name);
        if (RuleOf(name) is not { } rule) return FactErrors.NameNotKnown(name);
        if (!rule.Subjects.Contains(subject)) return FactErrors.WrongSubject(name, subject);
        return value.Length == 0 || rule.Accepts(value) ? Done.Value : FactErrors.ValueNotKnown(name, value);
    }

    /// <summary>
    /// Whether a fact is left behind by something judged (a sealed evaluation, a case of local re-investment, the carrier that a tenant has
    /// settled in, a made-up history, a resolution), so that nobody states it by hand.
    /// </summary>
    public static bool IsDecided(string name)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return Decided.Contains(colon < 0 ? name : name[..colon], StringComparer.Ordinal);
    }

    /// <summary>Whether a text may be the code of a sector: 2 to 40 letters, digits and hyphens, a letter first.</summary>
    public static bool IsSectorCode(string? code) =>
        code is { Length: >= 2 and <= 40 } && char.IsAsciiLetter(code[0]) && code.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private static Rule? RuleOf(string name)
    {
        if (Rules.TryGetValue(name, out var rule)) return rule;
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) return null;
        var (stem, part) = (name[..colon], name[(colon + 1)..]);
        if (stem == FactNames.LeverageTarget && IsTargetOf(part)) return new([NodeKind.MotherFund], IsPositive);
        if (stem == FactNames.Evidence && IsSectorCode(part)) return new(Funds, HasProof);
        if (stem == FactNames.LossTolerance && IsClassOrStage(part)) return new([NodeKind.MotherFund], IsPercent);
        return stem == FactNames.ExchangeRate && IsCurrencyPair(part) ? new([NodeKind.MotherFund], IsPositive) : null;
    }

    /// <summary>A target of a formula, or of a class of funds: <c>class:Theme</c>.</summary>
    private static bool IsTargetOf(string part) =>
        LeverageFormulas.Contains(part, StringComparer.Ordinal)
        || (part.StartsWith("class:", StringComparison.Ordinal) && IsName<FundClass>(part["class:".Length..]));

    private static bool IsClassOrStage(string part) =>
        (part.StartsWith("class:", StringComparison.Ordinal) && IsName<FundClass>(part["class:".Length..]))
        || (part.StartsWith("stage:", StringComparison.Ordinal) && IsName<FundStage>(part["stage:".Length..]));

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

    private sealed record Rule(IReadOnlyList<NodeKind> Subjects, Func<string, bool> Accepts);
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
    public static DomainError ValueNotKnown(string name, string value) => new("fact.valueNotKnown", ("fact", name), ("value", value));
}
