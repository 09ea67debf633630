using FundTracker.Analytics.Phases;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Capital;

/// <summary>The gate that asks how much of the earlier money is placed, of a fund that pays in other currencies too: each payment at the rate of its day.</summary>
public sealed class GateInSeveralCurrenciesTests
{
    // Placed: 30 + 4 x 6.5 + 1.01 x 7.1 (7.171, so 7.17) = 63.17 of the 100 that were paid in.
    private const string Books = """
        mother M CNY
        fund C CNY
        fund H USD
        2020-01-01 M fx:USD/CNY = 6.5
        2021-01-01 M fx:USD/CNY = 7.1
        2022-07-01 M fx:USD/CNY = 6.8
        2020-01-05 FIN->M Commitment 1,000.00
        2020-02-01 FIN->M Contribution 100.00 call:1
        2020-02-01 M->C Commitment 100.00
        2020-02-01 M->C Contribution 30.00
        2020-03-01 M->H Commitment 10.00
        2020-03-01 M->H Contribution 4.00
        2021-03-01 M->H Contribution 1.01
        """;

    [Theory]
    [InlineData("63.17", GateStatus.Met, null)]
    [InlineData("63.18", GateStatus.NotMet, 0.01)]
    public void Payments_in_another_currency_count_at_the_rate_of_their_day(string asked, GateStatus expected, double? missing)
    {
        var gate = Judge(Books, "2022-12-31", asked);

        Assert.Equal((expected, 63.17m), (gate.Status, gate.Number));
        Assert.Equal(missing is { } amount ? Cny(amount) : null, gate.GapMoney);
    }

    [Fact]
    public void The_trail_adds_up_and_leads_to_the_amounts_in_their_own_currency_and_to_the_rates()
    {
        var placed = Assert.Single(Judge(Books, "2022-12-31", "50").Figure!.Trail.Inputs.OfType<FigureInput>(), input => input.Role == "numerator").Figure;
        var own = Assert.Single(placed.Trail.Inputs.OfType<LinesInput>());
        var other = Assert.Single(placed.Trail.Inputs.OfType<FigureInput>());

        Assert.Equal((Cny(63.17), Cny(30.00)), ((Money)placed.Value!, own.Total));
        Assert.Equal(("converted", "gate.cashPlaced@M/phase:2/currency:USD", Cny(33.17)), (other.Role, $"{other.Figure.Id}", (Money)other.Figure.Value!));
        Assert.Equal(Usd(5.01), Assert.Single(other.Figure.Trail.Inputs.OfType<LinesInput>()).Total);
        Assert.Equal(["6.5", "7.1"], other.Figure.Trail.Inputs.OfType<FactInput>().Select(input => input.Fact!.Value));
    }

    [Fact]
    public void The_part_that_was_converted_is_found_by_its_address()
    {
        var (view, plan, calls) = Given(Books, "2022-12-31", "50");

        Assert.Equal(Cny(33.17), GateEngine.Find(view, plan, calls, new FigureId("gate.cashPlaced", "M/phase:2/currency:USD"))!.Value);
        Assert.Null(GateEngine.Find(view, plan, calls, new FigureId("gate.cashPlaced", "M/phase:2/currency:EUR")));
    }

    [Fact]
    public void Without_a_rate_nothing_can_be_said_and_the_reason_names_the_pair_and_the_first_day_without_one()
    {
        var gate = Judge(Books.Replace("2020-01-01 M fx", "2020-06-01 M fx", StringComparison.Ordinal), "2022-12-31", "50");

        Assert.Equal((GateStatus.NoData, null, null), (gate.Status, gate.Number, gate.GapMoney));
        Assert.Equal($"{FigureReasons.NoRate("USD/CNY", new DateOnly(2020, 3, 1))}", $"{gate.Figure!.NoneReason}");
    }

