using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Plans;

/// <summary>
/// Ticks a condition of a phase with the evidence for it. It counts as met once another person approved the tick, which is then not taken back.
/// </summary>
public static class TickCondition
{
    /// <summary>Ticks a condition.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Fund">Code of the fund whose plan it is.</param>
    /// <param name="Tranche">Number of the phase.</param>
    /// <param name="Condition">Number of the condition within the phase.</param>
    /// <param name="Evidence">What proves it; needed, at most 1,000 characters.</param>
    /// <param name="Document">The paper behind it, or null.</param>
    [Recorders]
    public sealed record Command(string Books, string Fund, int Tranche, int Condition, string Evidence, DocumentId? Document = null)
        : ICommand<VoucherId>, IBacked;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Fund).NotEmpty();
            RuleFor(c => c.Tranche).GreaterThan(0);
            RuleFor(c => c.Condition).GreaterThan(0);
            RuleFor(c => c.Evidence).MaximumLength(1000);
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<VoucherId>>
    {
        public Task<Result<VoucherId>> Handle(Command c, CancellationToken cancellation) => desk.Open(c.Books, cancellation).Then(books =>
            books.Fund(c.Fund).Then(fund => books.Plan(fund, cancellation).Then(plan =>
                plan.Check([TickOf(c)]).Map(_ => books.Record(fund.Id, [TickOf(c)])))));

        private static TickDraft TickOf(Command c) => new(c.Tranche, c.Condition, c.Evidence, c.Document);
    }
}
