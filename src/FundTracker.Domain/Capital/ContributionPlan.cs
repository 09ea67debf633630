using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using FundTracker.Domain.Ledgers;

namespace FundTracker.Domain.Capital;

/// <summary>出资计划: the phases in which a fund is paid in.</summary>
public sealed class ContributionPlan
{
    private readonly List<Tranche> tranches = [];

#pragma warning disable CS8618 // The mapper fills every property when it reads a stored plan.
    private ContributionPlan()
    {
    }
#pragma warning restore CS8618

    /// <summary>Identity.</summary>
    public ContributionPlanId Id { get; private set; }

    /// <summary>The books.</summary>
    public NodeId MotherFund { get; private set; }

    /// <summary>The fund that is paid in.</summary>
    public NodeId Fund { get; private set; }

    /// <summary>滚动使用: whether returned money may be used again instead of going back to the treasury.</summary>
    public bool Rolling { get; private set; }

    /// <summary>Who drew it up.</summary>
    public string RecordedBy { get; private set; }

    /// <summary>Who approved it.</summary>
    public string ApprovedBy { get; private set; }

    /// <summary>When it was approved; known only from then on.</summary>
    public Stamp RecordedAt { get; private set; }

    /// <summary>Concurrency version.</summary>
    public int Version { get; private set; }

    /// <summary>The phases by number.</summary>
    public IReadOnlyList<Tranche> Tranches => [.. tranches.OrderBy(tranche => tranche.Number)];

    /// <summary>Draws up an empty plan.</summary>
    public static ContributionPlan DrawUp(
        ContributionPlanId id, NodeId motherFund, NodeId fund, bool rolling, Signatures signed, Stamp at) => new()
    {
        Id = id, MotherFund = motherFund, Fund = fund, Rolling = rolling, RecordedBy = signed.RecordedBy, ApprovedBy = signed.ApprovedBy,
        RecordedAt = at,
    };

    /// <summary>Adds the next phase.</summary>
    /// <param name="plannedDate">Not before the phase before.</param>
    /// <param name="amount">Above zero, in the currency of the phase before.</param>
    /// <param name="budgetYear">Year of the budget it stands in; null where none was named.</param>
    /// <param name="conditions">What must be met before it is called.</param>
    /// <param name="provenance">Where the record comes from.</param>
    /// <param name="signed">Who recorded and who approved.</param>
    /// <param name="at">When it was approved: it counts from then on.</param>
    /// <param name="invented">Fields that are invented although the phase was printed.</param>
    public Result<Tranche> AddTranche(
        DateOnly plannedDate, Money amount, int? budgetYear, IReadOnlyList<ConditionDraft> conditions, Provenance provenance, Signatures signed,
        Stamp at, RecordFields invented = RecordFields.None)
    {
        return CheckConditions(conditions).Then(_ => CheckTranche(plannedDate, amount)).Map(number =>
        {
            var tranche = Tranche.Of(Id, number, plannedDate, amount, budgetYear, conditions, (provenance, invented), signed, at);
            tranches.Add(tranche);
            Version++;
            return tranche;
        });
    }

    /// <summary>Whether what the system is to judge can be read.</summary>
    public static Result<Done> CheckConditions(IReadOnlyList<ConditionDraft> conditions) =>
        conditions.Where(condition => condition.Kind != ConditionKind.Ticked || condition.Value.Length > 0)
            .Select(condition => Gate.Read(condition.Kind, condition.Value)).All().Map(_ => Done.Value);

    /// <summary>Whether a phase may follow the last one, and the number that it would have.</summary>
    public Result<int> CheckTranche(DateOnly plannedDate, Money amount)
    {
        var last = Tranches.Count == 0 ? null : Tranches[^1];
        if (!amount.IsPositive) return PlanErrors.AmountNotPositive(amount);
        if (last is not null && amount.Currency != last.Amount.Currency) return LedgerErrors.CurrencyMixed(amount.Currency, last.Amount.Currency);
        if (last is not null && plannedDate < last.PlannedDate) return PlanErrors.OutOfOrder(last.PlannedDate, plannedDate);
        return (last?.Number ?? 0) + 1;
    }

    /// <summary>A phase by its number, or a refusal.</summary>
    public Result<Tranche> Phase(int number) =>
        tranches.Find(tranche => tranche.Number == number) is { } found ? found : PlanErrors.NoSuchTranche(number);

