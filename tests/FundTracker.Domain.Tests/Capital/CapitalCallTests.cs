using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Capital;

/// <summary>The life of a capital call; a refused step leaves the call and the ledger as they were.</summary>
public sealed class CapitalCallTests
{
    private static readonly Stamp Now = LedgerText.Instant("2023-07-01T09:00:00Z");
    private static readonly Signatures Signed = new("manager1", "approver1", Voucher: null);

    private readonly TestBooks books = TestBooks.Of("""
        mother LUZHOU1 CNY
        2023-01-05 FIN->LUZHOU1  Commitment 100.00
        2023-01-05 CITY->LUZHOU1 Commitment  50.00
        """);

    private CallBuilder Calls => field ??= new CallBuilder(books, "LUZHOU1");

    [Fact]
    public void A_call_is_shared_out_pro_rata_to_commitment()
    {
        var call = Calls.Draft(90m).Value;
        Assert.Equal(["60.00 CNY", "30.00 CNY"], call.Shares.Select(share => share.Amount.ToString()));
        Assert.Equal("90.00 CNY", call.Amount.ToString());
        Assert.Equal(CallStage.Draft, call.Stage);
    }

    [Fact]
    public void A_call_goes_from_draft_to_issue_and_leaves_memo_lines_dated_the_notice()
    {
        var call = Calls.Issued(90m, notice: "2023-02-01");
        Assert.Equal(CallStage.Issued, call.Stage);
        Assert.Equal(("manager1", "approver1"), (call.RecordedBy, call.DecidedBy));
        Assert.Equal(
            [(LineKind.CallIssued, "60.00 CNY", new DateOnly(2023, 2, 1)), (LineKind.CallIssued, "30.00 CNY", new DateOnly(2023, 2, 1))],
            books.Lines.Skip(2).Select(line => (line.Kind, line.Amount.ToString(), line.EffectiveDate)));
        Assert.Equal("40.00", books.On().Callable("FIN->LUZHOU1"));
        Assert.Equal("100.00", books.On().Unfunded("FIN->LUZHOU1"));
    }

