using FundTracker.Domain.Registry;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Ledgers;

/// <summary>
/// The books as they stood on a day, as known at an instant: sums per edge and kind, levels (NAV, valuation), cash, unfunded.
/// One pass over the columns; the same question always gives the same answer.
/// </summary>
public sealed class LedgerView
{
    private static readonly int KindCount = LineKinds.All.Count;
    private static readonly int[] Ordinals = BuildOrdinals();

    private readonly long[] sums;
    private readonly long[] impacts;
    private readonly long[] outstandingInside;
    private readonly ulong[] illustrativeKinds;
    private readonly ulong[] presentKinds;
    private readonly int[] levelLine;
    private readonly long[] flowSinceLevel;
    private RegistryState? registry;

    /// <summary>Reads the books.</summary>
    /// <param name="book">The snapshot.</param>
    /// <param name="asOf">Lines effective on or before this day count.</param>
    /// <param name="knownAt">Lines recorded at or before this instant count.</param>
    public LedgerView(BookSnapshot book, DateOnly asOf, Stamp knownAt)
    {
        (Book, AsOf, KnownAt) = (book, asOf, knownAt);
        Known = Math.Min(book.Columns.CountKnownAt(knownAt), book.LineCount);
        var edges = book.Edges.Count;
        sums = new long[edges * KindCount];
        impacts = new long[edges];
        outstandingInside = new long[edges];
        illustrativeKinds = new ulong[edges];
        presentKinds = new ulong[edges];
        levelLine = new int[edges];
        flowSinceLevel = new long[edges];
        Accumulate();
        RollForward();
    }

    /// <summary>The books.</summary>
    public BookSnapshot Book { get; }

    /// <summary>Effective day, counted.</summary>
    public DateOnly AsOf { get; }

    /// <summary>Recorded instant, counted.</summary>
    public Stamp KnownAt { get; }

    /// <summary>Carriers, programmes and companies' years on the same day, as known at the same instant.</summary>
    public RegistryState Registry => registry ??= RegistryJournal.On(Book.Entries, AsOf, KnownAt);

    /// <summary>How many lines were known; the last one's sequence.</summary>
    public int Known { get; }

    /// <summary>Sum of the amounts of one kind on an edge, minor units.</summary>
    public long Sum(int edge, LineKind kind) => sums[(edge * KindCount) + Ordinals[(byte)kind]];

    /// <summary>Sum of the amounts of some kinds on an edge, minor units, unsigned by their rules.</summary>
    public long Sum(int edge, KindSet kinds)
    {
        long sum = 0;
        foreach (var kind in kinds.Kinds()) sum = checked(sum + Sum(edge, kind));
        return sum;
    }

    /// <summary>Commitment on an edge: initial, increases, transfers in, less reductions, transfers out, lapses and defaults.</summary>
    public long Commitment(int edge) => Signed(edge, LineKinds.CommitmentKinds, rule => rule.Commitment);

    /// <summary>Paid in on an edge: cash, in kind, opening and taken over less handed over, inside and outside the commitment.</summary>
    public long PaidIn(int edge) => Signed(edge, LineKinds.PaidInKinds, rule => rule.PaidIn);

    /// <summary>Distributed on an edge, recallable or not.</summary>
    public long Distributed(int edge) => Sum(edge, LineKinds.DistributionKinds);

    /// <summary>Cost still held on a holding: invested in cash and in kind, less what was relieved by exits.</summary>
    public long CostHeld(int edge) =>
        checked(Sum(edge, LineKind.Investment) + Sum(edge, LineKind.InvestmentInKind) - Sum(edge, LineKind.CostRelieved));

    /// <summary>Unfunded on an edge: the running sum of the lines' impacts.</summary>
    public long Unfunded(int edge) => impacts[edge];

    /// <summary>
    /// Called inside the commitment, issued and neither paid nor cancelled. A payment that is taken back is due again, unless its call
    /// was cancelled before: then it is called no more.
    /// </summary>
    public long OutstandingCalls(int edge) => outstandingInside[edge];

    /// <summary>可催缴余额: unfunded less what is issued and not yet paid.</summary>
    public long Callable(int edge) => checked(Unfunded(edge) - OutstandingCalls(edge));

    /// <summary>Whether any line of the kinds stands on the edge.</summary>
    public bool Has(int edge, KindSet kinds) => (presentKinds[edge] & kinds.Bits) != 0;

