using FundTracker.Domain.Capital;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Capital;

/// <summary>A call that draws a phase is approved against what was judged of the phase's conditions, or past them with a reason.</summary>
public sealed class GatesAtApprovalTests
{
    private static readonly Stamp Now = LedgerText.Instant("2023-07-01T09:00:00Z");
    private static readonly Signatures Signed = new("manager1", "approver1", Voucher: null);

    private readonly TestBooks books = TestBooks.Of("""
        mother LUZHOU1 CNY
        2023-01-05 FIN->LUZHOU1 Commitment 100.00
        """);

    private CallBuilder Calls => field ??= new CallBuilder(books, "LUZHOU1");

    [Fact]
    public void A_condition_that_was_judged_not_met_refuses_with_what_is_missing_in_its_unit_and_in_money()
    {
        var refused = Approve([Judged(2, GateStatus.NotMet, number: 45.5m, missing: 122_50)]);

        Assert.Equal(
            ["call.conditionsNotMet(tranche=1, conditions=placed)", "call.gateNotMet(condition=placed, kind=EarlierInvested, now=45.50 %, limit=70.00 %, gap=24.50 %, money=122.50 CNY)"],
            refused.Errors.Select(error => error.ToString()));
    }

    [Fact]
    public void A_condition_of_which_nothing_is_known_holds_the_phase_back_as_if_it_were_not_met()
    {
        var refused = Approve([Judged(2, GateStatus.NoData, number: null, missing: null)]);

        Assert.Equal(
            ["call.conditionsNotMet(tranche=1, conditions=placed)", "call.gateNotMet(condition=placed, kind=EarlierInvested, now=—, limit=70.00 %, gap=—, money=—)"],
            refused.Errors.Select(error => error.ToString()));
    }

    [Fact]
    public void What_is_met_and_what_belongs_to_no_condition_of_the_phase_hold_nothing_back()
    {
        Assert.True(Approve([Judged(2, GateStatus.Met, 70m, null)]).IsSuccess);
        Assert.True(Approve([Judged(3, GateStatus.Met, 0m, null)]).IsSuccess);
        Assert.True(Approve([]).IsSuccess);
        Assert.True(Approve(null).IsSuccess);
    }

    [Fact]
    public void A_ticked_condition_is_asked_for_its_tick_whatever_is_said_of_it_elsewhere()
    {
        var said = Judged(1, GateStatus.NotMet, null, null) with { Kind = ConditionKind.Ticked };
        Assert.True(Approve([said]).IsSuccess);
        Assert.Equal(["call.conditionsNotMet(tranche=1, conditions=founded)"], Approve([said], ticked: false).Errors.Select(error => error.ToString()));
        Assert.Equal(
            "call.conditionsNotMet(tranche=1, conditions=founded; placed)", Approve([Judged(2, GateStatus.NotMet, 1m, null)], ticked: false).Error.ToString());
    }

    [Fact]
    public void A_reason_overrides_and_stays_with_the_numbers_of_the_conditions_that_it_overrode()
    {
        var call = Submitted();
        Assert.True(call.Approve("approver1", Now, Calls.Standings, Phase(ticked: false), "resolution 3", gates: [Judged(2, GateStatus.NotMet, 1m, null)]).IsSuccess);
        Assert.Equal(("#1, #2", "resolution 3", CallStage.Approved), (call.Overridden, call.OverrideReason, call.Stage));
    }

    [Theory]
    [InlineData(996, 1_000)]
    [InlineData(997, 1_000)] // "#1, " stands before it
    public void Conditions_and_rules_that_were_overridden_are_named_together_in_a_thousand_characters(int length, int kept)
    {
        var (code, check) = (new string('x', length - "R@".Length), new RuleCheck("share", Demand.AtMost, "limit"));
        var none = new InputReading(Figure<Percentage>.None(new FigureId("share", "F"), PolicyErrors.NoMoneyYet()), Number: null);
        var result = new CheckResult(check, FindingStatus.Breached, none, Limit: 20m, PolicyUnit.Percent, Reason: null);
        var subject = new PolicySubject(code, BilingualName.Of("基金", "fund"), books.Node("LUZHOU1"));
        var breach = new Finding(Policies.RulebookTests.Rule("R"), subject, FindingStatus.Breached, [result], result, IsRetroactive: false);
        var call = Submitted();
        Assert.True(call.Approve(
            "approver1", Now, Calls.Standings, Phase(ticked: false), "resolution 3",
            [new ForeseenChange(ForeseenKind.Breach, breach, Now: null)]).IsSuccess);
        var whole = "#1, R@" + code;
        Assert.Equal((kept, whole.Length <= 1_000 ? whole : whole[..999] + "…"), (call.Overridden.Length, call.Overridden));
    }

