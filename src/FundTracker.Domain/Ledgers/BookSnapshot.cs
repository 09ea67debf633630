using System.Globalization;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Registry;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Ledgers;

/// <summary>A node as figures see it.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Code">Short code, unique in the books.</param>
/// <param name="Name">Name in both languages.</param>
/// <param name="Currency">A fund's currency; the mother fund's for investors and companies.</param>
/// <param name="CreditCode">A company's 统一社会信用代码; null where unknown.</param>
/// <param name="Provenance">Where the record comes from.</param>
/// <param name="RecordedAt">Known from then on.</param>
public sealed record NodeEntry(
    NodeId Id, NodeKind Kind, string Code, BilingualName Name, Currency Currency, string? CreditCode, Provenance Provenance, Stamp RecordedAt);

/// <summary>An edge as figures see it; its position in <see cref="BookSnapshot.Edges"/> is its dense index.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Kind">What it joins.</param>
/// <param name="Holder">Investor or investing fund.</param>
/// <param name="Investee">Fund or company.</param>
/// <param name="Currency">Currency of its lines.</param>
/// <param name="RecordedAt">Known from then on.</param>
public sealed record EdgeEntry(EdgeId Id, EdgeKind Kind, NodeId Holder, NodeId Investee, Currency Currency, Stamp RecordedAt);

/// <summary>A fact as figures see it.</summary>
/// <param name="Sequence">Place in the chain of facts.</param>
/// <param name="Subject">The node it speaks of.</param>
/// <param name="Name">See <see cref="FactNames"/>.</param>
/// <param name="Value">Text; empty takes an earlier value away.</param>
/// <param name="EffectiveFrom">First day on which it holds.</param>
/// <param name="RecordedAt">Known from then on.</param>
/// <param name="Provenance">Where it comes from.</param>
/// <param name="RecordedBy">Who stated it.</param>
/// <param name="ApprovedBy">Who approved it, see <see cref="Fact.ApprovedBy"/>.</param>
public sealed record FactEntry(
    long Sequence, NodeId Subject, string Name, string Value, DateOnly EffectiveFrom, Stamp RecordedAt, Provenance Provenance,
    string RecordedBy = "", string ApprovedBy = "");

/// <summary>All of one mother fund's books in memory, up to some sequence. Immutable: extending gives a new snapshot that shares the columns.</summary>
public sealed class BookSnapshot
{
    private readonly BookMembers members;
    private readonly BookFacts facts;

    /// <summary>Puts a snapshot together.</summary>
    /// <param name="motherFund">The mother fund whose books these are.</param>
    /// <param name="chain">Number of its chains.</param>
    /// <param name="family">Code of its fund family, or null.</param>
    /// <param name="nodes">All nodes.</param>
    /// <param name="edges">All edges; their order fixes the dense index that <paramref name="columns"/> uses.</param>
    /// <param name="facts">All facts by sequence.</param>
    /// <param name="columns">The lines.</param>
    public BookSnapshot(
        NodeId motherFund, int chain, string? family, IReadOnlyList<NodeEntry> nodes, IReadOnlyList<EdgeEntry> edges,
        IReadOnlyList<FactEntry> facts, LedgerColumns columns)
        : this(motherFund, chain, family, new BookMembers(nodes, edges), new BookFacts(facts), columns, columns.Count)
    {
    }

    private BookSnapshot(
        NodeId motherFund, int chain, string? family, BookMembers members, BookFacts facts, LedgerColumns columns, int lineCount) =>
        (MotherFund, Chain, Family, this.members, this.facts, Columns, LineCount) = (motherFund, chain, family, members, facts, columns, lineCount);

    /// <summary>Approved entries of the registry of carriers, programmes and companies' years, by approval.</summary>
    public IReadOnlyList<RegistryEntry> Entries { get; private init; } = [];

    /// <summary>The mother fund whose books these are.</summary>
    public NodeId MotherFund { get; }

    /// <summary>Number of its chains.</summary>
    public int Chain { get; }

    /// <summary>Code of its fund family; null where it has none.</summary>
    public string? Family { get; }

    /// <summary>All nodes, by recording.</summary>
    public IReadOnlyList<NodeEntry> Nodes => members.Nodes;

    /// <summary>All edges; the position is the dense index.</summary>
    public IReadOnlyList<EdgeEntry> Edges => members.Edges;

    /// <summary>All facts by sequence.</summary>
    public IReadOnlyList<FactEntry> Facts => facts.All;

    /// <summary>The lines; look at the first <see cref="LineCount"/> only.</summary>
    public LedgerColumns Columns { get; }

    /// <summary>How many lines belong to this snapshot.</summary>
    public int LineCount { get; }

    /// <summary>When the last node or edge was recorded.</summary>
    public Stamp LastMemberAt => members.LastAt;

    /// <summary>The mother fund itself.</summary>
    public NodeEntry Root => members.Node(MotherFund);

    /// <summary>A node by identity.</summary>
    /// <exception cref="KeyNotFoundException">Not in these books.</exception>
    public NodeEntry Node(NodeId id) => members.Node(id);

    /// <summary>A node by identity, or null.</summary>
    public NodeEntry? FindNode(NodeId id) => members.FindNode(id);

    /// <summary>A node by code (case does not count), or null.</summary>
    public NodeEntry? FindNode(string code) => members.FindNode(code);

    /// <summary>Dense index of an edge.</summary>
    /// <exception cref="KeyNotFoundException">Not in these books.</exception>
    public int IndexOf(EdgeId edge) => members.IndexOf(edge);

