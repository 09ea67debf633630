using System.Collections;

namespace FundTracker.Analytics.Exposure;

/// <summary>A selection of edges that is made when somebody looks at it: a figure over a hundred thousand of them is asked for its trail rarely.</summary>
internal sealed class DeferredEdges(Func<IEnumerable<int>> select) : IReadOnlyList<int>
{
    private readonly Lazy<int[]> edges = new(() => [.. select()]);

    public int Count => edges.Value.Length;

    public int this[int index] => edges.Value[index];

    public IEnumerator<int> GetEnumerator() => ((IEnumerable<int>)edges.Value).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
