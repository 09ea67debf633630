using FundTracker.Analytics.Pacing;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Figures;

/// <summary>A mother fund's cash ahead, from ledger lines and entered pacing.</summary>
public sealed class PortfolioPacingTests
{
    private const string Books = """
        mother M CNY
        fund F CNY
        2023-01-05 FIN->M Commitment 1,000.00
        2023-01-05 FIN->M Contribution 300.00
        2023-01-10 M->F Commitment 500.00
        2023-03-31 F pacing = 100;10;2;0;0
        """;

    [Fact]
    public void A_fund_that_calls_all_at_once_needs_the_next_phase_before_that_day()
    {
        var pacing = Of(Books);

        var first = pacing.Quarters[0];
        Assert.Equal((new DateOnly(2023, 4, 1), new DateOnly(2023, 6, 30)), (first.Start, first.End));
        Assert.Equal(Yuan(500m), first.Calls.Require());
        Assert.Equal(Yuan(-200m), first.Cash.Require()); // 300 less 500
        var phase = pacing.Phase;
        Assert.Equal((new DateOnly(2023, 4, 1), new DateOnly(2023, 1, 1)), (phase.ShortfallDate!.Value, phase.PayBy!.Value));
        Assert.Equal((Yuan(200m), Yuan(200m), Yuan(-200m)), (phase.ShortfallAmount.Require(), phase.AmountNeeded.Require(), phase.LowestCash.Require()));
        Assert.Equal((new DateOnly(2023, 4, 1), new DateOnly(2025, 3, 31)), (phase.LowestOn, phase.Horizon));
    }

    [Fact]
    public void A_fund_that_never_calls_needs_no_phase()
    {
        var pacing = Of(Books.Replace("pacing = 100", "pacing = 0", StringComparison.Ordinal));

        Assert.Null(pacing.Phase.ShortfallDate);
        Assert.Equal(Yuan(0m), pacing.Phase.AmountNeeded.Require());
        Assert.All(pacing.Quarters, quarter => Assert.Equal(Yuan(300m), quarter.Cash.Require()));
    }

    [Fact]
    public void Cash_ahead_is_what_was_there_less_calls_and_costs_and_more_distributions()
    {
        var pacing = Of(Books.Replace("pacing = 100;10;2;0;0", "pacing = 50;3;1;8;5", StringComparison.Ordinal), costs: 12m);

        var walked = pacing.Cash.Require();
        foreach (var quarter in pacing.Quarters)
        {
            walked = walked - quarter.Calls.Require() + quarter.Distributions.Require() - quarter.Costs;
            Assert.Equal((Yuan(3m), walked), (quarter.Costs, quarter.Cash.Require()));
        }
    }

    [Fact]
    public void A_commitment_that_is_only_meant_is_called_as_in_the_paper()
    {
        var pacing = Of(Books.Replace("pacing = 100", "pacing = 0", StringComparison.Ordinal), planned: 400m);

        // A quarter of 400 in the first year: what is left after four quarters is 300.
        Assert.Equal(Yuan(100m), pacing.Quarters.Take(4).Aggregate(Yuan(0m), (sum, quarter) => sum + quarter.Calls.Require()));
    }

    [Fact]
    public void What_is_called_and_not_paid_yet_moves_on_the_first_day_and_is_not_called_again()
    {
        var pacing = Of(Books + """

            2023-03-20 M->F CallIssued 100.00 call:1
            2023-03-25 FIN->M CallIssued 50.00 call:2
            """);

        Assert.Equal((Yuan(50m), Yuan(100m)), (pacing.Expected.Require(), pacing.Owed.Require()));
        Assert.Equal(Yuan(400m), pacing.Quarters[0].Calls.Require());
        Assert.Equal(Yuan(300m + 50m - 100m - 400m), pacing.Quarters[0].Cash.Require());
    }

    [Fact]
    public void Every_amount_of_cash_ahead_is_its_trail_added_up_to_the_fen()
    {
        var pacing = Of(
            Books.Replace("pacing = 100;10;2;0;0", "pacing = 37;5;1.3;8;5", StringComparison.Ordinal) + """

            2023-01-20 M->F Contribution 33.33
            2023-03-20 M->F Nav 31.17
            2023-03-20 M->F CallIssued 100.00 call:1
            2023-03-25 FIN->M CallIssued 50.00 call:2
            """, costs: 12.35m, planned: 101.01m);

        var checkedAlready = new HashSet<FigureId>();
        foreach (var quarter in pacing.Quarters)
            foreach (var figure in new[] { quarter.Cash, quarter.Calls, quarter.Distributions }) AddsUp(figure, checkedAlready);
        AddsUp(pacing.Phase.AmountNeeded, checkedAlready);
        AddsUp(pacing.Phase.ShortfallAmount, checkedAlready);
        Assert.Contains(checkedAlready, id => id.Formula == "pacing.callable");
        Assert.Contains(checkedAlready, id => id.Scope.EndsWith("/fund:F/on:2024-03-31", StringComparison.Ordinal));
    }