    [Fact]
    public void The_first_day_without_a_rate_is_named_among_several_currencies()
    {
        var gate = Judge($"{Books}\nfund E EUR\n2020-02-15 M->E Commitment 5.00\n2020-02-15 M->E Contribution 5.00", "2022-12-31", "50");

        Assert.Equal($"{FigureReasons.NoRate("EUR/CNY", new DateOnly(2020, 2, 15))}", $"{gate.Figure!.NoneReason}");
    }

    [Theory]
    [InlineData("2021-07-31", 84.47)] // 3 x 7.1 more while it stands
    [InlineData("2022-12-31", 63.17)] // taken back after the rate moved to 6.8, and nothing is left of it
    public void A_payment_that_was_taken_back_leaves_nothing_whatever_the_rate_of_that_day(string day, double expected)
    {
        var wrong = $"{Books}\n2021-04-01 M->H Contribution 3.00";
        var line = TestBooks.Of(wrong).Snapshot.LineCount;
        var gate = Judge($"{wrong}\n2022-08-01 M->H Contribution -3.00 reverses:#{line}", day, "50");

        Assert.Equal((decimal)expected, gate.Number);
    }

    [Fact]
    public void A_rate_that_is_stated_for_a_later_day_is_not_read_before_it() =>
        Assert.Equal(56.00m, Judge(Books, "2020-12-31", "50").Number); // 30 + 4 x 6.5

    [Fact]
    public void A_fund_in_another_currency_is_judged_in_its_own()
    {
        // Paid in 4 dollars; 14.20 yuan placed at 7.1 are 2 of them.
        var text = Books.Replace("M->H Contribution 4.00", "M->H Contribution 4.00 call:1", StringComparison.Ordinal)
            .Replace("2021-03-01 M->H Contribution 1.01", "2021-03-01 H->C Commitment 20.00\n2021-03-01 H->C Contribution 14.20", StringComparison.Ordinal);
        var gate = Judge(text, "2022-12-31", "60", "H");

        Assert.Equal((GateStatus.NotMet, 50m, Usd(0.40)), (gate.Status, gate.Number, gate.GapMoney));
    }

    private static GateResult Judge(string text, string day, string asked, string of = "M")
    {
        var (view, plan, calls) = Given(text, day, asked, of);
        return Assert.Single(GateEngine.Judge(view, plan, plan.Tranches[1], calls));
    }

    /// <summary>The books, a plan whose second phase asks for a share of the first to be placed, and the call under which the first was paid.</summary>
    private static (LedgerView View, ContributionPlan Plan, IReadOnlyList<CapitalCall> Calls) Given(
        string text, string day, string asked, string of = "M")
    {
        var view = TestBooks.Of(text).View(day);
        var (signed, now, mother) = (new Signatures("manager1", "approver1", Voucher: null), LedgerText.Instant("2020-01-05"), view.Book.MotherFund);
        var (fund, amount) = (view.Book.FindNode(of)!.Id, Money.Of(1m, view.Book.FindNode(of)!.Currency));
        var plan = ContributionPlan.DrawUp(new ContributionPlanId(1), mother, fund, rolling: true, signed, now);
        Assert.True(plan.Take([new PhaseDraft(new DateOnly(2020, 2, 1), amount, 2020, Provenance.Recorded)], signed, now).IsSuccess);
        Assert.True(plan.Take(
            [
                new PhaseDraft(new DateOnly(2023, 2, 1), amount, 2023, Provenance.Recorded),
                new ConditionDraft("placed", ConditionKind.EarlierInvested, asked),
            ],
            signed, now).IsSuccess);
        var call = CapitalCall.Draft(
            new CapitalCallId(1), (mother, fund), 1, [new CallItem(CallPurpose.Investment, InsideCommitment: true, amount)],
            CallStanding.Of(view.On(new DateOnly(2020, 3, 2)), fund), new DateOnly(2020, 3, 2), new DateOnly(2020, 3, 31), "manager1", now);
        return (view, plan, [call.Value.Describe(1, document: null, Provenance.Recorded)]);
    }

    private static Money Cny(double amount) => Money.Of((decimal)amount, Currency.Cny);

    private static Money Usd(double amount) => Money.Of((decimal)amount, Currency.Of("USD"));
}
