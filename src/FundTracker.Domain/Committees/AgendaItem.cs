using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Committees;

/// <summary>议题: an item of a meeting's agenda, from its papers to its resolution.</summary>
public sealed class AgendaItem
{
    private readonly List<CommitteePaper> papers = [];
    private readonly List<CommitteeVote> votes = [];
    private readonly List<ResolutionCondition> conditions = [];

#pragma warning disable CS8618 // The mapper fills every property when it reads a stored item.
    private AgendaItem()
    {
    }
#pragma warning restore CS8618

    /// <summary>The books.</summary>
    public NodeId MotherFund { get; private set; }

    /// <summary>Number of the meeting.</summary>
    public int Meeting { get; private set; }

    /// <summary>Place on the agenda, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Title.</summary>
    public BilingualName Title { get; private set; }

    /// <summary>What it asks for.</summary>
    public MotionKind Kind { get; private set; }

    /// <summary>The fund that it is about.</summary>
    public NodeId Subject { get; private set; }

    /// <summary>Currency of <see cref="AmountMinor"/>.</summary>
    public Currency Currency { get; private set; }

    /// <summary>How much may be committed, minor units; null where it is not about an amount.</summary>
    public long? AmountMinor { get; private set; }

    /// <summary>The call or evaluation that it names; else empty.</summary>
    public string Reference { get; private set; }

    /// <summary>The resolution in Chinese; empty where there is none to pass.</summary>
    public string TextZh { get; private set; }

    /// <summary>The resolution in English.</summary>
    public string TextEn { get; private set; }

    /// <summary>State.</summary>
    public ItemState State { get; private set; }

    /// <summary>Number of the resolution, such as <c>LUZHOU1-2026-02</c>; null before it is decided.</summary>
    public string? Resolution { get; private set; }

    /// <summary>The rule that decided; empty before.</summary>
    public string Rule { get; private set; }

    /// <summary>Members in office when it was decided; 0 before.</summary>
    public int Members { get; private set; }

    /// <summary>Who closed the vote, or took the item off; null before.</summary>
    public string? DecidedBy { get; private set; }

    /// <summary>When; null before.</summary>
    public Stamp? DecidedAt { get; private set; }

    /// <summary>Who put it on the agenda.</summary>
    public string RecordedBy { get; private set; }

    /// <summary>When.</summary>
    public Stamp RecordedAt { get; private set; }

    /// <summary>How much may be committed; null where it is not about an amount.</summary>
    public Money? Amount => AmountMinor is { } minor ? Money.FromMinor(minor, Currency) : null;

    /// <summary>Papers by number, replaced ones among them.</summary>
    public IReadOnlyList<CommitteePaper> Papers => [.. papers.OrderBy(paper => paper.Number)];

    /// <summary>Votes in the order in which they were cast.</summary>
    public IReadOnlyList<CommitteeVote> Votes => [.. votes.OrderBy(vote => vote.CastAt).ThenBy(vote => vote.Member, StringComparer.Ordinal)];

    /// <summary>Conditions of the resolution by number.</summary>
    public IReadOnlyList<ResolutionCondition> Conditions => [.. conditions.OrderBy(condition => condition.Number)];

    /// <summary>Papers that count: those that no later one replaced.</summary>
    public IReadOnlyList<CommitteePaper> CurrentPapers => [.. Papers.Where(paper => !paper.IsReplaced)];

    internal static AgendaItem Of(NodeId motherFund, int meeting, int number, MotionDraft draft, string by, Stamp at) => new()
    {
        MotherFund = motherFund, Meeting = meeting, Number = number, Title = draft.Title, Kind = draft.Kind, Subject = draft.Subject,
        Currency = draft.Currency, AmountMinor = draft.Amount?.MinorUnits, Reference = draft.Reference, TextZh = draft.Text?.Zh ?? "",
        TextEn = draft.Text?.En ?? "", State = ItemState.Open, Rule = "", RecordedBy = by, RecordedAt = at,
    };

