using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Reports;

/// <summary>What moved in a quarter, read from the view at its end.</summary>
internal sealed class QuarterFlows(LedgerView view, Quarter quarter)
{
    /// <summary>Lines of some kinds dated in the quarter, by day and sequence.</summary>
    public IReadOnlyList<QuarterlyReport.FlowRow> Rows(KindSet kinds) =>
    [
        .. Enumerable.Range(0, view.Known)
            .Where(i => kinds.Contains((LineKind)view.Book.Columns.Kinds[i]) && quarter.Days.Contains(DateOnly.FromDayNumber(view.Book.Columns.Days[i])))
            .Select(i => Row(i, correctsClosed: null)).OrderBy(row => row.Date).ThenBy(row => row.Sequence),
    ];

    /// <summary>Reversals dated in another quarter than their original: corrections of closed quarters that bear on this one.</summary>
    public IReadOnlyList<QuarterlyReport.FlowRow> Corrections() =>
    [
        .. Enumerable.Range(0, Math.Min(view.Book.Columns.CountKnownAt(view.KnownAt), view.Book.LineCount))
            .Where(i => view.Book.Columns.Reverses[i] != 0)
            .Where(i => Quarter.Of(Day(view.Book.Columns.Reverses[i] - 1)) == quarter && Quarter.Of(Day(i)) != quarter)
            .Select(i => Row(i, view.Book.Columns.Reverses[i])),
    ];

    /// <summary>Calls issued in the quarter, or issued earlier and open at its end.</summary>
    public IReadOnlyList<QuarterlyReport.CallRow> Calls(IReadOnlyList<CapitalCall> calls)
    {
        var (called, paid) = (new Dictionary<long, long>(), new Dictionary<long, long>());
        var invented = new HashSet<long>();
        var columns = view.Book.Columns;
        for (var i = 0; i < view.Known; i++)
        {
            if (columns.Calls[i] == 0 || columns.Days[i] > view.AsOf.DayNumber) continue;
            switch ((LineKind)columns.Kinds[i])
            {
                case LineKind.CallIssued: called[columns.Calls[i]] = called.GetValueOrDefault(columns.Calls[i]) + columns.Amounts[i]; break;
                case LineKind.CallCancelled: called[columns.Calls[i]] = called.GetValueOrDefault(columns.Calls[i]) - columns.Amounts[i]; break;
                case LineKind.Contribution:
                    if (LineFlags.IsInvented(columns.Flags[i], FieldsRead.Amount)) invented.Add(columns.Calls[i]);
                    paid[columns.Calls[i]] = paid.GetValueOrDefault(columns.Calls[i]) + columns.Amounts[i];
                    break;
                default: break;
            }
        }

        return
        [
            .. from call in calls
               where called.ContainsKey(call.Id.Value)
               let open = called[call.Id.Value] - paid.GetValueOrDefault(call.Id.Value)
               where quarter.Days.Contains(call.NoticeDate) || open > 0
               let fund = view.Book.Node(call.Fund)
               orderby call.NoticeDate, call.Number
               select new QuarterlyReport.CallRow(
                   fund, call.Number, call.NoticeDate, call.DueDate, Money.FromMinor(called[call.Id.Value], fund.Currency),
                   Money.FromMinor(paid.GetValueOrDefault(call.Id.Value), fund.Currency), open > 0 && call.DueDate < view.AsOf,
                   call.CancelledAt <= view.KnownAt, call.Provenance, call.Invented, invented.Contains(call.Id.Value)),
        ];
    }

    private DateOnly Day(int line) => DateOnly.FromDayNumber(view.Book.Columns.Days[line]);

    private QuarterlyReport.FlowRow Row(int i, long? correctsClosed)
    {
        var columns = view.Book.Columns;
        var edge = view.Book.Edges[columns.Edges[i]];
        var (holder, investee) = (view.Book.Node(edge.Holder), view.Book.Node(edge.Investee));
        var kind = (LineKind)columns.Kinds[i];
        var back = LineKinds.DistributionKinds.Contains(kind);
        return new QuarterlyReport.FlowRow(
            i + 1, Day(i), kind, back ? investee : holder, back ? holder : investee, Money.FromMinor(columns.Amounts[i], edge.Currency),
            LineFlags.PurposeOf(columns.Flags[i]), LineFlags.ProvenanceOf(columns.Flags[i]), columns.Reverses[i] == 0 ? null : columns.Reverses[i], correctsClosed,
            LineFlags.InventedOf(columns.Flags[i]));
    }
}
