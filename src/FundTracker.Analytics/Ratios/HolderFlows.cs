using FundTracker.Analytics.CashFlows;
using FundTracker.Analytics.Returns;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Ratios;

/// <summary>
/// Dated flows between holders and funds, read from the ledger in one pass: what was paid in, inside and outside the commitment and in
/// kind, is negative; what came back is positive. A reversal undoes its line on its own day. Source: GIPS 2020, since-inception IRR.
/// </summary>
internal sealed class HolderFlows
{
    private readonly LedgerView _view;
    private readonly Dictionary<int, List<(int Day, long Amount)>> _byEdge = [];

    /// <summary>Reads the flows on some commitments.</summary>
    public HolderFlows(LedgerView view, IEnumerable<int> edges)
    {
        _view = view;
        var columns = view.Book.Columns;
        foreach (int line in view.Lines(edges.ToHashSet(), LineKinds.PaidInKinds | LineKinds.DistributionKinds))
        {
            var rule = LineKinds.RuleOf((LineKind)columns.Kinds[line]);
            int edge = columns.Edges[line];
            if (!_byEdge.TryGetValue(edge, out var flows))
            {
                _byEdge[edge] = flows = [];
            }

            flows.Add((columns.Days[line], checked((rule.Distributed - rule.PaidIn) * columns.Amounts[line])));
        }
    }

    /// <summary>The since-inception IRR of a fund for some of its holders, with what they hold on the day of the view as its last flow.</summary>
    /// <param name="fund">The fund.</param>
    /// <param name="edges">Dense indexes of the holders' commitments.</param>
    /// <param name="paidIn">What they paid in.</param>
    /// <param name="distributed">What came back.</param>
    /// <param name="nav">What they hold.</param>
    /// <returns>
    /// What is known of the rate; a figure without an answer where the flows themselves are not known: what was paid in is not reported,
    /// nothing states what is left, or opening balances stand for flows without dates.
    /// </returns>
    public Figure<IrrResult> Irr(
        NodeEntry fund, IReadOnlyList<int> edges, Figure<Money> paidIn, Figure<Money> distributed, Figure<Money> nav)
    {
        FigureId id = new("irr", fund.Code);
        Trail trail = Trail.Of(
            new FigureInput("paidIn", paidIn), new FigureInput("distributed", distributed), new FigureInput("nav", nav));
        if ((paidIn.NoneReason ?? distributed.NoneReason) is { } unknown)
        {
            return Figure<IrrResult>.None(id, unknown, trail);
        }

        if (edges.Any(edge => _view.Has(edge, LineKinds.OpeningKinds)))
        {
            return Figure<IrrResult>.None(id, ReturnReasons.OpeningBalances(), trail);
        }

        List<CashFlow> flows = Flows(edges, fund.Currency);
        if (nav.Value is { } held)
        {
            flows.Add(new CashFlow(_view.AsOf, (double)held.Amount));
        }
        else if (flows.Count > 0)
        {
            return Figure<IrrResult>.None(id, nav.NoneReason!, trail);
        }

        return Figure<IrrResult>.Of(id, Returns.Irr.Of([.. flows]), trail);
    }

    /// <summary>Flows of several holders by day, in major units; amounts are summed exactly before they become binary.</summary>
    private List<CashFlow> Flows(IReadOnlyList<int> edges, Currency currency) =>
    [
        .. edges.SelectMany(edge => _byEdge.GetValueOrDefault(edge) ?? [])
            .GroupBy(flow => flow.Day)
            .OrderBy(day => day.Key)
            .Select(day => new CashFlow(
                DateOnly.FromDayNumber(day.Key), (double)Money.FromMinor(day.Sum(flow => flow.Amount), currency).Amount)),
    ];
}
