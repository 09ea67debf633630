using FundTracker.Application.Approvals;
using FundTracker.Application.Funds;
using FundTracker.Application.Records;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Holdings;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Testing.Databases;
using static FundTracker.Application.Tests.World;

namespace FundTracker.Application.Tests.Records;

/// <summary>Distributions, NAVs and a fund's own cash.</summary>
public sealed class FlowTests
{
    [Fact]
    public async Task A_distribution_is_shared_by_what_each_has_paid_in_to_the_fen()
    {
        await using var world = await Funded();
        await world.Post(new RecordDistribution.Command(Mf, Mf, Day("2023-06-01"), [new(DistributionKind.ReturnOfCapital, 100.01m)]));
        Assert.Equal(Yuan(60.01m), await world.Balance((view, edge) => view.Distributed(edge), "FIN", Mf));
        Assert.Equal(Yuan(40m), await world.Balance((view, edge) => view.Distributed(edge), "SOE", Mf));
        Assert.Equal(Yuan(299.99m), await world.Cash(Mf));
    }

    [Fact]
    public async Task A_recallable_distribution_raises_unfunded_again_and_another_does_not()
    {
        await using var world = await Funded();
        await world.Post(new RecordDistribution.Command(
            Mf, "SUB", Day("2023-06-01"), [new(DistributionKind.ReturnOfCapital, 20m, Recallable: true), new(DistributionKind.Gain, 5m)]));
        Assert.Equal(Yuan(20m), await world.Balance((view, edge) => view.Unfunded(edge), Mf, "SUB"));
        Assert.Equal(Yuan(25m), await world.Balance((view, edge) => view.Distributed(edge), Mf, "SUB"));
    }

    [Fact]
    public async Task A_part_stated_for_one_investor_is_its_alone()
    {
        await using var world = await Funded();
        await world.Post(new RecordDistribution.Command(Mf, Mf, Day("2023-06-01"), [new(DistributionKind.Income, 7m, Investor: "SOE")]));
        Assert.Equal(Yuan(0m), await world.Balance((view, edge) => view.Distributed(edge), "FIN", Mf));
        Assert.Equal(Yuan(7m), await world.Balance((view, edge) => view.Distributed(edge), "SOE", Mf));
    }

    [Fact]
    public async Task A_distribution_above_the_cash_of_the_fund_is_refused()
    {
        await using var world = await Funded();
        await world.Refuses("ledger.cashBelowZero", new RecordDistribution.Command(Mf, "SUB", Day("2023-06-01"), [new(DistributionKind.Gain, 100.01m)]));
        await world.Refuses("ledger.cashBelowZero", new RecordDistribution.Command(Mf, "SUB", Day("2023-02-28"), [new(DistributionKind.Gain, 1m, Investor: Mf)]));
    }

    [Fact]
    public async Task Where_nobody_has_paid_in_there_is_nothing_to_share_by()
    {
        await using var world = await Committed();
        await world.Refuses("share.nobodyPaidIn", new RecordDistribution.Command(Mf, "SUB", Day("2023-06-01"), [new(DistributionKind.Gain, 1m)]));
        await world.Refuses("share.nobodyPaidIn", new RecordNav.Command(Mf, "SUB", Day("2023-06-30"), 1m, ValuationMethod.NetAssets, "report"));
    }

    [Fact]
    public async Task A_nav_is_shared_by_paid_in_and_a_later_one_replaces_it()
    {
        await using var world = await Funded();
        await world.Post(new RecordNav.Command(Mf, Mf, Day("2023-06-30"), 600m, ValuationMethod.NetAssets, "half-year report"));
        await world.Post(new RecordNav.Command(Mf, Mf, Day("2023-09-30"), 550m, ValuationMethod.NetAssets, "third quarter"));
        Assert.Equal(Yuan(360m), await world.Balance((view, edge) => view.LevelRolledForward(edge)!.Value, "FIN", Mf, "2023-06-30"));
        Assert.Equal(Yuan(330m), await world.Balance((view, edge) => view.LevelRolledForward(edge)!.Value, "FIN", Mf));
    }

    [Fact]
    public async Task One_investors_capital_account_is_its_alone()
    {
        await using var world = await Funded();
        await world.Post(new RecordNav.Command(Mf, Mf, Day("2023-06-30"), -3m, ValuationMethod.ManagerStatement, "statement", Holder: "SOE"));
        Assert.Equal(Yuan(-3m), await world.Balance((view, edge) => view.LevelRolledForward(edge)!.Value, "SOE", Mf));
        var view = await world.View();
        Assert.Null(view.LevelRolledForward(view.Book.FindEdge(EdgeKind.Commitment, view.Book.FindNode("FIN")!.Id, view.Book.MotherFund)));
    }

