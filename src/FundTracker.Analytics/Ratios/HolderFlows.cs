using System.Runtime.InteropServices;
using FundTracker.Analytics.CashFlows;
using FundTracker.Analytics.Returns;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Ratios;

/// <summary>
/// Dated flows between holders and funds, read from the lines of their commitments: what was paid in, inside and outside the commitment
/// and in kind, is negative; what came back is positive. A reversal undoes its line on its own day. Source: GIPS 2020, since-inception IRR.
/// </summary>
internal static class HolderFlows
{
    /// <summary>By the number of a line's kind: 1 for money that comes back to the holder, -1 for money paid in, 0 for what is no flow.</summary>
    private static readonly int[] Signs = SignsOfKinds();

    /// <summary>The since-inception IRR of a fund for some of its holders, with what they hold on the day of the view as its last flow.</summary>
    /// <param name="view">The books on a day, as known at an instant.</param>
    /// <param name="holders">The fund, and the dense indexes of the holders' commitments.</param>
    /// <param name="paidIn">What they paid in.</param>
    /// <param name="distributed">What came back.</param>
    /// <param name="nav">What they hold.</param>
    /// <param name="known">Flows that were found before, the holders' among them; null to look for them.</param>
    /// <returns>
    /// What is known of the rate; a figure without an answer where the flows themselves are not known: what was paid in is not reported,
    /// nothing states what is left, or opening balances stand for flows without dates.
    /// </returns>
    public static Figure<IrrResult> Irr(
        LedgerView view, (NodeEntry Fund, IReadOnlyList<int> Edges) holders, Figure<Money> paidIn, Figure<Money> distributed,
        Figure<Money> nav, FlowsByEdge? known = null)
    {
        FigureId id = new("irr", holders.Fund.Code);
        Trail trail = Trail.Dated(
            view, holders.Edges, LineKinds.PaidInKinds | LineKinds.DistributionKinds,
            new FigureInput("paidIn", paidIn), new FigureInput("distributed", distributed), new FigureInput("nav", nav));
        if ((paidIn.NoneReason ?? distributed.NoneReason) is { } unknown)
        {
            return Figure<IrrResult>.None(id, unknown, trail);
        }

        if (holders.Edges.Any(edge => view.Has(edge, LineKinds.OpeningKinds)))
        {
            return Figure<IrrResult>.None(id, ReturnReasons.OpeningBalances(), trail);
        }

        List<(int Day, long Amount)> lines = known is null ? [] : new(holders.Edges.Count == 1 ? known[holders.Edges[0]].Length : 0);
        foreach (int edge in holders.Edges)
        {
            if (known is null)
            {
                AddLines(view, edge, lines);
            }
            else
            {
                lines.AddRange(known[edge]);
            }
        }

        List<CashFlow> flows = ByDay(lines, holders.Fund.Currency);
        if (nav.Value is { } held)
        {
            flows.Add(new CashFlow(view.AsOf, (double)held.Amount));
        }
        else if (flows.Count > 0)
        {
            return Figure<IrrResult>.None(id, nav.NoneReason!, trail);
        }

        return Figure<IrrResult>.Of(id, Returns.Irr.Of(CollectionsMarshal.AsSpan(flows)), trail);
    }

    /// <summary>1 for a kind of money that comes back to the holder, -1 for money paid in, 0 for what is no flow.</summary>
    public static int SignOf(byte kind) => Signs[kind];

    private static void AddLines(LedgerView view, int edge, List<(int Day, long Amount)> lines)
    {
        var columns = view.Book.Columns;
        ReadOnlySpan<byte> kinds = columns.Kinds;
        List<int> positions = [];
        columns.LinesOf(edge, view.Known, positions);
        foreach (int line in positions)
        {
            if (Signs[kinds[line]] != 0 && view.Counts(line))
            {
                lines.Add((columns.Days[line], checked(Signs[kinds[line]] * columns.Amounts[line])));
            }
        }
    }

    /// <summary>Flows by day, in major units; amounts are summed exactly before they become binary.</summary>
    private static List<CashFlow> ByDay(List<(int Day, long Amount)> lines, Currency currency)
    {
        lines.Sort((one, other) => one.Day.CompareTo(other.Day));
        List<CashFlow> flows = new(lines.Count + 1);
        for (int first = 0, next; first < lines.Count; first = next)
        {
            long sum = 0;
            for (next = first; next < lines.Count && lines[next].Day == lines[first].Day; next++)
            {
                sum = checked(sum + lines[next].Amount);
            }

            flows.Add(new CashFlow(DateOnly.FromDayNumber(lines[first].Day), (double)Money.FromMinor(sum, currency).Amount));
        }

        return flows;
    }

    private static int[] SignsOfKinds()
    {
        int[] signs = new int[byte.MaxValue + 1];
        foreach (var kind in (LineKinds.PaidInKinds | LineKinds.DistributionKinds).Kinds())
        {
            var rule = LineKinds.RuleOf(kind);
            signs[(byte)kind] = rule.Distributed - rule.PaidIn;
        }

        return signs;
    }
}
