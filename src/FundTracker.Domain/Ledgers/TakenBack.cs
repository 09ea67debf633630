namespace FundTracker.Domain.Ledgers;

/// <summary>Statements of value that were taken back, and where calls were cancelled: what decides how an earlier line counts. Immutable.</summary>
internal sealed class TakenBack
{
    private readonly HashSet<int> levels;

    /// <summary>The first line that cancelled, by edge and call: a payment taken back behind it is not due again.</summary>
    private readonly Dictionary<(int Edge, long Call), int> cancelled;

    private TakenBack(HashSet<int> levels, Dictionary<(int Edge, long Call), int> cancelled) => (this.levels, this.cancelled) = (levels, cancelled);

    public static TakenBack None { get; } = new([], []);

    public bool IsTakenBack(int level) => levels.Count > 0 && levels.Contains(level);

    public bool IsCancelled(int edge, long call, int before) => cancelled.TryGetValue((edge, call), out var at) && at < before;

    /// <summary>With what the lines from one position up to another say, as far as they are effective by a day.</summary>
    public TakenBack With(LedgerColumns columns, int from, int to, int asOf)
    {
        HashSet<int>? more = null;
        Dictionary<(int, long), int>? calls = null;
        ReadOnlySpan<byte> kinds = columns.Kinds;
        ReadOnlySpan<int> reverses = columns.Reverses, days = columns.Days;
        for (var i = from; i < to; i++)
        {
            if (days[i] > asOf) continue;
            if (kinds[i] == (byte)LineKind.CallCancelled)
                (calls ??= new Dictionary<(int, long), int>(cancelled)).TryAdd((columns.Edges[i], columns.Calls[i]), i);
            else if (reverses[i] != 0 && (LineKind)kinds[i] is LineKind.Nav or LineKind.Valuation)
                (more ??= [.. levels]).Add(reverses[i] - 1);
        }

        return more is null && calls is null ? this : new TakenBack(more ?? levels, calls ?? cancelled);
    }
}
