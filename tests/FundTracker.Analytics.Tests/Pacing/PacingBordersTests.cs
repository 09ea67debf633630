using FundTracker.Analytics.Pacing;

namespace FundTracker.Analytics.Tests.Pacing;

public class PacingBordersTests
{
    private static readonly PacingState New = new(Commitment: 100, PaidIn: 0, Nav: 0, AgeYears: 0);
    private static readonly PacingParameters Paper = SubFundPacing.Paper;

    [Fact]
    public void A_fund_that_nothing_is_known_of_is_paced_as_in_the_paper()
    {
        Assert.Equal([0.25, 1.0 / 3, 0.5], Paper.ContributionRates);
        Assert.Equal((12, 2.5, 0.13, 0), (Paper.LifeYears, Paper.Bow, Paper.GrowthAnnual, Paper.YieldAnnual));
    }

    [Fact]
    public void A_quarter_that_ends_on_a_birthday_belongs_to_the_year_before_it()
    {
        PacingParameters steps = Paper with { ContributionRates = [0.2, 0.4, 0.8] };
        double[] rates = [.. new[] { 0.0, 0.25, 1, 1.25, 2, 2.25, 3, 9 }.Select(age => TakahashiAlexander.CallRate(steps, PacingScenario.Base, age))];

        Assert.Equal([0.2, 0.2, 0.2, 0.4, 0.4, 0.8, 0.8, 0.8], rates);
        Assert.Equal(0.4, TakahashiAlexander.CallRate(steps, PacingScenario.Base, 1.000001));
        Assert.Equal(0.2, TakahashiAlexander.CallRate(steps, PacingScenario.Base, 1 + 1e-10));
    }

    [Fact]
    public void Nobody_calls_more_than_all_or_less_than_nothing()
    {
        Assert.Equal(1, TakahashiAlexander.CallRate(Paper, PacingScenario.Base with { CallSpeed = 10 }, 1));
        Assert.Equal(0, TakahashiAlexander.CallRate(Paper with { ContributionRates = [-0.1] }, PacingScenario.Base, 1));
        Assert.Equal(0, TakahashiAlexander.Forecast(New with { PaidIn = 120 }, Paper, PacingScenario.Base, periods: 1)[0].Contribution);
    }

    [Fact]
    public void A_fund_pays_out_its_yield_until_the_bow_is_above_it_and_everything_at_the_end_of_its_life()
    {
        PacingParameters terms = Paper with { YieldAnnual = 0.1, GrowthAnnual = 0 };
        double[] paid = [.. new[] { 0.0, 5, 8, 10.5, 11, 14 }.Select(age => Forecast(new PacingState(0, 0, 100, age), terms).Distribution)];

        // At the ends of years 1, 6, 9 and 11.5 of 12: (6/12)^2.5 is 17.7 %, (9/12)^2.5 is 48.7 %.
        Assert.Equal([10, 100 * Math.Pow(0.5, 2.5), 100 * Math.Pow(0.75, 2.5), 100 * Math.Pow(11.5 / 12, 2.5), 100, 100], paid);
    }

    [Fact]
    public void Exits_that_are_delayed_beyond_the_age_of_a_fund_leave_only_its_yield()
    {
        PacingScenario delayed = PacingScenario.Base with { ExitDelayYears = 3 };
        PacingState old = new(0, 0, 100, AgeYears: 2);

        Assert.Equal(0, Forecast(old, Paper with { GrowthAnnual = 0 }, delayed).Distribution);
        Assert.Equal(5, Forecast(old, Paper with { GrowthAnnual = 0, YieldAnnual = 0.05 }, delayed).Distribution);
        Assert.Equal(100, Forecast(old with { AgeYears = 14 }, Paper with { GrowthAnnual = 0 }, delayed).Distribution);
        Assert.NotEqual(100, Forecast(old with { AgeYears = 13 }, Paper with { GrowthAnnual = 0 }, delayed).Distribution);
    }

    [Fact]
    public void Four_quarters_grow_pay_out_and_call_what_a_year_does()
    {
        PacingParameters terms = new([0.4], LifeYears: 100, Bow: 1000, GrowthAnnual: 0.21, YieldAnnual: 0.19);
        IReadOnlyList<PacingPeriod> quarters = TakahashiAlexander.Forecast(new PacingState(0, 0, 100, 0), terms, PacingScenario.Base, periods: 4, periodsPerYear: 4);

        // 121 less 19 % of it; quarter by quarter what is paid out no longer grows, what is left is the same.
        Assert.Equal(121 * 0.81, quarters[^1].Nav, 1e-10);
        Assert.Equal([1, 2, 3, 4], quarters.Select(quarter => quarter.Number));
        Assert.Equal(40, TakahashiAlexander.Forecast(New, terms, PacingScenario.Base, 4, periodsPerYear: 4).Sum(quarter => quarter.Contribution), 1e-12);
    }