    /// <summary>Whether any line of the kinds on the edge is illustrative; of levels (NAV, valuation) only the one that counts is asked.</summary>
    public bool IsIllustrative(int edge, KindSet kinds) => (illustrativeKinds[edge] & kinds.Bits) != 0;

    /// <summary>Position of the latest NAV (commitment edge) or valuation (holding edge) line, or -1.</summary>
    public int LevelLine(int edge) => levelLine[edge];

    /// <summary>Day of the latest NAV or valuation, or null.</summary>
    public DateOnly? LevelDate(int edge) => levelLine[edge] < 0 ? null : DateOnly.FromDayNumber(Book.Columns.Days[levelLine[edge]]);

    /// <summary>
    /// The latest NAV or valuation rolled forward by later flows (contributions and investments add, distributions and proceeds take off),
    /// minor units; null where none was ever stated. Flows of the same day are part of it. A correction of a closed line counts as a flow
    /// of its own day, so that the value and the cash together stay what they were until the next statement.
    /// </summary>
    public long? LevelRolledForward(int edge) =>
        levelLine[edge] < 0 ? null : checked(Book.Columns.Amounts[levelLine[edge]] + flowSinceLevel[edge]);

    /// <summary>Net flow after the latest NAV or valuation, minor units; the holder's payments positive.</summary>
    public long FlowSinceLevel(int edge) => flowSinceLevel[edge];

    /// <summary>A node's own cash in its own currency: what came in on any of its edges less what went out, minor units.</summary>
    public long Cash(NodeId node) => Cash(node, Book.Node(node).Currency);

    /// <summary>A node's own cash in one currency, minor units: each currency is a purse of its own, none is converted.</summary>
    public long Cash(NodeId node, Currency currency)
    {
        long cash = 0;
        foreach (var edge in Book.EdgesHeldBy(node))
            if (Book.Edges[edge].Currency == currency) cash = checked(cash + Signed(edge, LineKinds.CashKinds, rule => rule.HolderCash));
        foreach (var edge in Book.EdgesInto(node))
        {
            if (Book.Edges[edge].Kind != EdgeKind.Own && Book.Edges[edge].Currency == currency)
                cash = checked(cash + Signed(edge, LineKinds.CashKinds, rule => rule.InvesteeCash));
        }

        return cash;
    }

    /// <summary>
    /// Whether a commitment from one fund to another would close a circle of those on which lines stand, reversed ones too: an earlier view
    /// still counts them. Edges that were only proposed hold nothing.
    /// </summary>
    public bool WouldCloseCycle(NodeId holder, NodeId investee) =>
        Book.WouldCloseCycle(holder, investee, edge => presentKinds[edge] != 0);

    /// <summary>Whether a line was taken back by another one that this view knows, whatever its day.</summary>
    public bool IsReversed(long sequence) => Book.Columns.Reverses[..Known].Contains((int)sequence);

    /// <summary>Positions of the lines of some kinds on some edges that this view counts, by sequence.</summary>
    public IEnumerable<int> Lines(IReadOnlySet<int> edges, KindSet kinds)
    {
        for (var i = 0; i < Known; i++)
        {
            if (Book.Columns.Days[i] > AsOf.DayNumber) continue;
            if (kinds.Contains((LineKind)Book.Columns.Kinds[i]) && edges.Contains(Book.Columns.Edges[i])) yield return i;
        }
    }

    private static int[] BuildOrdinals()
    {
        var ordinals = new int[64];
        for (var i = 0; i < LineKinds.All.Count; i++) ordinals[(byte)LineKinds.All[i]] = i;
        return ordinals;
    }

    private long Signed(int edge, KindSet kinds, Func<LineKindRule, int> sign)
    {
        long sum = 0;
        var present = new KindSet(kinds.Bits & presentKinds[edge]);
        foreach (var kind in present.Kinds()) sum = checked(sum + (sign(LineKinds.RuleOf(kind)) * Sum(edge, kind)));
        return sum;
    }

