using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Ledgers;

/// <summary>Lines that come together are judged by what they do together to each commitment.</summary>
public sealed class PostingTogetherTests
{
    private const string Given = """
        2023-01-01 FIN->LUZHOU1  Commitment 100.00
        2023-01-01 CITY->LUZHOU1 Commitment  50.00

        """;

    [Theory]
    [InlineData("Contribution 60.00 + Contribution 40.00", "")]
    [InlineData("Contribution 60.00 + Contribution 40.01", "ledger.aboveUnfunded(asked=100.01 CNY, unfunded=100.00 CNY)")]
    [InlineData("Contribution 60.00 + Contribution 30.00 + ContributionInKind 10.01", "ledger.aboveUnfunded(asked=100.01 CNY, unfunded=100.00 CNY)")]
    [InlineData("Contribution 60.00 + Contribution 40.01 outside", "")]
    [InlineData("Contribution 100.01 + ReturnOfCapital 0.01 recallable", "")]
    [InlineData("Contribution 100.02 + ReturnOfCapital 0.01 recallable", "ledger.aboveUnfunded(asked=100.01 CNY, unfunded=100.00 CNY)")]
    [InlineData("Contribution 130.00 + CommitmentIncrease 30.00", "")]
    public void Payments_on_one_commitment_add_up(string lines, string refused) => Assert.Equal(refused, Try("", lines));

    [Theory]
    [InlineData("CallIssued 60.00 call:1 + CallIssued 40.00 call:2", "")]
    [InlineData("CallIssued 60.00 call:1 + CallIssued 40.01 call:2", "ledger.aboveCallable(asked=100.01 CNY, callable=100.00 CNY)")]
    [InlineData("CallIssued 60.00 call:1 + Contribution 60.00 call:1 + CallIssued 40.00 call:2", "")]
    [InlineData("CallIssued 6 call:1 + Contribution 6 call:1 + CallIssued 95 call:2", "ledger.aboveCallable(asked=101.00 CNY, callable=100.00 CNY)")]
    [InlineData("CallIssued 60.00 call:1 + CallCancelled 60.00 call:1 + CallIssued 100.00 call:2", "")]
    [InlineData("CallIssued 60.00 call:1 + ContributionInKind 40.01", "ledger.aboveCallable(asked=100.01 CNY, callable=100.00 CNY)")]
    public void Calls_on_one_commitment_add_up(string lines, string refused) => Assert.Equal(refused, Try("", lines));

    [Theory]
    [InlineData("CommitmentReduction 20.00 + CommitmentReduction 20.00", "")]
    [InlineData("CommitmentReduction 20.00 + CommitmentReduction 20.01", "ledger.commitmentBelowPaidIn(reduction=40.01 CNY, callable=40.00 CNY)")]
    [InlineData("CommitmentReduction 50.00 + CommitmentIncrease 10.00", "")]
    [InlineData("CommitmentReduction 50.01 + CommitmentIncrease 10.00", "ledger.commitmentBelowPaidIn(reduction=40.01 CNY, callable=40.00 CNY)")]
    [InlineData("CommitmentReduction 10 + CommitmentIncrease 10 + Contribution 40.01", "ledger.aboveCallable(asked=40.01 CNY, callable=40.00 CNY)")]
    [InlineData("CommitmentReduction 10 + CommitmentIncrease 10 + Contribution 70.01", "ledger.aboveUnfunded(asked=70.01 CNY, unfunded=70.00 CNY)")]
    [InlineData("CommitmentReduction 10.00 + Contribution 30.01", "ledger.commitmentBelowPaidIn(reduction=40.01 CNY, callable=40.00 CNY)")]
    public void Cuts_and_what_is_paid_beside_them_add_up(string lines, string refused) => Assert.Equal(
        refused, Try("2023-02-01 FIN->LUZHOU1 Contribution 30.00\n2023-02-01 FIN->LUZHOU1 CallIssued 30.00 call:1", lines));

    [Fact]
    public void Each_commitment_is_judged_by_itself_and_each_that_is_overdrawn_is_named()
    {
        var books = TestBooks.Of(Given);
        Assert.Empty(books.Try("2023-03-01 FIN->LUZHOU1 Contribution 90.00\n2023-03-01 CITY->LUZHOU1 Contribution 45.00"));
        Assert.Equal(
            ["ledger.aboveUnfunded(asked=10.01 CNY, unfunded=10.00 CNY)", "ledger.aboveUnfunded(asked=5.01 CNY, unfunded=5.00 CNY)"],
            books.Try("2023-03-01 FIN->LUZHOU1 Contribution 10.01\n2023-03-01 CITY->LUZHOU1 Contribution 5.01").Select(error => error.ToString()));
    }

    [Fact]
    public void What_imported_history_overdrew_does_not_stop_what_makes_it_better()
    {
        const string Overdrawn = "2023-02-01 FIN->LUZHOU1 Contribution 120.00";
        Assert.Equal("", Try(Overdrawn, "CommitmentIncrease 10.00"));
        Assert.Equal("", Try(Overdrawn, "ReturnOfCapital 10.00 recallable"));
        Assert.Equal("", Try(Overdrawn, "Contribution 10.00 outside"));
        Assert.Equal("ledger.aboveUnfunded(asked=0.01 CNY, unfunded=-20.00 CNY)", Try(Overdrawn, "Contribution 0.01"));
    }

    private static string Try(string before, string lines)
    {
        var books = TestBooks.Of(Given + before);
        return string.Join("; ", books.Try(string.Join('\n', lines.Split(" + ").Select(line => $"2023-03-01 FIN->LUZHOU1 {line}"))));
    }
}
