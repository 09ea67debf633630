using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Policies;
using FundTracker.Domain.Evaluations;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Evaluations;

/// <summary>Reviews an evaluation as a member of the committee: points for what is entered, comments on what is computed.</summary>
public static class ReviewEvaluation
{
    /// <summary>Reviews. A member may review again until the result is announced, and while an objection is answered; the last one counts.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Evaluation">The evaluation.</param>
    /// <param name="Scores">Points for every indicator that is entered; comments where wished. Computed indicators have no points here.</param>
    /// <param name="Remark">A remark on the whole; may be empty.</param>
    [AllowedTo(Role.CommitteeMember)]
    public sealed record Command(string Books, EvaluationId Evaluation, IReadOnlyList<ReviewScore> Scores, string Remark = "")
        : ICommand<Done>, IWithinBooks;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Scores).NotNull();
            RuleForEach(c => c.Scores).ChildRules(score =>
            {
                score.RuleFor(s => s.Indicator).NotEmpty().MaximumLength(40);
                score.RuleFor(s => s.Points).PrecisionScale(5, 2, ignoreTrailingZeros: true);
                score.RuleFor(s => s.Comment).NotNull().MaximumLength(1000);
            });
            RuleFor(c => c.Remark).NotNull().MaximumLength(4000);
        }
    }

    internal sealed class Handler(Desk desk, PolicyLibrary library) : IRequestHandler<Command, Result<Done>>
    {
        public Task<Result<Done>> Handle(Command c, CancellationToken cancellation) => desk.Read(c.Books, cancellation).Then(async book =>
        {
            var found = await desk.Evaluation(book, c.Evaluation, cancellation);
            var plans = await desk.Plans(book, cancellation);
            return
                from evaluation in found
                from reading in EvaluationDesk.Read(evaluation, book, desk.Latest(book), plans, library)
                from done in evaluation.Review(reading.Scheme, c.Scores, c.Remark, desk.User, desk.Now, reading.Computed)
                select done;
        });
    }
}
