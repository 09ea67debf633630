using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Evaluations;

/// <summary>Announces the result of an evaluation to the fund's manager, once enough members have reviewed.</summary>
public static class AnnounceResult
{
    /// <summary>Announces it: figures are those known now, and the days for an objection begin.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Evaluation">The evaluation.</param>
    [AllowedTo(Role.CommitteeMember)]
    public sealed record Command(string Books, EvaluationId Evaluation) : ICommand<Done>, IWithinBooks;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Evaluation).NotEmpty();
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<Done>>
    {
        public Task<Result<Done>> Handle(Command c, CancellationToken cancellation) => desk.Read(c.Books, cancellation).Then(async book =>
            (await desk.Evaluation(book, c.Evaluation, cancellation)).Then(found =>
                from scheme in EvaluationDesk.SchemeOf(found)
                from done in found.Announce(scheme, desk.Latest(book), desk.User, desk.Now, desk.Today)
                select done));
    }
}