    /// <summary>Ticks a condition with the evidence for it.</summary>
    /// <param name="tick">Which condition, and what proves it.</param>
    /// <param name="signed">Who ticked it and who approved that.</param>
    /// <param name="at">When it was approved: it counts as met from then on.</param>
    /// <returns>Done, or a refusal: no such condition, ticked before, or no evidence.</returns>
    public Result<Done> TickCondition(TickDraft tick, Signatures signed, Stamp at) => CheckTick(tick).Map(condition =>
    {
        condition.Tick(tick, signed, at);
        Version++;
        return Done.Value;
    });

    /// <summary>Whether a condition may be ticked.</summary>
    /// <returns>The condition, or a refusal: no such condition, ticked before, or no evidence.</returns>
    public Result<TrancheCondition> CheckTick(TickDraft tick)
    {
        var found = tranches.Find(t => t.Number == tick.Tranche)?.Conditions.FirstOrDefault(c => c.Number == tick.Condition);
        if (found is null) return PlanErrors.NoSuchCondition(tick.Tranche, tick.Condition);
        if (found.Kind != ConditionKind.Ticked) return PlanErrors.NotTicked(found.Text);
        if (string.IsNullOrWhiteSpace(tick.Evidence)) return PlanErrors.EvidenceMissing();
        return found.IsMet ? PlanErrors.TickedBefore(found.Text) : found;
    }

    /// <summary>Judges a proposed step without taking it.</summary>
    /// <param name="steps">A phase with its conditions behind it, or a tick.</param>
    public Result<Done> Check(IReadOnlyList<PlanStepDraft> steps) => steps[0] switch
    {
        PhaseDraft phase => CheckConditions([.. steps.OfType<ConditionDraft>()]).Then(_ => CheckTranche(phase.PlannedDate, phase.Amount)).Map(_ => Done.Value),
        TickDraft tick => CheckTick(tick).Map(_ => Done.Value),
        _ => throw new ArgumentException("A plan takes a phase or a tick.", nameof(steps)),
    };

    /// <summary>Takes an approved step, judged again.</summary>
    /// <param name="steps">A phase with its conditions behind it, or a tick.</param>
    /// <param name="signed">Who recorded and who approved.</param>
    /// <param name="at">When it was approved.</param>
    public Result<Done> Take(IReadOnlyList<PlanStepDraft> steps, Signatures signed, Stamp at) => steps[0] switch
    {
        PhaseDraft phase => AddTranche(
            phase.PlannedDate, phase.Amount, phase.BudgetYear, [.. steps.OfType<ConditionDraft>()],
            phase.Provenance, signed, at).Map(_ => Done.Value),
        TickDraft tick => TickCondition(tick, signed, at),
        _ => throw new ArgumentException("A plan takes a phase or a tick.", nameof(steps)),
    };
}

/// <summary>期: one phase of a plan.</summary>
public sealed class Tranche
{
    private readonly List<TrancheCondition> conditions = [];

#pragma warning disable CS8618 // The mapper fills every property when it reads a stored tranche.
    private Tranche()
    {
    }
#pragma warning restore CS8618

    /// <summary>The plan.</summary>
    public ContributionPlanId Plan { get; private set; }

    /// <summary>Number of the phase, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Day on which it is planned to be paid in.</summary>
    public DateOnly PlannedDate { get; private set; }

    /// <summary>Planned amount, above zero.</summary>
    public Money Amount { get; private set; }

    /// <summary>预算年度 year of the budget; null where none was named.</summary>
    public int? BudgetYear { get; private set; }

    /// <summary>Where the record comes from.</summary>
    public Provenance Provenance { get; private set; }

    /// <summary>Fields that are invented although the record was printed.</summary>
    public RecordFields Invented { get; private set; }

    /// <summary>Who recorded it.</summary>
    public string RecordedBy { get; private set; }

    /// <summary>Who approved it.</summary>
    public string ApprovedBy { get; private set; }

    /// <summary>When it was approved; known only from then on.</summary>
    public Stamp RecordedAt { get; private set; }

    /// <summary>What must be met before it is called.</summary>
    public IReadOnlyList<TrancheCondition> Conditions => [.. conditions.OrderBy(condition => condition.Number)];

