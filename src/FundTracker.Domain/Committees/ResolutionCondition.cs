using FundTracker.Domain.Capital;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Committees;

/// <summary>Where a condition stands.</summary>
public enum ConditionState : byte
{
    /// <summary>待落实 to be done.</summary>
    Open = 1,

    /// <summary>已报送 said to be done, with evidence; waits for another person.</summary>
    Fulfilled = 2,

    /// <summary>已销号 accepted as done.</summary>
    Accepted = 3,
}

/// <summary>A condition as it is taken up when an item is resolved.</summary>
/// <param name="Text">What is to be done.</param>
/// <param name="Owner">User name of who does it.</param>
/// <param name="DueDate">By when.</param>
/// <param name="AskedBy">The member whose vote asked for it; empty where the whole committee did.</param>
public sealed record ConditionDraft(string Text, string Owner, DateOnly DueDate, string AskedBy);

/// <summary>决议附带条件: what is to be done after a resolution; shown until one person has proved it and another accepted the proof.</summary>
public sealed class ResolutionCondition
{
    private readonly List<ConditionReturn> returns = [];

#pragma warning disable CS8618 // The mapper fills every property when it reads a stored condition.
    private ResolutionCondition()
    {
    }
#pragma warning restore CS8618

    /// <summary>The books.</summary>
    public NodeId MotherFund { get; private set; }

    /// <summary>Number of the meeting.</summary>
    public int Meeting { get; private set; }

    /// <summary>Number of the item.</summary>
    public int Item { get; private set; }

    /// <summary>Number within the resolution, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>What is to be done.</summary>
    public string Text { get; private set; }

    /// <summary>User name of who does it.</summary>
    public string Owner { get; private set; }

    /// <summary>By when.</summary>
    public DateOnly DueDate { get; private set; }

    /// <summary>The member whose vote asked for it; empty where the whole committee did.</summary>
    public string AskedBy { get; private set; }

    /// <summary>State.</summary>
    public ConditionState State { get; private set; }

    /// <summary>What proves that it was done; empty while open.</summary>
    public string Evidence { get; private set; }

    /// <summary>The paper behind it.</summary>
    public DocumentId? Document { get; private set; }

    /// <summary>Who handed the proof in.</summary>
    public string? FulfilledBy { get; private set; }

    /// <summary>When.</summary>
    public Stamp? FulfilledAt { get; private set; }

    /// <summary>Who accepted it.</summary>
    public string? AcceptedBy { get; private set; }

    /// <summary>When.</summary>
    public Stamp? AcceptedAt { get; private set; }

    /// <summary>Why the last proof that was sent back was; empty where none was.</summary>
    public string ReturnReason { get; private set; }

    /// <summary>Proofs that were sent back, in order.</summary>
    public IReadOnlyList<ConditionReturn> Returns => [.. returns.OrderBy(one => one.Number)];

    /// <summary>Whether it is not accepted and its day has passed.</summary>
    public bool IsOverdue(DateOnly day) => State != ConditionState.Accepted && DueDate < day;

    internal static ResolutionCondition Of(AgendaItem item, int number, ConditionDraft draft) => new()
    {
        MotherFund = item.MotherFund, Meeting = item.Meeting, Item = item.Number, Number = number, Text = draft.Text.Trim(),
        Owner = draft.Owner, DueDate = draft.DueDate, AskedBy = draft.AskedBy, State = ConditionState.Open, Evidence = "", ReturnReason = "",
    };

    internal Result<Done> Fulfil(string evidence, DocumentId? document, string by, Stamp at)
    {
        if (State != ConditionState.Open) return CommitteeErrors.ConditionNotOpen(Text);
        if (string.IsNullOrWhiteSpace(evidence)) return CommitteeErrors.EvidenceMissing(Text);
        (State, Evidence, Document, FulfilledBy, FulfilledAt) = (ConditionState.Fulfilled, evidence.Trim(), document, by, at);
        return Done.Value;
    }

    internal Result<Done> Accept(string by, Stamp at)
    {
        if (State != ConditionState.Fulfilled) return CommitteeErrors.ConditionNotFulfilled(Text);
        if (string.Equals(by, FulfilledBy, StringComparison.OrdinalIgnoreCase)) return ApprovalErrors.SamePerson(by);
        (State, AcceptedBy, AcceptedAt) = (ConditionState.Accepted, by, at);
        return Done.Value;
    }

    internal Result<Done> Return(string by, string reason, Stamp at)
    {
        if (State != ConditionState.Fulfilled) return CommitteeErrors.ConditionNotFulfilled(Text);
        if (string.Equals(by, FulfilledBy, StringComparison.OrdinalIgnoreCase)) return ApprovalErrors.SamePerson(by);
        if (string.IsNullOrWhiteSpace(reason)) return Ledgers.LedgerErrors.ReasonMissing();
        returns.Add(ConditionReturn.Of(this, returns.Count + 1, by, reason.Trim(), at));
        (State, Evidence, Document, FulfilledBy, FulfilledAt, ReturnReason) = (ConditionState.Open, "", null, null, null, reason.Trim());
        return Done.Value;
    }
}
