using System.Collections.Concurrent;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Ledgers;

/// <summary>Something that follows from a view alone, and that can be carried on when more is recorded. Immutable.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IDerived<TSelf>
    where TSelf : class, IDerived<TSelf>
{
    /// <summary>Computes it from the whole view.</summary>
    static abstract TSelf Of(LedgerView view);

    /// <summary>What <see cref="Of"/> says of a later view, from what it says of the one before and from what came between.</summary>
    /// <param name="later">The later view: the same day and members, more lines and facts.</param>
    /// <param name="tail">What came between.</param>
    TSelf After(LedgerView later, ViewTail tail);
}

/// <summary>What came between two views of one day.</summary>
public sealed class ViewTail
{
    private ViewTail(IReadOnlyList<int> lines, HashSet<int> edges, IReadOnlyList<FactEntry> facts, LedgerView view)
    {
        (Lines, Edges, Facts) = (lines, edges, facts);
        Investees = edges.Select(edge => view.Book.Edges[edge].Investee).ToHashSet();
        Nodes = Investees.Concat(edges.Select(edge => view.Book.Edges[edge].Holder)).Concat(facts.Select(fact => fact.Subject)).ToHashSet();
    }

    /// <summary>Positions of the lines that came and count, by sequence.</summary>
    public IReadOnlyList<int> Lines { get; }

    /// <summary>Dense indexes of the edges on which lines came that count, or that took back one that counts.</summary>
    public IReadOnlySet<int> Edges { get; }

    /// <summary>Facts that came and hold by the day, by sequence.</summary>
    public IReadOnlyList<FactEntry> Facts { get; }

    /// <summary>Nodes into which the edges lead.</summary>
    public IReadOnlySet<NodeId> Investees { get; }

    /// <summary>Nodes at either end of the edges, and those that the facts speak of.</summary>
    public IReadOnlySet<NodeId> Nodes { get; }

    internal static ViewTail Of(LedgerView view, int lines, int facts)
    {
        var columns = view.Book.Columns;
        var (counted, edges) = (new List<int>(), new HashSet<int>());
        for (var i = lines; i < view.Known; i++)
        {
            if (!view.Counts(i)) continue;
            counted.Add(i);
            edges.Add(columns.Edges[i]);
            if (columns.Reverses[i] != 0) edges.Add(columns.Edges[columns.Reverses[i] - 1]);
        }

        var stated = new List<FactEntry>();
        for (var i = facts; i < view.KnownFacts; i++)
            if (view.Book.Facts[i].EffectiveFrom <= view.AsOf) stated.Add(view.Book.Facts[i]);
        return new ViewTail(counted, edges, stated, view);
    }
}

/// <summary>The derived values of one view, each computed when it is first asked for, and what earlier views had of them.</summary>
internal sealed class DerivedValues
{
    private const int MostAnswers = 64;

    /// <summary>A tail that is longer than this part of all lines, or of so many facts, is not worth carrying on over.</summary>
    private const int ShortestPart = 16;

    private const int LongestTail = 10_000;

    private readonly ConcurrentDictionary<Type, Lazy<object>> values = new();
    private readonly ConcurrentDictionary<object, Lazy<object>> answers = new();
    private readonly Dictionary<Type, Earlier> earlier;

    public DerivedValues()
        : this([])
    {
    }

    private DerivedValues(Dictionary<Type, Earlier> earlier) => this.earlier = earlier;

    public T Get<T>(LedgerView view)
        where T : class, IDerived<T> => (T)values.GetOrAdd(typeof(T), _ => new Lazy<object>(() => Compute<T>(view))).Value;

    public T Remember<T>(object question, Func<T> answer)
        where T : class
    {
        if (answers.Count >= MostAnswers) answers.Clear();
        return (T)answers.GetOrAdd((typeof(T), question), _ => new Lazy<object>(answer)).Value;
    }

    /// <summary>For a later view: what is known by now, as of so many lines and facts.</summary>
    public DerivedValues CarriedOn(int lines, int facts)
    {
        var carried = new Dictionary<Type, Earlier>(earlier);
        foreach (var (type, value) in values)
            if (value.IsValueCreated) carried[type] = new Earlier(value.Value, lines, facts);
        return new DerivedValues(carried);
    }

    private T Compute<T>(LedgerView view)
        where T : class, IDerived<T>
    {
        if (!earlier.TryGetValue(typeof(T), out var before)) return T.Of(view);
        var (lines, facts) = (view.Known - before.Lines, view.KnownFacts - before.Facts);
        var isLong = lines > Math.Min(LongestTail, ShortestPart + (view.Known / ShortestPart)) || facts > LongestTail;
        return isLong ? T.Of(view) : ((T)before.Value).After(view, ViewTail.Of(view, before.Lines, before.Facts));
    }

    private sealed record Earlier(object Value, int Lines, int Facts);
}
