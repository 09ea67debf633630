using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Committees;

/// <summary>What a member of the committee is.</summary>
public enum CommitteeOffice : byte
{
    /// <summary>离任 no longer a member.</summary>
    None = 0,

    /// <summary>委员 member.</summary>
    Member = 1,

    /// <summary>主任委员 chair.</summary>
    Chair = 2,
}

/// <summary>A member of the committee.</summary>
/// <param name="Account">User name.</param>
/// <param name="Office">What it is.</param>
/// <param name="Since">Day from which it holds this office.</param>
public sealed record CommitteeMember(string Account, CommitteeOffice Office, DateOnly Since);

/// <summary>基金管理委员会: who sits on it on a day, and by which rule it decides. Both are facts of the mother fund.</summary>
/// <param name="Members">In office, the chair first, then by name.</param>
/// <param name="Rule">How it decides.</param>
public sealed record Committee(IReadOnlyList<CommitteeMember> Members, VotingRule Rule)
{
    /// <summary>The committee on a day, as known at an instant.</summary>
    public static Committee On(BookSnapshot book, DateOnly day, Stamp knownAt)
    {
        var root = book.MotherFund;
        var stem = FactNames.CommitteeMember + ":";
        var members = book.Facts
            .Where(fact => fact.Subject == root && fact.Name.StartsWith(stem, StringComparison.Ordinal))
            .Select(fact => fact.Name).Distinct(StringComparer.Ordinal)
            .Select(name => book.FactOn(root, name, day, knownAt)).OfType<FactEntry>()
            .Where(fact => fact.Value.Length > 0)
            .Select(fact => new CommitteeMember(fact.Name[stem.Length..], Enum.Parse<CommitteeOffice>(fact.Value), fact.EffectiveFrom))
            .OrderByDescending(member => member.Office).ThenBy(member => member.Account, StringComparer.Ordinal);
        var rule = VotingRule.Parse(book.FactOn(root, FactNames.CommitteeRule, day, knownAt)?.Value);
        return new Committee([.. members], rule ?? VotingRule.Default);
    }

    /// <summary>Whether an account sits on it; case does not matter.</summary>
    public bool Has(string account) => Members.Any(member => string.Equals(member.Account, account, StringComparison.OrdinalIgnoreCase));

    /// <summary>How a vote ends by the rule; abstaining is voting.</summary>
    /// <param name="ballots">The votes cast by members.</param>
    /// <returns>Carried or lost; null while too few members voted.</returns>
    public ItemState? OutcomeOf(IReadOnlyCollection<Ballot> ballots)
    {
        if (!Rule.Quorum.IsReached(ballots.Count, Members.Count)) return null;
        return Rule.Majority.IsReached(ballots.Count(ballot => ballot == Ballot.For), ballots.Count) ? ItemState.Carried : ItemState.Lost;
    }

    /// <summary>The fact that gives an account an office from a day on, or takes it away.</summary>
    public static FactDraft Appointment(NodeId motherFund, string account, CommitteeOffice office, DateOnly from) => new(
        motherFund, $"{FactNames.CommitteeMember}:{account.ToLowerInvariant()}", office == CommitteeOffice.None ? "" : office.ToString(), from);
}
