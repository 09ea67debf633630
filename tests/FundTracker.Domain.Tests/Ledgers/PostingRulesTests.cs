using FundTracker.Domain.Ledgers;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Ledgers;

/// <summary>What ordinary work may post; each refusal by its code, and with nothing posted.</summary>
public sealed class PostingRulesTests
{
    [Fact]
    public void A_kind_stands_only_on_its_own_sort_of_edge()
    {
        var books = TestBooks.Of("""
            mother LUZHOU1 CNY
            2023-01-01 LUZHOU1->AIYI Commitment 100.00
            """);
        var drafts = books.Drafts("2023-01-02 LUZHOU1->AIYI Commitment 1.00").Select(draft => draft with { Kind = LineKind.Investment }).ToList();
        Assert.Equal(["ledger.wrongEdge"], books.Try(drafts).Select(error => error.Code));
        Assert.Single(books.Lines);
    }

    [Fact]
    public void A_line_in_another_currency_than_its_edges_is_refused() => Refuses(
        "ledger.currencyMixed",
        "2023-01-01 FIN->LUZHOU1 Commitment 100.00",
        "2023-01-02 FIN->LUZHOU1 CommitmentIncrease 100.00 USD");

    [Theory]
    [InlineData("FIN->LUZHOU1 Contribution 0.00")]
    [InlineData("FIN->LUZHOU1 Contribution -1.00")]
    [InlineData("FIN->LUZHOU1 CommitmentReduction -1.00")]
    [InlineData("LUZHOU1 ManagementFee 0.00")]
    [InlineData("LUZHOU1->C001 Investment -5.00")]
    public void An_amount_of_zero_or_below_is_refused(string line) =>
        Refuses("ledger.amountNotPositive", "2023-01-01 FIN->LUZHOU1 Commitment 100.00", "2023-01-02 " + line);

    [Theory]
    [InlineData("FIN->LUZHOU1 Nav 0.00")]
    [InlineData("FIN->LUZHOU1 Nav -5.00")]
    [InlineData("LUZHOU1->C001 Valuation 0.00")]
    [InlineData("FIN->LUZHOU1 Nav 5.00\n2023-01-02 LUZHOU1 ValueUnrealised -5.00")]
    public void A_value_may_be_zero_and_below(string line) => Accepts("2023-01-01 FIN->LUZHOU1 Commitment 100.00", "2023-01-02 " + line);

    [Fact]
    public void A_payment_above_what_is_unfunded_is_refused() => Refuses(
        "ledger.aboveUnfunded",
        """
        2023-01-01 FIN->LUZHOU1 Commitment   100.00
        2023-02-01 FIN->LUZHOU1 Contribution  60.00
        """,
        "2023-03-01 FIN->LUZHOU1 Contribution 40.01");

    [Fact]
    public void A_payment_outside_the_commitment_needs_no_unfunded() =>
        Accepts("2023-01-01 FIN->LUZHOU1 Commitment 100.00", "2023-03-01 FIN->LUZHOU1 Contribution 500.00 outside fee");

    [Fact]
    public void A_commitment_and_its_payment_may_come_together() => Accepts(
        "mother LUZHOU1 CNY",
        """
        2023-01-01 FIN->LUZHOU1 Commitment   100.00
        2023-01-01 FIN->LUZHOU1 Contribution 100.00
        """);

    [Fact]
    public void A_second_unpaid_call_of_60_on_a_commitment_of_100_is_refused() => Refuses(
        "ledger.aboveCallable",
        """
        2023-01-01 FIN->LUZHOU1 Commitment 100.00
        2023-02-01 FIN->LUZHOU1 CallIssued  60.00 call:1
        """,
        "2023-03-01 FIN->LUZHOU1 CallIssued 60.00 call:2");

    [Fact]
    public void A_payment_in_answer_to_a_call_needs_what_is_unfunded_and_not_what_is_callable() => Accepts(
        """
        2023-01-01 FIN->LUZHOU1 Commitment 100.00
        2023-02-01 FIN->LUZHOU1 CallIssued 100.00 call:1
        """,
        "2023-03-01 FIN->LUZHOU1 Contribution 100.00 call:1");

    [Fact]
    public void A_contribution_in_kind_may_not_take_what_is_called_already() => Refuses(
        "ledger.aboveCallable",
        """
        2023-01-01 FIN->LUZHOU1 Commitment 100.00
        2023-02-01 FIN->LUZHOU1 CallIssued  60.00 call:1
        """,
        "2023-03-01 FIN->LUZHOU1 ContributionInKind 40.01");

