using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Ledgers;

/// <summary>What the split of a NAV statement must satisfy.</summary>
public sealed class NavSplitRuleTests
{
    private const string Books = """
        mother M CNY
        fund F CNY
        2023-01-05 M->F    Contribution 60.00
        2023-01-05 CITY->F Contribution 40.00
        2023-03-31 M->F    Nav          63.00
        2023-03-31 CITY->F Nav          42.00
        2023-05-10 M->F    Contribution 30.00
        2023-05-10 CITY->F Contribution 20.00
        2023-06-01 M->F    IncomeDistribution 6.00
        """;

    private const string Statement = """
        2023-06-30 M->F    Nav          93.00
        2023-06-30 CITY->F Nav          62.00
        2023-06-30 F ValueIncome         3.00
        2023-06-30 F ValueRealised       0.00
        2023-06-30 F ValueManagementFee  2.00
        2023-06-30 F ValueExpense        1.00
        2023-06-30 F ValueCarryChange   -2.00
        """;

    [Theory]
    [InlineData("4.00")]
    [InlineData("4.01")]
    [InlineData("3.99")]
    public void A_full_split_adds_up_to_the_change_of_value_within_a_fen(string unrealised) => Assert.Empty(Try(Books, unrealised));

    [Theory]
    [InlineData("4.02", 2)]
    [InlineData("3.98", -2)]
    [InlineData("-4.00", -800)]
    public void A_full_split_that_is_further_off_is_refused_with_its_figures(string unrealised, long off)
    {
        var error = Assert.Single(Try(Books, unrealised));
        Assert.Equal(
            NavSplitErrors.Off(
                "F", new StatedNav(new(2023, 3, 31), Yuan(105_00)), contributions: Yuan(50_00), distributions: Yuan(6_00), new StatedNav(new(2023, 6, 30), Yuan(155_00)),
                stated: Yuan(6_00 + off)).ToString(), error.ToString());
        Assert.Contains(("change", (object)Yuan(6_00)), error.Args);
        Assert.Contains(("off", (object)Yuan(off)), error.Args);
    }

    [Fact]
    public void A_split_that_leaves_a_part_open_is_not_held_against_the_change() => Assert.Empty(TestBooks.Of(Books).Try(Statement));

    [Fact]
    public void Where_the_statement_before_is_not_known_for_all_a_full_split_is_taken() =>
        Assert.Empty(Try(Books.Replace("2023-03-31 M->F    Nav", "2023-03-31 FIN->M Nav", StringComparison.Ordinal), "99.00"));

    [Fact]
    public void A_statement_that_says_nothing_of_an_investor_is_not_held_against_the_whole_fund()
    {
        var books = TestBooks.Of(Books);
        Assert.Empty(books.Try(Statement.Replace("2023-06-30 CITY->F Nav          62.00", "2023-06-30 F ValueUnrealised 99.00", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_split_without_a_statement_of_its_day_is_refused() =>
        Assert.Equal(["nav.splitWithoutStatement(fund=F, date=06/30/2023)"], Codes(TestBooks.Of(Books).Try("2023-06-30 F ValueIncome 3.00")));

    [Fact]
    public void A_split_that_is_recorded_before_its_statement_belongs_to_none()
    {
        const string late = """
            2023-06-30 F ValueIncome 3.00
            2023-06-30 M->F    Nav  93.00
            2023-06-30 CITY->F Nav  62.00
            """;
        Assert.Equal(["nav.splitWithoutStatement(fund=F, date=06/30/2023)"], Codes(TestBooks.Of(Books).Try(late)));
    }

    [Fact]
    public void A_split_on_a_statement_that_was_taken_back_is_refused()
    {
        var books = TestBooks.Of(Books + "\n2023-03-31 reverse #3\n2023-03-31 reverse #4");
        Assert.Equal(["nav.splitWithoutStatement(fund=F, date=03/31/2023)"], Codes(books.Try("2023-03-31 F ValueIncome 3.00")));
    }

    [Fact]
    public void A_statement_splits_a_part_once_and_a_restatement_once_more()
    {
        var books = TestBooks.Of(Books);
        Assert.Empty(books.Try(Statement));
        Assert.Equal(["nav.splitKindTwice(fund=F, date=06/30/2023, kind=ValueIncome)"], Codes(books.Try("2023-06-30 F ValueIncome 1.00")));
        Assert.Empty(books.Try(Statement));
    }

    private static IReadOnlyList<Domain.Results.DomainError> Try(string books, string unrealised) =>
        TestBooks.Of(books).Try(Statement + $"\n2023-06-30 F ValueUnrealised {unrealised}");

    private static IEnumerable<string> Codes(IEnumerable<Domain.Results.DomainError> errors) => errors.Select(error => error.ToString());

    private static Money Yuan(long fen) => Money.FromMinor(fen, Currency.Cny);
}
