using FundTracker.Analytics.Phases;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Capital;

/// <summary>Which money a condition of a phase counts, and what is missing where it is not met. The fund is M, with phases of 100 each.</summary>
public sealed class GateBordersTests
{
    // Call 1 draws phase 1, call 2 phase 2, call 3 none.
    private const string Books = """
        mother M CNY
        fund F CNY
        2023-01-01 SOC investorKind = SocialCapital
        2023-01-01 FIN investorKind = Fiscal
        2023-01-05 FIN->M Commitment 1,000.00
        2023-02-01 FIN->M Contribution 90.00 call:1
        2023-03-01 FIN->M Contribution 70.00 call:2
        2023-03-01 FIN->M Contribution 11.00 call:3
        2023-03-02 FIN->M Contribution 13.00
        2023-03-03 FIN->M ContributionInKind 500.00 call:1

        """;

    [Theory]
    [InlineData(2, "40", "Met 40 ")] // 36 of the 90 under phase 1
    [InlineData(2, "40.01", "NotMet 40 0.01")] // 36.009 would be 40.01 %: a fen more than is there
    [InlineData(3, "22.5", "Met 22.5 ")] // 36 of 90 and 70
    [InlineData(3, "23", "NotMet 22.5 0.80")]
    [InlineData(1, "1", "NoData policy.noMoneyYet")] // nothing comes before the first
    public void What_is_placed_is_set_against_what_was_paid_under_all_phases_before(int phase, string asked, string said) =>
        Assert.Equal(said, Judge("2023-04-01 M->F Contribution 36.00\n2023-04-02 M->F ContributionInKind 50.00", phase, ConditionKind.EarlierInvested, asked));

    [Theory]
    [InlineData(2, "90", "Met 90 ")] // of the 100 of phase 1
    [InlineData(2, "95", "NotMet 90 5.00")]
    [InlineData(3, "70", "Met 70 ")] // of phase 2 alone
    [InlineData(3, "70.1", "NotMet 70 0.10")]
    [InlineData(1, "1", "NoData policy.noMoneyYet")]
    public void What_was_paid_is_that_of_the_phase_before_against_what_it_was_planned_at(int phase, string asked, string said) =>
        Assert.Equal(said, Judge("", phase, ConditionKind.EarlierPaidIn, asked));

    [Theory]
    [InlineData("others;30", "Met 30 ")]
    [InlineData("others;30.005", "NotMet 30 0.01")] // half a fen is not left out
    [InlineData("social;20", "Met 20 ")]
    [InlineData("social;25", "NotMet 20 5.00")]
    [InlineData("others;3x", "Met 3 ")] // 30 to our 10
    [InlineData("others;3.001x", "NotMet 3 0.01")]
    [InlineData("social;2x", "Met 2 ")]
    [InlineData("social;2.5x", "NotMet 2 5.00")]
    public void Others_or_social_money_is_what_was_paid_beside_ours(string asked, string said) => Assert.Equal(
        said, Judge("2023-04-01 M->F Contribution 10.00\n2023-04-01 SOC->F Contribution 20.00\n2023-04-01 FIN->F Contribution 10.00", 2, ConditionKind.OthersArrived, asked));

    [Theory]
    [InlineData("", "others;1", "NoData figure.nothingInLayer")]
    [InlineData("", "social;1x", "NoData figure.nothingInLayer")]
    [InlineData("2023-04-01 M->F Commitment 5.00\n2023-04-01 SOC->F Contribution 20.00", "others;2x", "NoData figure.nothingPaidIn")] // none of ours yet
    [InlineData("2023-04-01 M->F Commitment 5.00\n2023-04-01 SOC->F Contribution 20.00", "others;20", "Met 20 ")]
    [InlineData("2023-04-01 M->F Contribution 5.00\n2023-04-01 BANK->F Contribution 20.00", "social;2x", "NoData figure.investorKindUnknown")]
    [InlineData("2023-04-01 M->F Contribution 5.00\n2023-04-01 BANK->F Contribution 20.00", "others;4x", "Met 4 ")]
    public void Where_nothing_can_be_said_of_others_money_the_reason_is_told(string lines, string asked, string said) =>
        Assert.Equal(said, Judge(lines, 2, ConditionKind.OthersArrived, asked));

