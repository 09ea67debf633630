using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Capital;

/// <summary>An investor's standing when a call is shared out.</summary>
/// <param name="Edge">Its commitment.</param>
/// <param name="Commitment">Minor units; the weight.</param>
/// <param name="CalledInside">
/// What of the commitment is used: called or paid in without a call, less what may be called again, minor units; not negative.
/// </param>
/// <param name="CalledOutside">Called before outside the commitment, cancelled calls taken off, minor units; not negative.</param>
/// <param name="Callable">What may still be called inside, minor units.</param>
public sealed record CallStanding(EdgeId Edge, long Commitment, long CalledInside, long CalledOutside, long Callable)
{
    /// <summary>How the investors of a fund stand: every edge with a commitment above zero, by its place in the books.</summary>
    /// <param name="view">The books; for a call to be judged, everything recorded.</param>
    /// <param name="fund">The fund that calls.</param>
    public static IReadOnlyList<CallStanding> Of(LedgerView view, NodeId fund)
    {
        var edges = view.Book.EdgesInto(fund)
            .Where(edge => view.Book.Edges[edge].Kind == EdgeKind.Commitment && view.Commitment(edge) > 0).Order().ToList();
        var outside = CalledOutsideOf(view, edges.ToHashSet());
        return [.. edges.Select(edge => new CallStanding(
            view.Book.Edges[edge].Id, view.Commitment(edge), CalledInside: Math.Max(0, view.Commitment(edge) - view.Callable(edge)),
            CalledOutside: Math.Max(0, outside.GetValueOrDefault(edge)), view.Callable(edge)))];
    }

    private static Dictionary<int, long> CalledOutsideOf(LedgerView view, HashSet<int> edges)
    {
        var called = new Dictionary<int, long>();
        foreach (var i in view.Lines(edges, KindSet.Of(LineKind.CallIssued, LineKind.CallCancelled)))
        {
            var (edge, amount) = (view.Book.Columns.Edges[i], view.Book.Columns.Amounts[i]);
            if (LineFlags.IsInside(view.Book.Columns.Flags[i])) continue;
            var sign = view.Book.Columns.Kinds[i] == (byte)LineKind.CallIssued ? 1 : -1;
            called[edge] = checked(called.GetValueOrDefault(edge) + (sign * amount));
        }

        return called;
    }
}
