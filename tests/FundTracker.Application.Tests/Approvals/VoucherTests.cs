using FundTracker.Application.Approvals;
using FundTracker.Application.CapitalCalls;
using FundTracker.Application.Records;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Testing.Databases;
using static FundTracker.Application.Tests.World;

namespace FundTracker.Application.Tests.Approvals;

/// <summary>Whoever records is not who approves, and what waits is seen.</summary>
public sealed class VoucherTests
{
    [Fact]
    public async Task Who_recorded_may_not_approve_nor_reject()
    {
        await using var world = await Funded();
        var voucher = await world.Must(Expense(), Actors.Approver1);
        await world.Refuses("approval.samePerson", new ApproveVoucher.Command(Mf, voucher), Actors.Approver1);
        await world.Refuses("approval.samePerson", new RejectVoucher.Command(Mf, voucher, "no"), Actors.Approver1);
        await world.Must(new ApproveVoucher.Command(Mf, voucher), Actors.Approver2);
    }

    [Fact]
    public async Task A_decided_voucher_is_not_decided_again()
    {
        await using var world = await Funded();
        var voucher = await world.Must(Expense());
        await world.Approve(voucher);
        await world.Refuses("approval.notPending", new ApproveVoucher.Command(Mf, voucher), Actors.Approver1);
        await world.Refuses("approval.notPending", new RejectVoucher.Command(Mf, voucher, "no"), Actors.Approver1);
        await world.Refuses("approval.notPending", new WithdrawVoucher.Command(Mf, voucher));
    }

    [Fact]
    public async Task A_rejected_voucher_says_why_and_posts_nothing()
    {
        await using var world = await Funded();
        var voucher = await world.Must(Expense());
        await world.Refuses("ledger.reasonMissing", new RejectVoucher.Command(Mf, voucher, ""), Actors.Approver1);
        await world.Must(new RejectVoucher.Command(Mf, voucher, "no invoice"), Actors.Approver1);
        var shown = await world.Must(new GetVoucher.Query(Mf, voucher));
        Assert.Equal((VoucherState.Rejected, "no invoice", "approver1"), (shown.Card.State, shown.Card.Reason, shown.Card.DecidedBy));
        Assert.Empty(shown.Posted);
        Assert.Equal(Yuan(100m), await world.Cash("SUB"));
    }

    [Fact]
    public async Task Only_who_recorded_takes_a_voucher_back()
    {
        await using var world = await Funded();
        var voucher = await world.Must(Expense());
        await world.Refuses("approval.notYours", new WithdrawVoucher.Command(Mf, voucher), Actors.Manager2);
        await world.Must(new WithdrawVoucher.Command(Mf, voucher));
        Assert.Empty((await world.Must(new ListPending.Query(Mf))).Vouchers);
    }

    [Fact]
    public async Task What_waits_is_listed_with_lines_that_people_can_read()
    {
        await using var world = await Funded();
        await world.Must(Expense());
        await world.Must(new RecordCommitment.Command(Mf, "SUB", "SOE", 1234.5m, Day("2023-05-04")));
        var pending = await world.Must(new ListPending.Query(Mf, "SUB"));
        Assert.Equal("2023-04-02 支付费用 60.00 元：子基金", pending.Vouchers[0].Lines[0].Sentence("zh-CN"));
        Assert.Equal("2023-05-04 Commitment 1,234.50 CNY: State platform → Sub-fund", pending.Vouchers[1].Lines[0].Sentence("en"));
    }

    [Fact]
    public async Task Calls_wait_from_the_moment_they_are_handed_in_until_they_are_issued()
    {
        await using var world = await Committed();
        var call = await world.Draft(Mf, 1m);
        Assert.Empty((await world.Must(new ListPending.Query(Mf))).Calls);
        await world.Must(new SubmitCapitalCall.Command(Mf, call));
        Assert.Equal(CallStatus.Submitted, Assert.Single((await world.Must(new ListPending.Query(Mf))).Calls).Status);
        await world.Must(new ApproveCapitalCall.Command(Mf, call), Actors.Approver1);
        Assert.Equal(CallStatus.Approved, Assert.Single((await world.Must(new ListPending.Query(Mf))).Calls).Status);
        await world.Must(new IssueCapitalCall.Command(Mf, call));
        Assert.Empty((await world.Must(new ListPending.Query(Mf))).Calls);
    }

    [Fact]
    public async Task A_posted_voucher_leads_to_its_lines()
    {
        await using var world = await Funded();
        var voucher = await world.Must(Expense());
        var posted = await world.Approve(voucher);
        Assert.Equal([posted.FirstLine], (await world.Must(new GetVoucher.Query(Mf, voucher))).Posted);
    }

    [Fact]
    public async Task A_voucher_of_other_books_is_not_found()
    {
        await using var world = await Funded();
        var voucher = await world.Must(Expense());
        await world.Must(new FundTracker.Application.Funds.SetUpMotherFund.Command(
            "OTHER", Family: null, "另一母基金", NameEn: null, "CNY", FundTracker.Domain.Funds.LegalForm.Company, TargetSize: null, Start));
        await world.Refuses("pipeline.notFound", new ApproveVoucher.Command("OTHER", voucher), Actors.Approver1);
        await world.Refuses("pipeline.notFound", new ApproveVoucher.Command(Mf, new VoucherId(77)), Actors.Approver1);
    }

    private static RecordFundCash.Command Expense() => new(Mf, "SUB", LineKind.Expense, Day("2023-04-02"), 60m);
}
