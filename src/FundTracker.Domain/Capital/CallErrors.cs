using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Capital;

/// <summary>Refusals of capital calls.</summary>
public static class CallErrors
{
    /// <summary>Due before the notice.</summary>
    public static DomainError DueBeforeNotice(DateOnly notice, DateOnly due) => new("call.dueBeforeNotice", ("notice", notice), ("due", due));

    /// <summary>No item, or one without an amount.</summary>
    public static DomainError NothingCalled() => new("call.nothingCalled");

    /// <summary>The fund has no investor with a commitment.</summary>
    public static DomainError NoInvestors() => new("call.noInvestors");

    /// <summary>More is called than may be.</summary>
    public static DomainError AboveCallable(Money asked, Money callable, Money commitment) =>
        new("call.aboveCallable", ("asked", asked), ("callable", callable), ("commitment", commitment));

    /// <summary>The call is not at the stage that the step needs.</summary>
    public static DomainError WrongStage(CallStage stage) => new("call.wrongStage", ("stage", stage));

    /// <summary>Conditions of the tranche are not ticked with evidence and no reason is given to override them.</summary>
    public static DomainError ConditionsNotMet(int tranche, IReadOnlyList<TrancheCondition> open) =>
        new("call.conditionsNotMet", ("tranche", tranche), ("conditions", string.Join("; ", open.Select(condition => condition.Text))));

    /// <summary>A condition that the system judges is not met, with the gap in its unit and in money; a dash for what is not known.</summary>
    public static DomainError GateNotMet(string condition, ConditionKind kind, object now, object limit, object gap, Money? money) => new(
        "call.gateNotMet", ("condition", condition), ("kind", kind), ("now", now), ("limit", limit), ("gap", gap), ("money", (object?)money ?? "—"));

    /// <summary>A payment above what is due.</summary>
    public static DomainError AboveDue(Money paid, Money due) => new("call.aboveDue", ("paid", paid), ("due", due));

    /// <summary>The investor is not part of the call.</summary>
    public static DomainError NotCalled() => new("call.notCalled");

    /// <summary>Money dated before the notice.</summary>
    public static DomainError PaidBeforeNotice(DateOnly notice, DateOnly paid) => new("call.paidBeforeNotice", ("notice", notice), ("paid", paid));

    /// <summary>A cancellation dated before the notice.</summary>
    public static DomainError CancelledBeforeNotice(DateOnly notice, DateOnly date) => new("call.cancelledBeforeNotice", ("notice", notice), ("date", date));

    /// <summary>Everything was paid; nothing is left to cancel.</summary>
    public static DomainError NothingOpen() => new("call.nothingOpen");
}
