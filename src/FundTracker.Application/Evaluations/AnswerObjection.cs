using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Evaluations;

/// <summary>Answers a manager's objection, as the committee; members may have changed their points before.</summary>
public static class AnswerObjection
{
    /// <summary>Answers: figures are read anew, so that a record that was righted since counts.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Evaluation">The evaluation.</param>
    /// <param name="Answer">The answer, at most 4,000 characters.</param>
    [AllowedTo(Role.CommitteeMember)]
    public sealed record Command(string Books, EvaluationId Evaluation, string Answer) : ICommand<Done>, IWithinBooks;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Answer).NotNull().MaximumLength(4000);
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<Done>>
    {
        public Task<Result<Done>> Handle(Command c, CancellationToken cancellation) => desk.Read(c.Books, cancellation).Then(async book =>
            (await desk.Evaluation(book, c.Evaluation, cancellation)).Then(found =>
                found.Answer(c.Answer, desk.Latest(book), desk.User, desk.Now)));
    }
}