    /// <summary>Dense index of an edge, or -1.</summary>
    public int FindIndexOf(EdgeId edge) => members.FindIndexOf(edge);

    /// <summary>Dense indexes of the edges that a node holds.</summary>
    public IEnumerable<int> EdgesHeldBy(NodeId holder) => members.EdgesHeldBy(holder);

    /// <summary>Dense indexes of the edges into a node.</summary>
    public IEnumerable<int> EdgesInto(NodeId investee) => members.EdgesInto(investee);

    /// <summary>Dense indexes of everybody's commitments to a fund, by recording.</summary>
    public IReadOnlyList<int> CommitmentsTo(NodeId fund) => members.CommitmentsTo(fund);

    /// <summary>Dense index of the edge of a kind between two nodes, or -1; of its own accounts, the one in the member's own currency.</summary>
    public int FindEdge(EdgeKind kind, NodeId holder, NodeId investee) =>
        members.Find(kind == EdgeKind.Own ? EdgeKey.Own(holder, Node(holder).Currency) : EdgeKey.Between(kind, holder, investee));

    /// <summary>Dense index of a member's own account in a currency; -1 where it has none.</summary>
    public int FindPurse(NodeId node, Currency currency) => members.Find(EdgeKey.Own(node, currency));

    /// <summary>The fact that held on a day as known at an instant, or null: the latest effective one, and of those the last recorded.</summary>
    public FactEntry? FactOn(NodeId subject, string name, DateOnly asOf, Stamp knownAt) => facts.On(subject, name, asOf, knownAt);

    /// <summary>Last instant of recording that is illustrative, where the books were filled with a made-up history; else null.</summary>
    public Stamp? InstantsIllustrativeUntil =>
        FactOn(MotherFund, FactNames.IllustrativeUntil, DateOnly.MaxValue, Stamp.Max) is { } fact
        && DateOnly.TryParseExact(fact.Value, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Stamp.EndOf(day) : null;

    /// <summary>How many lines of these books were recorded at or before an instant.</summary>
    public int CountKnownAt(Stamp knownAt) => Math.Min(Columns.CountKnownAt(knownAt), LineCount);

    /// <summary>How many facts of these books were recorded at or before an instant.</summary>
    public int CountFactsKnownAt(Stamp knownAt) => facts.CountKnownAt(knownAt);

    /// <summary>Whether a commitment from one fund to another would close a circle.</summary>
    public bool WouldCloseCycle(NodeId holder, NodeId investee) => WouldCloseCycle(holder, investee, _ => true);

    /// <summary>Whether a commitment from one fund to another would close a circle of the edges that count.</summary>
    /// <param name="holder">Who would commit.</param>
    /// <param name="investee">Who would take the commitment.</param>
    /// <param name="counts">Whether the edge of a dense index counts; a node's own account never does.</param>
    public bool WouldCloseCycle(NodeId holder, NodeId investee, Func<int, bool> counts)
    {
        var seen = new HashSet<NodeId>();
        var open = new Stack<NodeId>([investee]);
        while (open.TryPop(out var node))
        {
            if (node == holder) return true;
            if (!seen.Add(node)) continue;
            foreach (var i in members.EdgesHeldBy(node)) if (Edges[i].Kind != EdgeKind.Own && counts(i)) open.Push(Edges[i].Investee);
        }

        return false;
    }

    /// <summary>The books after more was recorded: all lines that the columns hold by now, and more facts. Nobody new came, so nothing is indexed again.</summary>
    /// <param name="moreFacts">The facts after the last of <see cref="Facts"/>, by sequence; may be empty.</param>
    public BookSnapshot WithTail(IReadOnlyList<FactEntry> moreFacts) =>
        new(MotherFund, Chain, Family, members, facts.With(moreFacts), Columns, Columns.Count) { Entries = Entries };

    /// <summary>The same members and facts over other lines.</summary>
    internal BookSnapshot WithLines(LedgerColumns columns) => new(MotherFund, Chain, Family, members, facts, columns, columns.Count) { Entries = Entries };

    /// <summary>The same books with other entries of the registry.</summary>
    /// <param name="entries">All approved entries, by approval.</param>
    public BookSnapshot WithEntries(IReadOnlyList<RegistryEntry> entries) =>
        new(MotherFund, Chain, Family, members, facts, Columns, LineCount) { Entries = entries };

    /// <summary>The same books, up to the same line, with newcomers at the end of <see cref="Nodes"/> and <see cref="Edges"/>.</summary>
    public BookSnapshot WithMembers(IReadOnlyList<NodeEntry> nodes, IReadOnlyList<EdgeEntry> edges) =>
        new(MotherFund, Chain, Family, members.With(nodes, edges), facts, Columns, LineCount) { Entries = Entries };

    /// <summary>Something that follows from the nodes and edges alone; made once for as long as nobody new comes.</summary>
    /// <typeparam name="T">What it is; books keep one of each type.</typeparam>
    /// <param name="make">Makes it, and looks at neither lines nor facts.</param>
    public T OfMembers<T>(Func<BookSnapshot, T> make)
        where T : class => members.Following(() => make(this));

    /// <summary>Whether nobody came or went between these and other books.</summary>
    internal bool HasMembersOf(BookSnapshot other) => ReferenceEquals(members, other.members);

    /// <summary>Whether the edges of other books stand at the beginning of these.</summary>
    internal bool BeginsWithMembersOf(BookSnapshot other) => HasMembersOf(other) || members.BeginsWith(other.members);
}