    [Theory]
    [InlineData("2023-01-01 M evidence:budget-2024 = yes;paper", "Met 1 ")] // the year that the phase is planned for
    [InlineData("2023-01-01 M evidence:budget-2023 = yes;paper", "NoData policy.evidenceMissing")]
    [InlineData("2023-01-01 M evidence:budget-2024 = no;paper", "NotMet 0 ")]
    [InlineData("2023-01-01 F evidence:budget-2024 = yes;paper", "NoData policy.evidenceMissing")] // of another fund
    public void A_phase_without_a_year_of_budget_is_in_that_of_its_day(string fact, string said) =>
        Assert.Equal(said, Judge(fact, 2, ConditionKind.BudgetApproved, ""));

    [Fact]
    public void A_fund_that_nobody_holds_and_that_holds_nothing_leads_to_no_line()
    {
        var gate = Assert.Single(Given("fund N CNY", 2, ConditionKind.EarlierInvested, "1", "N"));
        Assert.Equal((GateStatus.NoData, "policy.noMoneyYet"), (gate.Status, gate.Figure!.NoneReason!.Code));
        Assert.All(gate.Figure.Trail.Inputs.Cast<FigureInput>(), input =>
        {
            Assert.Equal(Money.Zero(Currency.Cny), input.Figure.Value);
            Assert.Empty(input.Figure.Trail.Inputs);
        });
    }

    [Theory]
    [InlineData("gate.cashPlaced", "M/phase:2", "36.00")]
    [InlineData("gate.paidEarlier", "M/phase:2", "90.00")]
    [InlineData("gate.paidEarlier", "M/phase:3", null)] // a phase without a condition
    [InlineData("gate.paidEarlier", "M/phase:1", null)]
    public void A_figure_of_a_condition_is_found_by_its_address_once_its_phase_is_known(string formula, string scope, string? amount)
    {
        var (view, plan, calls) = Planned("2023-04-01 M->F Contribution 36.00", 2, ConditionKind.EarlierInvested, "1", "M", knownAt: "2023-01-06");
        var known = new LedgerView(view.Book, view.AsOf, Stamp.Max);
        var found = GateEngine.Find(known, plan, calls, new FigureId(formula, scope))?.Value;
        Assert.Equal(amount, (found as Money)?.ToPlainText());
        Assert.Null(GateEngine.Find(new LedgerView(view.Book, view.AsOf, LedgerText.Instant("2023-01-04")), plan, calls, new FigureId(formula, scope)));
    }

    [Theory]
    [InlineData("", "2024-02-02", true)] // 70 of 100
    [InlineData("2024-01-05 FIN->M Contribution 29.99 call:2", "2024-02-02", true)]
    [InlineData("2024-01-05 FIN->M Contribution 30.00 call:2", "2024-02-02", false)]
    [InlineData("2024-01-05 FIN->M ContributionInKind 30.00 call:2", "2024-02-02", false)]
    [InlineData("2024-01-05 FIN->M Contribution 30.00", "2024-02-02", true)] // under no call
    [InlineData("2024-01-05 FIN->M Contribution 30.00 call:2\n2024-01-06 FIN->M PaidInTransferOut 1.00 call:2", "2024-02-02", true)]
    [InlineData("", "2024-02-01", false)] // the day itself
    public void A_phase_is_overdue_while_less_is_paid_than_was_planned_for_a_day_that_is_over(string lines, string day, bool isOverdue) =>
        Assert.Equal(isOverdue, Phases(lines, day)[1].IsOverdue);

