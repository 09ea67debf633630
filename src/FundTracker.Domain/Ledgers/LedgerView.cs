using System.Numerics;
using FundTracker.Domain.Registry;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Ledgers;

/// <summary>
/// The books as they stood on a day, as known at an instant: sums per edge and kind, levels (NAV, valuation), cash, unfunded.
/// One pass over the columns; the same question always gives the same answer.
/// </summary>
public sealed class LedgerView
{
    private readonly EdgeBalances balances;
    private readonly DerivedValues derived;
    private RegistryState? registry;

    /// <summary>Reads the books.</summary>
    /// <param name="book">The snapshot.</param>
    /// <param name="asOf">Lines effective on or before this day count.</param>
    /// <param name="knownAt">Lines recorded at or before this instant count.</param>
    public LedgerView(BookSnapshot book, DateOnly asOf, Stamp knownAt)
        : this(book, asOf, knownAt, shelf: null)
    {
    }

    internal LedgerView(BookSnapshot book, DateOnly asOf, Stamp knownAt, ViewShelf? shelf)
        : this(book, asOf, knownAt, EdgeBalances.Of(book.Columns, book.CountKnownAt(knownAt), asOf.DayNumber, book.Edges.Count), new DerivedValues(), shelf)
    {
    }

    private LedgerView(BookSnapshot book, DateOnly asOf, Stamp knownAt, EdgeBalances balances, DerivedValues derived, ViewShelf? shelf) =>
        (Book, AsOf, KnownAt, this.balances, this.derived, Shelf) = (book, asOf, knownAt, balances, derived, shelf);

    /// <summary>The books.</summary>
    public BookSnapshot Book { get; }

    /// <summary>Effective day, counted.</summary>
    public DateOnly AsOf { get; }

    /// <summary>Recorded instant, counted.</summary>
    public Stamp KnownAt { get; }

    /// <summary>Carriers, programmes and companies' years on the same day, as known at the same instant.</summary>
    public RegistryState Registry => registry ??= RegistryJournal.On(Book.Entries, AsOf, KnownAt);

    /// <summary>How many lines were known; the last one's sequence.</summary>
    public int Known => balances.Known;

    /// <summary>How many facts were known.</summary>
    internal int KnownFacts => Book.CountFactsKnownAt(KnownAt);

    private ViewShelf? Shelf { get; }

    /// <summary>The same books, as known at the same instant, on another day; taken from where views are kept, if they are.</summary>
    public LedgerView On(DateOnly day) => day == AsOf ? this : Shelf?.Of(Book, day, KnownAt) ?? new LedgerView(Book, day, KnownAt);

    /// <summary>
    /// The same day in these or later books, as known at an instant. Where they go on from what this view knows, balances and derived
    /// values are carried on from the ledger's tail; else all is read afresh. The answers are the same either way.
    /// </summary>
    public LedgerView At(BookSnapshot book, Stamp knownAt)
    {
        if (ReferenceEquals(book, Book) && knownAt == KnownAt) return this;
        if (!GoesOnIn(book, knownAt)) return new LedgerView(book, AsOf, knownAt, Shelf);
        var (lines, facts) = (book.CountKnownAt(knownAt), book.CountFactsKnownAt(knownAt));
        var counted = lines == Known && book.Edges.Count == Book.Edges.Count ? balances : balances.With(lines, book.Edges.Count);
        var isSame = lines == Known && facts == KnownFacts && KnowsSameEntries(book, knownAt);
        var values = !KnowsSameMembers(book, knownAt) ? new DerivedValues() : isSame ? derived : derived.CarriedOn(Known, KnownFacts);
        return new LedgerView(book, AsOf, knownAt, counted, values, Shelf);
    }

    /// <summary>Whether books go on from what this view knows: the same lines and facts, and more.</summary>
    internal bool GoesOnIn(BookSnapshot book, Stamp knownAt) =>
        ReferenceEquals(book.Columns, Book.Columns) && book.BeginsWithMembersOf(Book)
        && book.CountKnownAt(knownAt) >= Known && book.CountFactsKnownAt(knownAt) >= KnownFacts;

    /// <summary>
    /// A value that follows from this view, computed once: carried on from that of an earlier view where this one goes on from it.
    /// </summary>
    public T Derive<T>()
        where T : class, IDerived<T> => derived.Get<T>(this);

    /// <summary>An answer that follows from this view, computed once and not carried on.</summary>
    /// <param name="question">Compares by content; all that the answer depends on besides the view.</param>
    /// <param name="answer">Computes it.</param>
    public T Remember<T>(object question, Func<T> answer)
        where T : class => derived.Remember(question, answer);

