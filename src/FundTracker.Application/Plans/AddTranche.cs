using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Plans;

/// <summary>Adds the next phase to a fund's contribution plan; it counts once another person approved it.</summary>
public static class AddTranche
{
    /// <summary>Adds a phase.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Fund">Code of the fund whose plan it is.</param>
    /// <param name="PlannedDate">Day on which it is planned to be paid in; not before the phase before.</param>
    /// <param name="Amount">Planned amount in major units of the fund's currency, above zero.</param>
    /// <param name="BudgetYear">Year of the budget it stands in, or null.</param>
    /// <param name="Conditions">What must be met before it is called, each at most 1,000 characters; may be empty.</param>
    /// <param name="Provenance">Where the record comes from.</param>
    [Recorders]
    public sealed record Command(
        string Books, string Fund, DateOnly PlannedDate, decimal Amount, int? BudgetYear, IReadOnlyList<string> Conditions,
        Provenance Provenance = Provenance.Recorded) : ICommand<VoucherId>, IWithinBooks;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Fund).NotEmpty();
            RuleFor(c => c.PlannedDate).IsBusinessDate();
            RuleFor(c => c.Amount).IsAmount();
            RuleFor(c => c.BudgetYear).InclusiveBetween(1900, 2999);
            RuleFor(c => c.Conditions).NotNull();
            RuleForEach(c => c.Conditions).NotEmpty().MaximumLength(1000);
            RuleFor(c => c.Provenance).IsInEnum();
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<VoucherId>>
    {
        public Task<Result<VoucherId>> Handle(Command c, CancellationToken cancellation) => desk.Open(c.Books, cancellation).Then(books =>
            books.Fund(c.Fund).Then(fund => books.Plan(fund, cancellation).Then(plan =>
                from amount in Amounts.Read(c.Amount, fund.Currency, nameof(c.Amount))
                let steps = StepsOf(c, amount)
                from _ in plan.Check(steps)
                select books.Record(fund.Id, steps))));

        private static IReadOnlyList<PlanStepDraft> StepsOf(Command c, Money amount) =>
        [
            new PhaseDraft(c.PlannedDate, amount, c.BudgetYear, c.Provenance), .. c.Conditions.Select(text => new ConditionDraft(text)),
        ];
    }
}
