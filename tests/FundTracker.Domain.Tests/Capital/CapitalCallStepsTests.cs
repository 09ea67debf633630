using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Capital;

/// <summary>Each step of a capital call is counted and dated once, and its days begin with the notice.</summary>
public sealed class CapitalCallStepsTests
{
    private static readonly Stamp Noon = LedgerText.Instant("2023-02-10T12:00:00Z");

    private readonly TestBooks books = TestBooks.Of("""
        mother LUZHOU1 CNY
        2023-01-05 FIN->LUZHOU1  Commitment 100.00
        2023-01-05 CITY->LUZHOU1 Commitment  50.00
        """);

    private CallBuilder Calls => field ??= new CallBuilder(books, "LUZHOU1");

    [Fact]
    public void Each_step_counts_the_version_up_by_one_and_keeps_its_own_instant()
    {
        var call = Calls.Draft(90m).Value;
        Assert.Equal((0, null, null, null, null), (call.Version, call.SubmittedAt, call.DecidedAt, call.IssuedAt, call.CancelledAt));
        Assert.True(call.Submit("manager1", After(1)).IsSuccess);
        Assert.Equal((1, After(1), null), (call.Version, call.SubmittedAt, call.DecidedAt));
        Assert.True(call.Approve("approver1", After(2), Calls.Standings, null, "").IsSuccess);
        Assert.Equal((2, After(2), null), (call.Version, call.DecidedAt, call.IssuedAt));
        Post(call.Issue(After(3), Calls.Standings));
        Assert.Equal((3, After(3), null), (call.Version, call.IssuedAt, call.CancelledAt));
        Assert.True(call.Cancel(new DateOnly(2023, 3, 15), After(4), "not needed", call.PaidOf(books.View())).IsSuccess);
        Assert.Equal((4, After(1), After(2), After(3), After(4)), (call.Version, call.SubmittedAt, call.DecidedAt, call.IssuedAt, call.CancelledAt));
    }

    [Fact]
    public void A_call_that_is_turned_down_or_taken_back_counts_that_step_too()
    {
        var rejected = Calls.Submitted(90m);
        Assert.True(rejected.Reject("approver1", After(5), "too early").IsSuccess);
        Assert.Equal((2, After(5)), (rejected.Version, rejected.DecidedAt));
        var withdrawn = Calls.Submitted(90m);
        Assert.True(withdrawn.Withdraw("manager1", After(6)).IsSuccess);
        Assert.Equal((2, After(6), null), (withdrawn.Version, withdrawn.CancelledAt, withdrawn.DecidedAt));
    }

    [Fact]
    public void On_the_day_of_the_notice_money_may_come_and_the_rest_be_cancelled()
    {
        var call = Calls.Issued(90m, notice: "2023-02-01");
        Assert.Equal(new DateOnly(2023, 2, 1), Assert.Single(Calls.Pay(call, "FIN->LUZHOU1", 10m, date: "2023-02-01").Value).EffectiveDate);
        var rest = Calls.Cancel(call, date: "2023-02-01").Value;
        Assert.Equal(
            [("50.00 CNY", new DateOnly(2023, 2, 1)), ("30.00 CNY", new DateOnly(2023, 2, 1))],
            rest.Select(line => (line.Amount.ToString(), line.EffectiveDate)));
    }

    [Fact]
    public void A_payment_over_several_items_comes_out_in_all_its_parts_when_it_is_approved()
    {
        var call = Calls.Draft(
        [
            new CallItem(CallPurpose.Investment, InsideCommitment: true, Money.Of(60m, Currency.Cny)),
            new CallItem(CallPurpose.ManagementFee, InsideCommitment: false, Money.Of(6m, Currency.Cny)),
            new CallItem(CallPurpose.Expense, InsideCommitment: false, Money.Of(3m, Currency.Cny)),
        ]).Value;
        Assert.True(call.Submit("manager1", Noon).IsSuccess);
        Assert.True(call.Approve("approver1", Noon, Calls.Standings, null, "").IsSuccess);
        Post(call.Issue(Noon, Calls.Standings));
        var paid = call.PaidOf(books.View());
        var recorded = call.Pay(books.Edge("FIN->LUZHOU1"), Money.Of(45m, Currency.Cny), new DateOnly(2023, 2, 20), paid).Value
            .Select(line => line with { Note = "bank statement", Document = new DocumentId(4), Reference = "R-1" }).ToList();
        Assert.Equal(["40.00 CNY", "4.00 CNY", "1.00 CNY"], recorded.Select(line => line.Amount.ToString()));
        Assert.Equal(recorded, call.Settle(VoucherKind.Payment, recorded, paid, Noon).Value);
    }

    [Fact]
    public void A_call_that_was_taken_back_before_its_issue_is_cancelled_from_that_very_instant_on()
    {
        var call = Calls.Submitted(90m);
        Assert.True(call.Approve("approver1", After(1), Calls.Standings, null, "").IsSuccess);
        Assert.True(call.Withdraw("manager1", After(3)).IsSuccess);
        Assert.Equal(
            [CallStatus.Submitted, CallStatus.Approved, CallStatus.Approved, CallStatus.Cancelled, CallStatus.Cancelled],
            new[] { Before(1), After(1), Before(3), After(3), After(4) }.Select(known => StatusOf(call, known)));
    }

    [Fact]
    public void A_call_that_was_turned_down_is_so_from_that_very_instant_on()
    {
        var call = Calls.Submitted(90m);
        Assert.True(call.Reject("approver1", After(1), "too early").IsSuccess);
        Assert.Equal([CallStatus.Submitted, CallStatus.Rejected], new[] { Before(1), After(1) }.Select(known => StatusOf(call, known)));
    }

    private static Stamp After(int minutes) => new(Noon.UnixMicroseconds + (minutes * 60_000_000L));

    private static Stamp Before(int minutes) => new(After(minutes).UnixMicroseconds - 1);

    private CallStatus StatusOf(CapitalCall call, Stamp known) =>
        CallProgress.Of(new LedgerView(books.Snapshot, new DateOnly(2023, 6, 30), known), [call])[0].Status;

    private void Post(Result<IReadOnlyList<LineDraft>> drafts) => Assert.Empty(books.Try(drafts.Value));
}
