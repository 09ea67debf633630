using FundTracker.Application.Approvals;
using FundTracker.Application.CapitalCalls;
using FundTracker.Application.Records;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Testing.Databases;
using static FundTracker.Application.Tests.World;

namespace FundTracker.Application.Tests.CapitalCalls;

/// <summary>The life of a capital call, through the dispatcher.</summary>
public sealed class CapitalCallTests
{
    [Fact]
    public async Task A_call_goes_from_draft_to_funded_and_every_step_shows()
    {
        await using var world = await Committed();
        var call = await world.Draft(Mf, 100m);
        Assert.Equal(CallStatus.Draft, (await world.Call(call)).Summary.Status);
        await world.Must(new SubmitCapitalCall.Command(Mf, call));
        Assert.Equal(CallStatus.Submitted, (await world.Call(call)).Summary.Status);
        await world.Must(new ApproveCapitalCall.Command(Mf, call), Actors.Approver1);
        Assert.Equal(CallStatus.Approved, (await world.Call(call)).Summary.Status);
        await world.Must(new IssueCapitalCall.Command(Mf, call));
        Assert.Equal(CallStatus.Unpaid, (await world.Call(call, "2023-02-10")).Summary.Status);

        await world.Pay(call, "FIN", 60m, "2023-02-10");
        Assert.Equal(CallStatus.PartlyFunded, (await world.Call(call, "2023-02-20")).Summary.Status);
        Assert.Equal(CallStatus.Overdue, (await world.Call(call, "2023-02-21")).Summary.Status);

        await world.Pay(call, "SOE", 40m, "2023-02-22");
        var paid = await world.Call(call);
        Assert.Equal(CallStatus.Funded, paid.Summary.Status);
        Assert.Equal(2, paid.Summary.DaysLateMax);
        Assert.Equal(Yuan(100m), await world.Cash(Mf));
        Assert.Equal(Yuan(240m), await world.Balance((view, edge) => view.Unfunded(edge), "FIN", Mf));
    }

    [Fact]
    public async Task Each_investor_is_asked_for_its_share_to_the_fen()
    {
        await using var world = await Committed();
        var preview = await world.Must(new PreviewCapitalCall.Query(Mf, Mf, [Investment(100.01m)], Day("2023-02-01"), Day("2023-02-20")));
        Assert.Equal([("FIN", Yuan(60.01m)), ("SOE", Yuan(40m))], preview.Shares.Select(share => (share.Investor.Code, share.Amount)));
        Assert.Equal(Yuan(239.99m), preview.Shares[0].CallableAfter);
        Assert.Equal(Yuan(100.01m), preview.Amount);
    }

    [Fact]
    public async Task A_preview_saves_nothing()
    {
        await using var world = await Committed();
        await world.Must(new PreviewCapitalCall.Query(Mf, Mf, [Investment(100m)], Day("2023-02-01"), Day("2023-02-20")));
        Assert.Empty(await world.Must(new ListCapitalCalls.Query(Mf, Day("2023-12-31"))));
    }

    [Fact]
    public async Task A_second_unpaid_call_above_what_is_callable_is_refused()
    {
        await using var world = await Committed();
        await world.Issue("SUB", 60m);
        var error = await world.Refuses(
            "call.aboveCallable", new DraftCapitalCall.Command(Mf, "SUB", [Investment(60m)], Day("2023-03-01"), Day("2023-03-20")));
        Assert.Contains(("callable", (object)Yuan(40m)), error.Args);
    }

    [Fact]
    public async Task Of_two_calls_drafted_side_by_side_the_second_is_refused_when_it_is_issued()
    {
        await using var world = await Committed();
        var first = await world.Approved("SUB", 60m);
        var second = await world.Approved("SUB", 60m);
        await world.Must(new IssueCapitalCall.Command(Mf, first));
        await world.Refuses("call.aboveCallable", new IssueCapitalCall.Command(Mf, second));
    }

