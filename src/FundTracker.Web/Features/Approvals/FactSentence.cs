using System.Globalization;
using FundTracker.Application.Approvals;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Web.Components;
using FundTracker.Web.Components.Forms;
using FundTracker.Web.Texts;

namespace FundTracker.Web.Features.Approvals;

/// <summary>Proposed facts and steps of contribution plans as sentences.</summary>
public static class FactSentence
{
    /// <summary>A proposed fact: of whom, what, from when on, and what held before.</summary>
    public static string Of(UiText text, ProposedFact fact)
    {
        var key = fact.Value.Length == 0 ? "approvals.factTaken" : fact.Before is null ? "approvals.factNew" : "approvals.factChanged";
        return text[key, ("subject", Words.Of(fact.Subject.Name)), ("name", FormWords.Fact(fact.Name)),
            ("value", Value(text, fact, fact.Value)), ("from", Formats.Of(fact.EffectiveFrom)),
            ("before", fact.Before is null ? "" : Value(text, fact, fact.Before))];
    }

    /// <summary>A proposed step of a contribution plan.</summary>
    public static string Of(UiText text, ProposedStep step) => step.Kind switch
    {
        PlanStepKind.Plan => text[step.Rolling ? "approvals.planRolling" : "approvals.planNotRolling"],
        PlanStepKind.Phase => text[step.BudgetYear is null ? "approvals.phase" : "approvals.phaseOfBudget",
            ("date", Formats.Of(step.PlannedDate!.Value)), ("amount", LineSentence.Amount(text, step.Amount!)), ("year", step.BudgetYear)],
        PlanStepKind.Condition => text["approvals.condition", ("condition", step.Condition)],
        PlanStepKind.Tick => text["approvals.tick", ("phase", step.Tranche), ("condition", step.Condition), ("evidence", step.Evidence)],
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    /// <summary>A size is money of the fund's currency; all else has words of its own.</summary>
    private static string Value(UiText text, ProposedFact fact, string value) =>
        fact.Name is FactNames.TargetSize or FactNames.PlannedCommitment
        && decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var size)
        && Money.TryOf(size, fact.Subject.Currency, out var money)
            ? LineSentence.Amount(text, money)
            : FormWords.FactValue(fact.Name, value);
}
