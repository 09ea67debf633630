using FundTracker.Application.Approvals;
using FundTracker.Application.Funds;
using FundTracker.Application.Records;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Testing.Databases;
using static FundTracker.Application.Tests.World;

namespace FundTracker.Application.Tests.Records;

/// <summary>Commitments and how they change.</summary>
public sealed class CommitmentTests
{
    [Fact]
    public async Task A_commitment_counts_once_another_person_approves()
    {
        await using var world = await Empty();
        var voucher = await world.Must(new RecordCommitment.Command(Mf, "SUB", Mf, 1_000_000_000m, Start));
        Assert.Equal(Yuan(0m), await world.Balance((view, edge) => view.Commitment(edge), Mf, "SUB"));
        await world.Approve(voucher);
        Assert.Equal(Yuan(1_000_000_000m), await world.Balance((view, edge) => view.Commitment(edge), Mf, "SUB"));
    }

    [Fact]
    public async Task A_circle_of_funds_is_refused()
    {
        await using var world = await Committed();
        await world.Refuses("ledger.cycle", new RecordCommitment.Command(Mf, Mf, "SUB", 1m, Start));
        await world.Refuses("ledger.cycle", new RecordCommitment.Command(Mf, "SUB", "SUB", 1m, Start));
        await world.Must(new OpenSubFund.Command(Mf, "DEEP", "子子基金", NameEn: null, "CNY", Start, LegalForm.Company));
        await world.Commit("SUB", "DEEP", 10m);
        await world.Refuses("ledger.cycle", new RecordCommitment.Command(Mf, Mf, "DEEP", 1m, Start));
        await world.Refuses("ledger.cycle", new ChangeCommitment.Command(Mf, Mf, "FIN", CommitmentChange.Transfer, 1m, Start, To: "DEEP"));
    }

    [Fact]
    public async Task An_increase_that_closes_a_circle_is_refused_when_it_is_approved()
    {
        await using var world = await Empty();
        await world.Must(new OpenSubFund.Command(Mf, "DEEP", "子子基金", NameEn: null, "CNY", Start, LegalForm.Company));
        await world.Must(new RecordCommitment.Command(Mf, "SUB", "DEEP", 10m, Start));
        var increase = await world.Must(new ChangeCommitment.Command(Mf, "SUB", "DEEP", CommitmentChange.Increase, 10m, Start));
        await world.Commit("SUB", "DEEP", 10m);
        await world.Refuses("ledger.cycle", new ApproveVoucher.Command(Mf, increase), Actors.Approver1);
    }

    [Fact]
    public async Task Of_two_proposed_commitments_that_close_a_circle_only_the_first_is_approved()
    {
        await using var world = await Empty();
        await world.Must(new OpenSubFund.Command(Mf, "DEEP", "子子基金", NameEn: null, "CNY", Start, LegalForm.Company));
        var down = await world.Must(new RecordCommitment.Command(Mf, "DEEP", "SUB", 10m, Start));
        var up = await world.Must(new RecordCommitment.Command(Mf, "SUB", "DEEP", 10m, Start));
        await world.Approve(down);
        await world.Refuses("ledger.cycle", new ApproveVoucher.Command(Mf, up), Actors.Approver1);
    }

    [Fact]
    public async Task A_rejected_commitment_stands_in_nobodys_way()
    {
        await using var world = await Empty();
        await world.Must(new OpenSubFund.Command(Mf, "DEEP", "子子基金", NameEn: null, "CNY", Start, LegalForm.Company));
        var wrong = await world.Must(new RecordCommitment.Command(Mf, "DEEP", "SUB", 10m, Start));
        await world.Must(new RejectVoucher.Command(Mf, wrong, "the other way round"), Actors.Approver1);
        await world.Commit("DEEP", "SUB", 10m);
        Assert.Equal(Yuan(10m), await world.Balance((view, edge) => view.Commitment(edge), "DEEP", "SUB"));
    }

    [Fact]
    public async Task Currencies_do_not_mix()
    {
        await using var world = await Empty();
        await world.Must(new OpenSubFund.Command(Mf, "USD1", "美元基金", NameEn: null, "USD", Start, LegalForm.Partnership));
        await world.Refuses("ledger.currencyMixed", new RecordCommitment.Command(Mf, "USD1", Mf, 1m, Start, "CNY"));
        await world.Refuses("input.notKnown", new RecordCommitment.Command(Mf, "USD1", Mf, 1m, Start, "XXX"));
        await world.Must(new RecordCommitment.Command(Mf, "USD1", Mf, 1m, Start, "USD"));
    }

    [Fact]
    public async Task A_second_first_commitment_is_refused_when_recorded_and_when_approved()
    {
        await using var world = await Empty();
        var first = await world.Must(new RecordCommitment.Command(Mf, "SUB", Mf, 10m, Start));
        var second = await world.Must(new RecordCommitment.Command(Mf, "SUB", Mf, 10m, Start));
        await world.Approve(first);
        await world.Refuses("commitment.exists", new ApproveVoucher.Command(Mf, second), Actors.Approver1);
        await world.Refuses("commitment.exists", new RecordCommitment.Command(Mf, "SUB", Mf, 10m, Start));
    }

    [Fact]
    public async Task A_company_commits_nothing()
    {
        await using var world = await Empty();
        await world.Refuses("pipeline.notFound", new RecordCommitment.Command(Mf, Mf, "ACME", 1m, Start));
        await world.Refuses("pipeline.notFound", new RecordCommitment.Command(Mf, "ACME", Mf, 1m, Start));
    }

