using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Capital;

/// <summary>A step of a contribution plan as somebody proposes it.</summary>
public abstract record PlanStepDraft;

/// <summary>A plan without phases yet.</summary>
/// <param name="Rolling">滚动使用: whether returned money may be used again.</param>
public sealed record PlanDraft(bool Rolling) : PlanStepDraft;

/// <summary>The next phase; its conditions stand behind it.</summary>
/// <param name="PlannedDate">Day on which it is planned to be paid in.</param>
/// <param name="Amount">Planned amount, above zero.</param>
/// <param name="BudgetYear">Year of the budget, or null.</param>
/// <param name="Provenance">Where the record comes from.</param>
public sealed record PhaseDraft(DateOnly PlannedDate, Money Amount, int? BudgetYear, Provenance Provenance) : PlanStepDraft;

/// <summary>What must be met before the phase in front of it is called.</summary>
/// <param name="Text">As agreed.</param>
/// <param name="Kind">How it is judged; ticked unless said otherwise.</param>
/// <param name="Value">What the system asks for, see <see cref="Gate.Read"/>; empty where it is ticked.</param>
public sealed record ConditionDraft(string Text, ConditionKind Kind = ConditionKind.Ticked, string Value = "") : PlanStepDraft
{
    /// <summary>A condition that somebody ticks.</summary>
    public static implicit operator ConditionDraft(string text) => Ticked(text);

    /// <summary>A condition that somebody ticks.</summary>
    public static ConditionDraft Ticked(string text) => new(text);
}

/// <summary>A condition of a phase, ticked.</summary>
/// <param name="Tranche">Number of the phase.</param>
/// <param name="Condition">Number within the phase.</param>
/// <param name="Evidence">What proves it.</param>
/// <param name="Document">The paper behind it, or null.</param>
public sealed record TickDraft(int Tranche, int Condition, string Evidence, DocumentId? Document) : PlanStepDraft;

/// <summary>What a <see cref="PlanStep"/> proposes.</summary>
public enum PlanStepKind : byte
{
    /// <summary>A plan without phases yet.</summary>
    Plan = 1,

    /// <summary>The next phase.</summary>
    Phase = 2,

    /// <summary>A condition of the phase in front of it.</summary>
    Condition = 3,

    /// <summary>A condition of a phase that is there, ticked.</summary>
    Tick = 4,
}

/// <summary>One proposed step of a contribution plan, as a voucher keeps it.</summary>
public sealed class PlanStep
{
#pragma warning disable CS8618 // The mapper fills every property when it reads a stored step.
    private PlanStep()
    {
    }
#pragma warning restore CS8618

    /// <summary>The voucher.</summary>
    public VoucherId Voucher { get; private set; }

    /// <summary>Place in the voucher, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>What is proposed.</summary>
    public PlanStepKind Kind { get; private set; }

    /// <summary>Of a plan: whether returned money may be used again.</summary>
    public bool Rolling { get; private set; }

    /// <summary>Of a phase: the planned day.</summary>
    public DateOnly? PlannedDate { get; private set; }

    /// <summary>Of a phase: the planned amount.</summary>
    public Money? Amount { get; private set; }

    /// <summary>Of a phase: year of the budget, where one was named.</summary>
    public int? BudgetYear { get; private set; }

    /// <summary>Of a phase: where the record comes from.</summary>
    public Provenance Provenance { get; private set; }

    /// <summary>Of a tick: number of the phase.</summary>
    public int? Tranche { get; private set; }

    /// <summary>Of a tick: number of the condition within the phase.</summary>
    public int? Condition { get; private set; }

    /// <summary>Of a condition its words, of a tick its evidence; else empty.</summary>
    public string Text { get; private set; }

    /// <summary>Of a condition: how it is judged.</summary>
    public ConditionKind ConditionKind { get; private set; }

    /// <summary>Of a condition that the system judges: what it asks for; else empty.</summary>
    public string Value { get; private set; }

    /// <summary>Of a tick: the paper behind it, or null.</summary>
    public DocumentId? Document { get; private set; }

    /// <summary>The step as a plan takes it.</summary>
    public PlanStepDraft ToDraft() => Kind switch
    {
        PlanStepKind.Plan => new PlanDraft(Rolling),
        PlanStepKind.Phase => new PhaseDraft(PlannedDate!.Value, Amount!, BudgetYear, Provenance),
        PlanStepKind.Condition => new ConditionDraft(Text, ConditionKind, Value),
        PlanStepKind.Tick => new TickDraft(Tranche!.Value, Condition!.Value, Text, Document),
        _ => throw new InvalidOperationException($"There is no step {Kind}."),
    };

    internal static PlanStep Of(VoucherId voucher, int number, PlanStepDraft draft)
    {
        var step = new PlanStep { Voucher = voucher, Number = number, Text = "", Value = "", Provenance = Provenance.Recorded };
        switch (draft)
        {
            case PlanDraft plan:
                (step.Kind, step.Rolling) = (PlanStepKind.Plan, plan.Rolling);
                break;
            case PhaseDraft phase:
                (step.Kind, step.PlannedDate, step.Amount) = (PlanStepKind.Phase, phase.PlannedDate, phase.Amount);
                (step.BudgetYear, step.Provenance) = (phase.BudgetYear, phase.Provenance);
                break;
            case ConditionDraft condition:
                (step.Kind, step.Text, step.ConditionKind, step.Value) = (PlanStepKind.Condition, condition.Text, condition.Kind, condition.Value);
                break;
            case TickDraft tick:
                (step.Kind, step.Tranche, step.Condition) = (PlanStepKind.Tick, tick.Tranche, tick.Condition);
                (step.Text, step.Document) = (tick.Evidence, tick.Document);
                break;
            default: throw new ArgumentOutOfRangeException(nameof(draft));
        }

        return step;
    }
}
