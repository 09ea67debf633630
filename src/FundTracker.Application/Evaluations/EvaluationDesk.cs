using FundTracker.Analytics.Policies;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Policies;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Evaluations;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Evaluations;

/// <summary>What the steps of an evaluation start from: the evaluation of some books, its scheme, who acts, and the figures it stands on.</summary>
internal static class EvaluationDesk
{
    /// <summary>An evaluation of some books, tracked; or not found.</summary>
    public static async Task<Result<Evaluation>> Evaluation(this Desk desk, BookSnapshot book, EvaluationId id, CancellationToken cancellation)
    {
        var root = book.MotherFund;
        var found = await desk.Db.Evaluations.SingleOrDefaultAsync(one => one.Id == id && one.MotherFund == root, cancellation);
        return found is null ? PipelineErrors.NotFound("evaluation", id.ToString()) : found;
    }

    /// <summary>The same, of one fund alone: of another it reads as not found.</summary>
    public static async Task<Result<Evaluation>> Evaluation(
        this Desk desk, BookSnapshot book, string fund, EvaluationId id, CancellationToken cancellation) =>
        (await desk.Evaluation(book, id, cancellation)).Then(found => book.FindNode(fund)?.Id == found.Fund
            ? Result<Evaluation>.Ok(found)
            : PipelineErrors.NotFound("evaluation", id.ToString()));

    /// <summary>The contribution plans of some books.</summary>
    public static async Task<IReadOnlyList<ContributionPlan>> Plans(this Desk desk, BookSnapshot book, CancellationToken cancellation)
    {
        var root = book.MotherFund;
        return await desk.Db.ContributionPlans.AsNoTracking().Where(plan => plan.MotherFund == root).ToListAsync(cancellation);
    }

    /// <summary>On whose side the actor stands: the pipeline has seen that a sub-fund's manager names its own fund.</summary>
    public static EvaluationParty Party(this Desk desk) =>
        new(desk.User, desk.Actor.IsAny(Role.SubFundManager), desk.Actor.IsAny(Role.FundManager));

    /// <summary>The scheme as it stood when the evaluation was opened.</summary>
    public static Result<Scheme> SchemeOf(Evaluation evaluation) => SchemeFiles.Parse($"{evaluation.SchemeVersion}.json", evaluation.SchemeText);

    /// <summary>An evaluation with the figures that it stands on.</summary>
    /// <param name="evaluation">The evaluation.</param>
    /// <param name="book">Its books.</param>
    /// <param name="now">Instant as of which figures are known while no result was announced.</param>
    /// <param name="plans">Contribution plans.</param>
    /// <param name="library">Rules, which inputs may ask.</param>
    public static Result<EvaluationReading> Read(
        Evaluation evaluation, BookSnapshot book, Stamp now, IReadOnlyList<ContributionPlan> plans, PolicyLibrary library) =>
        from scheme in SchemeOf(evaluation)
        from rules in library.Rules
        select EvaluationReading.Of(evaluation, scheme, new LedgerView(book, evaluation.AsOf, evaluation.KnownAt ?? now), plans, rules);
}

/// <summary>An evaluation with the figures that it stands on.</summary>
/// <param name="Evaluation">The evaluation.</param>
/// <param name="Scheme">The scheme by which it was opened.</param>
/// <param name="View">The books on its day.</param>
/// <param name="Card">The result as it stands.</param>
/// <param name="Consequences">What follows from the grade.</param>
internal sealed record EvaluationReading(
    Evaluation Evaluation, Scheme Scheme, LedgerView View, ReviewedCard Card, IReadOnlyList<GradeConsequence> Consequences)
{
    /// <summary>Whether a figure that counts is illustrative.</summary>
    public bool IsIllustrative => Card.Card.Scores.Any(score => score.Deciding.Reading.Figure.IsIllustrative);

    /// <summary>Codes of the indicators that are computed though the scheme would ask for them: a claim stands beside them and does not count.</summary>
    public IReadOnlyList<string> Computed =>
        [.. Card.Card.Scores.Where(score => score.Indicator.LeavesRoom && !score.IsReviewed).Select(score => score.Indicator.Id)];

    /// <summary>Reads it.</summary>
    public static EvaluationReading Of(
        Evaluation evaluation, Scheme scheme, LedgerView view, IReadOnlyList<ContributionPlan> plans, Rulebook rules)
    {
        var reader = new PolicyReader(view, plans, rules);
        var subject = reader.SubjectOf(view.Book.Node(evaluation.Fund).Code)!;
        IReadOnlyList<SelfEntry>? entries = evaluation.HandedInBy is null ? null : [.. evaluation.Entries.Select(entry => entry.Stated)];
        var card = ReviewedCard.Of(
            reader.Score(scheme, subject, evaluation.IsRetroactive, entries), entries ?? [], evaluation.Counting, scheme.Review!);
        return new EvaluationReading(evaluation, scheme, view, card, GradeEffects.Of(view, reader, plans, subject, scheme, card.Grade));
    }

    /// <summary>What is frozen when it is sealed by somebody on a day.</summary>
    public SealedResult Freeze(string by, DateOnly decidedOn) =>
        new(Card.Points, Card.Grade?.Id ?? "", SealedContent.Write(this, by, decidedOn));
}
