using FundTracker.Domain.Ledgers;

namespace FundTracker.Analytics.Ratios;

/// <summary>
/// Flows of many commitments, found in one pass over all lines: following each commitment from line to line jumps about in memory, and
/// for all of them together costs many times as much.
/// </summary>
internal sealed class FlowsByEdge
{
    private readonly int[] _placeOf;
    private readonly int[] _starts;
    private readonly (int Day, long Amount)[] _flows;

    private FlowsByEdge(int[] placeOf, int[] starts, (int Day, long Amount)[] flows) => (_placeOf, _starts, _flows) = (placeOf, starts, flows);

    public static FlowsByEdge Of(LedgerView view, IReadOnlyList<int> edges)
    {
        int[] placeOf = new int[view.Book.Edges.Count];
        for (int i = 0; i < edges.Count; i++)
        {
            placeOf[edges[i]] = i + 1;
        }

        var columns = view.Book.Columns;
        ReadOnlySpan<byte> kinds = columns.Kinds[..view.Known];
        ReadOnlySpan<int> lineEdges = columns.Edges, days = columns.Days;
        ReadOnlySpan<long> amounts = columns.Amounts;
        int lastDay = view.AsOf.DayNumber;
        List<(int Place, int Day, long Amount)> found = [];
        int[] starts = new int[edges.Count + 1];
        for (int line = 0; line < kinds.Length; line++)
        {
            int sign = HolderFlows.SignOf(kinds[line]);
            if (sign == 0 || placeOf[lineEdges[line]] is not (> 0 and var place) || days[line] > lastDay)
            {
                continue;
            }

            found.Add((place - 1, days[line], checked(sign * amounts[line])));
            starts[place]++;
        }

        for (int i = 1; i < starts.Length; i++)
        {
            starts[i] += starts[i - 1];
        }

        (int Day, long Amount)[] flows = new (int, long)[found.Count];
        int[] next = starts[..^1];
        foreach ((int place, int day, long amount) in found)
        {
            flows[next[place]++] = (day, amount);
        }

        return new FlowsByEdge(placeOf, starts, flows);
    }

    /// <summary>The flows of one of the commitments, by recording: the day number, and minor units; negative for what was paid in.</summary>
    public ReadOnlySpan<(int Day, long Amount)> this[int edge] => _flows.AsSpan(_starts[_placeOf[edge] - 1].._starts[_placeOf[edge]]);
}
