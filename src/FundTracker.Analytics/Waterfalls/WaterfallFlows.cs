using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;

namespace FundTracker.Analytics.Waterfalls;

/// <summary>
/// The flows of a sub-fund as its waterfall reads them: what all investors paid in and what the fund distributed to all of them, by day. For
/// a waterfall deal by deal, payments are matched with what the fund put into companies and funds and spent on fees, expenses and tax, each
/// in the order of its days, and distributions with what exits, dividends and funds brought in before; what matches nothing is of no deal.
/// </summary>
internal sealed class WaterfallFlows
{
    private static readonly KindSet Uses = LineKinds.InvestmentKinds | LineKinds.PaidInKinds;
    private static readonly KindSet Costs = KindSet.Of(LineKind.ManagementFee, LineKind.Expense, LineKind.Tax);
    private static readonly KindSet Returns = KindSet.Of(LineKind.ExitProceeds, LineKind.Dividend) | LineKinds.DistributionKinds;

    private WaterfallFlows(IReadOnlyList<WaterfallFlow> paidIn, IReadOnlyList<WaterfallFlow> distributed) => (PaidIn, Distributed) = (paidIn, distributed);

    /// <summary>Payments of all investors.</summary>
    public IReadOnlyList<WaterfallFlow> PaidIn { get; private init; }

    /// <summary>Distributions to all investors.</summary>
    public IReadOnlyList<WaterfallFlow> Distributed { get; private init; }

    /// <summary>Days on which deals were given up.</summary>
    public IReadOnlyList<WaterfallFlow> WriteOffs { get; private init; } = [];

    /// <summary>The flows of a fund; what was taken back on a later day counts as paid in, or as paid back, on that day.</summary>
    public static WaterfallFlows Of(LedgerView view, NodeEntry fund, IReadOnlyList<int> investors)
    {
        var paidIn = ByDay(view, investors, LineKinds.PaidInKinds, kind => LineKinds.RuleOf(kind).PaidIn);
        var distributed = ByDay(view, investors, LineKinds.DistributionKinds, kind => LineKinds.RuleOf(kind).Distributed);
        return new WaterfallFlows(
            [.. paidIn.Where(flow => flow.Amount > 0), .. distributed.Where(flow => flow.Amount < 0).Select(Turned)],
            [.. distributed.Where(flow => flow.Amount > 0), .. paidIn.Where(flow => flow.Amount < 0).Select(Turned)]);
    }

    /// <summary>The lines that say what a fund spent on its deals and on costs; a payment may be spent on any later day.</summary>
    public static LinesInput Spent(LedgerView view, NodeEntry fund) =>
        LinesInput.Of("spentOnDeals", view, [.. Held(view, fund), .. Own(view, fund)], Uses | Costs, total: null, FieldsRead.Dated);

    /// <summary>The lines that say what a fund's deals brought in, and which were given up.</summary>
    public static LinesInput BroughtIn(LedgerView view, NodeEntry fund) =>
        LinesInput.Of("broughtInByDeals", view, [.. Held(view, fund)], Returns | KindSet.Of(LineKind.CostRelieved), total: null, FieldsRead.Dated);

    /// <summary>The same flows by deal.</summary>
    public WaterfallFlows ByDeal(LedgerView view, NodeEntry fund)
    {
        List<int> held = [.. Held(view, fund)], own = [.. Own(view, fund)];
        List<WaterfallFlow> spent =
        [
            .. held.SelectMany(edge => OfDeal(view, edge, Uses, SpentOn)),
            .. Standing(ByDay(view, own, Costs, _ => 1)),
        ];
        return new WaterfallFlows(
            Match(PaidIn, spent, isUseLater: true),
            Match(Distributed, [.. held.SelectMany(edge => OfDeal(view, edge, Returns, _ => 1))], isUseLater: false))
        {
            WriteOffs = [.. held.Where(edge => IsGivenUp(view, edge)).Select(edge => GivenUp(view, edge))],
        };
    }

    private static IEnumerable<int> Held(LedgerView view, NodeEntry fund) =>
        view.Book.EdgesHeldBy(fund.Id).Where(edge => view.Book.Edges[edge].Kind != EdgeKind.Own);