    internal static Tranche Of(
        ContributionPlanId plan, int number, DateOnly date, Money amount, int? budgetYear, IReadOnlyList<ConditionDraft> conditions,
        (Provenance Provenance, RecordFields Invented) origin, Signatures signed, Stamp at)
    {
        var tranche = new Tranche
        {
            Plan = plan, Number = number, PlannedDate = date, Amount = amount, BudgetYear = budgetYear, Provenance = origin.Provenance,
            Invented = origin.Invented, RecordedBy = signed.RecordedBy, ApprovedBy = signed.ApprovedBy, RecordedAt = at,
        };
        tranche.conditions.AddRange(conditions.Select((condition, i) => TrancheCondition.Of(plan, number, i + 1, condition)));
        return tranche;
    }
}

/// <summary>A condition of a phase: ticked with evidence, or judged by the system from the ledger.</summary>
public sealed class TrancheCondition
{
#pragma warning disable CS8618 // The mapper fills every property when it reads a stored condition.
    private TrancheCondition()
    {
    }
#pragma warning restore CS8618

    /// <summary>The plan.</summary>
    public ContributionPlanId Plan { get; private set; }

    /// <summary>The phase.</summary>
    public int Tranche { get; private set; }

    /// <summary>Number within the phase, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>What must be met, as agreed.</summary>
    public string Text { get; private set; }

    /// <summary>How it is judged.</summary>
    public ConditionKind Kind { get; private set; }

    /// <summary>What the system asks for, see <see cref="Gate.Read"/>; empty where it is ticked.</summary>
    public string Value { get; private set; }

    /// <summary>What proves it; empty while not ticked.</summary>
    public string Evidence { get; private set; }

    /// <summary>The paper behind it.</summary>
    public DocumentId? Document { get; private set; }

    /// <summary>Who ticked it.</summary>
    public string? TickedBy { get; private set; }

    /// <summary>Who approved the tick.</summary>
    public string? ApprovedBy { get; private set; }

    /// <summary>When the tick was approved.</summary>
    public Stamp? TickedAt { get; private set; }

    /// <summary>Whether it was ticked with evidence and a second person approved that.</summary>
    public bool IsMet => TickedAt is not null;

    internal static TrancheCondition Of(ContributionPlanId plan, int tranche, int number, ConditionDraft draft) => new()
    {
        Plan = plan, Tranche = tranche, Number = number, Text = draft.Text, Kind = draft.Kind, Value = draft.Value, Evidence = "",
    };

    internal void Tick(TickDraft tick, Signatures signed, Stamp at) =>
        (Evidence, Document, TickedBy, ApprovedBy, TickedAt) = (tick.Evidence, tick.Document, signed.RecordedBy, signed.ApprovedBy, at);
}

/// <summary>Refusals of contribution plans.</summary>
public static class PlanErrors
{
    /// <summary>An amount of zero or below.</summary>
    public static DomainError AmountNotPositive(Money amount) => new("plan.amountNotPositive", ("amount", amount));

    /// <summary>A phase planned before the one before it.</summary>
    public static DomainError OutOfOrder(DateOnly before, DateOnly planned) => new("plan.outOfOrder", ("before", before), ("planned", planned));

    /// <summary>No such phase.</summary>
    public static DomainError NoSuchTranche(int tranche) => new("plan.noSuchTranche", ("tranche", tranche));

    /// <summary>No such condition.</summary>
    public static DomainError NoSuchCondition(int tranche, int condition) => new("plan.noSuchCondition", ("tranche", tranche), ("condition", condition));

    /// <summary>What the system is asked to judge can't be read.</summary>
    public static DomainError GateUnreadable(ConditionKind kind, string value) => new("plan.gateUnreadable", ("kind", kind), ("value", value));

    /// <summary>The system judges the condition; nobody ticks it.</summary>
    public static DomainError NotTicked(string condition) => new("plan.notTicked", ("condition", condition));

    /// <summary>The gate asks for a grade and no yearly evaluation by its scheme is sealed.</summary>
    public static DomainError GradeNotSealed() => new("plan.gradeNotSealed");

    /// <summary>A tick without evidence.</summary>
    public static DomainError EvidenceMissing() => new("plan.evidenceMissing");

    /// <summary>Ticked before; a tick is not taken back.</summary>
    public static DomainError TickedBefore(string condition) => new("plan.tickedBefore", ("condition", condition));

    /// <summary>The fund has a plan already.</summary>
    public static DomainError PlanExists(string fund) => new("plan.exists", ("fund", fund));
}
