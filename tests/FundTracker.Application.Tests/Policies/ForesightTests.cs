using FundTracker.Application.Approvals;
using FundTracker.Application.CapitalCalls;
using FundTracker.Application.Funds;
using FundTracker.Application.Policies;
using FundTracker.Application.Records;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Values;
using FundTracker.Testing.Databases;
using static FundTracker.Application.Tests.World;

namespace FundTracker.Application.Tests.Policies;

/// <summary>What rules would say of something pending is shown, and judged, before it is approved.</summary>
public sealed class ForesightTests
{
    [Fact]
    public async Task A_hard_rule_that_would_be_breached_refuses_the_approval_and_a_reason_lets_it_pass()
    {
        await using var world = await Funded();
        var voucher = await Invest(world, 25m);
        var error = await world.Refuses("policy.breachForeseen", new ApproveVoucher.Command(Mf, voucher), Actors.Approver1);
        Assert.Contains(("rule", (object)"F-10"), error.Args);
        Assert.Contains(("then", (object)"25.00 %"), error.Args);
        await world.Refuses("policy.breachForeseen", new ApproveVoucher.Command(Mf, voucher, "  "), Actors.Approver1);
        await world.Must(new ApproveVoucher.Command(Mf, voucher, "resolution 7"), Actors.Approver1);
        var card = (await world.Must(new GetVoucher.Query(Mf, voucher))).Card;
        Assert.Equal(("resolution 7", "F-10@SUB"), (card.OverrideReason, card.Overridden));
    }

    [Fact]
    public async Task A_figure_on_the_limit_needs_no_reason_and_none_is_kept()
    {
        await using var world = await Funded();
        var voucher = await Invest(world, 20m);
        Assert.DoesNotContain(await Changes(world, voucher), change => change.NeedsReason);
        await world.Must(new ApproveVoucher.Command(Mf, voucher, "not needed"), Actors.Approver1);
        var card = (await world.Must(new GetVoucher.Query(Mf, voucher))).Card;
        Assert.Equal(("", ""), (card.OverrideReason, card.Overridden));
    }

    [Fact]
    public async Task What_is_foreseen_is_what_the_rules_say_after_the_approval()
    {
        await using var world = await Funded();
        var voucher = await Invest(world, 25m);
        var foreseen = await world.Must(new ForeseeVoucher.Query(Mf, voucher));
        Assert.Equal(Day("2023-05-10"), foreseen.Day);
        await world.Approve(voucher);
        var after = (await world.Must(new GetRules.Query(Mf, foreseen.Day!.Value))).Results.SelectMany(result => result.Findings).ToList();
        Assert.NotEmpty(foreseen.Changes);
        foreach (var change in foreseen.Changes)
        {
            var finding = after.Single(one => one.Rule.Id == change.Rule.Id && one.Subject.Code == change.Then.Subject.Code);
            Assert.Equal(change.Then.Status, finding.Status);
            Assert.Equal(change.CheckThen.Reading.Number, finding.Deciding.Reading.Number);
        }
    }

    [Fact]
    public async Task Looking_ahead_changes_nothing()
    {
        await using var world = await Funded();
        var voucher = await Invest(world, 25m);
        var before = (await world.Host.Books(Mf)).LineCount;
        _ = await Changes(world, voucher);
        Assert.Equal(before, (await world.Host.Books(Mf)).LineCount);
        Assert.Equal(Domain.Capital.VoucherState.Pending, (await world.Must(new GetVoucher.Query(Mf, voucher))).Card.State);
    }

    [Fact]
    public async Task A_floor_that_has_no_answer_yet_is_shown_and_asks_for_no_reason()
    {
        await using var world = await Committed();
        await world.Fund(Mf, 500m, "2023-02-01", ("FIN", 300m), ("SOE", 200m));
        var call = await world.Issue("SUB", 100m);
        var payment = await world.Must(new RecordPayment.Command(Mf, call, Mf, 100m, Day("2023-03-01")));
        var floor = (await Changes(world, payment)).Single(change => change.Rule.Id == "L-04");
        Assert.Equal((ForeseenKind.Breach, "localMultiple", false), (floor.Kind, floor.CheckThen.Check.Input, floor.NeedsReason));
        await world.Must(new ApproveVoucher.Command(Mf, payment), Actors.Approver1);
    }

    [Fact]
    public async Task A_breach_that_would_end_is_foreseen_as_cured()
    {
        await using var world = await Funded();
        await world.Approve(await Invest(world, 25m));
        await world.Commit("SOE", "SUB", 25m);
        var call = await world.Issue("SUB", 25m, notice: "2023-06-01", due: "2023-06-10");
        var payment = await world.Must(new RecordPayment.Command(Mf, call, "SOE", 25m, Day("2023-06-10")));
        var cured = (await Changes(world, payment)).Single(change => change.Rule.Id == "L-09");
        Assert.Equal((ForeseenKind.Cure, 25m, 20m), (cured.Kind, cured.CheckNow!.Reading.Number, cured.CheckThen.Reading.Number));
        await world.Must(new ApproveVoucher.Command(Mf, payment), Actors.Approver1);
    }

