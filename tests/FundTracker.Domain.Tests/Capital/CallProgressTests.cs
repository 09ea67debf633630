using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Capital;

/// <summary>Where a call stands on a day, read from the ledger.</summary>
public sealed class CallProgressTests
{
    private static readonly Stamp Now = LedgerText.Instant("2023-07-01T09:00:00Z");

    private readonly TestBooks books = TestBooks.Of("""
        mother LUZHOU1 CNY
        2023-01-05 FIN->LUZHOU1  Commitment 100.00
        2023-01-05 CITY->LUZHOU1 Commitment  50.00
        """);

    private CallBuilder Calls => field ??= new CallBuilder(books, "LUZHOU1");

    [Fact]
    public void Before_its_issue_a_call_stands_where_people_left_it()
    {
        Assert.Equal(CallStatus.Draft, On(Calls.Draft(90m).Value).Status);
        Assert.Equal(CallStatus.Submitted, On(Calls.Submitted(90m)).Status);
        Assert.Equal(CallStatus.Approved, On(Calls.Approved(90m)).Status);
        var rejected = Calls.Submitted(90m);
        Assert.True(rejected.Reject("approver1", Now, "too early").IsSuccess);
        Assert.Equal((CallStatus.Rejected, "0.00"), (On(rejected).Status, On(rejected).Due.ToPlainText()));
    }

    [Fact]
    public void An_issued_call_is_unpaid_then_paid_in_part_then_in_full()
    {
        var call = Calls.Issued(90m, notice: "2023-02-01", due: "2023-02-28");
        Calls.Pay(call, "FIN->LUZHOU1", 40m, date: "2023-02-10");
        Calls.Pay(call, "FIN->LUZHOU1", 20m, date: "2023-02-20");
        Calls.Pay(call, "CITY->LUZHOU1", 30m, date: "2023-02-25");
        Assert.Equal(
            [(CallStatus.Approved, "0.00"), (CallStatus.Unpaid, "90.00"), (CallStatus.PartlyFunded, "50.00"), (CallStatus.PartlyFunded, "30.00"), (CallStatus.Funded, "0.00")],
            new[] { "2023-01-31", "2023-02-09", "2023-02-19", "2023-02-20", "2023-03-31" }.Select(day => (On(call, day).Status, On(call, day).Due.ToPlainText())));
    }

    [Fact]
    public void What_is_not_paid_by_the_due_day_is_overdue_from_the_next_day_on()
    {
        var call = Calls.Issued(90m, notice: "2023-02-01", due: "2023-02-28");
        Calls.Pay(call, "FIN->LUZHOU1", 60m, date: "2023-02-28");
        Calls.Pay(call, "CITY->LUZHOU1", 30m, date: "2023-03-10");
        Assert.Equal((CallStatus.PartlyFunded, 0), (On(call, "2023-02-28").Status, On(call, "2023-02-28").DaysLateMax));
        Assert.Equal((CallStatus.Overdue, 1), (On(call, "2023-03-01").Status, On(call, "2023-03-01").DaysLateMax));
        var end = On(call, "2023-12-31");
        Assert.Equal((CallStatus.Funded, 10), (end.Status, end.DaysLateMax));
        Assert.Equal([0, 10], end.Investors.Select(investor => investor.DaysLate));
        Assert.Equal(new DateOnly(2023, 3, 10), end.Investors[1].LastPaidOn);
    }

    [Fact]
    public void The_last_payment_is_the_latest_by_its_day_in_whatever_order_payments_were_recorded()
    {
        var call = Calls.Issued(90m, notice: "2023-02-01", due: "2023-02-28");
        Calls.Pay(call, "FIN->LUZHOU1", 20m, date: "2023-03-05");
        Calls.Pay(call, "FIN->LUZHOU1", 40m, date: "2023-02-10");
        var investor = On(call, "2023-12-31").Investors[0];
        Assert.Equal((new DateOnly(2023, 3, 5), 5), (investor.LastPaidOn, investor.DaysLate));
    }

