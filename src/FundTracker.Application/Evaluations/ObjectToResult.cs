using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Evaluations;

/// <summary>Objects to an announced result, as the fund's manager: once, within the scheme's days, with a reason.</summary>
public static class ObjectToResult
{
    /// <summary>Objects.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Fund">Code of the fund that is evaluated.</param>
    /// <param name="Evaluation">The evaluation.</param>
    /// <param name="Reason">What is wrong, at most 4,000 characters.</param>
    [AllowedTo(Role.FundManager, Role.SubFundManager)]
    public sealed record Command(string Books, string Fund, EvaluationId Evaluation, string Reason) : ICommand<Done>, IAboutFund;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Fund).NotEmpty().MaximumLength(40);
            RuleFor(c => c.Reason).NotNull().MaximumLength(4000);
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<Done>>
    {
        public Task<Result<Done>> Handle(Command c, CancellationToken cancellation) => desk.Read(c.Books, cancellation)
            .Then(book => desk.Evaluation(book, c.Fund, c.Evaluation, cancellation))
            .Then(found => found.Object(c.Reason, desk.Party(), desk.Now, desk.Today));
    }
}
