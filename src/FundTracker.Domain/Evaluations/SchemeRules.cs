using FundTracker.Domain.Policies;
using FundTracker.Domain.Results;

namespace FundTracker.Domain.Evaluations;

/// <summary>
/// What holds of every scheme: ids stand once, no points are below zero, weights add up to 100, ladders have neither hole nor overlap,
/// every input is known, and the terms of review and of grades are within their bounds.
/// </summary>
public static class SchemeRules
{
    private const decimal Whole = 100m;

    /// <summary>Checks a scheme.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="inputs">What is computed.</param>
    /// <returns>The scheme, or every reason against it. Of a template only what is there is checked.</returns>
    public static Result<Scheme> Check(Scheme scheme, IReadOnlyCollection<InputDefinition> inputs)
    {
        var errors = Ids(scheme).Concat(Weights(scheme)).Concat(Terms(scheme)).Concat(
            from @group in scheme.Groups
            from indicator in @group.Indicators
            from error in Check(scheme, indicator, inputs)
            select error).ToList();
        return errors.Count > 0 ? Result<Scheme>.Refused(errors) : scheme;
    }

    private static IEnumerable<DomainError> Ids(Scheme scheme)
    {
        var groups = scheme.Groups.Select(part => part.Id);
        var indicators = scheme.Groups.SelectMany(part => part.Indicators).Select(indicator => indicator.Id);
        return from ids in new[] { groups, indicators }
               from same in ids.GroupBy(id => id, StringComparer.Ordinal)
               where same.Skip(1).Any()
               select EvaluationErrors.IdTwice(scheme.Id, same.Key);
    }

    private static IEnumerable<DomainError> Weights(Scheme scheme)
    {
        if (scheme.IsTemplate) yield break;
        foreach (var part in scheme.Groups)
        {
            var sum = part.Indicators.Sum(indicator => indicator.Of);
            if (sum != part.Of) yield return EvaluationErrors.WeightsOff(scheme.Id, part.Id, sum, part.Of ?? 0);
        }

        var all = scheme.Groups.Sum(part => part.Of ?? 0);
        if (all != Whole) yield return EvaluationErrors.WeightsOff(scheme.Id, scheme.Id, all, Whole);
        if (scheme.Indicators.All(indicator => indicator.LeftOut.Count > 0)) yield return EvaluationErrors.NothingAlwaysApplies(scheme.Id);
    }

    private static IEnumerable<DomainError> Terms(Scheme scheme)
    {
        if (scheme.Review is { } review)
        {
            if (review.ReviewersMin is < 2 or > 20) yield return EvaluationErrors.TermOff(scheme.Id, "reviewersMin", review.ReviewersMin, 2, 20);
            if (review.ObjectionDays is < 1 or > 90) yield return EvaluationErrors.TermOff(scheme.Id, "objectionDays", review.ObjectionDays, 1, 90);
        }

        if (scheme.FeePercent is { } fee && fee is <= 0 or > 10) yield return EvaluationErrors.TermOff(scheme.Id, "feePercent", scheme.FeePercent.Value, 0, 10);
        foreach (var grade in scheme.Grades)
        {
            if (scheme.Grades.Count(other => other.Id == grade.Id || other.From == grade.From) > 1)
                yield return EvaluationErrors.GradeTwice(scheme.Id, grade.Id);
            if (grade.Terms is not { } terms) continue;
            if (terms.FeeFactor is { } && scheme.FeePercent is null) yield return EvaluationErrors.FeeMissing(scheme.Id, grade.Id);
            foreach (var (name, value, most) in new[] { ("feeFactor", terms.FeeFactor, 2m), ("tranchePercent", terms.TranchePercent, Whole), ("gainPercent", terms.GainPercent, Whole) })
                if (value is { } stated && (stated < 0 || stated > most)) yield return EvaluationErrors.TermOff(scheme.Id, name, stated, 0, most);
        }

        if (scheme.Grades.Count > 0 && scheme.Grades.Min(grade => grade.From) != 0) yield return EvaluationErrors.GradesHole(scheme.Id, scheme.Grades.Min(grade => grade.From));
    }

    private static IEnumerable<DomainError> Check(Scheme scheme, Indicator indicator, IReadOnlyCollection<InputDefinition> inputs)
    {
        if (indicator.Ladders.Select(ladder => ladder.Entered is null).Distinct().Count() > 1) yield return EvaluationErrors.BasisMixed(scheme.Id, indicator.Id);
        if (indicator.LeftOut.Count > 0 && indicator.LeavesRoom) yield return EvaluationErrors.LeftOutEntered(scheme.Id, indicator.Id);
        foreach (var ladder in indicator.Ladders)
        {
            if (ladder.Entered is null && inputs.All(input => input.Name != ladder.Input || input.Parameters.Count > 0))
                yield return EvaluationErrors.InputUnknown(scheme.Id, indicator.Id, ladder.Input);
            foreach (var (low, high) in ladder.Bands.Zip(ladder.Bands.Skip(1)))
            {
                if (low.To is null || low.To > high.From || low.From >= high.From)
                    yield return EvaluationErrors.BandsOverlap(scheme.Id, indicator.Id, high.From);
                else if (low.To < high.From)
                    yield return EvaluationErrors.BandsHole(scheme.Id, indicator.Id, low.To.Value, high.From);
            }

            if (ladder.Bands is [.., { To: { } end }]) yield return EvaluationErrors.BandsHole(scheme.Id, indicator.Id, end, decimal.MaxValue);
        }

        foreach (var points in indicator.Ladders.SelectMany(ladder => ladder.Bands.Select(band => band.Points).Concat(ladder.WhenZero is { } zero ? [zero] : [])))
            if (points < 0 || points > indicator.Of) yield return EvaluationErrors.PointsOff(scheme.Id, indicator.Id, points, indicator.Of);
        var most = indicator.Ladders.SelectMany(ladder => ladder.Bands).Select(band => band.Points).DefaultIfEmpty(0).Max();
        if (most != indicator.Of) yield return EvaluationErrors.PointsUnreachable(scheme.Id, indicator.Id, most, indicator.Of);
    }
}
