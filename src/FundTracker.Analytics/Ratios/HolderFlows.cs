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
    private static readonly KindSet FlowKinds = LineKinds.PaidInKinds | LineKinds.DistributionKinds;

    private readonly LedgerView _view;

    /// <summary>Where the flows of an edge begin, by its dense index; those of the next edge begin where they end.</summary>
    private readonly int[] _starts;
    private readonly (int Day, long Amount)[] _flows;

    /// <summary>Reads the flows on some commitments and sorts them by edge, each edge's in the order of the ledger.</summary>
    /// <param name="view">The books on a day, as known at an instant.</param>
    /// <param name="edges">Dense indexes of the commitments.</param>
    /// <param name="policies">How ratios are read; null for the policies that hold.</param>
    public HolderFlows(LedgerView view, IEnumerable<int> edges, RatioPolicies? policies = null)
    {
        _view = view;
        Basis = new RatioBasis(view, policies);
        int[] signs = Signs();
        List<int> lines = LinesOf(view, edges, signs);
        var columns = view.Book.Columns;
        _starts = new int[view.Book.Edges.Count + 1];
        foreach (int line in lines)
        {
            _starts[columns.Edges[line] + 1]++;
        }

        for (int edge = 1; edge < _starts.Length; edge++)
        {
            _starts[edge] += _starts[edge - 1];
        }

        _flows = new (int, long)[lines.Count];
        int[] next = _starts[..^1];
        foreach (int line in lines)
        {
            long amount = checked(signs[columns.Kinds[line]] * columns.Amounts[line]);
            _flows[next[columns.Edges[line]]++] = (columns.Days[line], amount);
        }
    }

    /// <summary>What ratios are made of.</summary>
    public RatioBasis Basis { get; }

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
        .. edges.SelectMany(edge => new ArraySegment<(int Day, long Amount)>(_flows, _starts[edge], _starts[edge + 1] - _starts[edge]))
            .GroupBy(flow => flow.Day)
            .OrderBy(day => day.Key)
            .Select(day => new CashFlow(
                DateOnly.FromDayNumber(day.Key), (double)Money.FromMinor(day.Sum(flow => flow.Amount), currency).Amount)),
    ];

    /// <summary>Positions of the flows on some edges that a view counts, by sequence.</summary>
    private static List<int> LinesOf(LedgerView view, IEnumerable<int> edges, int[] signs)
    {
        bool[] isAsked = new bool[view.Book.Edges.Count];
        foreach (int edge in edges)
        {
            isAsked[edge] = true;
        }

        var columns = view.Book.Columns;
        ReadOnlySpan<int> lineEdges = columns.Edges, days = columns.Days;
        ReadOnlySpan<byte> kinds = columns.Kinds;
        int asOf = view.AsOf.DayNumber;
        List<int> lines = [];
        for (int i = 0; i < view.Known; i++)
        {
            if (signs[kinds[i]] != 0 && isAsked[lineEdges[i]] && days[i] <= asOf)
            {
                lines.Add(i);
            }
        }

        return lines;
    }

    /// <summary>By the number of a line's kind: 1 for money that comes back to the holder, -1 for money paid in, 0 for what is no flow.</summary>
    private static int[] Signs()
    {
        int[] signs = new int[byte.MaxValue + 1];
        foreach (var kind in FlowKinds.Kinds())
        {
            var rule = LineKinds.RuleOf(kind);
            signs[(byte)kind] = rule.Distributed - rule.PaidIn;
        }

        return signs;
    }
}
