using System.Globalization;
using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Policies;
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
    /// <param name="Gates">What the system judges before the phase is called; null for nothing. They stand behind the conditions.</param>
    [Recorders]
    public sealed record Command(
        string Books, string Fund, DateOnly PlannedDate, decimal Amount, int? BudgetYear, IReadOnlyList<string> Conditions,
        Provenance Provenance = Provenance.Recorded, IReadOnlyList<GateTerms>? Gates = null) : ICommand<VoucherId>, IWithinBooks;

    /// <summary>A condition that the system judges.</summary>
    /// <param name="Text">As agreed; at most 1,000 characters.</param>
    /// <param name="Kind">How it is judged.</param>
    /// <param name="Value">
    /// What it asks for: <c>70</c> percent, <c>social;1.5x</c>, <c>others;500000000</c>, <c>district;good</c> (the points at which the grade
    /// begins are read from the scheme), or nothing for an approved budget.
    /// </param>
    public sealed record GateTerms(string Text, ConditionKind Kind, string Value = "");

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
            RuleForEach(c => c.Gates).ChildRules(gate =>
            {
                gate.RuleFor(g => g.Text).NotEmpty().MaximumLength(1000);
                gate.RuleFor(g => g.Kind).IsInEnum().NotEqual(ConditionKind.Ticked);
                gate.RuleFor(g => g.Value).NotNull().MaximumLength(Gate.ValueLengthMax);
            });
        }
    }

    internal sealed class Handler(Desk desk, PolicyLibrary library) : IRequestHandler<Command, Result<VoucherId>>
    {
        public Task<Result<VoucherId>> Handle(Command c, CancellationToken cancellation) => desk.Open(c.Books, cancellation).Then(books =>
            books.Fund(c.Fund).Then(fund => books.Plan(fund, cancellation).Then(plan =>
                from amount in Amounts.Read(c.Amount, fund.Currency, nameof(c.Amount))
                from gates in (c.Gates ?? []).Select(Read).All()
                let steps = (IReadOnlyList<PlanStepDraft>)
                    [new PhaseDraft(c.PlannedDate, amount, c.BudgetYear, c.Provenance), .. c.Conditions.Select(ConditionDraft.Ticked), .. gates]
                from _ in plan.Check(steps)
                select books.Record(fund.Id, steps))));

        /// <summary>A grade is kept with the points at which it begins, so that a later change of the scheme does not move the gate.</summary>
        private Result<ConditionDraft> Read(GateTerms gate)
        {
            if (gate.Kind != ConditionKind.Grade || gate.Value.Split(';', StringSplitOptions.TrimEntries) is not [var id, var code])
                return new ConditionDraft(gate.Text, gate.Kind, gate.Value);
            return library.Scheme(id).Then<ConditionDraft>(scheme => scheme.Grades.FirstOrDefault(grade => grade.Id == code) is { } grade
                ? new ConditionDraft(gate.Text, gate.Kind, string.Create(CultureInfo.InvariantCulture, $"{scheme.Id};{grade.Id};{grade.From}"))
                : PlanErrors.GateUnreadable(gate.Kind, gate.Value));
        }
    }
}