    [Theory]
    [InlineData("CommitmentReduction")]
    [InlineData("CommitmentLapse")]
    [InlineData("CommitmentDefault")]
    public void A_commitment_may_not_fall_below_what_is_paid_in_and_called(string kind)
    {
        const string given = """
            2023-01-01 FIN->LUZHOU1 Commitment   100.00
            2023-02-01 FIN->LUZHOU1 Contribution  30.00
            2023-02-01 FIN->LUZHOU1 CallIssued    60.00 call:1
            """;
        Refuses("ledger.commitmentBelowPaidIn", given, $"2023-03-01 FIN->LUZHOU1 {kind} 10.01");
        Accepts(given, $"2023-03-01 FIN->LUZHOU1 {kind} 10.00");
    }

    [Fact]
    public void No_more_is_transferred_than_is_not_paid_in_or_called()
    {
        const string given = """
            2023-01-01 FIN->LUZHOU1 Commitment   100.00
            2023-02-01 FIN->LUZHOU1 Contribution  30.00
            2023-02-01 FIN->LUZHOU1 CallIssued    60.00 call:1
            """;
        Refuses("ledger.commitmentBelowPaidIn", given, Transfer("10.01"));
        Accepts(given, Transfer("10.00"));

        static string Transfer(string amount) => $"""
            2023-03-01 FIN->LUZHOU1  CommitmentTransferOut {amount}
            2023-03-01 CITY->LUZHOU1 CommitmentTransferIn  {amount}
            """;
    }

    [Fact]
    public void A_reduction_and_the_payment_of_a_call_may_come_together() => Accepts(
        """
        2023-01-01 FIN->LUZHOU1 Commitment 100.00
        2023-02-01 FIN->LUZHOU1 CallIssued  60.00 call:1
        """,
        """
        2023-03-01 FIN->LUZHOU1 Contribution        60.00 call:1
        2023-03-01 FIN->LUZHOU1 CommitmentReduction 40.00
        """);

    [Fact]
    public void A_commitment_under_call_may_not_be_taken_back() => Refuses(
        "ledger.commitmentBelowPaidIn",
        """
        2023-01-01 FIN->LUZHOU1 Commitment 100.00
        2023-02-01 FIN->LUZHOU1 CallIssued  60.00 call:1
        """,
        "2023-01-01 reverse #1");

    [Fact]
    public void A_recallable_distribution_that_was_called_again_may_not_be_taken_back() => Refuses(
        "ledger.aboveCallable",
        """
        2023-01-01 FIN->LUZHOU1 Commitment      100.00
        2023-02-01 FIN->LUZHOU1 Contribution    100.00
        2023-03-01 FIN->LUZHOU1 ReturnOfCapital  30.00 recallable
        2023-04-01 FIN->LUZHOU1 CallIssued       20.00 call:1
        """,
        "2023-03-01 reverse #3");

    [Fact]
    public void A_line_is_reversed_once() => Refuses(
        "ledger.alreadyReversed",
        """
        2023-01-01 FIN->LUZHOU1 Commitment         100.00
        2023-01-01 FIN->LUZHOU1 CommitmentIncrease  50.00
        2023-01-01 reverse #2
        """,
        "2023-01-01 reverse #2");

    [Fact]
    public void A_line_is_reversed_once_within_a_batch_too() => Refuses(
        "ledger.alreadyReversed",
        """
        2023-01-01 FIN->LUZHOU1 Commitment         100.00
        2023-01-01 FIN->LUZHOU1 CommitmentIncrease  50.00
        """,
        """
        2023-01-01 reverse #2
        2023-01-01 reverse #2
        """);

    [Fact]
    public void A_reversal_is_not_reversed_the_entry_is_recorded_again() => Refuses(
        "ledger.reversalOfReversal",
        """
        2023-01-01 FIN->LUZHOU1 Commitment         100.00
        2023-01-01 FIN->LUZHOU1 CommitmentIncrease  50.00
        2023-01-01 reverse #2
        """,
        "2023-01-01 reverse #3");

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void A_line_that_is_not_there_is_not_reversed(long sequence)
    {
        var books = TestBooks.Of("2023-01-01 FIN->LUZHOU1 Commitment 100.00");
        var draft = books.Drafts("2023-01-01 reverse #1")[0] with { Reverses = sequence };
        Assert.Equal(["ledger.noSuchLine"], books.Try([draft]).Select(error => error.Code));
        Assert.Single(books.Lines);
    }

