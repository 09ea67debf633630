using FundTracker.Domain.Evaluations;
using FundTracker.Domain.Results;

namespace FundTracker.Application.Evaluations;

/// <summary>What pre-scores of years have in common.</summary>
internal static class ScoreYears
{
    /// <summary>The scheme, or why it does not score the year.</summary>
    public static Result<Scheme> MayScore(Scheme scheme, int year, DateOnly today, bool retroactive)
    {
        if (scheme.WhyIncomplete is { } reason) return reason;
        if (!scheme.Timings.Contains(EvaluationTiming.Yearly)) return CycleErrors.TimingNotServed(scheme.Id, EvaluationTiming.Yearly);
        if (year > today.Year) return EvaluationErrors.YearNotBegun(year);
        return scheme.IsEarly(year, today) && !retroactive
            ? EvaluationErrors.NotForYear(scheme.Id, scheme.FirstYear, scheme.EffectiveFrom, year)
            : scheme;
    }

    /// <summary>The day on which a year's figures are read: its last, or today while it runs.</summary>
    public static DateOnly DayOf(int year, DateOnly today)
    {
        var end = new DateOnly(year, 12, 31);
        return end < today ? end : today;
    }

    /// <summary>The indicator whose next band is nearest: least money a point where it can be said in money, else the shortest way.</summary>
    public static IndicatorScore? NearestOf(Scorecard card) =>
        card.Scores.Where(score => score.Next?.Amount is { IsPositive: true }).MinBy(score => score.Next!.Amount!.MinorUnits / score.Next.Points)
        ?? card.Scores.Where(score => score.Next is not null).MinBy(score => score.Next!.Distance / Math.Max(1m, Math.Abs(score.Next.Limit)));
}
