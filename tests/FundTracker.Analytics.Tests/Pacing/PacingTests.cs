using System.Globalization;
using FundTracker.Analytics.Pacing;

namespace FundTracker.Analytics.Tests.Pacing;

public class PacingTests
{
    // Takahashi and Alexander (2001): contribution rates 25 %, 33 %, 50 %, life 12, bow 2.5, growth 13 %, no yield.
    private static readonly PacingParameters Paper = new([0.25, 1.0 / 3, 0.5], LifeYears: 12, Bow: 2.5, GrowthAnnual: 0.13, YieldAnnual: 0);

    private static readonly PacingState New = new(Commitment: 100, PaidIn: 0, Nav: 0, AgeYears: 0);

    [Fact]
    public void The_published_model_calls_a_quarter_in_each_of_three_years_and_halves_after()
    {
        var forecast = TakahashiAlexander.Forecast(New, Paper, PacingScenario.Base, periods: 12);

        double[] calls = [25, 25, 25, 12.5, 6.25, 3.125];
        for (int i = 0; i < calls.Length; i++)
        {
            Assert.Equal(calls[i], forecast[i].Contribution, 1e-12);
        }

        // Year 2: 25 grow to 28.25, of which (2/12)^2.5 is paid out.
        double paid = 28.25 * Math.Pow(2 / 12.0, 2.5);
        Assert.Equal(paid, forecast[1].Distribution, 1e-12);
        Assert.Equal(28.25 + 25 - paid, forecast[1].Nav, 1e-12);
    }

    [Fact]
    public void At_the_end_of_its_life_a_fund_has_paid_out_all_but_the_last_call()
    {
        PacingPeriod last = TakahashiAlexander.Forecast(New, Paper, PacingScenario.Base, periods: 12)[^1];

        Assert.Equal(last.Contribution, last.Nav, 1e-12);
    }

    [Fact]
    public void Four_quarters_call_what_a_year_calls()
    {
        double year = TakahashiAlexander.Forecast(New, Paper, PacingScenario.Base, periods: 1)[0].Contribution;
        double quarters = TakahashiAlexander.Forecast(New, Paper, PacingScenario.Base, periods: 4, periodsPerYear: 4)
            .Sum(quarter => quarter.Contribution);

        Assert.Equal(year, quarters, 1e-12);
    }

    [Fact]
    public void A_scenario_slows_calls_shocks_the_value_and_delays_exits()
    {
        PacingState mature = new(Commitment: 100, PaidIn: 80, Nav: 90, AgeYears: 6);
        var plain = TakahashiAlexander.Forecast(mature, Paper, PacingScenario.Base, periods: 1)[0];
        var slow = TakahashiAlexander.Forecast(mature, Paper, PacingScenario.Base with { CallSpeed = 0.5 }, periods: 1)[0];
        var shocked = TakahashiAlexander.Forecast(mature, Paper, PacingScenario.Base with { NavShock = 0.3 }, periods: 1)[0];
        var delayed = TakahashiAlexander.Forecast(mature, Paper, PacingScenario.Base with { ExitDelayYears = 2 }, periods: 1)[0];

        Assert.Equal(plain.Contribution / 2, slow.Contribution, 1e-12);
        Assert.Equal(plain.Distribution * 0.7, shocked.Distribution, 1e-12);
        Assert.Equal(90 * 1.13 * Math.Pow(5 / 12.0, 2.5), delayed.Distribution, 1e-12);
    }

    [Fact]
    public void What_the_model_produced_calibrates_back_to_its_parameters()
    {
        PacingYear[] years = [.. TakahashiAlexander.Forecast(New, Paper, PacingScenario.Base, periods: 9)
            .Select(year => new PacingYear(year.Contribution, year.Distribution, year.Nav))];

        PacingParameters fitted = PacingCalibration.Fit(commitment: 100, years, lifeYears: 12, Paper with { Bow = 1, GrowthAnnual = 0 });

        Assert.Equal(0.25, fitted.ContributionRates[0], 1e-12);
        Assert.Equal(1.0 / 3, fitted.ContributionRates[1], 1e-12);
        Assert.Equal(0.5, fitted.ContributionRates[2], 1e-12);
        Assert.Equal(0.13, fitted.GrowthAnnual, 1e-12);
        Assert.Equal(2.5, fitted.Bow, 1e-6);
    }

    [Fact]
    public void A_young_fund_keeps_the_entered_values_that_its_history_does_not_tell()
    {
        PacingParameters fitted = PacingCalibration.Fit(commitment: 100, [new PacingYear(20, 0, 19)], lifeYears: 10, Paper);

        Assert.Equal([0.2, 0.5], fitted.ContributionRates);
        Assert.Equal((2.5, 0.13), (fitted.Bow, fitted.GrowthAnnual));
    }

