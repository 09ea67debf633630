using System.Collections.Concurrent;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Ledgers;

/// <summary>Nodes and edges of one mother fund's books with every way to find them; shared by all snapshots in which nobody new came.</summary>
internal sealed class BookMembers
{
    private readonly ConcurrentDictionary<Type, Lazy<object>> following = new();
    private readonly Dictionary<EdgeId, int> edgeIndex;
    private readonly Dictionary<EdgeKey, int> edgeByKey;
    private readonly Dictionary<NodeId, NodeEntry> nodeById;
    private readonly Dictionary<string, NodeEntry> nodeByCode;
    private readonly Dictionary<NodeId, int[]> edgesByHolder;
    private readonly Dictionary<NodeId, int[]> edgesByInvestee;
    private readonly Dictionary<NodeId, int[]> commitmentsTo;

    public BookMembers(IReadOnlyList<NodeEntry> nodes, IReadOnlyList<EdgeEntry> edges)
    {
        (Nodes, Edges) = (nodes, edges);
        nodeById = nodes.ToDictionary(node => node.Id);
        nodeByCode = nodes.ToDictionary(node => node.Code, StringComparer.OrdinalIgnoreCase);
        edgeIndex = new Dictionary<EdgeId, int>(edges.Count);
        edgeByKey = new Dictionary<EdgeKey, int>(edges.Count);
        for (var i = 0; i < edges.Count; i++)
        {
            edgeIndex[edges[i].Id] = i;
            edgeByKey.TryAdd(EdgeKey.Of(edges[i]), i);
        }

        var all = Enumerable.Range(0, edges.Count);
        edgesByHolder = By(all, i => edges[i].Holder);
        edgesByInvestee = By(all, i => edges[i].Investee);
        commitmentsTo = By(all.Where(i => edges[i].Kind == EdgeKind.Commitment), i => edges[i].Investee);
        LastAt = nodes.Select(node => node.RecordedAt).Concat(edges.Select(edge => edge.RecordedAt)).DefaultIfEmpty().Max();
    }

    /// <summary>When the last of them was recorded.</summary>
    public Stamp LastAt { get; }

    public IReadOnlyList<NodeEntry> Nodes { get; }

    public IReadOnlyList<EdgeEntry> Edges { get; }

    public NodeEntry Node(NodeId id) => nodeById[id];

    public NodeEntry? FindNode(NodeId id) => nodeById.GetValueOrDefault(id);

    public NodeEntry? FindNode(string code) => nodeByCode.GetValueOrDefault(code);

    public int IndexOf(EdgeId edge) => edgeIndex[edge];

    public int FindIndexOf(EdgeId edge) => edgeIndex.GetValueOrDefault(edge, -1);

    public int Find(EdgeKey key) => edgeByKey.GetValueOrDefault(key, -1);

    public IEnumerable<int> EdgesHeldBy(NodeId holder) => edgesByHolder.GetValueOrDefault(holder) ?? [];

    public IEnumerable<int> EdgesInto(NodeId investee) => edgesByInvestee.GetValueOrDefault(investee) ?? [];

    public int[] CommitmentsTo(NodeId fund) => commitmentsTo.GetValueOrDefault(fund) ?? [];

    /// <summary>What follows from the members alone, made once.</summary>
    public T Following<T>(Func<T> make)
        where T : class => (T)following.GetOrAdd(typeof(T), _ => new Lazy<object>(make)).Value;

    public bool BeginsWith(BookMembers others)
    {
        if (Edges.Count < others.Edges.Count) return false;
        for (var i = 0; i < others.Edges.Count; i++)
            if (Edges[i].Id != others.Edges[i].Id) return false;
        return true;
    }

    private static Dictionary<NodeId, int[]> By(IEnumerable<int> edges, Func<int, NodeId> end) =>
        edges.GroupBy(end).ToDictionary(group => group.Key, group => group.ToArray());

    public BookMembers With(IReadOnlyList<NodeEntry> nodes, IReadOnlyList<EdgeEntry> edges) => new([.. Nodes, .. nodes], [.. Edges, .. edges]);
}
