using FundTracker.Analytics.Returns;
using FundTracker.Analytics.Tests.Oracles;

namespace FundTracker.Analytics.Tests.Returns;

/// <summary>Every root, and no other, against bisection in decimal: 3,000 cases; 100,000 with FUNDTRACKER_TEST_DEEP=1.</summary>
public class IrrOracleTests(ITestOutputHelper output)
{
    private const int Parts = 4;
    private const decimal MostPresentValuePart = 1e-12m;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void All_roots_agree_with_bisection_in_decimal(int part)
    {
        int cases = DeepRun.Cases(3_000) / Parts, unjudged = 0, roots = 0, several = 0;
        List<string> differences = [];
        for (int i = 0; i < cases; i++)
        {
            int seed = (i * Parts) + part;
            (int[] days, decimal[] amounts) = HostileFlows.Make(seed);
            if (days.Length < 2 || amounts.All(a => a > 0) || amounts.All(a => a < 0))
            {
                continue;
            }

            DecimalIrr.Answer expected = DecimalIrr.Roots(days, amounts);
            bool isAtEnd = expected.Roots.Any(r => Math.Abs(Math.Abs(Math.Log(r.Growth)) - Math.Log(1e6)) < 1e-9);
            if (expected.IsAmbiguous || isAtEnd)
            {
                unjudged++;
                continue;
            }

            IrrResult actual = Irr.Of(days, [.. amounts.Select(a => (double)a)]);
            roots += expected.Roots.Count;
            several += expected.Roots.Count > 1 ? 1 : 0;
            string? difference = Difference(expected, actual);
            if (difference is not null)
            {
                differences.Add($"seed {seed}: {difference}");
            }

            differences.AddRange(actual.Roots
                .Where(root => !root.IsTouching
                    && DecimalIrr.PresentValuePart(days, amounts, root.DailyLogRate) > MostPresentValuePart)
                .Select(root => $"seed {seed}: the present value at {root.Rate} is not zero"));
        }

        output.WriteLine($"{cases} cases, {roots} roots, {several} with several, {unjudged} left to no judgement");
        Assert.True(differences.Count == 0, string.Join('\n', differences));
        Assert.True(several > cases / 10, $"Only {several} of {cases} cases have several roots.");
        Assert.True(unjudged <= cases / 50, $"{unjudged} of {cases} cases are too close to call for the reference.");
    }

    private static string? Difference(DecimalIrr.Answer expected, IrrResult actual)
    {
        string all = string.Join(", ", expected.Roots.Select(r => r.Growth)) + " against "
            + string.Join(", ", actual.Roots.Select(r => r.GrowthFactor)) + $" ({actual.GetType().Name})";
        if (expected.Roots.Count != actual.Roots.Count)
        {
            return $"count differs: {all}";
        }

        for (int i = 0; i < expected.Roots.Count; i++)
        {
            (double growth, bool isTouching, double condition) = expected.Roots[i];
            IrrRoot root = actual.Roots[i];
            double slack = 1e-13 + (1e-15 * Math.Min(condition, 1e6));
            bool isInside = growth >= Math.Exp(root.LowestDailyLogRate * 365) * (1 - slack)
                && growth <= Math.Exp(root.HighestDailyLogRate * 365) * (1 + slack);
            bool isClose = Math.Abs((root.GrowthFactor / growth) - 1) <= Math.Max(1e-10, 1e-14 * condition);
            if (isTouching != root.IsTouching || !isInside || (!isTouching && !isClose))
            {
                return $"root {i} differs (condition {condition:G3}, inside {isInside}, close {isClose}): {all}";
            }
        }

        return null;
    }
}
