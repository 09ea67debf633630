using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Capital;

/// <summary>Whoever records is not who approves.</summary>
public sealed class VoucherTests
{
    private static readonly Stamp Now = Stamp.EndOf(new DateOnly(2023, 7, 5));

    private readonly TestBooks books = TestBooks.Of("2023-01-05 FIN->LUZHOU1 Commitment 300.00");

    [Fact]
    public void Nothing_counts_until_another_person_approves()
    {
        var voucher = Pending("2023-05-01 FIN->LUZHOU1 CommitmentIncrease 50.00");
        Assert.Equal("300.00", books.On().Commitment("FIN->LUZHOU1"));
        Assert.Empty(books.Try(voucher.Approve("approver1", Now).Value.Lines));
        Assert.Equal("350.00", books.On().Commitment("FIN->LUZHOU1"));
        Assert.Equal((VoucherState.Posted, "approver1"), (voucher.State, voucher.DecidedBy));
    }

    [Fact]
    public void Lines_come_out_as_they_were_recorded()
    {
        var drafts = books.Drafts("""
            2023-05-01 FIN->LUZHOU1 Contribution     5.00 outside fee call:3 illustrative note:cash
            2023-05-02 FIN->LUZHOU1 ReturnOfCapital  4.00 recallable reported
            2023-05-03 reverse #1 corrects:#1
            2023-05-04 LUZHOU1->C001 Investment      1.00 round:2
            """).Select(draft => draft with { Document = new DocumentId(8), Reference = "R-1" }).ToList();
        var voucher = Voucher.Record(new VoucherId(1), books.Head.MotherFund, VoucherKind.Payment, books.Node("LUZHOU1"), drafts, "manager1", Now);
        Assert.Equal((new CapitalCallId(3), new DocumentId(8)), (voucher.Call, voucher.Document));
        Assert.Equal(drafts, voucher.Approve("approver1", Now).Value.Lines);
    }

    [Fact]
    public void Lines_are_numbered_from_one_in_the_order_in_which_they_were_recorded()
    {
        var drafts = books.Drafts("""
            2023-05-02 FIN->LUZHOU1 Contribution 5.00
            2023-05-01 FIN->LUZHOU1 Contribution 4.00
            """);
        var voucher = Voucher.Record(new VoucherId(1), books.Head.MotherFund, VoucherKind.Payment, books.Node("LUZHOU1"), drafts, "manager1", Now);
        Assert.Equal([(1, "5.00 CNY"), (2, "4.00 CNY")], voucher.Lines.Select(line => (line.Number, line.ToDraft().Amount.ToString())));
    }

