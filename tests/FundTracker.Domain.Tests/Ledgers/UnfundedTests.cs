using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Ledgers;

/// <summary>Commitment, paid-in, distributed, unfunded and callable.</summary>
public sealed class UnfundedTests
{
    private const string Fin = "FIN->LUZHOU1";

    [Fact]
    public void Unfunded_is_commitment_less_paid_in_plus_what_may_be_recalled()
    {
        var books = TestBooks.Of("""
            2023-01-05 FIN->LUZHOU1 Commitment       300.00
            2023-02-01 FIN->LUZHOU1 Contribution     100.00
            2023-05-01 FIN->LUZHOU1 ReturnOfCapital   30.00 recallable
            2023-05-01 FIN->LUZHOU1 GainDistribution  20.00
            """);
        var june = books.On("2023-06-30");
        Assert.Equal("230.00", june.Unfunded(Fin));
        Assert.Equal("100.00", june.PaidIn(Fin));
        Assert.Equal("50.00", june.Distributed(Fin));
    }

    [Fact]
    public void Every_change_of_a_commitment_moves_it_by_its_sign()
    {
        var books = TestBooks.Of("""
            2023-01-01 FIN->LUZHOU1 Commitment            100.00
            2023-01-02 FIN->LUZHOU1 CommitmentIncrease     64.00
            2023-01-03 FIN->LUZHOU1 CommitmentReduction    32.00
            2023-01-04 FIN->LUZHOU1 CommitmentTransferIn   16.00
            2023-01-05 FIN->LUZHOU1 CommitmentTransferOut   8.00
            2023-01-06 FIN->LUZHOU1 CommitmentLapse         4.00
            2023-01-07 FIN->LUZHOU1 CommitmentDefault       2.00
            """);
        Assert.Equal(
            ["100.00", "164.00", "132.00", "148.00", "140.00", "136.00", "134.00"],
            Enumerable.Range(1, 7).Select(day => books.On($"2023-01-0{day}").Commitment(Fin)));
        Assert.Equal("134.00", books.On("2023-01-07").Unfunded(Fin));
    }

    [Fact]
    public void Money_outside_the_commitment_is_paid_in_and_leaves_unfunded_alone()
    {
        var books = TestBooks.Of("""
            2023-01-05 FIN->LUZHOU1 Commitment   300.00
            2023-02-01 FIN->LUZHOU1 Contribution  10.00 outside fee
            """);
        Assert.Equal("10.00", books.On().PaidIn(Fin));
        Assert.Equal("300.00", books.On().Unfunded(Fin));
    }

    [Fact]
    public void Contributions_in_kind_and_opening_balances_are_paid_in()
    {
        var books = TestBooks.Of("""
            2023-01-05 FIN->LUZHOU1 Commitment           300.00
            2023-01-05 FIN->LUZHOU1 OpeningContribution   40.00
            2023-01-05 FIN->LUZHOU1 OpeningDistribution    5.00
            2023-02-01 FIN->LUZHOU1 ContributionInKind    60.00
            """);
        Assert.Equal("100.00", books.On().PaidIn(Fin));
        Assert.Equal("200.00", books.On().Unfunded(Fin));
        Assert.Equal("5.00", books.On().Distributed(Fin));
        Assert.Equal("0.00", books.On().Cash("LUZHOU1"));
    }

    [Fact]
    public void A_reversal_takes_a_line_back_in_every_balance()
    {
        var books = TestBooks.Of("""
            2023-01-05 FIN->LUZHOU1 Commitment       300.00
            2023-02-01 FIN->LUZHOU1 Contribution     100.00
            2023-05-01 FIN->LUZHOU1 ReturnOfCapital   30.00 recallable
            2023-05-01 reverse #3
            2023-02-01 reverse #2
            """);
        Assert.Equal("300.00", books.On("2023-06-30").Unfunded(Fin));
        Assert.Equal("0.00", books.On("2023-06-30").PaidIn(Fin));
        Assert.Equal("0.00", books.On("2023-06-30").Distributed(Fin));
        Assert.Equal("0.00", books.On("2023-06-30").Cash("LUZHOU1"));
        Assert.Equal("200.00", books.On("2023-06-30", knownAt: "2023-02-01").Unfunded(Fin));
    }

    [Fact]
    public void A_reversal_dated_after_its_original_leaves_the_days_between_as_they_were()
    {
        var books = TestBooks.Of("""
            2023-01-05 FIN->LUZHOU1 Commitment   300.00
            2023-03-20 FIN->LUZHOU1 Contribution 100.00
            2023-04-01 reverse #2 corrects:#2
            """);
        Assert.Equal("200.00", books.On("2023-03-31").Unfunded(Fin));
        Assert.Equal("300.00", books.On("2023-04-01").Unfunded(Fin));
        Assert.Equal(2, books.Lines[2].CorrectsClosed);
    }