    [Fact]
    public void As_paid_a_call_is_called_on_its_notice_and_paid_on_its_due_day_and_a_share_of_nothing_not_at_all()
    {
        var one = TestBooks.Of("""
            mother LUZHOU1 CNY
            2023-01-05 FIN->LUZHOU1  Commitment 100.00
            2023-01-05 CITY->LUZHOU1 Commitment  0.01
            """);
        var call = new CallBuilder(one, "LUZHOU1").Draft(10m).Value;
        Assert.Equal(["10.00 CNY", "0.00 CNY"], call.Shares.Select(share => share.Amount.ToString()));
        Assert.Equal(
            [(LineKind.CallIssued, "2023-02-01", "10.00 CNY"), (LineKind.Contribution, "2023-02-28", "10.00 CNY")],
            call.AsPaid().Select(line => (line.Kind, line.EffectiveDate.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), line.Amount.ToString())));
    }

    [Theory]
    [InlineData("2023-01-31", "2023-02-01")]
    [InlineData("2023-02-01", "2023-02-01")]
    [InlineData("2023-02-02", "2023-02-02")]
    public void Conditions_are_judged_on_the_notice_or_on_a_later_approval(string approved, string judged) =>
        Assert.Equal(LedgerText.Date(judged), Calls.Draft(90m).Value.GateDay(LedgerText.Date(approved)));

    [Fact]
    public void A_call_above_what_is_callable_is_refused()
    {
        var refused = Calls.Draft(150.01m);
        Assert.Equal("call.aboveCallable", refused.Error.Code);
        Assert.Equal(2, books.Lines.Count);
    }

    [Fact]
    public void Two_unpaid_calls_of_60_on_a_commitment_of_100_are_refused()
    {
        var one = TestBooks.Of("2023-01-05 FIN->LUZHOU1 Commitment 100.00");
        var calls = new CallBuilder(one, "LUZHOU1");
        calls.Issued(60m);
        Assert.Equal("call.aboveCallable", calls.Draft(60m).Error.Code);
        Assert.Equal("40.00", one.On().Callable("FIN->LUZHOU1"));
        Assert.True(calls.Draft(40m).IsSuccess);
    }

    [Fact]
    public void Of_two_calls_approved_side_by_side_the_second_is_refused_when_it_is_issued()
    {
        var (first, second) = (Calls.Approved(90m), Calls.Approved(90m));
        Post(first.Issue(Now, Calls.Standings));
        Refuses(second, () => second.Issue(Now, Calls.Standings), "call.aboveCallable");
    }

    [Fact]
    public void A_call_is_judged_again_when_it_is_approved()
    {
        var (first, second) = (Calls.Approved(90m), Calls.Submitted(90m));
        Post(first.Issue(Now, Calls.Standings));
        Refuses(second, () => second.Approve("approver1", Now, Calls.Standings, null, ""), "call.aboveCallable");
    }

    [Fact]
    public void A_call_outside_the_commitment_needs_no_unfunded()
    {
        var call = Calls.Draft([new CallItem(CallPurpose.ManagementFee, InsideCommitment: false, Money.Of(300m, Currency.Cny))]).Value;
        Assert.Equal(["200.00 CNY", "100.00 CNY"], call.Shares.Select(share => share.Amount.ToString()));
    }

    [Fact]
    public void A_call_shared_out_elsewhere_keeps_its_parts_and_is_judged_as_any_other()
    {
        Assert.Equal(["10.00 CNY", "45.00 CNY", "2.00 CNY"], Stated(("FIN", 10m, true), ("CITY", 45m, true), ("CITY", 2m, false)).Value.Shares.Select(share => share.Amount.ToString()));
        Assert.Equal("call.aboveCallable", Stated(("FIN", 10m, true), ("CITY", 50.01m, true)).Error.Code);
        Assert.Equal("call.aboveCallable", Stated(("NOBODY", 0.01m, true)).Error.Code);
        Assert.Equal("call.nothingCalled", Stated(("FIN", 0m, true)).Error.Code);
        Assert.Equal("call.nothingCalled", Stated().Error.Code);

        Result<CapitalCall> Stated(params (string Investor, decimal Amount, bool Inside)[] parts) => CapitalCall.DraftAsStated(
            new CapitalCallId(9), (books.Head.MotherFund, books.Node("LUZHOU1")), 9,
            [.. parts.Select(part => (books.Edge(part.Investor + "->LUZHOU1"), new CallItem(CallPurpose.Investment, part.Inside, Money.Of(part.Amount, Currency.Cny))))],
            Calls.Standings, notice: new DateOnly(2023, 2, 1), due: new DateOnly(2023, 2, 28), "manager1", Now);
    }

    [Fact]
    public void Due_before_notice_is_refused()
    {
        Assert.Equal("call.dueBeforeNotice", Calls.Draft(10m, notice: "2023-02-02", due: "2023-02-01").Error.Code);
        Assert.True(Calls.Draft(10m, notice: "2023-02-01", due: "2023-02-01").IsSuccess);
    }

    [Fact]
    public void A_call_for_nothing_is_refused()
    {
        Assert.Equal("call.nothingCalled", Calls.Draft([]).Error.Code);
        Assert.Equal("call.nothingCalled", Calls.Draft(0m).Error.Code);
        Assert.Equal("call.nothingCalled", Calls.Draft(-1m).Error.Code);
    }

    [Fact]
    public void A_call_on_nobody_is_refused() =>
        Assert.Equal("call.noInvestors", new CallBuilder(TestBooks.Of("mother LUZHOU1 CNY"), "LUZHOU1").Draft(10m).Error.Code);

    [Fact]
    public void A_call_on_those_who_promise_nothing_any_more_is_refused() => Assert.Equal("call.noInvestors", new CallBuilder(
        TestBooks.Of("2023-01-05 FIN->LUZHOU1 Commitment 100.00\n2023-01-06 FIN->LUZHOU1 CommitmentReduction 100.00"), "LUZHOU1").Draft(10m).Error.Code);

    [Fact]
    public void Items_in_two_currencies_are_refused() => Assert.Equal("ledger.currencyMixed", Calls.Draft(
        [
            new CallItem(CallPurpose.Investment, InsideCommitment: true, Money.Of(10m, Currency.Cny)),
            new CallItem(CallPurpose.Expense, InsideCommitment: true, Money.Of(10m, Currency.Of("USD"))),
        ]).Error.Code);

    [Theory]
    [InlineData("manager1")]
    [InlineData("MANAGER1")]
    public void Who_recorded_neither_approves_nor_rejects(string same)
    {
        var call = Calls.Submitted(90m);
        Refuses(call, () => call.Approve(same, Now, Calls.Standings, null, ""), "approval.samePerson");
        Refuses(call, () => call.Reject(same, Now, "too early"), "approval.samePerson");
    }

    [Fact]
    public void Who_drafted_a_call_that_another_handed_in_does_not_decide_on_it_either()
    {
        var call = Calls.Draft(90m).Value;
        Assert.True(call.Submit("manager2", Now).IsSuccess);
        Assert.Equal(("manager1", "manager2"), (call.RecordedBy, call.SubmittedBy));
        foreach (var same in new[] { "manager1", "manager2" })
        {
            Refuses(call, () => call.Approve(same, Now, Calls.Standings, null, ""), "approval.samePerson");
            Refuses(call, () => call.Reject(same, Now, "too early"), "approval.samePerson");
        }

        Assert.True(call.Approve("approver1", Now, Calls.Standings, null, "").IsSuccess);
    }

    [Theory]
    [InlineData("manager1", true)]
    [InlineData("manager2", true)]
    [InlineData("manager3", false)]
    public void Who_drafted_a_call_or_handed_it_in_takes_it_back(string person, bool mayWithdraw)
    {
        var call = Calls.Draft(90m).Value;
        Assert.True(call.Submit("manager2", Now).IsSuccess);
        Assert.Equal(mayWithdraw, call.Withdraw(person, Now).IsSuccess);
    }

    [Fact]
    public void A_step_out_of_turn_is_refused()
    {
        var call = Calls.Draft(90m).Value;
        Refuses(call, () => call.Approve("approver1", Now, Calls.Standings, null, ""), "call.wrongStage");
        Refuses(call, () => call.Reject("approver1", Now, "too early"), "call.wrongStage");
        Refuses(call, () => call.Issue(Now, Calls.Standings), "call.wrongStage");
        Refuses(call, () => call.Cancel(new DateOnly(2023, 3, 1), Now, "why", [0, 0]), "call.wrongStage");
        Refuses(call, () => Calls.Pay(call, "FIN->LUZHOU1", 10m), "call.wrongStage");
        Assert.True(call.Submit("manager1", Now).IsSuccess);
        Refuses(call, () => call.Submit("manager1", Now), "call.wrongStage");
    }

    [Fact]
    public void A_call_is_rejected_with_a_reason()
    {
        var call = Calls.Submitted(90m);
        Refuses(call, () => call.Reject("approver1", Now, " "), "ledger.reasonMissing");
        Assert.True(call.Reject("approver1", Now, "too early").IsSuccess);
        Assert.Equal((CallStage.Rejected, "too early", "approver1"), (call.Stage, call.Reason, call.DecidedBy));
        Refuses(call, () => call.Issue(Now, Calls.Standings), "call.wrongStage");
    }

    [Fact]
    public void A_call_is_paid_in_parts_up_to_what_is_due()
    {
        var call = Calls.Issued(90m);
        Assert.Equal("40.00 CNY", Assert.Single(Calls.Pay(call, "FIN->LUZHOU1", 40m).Value).Amount.ToString());
        Refuses(call, () => Calls.Pay(call, "FIN->LUZHOU1", 20.01m), "call.aboveDue");
        Assert.True(Calls.Pay(call, "FIN->LUZHOU1", 20m, date: "2024-01-31").IsSuccess);
        Refuses(call, () => Calls.Pay(call, "FIN->LUZHOU1", 0.01m), "call.aboveDue");
        Assert.Equal([6_000, 0], call.PaidOf(books.View()));
        Assert.Equal("40.00", books.On().Callable("FIN->LUZHOU1"));
        Assert.Equal("40.00", books.On().Unfunded("FIN->LUZHOU1"));
    }

    [Fact]
    public void A_payment_fills_the_items_of_a_call_in_their_order()
    {
        var call = Issued(
        [
            new CallItem(CallPurpose.Investment, InsideCommitment: true, Money.Of(60m, Currency.Cny)),
            new CallItem(CallPurpose.ManagementFee, InsideCommitment: false, Money.Of(6m, Currency.Cny)),
        ]);
        var lines = Calls.Pay(call, "FIN->LUZHOU1", 41m).Value;
        Assert.Equal(
            [(CallPurpose.Investment, true, "40.00 CNY"), (CallPurpose.ManagementFee, false, "1.00 CNY")],
            lines.Select(line => (line.Purpose, line.InsideCommitment, line.Amount.ToString())));
        Assert.Equal("3.00 CNY", Assert.Single(Calls.Pay(call, "FIN->LUZHOU1", 3m).Value).Amount.ToString());
        Assert.Equal("60.00", books.On().Unfunded("FIN->LUZHOU1"));
        Assert.Equal("44.00", books.On().PaidIn("FIN->LUZHOU1"));
    }

    [Fact]
    public void Two_items_of_one_purpose_are_filled_one_after_the_other()
    {
        var call = Issued(
        [
            new CallItem(CallPurpose.Investment, InsideCommitment: true, Money.Of(30m, Currency.Cny)),
            new CallItem(CallPurpose.Investment, InsideCommitment: true, Money.Of(60m, Currency.Cny)),
        ]);
        Calls.Pay(call, "FIN->LUZHOU1", 25m);
        Assert.Equal([2_000, 0, 500, 0], call.PaidOf(books.View()));
        Assert.Equal(["35.00 CNY"], Calls.Pay(call, "FIN->LUZHOU1", 35m).Value.Select(line => line.Amount.ToString()));
    }

    [Theory]
    [InlineData("0.00")]
    [InlineData("-1.00")]
    public void A_payment_of_nothing_is_refused(string amount)
    {
        var call = Calls.Issued(90m);
        Refuses(call, () => Calls.Pay(call, "FIN->LUZHOU1", decimal.Parse(amount)), "ledger.amountNotPositive");
    }

    [Fact]
    public void A_payment_in_another_currency_is_refused()
    {
        var call = Calls.Issued(90m);
        Refuses(
            call, () => call.Pay(books.Edge("FIN->LUZHOU1"), Money.Of(1m, Currency.Of("USD")), new DateOnly(2023, 2, 20), [0, 0]),
            "ledger.currencyMixed");
    }

    [Fact]
    public void Who_was_not_called_does_not_pay()
    {
        var call = Calls.Issued(90m);
        books.Add("2023-06-05 LATE->LUZHOU1 Commitment 10.00");
        Refuses(call, () => Calls.Pay(call, "LATE->LUZHOU1", 1m), "call.notCalled");
    }

    [Fact]
    public void Money_dated_before_the_notice_is_refused()
    {
        var call = Calls.Issued(90m, notice: "2023-02-01");
        Refuses(call, () => Calls.Pay(call, "FIN->LUZHOU1", 10m, date: "2023-01-31"), "call.paidBeforeNotice");
    }

    [Fact]
    public void A_cancelled_call_calls_its_unpaid_rest_no_more()
    {
        var call = Calls.Issued(90m);
        Calls.Pay(call, "FIN->LUZHOU1", 45m);
        Assert.Equal(["15.00 CNY", "30.00 CNY"], Calls.Cancel(call).Value.Select(line => line.Amount.ToString()));
        Assert.Equal((CallStage.Cancelled, "not needed"), (call.Stage, call.Reason));
        Assert.Equal(["55.00", "50.00"], new[] { "FIN->LUZHOU1", "CITY->LUZHOU1" }.Select(edge => books.On().Callable(edge)));
        Refuses(call, () => Calls.Pay(call, "FIN->LUZHOU1", 1m), "call.wrongStage");
        Refuses(call, () => Calls.Cancel(call), "call.wrongStage");
    }

    [Fact]
    public void A_call_is_cancelled_with_a_reason_from_its_notice_on_and_only_while_something_is_open()
    {
        var call = Calls.Issued(90m, notice: "2023-02-01");
        Refuses(call, () => Calls.Cancel(call, reason: ""), "ledger.reasonMissing");
        Refuses(call, () => Calls.Cancel(call, date: "2023-01-31"), "call.cancelledBeforeNotice");
        Calls.Pay(call, "FIN->LUZHOU1", 60m);
        Calls.Pay(call, "CITY->LUZHOU1", 30m);
        Refuses(call, () => Calls.Cancel(call), "call.nothingOpen");
    }

    [Fact]
    public void Conditions_of_the_tranche_are_met_or_overridden_with_a_reason()
    {
        var plan = ContributionPlan.DrawUp(new ContributionPlanId(1), books.Head.MotherFund, books.Node("LUZHOU1"), rolling: true, Signed, Now);
        var tranche = plan.AddTranche(new DateOnly(2023, 2, 1), Money.Of(150m, Currency.Cny), 2023, ["设立完成", "审计报告"], Provenance.Recorded, Signed, Now).Value;
        Assert.True(plan.TickCondition(new TickDraft(1, 1, "营业执照", Document: null), Signed, Now).IsSuccess);

        var call = Calls.Draft(90m).Value.Describe(tranche: 1, document: null, Provenance.Recorded);
        Assert.True(call.Submit("manager1", Now).IsSuccess);
        Refuses(call, () => call.Approve("approver1", Now, Calls.Standings, tranche, " "), "call.conditionsNotMet");
        Assert.True(call.Approve("approver1", Now, Calls.Standings, tranche, "committee resolution 3").IsSuccess);
        Assert.Equal("committee resolution 3", call.OverrideReason);

        Assert.True(plan.TickCondition(new TickDraft(1, 2, "2022年审计报告", Document: null), Signed, Now).IsSuccess);
        var next = Calls.Draft(30m).Value.Describe(tranche: 1, document: null, Provenance.Recorded);
        Assert.True(next.Submit("manager1", Now).IsSuccess);
        Assert.True(next.Approve("approver1", Now, Calls.Standings, tranche, "not needed").IsSuccess);
        Assert.Equal("", next.OverrideReason);
    }

    [Fact]
    public void A_call_is_approved_against_the_tranche_that_it_names_and_no_other()
    {
        var call = Calls.Draft(90m).Value.Describe(tranche: 1, document: null, Provenance.Recorded);
        Assert.True(call.Submit("manager1", Now).IsSuccess);
        Assert.Throws<ArgumentException>(() => call.Approve("approver1", Now, Calls.Standings, tranche: null, ""));
        Assert.Equal(CallStage.Submitted, call.Stage);
        Assert.Throws<InvalidOperationException>(() => call.Describe(tranche: null, document: null, Provenance.Recorded));
    }

    [Fact]
    public void Twenty_calls_on_three_equal_holders_of_500_million_end_at_exactly_nothing_callable()
    {
        var three = TestBooks.Of("""
            2023-01-05 A->LUZHOU1 Commitment 500,000,000.00
            2023-01-05 B->LUZHOU1 Commitment 500,000,000.00
            2023-01-05 C->LUZHOU1 Commitment 500,000,000.00
            """);
        var calls = new CallBuilder(three, "LUZHOU1");
        for (var call = 1; call <= 20; call++) calls.Issued(call < 20 ? 74_999_999.99m : 75_000_000.19m);
        Assert.Equal(["0.00", "0.00", "0.00"], new[] { "A", "B", "C" }.Select(holder => three.On().Callable(holder + "->LUZHOU1")));
    }

    [Fact]
    public void What_was_contributed_in_kind_counts_when_the_next_call_is_shared_out()
    {
        books.Add("2023-01-10 CITY->LUZHOU1 ContributionInKind 25.00");
        Assert.Equal(["50.00 CNY", "0.00 CNY"], Calls.Draft(50m).Value.Shares.Select(share => share.Amount.ToString()));
        Assert.Equal(["100.00 CNY", "25.00 CNY"], Calls.Draft(125m).Value.Shares.Select(share => share.Amount.ToString()));
    }

    [Fact]
    public void What_may_be_recalled_is_called_again()
    {
        var call = Calls.Issued(150m);
        Calls.Pay(call, "FIN->LUZHOU1", 100m);
        Calls.Pay(call, "CITY->LUZHOU1", 50m);
        Assert.Equal("call.aboveCallable", Calls.Draft(30m).Error.Code);
        books.Add("""
            2023-05-01 FIN->LUZHOU1  ReturnOfCapital 20.00 recallable
            2023-05-01 CITY->LUZHOU1 ReturnOfCapital 10.00 recallable
            """);
        Assert.Equal(["20.00 CNY", "10.00 CNY"], Calls.Draft(30m, notice: "2023-06-01", due: "2023-06-30").Value.Shares.Select(share => share.Amount.ToString()));
    }

    private CapitalCall Issued(IReadOnlyList<CallItem> items)
    {
        var call = Calls.Draft(items).Value;
        _ = call.Submit("manager1", Now).Value;
        _ = call.Approve("approver1", Now, Calls.Standings, null, "").Value;
        Post(call.Issue(Now, Calls.Standings));
        return call;
    }

    private void Post(Result<IReadOnlyList<LineDraft>> drafts) => Assert.Empty(books.Try(drafts.Value));

    private void Refuses<T>(CapitalCall call, Func<Result<T>> step, string code)
    {
        var before = Marks();
        Assert.Equal(code, step().Error.Code);
        Assert.Equal(before, Marks());

        (CallStage, int, string, string, string?, Stamp?, int) Marks() =>
            (call.Stage, call.Version, call.Reason, call.OverrideReason, call.DecidedBy, call.IssuedAt, books.Lines.Count);
    }
}