    [Fact]
    public void A_voucher_without_lines_is_none()
    {
        var refused = Assert.Throws<ArgumentException>(
            () => Voucher.Record(new VoucherId(1), books.Head.MotherFund, VoucherKind.Payment, books.Node("LUZHOU1"), [], "manager1", Now));
        Assert.StartsWith("A voucher has at least one line.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Facts_come_out_as_they_were_recorded()
    {
        IReadOnlyList<FactDraft> drafts =
        [
            new(books.Node("FIN"), FactNames.InvestorKind, "Fiscal", new DateOnly(2023, 5, 1), Provenance.Reported),
            new(books.Node("FIN"), FactNames.FiscalLevel, "", new DateOnly(2023, 5, 2)),
        ];
        var voucher = Voucher.Record(new VoucherId(1), books.Head.MotherFund, books.Node("FIN"), drafts, "manager1", Now);
        Assert.Equal(VoucherKind.Facts, voucher.Kind);
        Assert.Equal(drafts, voucher.Approve("approver1", Now).Value.Facts);
    }

    [Fact]
    public void A_phase_and_its_conditions_come_out_as_they_were_recorded()
    {
        IReadOnlyList<PlanStepDraft> steps =
        [
            new PhaseDraft(new DateOnly(2023, 6, 30), Money.Of(5m, Currency.Cny), 2023, Provenance.Illustrative), new ConditionDraft("a"),
            new ConditionDraft("b"),
        ];
        var voucher = Voucher.Record(new VoucherId(1), books.Head.MotherFund, books.Node("LUZHOU1"), steps, "manager1", Now);
        Assert.Equal(VoucherKind.Phase, voucher.Kind);
        Assert.Equal(steps, voucher.Approve("approver1", Now).Value.Steps);
    }

    [Fact]
    public void A_tick_names_its_paper_on_the_voucher()
    {
        var tick = new TickDraft(1, 2, "letter", new DocumentId(9));
        var voucher = Voucher.Record(new VoucherId(1), books.Head.MotherFund, books.Node("LUZHOU1"), [tick], "manager1", Now);
        Assert.Equal((VoucherKind.Tick, new DocumentId(9)), (voucher.Kind, voucher.Document));
        Assert.Equal([tick], voucher.Approve("approver1", Now).Value.Steps);
    }

    [Theory]
    [InlineData("manager1")]
    [InlineData("Manager1")]
    public void Who_recorded_neither_approves_nor_rejects(string same)
    {
        var voucher = Pending("2023-05-01 FIN->LUZHOU1 CommitmentIncrease 50.00");
        Refuses(voucher, () => voucher.Approve(same, Now), "approval.samePerson");
        Refuses(voucher, () => voucher.Reject(same, Now, "why"), "approval.samePerson");
    }

    [Fact]
    public void A_voucher_is_rejected_with_a_reason()
    {
        var voucher = Pending("2023-05-01 FIN->LUZHOU1 CommitmentIncrease 50.00");
        Refuses(voucher, () => voucher.Reject("approver1", Now, ""), "ledger.reasonMissing");
        Assert.True(voucher.Reject("approver1", Now, "wrong fund").IsSuccess);
        Assert.Equal((VoucherState.Rejected, "wrong fund", "approver1"), (voucher.State, voucher.Reason, voucher.DecidedBy));
    }

    [Fact]
    public void Only_who_recorded_takes_a_voucher_back()
    {
        var voucher = Pending("2023-05-01 FIN->LUZHOU1 CommitmentIncrease 50.00");
        Refuses(voucher, () => voucher.Withdraw("approver1", Now), "approval.notYours");
        Assert.True(voucher.Withdraw("MANAGER1", Now).IsSuccess);
        Assert.Equal(VoucherState.Withdrawn, voucher.State);
    }

    [Fact]
    public void What_was_decided_is_not_decided_again()
    {
        var voucher = Pending("2023-05-01 FIN->LUZHOU1 CommitmentIncrease 50.00");
        Assert.True(voucher.Reject("approver1", Now, "why").IsSuccess);
        Refuses(voucher, () => voucher.Approve("approver2", Now), "approval.notPending");
        Refuses(voucher, () => voucher.Reject("approver2", Now, "why"), "approval.notPending");
        Refuses(voucher, () => voucher.Withdraw("manager1", Now), "approval.notPending");
    }

    [Fact]
    public void A_decision_counts_the_version_up_by_one_and_keeps_its_instant()
    {
        var vouchers = Enumerable.Range(0, 3).Select(_ => Pending("2023-05-01 FIN->LUZHOU1 CommitmentIncrease 50.00")).ToList();
        Assert.All(vouchers, voucher => Assert.Equal((0, null, null), (voucher.Version, voucher.DecidedAt, voucher.DecidedBy)));
        Assert.True(vouchers[0].Approve("approver1", Now.Next).IsSuccess);
        Assert.True(vouchers[1].Reject("approver1", Now.Next, "why").IsSuccess);
        Assert.True(vouchers[2].Withdraw("manager1", Now.Next).IsSuccess);
        Assert.All(vouchers, voucher => Assert.Equal((1, Now.Next, Now), (voucher.Version, voucher.DecidedAt, voucher.RecordedAt)));
        Assert.Equal(["", "why", ""], vouchers.Select(voucher => voucher.Reason));
    }

    [Fact]
    public void A_voucher_without_lines_is_an_error() => Assert.Throws<ArgumentException>(() =>
        Voucher.Record(new VoucherId(1), books.Head.MotherFund, VoucherKind.Payment, books.Node("LUZHOU1"), drafts: [], "manager1", Now));

    private Voucher Pending(string text) =>
        Voucher.Record(new VoucherId(1), books.Head.MotherFund, VoucherKind.CommitmentChange, books.Node("LUZHOU1"), books.Drafts(text), "manager1", Now);

    private static void Refuses<T>(Voucher voucher, Func<Result<T>> step, string code)
    {
        var before = Marks();
        Assert.Equal(code, step().Error.Code);
        Assert.Equal(before, Marks());

        (VoucherState, string?, Stamp?, string, int) Marks() => (voucher.State, voucher.DecidedBy, voucher.DecidedAt, voucher.Reason, voucher.Version);
    }
}