    [Theory]
    [InlineData("", "0.00 24.00")] // 11 under a call of no phase, 13 under none
    [InlineData("2023-04-01 FIN->M PaidInTransferOut 24.00", null)]
    [InlineData("2023-04-01 FIN->M PaidInTransferOut 24.00\n2023-04-01 FIN->M CallIssued 7.00 call:3", "7.00 0.00")]
    [InlineData("2023-04-01 FIN->M CallIssued 7.00 call:3\n2023-04-02 FIN->M CallCancelled 3.00 call:3\n2023-04-01 FIN->M CallIssued 5.00 call:2", "4.00 24.00")]
    public void What_was_called_or_paid_without_a_phase_stands_behind_the_phases_where_there_is_any(string lines, string? sums)
    {
        var rest = Phases(lines, "2023-12-31").SingleOrDefault(phase => phase.Number == 0);
        Assert.Equal(sums, rest is null ? null : $"{rest.Called.Require().ToPlainText()} {rest.Paid.Require().ToPlainText()}");
    }

    private static IReadOnlyList<PhaseProgress> Phases(string lines, string day)
    {
        var (view, plan, calls) = Planned(lines, phase: 3, ConditionKind.EarlierPaidIn, "1", "M", "2023-01-05");
        return PhaseProgress.Of(view.On(LedgerText.Date(day)), view.Book.Root, plan, calls);
    }

    private static string Judge(string lines, int phase, ConditionKind kind, string asked)
    {
        var gate = Assert.Single(Given(lines, phase, kind, asked, "M"));
        return gate.Number is { } number
            ? FormattableString.Invariant($"{gate.Status} {number:0.####} {gate.GapMoney?.ToPlainText()}")
            : $"{gate.Status} {gate.Figure!.NoneReason!.Code}";
    }

    private static IReadOnlyList<GateResult> Given(string lines, int phase, ConditionKind kind, string asked, string of)
    {
        var (view, plan, calls) = Planned(lines, phase, kind, asked, of, "2023-01-05");
        return GateEngine.Judge(view, plan, plan.Tranches[phase - 1], calls);
    }

    /// <summary>Three phases, of which one has a condition; of the calls all are of M.</summary>
    private static (LedgerView View, ContributionPlan Plan, IReadOnlyList<CapitalCall> Calls) Planned(
        string lines, int phase, ConditionKind kind, string asked, string of, string knownAt)
    {
        var view = TestBooks.Of(Books + lines).View("2023-12-31");
        var (signed, now, mother) = (new Signatures("manager1", "approver1", Voucher: null), LedgerText.Instant(knownAt), view.Book.MotherFund);
        var plan = ContributionPlan.DrawUp(new ContributionPlanId(1), mother, view.Book.FindNode(of)!.Id, rolling: true, signed, now);
        for (var number = 1; number <= 3; number++)
        {
            PlanStepDraft[] steps = [new PhaseDraft(new DateOnly(2022 + number, 2, 1), Yuan(100m), number == 2 ? null : 2022 + number, Provenance.Recorded)];
            Assert.True(plan.Take(number == phase ? [.. steps, new ConditionDraft("asked", kind, asked)] : steps, signed, now).IsSuccess);
        }

        return (view, plan, [.. new (int Id, int? Phase)[] { (1, 1), (2, 2), (3, null) }.Select(call => CapitalCall.Draft(
            new CapitalCallId(call.Id), (mother, mother), call.Id, [new CallItem(CallPurpose.Investment, InsideCommitment: true, Yuan(10m))],
            CallStanding.Of(view.On(new DateOnly(2023, 1, 6)), mother), new DateOnly(2023, 1, 8), new DateOnly(2023, 1, 31), "manager1", now)
            .Value.Describe(call.Phase, document: null, Provenance.Recorded))]);
    }

    private static Money Yuan(decimal amount) => Money.Of(amount, Currency.Cny);
}
