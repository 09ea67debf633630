using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Capital;

public sealed class CommitmentRulesTests
{
    private static readonly DateOnly Day = new(2023, 6, 1);

    private readonly TestBooks books = TestBooks.Of("""
        mother LUZHOU1 CNY
        2023-01-05 FIN->LUZHOU1  Commitment   100.00
        2023-01-05 CITY->LUZHOU1 Commitment    50.00
        2023-02-01 FIN->LUZHOU1  Contribution  40.00
        2023-01-05 LUZHOU1->AIYI Commitment    30.00
        """);

    [Fact]
    public void A_first_commitment_is_recorded_once()
    {
        Assert.Equal("commitment.exists", CheckNew("FIN", "LUZHOU1").Error.Code);
        Assert.True(CheckNew("NEW", "LUZHOU1").IsSuccess);
        Assert.Equal("commitment.exists", CommitmentRules.CheckNone(books.View(), books.Drafts("2023-06-01 FIN->LUZHOU1 Commitment 1.00")).Error.Code);
        Assert.True(CommitmentRules.CheckNone(books.View(), books.Drafts("2023-06-01 FIN->LUZHOU1 CommitmentIncrease 1.00")).IsSuccess);
    }

    [Fact]
    public void A_commitment_taken_back_may_be_recorded_again()
    {
        books.Add("2023-01-05 reverse #2");
        Assert.True(CheckNew("CITY", "LUZHOU1").IsSuccess);
    }

    [Fact]
    public void A_commitment_that_closes_a_circle_is_refused() => Assert.Equal("ledger.cycle", CheckNew("AIYI", "LUZHOU1").Error.Code);

    [Theory]
    [InlineData("2023-06-01 AIYI->LUZHOU1 Commitment 1.00", "ledger.cycle")]
    [InlineData("2023-06-01 AIYI->LUZHOU1 CommitmentTransferIn 1.00", "ledger.cycle")]
    [InlineData("2023-06-01 AIYI->LUZHOU1 CommitmentIncrease 1.00", "ledger.cycle")]
    [InlineData("2023-06-01 FIN->LUZHOU1 Commitment 1.00", "commitment.exists")]
    [InlineData("2023-06-01 FIN->LUZHOU1 CommitmentIncrease 1.00", "")]
    [InlineData("2023-06-01 NEW->LUZHOU1 Commitment 1.00", "")]
    public void Whatever_adds_to_a_commitment_is_judged_again_when_it_is_approved(string line, string expected)
    {
        var drafts = books.Drafts(line);
        var judged = CommitmentRules.CheckAgain(books.View(), drafts);
        Assert.Equal(expected, judged.IsSuccess ? "" : judged.Error.Code);
    }

    [Fact]
    public void What_takes_a_commitment_back_is_not_asked_for_circles_or_what_is_there()
    {
        var back = books.Drafts("2023-06-01 FIN->LUZHOU1 Commitment 100.00").Select(draft => draft with { Reverses = 1 }).ToList();
        Assert.True(CommitmentRules.CheckAgain(books.View(), back).IsSuccess);
        Assert.True(CommitmentRules.CheckNone(books.View(), back).IsSuccess);
    }

    [Theory]
    [InlineData(CommitmentChange.Increase, "110.00")]
    [InlineData(CommitmentChange.Reduction, "90.00")]
    [InlineData(CommitmentChange.Lapse, "90.00")]
    [InlineData(CommitmentChange.Default, "90.00")]
    public void A_change_moves_the_commitment(CommitmentChange change, string commitment)
    {
        Assert.Empty(books.Try(Change(change, 10m).Value));
        Assert.Equal(commitment, books.On().Commitment("FIN->LUZHOU1"));
    }

    [Fact]
    public void A_transfer_of_the_uncalled_part_leaves_paid_in_where_it_was()
    {
        Assert.Empty(books.Try(Change(CommitmentChange.Transfer, 60m, to: "CITY->LUZHOU1").Value));
        Assert.Equal(("40.00", "40.00", "0.00"), Of("FIN->LUZHOU1"));
        Assert.Equal(("110.00", "0.00", "110.00"), Of("CITY->LUZHOU1"));
    }

    [Fact]
    public void A_transfer_takes_paid_in_with_it_and_moves_no_cash()
    {
        Assert.Empty(books.Try(Change(CommitmentChange.Transfer, 60m, to: "CITY->LUZHOU1", paidIn: 25m).Value));
        Assert.Equal(("40.00", "15.00", "25.00"), Of("FIN->LUZHOU1"));
        Assert.Equal(("110.00", "25.00", "85.00"), Of("CITY->LUZHOU1"));
        Assert.Equal("40.00", books.On().Cash("LUZHOU1"));
    }

    [Fact]
    public void A_transfer_names_another_investor_and_no_more_paid_in_than_it_moves()
    {
        Assert.Equal("commitment.transferNeedsOther", Change(CommitmentChange.Transfer, 10m).Error.Code);
        Assert.Equal("commitment.transferNeedsOther", Change(CommitmentChange.Transfer, 10m, to: "FIN->LUZHOU1").Error.Code);
        Assert.Equal("commitment.paidInAboveTransfer", Change(CommitmentChange.Transfer, 10m, to: "CITY->LUZHOU1", paidIn: 10.01m).Error.Code);
    }

    private Result<Done> CheckNew(string holder, string fund)
    {
        var (from, to) = (books.Node(holder), books.Node(fund));
        return CommitmentRules.CheckNew(books.View(), books.Snapshot.Node(from), books.Snapshot.Node(to));
    }

    private Result<IReadOnlyList<LineDraft>> Change(CommitmentChange change, decimal amount, string? to = null, decimal? paidIn = null) =>
        CommitmentRules.Change(
            change, books.Edge("FIN->LUZHOU1"), to is null ? null : books.Edge(to), Money.Of(amount, Currency.Cny), Day, "resolution", document: null,
            paidIn is { } moved ? Money.Of(moved, Currency.Cny) : null);

    private (string Commitment, string PaidIn, string Unfunded) Of(string edge) =>
        (books.On().Commitment(edge), books.On().PaidIn(edge), books.On().Unfunded(edge));
}