    [Theory]
    [InlineData("FIN->LUZHOU1 CommitmentIncrease -50.01 reverses:#2")]
    [InlineData("FIN->LUZHOU1 CommitmentIncrease  50.00 reverses:#2")]
    [InlineData("FIN->LUZHOU1 Commitment         -50.00 reverses:#2")]
    [InlineData("CITY->LUZHOU1 CommitmentIncrease -50.00 reverses:#2")]
    [InlineData("FIN->LUZHOU1 ReturnOfCapital -5.00 reverses:#4")]
    [InlineData("FIN->LUZHOU1 ReturnOfCapital -5.00 reverses:#4 recallable outside")]
    [InlineData("FIN->LUZHOU1 ReturnOfCapital -5.00 reverses:#4 recallable call:1")]
    public void A_reversal_mirrors_its_original(string line) => Refuses(
        "ledger.reversalDiffers",
        """
        2023-01-01 FIN->LUZHOU1  Commitment         100.00
        2023-01-01 FIN->LUZHOU1  CommitmentIncrease  50.00
        2023-01-01 CITY->LUZHOU1 Commitment         100.00
        2023-01-01 FIN->LUZHOU1  ReturnOfCapital      5.00 recallable
        """,
        "2023-01-01 " + line);

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void What_a_call_says_is_cancelled_and_not_reversed(int sequence) => Refuses(
        "ledger.memoNotReversible",
        """
        2023-01-01 FIN->LUZHOU1 Commitment    100.00
        2023-02-01 FIN->LUZHOU1 CallIssued     60.00 call:1
        2023-03-01 FIN->LUZHOU1 CallCancelled  60.00 call:1
        """,
        $"2023-03-01 reverse #{sequence}");

    [Fact]
    public void Cash_below_zero_is_refused() => Refuses(
        "ledger.cashBelowZero", "2023-01-01 FIN->LUZHOU1 Contribution 100.00 outside", "2023-02-01 LUZHOU1 Expense 100.01");

    [Fact]
    public void Cash_down_to_zero_is_paid_out() =>
        Accepts("2023-01-01 FIN->LUZHOU1 Contribution 100.00 outside", "2023-02-01 LUZHOU1 Expense 100.00");

    [Fact]
    public void A_payment_dated_before_the_money_came_is_refused() => Refuses(
        "ledger.cashBelowZero", "2023-03-01 FIN->LUZHOU1 Contribution 100.00 outside", "2023-02-01 LUZHOU1 Expense 50.00");

    [Fact]
    public void A_payment_that_leaves_too_little_for_a_later_one_is_refused() => Refuses(
        "ledger.cashBelowZero",
        """
        2023-01-01 FIN->LUZHOU1 Contribution 100.00 outside
        2023-02-01 LUZHOU1      Expense      100.00
        2023-03-01 FIN->LUZHOU1 Contribution 100.00 outside
        """,
        "2023-01-10 LUZHOU1 Expense 50.00");

    [Fact]
    public void A_dip_in_imported_history_before_the_payment_does_not_stop_it() => Accepts(
        """
        2023-01-01 FIN->LUZHOU1 Contribution 100.00 outside
        2023-02-01 LUZHOU1      Expense      150.00
        2023-03-01 FIN->LUZHOU1 Contribution 100.00 outside
        """,
        "2023-03-10 LUZHOU1 Expense 50.00");

    [Fact]
    public void Money_in_and_out_on_one_day_may_come_together() => Accepts(
        "2023-01-01 FIN->LUZHOU1 Commitment 100.00",
        """
        2023-02-01 LUZHOU1->C001 Investment   100.00
        2023-02-01 FIN->LUZHOU1  Contribution 100.00
        """);

    [Fact]
    public void A_drawn_credit_line_pays_beyond_own_cash() => Accepts(
        "2023-01-01 FIN->LUZHOU1 Contribution 100.00 outside",
        """
        2023-02-01 LUZHOU1 CreditDrawn  50.00
        2023-02-01 LUZHOU1 Expense     150.00
        """);

    [Fact]
    public void A_receipt_that_is_spent_may_not_be_taken_back_alone()
    {
        const string given = """
            2023-01-01 FIN->LUZHOU1 Contribution 100.00 outside
            2023-02-01 LUZHOU1      Expense       80.00
            """;
        Refuses("ledger.cashBelowZero", given, "2023-01-01 reverse #1");
        Accepts(given, """
            2023-01-01 reverse #1
            2023-01-01 FIN->LUZHOU1 Contribution 90.00 outside
            """);
    }

