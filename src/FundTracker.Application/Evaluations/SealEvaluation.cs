using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Policies;
using FundTracker.Domain.Evaluations;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Evaluations;

/// <summary>
/// Seals an evaluation: result, figures, reviews and trail are frozen under a hash, and the grade becomes a fact of the fund. The one place
/// in which an evaluation is sealed.
/// </summary>
public static class SealEvaluation
{
    /// <summary>Seals it, as a member of the committee who has not opened it.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Evaluation">The evaluation.</param>
    /// <param name="DecidedOn">Day of the committee's decision, from which on the grade holds; today where null.</param>
    [AllowedTo(Role.CommitteeMember)]
    public sealed record Command(string Books, EvaluationId Evaluation, DateOnly? DecidedOn = null) : ICommand<Answer>, IWithinBooks;

    /// <summary>What was sealed.</summary>
    /// <param name="Points">Points of 100.</param>
    /// <param name="Grade">Code of the grade; empty where the scheme names none.</param>
    /// <param name="Sha256">SHA-256 of the content.</param>
    /// <param name="Fact">Place of the grade in the chain of facts.</param>
    public sealed record Answer(decimal Points, string Grade, string Sha256, long Fact);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.DecidedOn!.Value).IsBusinessDate().When(c => c.DecidedOn is not null);
    }

    internal sealed class Handler(Desk desk, PolicyLibrary library) : IRequestHandler<Command, Result<Answer>>
    {
        public Task<Result<Answer>> Handle(Command c, CancellationToken cancellation) => desk.Open(c.Books, cancellation).Then(async books =>
        {
            var found = await desk.Evaluation(books.Snapshot, c.Evaluation, cancellation);
            var plans = await desk.Plans(books.Snapshot, cancellation);
            var (today, decided) = (desk.Today, c.DecidedOn ?? desk.Today);
            return
                from evaluation in found
                from _ in evaluation.MaySeal(desk.User, today, decided)
                from released in books.Gate(today).Sealing(evaluation.Fund, evaluation.Scheme, evaluation.Timing, evaluation.Year)
                from reading in EvaluationDesk.Read(evaluation, books.Snapshot, desk.Now, plans, library)
                let result = reading.Freeze(desk.User, decided)
                from done in evaluation.Seal(result, desk.User, desk.Now, today, decided)
                from facts in books.State([Grade(reading, result, decided)])
                from noted in books.Note(released)
                select new Answer(result.Points, result.Grade, evaluation.Sha256!, facts[0].Sequence);
        });

        private static FactDraft Grade(EvaluationReading reading, SealedResult result, DateOnly on) => new(
            reading.Evaluation.Fund, EvaluationGrade.FactName(reading.Evaluation.Scheme, reading.Evaluation.Timing),
            new EvaluationGrade(reading.Evaluation.Year, result.Points, result.Grade).Write(), on,
            reading.IsIllustrative ? Provenance.Illustrative : Provenance.Recorded);
    }
}
