namespace FundTracker.Domain.Evaluations;

/// <summary>How the points of several reviewers become one.</summary>
public enum ReviewMethod : byte
{
    /// <summary>中位数 median; of an even number the mean of the two in the middle.</summary>
    Median = 1,

    /// <summary>平均数 arithmetic mean.</summary>
    Mean = 2,
}

/// <summary>How a committee reviews by a scheme.</summary>
/// <param name="Method">How several points become one.</param>
/// <param name="ReviewersMin">Least number of members who review, from 2 on.</param>
/// <param name="ObjectionDays">Days after the announcement within which the manager may object, 1 to 90; the last counts.</param>
public sealed record ReviewTerms(ReviewMethod Method, int ReviewersMin, int ObjectionDays)
{
    /// <summary>Points of several reviewers as one, to two digits.</summary>
    /// <param name="points">At least one.</param>
    public decimal Combine(IReadOnlyList<decimal> points)
    {
        if (points.Count == 0) throw new ArgumentException("Nobody has reviewed.", nameof(points));
        var sorted = points.Order().ToList();
        var combined = Method switch
        {
            ReviewMethod.Median => (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2m,
            ReviewMethod.Mean => sorted.Sum() / sorted.Count,
            _ => throw new ArgumentOutOfRangeException(nameof(points)),
        };
        return decimal.Round(combined, 2, MidpointRounding.AwayFromZero);
    }
}

/// <summary>What follows from a grade. Profit may be given up, principal and a least return are never promised.</summary>
/// <param name="FeeFactor">Factor on the year's management fee, 0 to 2; null where the grade leaves it alone.</param>
/// <param name="TranchePercent">Part of the next payment that is released, in per cent, 0 to 100; null where the grade says nothing.</param>
/// <param name="GainPercent">让利 part of the holder's own gain that may be given up to the others, in per cent, 0 to 100; null for none.</param>
public sealed record GradeTerms(decimal? FeeFactor, decimal? TranchePercent, decimal? GainPercent);

/// <summary>Kinds of what follows from a grade.</summary>
public enum ConsequenceKind : byte
{
    /// <summary>管理费 the year's management fee.</summary>
    ManagementFee = 1,

    /// <summary>下期出资 the next payment.</summary>
    NextTranche = 2,

    /// <summary>让利 gain given up to the others.</summary>
    GainGivenUp = 3,
}
