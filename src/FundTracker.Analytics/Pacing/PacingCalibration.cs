namespace FundTracker.Analytics.Pacing;

/// <summary>A year of a fund's history; one currency.</summary>
/// <param name="Contribution">Called in the year.</param>
/// <param name="Distribution">Paid out in the year.</param>
/// <param name="Nav">Value at its end.</param>
public readonly record struct PacingYear(double Contribution, double Distribution, double Nav);

/// <summary>Finds the parameters that describe what a fund has done so far.</summary>
public static class PacingCalibration
{
    private const double LeastBow = 0.1;
    private const double GreatestBow = 20;

    /// <summary>Fits the model to whole years from the first call on.</summary>
    /// <param name="commitment">Promised, above 0.</param>
    /// <param name="years">At least one year.</param>
    /// <param name="lifeYears">Entered: the history does not tell it.</param>
    /// <param name="otherwise">What to take where the history does not tell: growth before there is value, bow before there
    /// are distributions, the yield.</param>
    /// <returns>Contribution rates of the first two years as they were and one for all later ones (what was called over what
    /// was uncalled); growth and bow by least squares.</returns>
    public static PacingParameters Fit(
        double commitment, IReadOnlyList<PacingYear> years, double lifeYears, PacingParameters otherwise)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(commitment);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(years.Count);
        return new PacingParameters(
            Rates(commitment, years, otherwise), lifeYears, Bow(years, lifeYears) ?? otherwise.Bow,
            Growth(years) ?? otherwise.GrowthAnnual, otherwise.YieldAnnual);
    }

    private static double[] Rates(double commitment, IReadOnlyList<PacingYear> years, PacingParameters otherwise)
    {
        double uncalled = commitment, laterCalled = 0, laterUncalled = 0;
        List<double> rates = [];
        for (int i = 0; i < years.Count && uncalled > 0; i++)
        {
            if (i < 2)
            {
                rates.Add(Math.Min(1, years[i].Contribution / uncalled));
            }
            else
            {
                laterCalled += years[i].Contribution;
                laterUncalled += uncalled;
            }

            uncalled -= years[i].Contribution;
        }

        rates.Add(laterUncalled > 0 ? Math.Min(1, laterCalled / laterUncalled) : otherwise.ContributionRates[^1]);
        return [.. rates];
    }

    /// <summary>The growth that brings each year's opening value closest to its closing value before flows.</summary>
    private static double? Growth(IReadOnlyList<PacingYear> years)
    {
        double gained = 0, squares = 0;
        for (int i = 1; i < years.Count; i++)
        {
            double opening = years[i - 1].Nav;
            gained += (years[i].Nav - years[i].Contribution + years[i].Distribution - opening) * opening;
            squares += opening * opening;
        }

        return squares > 0 ? gained / squares : null;
    }

    /// <summary>The bow whose rates of distribution lie closest to those seen, by golden section.</summary>
    private static double? Bow(IReadOnlyList<PacingYear> years, double lifeYears)
    {
        List<(double Age, double Rate)> seen = [];
        for (int i = 1; i < years.Count && i + 1 < lifeYears; i++)
        {
            double grown = years[i].Nav - years[i].Contribution + years[i].Distribution;
            if (grown > 0)
            {
                seen.Add(((i + 1) / lifeYears, years[i].Distribution / grown));
            }
        }

        if (!seen.Exists(year => year.Rate > 0))
        {
            return null;
        }

        double Misfit(double bow) => seen.Sum(year => Math.Pow(year.Rate - Math.Pow(year.Age, bow), 2));
        double low = LeastBow, high = GreatestBow, part = (Math.Sqrt(5) - 1) / 2;
        while (high - low > 1e-9)
        {
            double left = high - (part * (high - low)), right = low + (part * (high - low));
            if (Misfit(left) <= Misfit(right))
            {
                high = right;
            }
            else
            {
                low = left;
            }
        }

        return (low + high) / 2;
    }
}
