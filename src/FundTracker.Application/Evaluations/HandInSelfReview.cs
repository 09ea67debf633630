using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Evaluations;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Evaluations;

/// <summary>Hands in the self-review of a fund's manager: an answer with its proof for everything that the scheme asks.</summary>
public static class HandInSelfReview
{
    /// <summary>Hands it in, once.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Fund">Code of the fund that is evaluated.</param>
    /// <param name="Evaluation">The evaluation.</param>
    /// <param name="Entries">Every entered input once; an empty answer claims nothing.</param>
    /// <param name="Statement">The manager's own words on the year; may be empty.</param>
    /// <param name="Document">The paper behind it, or null.</param>
    [AllowedTo(Role.FundManager, Role.SubFundManager)]
    public sealed record Command(
        string Books, string Fund, EvaluationId Evaluation, IReadOnlyList<SelfEntry> Entries, string Statement = "", DocumentId? Document = null)
        : ICommand<Done>, IAboutFund, IBacked;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Fund).NotEmpty().MaximumLength(40);
            RuleFor(c => c.Entries).NotNull();
            RuleForEach(c => c.Entries).ChildRules(entry =>
            {
                entry.RuleFor(e => e.Input).NotEmpty().MaximumLength(40);
                entry.RuleFor(e => e.Answer).NotNull().MaximumLength(40);
                entry.RuleFor(e => e.Proof).NotNull().MaximumLength(900);
            });
            RuleFor(c => c.Statement).NotNull().MaximumLength(4000);
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<Done>>
    {
        public Task<Result<Done>> Handle(Command c, CancellationToken cancellation) => desk.Read(c.Books, cancellation)
            .Then(book => desk.Evaluation(book, c.Fund, c.Evaluation, cancellation))
            .Then(found =>
                from scheme in EvaluationDesk.SchemeOf(found)
                from done in found.HandIn(scheme, c.Entries, c.Statement, c.Document, desk.Party(), desk.Now)
                select done);
    }
}
