using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Benchmarks.Figures;

/// <summary>A mother fund of any size in memory, from a seed: sub-funds of five investors with calls, payments, distributions, NAVs.</summary>
internal static class SampleBook
{
    private const int InvestorsPerFund = 5;

    /// <summary>Makes books.</summary>
    /// <param name="subFunds">How many sub-funds.</param>
    /// <param name="lines">About how many lines.</param>
    public static BookSnapshot Of(int subFunds, int lines)
    {
        var random = new Random(20230425);
        var start = Stamp.From(new DateTimeOffset(2016, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var root = new NodeId(1);
        var nodes = new List<NodeEntry> { Node(root, NodeKind.MotherFund, "BENCH", start) };
        var edges = new List<EdgeEntry>();
        var facts = new List<FactEntry>();
        for (var i = 0; i < InvestorsPerFund; i++)
        {
            var investor = new NodeId(2 + i);
            nodes.Add(Node(investor, NodeKind.Investor, FormattableString.Invariant($"INV{i}"), start));
            facts.Add(new FactEntry(facts.Count + 1, investor, FactNames.InvestorKind, ((InvestorKind)(1 + i)).ToString(), new DateOnly(2016, 1, 1), start, Provenance.Recorded));
            edges.Add(Edge(edges.Count, investor, root, start));
        }

        for (var i = 0; i < subFunds; i++)
        {
            var fund = new NodeId(1000 + i);
            nodes.Add(Node(fund, NodeKind.SubFund, FormattableString.Invariant($"SUB{i:00000}"), start));
            edges.Add(Edge(edges.Count, root, fund, start));
            for (var j = 1; j < InvestorsPerFund; j++) edges.Add(Edge(edges.Count, new NodeId(2 + j), fund, start));
        }

        var columns = new LedgerColumns(lines);
        for (var i = 0; i < lines; i++) columns.Append(Line(i, edges.Count, start, random));
        return new BookSnapshot(root, 1, null, nodes, edges, facts, columns);
    }

    private static LedgerRow Line(int i, int edges, Stamp start, Random random)
    {
        var (round, edge) = (i / edges, i % edges);
        var day = new DateOnly(2016, 1, 1).DayNumber + Math.Min(3650, round * 40) + random.Next(20);
        var kind = round == 0 ? LineKind.Commitment : (round % 5) switch { 0 => LineKind.IncomeDistribution, 4 => LineKind.Nav, _ => LineKind.Contribution };
        var amount = kind == LineKind.Commitment ? 100_000_000_00L : random.Next(1_000_00, 900_000_00);
        var impact = LineKinds.ImpactOnUnfunded(kind, amount, insideCommitment: true, recallable: false);
        var flags = LineFlags.Pack(insideCommitment: true, recallable: false, Provenance.Recorded, CallPurpose.None);
        return new LedgerRow(i + 1, edge, kind, flags, day, start.UnixMicroseconds + i + 1, amount, impact, 0, 0, 0);
    }

    private static NodeEntry Node(NodeId id, NodeKind kind, string code, Stamp at) =>
        new(id, kind, code, BilingualName.Of("示例" + code, code), Currency.Cny, null, Provenance.Recorded, at);

    private static EdgeEntry Edge(int index, NodeId holder, NodeId investee, Stamp at) =>
        new(new EdgeId(1 + index), EdgeKind.Commitment, holder, investee, Currency.Cny, at);
}
