using FundTracker.Domain.Results;

namespace FundTracker.Domain.Policies;

/// <summary>All versions of all rules, checked: every input is known, every limit is set, no two versions of a rule overlap.</summary>
public sealed class Rulebook
{
    private Rulebook(IReadOnlyList<Rule> rules) => Rules = rules;

    /// <summary>All versions by rule and date.</summary>
    public IReadOnlyList<Rule> Rules { get; }

    /// <summary>Everything that rules ask somebody to state, by name.</summary>
    public IReadOnlyList<EvidenceInput> Evidence =>
        [.. Rules.SelectMany(rule => rule.Evidence).DistinctBy(input => input.Name).OrderBy(input => input.Name, StringComparer.Ordinal)];

    /// <summary>Puts rules together.</summary>
    /// <param name="rules">Versions of rules, in any order.</param>
    /// <param name="inputs">What is computed.</param>
    /// <returns>The rulebook, or every reason against it.</returns>
    public static Result<Rulebook> Of(IReadOnlyList<Rule> rules, IReadOnlyCollection<InputDefinition> inputs)
    {
        var known = inputs.ToDictionary(input => input.Name, StringComparer.Ordinal);
        var sorted = rules.OrderBy(rule => rule.Id, StringComparer.Ordinal).ThenBy(rule => rule.EffectiveFrom).ToList();
        var errors = sorted.SelectMany(rule => Check(rule, known)).Concat(Overlaps(sorted)).ToList();
        return errors.Count > 0 ? Result<Rulebook>.Refused(errors) : new Rulebook(sorted);
    }

    /// <summary>
    /// The version of each rule that answers for a day. A rule that is not in force is refused, unless it is asked for retroactively: then
    /// its first version answers for days before it, and its last for days after it.
    /// </summary>
    /// <param name="day">The day.</param>
    /// <param name="retroactive">Whether rules answer that are not in force.</param>
    /// <param name="only">The one rule that is asked; null for all.</param>
    public (IReadOnlyList<(Rule Rule, bool IsRetroactive)> Answering, IReadOnlyList<DomainError> Refused) On(
        DateOnly day, bool retroactive, string? only = null)
    {
        var answering = new List<(Rule, bool)>();
        var refused = new List<DomainError>();
        foreach (var versions in Rules.Where(rule => only is null || rule.Id == only).GroupBy(rule => rule.Id, StringComparer.Ordinal))
        {
            var inForce = versions.FirstOrDefault(rule => rule.IsInForce(day));
            var later = versions.FirstOrDefault(rule => rule.EffectiveFrom > day);
            if (inForce is not null) answering.Add((inForce, false));
            else if (retroactive) answering.Add((later ?? versions.Last(), true));
            else if (later is not null) refused.Add(PolicyErrors.NotInForce(versions.Key, later.EffectiveFrom, day));
            else refused.Add(PolicyErrors.NoLongerInForce(versions.Key, versions.Last().EffectiveTo!.Value, day));
        }

        return (answering, refused);
    }

    /// <summary>The most that an input may be on a day, in its unit: the strictest limit of the rules in force; null where none sets one for all.</summary>
    /// <param name="day">The day.</param>
    /// <param name="input">Name of the input.</param>
    public decimal? AtMost(DateOnly day, string input) => Rules.Where(rule => rule.IsInForce(day))
        .SelectMany(rule => rule.Checks.Where(check => check.Input == input && check.Must == Demand.AtMost).Select(check => rule.Parameter(check.Limit!)!.Value))
        .Min();

    private static IEnumerable<DomainError> Check(Rule rule, Dictionary<string, InputDefinition> known)
    {
        if (rule.Checks.Count == 0) yield return PolicyErrors.NothingAsked(rule.Id);
        if (rule.EffectiveTo is { } to && to < rule.EffectiveFrom)
            yield return PolicyErrors.EndsBeforeStart(rule.Id, rule.Version, rule.EffectiveFrom, to);
        foreach (var parameter in rule.Parameters.Where(parameter =>
            (parameter.Value is null && parameter.By is null) || (parameter.By is null) != (parameter.Values.Count == 0)))
            yield return PolicyErrors.ParameterWithoutValue(rule.Id, parameter.Name);
        foreach (var check in rule.Checks)
        {
            if (UnitOf(rule, check.Input, known) is not { } unit)
            {
                yield return PolicyErrors.InputUnknown(rule.Id, check.Input);
                continue;
            }

            var needed = known.TryGetValue(check.Input, out var input) ? input.Parameters : [];
            if (check is { Must: not Demand.Yes, Limit: null }) yield return PolicyErrors.ParameterMissing(rule.Id, "limit", unit);
            if (check is { Must: not Demand.Yes, Limit: { } limit }) needed = [.. needed, (limit, unit)];
            foreach (var (name, of) in needed.Where(need => rule.Parameter(need.Name)?.Unit != need.Unit))
                yield return PolicyErrors.ParameterMissing(rule.Id, name, of);
        }

        foreach (var status in Enum.GetValues<FindingStatus>().Where(status => rule.Cases.All(one => one.Expected != status)))
            yield return PolicyErrors.CaseMissing(rule.Id, status);
        foreach (var read in rule.Cases.SelectMany(one => one.Inputs.Keys).Distinct(StringComparer.Ordinal))
            if (rule.Checks.All(check => check.Input != read)) yield return PolicyErrors.InputUnknown(rule.Id, read);
    }

    private static PolicyUnit? UnitOf(Rule rule, string input, Dictionary<string, InputDefinition> known) =>
        known.TryGetValue(input, out var computed) ? computed.Unit : rule.Evidence.FirstOrDefault(stated => stated.Name == input)?.Unit;

    private static IEnumerable<DomainError> Overlaps(List<Rule> sorted) =>
        from pair in sorted.Zip(sorted.Skip(1))
        where pair.First.Id == pair.Second.Id
        where pair.First.EffectiveTo is not { } to || to >= pair.Second.EffectiveFrom
        select PolicyErrors.DatesOverlap(pair.First.Id, pair.First.Version, pair.Second.Version, pair.Second.EffectiveFrom);
}