    [Fact]
    public void The_next_phase_is_needed_when_expected_cash_would_fall_below_the_reserve()
    {
        ExpectedCash[] expected =
        [
            new(new(2026, 9, 30), -80), new(new(2026, 6, 30), -60), new(new(2026, 12, 31), 50), new(new(2027, 3, 31), -40),
            new(new(2027, 6, 30), -500),
        ];

        PhaseNeed need = PhaseNeed.Of(cash: 150, reserve: 20, expected, horizon: new(2027, 6, 29), leadDays: 45);

        // 150, 90, 10 (10 short), 60, 20.
        Assert.Equal(new DateOnly(2026, 9, 30), need.ShortfallDate);
        Assert.Equal(new DateOnly(2026, 8, 16), need.PayBy);
        Assert.Equal(10, need.ShortfallAmount);
        Assert.Equal((10, new DateOnly(2026, 9, 30)), (need.AmountNeeded, need.LowestOn!.Value));
    }

    [Fact]
    public void The_amount_needed_covers_the_lowest_cash_up_to_the_horizon()
    {
        ExpectedCash[] expected = [new(new(2026, 6, 30), -120), new(new(2027, 6, 30), -200)];

        PhaseNeed need = PhaseNeed.Of(cash: 100, reserve: 0, expected, horizon: new(2027, 12, 31));

        Assert.Equal((20, 220), (need.ShortfallAmount, need.AmountNeeded));
        Assert.Equal(new DateOnly(2027, 6, 30), need.LowestOn);
    }

    [Theory]
    [InlineData("2027-06-30", 220)]
    [InlineData("2027-06-29", 20)]
    public void What_falls_due_on_the_horizon_counts_and_what_falls_due_after_it_does_not(string horizon, int needed)
    {
        ExpectedCash[] expected = [new(new(2026, 6, 30), -120), new(new(2027, 6, 30), -200)];
        Assert.Equal(needed, PhaseNeed.Of(cash: 100, reserve: 0, expected, DateOnly.Parse(horizon, CultureInfo.InvariantCulture)).AmountNeeded);
    }

    [Fact]
    public void Cash_that_lasts_needs_no_phase() =>
        Assert.Equal(default, PhaseNeed.Of(cash: 100, reserve: 0, [new(new(2026, 6, 30), -100)], horizon: new(2027, 12, 31)));

    [Fact]
    public void A_simulation_without_volatility_is_the_forecast()
    {
        var ranges = CallSimulation.Run([new PacedFund(New, Paper)], quarters: 8, runs: 10, volatility: 0, correlation: 0.3, seed: 1);
        var forecast = TakahashiAlexander.Forecast(New, Paper, PacingScenario.Base, periods: 8, periodsPerYear: 4);

        Assert.All(ranges.Zip(forecast), pair => Assert.Equal(pair.Second.Contribution, pair.First.Range95.High, 1e-12));
    }

    [Fact]
    public void A_single_run_is_its_own_range()
    {
        CallRange only = CallSimulation.Run([new PacedFund(New, Paper)], quarters: 1, runs: 1, volatility: 0.5, correlation: 0, seed: 7)[0];
        Assert.True(only.Median > 0);
        Assert.All(new[] { only.Range50, only.Range75, only.Range95 }, range => Assert.Equal((only.Median, only.Median), range));
    }

    [Fact]
    public void A_simulation_repeats_with_its_seed_and_its_ranges_lie_in_each_other()
    {
        PacedFund[] funds = [new(New, Paper), new(new(Commitment: 300, PaidIn: 90, Nav: 70, AgeYears: 2), Paper)];
        var first = CallSimulation.Run(funds, quarters: 12, runs: 2_000, volatility: 0.5, correlation: 0.3, seed: 42);

        Assert.Equal(first, CallSimulation.Run(funds, quarters: 12, runs: 2_000, volatility: 0.5, correlation: 0.3, seed: 42));
        Assert.NotEqual(first, CallSimulation.Run(funds, quarters: 12, runs: 2_000, volatility: 0.5, correlation: 0.3, seed: 43));
        Assert.All(first, quarter => Assert.True(
            quarter.Range95.Low < quarter.Range75.Low && quarter.Range75.Low < quarter.Range50.Low
            && quarter.Range50.Low < quarter.Median && quarter.Median < quarter.Range50.High
            && quarter.Range50.High < quarter.Range75.High && quarter.Range75.High < quarter.Range95.High));
    }
}