    [Fact]
    public async Task A_breach_that_would_get_worse_is_shown_with_both_figures_and_one_that_stays_is_not()
    {
        await using var world = await Funded();
        await world.Approve(await Invest(world, 25m));
        var more = await world.Must(new RecordInvestment.Command(Mf, "ACME", "B", Day("2023-06-10"), [new RecordInvestment.Part("SUB", 5m)]));
        var worse = (await Changes(world, more)).Single(change => change.Rule.Id == "L-09");
        Assert.Equal((ForeseenKind.Worse, 25m, 30m, false), (worse.Kind, worse.CheckNow!.Reading.Number, worse.CheckThen.Reading.Number, worse.NeedsReason));
        var hard = (await Changes(world, more)).Single(change => change.Rule.Id == "F-10");
        Assert.Equal((ForeseenKind.Worse, 25m, 30m, true), (hard.Kind, hard.CheckNow!.Reading.Number, hard.CheckThen.Reading.Number, hard.NeedsReason));
        await world.Must(new RegisterCompany.Command(Mf, "OTHER", "另一企业", "Other company", Start));
        var beside = await world.Must(new RecordInvestment.Command(Mf, "OTHER", "A", Day("2023-06-10"), [new RecordInvestment.Part("SUB", 5m)]));
        Assert.DoesNotContain(await Changes(world, beside), change => change.Rule.Id == "L-09");
    }

    [Fact]
    public async Task A_hard_breach_that_would_get_worse_refuses_the_approval_and_a_reason_lets_it_pass()
    {
        await using var world = await Funded();
        await world.Must(new ApproveVoucher.Command(Mf, await Invest(world, 25m), "resolution 7"), Actors.Approver1);
        var more = await world.Must(new RecordInvestment.Command(Mf, "ACME", "B", Day("2023-06-10"), [new RecordInvestment.Part("SUB", 5m)]));
        var error = await world.Refuses("policy.breachWorsened", new ApproveVoucher.Command(Mf, more), Actors.Approver1);
        Assert.Contains(("now", (object)"25.00 %"), error.Args);
        Assert.Contains(("then", (object)"30.00 %"), error.Args);
        await world.Must(new ApproveVoucher.Command(Mf, more, "resolution 8"), Actors.Approver1);
        var card = (await world.Must(new GetVoucher.Query(Mf, more))).Card;
        Assert.Equal(("resolution 8", "F-10@SUB"), (card.OverrideReason, card.Overridden));
    }

    [Fact]
    public async Task A_call_is_judged_as_if_everybody_had_paid_on_the_due_day()
    {
        await using var world = await Committed();
        await world.Must(new StateFact.Command(Mf, "SUB", FactNames.FundStage, "Industry", Start));
        var call = await world.Draft("SUB", 40m, due: "2023-02-25");
        var foreseen = await world.Must(new ForeseeCapitalCall.Query(Mf, call));
        Assert.Equal(Day("2023-02-25"), foreseen.Day);
        Assert.Contains(foreseen.Changes, change => change.Rule.Id == "L-02" && change.CheckThen.Reading.Number == 0m);
        await world.Must(new SubmitCapitalCall.Command(Mf, call));
        await world.Must(new ApproveCapitalCall.Command(Mf, call), Actors.Approver1);
        await world.Must(new IssueCapitalCall.Command(Mf, call));
        Assert.Equal("call.wrongStage", (await world.Send(new ForeseeCapitalCall.Query(Mf, call))).Error.Code);
    }

    [Fact]
    public async Task What_was_decided_is_no_longer_foreseen()
    {
        await using var world = await Funded();
        var voucher = await Invest(world, 25m);
        await world.Approve(voucher);
        Assert.Equal("approval.notPending", (await world.Send(new ForeseeVoucher.Query(Mf, voucher))).Error.Code);
        Assert.Equal("pipeline.notFound", (await world.Send(new ForeseeVoucher.Query(Mf, new VoucherId(77)))).Error.Code);
        Assert.Equal("pipeline.notFound", (await world.Send(new ForeseeCapitalCall.Query(Mf, new CapitalCallId(77)))).Error.Code);
    }

    private static async Task<IReadOnlyList<ForeseenChange>> Changes(World world, VoucherId voucher) =>
        (await world.Must(new ForeseeVoucher.Query(Mf, voucher))).Changes;

    private static Task<VoucherId> Invest(World world, decimal amount) =>
        world.Must(new RecordInvestment.Command(Mf, "ACME", "A", Day("2023-05-10"), [new RecordInvestment.Part("SUB", amount)]));
}