    [Fact]
    public async Task A_commitment_rises_and_falls_but_not_below_what_is_paid_in_or_called()
    {
        await using var world = await Committed();
        await world.Issue("SUB", 60m);
        await world.Refuses("ledger.commitmentBelowPaidIn", new ChangeCommitment.Command(Mf, "SUB", Mf, CommitmentChange.Reduction, 40.01m, Day("2023-03-01")));
        await world.Post(new ChangeCommitment.Command(Mf, "SUB", Mf, CommitmentChange.Reduction, 10m, Day("2023-03-01")));
        await world.Post(new ChangeCommitment.Command(Mf, "SUB", Mf, CommitmentChange.Lapse, 5m, Day("2023-03-02")));
        await world.Post(new ChangeCommitment.Command(Mf, "SUB", Mf, CommitmentChange.Increase, 50m, Day("2023-03-03")));
        Assert.Equal(Yuan(90m), await world.Balance((view, edge) => view.Commitment(edge), Mf, "SUB", "2023-03-01"));
        Assert.Equal(Yuan(135m), await world.Balance((view, edge) => view.Commitment(edge), Mf, "SUB"));
        Assert.Equal(Yuan(75m), await world.Balance((view, edge) => view.Callable(edge), Mf, "SUB"));
    }

    [Fact]
    public async Task A_transfer_moves_both_sides_and_takes_paid_in_with_it()
    {
        await using var world = await Funded();
        await world.Must(new RegisterInvestor.Command(Mf, "NEW", "新出资人", NameEn: null, Start, InvestorKind.SocialCapital));
        await world.Refuses("ledger.commitmentBelowPaidIn", new ChangeCommitment.Command(Mf, Mf, "FIN", CommitmentChange.Transfer, 100m, Day("2023-05-01"), "NEW"));
        await world.Refuses("commitment.paidInAboveTransfer", new ChangeCommitment.Command(Mf, Mf, "FIN", CommitmentChange.Transfer, 100m, Day("2023-05-01"), "NEW", 101m));
        await world.Refuses("commitment.transferNeedsOther", new ChangeCommitment.Command(Mf, Mf, "FIN", CommitmentChange.Transfer, 100m, Day("2023-05-01"), "FIN", 100m));
        await world.Post(new ChangeCommitment.Command(Mf, Mf, "FIN", CommitmentChange.Transfer, 100m, Day("2023-05-01"), "NEW", 100m));
        Assert.Equal(Yuan(200m), await world.Balance((view, edge) => view.PaidIn(edge), "FIN", Mf));
        Assert.Equal(Yuan(100m), await world.Balance((view, edge) => view.PaidIn(edge), "NEW", Mf));
        Assert.Equal(Yuan(100m), await world.Balance((view, edge) => view.Commitment(edge), "NEW", Mf));
        Assert.Equal(Yuan(400m), await world.Cash(Mf));
    }

    [Fact]
    public async Task A_transfer_is_taken_back_on_both_sides_with_the_paid_in_that_went_along()
    {
        await using var world = await Funded();
        await world.Must(new RegisterInvestor.Command(Mf, "NEW", "新出资人", NameEn: null, Start, InvestorKind.SocialCapital));
        var posted = await world.Post(new ChangeCommitment.Command(Mf, Mf, "FIN", CommitmentChange.Transfer, 100m, Day("2023-05-01"), "NEW", 100m));
        var reversal = await world.Post(new ReverseLine.Command(Mf, posted.Lines[3], Voucher: null, "to another"));
        Assert.Equal(4, reversal.Lines.Count);
        Assert.Equal(Yuan(300m), await world.Balance((view, edge) => view.PaidIn(edge), "FIN", Mf));
        Assert.Equal(Yuan(0m), await world.Balance((view, edge) => view.Commitment(edge), "NEW", Mf));
    }

    [Fact]
    public async Task A_change_needs_a_commitment_to_change()
    {
        await using var world = await Empty();
        await world.Refuses("pipeline.notFound", new ChangeCommitment.Command(Mf, "SUB", Mf, CommitmentChange.Increase, 1m, Start));
        await world.Refuses("input.required", new ChangeCommitment.Command(Mf, "SUB", Mf, CommitmentChange.Transfer, 1m, Start));
    }

    [Fact]
    public async Task A_contribution_in_kind_is_paid_in_without_cash()
    {
        await using var world = await Committed();
        await world.Post(new RecordInKind.Command(Mf, "SUB", Mf, 70m, Day("2023-02-01"), Note: "stake taken over"));
        Assert.Equal(Yuan(30m), await world.Balance((view, edge) => view.Unfunded(edge), Mf, "SUB"));
        Assert.Equal(Yuan(0m), await world.Cash("SUB"));
        await world.Refuses("ledger.aboveUnfunded", new RecordInKind.Command(Mf, "SUB", Mf, 30.01m, Day("2023-02-01")));
        await world.Post(new RecordInKind.Command(Mf, "SUB", Mf, 30.01m, Day("2023-02-01"), InsideCommitment: false));
    }

    [Fact]
    public async Task A_commitment_reversed_by_mistake_of_kind_leaves_nothing()
    {
        await using var world = await Empty();
        var posted = await world.Commit(Mf, "SUB", 10m);
        await world.Post(new ReverseLine.Command(Mf, posted.FirstLine, Voucher: null, "never signed"));
        Assert.Equal(Yuan(0m), await world.Balance((view, edge) => view.Commitment(edge), Mf, "SUB"));
        await world.Commit(Mf, "SUB", 12m);
        Assert.Equal(Yuan(12m), await world.Balance((view, edge) => view.Commitment(edge), Mf, "SUB"));
    }
}
