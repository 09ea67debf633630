using FundTracker.Domain.Values;

namespace FundTracker.Domain.Committees;

/// <summary>A proof that was handed in for a condition and sent back; only added to, so that what was known before stays known.</summary>
public sealed class ConditionReturn
{
#pragma warning disable CS8618 // The mapper fills every property when it reads a stored return.
    private ConditionReturn()
    {
    }
#pragma warning restore CS8618

    /// <summary>The books.</summary>
    public NodeId MotherFund { get; private set; }

    /// <summary>Number of the meeting.</summary>
    public int Meeting { get; private set; }

    /// <summary>Number of the item.</summary>
    public int Item { get; private set; }

    /// <summary>Number of the condition.</summary>
    public int Condition { get; private set; }

    /// <summary>Number among the condition's returns, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The proof.</summary>
    public string Evidence { get; private set; }

    /// <summary>The paper behind it, or null.</summary>
    public DocumentId? Document { get; private set; }

    /// <summary>Who handed it in.</summary>
    public string FulfilledBy { get; private set; }

    /// <summary>When.</summary>
    public Stamp FulfilledAt { get; private set; }

    /// <summary>Who sent it back.</summary>
    public string ReturnedBy { get; private set; }

    /// <summary>When.</summary>
    public Stamp ReturnedAt { get; private set; }

    /// <summary>Why.</summary>
    public string Reason { get; private set; }

    internal static ConditionReturn Of(ResolutionCondition condition, int number, string by, string reason, Stamp at) => new()
    {
        MotherFund = condition.MotherFund, Meeting = condition.Meeting, Item = condition.Item, Condition = condition.Number, Number = number,
        Evidence = condition.Evidence, Document = condition.Document, FulfilledBy = condition.FulfilledBy!, FulfilledAt = condition.FulfilledAt!.Value,
        ReturnedBy = by, ReturnedAt = at, Reason = reason,
    };
}
