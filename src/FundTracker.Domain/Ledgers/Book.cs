using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Ledgers;

/// <summary>
/// The books of one mother fund: the head of its chains and its calendar of open, held and closed quarters. Lines and facts are
/// appended only through it, so that sequence and stamp are assigned under one version: of two racing posts one is refused and tried again.
/// </summary>
public sealed class Book
{
    private readonly List<PeriodEvent> periodEvents = [];

#pragma warning disable CS8618 // The mapper fills every property when it reads a stored book.
    private Book()
    {
    }
#pragma warning restore CS8618

    /// <summary>The mother fund whose books these are.</summary>
    public NodeId MotherFund { get; private set; }

    /// <summary>Number of its chains, from 1; unique.</summary>
    public int Chain { get; private set; }

    /// <summary>Sequence of the last line; 0 where there is none.</summary>
    public long LedgerSequence { get; private set; }

    /// <summary>Hash of the last line.</summary>
    public byte[] LedgerHash { get; private set; }

    /// <summary>Sequence of the last fact; 0 where there is none.</summary>
    public long FactSequence { get; private set; }

    /// <summary>Hash of the last fact.</summary>
    public byte[] FactHash { get; private set; }

    /// <summary>Stamp of the last line or fact.</summary>
    public Stamp LastRecordedAt { get; private set; }

    /// <summary>Concurrency version; rises with every post.</summary>
    public int Version { get; private set; }

    /// <summary>How many times nodes or edges joined the books: readers who know it as it is need not read them again.</summary>
    public int MembersVersion { get; private set; }

    /// <summary>What happened to quarters, in order.</summary>
    public IReadOnlyList<PeriodEvent> PeriodEvents => periodEvents;

    /// <summary>Opens the books of a mother fund.</summary>
    public static Book Open(NodeId motherFund, int chain) =>
        new() { MotherFund = motherFund, Chain = chain, LedgerHash = HashChain.Start, FactHash = HashChain.Start };

    /// <summary>
    /// State of the quarter in which a day lies. A quarter to which nothing happened is closed where a later one is: balances run on, so
    /// a line in it would change the figures of the closed one.
    /// </summary>
    public PeriodState StateOf(DateOnly day)
    {
        var quarter = Quarter.Of(day);
        if (LastEventOf(quarter) is { } last) return last.State;
        var isBeforeClosed = periodEvents.Any(e => e.Quarter.CompareTo(quarter) > 0 && LastEventOf(e.Quarter)!.State == PeriodState.Closed);
        return isBeforeClosed ? PeriodState.Closed : PeriodState.Open;
    }

    /// <summary>Whether something new may be recorded for a day: its quarter is neither closed nor held.</summary>
    /// <returns>Done, or <see cref="LedgerErrors.PeriodOnHold"/>, or <see cref="LedgerErrors.PeriodClosed"/>.</returns>
    public Result<Done> CheckRecordable(DateOnly day) => StateOf(day) switch
    {
        PeriodState.Hold => LedgerErrors.PeriodOnHold(day),
        PeriodState.Closed => LedgerErrors.PeriodClosed(day, FirstOpenDay(day)),
        _ => Done.Value,
    };

    /// <summary>
    /// The day itself if its quarter is not closed, else the first day of the next quarter that is open: a held one takes nothing new either.
    /// </summary>
    public DateOnly FirstOpenDay(DateOnly day)
    {
        var quarter = Quarter.Of(day);
        if (StateOf(day) != PeriodState.Closed) return day;
        while (StateOf(quarter.FirstDay) != PeriodState.Open) quarter = quarter.Next;
        return quarter.FirstDay;
    }

    /// <summary>
    /// The line that takes a posted one back: on its own day while that is not closed, else on the first open day, naming the closed line.
    /// </summary>
    /// <param name="line">A line of these books.</param>
    /// <param name="reason">Why it is taken back.</param>
    public LineDraft Reversal(LedgerLine line, string reason)
    {
        var day = FirstOpenDay(line.EffectiveDate);
        return line.Reversal(day, reason, correctsClosed: day != line.EffectiveDate);
    }

    /// <summary>Appends lines, all or none.</summary>
    /// <param name="drafts">At least one; their own rules (cash, call, unfunded) were checked by <see cref="PostingRules"/>.</param>
    /// <param name="now">The clock; each line is stamped with the later of it and the last stamp plus a microsecond.</param>
    /// <param name="signed">Who recorded and who approved.</param>
    /// <returns>The posted lines in order, or <see cref="LedgerErrors.PeriodClosed"/> for a draft dated in a closed quarter.</returns>
    public Result<IReadOnlyList<LedgerLine>> Post(IReadOnlyList<LineDraft> drafts, Stamp now, Signatures signed)
    {
        foreach (var draft in drafts)
        {
            if (StateOf(draft.EffectiveDate) == PeriodState.Closed)
                return LedgerErrors.PeriodClosed(draft.EffectiveDate, FirstOpenDay(draft.EffectiveDate));
        }

        var posted = new List<LedgerLine>(drafts.Count);
        foreach (var draft in drafts)
        {
            LastRecordedAt = Later(now);
            LedgerSequence++;
            var line = LedgerLine.Post(draft, Chain, LedgerSequence, LastRecordedAt, LedgerHash, signed);
            LedgerHash = line.Hash;
            posted.Add(line);
        }

        Version++;
        return Result<IReadOnlyList<LedgerLine>>.Ok(posted);
    }

