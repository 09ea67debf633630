using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Evaluations;

/// <summary>Accepts an announced result, as the fund's manager, so that it may be sealed before the days for an objection are over.</summary>
public static class AcceptResult
{
    /// <summary>Accepts.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Fund">Code of the fund that is evaluated.</param>
    /// <param name="Evaluation">The evaluation.</param>
    [AllowedTo(Role.FundManager, Role.SubFundManager)]
    public sealed record Command(string Books, string Fund, EvaluationId Evaluation) : ICommand<Done>, IAboutFund;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Fund).NotEmpty().MaximumLength(40);
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<Done>>
    {
        public Task<Result<Done>> Handle(Command c, CancellationToken cancellation) => desk.Read(c.Books, cancellation)
            .Then(book => desk.Evaluation(book, c.Fund, c.Evaluation, cancellation))
            .Then(found => found.Accept(desk.Party(), desk.Now));
    }
}
