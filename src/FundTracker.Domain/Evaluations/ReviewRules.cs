using FundTracker.Domain.Policies;
using FundTracker.Domain.Results;

namespace FundTracker.Domain.Evaluations;

/// <summary>What a self-review and a review have to say, and what ladders give for what was stated.</summary>
public static class ReviewRules
{
    /// <summary>Every reason against a self-review: something asked is left out, something stated is not asked, or lacks its proof.</summary>
    public static IEnumerable<DomainError> Check(Scheme scheme, IReadOnlyList<SelfEntry> stated)
    {
        var asked = scheme.Entered.ToDictionary(input => input.Name, StringComparer.Ordinal);
        foreach (var input in asked.Keys.Where(name => stated.All(entry => entry.Input != name))) yield return CycleErrors.EntryMissing(input);
        foreach (var same in stated.GroupBy(entry => entry.Input, StringComparer.Ordinal))
        {
            if (same.Count() > 1 || !asked.TryGetValue(same.Key, out var input)) yield return CycleErrors.EntryUnasked(same.Key);
            else if (same.Single() is { IsClaimed: true } entry)
                foreach (var error in Read(input, entry).Errors) yield return error;
        }
    }

    /// <summary>Every reason against a review: an indicator left out, one that is fixed, points that are not to be had or not explained.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="said">The review.</param>
    /// <param name="stated">The self-review.</param>
    /// <param name="computed">Codes of the indicators that the engine computes though the scheme would ask for them: their points are fixed.</param>
    public static IEnumerable<DomainError> Check(
        Scheme scheme, IReadOnlyList<ReviewScore> said, IReadOnlyList<SelfEntry> stated, IReadOnlyCollection<string> computed)
    {
        var indicators = scheme.Indicators.ToDictionary(indicator => indicator.Id, StringComparer.Ordinal);
        foreach (var open in indicators.Values.Where(one => LeavesRoom(one, computed) && said.All(score => score.Indicator != one.Id || score.Points is null)))
            yield return CycleErrors.ScoreMissing(open.Id);
        foreach (var same in said.GroupBy(score => score.Indicator, StringComparer.Ordinal))
        {
            if (same.Count() > 1 || !indicators.TryGetValue(same.Key, out var indicator)) yield return CycleErrors.IndicatorUnknown(same.Key);
            else if (same.Single() is { Points: { } points } score)
                foreach (var error in Check(indicator, LeavesRoom(indicator, computed), score with { Points = points }, stated)) yield return error;
        }
    }

    /// <summary>Points that an entered indicator's ladders give for what was stated; of several the higher; 0 where nothing is claimed.</summary>
    public static decimal LadderPoints(Indicator indicator, IReadOnlyList<SelfEntry> stated) => (
        from ladder in indicator.Ladders
        where ladder.Entered is not null
        from entry in stated
        where entry.Input == ladder.Input && entry.IsClaimed
        let read = Read(ladder.Entered!, entry)
        where read.IsSuccess
        select ladder.PointsOf(read.Value.Answer)).DefaultIfEmpty(0m).Max();

    /// <summary>What was stated, read in the input's unit; or a refusal.</summary>
    public static Result<Evidence> Read(EvidenceInput input, SelfEntry entry) =>
        Evidence.Read(input.Name, input.Unit, Evidence.Write(entry.Answer, entry.Proof));

    private static bool LeavesRoom(Indicator indicator, IReadOnlyCollection<string> computed) => indicator.LeavesRoom && !computed.Contains(indicator.Id);

    private static IEnumerable<DomainError> Check(Indicator indicator, bool leavesRoom, ReviewScore score, IReadOnlyList<SelfEntry> stated)
    {
        var points = score.Points!.Value;
        if (!leavesRoom)
        {
            yield return CycleErrors.ScoreFixed(indicator.Id);
            yield break;
        }

        if (points < 0 || points > indicator.Of) yield return CycleErrors.ScoreOutOfRange(indicator.Id, points, indicator.Of);
        var ladder = LadderPoints(indicator, stated);
        if (points != ladder && !score.Comment.Any(char.IsLetterOrDigit)) yield return CycleErrors.ScoreUnexplained(indicator.Id, points, ladder);
    }
}