    /// <summary>Sum of the amounts of one kind on an edge, minor units.</summary>
    public long Sum(int edge, LineKind kind) => balances.Sum(edge, kind);

    /// <summary>Sum of the amounts of some kinds on an edge, minor units, unsigned by their rules.</summary>
    public long Sum(int edge, KindSet kinds)
    {
        long sum = 0;
        for (var left = kinds.Bits & balances[edge].Present; left != 0; left &= left - 1)
            sum = checked(sum + Sum(edge, (LineKind)BitOperations.TrailingZeroCount(left)));
        return sum;
    }

    /// <summary>Commitment on an edge: initial, increases, transfers in, less reductions, transfers out, lapses and defaults.</summary>
    public long Commitment(int edge) => balances[edge].Commitment;

    /// <summary>Paid in on an edge: cash, in kind, opening and taken over less handed over, inside and outside the commitment.</summary>
    public long PaidIn(int edge) => balances[edge].PaidIn;

    /// <summary>Distributed on an edge, recallable or not.</summary>
    public long Distributed(int edge) => balances[edge].Distributed;

    /// <summary>Cost still held on a holding: invested in cash and in kind, less what was relieved by exits.</summary>
    public long CostHeld(int edge) =>
        checked(Sum(edge, LineKind.Investment) + Sum(edge, LineKind.InvestmentInKind) - Sum(edge, LineKind.CostRelieved));

    /// <summary>Unfunded on an edge: the running sum of the lines' impacts.</summary>
    public long Unfunded(int edge) => balances[edge].Unfunded;

    /// <summary>
    /// Called inside the commitment, issued and neither paid nor cancelled. A payment that is taken back is due again, unless its call
    /// was cancelled before: then it is called no more.
    /// </summary>
    public long OutstandingCalls(int edge) => balances[edge].OutstandingInside;

    /// <summary>可催缴余额: unfunded less what is issued and not yet paid.</summary>
    public long Callable(int edge) => checked(Unfunded(edge) - OutstandingCalls(edge));

    /// <summary>Whether any line of the kinds stands on the edge.</summary>
    public bool Has(int edge, KindSet kinds) => (balances[edge].Present & kinds.Bits) != 0;

    /// <summary>
    /// Whether any line of the kinds on the edge is illustrative, or invented in one of the fields that are read; of levels (NAV, valuation)
    /// only the one that counts is asked.
    /// </summary>
    public bool IsIllustrative(int edge, KindSet kinds, RecordFields read = FieldsRead.Share)
    {
        ref readonly var balance = ref balances[edge];
        var bits = balance.Illustrative;
        if (read.HasFlag(RecordFields.Day)) bits |= balance.DayInvented;
        if (read.HasFlag(RecordFields.Parties)) bits |= balance.PartiesInvented;
        if (read.HasFlag(RecordFields.Round)) bits |= balance.RoundInvented;
        return (bits & kinds.Bits) != 0;
    }

    /// <summary>Day, parties and round of printed lines of the kinds on the edge, where any line has them invented.</summary>
    public RecordFields InventedFields(int edge, KindSet kinds)
    {
        ref readonly var balance = ref balances[edge];
        return ((balance.DayInvented & kinds.Bits) == 0 ? RecordFields.None : RecordFields.Day)
            | ((balance.PartiesInvented & kinds.Bits) == 0 ? RecordFields.None : RecordFields.Parties)
            | ((balance.RoundInvented & kinds.Bits) == 0 ? RecordFields.None : RecordFields.Round);
    }

    /// <summary>Position of the latest NAV (commitment edge) or valuation (holding edge) line, or -1.</summary>
    public int LevelLine(int edge) => balances[edge].LevelEnd - 1;

    /// <summary>Day of the latest NAV or valuation, or null.</summary>
    public DateOnly? LevelDate(int edge) => LevelLine(edge) is >= 0 and var line ? DateOnly.FromDayNumber(Book.Columns.Days[line]) : null;

    /// <summary>
    /// The latest NAV or valuation rolled forward by later flows (contributions and investments add, distributions and proceeds take off),
    /// minor units; null where none was ever stated. Flows of the same day are part of it. A correction of a closed line counts as a flow
    /// of its own day, so that the value and the cash together stay what they were until the next statement.
    /// </summary>
    public long? LevelRolledForward(int edge) =>
        LevelLine(edge) is >= 0 and var line ? checked(Book.Columns.Amounts[line] + FlowSinceLevel(edge)) : null;

    /// <summary>Net flow after the latest NAV or valuation, minor units; the holder's payments positive.</summary>
    public long FlowSinceLevel(int edge) => balances[edge].FlowSinceLevel;