    [Fact]
    public async Task A_due_date_before_the_notice_is_refused()
    {
        await using var world = await Committed();
        await world.Refuses("call.dueBeforeNotice", new DraftCapitalCall.Command(Mf, Mf, [Investment(1m)], Day("2023-02-02"), Day("2023-02-01")));
    }

    [Fact]
    public async Task Who_submitted_a_call_may_not_approve_it()
    {
        await using var world = await Committed();
        var call = await world.Must(
            new DraftCapitalCall.Command(Mf, Mf, [Investment(1m)], Day("2023-02-01"), Day("2023-02-20")), Actors.Approver1);
        await world.Must(new SubmitCapitalCall.Command(Mf, call), Actors.Approver1);
        await world.Refuses("approval.samePerson", new ApproveCapitalCall.Command(Mf, call), Actors.Approver1);
        await world.Must(new ApproveCapitalCall.Command(Mf, call), Actors.Approver2);
    }

    [Fact]
    public async Task A_rejected_call_is_not_issued()
    {
        await using var world = await Committed();
        var call = await world.Draft(Mf, 1m);
        await world.Must(new SubmitCapitalCall.Command(Mf, call));
        await world.Refuses("ledger.reasonMissing", new RejectCapitalCall.Command(Mf, call, " "), Actors.Approver1);
        await world.Must(new RejectCapitalCall.Command(Mf, call, "wrong amount"), Actors.Approver1);
        await world.Refuses("call.wrongStage", new IssueCapitalCall.Command(Mf, call));
        Assert.Equal(CallStatus.Rejected, (await world.Call(call)).Summary.Status);
    }

    [Fact]
    public async Task Only_who_recorded_a_call_takes_it_back_and_only_before_the_issue()
    {
        await using var world = await Committed();
        var call = await world.Approved(Mf, 1m);
        await world.Refuses("approval.notYours", new WithdrawCapitalCall.Command(Mf, call), Actors.Manager2);
        await world.Must(new WithdrawCapitalCall.Command(Mf, call));
        Assert.Equal(CallStatus.Cancelled, (await world.Call(call)).Summary.Status);
        var issued = await world.Issue(Mf, 1m);
        await world.Refuses("call.wrongStage", new WithdrawCapitalCall.Command(Mf, issued));
    }

    [Fact]
    public async Task A_payment_above_what_is_due_is_refused()
    {
        await using var world = await Committed();
        var call = await world.Issue(Mf, 100m);
        await world.Refuses("call.aboveDue", new RecordPayment.Command(Mf, call, "FIN", 60.01m, Day("2023-02-10")));
        await world.Refuses("call.paidBeforeNotice", new RecordPayment.Command(Mf, call, "FIN", 60m, Day("2023-01-31")));
        await world.Refuses("pipeline.notFound", new RecordPayment.Command(Mf, call, "SUB", 1m, Day("2023-02-10")));
        await world.Refuses("ledger.currencyMixed", new RecordPayment.Command(Mf, call, "FIN", 60m, Day("2023-02-10"), Currency: "USD"));
        await world.Refuses("input.fractionOfMinorUnit", new RecordPayment.Command(Mf, call, "FIN", 0.001m, Day("2023-02-10")));
    }

    [Fact]
    public async Task A_pending_payment_counts_for_nobody_and_stands_on_the_call()
    {
        await using var world = await Committed();
        var call = await world.Issue(Mf, 100m);
        var voucher = await world.Must(new RecordPayment.Command(Mf, call, "FIN", 60m, Day("2023-02-10")));
        var shown = await world.Call(call);
        Assert.Equal(Yuan(0m), shown.Summary.Paid);
        Assert.Equal(voucher, Assert.Single(shown.Pending).Id);
        Assert.Equal(Yuan(0m), await world.Balance((view, edge) => view.PaidIn(edge), "FIN", Mf));
        Assert.Equal(Yuan(0m), await world.Cash(Mf));
    }