    private void Accumulate()
    {
        Array.Fill(levelLine, -1);
        var columns = Book.Columns;
        ReadOnlySpan<int> edges = columns.Edges, days = columns.Days, reverses = columns.Reverses;
        ReadOnlySpan<byte> kinds = columns.Kinds;
        ReadOnlySpan<ushort> flags = columns.Flags;
        ReadOnlySpan<long> amounts = columns.Amounts, lineImpacts = columns.Impacts, calls = columns.Calls;
        var asOf = AsOf.DayNumber;
        var (taken, cancelled) = (TakenBackLevels(), Cancelled());
        for (var i = 0; i < Known; i++)
        {
            if (days[i] > asOf) continue;
            var (edge, kind) = (edges[i], (LineKind)kinds[i]);
            var bit = 1UL << kinds[i];
            presentKinds[edge] |= bit;
            var isIllustrative = LineFlags.ProvenanceOf(flags[i]) == Provenance.Illustrative;
            if (kind is LineKind.Nav or LineKind.Valuation)
            {
                if (reverses[i] != 0 || taken.Contains(i) || (levelLine[edge] >= 0 && days[i] < days[levelLine[edge]])) continue;
                levelLine[edge] = i;
                illustrativeKinds[edge] = isIllustrative ? illustrativeKinds[edge] | bit : illustrativeKinds[edge] & ~bit;
                continue;
            }

            if (isIllustrative) illustrativeKinds[edge] |= bit;
            checked
            {
                sums[(edge * KindCount) + Ordinals[kinds[i]]] += amounts[i];
                impacts[edge] += lineImpacts[i];
                if (calls[i] == 0 || !LineFlags.IsInside(flags[i])) continue;
                var isDueNoMore = reverses[i] != 0 && cancelled.TryGetValue((edge, calls[i]), out var at) && at < i;
                if (!isDueNoMore) outstandingInside[edge] += OutstandingEffect(kind, amounts[i]);
            }
        }
    }

    /// <summary>Where calls were cancelled, by edge and call: a payment taken back behind that line is not due again.</summary>
    private Dictionary<(int Edge, long Call), int> Cancelled()
    {
        var cancelled = new Dictionary<(int, long), int>();
        var columns = Book.Columns;
        ReadOnlySpan<byte> kinds = columns.Kinds;
        for (var i = 0; i < Known; i++)
        {
            if (kinds[i] == (byte)LineKind.CallCancelled && columns.Days[i] <= AsOf.DayNumber)
                cancelled.TryAdd((columns.Edges[i], columns.Calls[i]), i);
        }

        return cancelled;
    }

    /// <summary>What a draft would do to <see cref="OutstandingCalls"/> of its edge.</summary>
    internal long OutstandingEffect(int edge, LineDraft draft)
    {
        if (draft.Call is not { } call || !draft.InsideCommitment) return 0;
        return draft.Reverses is not null && Cancelled().ContainsKey((edge, call.Value)) ? 0 : OutstandingEffect(draft.Kind, draft.Amount.MinorUnits);
    }

    private static long OutstandingEffect(LineKind kind, long amount) => kind switch
    {
        LineKind.CallIssued => amount,
        LineKind.CallCancelled or LineKind.Contribution or LineKind.ContributionInKind => -amount,
        _ => 0,
    };

    private HashSet<int> TakenBackLevels()
    {
        var taken = new HashSet<int>();
        var columns = Book.Columns;
        ReadOnlySpan<int> reverses = columns.Reverses, days = columns.Days;
        ReadOnlySpan<byte> kinds = columns.Kinds;
        for (var i = 0; i < Known; i++)
        {
            if (reverses[i] != 0 && (LineKind)kinds[i] is LineKind.Nav or LineKind.Valuation && days[i] <= AsOf.DayNumber) taken.Add(reverses[i] - 1);
        }

        return taken;
    }

    private void RollForward()
    {
        var columns = Book.Columns;
        ReadOnlySpan<int> edges = columns.Edges, days = columns.Days;
        ReadOnlySpan<byte> kinds = columns.Kinds;
        ReadOnlySpan<long> amounts = columns.Amounts;
        var asOf = AsOf.DayNumber;
        Span<int> signs = stackalloc int[64];
        foreach (var kind in LineKinds.All) signs[(byte)kind] = RollForwardSign(kind);
        for (var i = 0; i < Known; i++)
        {
            var sign = signs[kinds[i]];
            if (sign == 0 || days[i] > asOf) continue;
            var level = levelLine[edges[i]];
            if (level >= 0 && days[i] > days[level]) flowSinceLevel[edges[i]] = checked(flowSinceLevel[edges[i]] + (sign * amounts[i]));
        }
    }

    private static int RollForwardSign(LineKind kind)
    {
        var rule = LineKinds.RuleOf(kind);
        return kind switch
        {
            LineKind.Investment or LineKind.InvestmentInKind => 1,
            LineKind.ExitProceeds => -1,
            _ => rule.PaidIn - rule.Distributed,
        };
    }
}
