using FundTracker.Domain.Funds;
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
public sealed record FactEntry(
    long Sequence, NodeId Subject, string Name, string Value, DateOnly EffectiveFrom, Stamp RecordedAt, Provenance Provenance);

/// <summary>All of one mother fund's books in memory, up to some sequence. Immutable: extending gives a new snapshot that shares the columns.</summary>
public sealed class BookSnapshot
{
    private readonly Dictionary<EdgeId, int> edgeIndex;
    private readonly Dictionary<NodeId, NodeEntry> nodeById;
    private readonly Dictionary<string, NodeEntry> nodeByCode;
    private readonly ILookup<NodeId, int> edgesByHolder;
    private readonly ILookup<NodeId, int> edgesByInvestee;
    private readonly Dictionary<(NodeId Subject, string Name), List<FactEntry>> facts = [];

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
    {
        (MotherFund, Chain, Family, Nodes, Edges, Facts, Columns, LineCount) = (motherFund, chain, family, nodes, edges, facts, columns, columns.Count);
        nodeById = nodes.ToDictionary(node => node.Id);
        nodeByCode = nodes.ToDictionary(node => node.Code, StringComparer.OrdinalIgnoreCase);
        edgeIndex = new Dictionary<EdgeId, int>(edges.Count);
        for (var i = 0; i < edges.Count; i++) edgeIndex[edges[i].Id] = i;
        edgesByHolder = Enumerable.Range(0, edges.Count).ToLookup(i => edges[i].Holder);
        edgesByInvestee = Enumerable.Range(0, edges.Count).ToLookup(i => edges[i].Investee);
        foreach (var fact in facts)
        {
            if (!this.facts.TryGetValue((fact.Subject, fact.Name), out var list)) this.facts[(fact.Subject, fact.Name)] = list = [];
            list.Add(fact);
        }
    }

    /// <summary>The mother fund whose books these are.</summary>
    public NodeId MotherFund { get; }

    /// <summary>Number of its chains.</summary>
    public int Chain { get; }

    /// <summary>Code of its fund family; null where it has none.</summary>
    public string? Family { get; }

    /// <summary>All nodes, by recording.</summary>
    public IReadOnlyList<NodeEntry> Nodes { get; }

    /// <summary>All edges; the position is the dense index.</summary>
    public IReadOnlyList<EdgeEntry> Edges { get; }

    /// <summary>All facts by sequence.</summary>
    public IReadOnlyList<FactEntry> Facts { get; }

    /// <summary>The lines; look at the first <see cref="LineCount"/> only.</summary>
    public LedgerColumns Columns { get; }

    /// <summary>How many lines belong to this snapshot.</summary>
    public int LineCount { get; }

    /// <summary>The mother fund itself.</summary>
    public NodeEntry Root => nodeById[MotherFund];

    /// <summary>A node by identity.</summary>
    /// <exception cref="KeyNotFoundException">Not in these books.</exception>
    public NodeEntry Node(NodeId id) => nodeById[id];

    /// <summary>A node by identity, or null.</summary>
    public NodeEntry? FindNode(NodeId id) => nodeById.GetValueOrDefault(id);

    /// <summary>A node by code (case does not count), or null.</summary>
    public NodeEntry? FindNode(string code) => nodeByCode.GetValueOrDefault(code);

    /// <summary>Dense index of an edge.</summary>
    /// <exception cref="KeyNotFoundException">Not in these books.</exception>
    public int IndexOf(EdgeId edge) => edgeIndex[edge];

    /// <summary>Dense index of an edge, or -1.</summary>
    public int FindIndexOf(EdgeId edge) => edgeIndex.GetValueOrDefault(edge, -1);

    /// <summary>Dense indexes of the edges that a node holds.</summary>
    public IEnumerable<int> EdgesHeldBy(NodeId holder) => edgesByHolder[holder];

    /// <summary>Dense indexes of the edges into a node.</summary>
    public IEnumerable<int> EdgesInto(NodeId investee) => edgesByInvestee[investee];

    /// <summary>Dense index of the edge of a kind between two nodes, or -1.</summary>
    public int FindEdge(EdgeKind kind, NodeId holder, NodeId investee)
    {
        foreach (var i in edgesByHolder[holder])
            if (Edges[i].Kind == kind && Edges[i].Investee == investee) return i;
        return -1;
    }

    /// <summary>The fact that held on a day as known at an instant, or null: the latest effective one, and of those the last recorded.</summary>
    public FactEntry? FactOn(NodeId subject, string name, DateOnly asOf, Stamp knownAt)
    {
        if (!facts.TryGetValue((subject, name), out var list)) return null;
        FactEntry? best = null;
        foreach (var fact in list)
        {
            if (fact.EffectiveFrom > asOf || fact.RecordedAt > knownAt) continue;
            if (best is null || fact.EffectiveFrom >= best.EffectiveFrom) best = fact;
        }

        return best is { Value.Length: > 0 } ? best : null;
    }

    /// <summary>Whether a commitment from one fund to another would close a circle.</summary>
    public bool WouldCloseCycle(NodeId holder, NodeId investee)
    {
        var seen = new HashSet<NodeId>();
        var open = new Stack<NodeId>([investee]);
        while (open.TryPop(out var node))
        {
            if (node == holder) return true;
            if (!seen.Add(node)) continue;
            foreach (var i in edgesByHolder[node]) if (Edges[i].Kind != EdgeKind.Own) open.Push(Edges[i].Investee);
        }

        return false;
    }
}