    [Fact]
    public async Task Of_two_pending_payments_that_exceed_the_due_the_second_approval_is_refused()
    {
        await using var world = await Committed();
        var call = await world.Issue(Mf, 100m);
        var first = await world.Must(new RecordPayment.Command(Mf, call, "FIN", 40m, Day("2023-02-10")));
        var second = await world.Must(new RecordPayment.Command(Mf, call, "FIN", 40m, Day("2023-02-11")));
        await world.Approve(first);
        var error = await world.Refuses("call.aboveDue", new ApproveVoucher.Command(Mf, second), Actors.Approver1);
        Assert.Contains(("due", (object)Yuan(20m)), error.Args);
    }

    [Fact]
    public async Task A_payment_fills_the_items_in_their_order_as_they_stand_when_it_is_approved()
    {
        await using var world = await Committed();
        var call = await world.Must(new DraftCapitalCall.Command(
            Mf, "SUB", [Investment(60m), new CalledItem(CallPurpose.ManagementFee, InsideCommitment: false, 10m)], Day("2023-02-01"), Day("2023-02-20")));
        await world.Must(new SubmitCapitalCall.Command(Mf, call));
        await world.Must(new ApproveCapitalCall.Command(Mf, call), Actors.Approver1);
        await world.Must(new IssueCapitalCall.Command(Mf, call));
        await world.Fund(Mf, 100m, "2023-02-01", ("FIN", 60m), ("SOE", 40m));
        var first = await world.Must(new RecordPayment.Command(Mf, call, Mf, 35m, Day("2023-02-10")));
        var second = await world.Must(new RecordPayment.Command(Mf, call, Mf, 35m, Day("2023-02-11")));
        await world.Approve(first);
        await world.Approve(second);
        Assert.Equal(Yuan(40m), await world.Balance((view, edge) => view.Unfunded(edge), Mf, "SUB"));
        Assert.Equal(Yuan(70m), await world.Balance((view, edge) => view.PaidIn(edge), Mf, "SUB"));
        Assert.Equal(CallStatus.Funded, (await world.Call(call)).Summary.Status);
    }

    [Fact]
    public async Task A_wrong_payment_is_reversed_and_due_again()
    {
        await using var world = await Committed();
        var call = await world.Issue(Mf, 100m);
        var paid = await world.Pay(call, "FIN", 60m);
        await world.Post(new ReverseLine.Command(Mf, paid.FirstLine, Voucher: null, "wrong account"));
        var progress = (await world.Call(call, "2023-02-15")).Investors[0].Progress;
        Assert.Equal((Yuan(0m), Yuan(60m)), (progress.Paid, progress.Due));
        Assert.Null(progress.LastPaidOn);
        await world.Pay(call, "FIN", 60m, "2023-02-12");
        Assert.Equal(Day("2023-02-12"), (await world.Call(call)).Investors[0].Progress.LastPaidOn);
    }

    [Fact]
    public async Task A_cancellation_waits_for_another_person_and_then_calls_the_rest_no_more()
    {
        await using var world = await Committed();
        var call = await world.Issue("SUB", 60m);
        await world.Fund(Mf, 500m, "2023-02-01", ("FIN", 300m), ("SOE", 200m));
        await world.Pay(call, Mf, 20m);
        var voucher = await world.Must(new CancelCapitalCall.Command(Mf, call, Day("2023-03-01"), "project dropped"));
        Assert.Equal(Yuan(40m), await world.Balance((view, edge) => view.Callable(edge), Mf, "SUB"));
        await world.Refuses("pipeline.notAllowed", new ApproveVoucher.Command(Mf, voucher), Actors.Manager2);
        await world.Approve(voucher);
        Assert.Equal(Yuan(80m), await world.Balance((view, edge) => view.Callable(edge), Mf, "SUB"));
        Assert.Equal(CallStatus.Cancelled, (await world.Call(call)).Summary.Status);
        Assert.Equal(CallStatus.Overdue, (await world.Call(call, "2023-02-28")).Summary.Status);
        await world.Refuses("call.wrongStage", new RecordPayment.Command(Mf, call, Mf, 1m, Day("2023-03-02")));
    }

