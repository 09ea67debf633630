using System.Globalization;

namespace FundTracker.Analytics.Tests;

/// <summary>
/// How many cases are tried: as many as the test says, 100,000 with FUNDTRACKER_TEST_DEEP=1, any number with FUNDTRACKER_TEST_CASES.
/// </summary>
internal static class DeepRun
{
    public static int Cases(int ordinary)
    {
        string? asked = Environment.GetEnvironmentVariable("FUNDTRACKER_TEST_CASES");
        bool isDeep = string.Equals(Environment.GetEnvironmentVariable("FUNDTRACKER_TEST_DEEP"), "1", StringComparison.Ordinal);
        return int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out int cases) ? cases : isDeep ? 100_000 : ordinary;
    }
}
