using FundTracker.Domain.Values;

namespace FundTracker.Domain.Evaluations;

/// <summary>A reviewer's points for an indicator.</summary>
/// <param name="Reviewer">The member.</param>
/// <param name="Points">Points; null for a comment on a computed indicator.</param>
/// <param name="Comment">Why; may be empty.</param>
public sealed record ReviewVote(string Reviewer, decimal? Points, string Comment);

/// <summary>An indicator as it stands in an evaluation.</summary>
/// <param name="Score">What ladders give by the engine's figure or by what the manager stated.</param>
/// <param name="Entries">What the manager stated for it.</param>
/// <param name="Votes">What reviewers said of it, in the order in which they reviewed.</param>
/// <param name="Points">Its points: the ladder's where it is computed or nobody has reviewed, else the reviewers' combined; null where there are none yet.</param>
public sealed record ReviewedIndicator(
    IndicatorScore Score, IReadOnlyList<SelfEntry> Entries, IReadOnlyList<ReviewVote> Votes, decimal? Points)
{
    /// <summary>How far reviewers are apart; zero where fewer than two scored.</summary>
    public decimal Spread => Votes.Select(vote => vote.Points).OfType<decimal>().ToList() is { Count: > 1 } points ? points.Max() - points.Min() : 0m;
}

/// <summary>An evaluation's result as it stands: computed where the engine computes, reviewed where people score.</summary>
/// <param name="Card">What ladders give before anybody reviewed.</param>
/// <param name="Indicators">All indicators in order.</param>
public sealed record ReviewedCard(Scorecard Card, IReadOnlyList<ReviewedIndicator> Indicators)
{
    /// <summary>Points of the indicators: one without points gives nothing.</summary>
    public decimal Given => Indicators.Sum(indicator => indicator.Points ?? 0m);

    /// <summary>Points of 100, scaled where indicators are left out.</summary>
    public decimal Points => Card.Scale.Of(Given);

    /// <summary>Most points of 100 of the indicators that apply and have none yet.</summary>
    public decimal Open => Card.Scale.Of(
        Indicators.Where(indicator => indicator.Points is null && !indicator.Score.IsLeftOut).Sum(indicator => indicator.Score.Indicator.Of));

    /// <summary>The grade; null where the scheme names none.</summary>
    public Grade? Grade => Card.Scheme.GradeOf(Points);

    /// <summary>The next better grade; null where there is none.</summary>
    public Grade? NextGrade => Card.Scheme.NextGrade(Points);

    /// <summary>Points of a group.</summary>
    public decimal PointsOf(IndicatorGroup group) =>
        Indicators.Where(indicator => indicator.Score.Group.Id == group.Id).Sum(indicator => indicator.Points ?? 0m);

    /// <summary>Puts reviews over a scorecard.</summary>
    /// <param name="card">What ladders give.</param>
    /// <param name="entries">What the manager stated.</param>
    /// <param name="reviews">The reviews that count, one a member.</param>
    /// <param name="terms">How they become one.</param>
    public static ReviewedCard Of(
        Scorecard card, IReadOnlyList<SelfEntry> entries, IReadOnlyList<EvaluationReview> reviews, ReviewTerms terms) =>
        new(card, [.. card.Scores.Select(score => Of(score, entries, reviews, terms))]);

    private static ReviewedIndicator Of(
        IndicatorScore score, IReadOnlyList<SelfEntry> entries, IReadOnlyList<EvaluationReview> reviews, ReviewTerms terms)
    {
        var votes = reviews.Select(review => (review.Reviewer, Said: review.Of(score.Indicator.Id))).Where(vote => vote.Said is not null)
            .Select(vote => new ReviewVote(vote.Reviewer, vote.Said!.Points, vote.Said.Comment)).ToList();
        var points = votes.Select(vote => vote.Points).OfType<decimal>().ToList();
        return new ReviewedIndicator(
            score, [.. entries.Where(entry => score.Indicator.Ladders.Any(ladder => ladder.Input == entry.Input))], votes,
            score.IsReviewed && points.Count > 0 ? terms.Combine(points) : score.Points);
    }
}
