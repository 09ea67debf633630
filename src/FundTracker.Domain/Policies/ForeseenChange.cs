using System.Globalization;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Policies;

/// <summary>How a rule's result would change.</summary>
public enum ForeseenKind : byte
{
    /// <summary>将违反 it would be breached and is not now.</summary>
    Breach = 1,

    /// <summary>将达标 it is breached now and would be met.</summary>
    Cure = 2,

    /// <summary>将进一步违反 it is breached now and would be breached further: a figure would lie further from its limit, or one more would breach.</summary>
    Worse = 3,
}

/// <summary>A rule whose result about a subject would change if something pending were approved.</summary>
/// <param name="Kind">How.</param>
/// <param name="Then">What the rule would say.</param>
/// <param name="Now">What it says without; null where the subject does not fall under it yet.</param>
public sealed record ForeseenChange(ForeseenKind Kind, Finding Then, Finding? Now)
{
    /// <summary>The rule in the version that was used.</summary>
    public Rule Rule => Then.Rule;

    /// <summary>The check that would decide, as it would be; of what gets worse the one that gets worse.</summary>
    public CheckResult CheckThen => Kind == ForeseenKind.Worse ? Worsened(Now, Then)! : Then.Deciding;

    /// <summary>The same check as it is now; null where the subject does not fall under the rule yet.</summary>
    public CheckResult? CheckNow => Now?.Checks.FirstOrDefault(check => check.Check == CheckThen.Check);

    /// <summary>
    /// Whether an approval needs a reason: a hard rule would be breached, or breached further. A floor that has no answer yet is left out,
    /// because what grows towards a floor starts below it; it is shown, and nothing more.
    /// </summary>
    public bool NeedsReason =>
        Kind != ForeseenKind.Cure && Rule.Severity == RuleSeverity.Hard
        && (CheckNow?.Status is FindingStatus.Met or FindingStatus.Breached || CheckThen.Check.Must is not (Demand.AtLeast or Demand.Above));

    /// <summary>
    /// Of two findings of one rule that is breached both times, the check that would lie further from its limit or would be breached
    /// where it is not now, the worst first; null where none would.
    /// </summary>
    /// <param name="now">What the rule says now.</param>
    /// <param name="then">What it would say.</param>
    public static CheckResult? Worsened(Finding? now, Finding then) => then.Checks
        .Where(check => check.Status == FindingStatus.Breached)
        .Where(check => now?.Checks.FirstOrDefault(one => one.Check == check.Check) is { } before
            && (before.Status != FindingStatus.Breached || check.Distance > before.Distance))
        .MaxBy(check => check.Weight);

    /// <summary>Rule and subject: <c>L-04@SUB1</c>.</summary>
    public string Name => $"{Rule.Id}@{Then.Subject.Code}";
}

/// <summary>What an approval does with breaches that it would bring.</summary>
public static class ForeseenRules
{
    /// <summary>Longest list of names that is kept.</summary>
    public const int NamesLengthMax = 1000;

    /// <summary>Hard rules that would be breached, or breached further, are let pass for a reason alone; soft ones and cures pass.</summary>
    /// <param name="changes">What would change.</param>
    /// <param name="reason">Why it is approved all the same; empty where nothing is overridden.</param>
    /// <returns>Names of what is overridden, separated by commas, empty where nothing is; or one refusal for each.</returns>
    public static Result<string> Override(IReadOnlyList<ForeseenChange> changes, string reason)
    {
        var hard = changes.Where(change => change.NeedsReason).ToList();
        if (hard.Count > 0 && string.IsNullOrWhiteSpace(reason)) return Result<string>.Refused([.. hard.Select(Refusal)]);
        var names = string.Join(", ", hard.Select(change => change.Name));
        return names.Length <= NamesLengthMax ? names : string.Concat(names.AsSpan(0, NamesLengthMax - 1), "…");
    }

    private static DomainError Refusal(ForeseenChange change)
    {
        var (rule, subject, must, unit) = (change.Rule.Id, change.Then.Subject.Code, change.CheckThen.Check.Must, change.CheckThen.Unit);
        var (limit, now, then) = (
            Plain(change.CheckThen.Limit, unit), Plain(change.CheckNow?.Reading.Number, unit), Plain(change.CheckThen.Reading.Number, unit));
        return change.Kind == ForeseenKind.Worse
            ? PolicyErrors.BreachWorsened(rule, subject, must, limit: limit, now: now, then: then)
            : PolicyErrors.BreachForeseen(rule, subject, must, limit: limit, now: now, then: then);
    }

    private static string Plain(decimal? number, PolicyUnit unit) => number is not { } known ? "—" : unit switch
    {
        PolicyUnit.Percent => Percentage.FromPercent(known).ToString(),
        PolicyUnit.Multiple => Multiple.Of(known).ToString(),
        _ => decimal.Round(known, 2, MidpointRounding.AwayFromZero).ToString("0.##", CultureInfo.InvariantCulture),
    };
}
