using FundTracker.Domain.Values;

namespace FundTracker.Domain.Ledgers;

/// <summary>Nodes and edges of one mother fund's books with every way to find them; shared by all snapshots in which nobody new came.</summary>
internal sealed class BookMembers
{
    private readonly Dictionary<EdgeId, int> edgeIndex;
    private readonly Dictionary<NodeId, NodeEntry> nodeById;
    private readonly Dictionary<string, NodeEntry> nodeByCode;
    private readonly ILookup<NodeId, int> edgesByHolder;
    private readonly ILookup<NodeId, int> edgesByInvestee;

    public BookMembers(IReadOnlyList<NodeEntry> nodes, IReadOnlyList<EdgeEntry> edges)
    {
        (Nodes, Edges) = (nodes, edges);
        nodeById = nodes.ToDictionary(node => node.Id);
        nodeByCode = nodes.ToDictionary(node => node.Code, StringComparer.OrdinalIgnoreCase);
        edgeIndex = new Dictionary<EdgeId, int>(edges.Count);
        for (var i = 0; i < edges.Count; i++) edgeIndex[edges[i].Id] = i;
        edgesByHolder = Enumerable.Range(0, edges.Count).ToLookup(i => edges[i].Holder);
        edgesByInvestee = Enumerable.Range(0, edges.Count).ToLookup(i => edges[i].Investee);
    }

    public IReadOnlyList<NodeEntry> Nodes { get; }

    public IReadOnlyList<EdgeEntry> Edges { get; }

    public NodeEntry Node(NodeId id) => nodeById[id];

    public NodeEntry? FindNode(NodeId id) => nodeById.GetValueOrDefault(id);

    public NodeEntry? FindNode(string code) => nodeByCode.GetValueOrDefault(code);

    public int IndexOf(EdgeId edge) => edgeIndex[edge];

    public int FindIndexOf(EdgeId edge) => edgeIndex.GetValueOrDefault(edge, -1);

    public IEnumerable<int> EdgesHeldBy(NodeId holder) => edgesByHolder[holder];

    public IEnumerable<int> EdgesInto(NodeId investee) => edgesByInvestee[investee];

    public BookMembers With(IReadOnlyList<NodeEntry> nodes, IReadOnlyList<EdgeEntry> edges) => new([.. Nodes, .. nodes], [.. Edges, .. edges]);
}

/// <summary>Facts of one mother fund's books by subject and name; shared by all snapshots up to which no more was stated.</summary>
internal sealed class BookFacts
{
    private readonly Dictionary<(NodeId Subject, string Name), List<FactEntry>> byName = [];

    public BookFacts(IReadOnlyList<FactEntry> all)
    {
        All = all;
        foreach (var fact in all)
        {
            if (!byName.TryGetValue((fact.Subject, fact.Name), out var list)) byName[(fact.Subject, fact.Name)] = list = [];
            list.Add(fact);
        }
    }

    public IReadOnlyList<FactEntry> All { get; }

    public FactEntry? On(NodeId subject, string name, DateOnly asOf, Stamp knownAt)
    {
        if (!byName.TryGetValue((subject, name), out var list)) return null;
        FactEntry? best = null;
        foreach (var fact in list)
        {
            if (fact.EffectiveFrom > asOf || fact.RecordedAt > knownAt) continue;
            if (best is null || fact.EffectiveFrom >= best.EffectiveFrom) best = fact;
        }

        return best is { Value.Length: > 0 } ? best : null;
    }

    public BookFacts With(IReadOnlyList<FactEntry> more) => more.Count == 0 ? this : new([.. All, .. more]);
}
