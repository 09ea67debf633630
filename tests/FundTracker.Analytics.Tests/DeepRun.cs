namespace FundTracker.Analytics.Tests;

/// <summary>Whether the long run was asked for: FUNDTRACKER_TEST_DEEP=1.</summary>
internal static class DeepRun
{
    public static bool IsOn => string.Equals(Environment.GetEnvironmentVariable("FUNDTRACKER_TEST_DEEP"), "1", StringComparison.Ordinal);
}