    [Fact]
    public async Task A_payment_approved_while_the_cancellation_waits_stays_paid()
    {
        await using var world = await Committed();
        await world.Fund(Mf, 500m, "2023-02-01", ("FIN", 300m), ("SOE", 200m));
        var call = await world.Issue("SUB", 60m);
        var payment = await world.Must(new RecordPayment.Command(Mf, call, Mf, 20m, Day("2023-02-10")));
        var cancellation = await world.Must(new CancelCapitalCall.Command(Mf, call, Day("2023-03-01"), "project dropped"));
        await world.Approve(payment);
        await world.Approve(cancellation);
        var shown = await world.Call(call);
        Assert.Equal((Yuan(20m), Yuan(0m)), (shown.Summary.Paid, shown.Summary.Due));
        Assert.Equal(Yuan(80m), await world.Balance((view, edge) => view.Callable(edge), Mf, "SUB"));
    }

    [Fact]
    public async Task A_payment_that_waits_past_the_cancellation_is_refused()
    {
        await using var world = await Committed();
        await world.Fund(Mf, 500m, "2023-02-01", ("FIN", 300m), ("SOE", 200m));
        var call = await world.Issue("SUB", 60m);
        var payment = await world.Must(new RecordPayment.Command(Mf, call, Mf, 20m, Day("2023-02-10")));
        await world.Approve(await world.Must(new CancelCapitalCall.Command(Mf, call, Day("2023-03-01"), "project dropped")));
        await world.Refuses("call.wrongStage", new ApproveVoucher.Command(Mf, payment), Actors.Approver1);
    }

    [Fact]
    public async Task A_fully_paid_call_has_nothing_to_cancel()
    {
        await using var world = await Committed();
        var call = await world.Issue(Mf, 100m);
        await world.Pay(call, "FIN", 60m);
        await world.Pay(call, "SOE", 40m);
        await world.Refuses("call.nothingOpen", new CancelCapitalCall.Command(Mf, call, Day("2023-03-01"), "late"));
    }

    [Fact]
    public async Task The_memo_of_a_call_is_not_reversed_but_the_call_cancelled()
    {
        await using var world = await Committed();
        await world.Issue("SUB", 60m);
        var memo = (await world.View()).Known;
        await world.Refuses("ledger.memoNotReversible", new ReverseLine.Command(Mf, memo, Voucher: null, "mistake"));
    }

    [Fact]
    public async Task A_call_as_known_before_its_issue_was_not_issued()
    {
        await using var world = await Committed();
        var call = await world.Approved("SUB", 60m);
        var before = Stamp.From(world.Host.Clock.GetUtcNow());
        world.Host.Clock.Advance(TimeSpan.FromDays(1));
        await world.Must(new IssueCapitalCall.Command(Mf, call));
        var shown = await world.Must(new GetCapitalCall.Query(Mf, call, Day("2023-12-31"), before));
        Assert.Equal(CallStatus.Approved, shown.Summary.Status);
    }

    [Fact]
    public async Task Calls_are_listed_by_fund_the_latest_notice_first()
    {
        await using var world = await Committed();
        await world.Draft(Mf, 1m, "2023-02-01");
        await world.Draft("SUB", 1m, "2023-02-01");
        await world.Draft(Mf, 1m, "2023-02-02");
        var all = await world.Must(new ListCapitalCalls.Query(Mf, Day("2023-12-31")));
        Assert.Equal([("MF", 2), ("SUB", 1), ("MF", 1)], all.OrderByDescending(c => c.NoticeDate).ThenByDescending(c => c.Fund.Code).Select(c => (c.Fund.Code, c.Number)));
        Assert.Equal(2, (await world.Must(new ListCapitalCalls.Query(Mf, Day("2023-12-31"), Mf))).Count);
    }
}