    [Fact]
    public void A_sub_fund_pays_from_its_own_cash_and_an_investors_is_not_asked() => Refuses(
        "ledger.cashBelowZero",
        """
        mother LUZHOU1 CNY
        2023-01-01 FIN->LUZHOU1  Contribution 100.00 outside
        2023-01-01 LUZHOU1->AIYI Contribution  40.00 outside
        """,
        "2023-02-01 AIYI->C001 Investment 40.01");

    [Fact]
    public void A_payment_in_dollars_needs_dollars() => Refuses(
        "ledger.cashBelowZero",
        """
        mother LUZHOU1 CNY
        fund   PACIFIC USD
        2023-01-01 FIN->LUZHOU1     Contribution 1000.00 outside
        2023-01-01 LUZHOU1->PACIFIC Commitment    100.00
        """,
        "2023-02-01 LUZHOU1->PACIFIC Contribution 60.00");

    [Fact]
    public void More_paid_in_is_not_handed_over_than_was_paid_in()
    {
        const string given = """
            2023-01-01 FIN->LUZHOU1  Commitment   100.00
            2023-01-01 FIN->LUZHOU1  Contribution  10.00
            2023-01-01 CITY->LUZHOU1 Commitment   100.00
            """;
        Refuses("commitment.abovePaidIn", given, Transfer("10.01"));
        Accepts(given, Transfer("10.00"));

        static string Transfer(string paidIn) => $"""
            2023-02-01 FIN->LUZHOU1  CommitmentTransferOut  50.00
            2023-02-01 CITY->LUZHOU1 CommitmentTransferIn   50.00
            2023-02-01 FIN->LUZHOU1  PaidInTransferOut    {paidIn}
            2023-02-01 CITY->LUZHOU1 PaidInTransferIn     {paidIn}
            """;
    }

    [Fact]
    public void More_cost_is_not_relieved_than_is_held()
    {
        const string given = """
            mother LUZHOU1 CNY
            2023-01-01 LUZHOU1       OpeningCash       100.00
            2023-01-01 LUZHOU1->C001 Investment         30.00
            2023-01-01 LUZHOU1->C001 InvestmentInKind   20.00
            """;
        Refuses("holding.aboveCostHeld", given, "2023-02-01 LUZHOU1->C001 CostRelieved 50.01");
        Accepts(given, "2023-02-01 LUZHOU1->C001 CostRelieved 50.00");
    }

    [Fact]
    public void More_credit_is_not_repaid_than_was_drawn()
    {
        const string given = """
            mother LUZHOU1 CNY
            2023-01-01 LUZHOU1 OpeningCash 100.00
            2023-01-01 LUZHOU1 CreditDrawn  30.00
            """;
        Refuses("cash.aboveCreditDrawn", given, "2023-02-01 LUZHOU1 CreditRepaid 30.01");
        Accepts(given, "2023-02-01 LUZHOU1 CreditRepaid 30.00");
    }

    [Fact]
    public void What_imported_history_left_below_zero_may_be_made_good() => Accepts(
        """
        mother LUZHOU1 CNY
        2023-01-01 LUZHOU1 OpeningCash  100.00
        2023-01-01 LUZHOU1 CreditRepaid  30.00
        """,
        "2023-02-01 LUZHOU1 CreditDrawn 10.00");

    [Fact]
    public void History_is_judged_by_shape_alone()
    {
        var books = TestBooks.Of("2023-01-01 FIN->LUZHOU1 Commitment 100.00");
        var drafts = books.Drafts("""
            2023-02-01 FIN->LUZHOU1 Contribution 500.00
            2023-02-01 LUZHOU1      Expense      900.00
            """);
        Assert.Empty(PostingRules.CheckShape(books.Snapshot, drafts));
        Assert.Equal(["ledger.aboveUnfunded", "ledger.cashBelowZero"], PostingRules.Check(books.Snapshot, drafts).Select(error => error.Code));
    }

    private static void Refuses(string code, string given, string asked)
    {
        var books = TestBooks.Of(given);
        var (lines, head) = (books.Lines.Count, books.Head.LedgerHash);
        Assert.Equal([code], books.Try(asked).Select(error => error.Code));
        Assert.Equal(lines, books.Lines.Count);
        Assert.Equal(head, books.Head.LedgerHash);
    }

    private static void Accepts(string given, string asked)
    {
        var books = TestBooks.Of(given);
        var lines = books.Snapshot.LineCount;
        Assert.Empty(books.Try(asked));
        Assert.True(books.Lines.Count > lines);
    }
}
