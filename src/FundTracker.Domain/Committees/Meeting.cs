using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Committees;

/// <summary>管委会会议: a meeting of the committee with its agenda.</summary>
public sealed class Meeting
{
    private readonly List<AgendaItem> items = [];

#pragma warning disable CS8618 // The mapper fills every property when it reads a stored meeting.
    private Meeting()
    {
    }
#pragma warning restore CS8618

    /// <summary>The books.</summary>
    public NodeId MotherFund { get; private set; }

    /// <summary>Number among the books' meetings, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The day; members vote from then on.</summary>
    public DateOnly Date { get; private set; }

    /// <summary>Where, or by which means.</summary>
    public string Place { get; private set; }

    /// <summary>Who called it.</summary>
    public string RecordedBy { get; private set; }

    /// <summary>When it was called.</summary>
    public Stamp RecordedAt { get; private set; }

    /// <summary>Who closed its minutes; null while they are open.</summary>
    public string? ClosedBy { get; private set; }

    /// <summary>When; null while they are open.</summary>
    public Stamp? ClosedAt { get; private set; }

    /// <summary>Concurrency version.</summary>
    public int Version { get; private set; }

    /// <summary>The agenda by number.</summary>
    public IReadOnlyList<AgendaItem> Items => [.. items.OrderBy(item => item.Number)];

    /// <summary>Whether its minutes are closed.</summary>
    public bool IsClosed => ClosedAt is not null;

    /// <summary>Calls a meeting.</summary>
    public static Meeting Call(NodeId motherFund, int number, DateOnly date, string place, string by, Stamp at) =>
        new() { MotherFund = motherFund, Number = number, Date = date, Place = place.Trim(), RecordedBy = by, RecordedAt = at };

    /// <summary>Puts an item on the agenda.</summary>
    /// <returns>The item, or a refusal: the minutes are closed, or a motion lacks its text, amount or reference.</returns>
    public Result<AgendaItem> Put(MotionDraft draft, string by, Stamp at)
    {
        if (IsClosed) return CommitteeErrors.MinutesClosed(Number);
        if (draft.Kind != MotionKind.Report && draft.Text is null) return CommitteeErrors.TextMissing();
        if (draft.Kind == MotionKind.Commitment && draft.Amount is not { IsPositive: true }) return CommitteeErrors.AmountMissing();
        if (draft.Kind is MotionKind.Override or MotionKind.Sealing && draft.Reference.Length == 0) return CommitteeErrors.ReferenceMissing(draft.Kind);
        var item = AgendaItem.Of(MotherFund, Number, items.Count + 1, draft, by, at);
        items.Add(item);
        Version++;
        return item;
    }

    /// <summary>An item by its number, or a refusal.</summary>
    public Result<AgendaItem> Item(int number) =>
        items.Find(item => item.Number == number) is { } found ? found : CommitteeErrors.NoSuchItem(Number, number);

    /// <summary>Binds a paper to an item; one of the same report or document that was bound before is replaced.</summary>
    /// <returns>The paper, or a refusal: closed, decided, or the vote has begun.</returns>
    public Result<CommitteePaper> Bind(int item, PaperBinding binding, string by, Stamp at) =>
        Changed(item, found => found.Bind(binding, by, at));

    /// <summary>Casts a member's vote.</summary>
    /// <param name="item">Number of the item.</param>
    /// <param name="member">User name.</param>
    /// <param name="committee">Who sits on the committee on the day of the meeting.</param>
    /// <param name="ballot">The vote.</param>
    /// <param name="words">Dissent or other words; needed for a vote against.</param>
    /// <param name="condition">What the member asks to be done; empty for nothing.</param>
    /// <param name="today">Not before the day of the meeting.</param>
    /// <param name="at">When.</param>
    public Result<Done> Vote(
        int item, string member, Committee committee, Ballot ballot, string words, string condition, DateOnly today, Stamp at)
    {
        if (!committee.Has(member)) return CommitteeErrors.NotAMember(member, Date);
        if (today < Date) return CommitteeErrors.BeforeTheDay(Date);
        return Changed(item, found => found.Vote(member, ballot, words, condition, at));
    }

    /// <summary>Closes the vote on an item by the committee's rule, or notes a report as heard.</summary>
    /// <param name="item">Number of the item.</param>
    /// <param name="committee">The committee on the day of the meeting.</param>
    /// <param name="checks">What its papers say when opened again.</param>
    /// <param name="conditions">Conditions with owner and due day; each that a vote asked for is among them.</param>
    /// <param name="number">Makes the number of the resolution.</param>
    /// <param name="by">A member.</param>
    /// <param name="today">Not before the day of the meeting.</param>
    /// <param name="at">When.</param>
    /// <returns>What became of it; or a refusal, and nothing was changed.</returns>
    public Result<ItemState> Decide(
        int item, Committee committee, IReadOnlyList<PaperCheck> checks, IReadOnlyList<ConditionDraft> conditions, Func<string> number, string by,
        DateOnly today, Stamp at)
    {
        if (!committee.Has(by)) return CommitteeErrors.NotAMember(by, Date);
        if (today < Date) return CommitteeErrors.BeforeTheDay(Date);
        return Changed(item, found => found.Decide(committee, checks, conditions, number, by, at));
    }

    /// <summary>Takes an item off the agenda.</summary>
    public Result<Done> Withdraw(int item, string by, Stamp at) => Changed(item, found => found.Withdraw(by, at));

    /// <summary>Closes the minutes; refused while an item is open.</summary>
    public Result<Done> Close(string by, DateOnly today, Stamp at)
    {
        if (IsClosed) return CommitteeErrors.MinutesClosed(Number);
        if (today < Date) return CommitteeErrors.BeforeTheDay(Date);
        if (items.Find(item => item.State == ItemState.Open) is { } open) return CommitteeErrors.ItemOpen(open.Number);
        (ClosedBy, ClosedAt, Version) = (by, at, Version + 1);
        return Done.Value;
    }

    /// <summary>Hands in the proof that a condition was met.</summary>
    public Result<Done> Fulfil(int item, int condition, string evidence, DocumentId? document, string by, Stamp at) =>
        OnCondition(item, condition, found => found.Fulfil(evidence, document, by, at));

    /// <summary>Accepts the proof; somebody else than who handed it in.</summary>
    public Result<Done> Accept(int item, int condition, string by, Stamp at) => OnCondition(item, condition, found => found.Accept(by, at));

    /// <summary>Sends the proof back with a reason; the condition is open again.</summary>
    public Result<Done> Return(int item, int condition, string by, string reason, Stamp at) =>
        OnCondition(item, condition, found => found.Return(by, reason, at));

    /// <summary>Conditions outlive the minutes.</summary>
    private Result<Done> OnCondition(int item, int condition, Func<ResolutionCondition, Result<Done>> change) =>
        Item(item).Then(found => found.Condition(condition)).Then(change).Map(Counted);

    private Result<T> Changed<T>(int item, Func<AgendaItem, Result<T>> change) =>
        IsClosed ? CommitteeErrors.MinutesClosed(Number) : Item(item).Then(change).Map(Counted);

    private T Counted<T>(T value)
    {
        Version++;
        return value;
    }
}
