using FundTracker.Domain.Policies;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Evaluations;

/// <summary>Whether an indicator's figure follows from the ledger or was entered with evidence.</summary>
public enum IndicatorBasis : byte
{
    /// <summary>系统计算 computed.</summary>
    Computed = 1,

    /// <summary>填报 entered.</summary>
    Entered = 2,
}

/// <summary>What is missing for more points.</summary>
/// <param name="Points">Points gained.</param>
/// <param name="Limit">The end of the band to reach, in the input's unit.</param>
/// <param name="IsUpward">Whether the figure must rise.</param>
/// <param name="Distance">How far it is, in the unit; never negative.</param>
/// <param name="Amount">How much money must be added above the line, or taken away there; null where it can't be said in money.</param>
public sealed record BandGap(decimal Points, decimal Limit, bool IsUpward, decimal Distance, Money? Amount);

/// <summary>A ladder as it was read.</summary>
/// <param name="Ladder">The ladder.</param>
/// <param name="Reading">The figure.</param>
/// <param name="Points">Points by it; null where the figure has no answer.</param>
/// <param name="Unit">Unit of the figure.</param>
public sealed record LadderScore(Ladder Ladder, InputReading Reading, decimal? Points, PolicyUnit Unit);

/// <summary>An indicator as it was scored.</summary>
/// <param name="Group">Its group.</param>
/// <param name="Indicator">The indicator.</param>
/// <param name="Points">Points; null where nothing can be said yet.</param>
/// <param name="Deciding">The ladder that decided: the one with more points.</param>
/// <param name="Basis">Where its figure comes from.</param>
/// <param name="Next">The nearest way to more points; null where there is none, or nothing is known.</param>
public sealed record IndicatorScore(
    IndicatorGroup Group, Indicator Indicator, decimal? Points, LadderScore Deciding, IndicatorBasis Basis, BandGap? Next)
{
    /// <summary>Whether the scheme leaves it out of this fund's score: the points of the rest are scaled to 100.</summary>
    public bool IsLeftOut => Deciding.Reading.Figure.NoneReason is { } reason && Indicator.IsLeftOut(reason);

    /// <summary>Whether reviewers give its points: it leaves room, and the engine does not compute what was asked.</summary>
    public bool IsReviewed => Indicator.LeavesRoom && Basis == IndicatorBasis.Entered;
}

/// <summary>Points of the indicators that apply to a fund, as points of 100.</summary>
/// <param name="Applicable">Most points of the indicators that apply, 100 where all do.</param>
public sealed record ScoreScale(decimal Applicable)
{
    private const decimal Whole = 100m;

    /// <summary>Whether all apply, so that points stay as they are.</summary>
    public bool IsWhole => Applicable == Whole;

    /// <summary>Points of the indicators as points of 100; scaled ones to two digits.</summary>
    public decimal Of(decimal points) => IsWhole ? points : decimal.Round(points * Whole / Applicable, 2, MidpointRounding.AwayFromZero);
}

/// <summary>A fund scored by a scheme before anybody has reviewed it.</summary>
/// <param name="Scheme">The scheme in the version that was used.</param>
/// <param name="Subject">The fund.</param>
/// <param name="Scores">All indicators in order.</param>
/// <param name="IsRetroactive">Whether the scheme did not evaluate the year.</param>
public sealed record Scorecard(Scheme Scheme, PolicySubject Subject, IReadOnlyList<IndicatorScore> Scores, bool IsRetroactive)
{
    /// <summary>Indicators that the scheme leaves out of this fund's score.</summary>
    public IReadOnlyList<IndicatorScore> LeftOut => [.. Scores.Where(score => score.IsLeftOut)];

    /// <summary>How points of the indicators that apply become points of 100.</summary>
    public ScoreScale Scale => new(Scores.Where(score => !score.IsLeftOut).Sum(score => score.Indicator.Of));

    /// <summary>Points of the indicators that have a figure, as their ladders give them.</summary>
    public decimal Given => Scores.Sum(score => score.Points ?? 0);