    /// <summary>Appends facts.</summary>
    /// <param name="drafts">At least one.</param>
    /// <param name="now">The clock.</param>
    /// <param name="signed">Who states them and who approved that.</param>
    /// <returns>The facts, or <see cref="LedgerErrors.PeriodClosed"/> for one that would take effect in a closed quarter.</returns>
    public Result<IReadOnlyList<Fact>> Record(IReadOnlyList<FactDraft> drafts, Stamp now, Signatures signed)
    {
        foreach (var draft in drafts)
        {
            if (StateOf(draft.EffectiveFrom) == PeriodState.Closed)
                return LedgerErrors.PeriodClosed(draft.EffectiveFrom, FirstOpenDay(draft.EffectiveFrom));
        }

        var recorded = new List<Fact>(drafts.Count);
        foreach (var draft in drafts)
        {
            LastRecordedAt = Later(now);
            FactSequence++;
            var fact = Fact.Record(draft, Chain, FactSequence, LastRecordedAt, signed, FactHash);
            FactHash = fact.Hash;
            recorded.Add(fact);
        }

        Version++;
        return Result<IReadOnlyList<Fact>>.Ok(recorded);
    }

    /// <summary>Notes that a node or an edge joined the books, so that snapshots are read again.</summary>
    public void NoteNewMember()
    {
        MembersVersion++;
        Version++;
    }

    /// <summary>
    /// Takes an entry of the registry in: its stamp is later than everything recorded in these books before, and whoever else takes one in
    /// at the same time begins again.
    /// </summary>
    public Stamp NoteEntry(Stamp now)
    {
        LastRecordedAt = Later(now);
        Version++;
        return LastRecordedAt;
    }

    /// <summary>Holds a quarter before its close: nothing new may be recorded in it, what is pending may still be approved.</summary>
    public Result<PeriodEvent> Hold(Quarter quarter, string by, Stamp now) => Move(quarter, PeriodState.Open, PeriodState.Hold, by, now, "");

    /// <summary>Closes a held quarter: no line may be dated in it any more, nor in the quarters before it. Quarters close in order.</summary>
    /// <returns>The event, or <see cref="LedgerErrors.PeriodNotInState"/>, or <see cref="LedgerErrors.EarlierPeriodOpen"/> where a quarter before it was held but not closed.</returns>
    public Result<PeriodEvent> Close(Quarter quarter, string by, Stamp now)
    {
        if (periodEvents.Any(e => e.Quarter.CompareTo(quarter) < 0 && StateOf(e.Quarter.FirstDay) != PeriodState.Closed))
            return LedgerErrors.EarlierPeriodOpen(quarter);
        return Move(quarter, PeriodState.Hold, PeriodState.Closed, by, now, "");
    }

    /// <summary>Opens a closed or held quarter again; the reason is kept.</summary>
    public Result<PeriodEvent> Reopen(Quarter quarter, string by, Stamp now, string reason)
    {
        if (string.IsNullOrWhiteSpace(reason)) return LedgerErrors.ReasonMissing();
        return Move(quarter, StateOf(quarter.FirstDay), PeriodState.Open, by, now, reason);
    }

    private Result<PeriodEvent> Move(Quarter quarter, PeriodState from, PeriodState to, string by, Stamp now, string reason)
    {
        var state = StateOf(quarter.FirstDay);
        if (state != from || state == to) return LedgerErrors.PeriodNotInState(quarter, state);
        LastRecordedAt = Later(now);
        var happened = new PeriodEvent(MotherFund, periodEvents.Count + 1, quarter, to, LastRecordedAt, by, reason);
        periodEvents.Add(happened);
        Version++;
        return happened;
    }

    private PeriodEvent? LastEventOf(Quarter quarter) => periodEvents.LastOrDefault(e => e.Quarter == quarter);

    private Stamp Later(Stamp now) => now > LastRecordedAt ? now : LastRecordedAt.Next;
}

/// <summary>State of a quarter.</summary>
public enum PeriodState : byte
{
    /// <summary>开放 lines may be recorded.</summary>
    Open = 0,

    /// <summary>预关账 nothing new may be recorded; what is pending may be approved.</summary>
    Hold = 1,

    /// <summary>关账 no line may be dated in it.</summary>
    Closed = 2,
}

/// <summary>A quarter was held, closed or opened again.</summary>
public sealed class PeriodEvent
{
#pragma warning disable CS8618 // The mapper fills every property when it reads a stored event.
    private PeriodEvent()
    {
    }
#pragma warning restore CS8618

    internal PeriodEvent(NodeId motherFund, int number, Quarter quarter, PeriodState state, Stamp at, string by, string reason) =>
        (MotherFund, Number, Quarter, State, At, By, Reason) = (motherFund, number, quarter, state, at, by, reason);

    /// <summary>The books it belongs to.</summary>
    public NodeId MotherFund { get; private set; }

    /// <summary>Place in the calendar's history, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The quarter.</summary>
    public Quarter Quarter { get; private set; }

    /// <summary>Its state from then on.</summary>
    public PeriodState State { get; private set; }

    /// <summary>When.</summary>
    public Stamp At { get; private set; }

    /// <summary>By whom.</summary>
    public string By { get; private set; }

    /// <summary>Why; given where a quarter is opened again.</summary>
    public string Reason { get; private set; }
}
