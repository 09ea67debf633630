using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Benchmarks.Portfolio;

/// <summary>The same portfolio in memory, without a file: what is computed from a snapshot can be measured without writing one first.</summary>
internal sealed class PortfolioBook
{
    private readonly LedgerColumns columns;
    private readonly Dictionary<EdgeId, int> index;

    private PortfolioBook(PortfolioPlan plan, int lines)
    {
        var (root, at, first) = (new NodeId(3_000_000), new Stamp(1), new DateOnly(2015, 1, 5));
        var nodes = new List<NodeEntry> { Node(root, NodeKind.MotherFund, "BENCH", at) };
        var edges = new List<EdgeEntry>();
        var facts = new List<FactEntry>();
        for (var i = 1; i <= PortfolioPlan.InvestorsPerFund; i++)
        {
            nodes.Add(Node(new NodeId(i), NodeKind.Investor, FormattableString.Invariant($"INV{i:000000}"), at));
            State(new NodeId(i), FactNames.InvestorKind, PortfolioPlan.KindOf(i).ToString());
        }

        Join(PortfolioPlan.Shareholding, EdgeKind.Commitment, new NodeId(PortfolioPlan.InvestorsPerFund), root);
        for (var i = 0; i < plan.Companies; i++)
        {
            var company = new NodeId(2_000_000 + i);
            nodes.Add(Node(company, NodeKind.PortfolioCompany, FormattableString.Invariant($"CO{i:000000}"), at));
            Join(PortfolioPlan.CompanyEdge(i), EdgeKind.Own, company, company);
            State(company, FactNames.Sector, PortfolioPlan.SectorOf(i));
        }

        for (var fund = 0; fund < plan.SubFunds; fund++)
        {
            var subFund = new NodeId(1_000_000 + fund);
            nodes.Add(Node(subFund, NodeKind.SubFund, FormattableString.Invariant($"SUB{fund:000000}"), at));
            for (var i = 0; i < PortfolioPlan.InvestorsPerFund; i++)
                Join(PortfolioPlan.CommitmentEdge(fund, i), EdgeKind.Commitment, i == 0 ? root : new NodeId(i), subFund);
            for (var i = 0; i < PortfolioPlan.HoldingsPerFund; i++)
                Join(PortfolioPlan.HoldingEdge(fund, i), EdgeKind.Holding, subFund, new NodeId(2_000_000 + plan.CompanyOf(fund, i)));
        }

        index = edges.Select((edge, i) => (edge.Id, i)).ToDictionary(pair => pair.Id, pair => pair.i);
        columns = new LedgerColumns(lines + 1_000);
        foreach (var draft in plan.Lines().Take(lines)) Append(draft);
        Snapshot = new BookSnapshot(root, 1, null, nodes, edges, facts, columns);

        void Join(EdgeId id, EdgeKind kind, NodeId holder, NodeId investee) =>
            edges.Add(new EdgeEntry(id, kind, holder, investee, Currency.Cny, at));

        void State(NodeId subject, string name, string value) =>
            facts.Add(new FactEntry(facts.Count + 1, subject, name, value, first, at, Provenance.Recorded));
    }

    /// <summary>The books as they stand.</summary>
    public BookSnapshot Snapshot { get; private set; }

    /// <summary>Makes the books.</summary>
    public static PortfolioBook Of(PortfolioPlan plan, int lines) => new(plan, lines);

    /// <summary>The books with one line more.</summary>
    public BookSnapshot With(LineDraft draft)
    {
        Append(draft);
        return Snapshot = Snapshot.WithTail([]);
    }

    private static NodeEntry Node(NodeId id, NodeKind kind, string code, Stamp at) =>
        new(id, kind, code, BilingualName.Of("示例" + code, code), Currency.Cny, null, Provenance.Recorded, at);

    private void Append(LineDraft draft)
    {
        var flags = LineFlags.Pack(draft.InsideCommitment, draft.Recallable, draft.Provenance, draft.Purpose, draft.Invented);
        columns.Append(new LedgerRow(
            columns.Count + 1, index[draft.Edge], draft.Kind, flags, draft.EffectiveDate.DayNumber, columns.Count + 2, draft.Amount.MinorUnits,
            draft.ImpactOnUnfunded, 0, 0, draft.Round?.Value ?? 0));
    }
}
