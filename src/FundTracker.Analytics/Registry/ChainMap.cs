using FundTracker.Domain.Carriers;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Registry;

/// <summary>A place of the chain map: companies of one sector in one segment of its chain.</summary>
/// <param name="Segment">The segment; null for companies of which it is not stated.</param>
/// <param name="Companies">The companies, by code.</param>
/// <param name="Invested">What our funds put into them, at 100 %; opens down to the investments.</param>
public sealed record ChainCell(ChainSegment? Segment, IReadOnlyList<NodeEntry> Companies, Figure<Money> Invested)
{
    /// <summary>补链: a segment in which our funds hold nobody.</summary>
    public bool IsGap => Segment is not null && Companies.Count == 0;
}

/// <summary>A sector's chain.</summary>
/// <param name="Sector">Code of the sector; empty for companies of which it is not stated.</param>
/// <param name="IsKeyField">Whether the mother fund is agreed to invest in it.</param>
/// <param name="Cells">Hardware, software, content, application, and last those of which it is not stated.</param>
public sealed record ChainRow(string Sector, bool IsKeyField, IReadOnlyList<ChainCell> Cells);

/// <summary>产业链图谱: the companies that our funds hold, by sector and by segment of the chain.</summary>
public static class ChainMap
{
    /// <summary>The map; key fields first, whether anybody is held there or not.</summary>
    public static IReadOnlyList<ChainRow> Of(LedgerView view)
    {
        var root = view.Book.MotherFund;
        var fields = Fact(view, root, FactNames.KeyFields).Split(',', StringSplitOptions.RemoveEmptyEntries);
        var held = Held(view).ToLookup(company => Fact(view, company.Node.Id, FactNames.Sector), StringComparer.Ordinal);
        var others = held.Select(sector => sector.Key).Except(fields, StringComparer.Ordinal).OrderBy(sector => sector.Length == 0)
            .ThenBy(sector => sector, StringComparer.Ordinal);
        return [.. fields.Concat(others).Select(sector => Row(view, sector, fields.Contains(sector), [.. held[sector]]))];
    }

    private static ChainRow Row(LedgerView view, string sector, bool isKey, IReadOnlyList<(NodeEntry Node, long Cost)> companies)
    {
        var bySegment = companies.ToLookup(company => SegmentOf(view, company.Node.Id));
        return new ChainRow(sector, isKey, [.. Enum.GetValues<ChainSegment>().Select(segment => (ChainSegment?)segment).Append(null).Select(segment => new ChainCell(
            segment, [.. bySegment[segment].Select(company => company.Node)], Cost(view, $"sector:{sector}/segment:{segment}", [.. bySegment[segment]])))]);
    }

    private static Figure<Money> Cost(LedgerView view, string place, IReadOnlyList<(NodeEntry Node, long Cost)> companies)
    {
        var cost = Money.FromMinor(companies.Sum(company => company.Cost), view.Book.Root.Currency);
        var edges = companies.SelectMany(company => Edges(view, company.Node.Id)).ToList();
        return Figure<Money>.Of(
            new FigureId("chain.invested", $"{view.Book.Root.Code}/{place}"), cost,
            edges.Count == 0 ? Trail.Empty : Trail.Of(LinesInput.Of("investments", view, edges, LineKinds.InvestmentKinds, cost, FieldsRead.Amount)));
    }

    private static IEnumerable<int> Edges(LedgerView view, NodeId company) => view.Book.EdgesInto(company).Where(edge =>
        view.Book.Edges[edge].Kind == EdgeKind.Holding && view.Book.Edges[edge].Currency == view.Book.Root.Currency);

    /// <summary>Companies in which our funds still hold cost, by code.</summary>
    private static IEnumerable<(NodeEntry Node, long Cost)> Held(LedgerView view) =>
        from company in view.Book.Nodes
        where company.Kind == NodeKind.PortfolioCompany && company.RecordedAt <= view.KnownAt
        let edges = Edges(view, company.Id).ToList()
        where edges.Sum(view.CostHeld) > 0
        orderby company.Code
        select (company, edges.Sum(edge => view.Sum(edge, LineKinds.InvestmentKinds)));

    private static ChainSegment? SegmentOf(LedgerView view, NodeId company) =>
        Enum.TryParse<ChainSegment>(Fact(view, company, FactNames.ChainSegment), out var segment) ? segment : null;

    private static string Fact(LedgerView view, NodeId node, string name) => view.Book.FactOn(node, name, view.AsOf, view.KnownAt)?.Value ?? "";
}
