using FundTracker.Domain.Values;

namespace FundTracker.Domain.Committees;

/// <summary>表决: a member's vote on an item; cast once.</summary>
public sealed class CommitteeVote
{
#pragma warning disable CS8618 // The mapper fills every property when it reads a stored vote.
    private CommitteeVote()
    {
    }
#pragma warning restore CS8618

    /// <summary>The books.</summary>
    public NodeId MotherFund { get; private set; }

    /// <summary>Number of the meeting.</summary>
    public int Meeting { get; private set; }

    /// <summary>Number of the item.</summary>
    public int Item { get; private set; }

    /// <summary>User name of the member.</summary>
    public string Member { get; private set; }

    /// <summary>The vote.</summary>
    public Ballot Ballot { get; private set; }

    /// <summary>保留意见 dissent, or other words for the minutes; may be empty.</summary>
    public string Words { get; private set; }

    /// <summary>附条件 what the member asks to be done after the resolution; empty where nothing.</summary>
    public string Condition { get; private set; }

    /// <summary>When it was cast.</summary>
    public Stamp CastAt { get; private set; }

    internal static CommitteeVote Of(AgendaItem item, string member, Ballot ballot, string words, string condition, Stamp at) => new()
    {
        MotherFund = item.MotherFund, Meeting = item.Meeting, Item = item.Number, Member = member, Ballot = ballot,
        Words = words.Trim(), Condition = condition.Trim(), CastAt = at,
    };
}
