using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Dashboard;

/// <summary>What each fund invested in each sector, in the mother fund's currency; minor units.</summary>
internal sealed class SectorFlows : IDerived<SectorFlows>
{
    private readonly Dictionary<NodeId, IReadOnlyList<(string Fund, string Sector, long Minor)>> byFund;

    private SectorFlows(Dictionary<NodeId, IReadOnlyList<(string Fund, string Sector, long Minor)>> byFund) => this.byFund = byFund;

    /// <summary>By code of the fund.</summary>
    public IEnumerable<(string Fund, string Sector, long Minor)> All =>
        byFund.Values.Where(flows => flows.Count > 0).OrderBy(flows => flows[0].Fund, StringComparer.Ordinal).SelectMany(flows => flows);

    public static SectorFlows Of(LedgerView view) => new(view.Book.Nodes
        .Where(node => node.Kind is NodeKind.SubFund or NodeKind.MotherFund).ToDictionary(node => node.Id, node => OfFund(view, node)));

    public SectorFlows After(LedgerView later, ViewTail tail)
    {
        var stated = tail.Facts.Where(fact => fact.Name == FactNames.Sector).SelectMany(fact => later.Book.EdgesInto(fact.Subject));
        var funds = tail.Edges.Concat(stated).Where(edge => later.Book.Edges[edge].Kind == EdgeKind.Holding)
            .Select(edge => later.Book.Edges[edge].Holder).Where(byFund.ContainsKey).ToHashSet();
        if (funds.Count == 0) return this;
        var after = new Dictionary<NodeId, IReadOnlyList<(string Fund, string Sector, long Minor)>>(byFund);
        foreach (var fund in funds) after[fund] = OfFund(later, later.Book.Node(fund));
        return new SectorFlows(after);
    }

    private static IReadOnlyList<(string Fund, string Sector, long Minor)> OfFund(LedgerView view, NodeEntry fund) =>
    [
        .. view.Book.EdgesHeldBy(fund.Id)
            .Where(edge => view.Book.Edges[edge].Kind == EdgeKind.Holding && view.Book.Edges[edge].Currency == view.Book.Root.Currency)
            .GroupBy(edge => view.Book.FactOn(view.Book.Edges[edge].Investee, FactNames.Sector, view.AsOf, view.KnownAt)?.Value ?? "")
            .Select(sector => (fund.Code, sector.Key, sector.Sum(edge => view.Sum(edge, LineKinds.InvestmentKinds)))),
    ];
}