    /// <summary>Points of 100 so far: those of the indicators that have a figure, scaled where some are left out.</summary>
    public decimal Points => Scale.Of(Given);

    /// <summary>Most points of 100 of the indicators that apply and have no figure yet.</summary>
    public decimal Open => Scale.Of(Scores.Where(score => score.Points is null && !score.IsLeftOut).Sum(score => score.Indicator.Of));

    /// <summary>Points so far of a group.</summary>
    public decimal PointsOf(IndicatorGroup group) => Scores.Where(score => score.Group.Id == group.Id).Sum(score => score.Points ?? 0);

    /// <summary>The grade of the points so far; null where the scheme names none.</summary>
    public Grade? Grade => Scheme.GradeOf(Points);

    /// <summary>The next better grade; null where there is none.</summary>
    public Grade? NextGrade => Scheme.NextGrade(Points);
}

/// <summary>Scores funds: the one place that sets a figure against a ladder.</summary>
public static class SchemeJudge
{
    /// <summary>Formulas of what somebody has stated begin with it.</summary>
    private const string StatedFormula = "policy.evidence.";

    /// <summary>Scores a fund.</summary>
    /// <param name="scheme">A scheme that is no template.</param>
    /// <param name="subject">The fund.</param>
    /// <param name="read">Reads the input of a ladder, with its unit.</param>
    /// <param name="isRetroactive">Whether the scheme did not evaluate the year.</param>
    public static Scorecard Score(
        Scheme scheme, PolicySubject subject, Func<Ladder, (InputReading Reading, PolicyUnit Unit)> read, bool isRetroactive) => new(
        scheme, subject,
        [.. scheme.Groups.SelectMany(group => group.Indicators.Select(indicator => Score(group, indicator, read)))],
        isRetroactive);

    private static IndicatorScore Score(
        IndicatorGroup group, Indicator indicator, Func<Ladder, (InputReading Reading, PolicyUnit Unit)> read)
    {
        var ladders = indicator.Ladders.Select(ladder =>
        {
            var (reading, unit) = read(ladder);
            decimal? points = reading.Number is { } number ? ladder.PointsOf(number) : null;
            return new LadderScore(ladder, reading, points, unit);
        }).ToList();
        var deciding = ladders.Where(ladder => ladder.Points is not null).MaxBy(ladder => ladder.Points) ?? ladders[0];
        var next = deciding.Points is not { } points
            ? null
            : ladders.SelectMany(ladder => Gaps(ladder, points)).MinBy(gap => gap.Distance / Math.Max(1m, Math.Abs(gap.Limit)));
        var isStated = deciding.Ladder.Entered is not null && deciding.Reading.Figure.Id.Formula.StartsWith(StatedFormula, StringComparison.Ordinal);
        var basis = isStated ? IndicatorBasis.Entered : IndicatorBasis.Computed;
        return new IndicatorScore(group, indicator, deciding.Points, deciding, basis, next);
    }

    /// <summary>Every band of a ladder that gives more points than there are.</summary>
    private static IEnumerable<BandGap> Gaps(LadderScore score, decimal points)
    {
        if (score.Reading.Number is not { } number) yield break;
        foreach (var band in score.Ladder.Bands.Where(band => band.Points > points))
        {
            var isUpward = !band.IsReachedBy(number);
            if (!isUpward && band.To is null) continue;
            var limit = isUpward ? band.From : band.To!.Value;
            var isOpen = isUpward ? band.IsAbove : !score.Ladder.Bands.Any(above => above.From == limit && above.IsAbove);
            if (isOpen && score.Unit is (PolicyUnit.Count or PolicyUnit.Days)) limit += isUpward ? 1 : -1;
            var amount = score.Reading.MoneyTo(limit, score.Unit);
            if (amount is not null && isOpen) amount += Money.FromMinor(1, amount.Currency);
            yield return new BandGap(band.Points - points, limit, isUpward, Math.Abs(limit - number), amount);
        }
    }
}
