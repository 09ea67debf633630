using FundTracker.Analytics.Returns;
using FundTracker.Analytics.Tests.Oracles;

namespace FundTracker.Analytics.Tests.Returns;

/// <summary>
/// Every root, and no other, against bisection in decimal: 3,000 cases; 100,000 with FUNDTRACKER_TEST_DEEP=1. Of long lists there are a
/// hundredth as many, since bisection takes as many times as long.
/// </summary>
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
        int cases = DeepRun.Cases(3_000) / Parts;
        Judged all = Judge(Enumerable.Range(0, cases).Select(i => (i * Parts) + part), HostileFlows.Make);

        Assert.True(all.Several > cases / 10, $"Only {all.Several} of {cases} cases have several roots.");
        Assert.True(all.Unjudged <= cases / 50, $"{all.Unjudged} of {cases} cases are too close to call for the reference.");
    }

    [Theory]
    [InlineData(60, 20)]
    [InlineData(500, 4)]
    public void All_roots_of_funds_of_many_flows_agree_with_bisection_in_decimal(int flows, int ordinary)
    {
        int cases = Long(ordinary);
        Judged all = Judge(Enumerable.Range(0, cases), seed => LongFlows.Fund(seed, flows));

        Assert.True(all.Roots >= cases - all.Unjudged, $"Only {all.Roots} roots of {cases} funds.");
        Assert.True(all.Unjudged <= cases / 10, $"{all.Unjudged} of {cases} cases are too close to call for the reference.");
    }

    [Fact]
    public void All_roots_of_many_flows_of_random_sign_agree_with_bisection_in_decimal()
    {
        const int Ordinary = 10;
        int cases = Long(Ordinary);
        Judged all = Judge(Enumerable.Range(0, cases), seed => LongFlows.RandomSigns(seed, 40));

        Assert.True(cases < Ordinary || all.Several > 0, "No case has several roots.");
        Assert.True(all.Unjudged <= cases / 2, $"{all.Unjudged} of {cases} cases are too close to call for the reference.");
    }

    private static int Long(int ordinary) => Math.Max(1, DeepRun.Cases(ordinary * 100) / 100);

    private Judged Judge(IEnumerable<int> seeds, Func<int, (int[] Days, decimal[] Amounts)> make)
    {
        int cases = 0, unjudged = 0, roots = 0, several = 0;
        List<string> differences = [];
        foreach (int seed in seeds)
        {
            cases++;
            (int[] days, decimal[] amounts) = make(seed);
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
        return new Judged(roots, several, unjudged);
    }

    private readonly record struct Judged(int Roots, int Several, int Unjudged);

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