    [Fact]
    public void A_payment_taken_back_is_due_again()
    {
        var call = Calls.Issued(90m, notice: "2023-02-01", due: "2023-02-28");
        Calls.Pay(call, "FIN->LUZHOU1", 60m, date: "2023-02-10");
        books.Add($"2023-02-10 reverse #{books.Lines.Count}");
        var march = On(call, "2023-03-05");
        Assert.Equal((CallStatus.Overdue, "90.00", 5), (march.Status, march.Due.ToPlainText(), march.DaysLateMax));
        Assert.Null(march.Investors[0].LastPaidOn);
    }

    [Fact]
    public void A_cancelled_call_has_nothing_due_and_keeps_what_was_paid()
    {
        var call = Calls.Issued(90m);
        Calls.Pay(call, "FIN->LUZHOU1", 45m, date: "2023-02-10");
        Assert.True(Calls.Cancel(call, date: "2023-03-15").IsSuccess);
        var end = On(call, "2023-12-31");
        Assert.Equal((CallStatus.Cancelled, "45.00", "0.00"), (end.Status, end.Paid.ToPlainText(), end.Due.ToPlainText()));
        Assert.Equal(CallStatus.Overdue, On(call, "2023-03-14").Status);
    }

    [Fact]
    public void Who_recorded_takes_a_call_back_before_its_issue_and_nobody_after()
    {
        var call = Calls.Approved(90m);
        Assert.Equal("approval.notYours", call.Withdraw("approver1", Now).Error.Code);
        Assert.True(call.Withdraw("MANAGER1", Now).IsSuccess);
        Assert.Equal(CallStatus.Cancelled, On(call).Status);
        Assert.Equal("call.wrongStage", Calls.Issued(60m).Withdraw("manager1", Now).Error.Code);
    }

    [Fact]
    public void A_payment_is_judged_and_split_anew_when_it_is_approved()
    {
        var call = Calls.Issued(90m);
        var recorded = call.Pay(books.Edge("FIN->LUZHOU1"), Money.Of(60m, Currency.Cny), new DateOnly(2023, 2, 20), call.PaidOf(books.View())).Value
            .Select(line => line with { Note = "bank statement", Document = new DocumentId(4) }).ToList();
        Assert.Equal(recorded, call.Settle(VoucherKind.Payment, recorded, call.PaidOf(books.View()), Now).Value);
        Calls.Pay(call, "FIN->LUZHOU1", 0.01m);
        Assert.Equal("call.aboveDue", call.Settle(VoucherKind.Payment, recorded, call.PaidOf(books.View()), Now).Error.Code);
    }

    [Fact]
    public void A_cancellation_takes_what_is_unpaid_when_it_is_approved()
    {
        var call = Calls.Issued(90m);
        var recorded = call.Cancellation(new DateOnly(2023, 3, 15), "not needed", call.PaidOf(books.View())).Value;
        Assert.Equal(CallStage.Issued, call.Stage);
        Calls.Pay(call, "FIN->LUZHOU1", 60m);
        var lines = call.Settle(VoucherKind.CallCancellation, recorded, call.PaidOf(books.View()), Now).Value;
        Assert.Equal(["30.00 CNY"], lines.Select(line => line.Amount.ToString()));
        Assert.Equal((CallStage.Cancelled, "not needed"), (call.Stage, call.Reason));
    }

    [Fact]
    public void Only_payments_and_cancellations_are_judged_by_their_call_again() => Assert.Equal(
        [VoucherKind.Payment, VoucherKind.CallCancellation], Enum.GetValues<VoucherKind>().Where(CallVouchers.IsUnderCall));

    private CallProgress On(CapitalCall call, string day = "2023-06-30") =>
        CallProgress.Of(new LedgerView(books.Snapshot, LedgerText.Date(day), Stamp.Max), [call])[0];
}