    [Fact]
    public void Callable_is_unfunded_less_what_is_issued_and_neither_paid_nor_cancelled()
    {
        var books = TestBooks.Of("""
            2023-01-05 FIN->LUZHOU1 Commitment    300.00
            2023-02-01 FIN->LUZHOU1 CallIssued    100.00 call:1
            2023-02-20 FIN->LUZHOU1 Contribution   60.00 call:1
            2023-03-15 FIN->LUZHOU1 CallCancelled  40.00 call:1
            2023-04-01 FIN->LUZHOU1 CallIssued     50.00 call:2
            """);
        Assert.Equal(["300.00", "200.00", "200.00", "240.00", "190.00"], Days().Select(day => books.On(day).Callable(Fin)));
        Assert.Equal(["0.00", "100.00", "40.00", "0.00", "50.00"], Days().Select(day => books.On(day).Outstanding(Fin)));
        Assert.Equal(["300.00", "300.00", "240.00", "240.00", "240.00"], Days().Select(day => books.On(day).Unfunded(Fin)));

        static string[] Days() => ["2023-01-31", "2023-02-19", "2023-02-28", "2023-03-31", "2023-06-30"];
    }

    [Fact]
    public void What_is_called_outside_the_commitment_leaves_callable_alone()
    {
        var books = TestBooks.Of("""
            2023-01-05 FIN->LUZHOU1 Commitment 300.00
            2023-02-01 FIN->LUZHOU1 CallIssued  10.00 call:1 outside fee
            """);
        Assert.Equal("300.00", books.On().Callable(Fin));
        Assert.Equal("0.00", books.On().Outstanding(Fin));
    }

    [Fact]
    public void A_payment_taken_back_is_due_again()
    {
        var books = TestBooks.Of("""
            2023-01-05 FIN->LUZHOU1 Commitment   300.00
            2023-02-01 FIN->LUZHOU1 CallIssued   100.00 call:1
            2023-02-20 FIN->LUZHOU1 Contribution 100.00 call:1
            2023-02-20 reverse #3
            """);
        Assert.Equal("100.00", books.On().Outstanding(Fin));
        Assert.Equal("200.00", books.On().Callable(Fin));
    }

    [Fact]
    public void A_payment_taken_back_after_its_call_was_cancelled_is_called_no_more()
    {
        var books = TestBooks.Of("""
            2023-01-05 FIN->LUZHOU1 Commitment    300.00
            2023-02-01 FIN->LUZHOU1 CallIssued    100.00 call:1
            2023-02-20 FIN->LUZHOU1 Contribution   60.00 call:1
            2023-03-15 FIN->LUZHOU1 CallCancelled  40.00 call:1
            2023-02-20 reverse #3
            """);
        Assert.Equal("100.00", books.On("2023-03-14").Outstanding(Fin));
        Assert.Equal("0.00", books.On("2023-03-15").Outstanding(Fin));
        Assert.Equal("300.00", books.On("2023-03-15").Callable(Fin));
    }

    [Fact]
    public void A_payment_taken_back_before_its_call_was_cancelled_is_cancelled_with_the_rest()
    {
        var books = TestBooks.Of("""
            2023-01-05 FIN->LUZHOU1 Commitment    300.00
            2023-02-01 FIN->LUZHOU1 CallIssued    100.00 call:1
            2023-02-20 FIN->LUZHOU1 Contribution   60.00 call:1
            2023-02-20 reverse #3
            2023-03-15 FIN->LUZHOU1 CallCancelled 100.00 call:1
            """);
        Assert.Equal("0.00", books.On("2023-03-15").Outstanding(Fin));
    }

    [Fact]
    public void Sums_beyond_64_bits_are_an_error_and_never_wrap()
    {
        var books = TestBooks.Of("""
            2023-01-05 FIN->LUZHOU1 Commitment 90,000,000,000,000,000.00
            2023-01-06 FIN->LUZHOU1 Commitment 90,000,000,000,000,000.00
            """);
        Assert.Throws<OverflowException>(() => books.View());
    }

    [Fact]
    public void A_line_is_unseen_before_its_day_and_before_it_was_known()
    {
        var books = TestBooks.Of("""
            2023-01-05 FIN->LUZHOU1 Commitment          300.00 at:2023-01-06T09:00:00Z
            2023-01-05 FIN->LUZHOU1 CommitmentIncrease   50.00 at:2023-08-01T09:00:00Z
            """);
        Assert.Equal("0.00", books.On("2023-01-04").Commitment(Fin));
        Assert.Equal("350.00", books.On("2023-01-05").Commitment(Fin));
        Assert.Equal("300.00", books.On("2023-06-30", knownAt: "2023-07-31").Commitment(Fin));
        Assert.Equal("0.00", books.On("2023-06-30", knownAt: "2023-01-05").Commitment(Fin));
        Assert.Equal("300.00", books.On("2023-06-30", knownAt: "2023-01-06T09:00:00Z").Commitment(Fin));
        Assert.Equal(1, books.View("2023-06-30", "2023-07-31").Known);
    }
}
