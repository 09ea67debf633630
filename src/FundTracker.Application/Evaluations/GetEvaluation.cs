using FluentValidation;
using FundTracker.Analytics.Policies;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Policies;
using FundTracker.Application.Programmes;
using FundTracker.Domain.Evaluations;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Evaluations;

/// <summary>One evaluation: where it stands, what the manager stated, what reviewers said as far as the reader may see it, and its result.</summary>
public static class GetEvaluation
{
    /// <summary>Asks for it.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Fund">Code of the fund that is evaluated.</param>
    /// <param name="Evaluation">The evaluation.</param>
    [ReadersAndOwnSubFund]
    public sealed record Query(string Books, string Fund, EvaluationId Evaluation) : IQuery<Answer>, IAboutFund;

    /// <summary>The evaluation.</summary>
    /// <param name="Head">It in one row.</param>
    /// <param name="KnownAt">Instant as of which its figures are known.</param>
    /// <param name="Card">Its result as it stands, with the reviews that the reader may see.</param>
    /// <param name="Asked">What is asked of the manager, with what was stated.</param>
    /// <param name="Statement">The manager's own words.</param>
    /// <param name="Document">The paper behind the self-review; null for none.</param>
    /// <param name="Own">The reader's own review; null where there is none.</param>
    /// <param name="Consequences">What follows from the grade as it stands.</param>
    /// <param name="Steps">What happened.</param>
    /// <param name="Tasks">
    /// Tasks of programmes that serve an indicator of the scheme, as they stood on the evaluation's day, by due date; none for a sub-fund's
    /// manager, whose sight ends at its own fund.
    /// </param>
    /// <param name="Proof">What proves a sealed result; null before.</param>
    public sealed record Answer(
        EvaluationSummary Head, Stamp KnownAt, ReviewedCard Card, IReadOnlyList<Question> Asked, string Statement, DocumentId? Document,
        IReadOnlyList<ReviewScore>? Own, IReadOnlyList<GradeConsequence> Consequences, IReadOnlyList<Step> Steps, IReadOnlyList<TaskCard> Tasks,
        SealProof? Proof)
    {
        /// <summary>The tasks that serve an indicator.</summary>
        public IEnumerable<TaskCard> TasksOf(Indicator indicator) => Tasks.Where(task => task.Indicator == $"{Head.Scheme}/{indicator.Id}");
    }

    /// <summary>Something that is asked of the manager.</summary>
    /// <param name="Input">What is asked.</param>
    /// <param name="Entry">What was stated, or what the books hold as evidence while nothing was handed in; null for nothing.</param>
    /// <param name="Computed">The figure that counts whatever is stated; null where the engine computes none.</param>
    public sealed record Question(Domain.Policies.EvidenceInput Input, SelfEntry? Entry, IFigure? Computed);

    /// <summary>Something that happened.</summary>
    /// <param name="Kind">What.</param>
    /// <param name="By">Who; empty where the reader may not see it.</param>
    /// <param name="At">When.</param>
    /// <param name="Text">Reason, answer or remark.</param>
    public sealed record Step(EvaluationEventKind Kind, string By, Stamp At, string Text);

    /// <summary>What proves a sealed result.</summary>
    /// <param name="SealedBy">Who sealed it.</param>
    /// <param name="SealedAt">When.</param>
    /// <param name="Sha256">The hash that was stored.</param>
    /// <param name="HashHolds">Whether the stored content has the hash.</param>
    /// <param name="Replays">Whether the program, asked today for the same day and instant, writes the same content.</param>
    public sealed record SealProof(string SealedBy, Stamp SealedAt, string Sha256, bool HashHolds, bool Replays);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Fund).NotEmpty().MaximumLength(40);
    }

    internal sealed class Handler(Desk desk, PolicyLibrary library) : IRequestHandler<Query, Result<Answer>>
    {
        public Task<Result<Answer>> Handle(Query q, CancellationToken cancellation) => desk.Read(q.Books, cancellation).Then(async book =>
        {
            var found = await desk.Evaluation(book, q.Fund, q.Evaluation, cancellation);
            var plans = await desk.Plans(book, cancellation);
            return
                from evaluation in found
                from reading in EvaluationDesk.Read(evaluation, book, desk.Latest(book), plans, library)
                select AnswerOf(reading);
        });

        private Answer AnswerOf(EvaluationReading reading)
        {
            var (evaluation, sight) = (reading.Evaluation, EvaluationSight.Of(reading.Evaluation, desk.Actor));
            var own = evaluation.Counting.FirstOrDefault(review => string.Equals(review.Reviewer, desk.User, StringComparison.OrdinalIgnoreCase));
            var steps = evaluation.Events;
            return new Answer(
                EvaluationSummary.Of(evaluation, reading.Scheme, reading.View.Book.Node(evaluation.Fund), desk.Today), reading.View.KnownAt,
                sight.Over(reading.Card, reading.Scheme.Review!), [.. reading.Scheme.Entered.Select(input => Ask(reading, input))],
                steps.FirstOrDefault(step => step.Kind == EvaluationEventKind.HandedIn)?.Text ?? "", evaluation.Document,
                own?.Scores.Select(score => new ReviewScore(score.Indicator, score.Points, score.Comment)).ToList(),
                sight.SeesResult ? reading.Consequences : [],
                [.. steps.Select(step => sight.Over(new Step(step.Kind, step.By, step.At, step.Text)))], Tasks(reading), Proof(reading));
        }

        private IReadOnlyList<TaskCard> Tasks(EvaluationReading reading)
        {
            if (desk.Actor.IsAny(Role.SubFundManager)) return [];
            var served = reading.Scheme.Indicators.Select(indicator => $"{reading.Scheme.Id}/{indicator.Id}").ToHashSet(StringComparer.Ordinal);
            return
            [
                .. from programme in reading.View.Registry.Programmes.Values
                   from task in programme.Tasks
                   where task.Indicator is { } indicator && served.Contains(indicator)
                   orderby task.Due, programme.Code, task.Code
                   select TaskCard.Of(programme, task, reading.View.AsOf, ListProgrammes.DaysAtRisk),
            ];
        }

        private static Question Ask(EvaluationReading reading, Domain.Policies.EvidenceInput input)
        {
            var stated = reading.Evaluation.Entries.FirstOrDefault(entry => entry.Input == input.Name)?.Stated;
            var computed = reading.Card.Card.Scores.Where(score => !score.IsReviewed && score.Deciding.Ladder.Input == input.Name)
                .Select(score => score.Deciding.Reading.Figure).FirstOrDefault();
            if (stated is not null || reading.Evaluation.HandedInBy is not null) return new Question(input, stated, computed);
            var fact = reading.View.Book.FactOn(
                reading.Evaluation.Fund, $"{FactNames.Evidence}:{input.Name}", reading.View.AsOf, reading.View.KnownAt)?.Value;
            return new Question(input, fact?.Split(';', 2) is [var answer, var proof] ? new SelfEntry(input.Name, answer.Trim(), proof.Trim()) : null, computed);
        }

        private static SealProof? Proof(EvaluationReading reading)
        {
            if (reading.Evaluation is not { Sha256: { } hash, Content: { } content, SealedBy: { } by, SealedAt: { } at, SealedOn: { } on }) return null;
            return new SealProof(by, at, hash, Evaluation.HashOf(content) == hash, Evaluation.HashOf(reading.Freeze(by, on).Content) == hash);
        }
    }
}
