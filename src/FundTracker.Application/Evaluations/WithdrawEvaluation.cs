using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Evaluations;

/// <summary>Takes an evaluation back before its result was announced, with a reason; another may then be opened.</summary>
public static class WithdrawEvaluation
{
    /// <summary>Takes it back.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Evaluation">The evaluation.</param>
    /// <param name="Reason">Why, at most 1,000 characters.</param>
    [AllowedTo(Role.CommitteeMember)]
    public sealed record Command(string Books, EvaluationId Evaluation, string Reason) : ICommand<Done>, IWithinBooks;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).NotNull().MaximumLength(1000);
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<Done>>
    {
        public Task<Result<Done>> Handle(Command c, CancellationToken cancellation) => desk.Read(c.Books, cancellation)
            .Then(book => desk.Evaluation(book, c.Evaluation, cancellation))
            .Then(found => found.Withdraw(c.Reason, desk.User, desk.Now));
    }
}
