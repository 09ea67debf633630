using FundTracker.Application.Books;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Application.CapitalCalls;

/// <summary>Where the investors of a fund stand when it calls.</summary>
internal static class Standings
{
    /// <summary>All commitments to a fund with what was called before and what is callable, by recording.</summary>
    public static IReadOnlyList<CallStanding> Of(OpenBooks books, NodeId fund)
    {
        var view = books.Everything;
        return
        [
            .. view.Book.EdgesInto(fund).Where(edge => view.Book.Edges[edge].Kind == EdgeKind.Commitment && view.Commitment(edge) > 0)
                .Select(edge => new CallStanding(
                    view.Book.Edges[edge].Id, view.Commitment(edge), Called(view, edge, inside: true), Called(view, edge, inside: false),
                    view.Callable(edge))),
        ];
    }

    /// <summary>What was paid on each share of a call, in the order of the shares, minor units.</summary>
    public static IReadOnlyList<long> Paid(OpenBooks books, CapitalCall call)
    {
        var columns = books.Snapshot.Columns;
        var paid = new long[call.Shares.Count];
        for (var i = 0; i < books.Snapshot.LineCount; i++)
        {
            if (columns.Calls[i] != call.Id.Value || (LineKind)columns.Kinds[i] != LineKind.Contribution) continue;
            var edge = books.Snapshot.Edges[columns.Edges[i]].Id;
            var (purpose, inside) = (LineFlags.PurposeOf(columns.Flags[i]), LineFlags.IsInside(columns.Flags[i]));
            var rest = columns.Amounts[i];
            for (var j = 0; j < paid.Length && rest != 0; j++)
            {
                var share = call.Shares[j];
                if (share.Edge != edge || share.Purpose != purpose || share.InsideCommitment != inside) continue;
                var part = rest > 0 ? Math.Min(rest, share.Amount.MinorUnits - paid[j]) : Math.Max(rest, -paid[j]);
                paid[j] += part;
                rest -= part;
            }
        }

        return paid;
    }

    private static long Called(LedgerView view, int edge, bool inside)
    {
        var columns = view.Book.Columns;
        long called = 0;
        for (var i = 0; i < view.Known; i++)
        {
            if (columns.Edges[i] != edge || LineFlags.IsInside(columns.Flags[i]) != inside) continue;
            called += (LineKind)columns.Kinds[i] switch
            {
                LineKind.CallIssued => columns.Amounts[i],
                LineKind.CallCancelled => -columns.Amounts[i],
                _ => 0,
            };
        }

        return called;
    }
}