    [Fact]
    public void A_forecast_needs_rates_and_a_number_of_periods_in_a_year()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => TakahashiAlexander.Forecast(New, Paper with { ContributionRates = [] }, PacingScenario.Base, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => TakahashiAlexander.Forecast(New, Paper, PacingScenario.Base, 1, periodsPerYear: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => CallSimulation.Run([], quarters: 1, runs: 0, volatility: 0, correlation: 0, seed: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => PacingCalibration.Fit(0, [new PacingYear(1, 0, 1)], 12, Paper));
        Assert.Throws<ArgumentOutOfRangeException>(() => PacingCalibration.Fit(100, [], 12, Paper));
    }

    [Fact]
    public void A_simulation_calls_nothing_of_a_fund_that_has_called_all_and_never_more_than_is_left()
    {
        CallRange done = CallSimulation.Run([new PacedFund(New with { PaidIn = 100 }, Paper)], 1, 50, volatility: 2, correlation: 0.5, seed: 3)[0];
        CallRange wild = CallSimulation.Run([new PacedFund(New, Paper with { ContributionRates = [1] })], 1, 500, volatility: 1, correlation: 0, seed: 3)[0];

        Assert.Equal((0, 0), (done.Median, done.Range95.High));
        Assert.Equal(100, wild.Range95.High);
    }

    [Fact]
    public void What_is_called_after_the_second_year_is_a_share_of_all_that_was_uncalled_then()
    {
        PacingParameters fitted = PacingCalibration.Fit(100, [new(20, 0, 0), new(20, 0, 0), new(12, 0, 0), new(6, 0, 0)], 12, Paper);

        // 20 of 100, 20 of 80, then 12 of 60 and 6 of 48.
        Assert.Equal([0.2, 0.25, 18.0 / 108], fitted.ContributionRates);
    }

    [Fact]
    public void A_fund_that_called_more_than_was_promised_called_all_and_the_years_after_tell_nothing()
    {
        Assert.Equal([1, 0.5], PacingCalibration.Fit(100, [new(150, 0, 0), new(10, 0, 0)], 12, Paper).ContributionRates);
        Assert.Equal([0.5, 1, 0.5], PacingCalibration.Fit(100, [new(50, 0, 0), new(50, 0, 0), new(5, 0, 0)], 12, Paper).ContributionRates);
        Assert.Equal([0.5, 0, 1], PacingCalibration.Fit(100, [new(50, 0, 0), new(0, 0, 0), new(60, 0, 0)], 12, Paper).ContributionRates);
    }

    [Fact]
    public void Growth_is_what_was_gained_on_the_value_a_year_began_with_large_values_counting_for_more()
    {
        PacingYear[] years = [new(10, 0, 10), new(5, 2, 14), new(0, 4, 17)];

        // 14 - 5 + 2 - 10 = 1 on 10, then 17 + 4 - 14 = 7 on 14.
        Assert.Equal(((1.0 * 10) + (7 * 14)) / (100 + 196), PacingCalibration.Fit(100, years, 12, Paper).GrowthAnnual, 1e-15);
    }

    [Fact]
    public void The_bow_is_that_of_what_was_paid_out_in_the_years_before_the_last_of_its_life()
    {
        PacingYear[] years = [new(50, 0, 50), new(0, 10, 40), new(0, 0, 0)];

        // 10 of 50 in year 2 of 12; the third year had nothing left.
        Assert.Equal(Math.Log(0.2) / Math.Log(2.0 / 12), PacingCalibration.Fit(100, years, 12, Paper).Bow, 1e-6);
        Assert.Equal(Math.Log(0.2) / Math.Log(2.0 / 3), PacingCalibration.Fit(100, years, 3, Paper).Bow, 1e-6);
        Assert.Equal(2.5, PacingCalibration.Fit(100, years, 2, Paper).Bow);
        Assert.Equal(2.5, PacingCalibration.Fit(100, [new(50, 9, 50), new(0, 0, 40)], 12, Paper).Bow);
    }

    private static PacingPeriod Forecast(PacingState state, PacingParameters terms, PacingScenario? scenario = null) =>
        TakahashiAlexander.Forecast(state, terms, scenario ?? PacingScenario.Base, periods: 1)[0];
}
