using FundTracker.Analytics.Leverage;
using FundTracker.Application.Approvals;
using FundTracker.Application.Funds;
using FundTracker.Application.Leverage;
using FundTracker.Application.Periods;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Testing.Databases;
using static FundTracker.Application.Tests.World;

namespace FundTracker.Application.Tests.Funds;

/// <summary>What figures read besides lines is stated by one person and approved by another.</summary>
public sealed class FactTests
{
    [Fact]
    public async Task A_fact_holds_once_another_person_approved_it()
    {
        await using var world = await Empty();
        var voucher = await world.Must(new StateFact.Command(Mf, "SUB", FactNames.FundClass, "Theme", Start));
        Assert.Null(await ClassOf(world));
        var card = Assert.Single((await world.Must(new GetFund.Query(Mf, "SUB", Day("2023-12-31")))).Pending);
        Assert.Equal((voucher, "fundClass", "Theme", null), (card.Id, card.Facts[0].Name, card.Facts[0].Value, card.Facts[0].Before));
        await world.Refuses("pipeline.notAllowed", new ApproveVoucher.Command(Mf, voucher), Actors.Manager2);

        await world.Approve(voucher);
        Assert.Equal("Theme", await ClassOf(world));
        var stated = (await world.View()).Book.FactOn((await world.View()).Book.FindNode("SUB")!.Id, FactNames.FundClass, Start, Stamp.Max)!;
        Assert.Equal(("manager1", "approver1"), (stated.RecordedBy, stated.ApprovedBy));
        Assert.Equal([stated.Sequence], (await world.Must(new GetVoucher.Query(Mf, voucher))).Stated);
    }

    [Fact]
    public async Task Who_states_a_fact_does_not_approve_it()
    {
        await using var world = await Empty();
        var voucher = await world.Must(new StateFact.Command(Mf, "SUB", FactNames.FundClass, "Theme", Start), Actors.Approver1);
        await world.Refuses("approval.samePerson", new ApproveVoucher.Command(Mf, voucher), Actors.Approver1);
        await world.Must(new ApproveVoucher.Command(Mf, voucher), Actors.Approver2);
    }

    [Fact]
    public async Task A_rejected_fact_is_not_stated()
    {
        await using var world = await Empty();
        var voucher = await world.Must(new StateFact.Command(Mf, "SUB", FactNames.FundClass, "Theme", Start));
        await world.Must(new RejectVoucher.Command(Mf, voucher, "wrong fund"), Actors.Approver1);
        Assert.Null(await ClassOf(world));
        await world.Refuses("approval.notPending", new ApproveVoucher.Command(Mf, voucher), Actors.Approver1);
    }

    [Fact]
    public async Task What_is_stated_when_a_member_is_registered_waits_on_its_record()
    {
        await using var world = await Empty();
        await world.Host.Must(new OpenSubFund.Command(Mf, "NEW", "新基金", NameEn: null, "CNY", Start, LegalForm.Company, FundClass.Function), Actors.Manager1);
        var page = await world.Must(new GetFund.Query(Mf, "NEW", Day("2023-12-31")));
        Assert.Null(page.Fund.Fact(FactNames.FundClass));
        Assert.Equal(
            [("fundClass", "Function"), ("fundStatus", "Active"), ("legalForm", "Company")],
            Assert.Single(page.Pending).Facts.Select(fact => (fact.Name, fact.Value)).Order());
    }

    [Fact]
    public async Task An_investor_whose_kind_still_waits_moves_no_leverage_ratio()
    {
        await using var world = await Funded();
        await world.Host.Must(new RegisterInvestor.Command(Mf, "SOC", "社会资本", NameEn: null, Start, InvestorKind.SocialCapital), Actors.Manager1);
        await world.Commit("SOC", "SUB", 50m);
        await world.Fund("SUB", 50m, "2023-04-01", ("SOC", 50m));
        Assert.Null((await SocialToFiscal(world)).Value);
        var waiting = (await world.Must(new ListPending.Query(Mf))).Vouchers.Single(voucher => voucher.Kind == VoucherKind.Facts);
        await world.Approve(waiting.Id);
        Assert.NotNull((await SocialToFiscal(world)).Value);
    }

    [Fact]
    public async Task A_quarter_is_not_closed_over_a_fact_that_still_waits_and_a_held_one_takes_no_new_fact()
    {
        await using var world = await Empty();
        var voucher = await world.Must(new StateFact.Command(Mf, "SUB", FactNames.FundClass, "Theme", Day("2023-05-01")));
        await world.Must(new HoldQuarter.Command(Mf, "2023Q2"), Actors.Approver1);
        await world.Refuses("ledger.periodOnHold", new StateFact.Command(Mf, "SUB", FactNames.FundClass, "Angel", Day("2023-06-01")));
        await world.Refuses("period.pendingInQuarter", new CloseQuarter.Command(Mf, "2023Q2"), Actors.Approver1);
        await world.Approve(voucher);
        await world.Must(new CloseQuarter.Command(Mf, "2023Q2"), Actors.Approver1);
    }

    private static async Task<Figure<Multiple>> SocialToFiscal(World world) =>
        (await world.Must(new GetLeverage.Query(Mf, Day("2023-12-31")))).Rows[0][LeverageFormula.SocialToFiscal].Ratio;

    private static async Task<string?> ClassOf(World world) =>
        (await world.Must(new GetFund.Query(Mf, "SUB", Day("2023-12-31")))).Fund.Fact(FactNames.FundClass);
}