    [Fact]
    public void The_address_of_a_figure_names_what_is_assumed_beyond_the_base_case_and_finds_it_again()
    {
        var view = TestBooks.Of(Books).View("2023-03-31");
        var usual = new PacingAssumptions(
            PacingScenario.Base, PacingLimits.QuartersUsual, Reserve: Yuan(0m), CostsAnnual: Yuan(0m), NewCommitments: Yuan(0m), LeadDays: 90, Volatility: 0.5,
            Correlation: 0.3, Seed: 1);
        var other = usual with { Scenario = new PacingScenario(0.35, 0.1, 2.5), Quarters = 5, Reserve = Yuan(10.5m), CostsAnnual = Yuan(8m), NewCommitments = Yuan(40m) };
        var (asUsual, assumed) = (PortfolioPacing.Of(view, usual).Phase.AmountNeeded, PortfolioPacing.Of(view, other).Phase.AmountNeeded);

        Assert.Equal("pacing.needed@M", $"{asUsual.Id}");
        Assert.Equal("pacing.needed@M/calls:0.35/shock:0.1/delay:2.5/ahead:5/reserve:10.5/costs:8/new:40", $"{assumed.Id}");
        Assert.NotEqual(asUsual.Require(), assumed.Require());
        Assert.Equal(assumed.Require(), PortfolioPacing.Near(view, assumed.Id).First(figure => figure.Id == assumed.Id).Value);
    }

    [Theory]
    [InlineData("M/calls:3.1")]
    [InlineData("M/shock:-0.1")]
    [InlineData("M/ahead:41")]
    [InlineData("M/ahead:2.5")]
    [InlineData("M/reserve:0.001")]
    [InlineData("M/new:1e9")]
    [InlineData("F")]
    public void An_address_beyond_what_can_be_asked_for_finds_nothing(string scope) =>
        Assert.Empty(PortfolioPacing.Near(TestBooks.Of(Books).View("2023-03-31"), new FigureId("pacing.needed", scope)));

    private static void AddsUp(Figure<Money> figure, HashSet<FigureId> checkedAlready)
    {
        if (!figure.Id.Formula.StartsWith(PortfolioPacing.Formulas, StringComparison.Ordinal) || !checkedAlready.Add(figure.Id)) return;
        var parts = figure.Trail.Inputs.OfType<FigureInput>().Where(input => input.Figure is Figure<Money>).ToList();
        if (figure.Id.Formula is "pacing.cash" or "pacing.needed" or "pacing.missing" or "pacing.callable")
            Assert.Equal(figure.Require(), Sum("start") + Sum("plus") - Sum("less"));
        if (parts.Exists(part => part.Role == "quarter")) Assert.Equal(figure.Require(), Sum("quarter"));
        foreach (var part in parts) AddsUp((Figure<Money>)part.Figure, checkedAlready);

        Money Sum(string role) => parts.Where(part => part.Role == role).Aggregate(Yuan(0m), (sum, part) => sum + ((Figure<Money>)part.Figure).Require());
    }

    [Fact]
    public void The_same_seed_gives_the_same_range_and_the_ranges_lie_within_each_other()
    {
        var slow = Books.Replace("pacing = 100", "pacing = 30", StringComparison.Ordinal);
        var (first, second) = (Of(slow).Quarters, Of(slow).Quarters);

        Assert.Equal(first.Select(quarter => quarter.Range95), second.Select(quarter => quarter.Range95));
        Assert.NotEqual(first.Select(quarter => quarter.Range95), Of(slow, seed: 2).Quarters.Select(quarter => quarter.Range95));
        Assert.All(first, quarter =>
        {
            Assert.True(quarter.Range95.Low <= quarter.Range75.Low && quarter.Range75.Low <= quarter.Range50.Low && quarter.Range50.Low <= quarter.Median);
            Assert.True(quarter.Median <= quarter.Range50.High && quarter.Range50.High <= quarter.Range75.High && quarter.Range75.High <= quarter.Range95.High);
        });
    }

    [Fact]
    public void Parameters_are_entered_or_fitted_or_those_of_the_paper()
    {
        var fitted = """
            mother M CNY
            fund F CNY
            2020-01-10 M->F Commitment 100.00
            2020-01-10 M->F Contribution 40.00
            2020-12-31 M->F Nav 40.00
            2021-12-31 M->F Nav 44.00
            """;

        Assert.Equal(PacingSource.Entered, Of(Books).Funds[0].Source);
        var calibrated = Of(fitted, "2022-03-31").Funds[0];
        Assert.Equal(PacingSource.Calibrated, calibrated.Source);
        Assert.Equal((0.4, 0.1), (calibrated.Paced.Parameters.ContributionRates[0], Math.Round(calibrated.Paced.Parameters.GrowthAnnual, 9, MidpointRounding.AwayFromZero)));
        Assert.Equal(PacingSource.Published, Of(fitted, "2020-12-31").Funds[0].Source);
    }

