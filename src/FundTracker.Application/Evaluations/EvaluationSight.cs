using FundTracker.Application.Pipeline;
using FundTracker.Domain.Evaluations;

namespace FundTracker.Application.Evaluations;

/// <summary>
/// What a reader may see of reviews. Until the result is announced a member sees its own alone, so that each judges by itself, and managers
/// see none; afterwards everybody sees all, a sub-fund's manager without names. An auditor sees everything at any time.
/// </summary>
/// <param name="User">Who reads.</param>
/// <param name="SeesAll">Whether all reviews are seen.</param>
/// <param name="SeesNames">Whether reviewers are named.</param>
/// <param name="SeesResult">Whether the result as it stands is seen.</param>
internal sealed record EvaluationSight(string User, bool SeesAll, bool SeesNames, bool SeesResult)
{
    /// <summary>The sight of an actor.</summary>
    public static EvaluationSight Of(Evaluation evaluation, Actor actor)
    {
        var seesAll = evaluation.IsAnnounced || actor.IsAny(Role.Auditor);
        var isOutsider = actor.IsAny(Role.SubFundManager);
        return new EvaluationSight(actor.User, seesAll, !isOutsider, seesAll || evaluation.Stage == EvaluationStage.Opened);
    }

    /// <summary>A result with the reviews that are seen; without them its points are those of the ladders, or of the reader's own review.</summary>
    public ReviewedCard Over(ReviewedCard card, ReviewTerms terms)
    {
        return card with { Indicators = [.. card.Indicators.Select(Seen)] };

        ReviewedIndicator Seen(ReviewedIndicator indicator)
        {
            var votes = indicator.Votes.Where(vote => SeesAll || IsOwn(vote.Reviewer)).ToList();
            var points = votes.Select(vote => vote.Points).OfType<decimal>().ToList();
            return indicator with
            {
                Votes = [.. votes.Select(vote => SeesNames || IsOwn(vote.Reviewer) ? vote : vote with { Reviewer = "" })],
                Points = SeesAll ? indicator.Points : points.Count > 0 ? terms.Combine(points) : indicator.Score.Points,
            };
        }
    }

    /// <summary>A step without what is not seen: remarks of other reviewers, and names before an outsider.</summary>
    public GetEvaluation.Step Over(GetEvaluation.Step step)
    {
        if (step.Kind != EvaluationEventKind.Reviewed || IsOwn(step.By)) return step;
        return step with { By = SeesNames ? step.By : "", Text = SeesAll ? step.Text : "" };
    }

    private bool IsOwn(string reviewer) => string.Equals(reviewer, User, StringComparison.OrdinalIgnoreCase);
}