    /// <summary>Day of the first line that bears on paid-in of an edge, a reversed one too; null where there is none.</summary>
    public DateOnly? FirstPaidIn(int edge) => balances[edge].FirstPaidInEnd is > 0 and var end ? DateOnly.FromDayNumber(end - 1) : null;

    /// <summary>Day of the first line of the commitment itself, a reversed one too; null where there is none.</summary>
    public DateOnly? FirstCommitted(int edge) => balances[edge].FirstCommittedEnd is > 0 and var end ? DateOnly.FromDayNumber(end - 1) : null;

    /// <summary>The part of what was distributed on an edge that may be called again, or was.</summary>
    public long Recallable(int edge) => balances[edge].Recallable;

    /// <summary>The part of paid-in on an edge that is outside the commitment.</summary>
    public long PaidOutside(int edge) => balances[edge].PaidOutside;

    /// <summary>A node's own cash in its own currency: what came in on any of its edges less what went out, minor units.</summary>
    public long Cash(NodeId node) => Cash(node, Book.Node(node).Currency);

    /// <summary>A node's own cash in one currency, minor units: each currency is a purse of its own, none is converted.</summary>
    public long Cash(NodeId node, Currency currency)
    {
        long cash = 0;
        foreach (var edge in Book.EdgesHeldBy(node))
            if (Book.Edges[edge].Currency == currency) cash = checked(cash + balances[edge].HolderCash);
        foreach (var edge in Book.EdgesInto(node))
        {
            if (Book.Edges[edge].Kind != EdgeKind.Own && Book.Edges[edge].Currency == currency)
                cash = checked(cash + balances[edge].InvesteeCash);
        }

        return cash;
    }

    /// <summary>
    /// Whether a commitment from one fund to another would close a circle of those on which lines stand, reversed ones too: an earlier view
    /// still counts them. Edges that were only proposed hold nothing.
    /// </summary>
    public bool WouldCloseCycle(NodeId holder, NodeId investee) =>
        Book.WouldCloseCycle(holder, investee, edge => balances[edge].Present != 0);

    /// <summary>Whether a line was taken back by another one that this view knows, whatever its day.</summary>
    public bool IsReversed(long sequence) => Book.Columns.Reverses[..Known].Contains((int)sequence);

    /// <summary>Positions of the lines of some kinds on some edges that this view counts, by sequence.</summary>
    public IReadOnlyList<int> Lines(IReadOnlySet<int> edges, KindSet kinds)
    {
        const int FewEdges = 4;
        if (edges.Count > Book.Edges.Count / FewEdges) return [.. Lines(kinds).Where(i => edges.Contains(Book.Columns.Edges[i]))];
        var (found, positions) = (new List<int>(), new List<int>());
        foreach (var edge in edges.Where(edge => Has(edge, kinds)))
        {
            Book.Columns.LinesOf(edge, Known, positions);
            found.AddRange(positions.Where(i => Counts(i) && kinds.Contains((LineKind)Book.Columns.Kinds[i])));
        }

        found.Sort();
        return found;
    }

    /// <summary>Positions of all lines of some kinds that this view counts, by sequence.</summary>
    public IEnumerable<int> Lines(KindSet kinds)
    {
        for (var i = 0; i < Known; i++)
            if (kinds.Contains((LineKind)Book.Columns.Kinds[i]) && Counts(i)) yield return i;
    }

    /// <summary>Whether this view counts a line: known, and effective by its day.</summary>
    public bool Counts(int line) => line < Known && Book.Columns.Days[line] <= AsOf.DayNumber;

    /// <summary>What a draft would do to <see cref="OutstandingCalls"/> of its edge.</summary>
    internal long OutstandingEffect(int edge, LineDraft draft) =>
        draft.Call is { } call && draft.InsideCommitment
            ? EdgeBalances.OutstandingEffect(draft.Kind, draft.Amount.MinorUnits, draft.Reverses is not null && balances.IsCancelled(edge, call.Value))
            : 0;

    private bool KnowsSameEntries(BookSnapshot book, Stamp knownAt)
    {
        if (!ReferenceEquals(book.Entries, Book.Entries)) return false;
        if (knownAt == KnownAt || book.Entries.Count == 0) return true;
        var last = book.Entries[^1].DecidedAt ?? Stamp.Max;
        return last <= KnownAt && last <= knownAt;
    }

    private bool KnowsSameMembers(BookSnapshot book, Stamp knownAt) =>
        book.HasMembersOf(Book) && (knownAt == KnownAt || (book.LastMemberAt <= KnownAt && book.LastMemberAt <= knownAt));
}