    internal Result<CommitteePaper> Bind(PaperBinding binding, string by, Stamp at)
    {
        if (State != ItemState.Open) return CommitteeErrors.ItemDecided(Number);
        if (votes.Count > 0) return CommitteeErrors.VoteBegun(Number);
        foreach (var paper in papers.Where(paper => paper.IsOfSame(binding))) paper.Replace();
        var bound = CommitteePaper.Of(this, papers.Count + 1, binding, by, at);
        papers.Add(bound);
        return bound;
    }

    internal Result<Done> Vote(string member, Ballot ballot, string words, string condition, Stamp at)
    {
        if (Kind == MotionKind.Report) return CommitteeErrors.NothingToDecide(Number);
        if (State != ItemState.Open) return CommitteeErrors.ItemDecided(Number);
        if (votes.Exists(vote => string.Equals(vote.Member, member, StringComparison.OrdinalIgnoreCase))) return CommitteeErrors.VotedBefore(member);
        if (ballot == Ballot.Against && string.IsNullOrWhiteSpace(words)) return CommitteeErrors.DissentMissing();
        votes.Add(CommitteeVote.Of(this, member, ballot, words, condition, at));
        return Done.Value;
    }

    /// <summary>Closes the vote, or notes a report as heard.</summary>
    internal Result<ItemState> Decide(
        Committee committee, IReadOnlyList<PaperCheck> checks, IReadOnlyList<ConditionDraft> drafts, Func<string> number, string by, Stamp at)
    {
        if (State != ItemState.Open) return CommitteeErrors.ItemDecided(Number);
        if (CurrentPapers.FirstOrDefault(paper => checks.All(check => check.Paper != paper.Number)) is { } unopened)
            throw new ArgumentException($"Paper {unopened.Number} was not opened again.", nameof(checks));
        if (checks.FirstOrDefault(check => !check.IsUnchanged) is { } changed)
            return CommitteeErrors.PaperChanged(changed.Paper, changed.Bound, changed.Differing);
        if (Kind == MotionKind.Report) return Close(ItemState.Heard, by, at);
        if (committee.OutcomeOf([.. votes.Select(vote => vote.Ballot)]) is not { } outcome)
            return CommitteeErrors.NoQuorum(votes.Count, committee.Members.Count, committee.Rule.Quorum.Least(committee.Members.Count));
        var isCarried = outcome == ItemState.Carried;
        var open = votes.Where(vote => vote.Condition.Length > 0 && isCarried).FirstOrDefault(vote => !drafts.Any(draft => IsOf(draft, vote)));
        if (open is not null) return CommitteeErrors.ConditionLeftOut(open.Member, open.Condition);
        if (!isCarried && drafts.Count > 0) return CommitteeErrors.ConditionWithoutResolution(Number);
        conditions.AddRange(drafts.Select((draft, i) => ResolutionCondition.Of(this, i + 1, draft)));
        (Resolution, Rule, Members) = (number(), committee.Rule.ToString(), committee.Members.Count);
        return Close(outcome, by, at);
    }

    internal Result<Done> Withdraw(string by, Stamp at)
    {
        if (State != ItemState.Open) return CommitteeErrors.ItemDecided(Number);
        Close(ItemState.Withdrawn, by, at);
        return Done.Value;
    }

    internal Result<ResolutionCondition> Condition(int number) =>
        conditions.Find(condition => condition.Number == number) is { } found ? found : CommitteeErrors.NoSuchCondition(Number, number);

    private static bool IsOf(ConditionDraft draft, CommitteeVote vote) =>
        string.Equals(draft.AskedBy, vote.Member, StringComparison.OrdinalIgnoreCase);

    private Result<ItemState> Close(ItemState state, string by, Stamp at)
    {
        (State, DecidedBy, DecidedAt) = (state, by, at);
        return state;
    }
}
