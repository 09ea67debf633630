using FundTracker.Analytics.Exposure;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Tests.Exposure;

public class CompanyGroupsTests
{
    private const string Code = "91510502MA6XXXXX1A";

    /// <summary>M holds F and H; A and B are one company by their code, C and D say no code. The last edge is C's own.</summary>
    private static readonly CompanyGroups Groups = CompanyGroups.Of(Books());

    [Fact]
    public void Companies_of_one_credit_code_are_one_and_companies_without_a_code_are_each_their_own() =>
        Assert.Equal(["2,3,5", "4,7", "6"], Groups.Holdings.Select(edges => string.Join(',', edges)));

    [Fact]
    public void An_edge_that_is_no_holding_stands_in_no_group() =>
        Assert.Equal([-1, -1, 0, 0, 1, 0, 2, 1, -1], Enumerable.Range(0, 9).Select(Groups.Find));

    [Fact]
    public void Holdings_in_another_currency_stand_by_currency() =>
        Assert.Equal(["EUR 6", "USD 5,7"], Groups.Foreign.Select(foreign => $"{foreign.Currency.Code} {string.Join(',', foreign.Edges)}"));

    private static BookSnapshot Books()
    {
        Currency dollars = Currency.Of("USD"), euros = Currency.Of("EUR"), own = Currency.Cny;
        NodeEntry[] nodes =
        [
            Node(1, NodeKind.MotherFund, null), Node(2, NodeKind.SubFund, null), Node(3, NodeKind.SubFund, null), Node(4, NodeKind.PortfolioCompany, Code),
            Node(5, NodeKind.PortfolioCompany, Code), Node(6, NodeKind.PortfolioCompany, null), Node(7, NodeKind.PortfolioCompany, null),
        ];
        EdgeEntry[] edges =
        [
            Edge(0, EdgeKind.Commitment, 1, 2, own), Edge(1, EdgeKind.Commitment, 1, 3, dollars), Edge(2, EdgeKind.Holding, 2, 4, own),
            Edge(3, EdgeKind.Holding, 2, 5, own), Edge(4, EdgeKind.Holding, 2, 6, own), Edge(5, EdgeKind.Holding, 3, 5, dollars),
            Edge(6, EdgeKind.Holding, 3, 7, euros), Edge(7, EdgeKind.Holding, 3, 6, dollars), Edge(8, EdgeKind.Own, 6, 6, own),
        ];
        return new BookSnapshot(new NodeId(1), 1, family: null, nodes, edges, [], new LedgerColumns(1));
    }

    private static NodeEntry Node(int id, NodeKind kind, string? code) =>
        new(new NodeId(id), kind, $"N{id}", BilingualName.Of("N", "N"), Currency.Cny, code, Provenance.Recorded, Stamp.Max);

    private static EdgeEntry Edge(int place, EdgeKind kind, int holder, int investee, Currency currency) =>
        new(new EdgeId(101 + place), kind, new NodeId(holder), new NodeId(investee), currency, Stamp.Max);
}
