namespace FundTracker.Domain.Policies;

/// <summary>What rules are judged on: the books on a day, or the numbers of an example.</summary>
public interface IPolicyReader
{
    /// <summary>Who is asked; those that <see cref="Rule.AppliesTo"/> leaves out included.</summary>
    IReadOnlyList<PolicySubject> SubjectsOf(RuleSubjects subjects);

    /// <summary>Value of a fact of a subject; null where it is not known.</summary>
    string? Fact(PolicySubject subject, string name);

    /// <summary>Reads an input of a subject for a rule.</summary>
    InputReading Read(Rule rule, string input, PolicySubject subject);
}

/// <summary>Judges rules: the one place that compares a figure with its limit.</summary>
public static class RuleJudge
{
    /// <summary>What rules say, one result per rule in their order.</summary>
    /// <param name="answering">The rules, and whether each was not in force on the day asked for.</param>
    /// <param name="reader">What they are judged on.</param>
    public static IReadOnlyList<RuleResult> Judge(IEnumerable<(Rule Rule, bool IsRetroactive)> answering, IPolicyReader reader) =>
        [.. answering.Select(rule => Judge(rule.Rule, reader, rule.IsRetroactive))];

    /// <summary>What a rule says of all its subjects.</summary>
    public static RuleResult Judge(Rule rule, IPolicyReader reader, bool isRetroactive)
    {
        var findings = reader.SubjectsOf(rule.Subjects)
            .Where(subject => rule.AppliesTo is not { } scope || scope.Values.Contains(reader.Fact(subject, scope.Fact), StringComparer.Ordinal))
            .Select(subject => Of(rule, subject, reader, isRetroactive)).ToList();
        var breached = findings.Where(finding => finding.Status == FindingStatus.Breached).ToList();
        var unknown = findings.FirstOrDefault(finding => finding.Status == FindingStatus.NoData);
        var headline = breached.MaxBy(finding => finding.Deciding.Weight) ?? unknown ?? findings.MinBy(finding => finding.Deciding.Weight);
        return new RuleResult(rule, headline?.Status ?? FindingStatus.NoData, findings, headline, isRetroactive);
    }

    /// <summary>What a rule says of one subject.</summary>
    public static Finding Of(Rule rule, PolicySubject subject, IPolicyReader reader, bool isRetroactive)
    {
        var checks = rule.Checks.Select(check => Of(rule, check, subject, reader)).ToList();
        FindingStatus[] order = rule.AnyOf
            ? [FindingStatus.Met, FindingStatus.NoData, FindingStatus.Breached]
            : [FindingStatus.Breached, FindingStatus.NoData, FindingStatus.Met];
        var status = order.First(wanted => checks.Exists(check => check.Status == wanted));
        var alike = checks.Where(check => check.Status == status);
        var deciding = (status == FindingStatus.Breached ? alike.MaxBy(check => check.Weight) : alike.MinBy(check => check.Weight))!;
        return new Finding(rule, subject, status, checks, deciding, isRetroactive);
    }

    /// <summary>Pairs of rules of different rule sets that ask of one input what can't be had together, or judge it differently.</summary>
    public static IReadOnlyList<PolicyConflict> Conflicts(IReadOnlyList<RuleResult> results)
    {
        var judged = (from result in results
                      from finding in result.Findings
                      from check in finding.Checks
                      where check.Limit is not null
                      select (finding, check)).ToList();
        var pairs = from one in judged
                    from other in judged
                    where string.CompareOrdinal(one.finding.Rule.Id, other.finding.Rule.Id) < 0
                    where one.finding.Subject.Code == other.finding.Subject.Code && one.check.Check.Input == other.check.Check.Input
                    where one.finding.Rule.Version != other.finding.Rule.Version
                    let kind = KindOf(one.check, other.check)
                    where kind is not null
                    group (one, other) by (kind.Value, one.check.Check.Input, First: one.finding.Rule.Id, Second: other.finding.Rule.Id);
        return
        [
            .. pairs.Select(group => new PolicyConflict(
                    group.Key.Value, group.Key.Input, group.First().one.finding, group.First().other.finding,
                    [.. group.Select(pair => pair.one.finding.Subject.Code)]))
                .OrderBy(conflict => conflict.Kind).ThenBy(conflict => conflict.First.Rule.Id, StringComparer.Ordinal),
        ];
    }

    private static ConflictKind? KindOf(CheckResult one, CheckResult other)
    {
        if (AreDisjoint(one, other) || AreDisjoint(other, one)) return ConflictKind.Incompatible;
        var differs = one.Status != other.Status && one.Status != FindingStatus.NoData && other.Status != FindingStatus.NoData;
        return differs ? ConflictKind.Differing : null;
    }

    /// <summary>Whether what the first asks for lies wholly above what the second allows.</summary>
    private static bool AreDisjoint(CheckResult floor, CheckResult ceiling)
    {
        if (floor.Check.Must is not (Demand.AtLeast or Demand.Above) || ceiling.Check.Must is not (Demand.AtMost or Demand.Below)) return false;
        var bothTouch = floor.Check.Must == Demand.AtLeast && ceiling.Check.Must == Demand.AtMost;
        return bothTouch ? floor.Limit > ceiling.Limit : floor.Limit >= ceiling.Limit;
    }

    private static CheckResult Of(Rule rule, RuleCheck check, PolicySubject subject, IPolicyReader reader)
    {
        var reading = reader.Read(rule, check.Input, subject);
        var parameter = check.Limit is null ? null : rule.Parameter(check.Limit)!;
        var unit = parameter?.Unit ?? PolicyUnit.Flag;
        var limit = check.Must == Demand.Yes ? 1m : LimitOf(parameter!, subject, reader);
        if (limit is null) return new CheckResult(check, FindingStatus.NoData, reading, null, unit, PolicyErrors.FactMissing(parameter!.By!));
        if (reading.Number is not { } number)
            return new CheckResult(check, FindingStatus.NoData, reading, limit, unit, reading.Figure.NoneReason);
        return new CheckResult(check, Meets(number, check.Must, limit.Value) ? FindingStatus.Met : FindingStatus.Breached, reading, limit, unit, null);
    }

    private static decimal? LimitOf(RuleParameter parameter, PolicySubject subject, IPolicyReader reader)
    {
        if (parameter.By is null) return parameter.Value;
        return reader.Fact(subject, parameter.By) is { } value && parameter.Values.TryGetValue(value, out var limit) ? limit : parameter.Value;
    }

    private static bool Meets(decimal number, Demand must, decimal limit) => must switch
    {
        Demand.AtLeast or Demand.Yes => number >= limit,
        Demand.AtMost => number <= limit,
        Demand.Above => number > limit,
        Demand.Below => number < limit,
        _ => throw new ArgumentOutOfRangeException(nameof(must)),
    };
}
