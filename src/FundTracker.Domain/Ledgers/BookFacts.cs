using FundTracker.Domain.Values;

namespace FundTracker.Domain.Ledgers;

/// <summary>
/// Facts of one mother fund's books by subject and name. Immutable; after a few more were stated, all but these are shared with the facts
/// before, so that one more fact among many costs little.
/// </summary>
internal sealed class BookFacts
{
    private const int MostRecent = 256;
    private static readonly Dictionary<(NodeId Subject, string Name), FactEntry[]> Nothing = [];

    private readonly Dictionary<(NodeId Subject, string Name), FactEntry[]> settled;
    private readonly Dictionary<(NodeId Subject, string Name), FactEntry[]> recent;
    private readonly int settledCount;

    public BookFacts(IReadOnlyList<FactEntry> all)
        : this(all, ByName(all, Nothing), all.Count, Nothing)
    {
    }

    private BookFacts(
        IReadOnlyList<FactEntry> all, Dictionary<(NodeId Subject, string Name), FactEntry[]> settled, int settledCount,
        Dictionary<(NodeId Subject, string Name), FactEntry[]> recent) =>
        (All, this.settled, this.settledCount, this.recent) = (all, settled, settledCount, recent);

    public IReadOnlyList<FactEntry> All { get; }

    public FactEntry? On(NodeId subject, string name, DateOnly asOf, Stamp knownAt)
    {
        FactEntry? best = null;
        if (settled.TryGetValue((subject, name), out var list)) best = Later(best, list, asOf, knownAt);
        if (recent.Count > 0 && recent.TryGetValue((subject, name), out list)) best = Later(best, list, asOf, knownAt);
        return best is { Value.Length: > 0 } ? best : null;
    }

    public int CountKnownAt(Stamp knownAt)
    {
        var (from, to) = (0, All.Count);
        while (from < to)
        {
            var middle = from + ((to - from) / 2);
            if (All[middle].RecordedAt <= knownAt) from = middle + 1;
            else to = middle;
        }

        return from;
    }

    public BookFacts With(IReadOnlyList<FactEntry> more)
    {
        if (more.Count == 0) return this;
        IReadOnlyList<FactEntry> all = [.. All, .. more];
        return all.Count - settledCount > MostRecent ? new BookFacts(all) : new BookFacts(all, settled, settledCount, ByName(more, recent));
    }

    private static FactEntry? Later(FactEntry? best, FactEntry[] list, DateOnly asOf, Stamp knownAt)
    {
        foreach (var fact in list)
        {
            if (fact.EffectiveFrom > asOf || fact.RecordedAt > knownAt) continue;
            if (best is null || fact.EffectiveFrom >= best.EffectiveFrom) best = fact;
        }

        return best;
    }

    private static Dictionary<(NodeId Subject, string Name), FactEntry[]> ByName(
        IReadOnlyList<FactEntry> more, Dictionary<(NodeId Subject, string Name), FactEntry[]> before)
    {
        var all = new Dictionary<(NodeId Subject, string Name), FactEntry[]>(before);
        foreach (var fact in more)
        {
            var key = (fact.Subject, fact.Name);
            all[key] = all.TryGetValue(key, out var list) ? [.. list, fact] : [fact];
        }

        return all;
    }
}
