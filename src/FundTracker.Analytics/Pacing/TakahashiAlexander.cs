namespace FundTracker.Analytics.Pacing;

/// <summary>The parameters of a fund's pacing, entered or calibrated.</summary>
/// <remarks>Takahashi and Alexander, Illiquid Alternative Asset Fund Modeling (2001).</remarks>
/// <param name="ContributionRates">Part of what is still uncalled that is called per year, a fraction; the last one holds on.</param>
/// <param name="LifeYears">Years until all is paid out; above 0.</param>
/// <param name="Bow">How late distributions come: the rate of distribution is (age / life)^bow; above 0.</param>
/// <param name="GrowthAnnual">Growth of the NAV per year, a fraction above −1.</param>
/// <param name="YieldAnnual">Least rate of distribution per year, a fraction from 0 to 1.</param>
public sealed record PacingParameters(
    IReadOnlyList<double> ContributionRates, double LifeYears, double Bow, double GrowthAnnual, double YieldAnnual);

/// <summary>Where a fund stands.</summary>
/// <param name="Commitment">Promised; one currency.</param>
/// <param name="PaidIn">Called and paid so far.</param>
/// <param name="Nav">Value now.</param>
/// <param name="AgeYears">Years since its first call; 0 for a fund that has not begun.</param>
public readonly record struct PacingState(double Commitment, double PaidIn, double Nav, double AgeYears);

/// <summary>What is assumed against the base case.</summary>
/// <param name="CallSpeed">Factor on contribution rates; 0.5 for calls at half speed, 1 for none.</param>
/// <param name="NavShock">Part of the value lost at once, 0 to 1.</param>
/// <param name="ExitDelayYears">Years by which distributions come later.</param>
public readonly record struct PacingScenario(double CallSpeed, double NavShock, double ExitDelayYears)
{
    /// <summary>The base case.</summary>
    public static PacingScenario Base { get; } = new(CallSpeed: 1, NavShock: 0, ExitDelayYears: 0);
}

/// <summary>One period of a forecast.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Contribution">Called in the period.</param>
/// <param name="Distribution">Paid out in the period.</param>
/// <param name="Nav">Value at its end.</param>
public readonly record struct PacingPeriod(int Number, double Contribution, double Distribution, double Nav);

/// <summary>Forecasts calls, distributions and values of a fund.</summary>
public static class TakahashiAlexander
{
    /// <summary>Runs the model from a state on.</summary>
    /// <param name="state">Where the fund stands.</param>
    /// <param name="parameters">Its parameters, per year.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="periods">How many periods.</param>
    /// <param name="periodsPerYear">1 gives the model as published; 4 quarters of it, each rate as its year's root.</param>
    /// <returns>One entry per period.</returns>
    /// <remarks>
    /// Per period: contribution = rate · uncalled; value grows first; distribution = rate · grown value with the rate
    /// max(yield, (age / life)^bow), and all of it from the end of life on; NAV = grown value + contribution − distribution.
    /// </remarks>
    public static IReadOnlyList<PacingPeriod> Forecast(
        PacingState state, PacingParameters parameters, PacingScenario scenario, int periods, int periodsPerYear = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(parameters.ContributionRates.Count);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(periodsPerYear);
        double nav = state.Nav * (1 - scenario.NavShock), uncalled = Math.Max(0, state.Commitment - state.PaidIn);
        double growth = Math.Pow(1 + parameters.GrowthAnnual, 1.0 / periodsPerYear);
        PacingPeriod[] forecast = new PacingPeriod[periods];
        for (int i = 0; i < periods; i++)
        {
            double ageAtEnd = state.AgeYears + ((i + 1.0) / periodsPerYear);
            double contribution = uncalled * PerPeriod(CallRate(parameters, scenario, ageAtEnd), periodsPerYear);
            double grown = nav * growth;
            double distribution = grown * DistributionRate(parameters, scenario, ageAtEnd, periodsPerYear);
            uncalled -= contribution;
            nav = grown + contribution - distribution;
            forecast[i] = new PacingPeriod(i + 1, contribution, distribution, nav);
        }

        return forecast;
    }

    /// <summary>The part of what is uncalled that is called per year, in the period that ends at an age.</summary>
    internal static double CallRate(PacingParameters parameters, PacingScenario scenario, double ageAtEnd)
    {
        // The year that a period belongs to: one that ends on a birthday still belongs to the year before it.
        int year = Math.Max(0, (int)Math.Ceiling(ageAtEnd - 1e-9) - 1);
        double rate = parameters.ContributionRates[Math.Min(year, parameters.ContributionRates.Count - 1)];
        return Math.Clamp(rate * scenario.CallSpeed, 0, 1);
    }

    private static double DistributionRate(
        PacingParameters parameters, PacingScenario scenario, double ageAtEnd, int periodsPerYear)
    {
        double age = ageAtEnd - scenario.ExitDelayYears;
        if (age >= parameters.LifeYears - 1e-9)
        {
            return 1;
        }

        double annual = Math.Max(parameters.YieldAnnual, age <= 0 ? 0 : Math.Pow(age / parameters.LifeYears, parameters.Bow));
        return PerPeriod(annual, periodsPerYear);
    }

    private static double PerPeriod(double annual, int periodsPerYear) =>
        periodsPerYear == 1 ? annual : 1 - Math.Pow(1 - Math.Min(annual, 1), 1.0 / periodsPerYear);
}
