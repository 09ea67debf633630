using FundTracker.Analytics.CashFlows;
using FundTracker.Analytics.Ratios;
using FundTracker.Analytics.Returns;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Performance;

/// <summary>A fund's dealings with its holders as the ledger has them: the shareholders of a mother fund, the mother fund of a sub-fund.</summary>
public static class HolderHistory
{
    private static readonly KindSet FlowKinds = LineKinds.PaidInKinds | LineKinds.DistributionKinds;

    /// <summary>The history up to the day of the view.</summary>
    /// <param name="view">The books on a day, as known at an instant.</param>
    /// <param name="fund">The mother fund, or a sub-fund that it holds.</param>
    /// <returns>
    /// Contributions and distributions netted by day and kind, so that one that was taken back on its own day is not there, and one taken
    /// back later counts against that later day; each statement of NAV that still stands. A mother fund states none: its own is put
    /// together at each quarter end and on the day of the view. Refused where flows are not reported or opening balances stand for them.
    /// </returns>
    public static Result<FundHistory> Of(LedgerView view, NodeEntry fund)
    {
        var isMother = fund.Id == view.Book.MotherFund;
        var edges = Edges(view, fund.Id, isMother);
        if (FundFigureEngine.Of(view, fund.Code) is { } figures && (figures.PaidIn.NoneReason ?? figures.Distributed.NoneReason) is { } unknown) return unknown;
        if (edges.Any(edge => view.Has(edge, LineKinds.OpeningKinds))) return ReturnReasons.OpeningBalances();
        var flows = Flows(view, edges, fund.Currency);
        return new FundHistory([.. flows, .. isMother ? Built(view, flows) : Stated(view, edges, fund.Currency)], view.AsOf);
    }

    private static HashSet<int> Edges(LedgerView view, NodeId fund, bool isMother) =>
    [
        .. view.Book.EdgesInto(fund).Where(edge => view.Book.Edges[edge].Kind == EdgeKind.Commitment
            && (isMother || view.Book.Edges[edge].Holder == view.Book.MotherFund)),
    ];

    private static List<FundEvent> Flows(LedgerView view, HashSet<int> edges, Currency currency)
    {
        var columns = view.Book.Columns;
        return
        [
            .. view.Lines(edges, FlowKinds)
                .Select(line => (Rule: LineKinds.RuleOf((LineKind)columns.Kinds[line]), Day: columns.Days[line], Amount: columns.Amounts[line]))
                .GroupBy(flow => (flow.Day, IsPaidIn: flow.Rule.PaidIn != 0))
                .Select(group => (group.Key, Net: group.Sum(flow => checked((flow.Rule.PaidIn + flow.Rule.Distributed) * flow.Amount))))
                .Where(group => group.Net != 0)
                .Select(group => new FundEvent(
                    DateOnly.FromDayNumber(group.Key.Day), group.Key.IsPaidIn ? FundEventKind.Contribution : FundEventKind.Distribution,
                    Money.FromMinor(group.Net, currency).Amount)),
        ];
    }

    /// <summary>The statement that counts on each day: the last recorded one that nothing took back.</summary>
    private static IEnumerable<FundEvent> Stated(LedgerView view, HashSet<int> edges, Currency currency)
    {
        var columns = view.Book.Columns;
        var takenBack = columns.Reverses[..view.Known].ToArray().ToHashSet();
        return view.Lines(edges, KindSet.Of(LineKind.Nav))
            .Where(line => columns.Reverses[line] == 0 && !takenBack.Contains(line + 1))
            .GroupBy(line => columns.Days[line])
            .Select(day => new FundEvent(
                DateOnly.FromDayNumber(day.Key), FundEventKind.Nav, Money.FromMinor(columns.Amounts[day.Last()], currency).Amount));
    }

    private static IEnumerable<FundEvent> Built(LedgerView view, List<FundEvent> flows)
    {
        if (flows.Count == 0) yield break;
        foreach (var day in QuarterEnds.From(flows.Min(flow => flow.Date), view.AsOf))
        {
            var then = view.On(day);
            if (MotherFundNav.Of(then).Value is { } nav) yield return new FundEvent(day, FundEventKind.Nav, nav.Amount);
        }
    }
}

/// <summary>Days at which histories are read.</summary>
public static class QuarterEnds
{
    /// <summary>Each quarter end from the first on or after a day, and the last day itself, quarter end or not; ascending.</summary>
    public static IEnumerable<DateOnly> From(DateOnly first, DateOnly last)
    {
        for (var quarter = Quarter.Of(first); quarter.LastDay < last; quarter = quarter.Next) yield return quarter.LastDay;
        if (first <= last) yield return last;
    }
}