    private static IEnumerable<int> Own(LedgerView view, NodeEntry fund) =>
        view.Book.EdgesHeldBy(fund.Id).Where(edge => view.Book.Edges[edge].Kind == EdgeKind.Own);

    /// <summary>What is handed over with a commitment takes back what was spent on it.</summary>
    private static int SpentOn(LineKind kind) => LineKinds.InvestmentKinds.Contains(kind) ? 1 : LineKinds.RuleOf(kind).PaidIn;

    private static WaterfallFlow Turned(WaterfallFlow flow) => flow with { Amount = -flow.Amount };

    private static List<WaterfallFlow> ByDay(LedgerView view, IReadOnlyList<int> edges, KindSet kinds, Func<LineKind, int> sign, string? deal = null)
    {
        var columns = view.Book.Columns;
        return
        [
            .. view.Lines(edges.ToHashSet(), kinds)
                .GroupBy(line => columns.Days[line], line => checked(sign((LineKind)columns.Kinds[line]) * columns.Amounts[line]))
                .OrderBy(day => day.Key).Select(day => new WaterfallFlow(DateOnly.FromDayNumber(day.Key), day.Sum(), deal)).Where(flow => flow.Amount != 0),
        ];
    }

    private static IEnumerable<WaterfallFlow> OfDeal(LedgerView view, int edge, KindSet kinds, Func<LineKind, int> sign) =>
        Standing(ByDay(view, [edge], kinds, sign, view.Book.Node(view.Book.Edges[edge].Investee).Code));

    /// <summary>What is left of flows after what was taken back of them, on whatever day; the earliest are taken back first.</summary>
    private static IEnumerable<WaterfallFlow> Standing(List<WaterfallFlow> flows)
    {
        long taken = -flows.Where(flow => flow.Amount < 0).Sum(flow => flow.Amount);
        foreach (var flow in flows.Where(flow => flow.Amount > 0))
        {
            long back = Math.Min(taken, flow.Amount);
            taken -= back;
            if (back < flow.Amount) yield return flow with { Amount = flow.Amount - back };
        }
    }

    private static bool IsGivenUp(LedgerView view, int edge) =>
        view.Has(edge, KindSet.Of(LineKind.CostRelieved)) && view.CostHeld(edge) == 0 && view.Sum(edge, LineKind.ExitProceeds) == 0;

    private static WaterfallFlow GivenUp(LedgerView view, int edge)
    {
        int last = view.Lines(new HashSet<int> { edge }, KindSet.Of(LineKind.CostRelieved)).Max(line => view.Book.Columns.Days[line]);
        return new WaterfallFlow(DateOnly.FromDayNumber(last), 0, view.Book.Node(view.Book.Edges[edge].Investee).Code);
    }

    /// <summary>Cuts flows into the parts that belong to deals, first in, first out.</summary>
    /// <param name="flows">What is cut.</param>
    /// <param name="deals">What it is matched with.</param>
    /// <param name="isUseLater">Whether a flow may belong to a deal of a later day: payments come before what they are spent on.</param>
    private static List<WaterfallFlow> Match(IReadOnlyList<WaterfallFlow> flows, IReadOnlyList<WaterfallFlow> deals, bool isUseLater)
    {
        List<WaterfallFlow> parts = [];
        Queue<WaterfallFlow> open = new(deals.OrderBy(deal => deal.Date).ThenBy(deal => deal.Deal, StringComparer.Ordinal));
        long used = 0;
        foreach (var flow in flows.OrderBy(flow => flow.Date))
        {
            long left = flow.Amount;
            while (left > 0 && open.TryPeek(out var deal) && (isUseLater || deal.Date <= flow.Date))
            {
                long part = Math.Min(left, deal.Amount - used);
                parts.Add(flow with { Amount = part, Deal = deal.Deal });
                (left, used) = (left - part, used + part);
                if (used < deal.Amount) continue;
                open.Dequeue();
                used = 0;
            }

            if (left > 0) parts.Add(flow with { Amount = left });
        }

        return parts;
    }
}