    [Fact]
    public async Task A_roll_forward_stands_on_the_fund_itself()
    {
        await using var world = await Funded();
        await world.Post(new RecordNav.Command(
            Mf, "SUB", Day("2023-06-30"), 103m, ValuationMethod.ManagerStatement, "statement",
            Changes: new RecordNav.RollForward(Income: 1m, Unrealised: 5m, ManagementFee: 3m)));
        var view = await world.View();
        var sub = view.Book.FindNode("SUB")!.Id;
        var own = view.Book.FindEdge(EdgeKind.Own, sub, sub);
        Assert.Equal(
            (100L, 500L, 300L, 0L),
            (view.Sum(own, LineKind.ValueIncome), view.Sum(own, LineKind.ValueUnrealised), view.Sum(own, LineKind.ValueManagementFee), view.Sum(own, LineKind.ValueExpense)));
        Assert.Equal(Yuan(100m), await world.Cash("SUB"));
    }

    [Fact]
    public async Task A_sub_funds_manager_hands_in_the_nav_of_its_own_fund_only()
    {
        await using var world = await Funded();
        var outside = Actors.SubFundManagerOf("SUB");
        var voucher = await world.Must(new RecordNav.Command(Mf, "SUB", Day("2023-06-30"), 103m, ValuationMethod.ManagerStatement, "statement"), outside);
        Assert.Equal("subfund1", (await world.Must(new GetVoucher.Query(Mf, voucher))).Card.RecordedBy);
        await world.Refuses("pipeline.notAllowed", new RecordNav.Command(Mf, Mf, Day("2023-06-30"), 1m, ValuationMethod.ManagerStatement, "statement"), outside);
        await world.Refuses("pipeline.notAllowed", new RecordFundCash.Command(Mf, "SUB", LineKind.Expense, Day("2023-06-30"), 1m), outside);
        await world.Must(new GetFund.Query(Mf, "SUB", Day("2023-12-31")), outside);
        await world.Refuses("pipeline.notAllowed", new GetFund.Query(Mf, Mf, Day("2023-12-31")), outside);
    }

    [Fact]
    public async Task A_funds_own_money_moves_by_the_kind_of_the_record()
    {
        await using var world = await Funded();
        await world.Post(new RecordFundCash.Command(Mf, "SUB", LineKind.ManagementFee, Day("2023-04-01"), 2m));
        await world.Post(new RecordFundCash.Command(Mf, "SUB", LineKind.Interest, Day("2023-04-02"), 0.5m));
        await world.Post(new RecordFundCash.Command(Mf, "SUB", LineKind.Tax, Day("2023-04-03"), 0.05m));
        Assert.Equal(Yuan(98.45m), await world.Cash("SUB"));
        await world.Refuses("input.notKnown", new RecordFundCash.Command(Mf, "SUB", LineKind.Contribution, Day("2023-04-01"), 2m));
        await world.Refuses("ledger.cashBelowZero", new RecordFundCash.Command(Mf, "SUB", LineKind.Expense, Day("2023-04-04"), 98.46m));
    }

    [Fact]
    public async Task A_credit_line_lets_a_fund_pay_and_is_repaid_no_more_than_drawn()
    {
        await using var world = await Funded();
        await world.Post(new RecordFundCash.Command(Mf, "SUB", LineKind.CreditDrawn, Day("2023-04-01"), 50m));
        await world.Post(new RecordFundCash.Command(Mf, "SUB", LineKind.Expense, Day("2023-04-02"), 120m));
        await world.Refuses("cash.aboveCreditDrawn", new RecordFundCash.Command(Mf, "SUB", LineKind.CreditRepaid, Day("2023-04-03"), 50.01m));
        await world.Post(new RecordFundCash.Command(Mf, "SUB", LineKind.CreditRepaid, Day("2023-04-03"), 30m));
        Assert.Equal(Yuan(0m), await world.Cash("SUB"));
    }

    [Fact]
    public async Task Two_pending_expenses_that_together_exceed_the_cash_are_not_both_approved()
    {
        await using var world = await Funded();
        var first = await world.Must(new RecordFundCash.Command(Mf, "SUB", LineKind.Expense, Day("2023-04-02"), 60m));
        var second = await world.Must(new RecordFundCash.Command(Mf, "SUB", LineKind.Expense, Day("2023-04-03"), 60m));
        await world.Approve(first);
        await world.Refuses("ledger.cashBelowZero", new ApproveVoucher.Command(Mf, second), Actors.Approver1);
    }
}
