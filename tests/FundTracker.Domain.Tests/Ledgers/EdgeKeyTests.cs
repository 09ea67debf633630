using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Ledgers;

/// <summary>An edge is found by its ends, an own account by its currency too.</summary>
public sealed class EdgeKeyTests
{
    private static readonly TestBooks Books = TestBooks.Of("""
        mother LUZHOU1 CNY
        fund   USDF USD
        company C001
        2023-01-01 LUZHOU1       OpeningCash 500.00 USD
        2023-01-01 LUZHOU1       OpeningCash 500.00
        2023-01-01 USDF          OpeningCash 500.00
        2023-01-02 LUZHOU1->C001 Investment  100.00
        2023-01-03 FIN->LUZHOU1  Commitment  100.00
        """);

    [Theory]
    [InlineData("LUZHOU1", "CNY", 1)]
    [InlineData("LUZHOU1", "USD", 0)]
    [InlineData("USDF", "USD", 2)]
    [InlineData("USDF", "CNY", -1)]
    [InlineData("FIN", "CNY", -1)]
    public void An_own_account_is_found_by_member_and_currency(string member, string currency, int edge) =>
        Assert.Equal(edge, Books.Snapshot.FindPurse(Books.Node(member), Currency.Of(currency)));

    [Theory]
    [InlineData(EdgeKind.Own, "LUZHOU1", "LUZHOU1", 1)]
    [InlineData(EdgeKind.Own, "USDF", "USDF", 2)]
    [InlineData(EdgeKind.Holding, "LUZHOU1", "C001", 3)]
    [InlineData(EdgeKind.Commitment, "FIN", "LUZHOU1", 4)]
    [InlineData(EdgeKind.Commitment, "LUZHOU1", "FIN", -1)]
    [InlineData(EdgeKind.Commitment, "LUZHOU1", "C001", -1)]
    public void An_edge_is_found_by_its_kind_and_ends_and_of_own_accounts_the_one_in_the_members_currency(
        EdgeKind kind, string holder, string investee, int edge) =>
        Assert.Equal(edge, Books.Snapshot.FindEdge(kind, Books.Node(holder), Books.Node(investee)));

    [Fact]
    public void Every_edge_of_the_books_has_a_key_of_its_own() =>
        Assert.Equal(Books.Snapshot.Edges.Count, Books.Snapshot.Edges.Select(EdgeKey.Of).Distinct().Count());

    [Fact]
    public void An_own_account_has_no_key_without_its_currency() =>
        Assert.Throws<ArgumentException>(() => EdgeKey.Between(EdgeKind.Own, new NodeId(1), new NodeId(1)));
}
