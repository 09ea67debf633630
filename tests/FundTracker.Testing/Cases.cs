using System.Globalization;

namespace FundTracker.Testing;

/// <summary>
/// How many cases a property is tried on: 1,000 in the ordinary run, 100,000 with <c>FUNDTRACKER_TEST_DEEP=1</c>, and any number with
/// <c>FUNDTRACKER_TEST_CASES</c>, such as the few that runs over many mutants can afford.
/// </summary>
public static class Cases
{
    /// <summary>Whether the long run was asked for.</summary>
    public static bool IsDeep { get; } = string.Equals(Environment.GetEnvironmentVariable("FUNDTRACKER_TEST_DEEP"), "1", StringComparison.Ordinal);

    /// <summary>The number of cases.</summary>
    public static int Count { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("FUNDTRACKER_TEST_CASES"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked)
            ? asked
            : IsDeep ? 100_000 : 1_000;
}