    [Fact]
    public void A_reason_that_overrides_nothing_is_not_kept()
    {
        var call = Submitted();
        Assert.True(call.Approve("approver1", Now, Calls.Standings, Phase(ticked: true), "not needed", gates: [Judged(2, GateStatus.Met, 70m, null)]).IsSuccess);
        Assert.Equal(("", ""), (call.Overridden, call.OverrideReason));
    }

    [Theory]
    [InlineData(PolicyUnit.Percent, "45.50 %", "70.00 %", "24.50 %")]
    [InlineData(PolicyUnit.Multiple, "45.50x", "70.00x", "24.50x")]
    [InlineData(PolicyUnit.Money, "45.5", "70", "24.5")]
    [InlineData(PolicyUnit.Count, "45.5", "70", "24.5")]
    public void Figures_of_a_refusal_are_written_in_the_unit_of_the_condition(PolicyUnit unit, string now, string limit, string gap)
    {
        var judged = Judged(2, GateStatus.NotMet, 45.5m, null);
        var args = Approve([judged with { Gate = judged.Gate! with { Unit = unit } }]).Errors[1].Args;
        Assert.Equal([now, limit, gap], args.Where(arg => arg.Name is "now" or "limit" or "gap").Select(arg => arg.Value));
    }

    [Fact]
    public void Amounts_of_a_refusal_are_in_the_currency_of_the_figure_that_was_judged()
    {
        var judged = Judged(2, GateStatus.NotMet, 45.5m, 24_50);
        var arrived = Figure<Money>.Of(new FigureId("gate.othersArrived", "F/phase:1"), Money.Of(45.5m, Currency.Cny), Trail.Empty);
        var args = Approve([judged with { Gate = judged.Gate! with { Unit = PolicyUnit.Money }, Figure = arrived }]).Errors[1].Args;
        Assert.Equal(
            ["45.50 CNY", "70.00 CNY", "24.50 CNY", "24.50 CNY"], args.Where(arg => arg.Value is Money).Select(arg => arg.Value.ToString()));
    }

    [Fact]
    public void A_gap_is_what_is_missing_to_the_limit_and_none_where_it_is_met_or_unknown()
    {
        Assert.Equal(24.5m, Judged(2, GateStatus.NotMet, 45.5m, null).Gap);
        Assert.Null(Judged(2, GateStatus.Met, 75m, null).Gap);
        Assert.Null(Judged(2, GateStatus.NoData, null, null).Gap);
        Assert.Null((Judged(2, GateStatus.NotMet, 45.5m, null) with { Gate = null }).Gap);
    }

    private Result<Done> Approve(IReadOnlyList<GateResult>? gates, bool ticked = true)
    {
        var call = Submitted();
        var result = call.Approve("approver1", Now, Calls.Standings, Phase(ticked), " ", gates: gates);
        Assert.Equal(result.IsSuccess ? CallStage.Approved : CallStage.Submitted, call.Stage);
        return result;
    }

    private CapitalCall Submitted()
    {
        var call = Calls.Draft(90m).Value.Describe(tranche: 1, document: null, Provenance.Recorded);
        Assert.True(call.Submit("manager1", Now).IsSuccess);
        return call;
    }

    private Tranche Phase(bool ticked)
    {
        var plan = ContributionPlan.DrawUp(new ContributionPlanId(1), books.Head.MotherFund, books.Node("LUZHOU1"), rolling: true, Signed, Now);
        var phase = plan.AddTranche(
            new DateOnly(2023, 2, 1), Money.Of(150m, Currency.Cny), 2023, [new ConditionDraft("founded"), new ConditionDraft("placed", ConditionKind.EarlierInvested, "70%")],
            Provenance.Recorded, Signed, Now).Value;
        if (ticked) Assert.True(plan.TickCondition(new TickDraft(1, 1, "营业执照", Document: null), Signed, Now).IsSuccess);
        return phase;
    }

    private static GateResult Judged(int condition, GateStatus status, decimal? number, long? missing) => new(
        condition, "placed", ConditionKind.EarlierInvested, status, Gate.Read(ConditionKind.EarlierInvested, "70%").Value, Figure: null, number,
        missing is { } minor ? Money.FromMinor(minor, Currency.Cny) : null);
}