    [Fact]
    public void A_fund_of_which_too_little_is_known_is_left_out_with_its_reason()
    {
        var pacing = Of("""
            mother M CNY
            fund F CNY
            fund G USD
            2023-01-05 FIN->M Contribution 300.00
            2023-01-10 M->F Commitment 500.00
            2023-01-20 M->F Contribution 100.00
            2023-01-10 M->G Commitment 500.00
            """);

        Assert.Equal([("F", "figure.noNav"), ("G", "figure.noRate")], pacing.LeftOut.Select(left => (left.Fund.Code, left.Reason.Code)));
        Assert.Empty(pacing.Funds);
    }

    [Fact]
    public void A_fund_in_another_currency_is_forecast_at_the_last_rate_stated_on_or_before_the_day()
    {
        const string Dollars = Books + """

            fund G USD
            2023-01-10 M->G Commitment 100.00
            2023-03-31 G pacing = 100;10;2;0;0
            2023-03-20 M->G CallIssued 40.00 call:1
            2023-03-30 M fx:USD/CNY = 7.1
            2023-04-01 M fx:USD/CNY = 9
            """;
        var pacing = Of(Dollars);

        var dollars = pacing.Funds[1];
        Assert.Equal(("G", Yuan(426m), Yuan(284m)), (dollars.Figures.Fund.Code, dollars.Callable, dollars.Outstanding));
        Assert.Equal((7.1m, new DateOnly(2023, 3, 30)), (dollars.Rate!.Rate, dollars.Rate.Fact.EffectiveFrom));
        Assert.Equal((710.0, 284.0, 0.0), (dollars.Paced.State.Commitment, dollars.Paced.State.PaidIn, dollars.Paced.State.Nav));
        Assert.Null(pacing.Funds[0].Rate);
        Assert.Equal((Yuan(500m + 426m), Yuan(284m)), (pacing.Quarters[0].Calls.Require(), pacing.Owed.Require()));
        Assert.Equal(Yuan(500m + 426m + 284m - 300m), pacing.Phase.AmountNeeded.Require());
        Assert.Empty(pacing.LeftOut);
    }

    [Fact]
    public void The_currency_of_a_fund_does_not_change_the_parameters_that_are_fitted_to_it()
    {
        const string Fund = """
            mother M CNY
            fund F USD
            2020-01-10 M->F Commitment 100.00
            2020-01-10 M->F Contribution 40.00
            2020-12-31 M->F Nav 40.00
            2021-12-31 M->F Nav 44.00
            2020-01-10 M fx:USD/CNY = 7
            """;
        var (foreign, own) = (Of(Fund, "2022-03-31").Funds[0], Of(Fund.Replace("F USD", "F CNY", StringComparison.Ordinal), "2022-03-31").Funds[0]);

        Assert.Equal(PacingSource.Calibrated, foreign.Source);
        Assert.Equal(own.Paced.Parameters.ContributionRates, foreign.Paced.Parameters.ContributionRates);
        Assert.Equal(own.Paced.Parameters.GrowthAnnual, foreign.Paced.Parameters.GrowthAnnual);
        Assert.Equal((own.Paced.State.Commitment * 7, own.Paced.State.Nav * 7), (foreign.Paced.State.Commitment, foreign.Paced.State.Nav));
    }

    [Theory]
    [InlineData("25,33,50;12;2.5;13;0", true)]
    [InlineData("100; 8; 1; -5; 2.5", true)]
    [InlineData("25,33,50;12;2.5;13", false)]
    [InlineData("101;12;2.5;13;0", false)]
    [InlineData("25;0;2.5;13;0", false)]
    [InlineData("25;12;0;13;0", false)]
    [InlineData("25;12;2.5;-100;0", false)]
    [InlineData("25;12;2.5;13;x", false)]
    [InlineData(";12;2.5;13;0", false)]
    public void Pacing_terms_are_five_parts_within_their_ranges(string text, bool isTerms)
    {
        Assert.Equal(isTerms, PacingTerms.Parse(text) is not null);
        Assert.Equal(isTerms, FactRules.Check(NodeKind.SubFund, FactNames.Pacing, text).IsSuccess);
    }

    private static PortfolioPacing Of(string ledger, string day = "2023-03-31", decimal costs = 0, ulong seed = 1, decimal planned = 0) => PortfolioPacing.Of(
        TestBooks.Of(ledger).View(day),
        new PacingAssumptions(
            PacingScenario.Base, Quarters: 8, Reserve: Yuan(0m), CostsAnnual: Yuan(costs), NewCommitments: Yuan(planned), LeadDays: 90, Volatility: 0.5, Correlation: 0.3, seed));

    private static Money Yuan(decimal amount) => Money.Of(amount, Currency.Cny);
}
