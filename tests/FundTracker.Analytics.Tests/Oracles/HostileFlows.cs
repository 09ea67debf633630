namespace FundTracker.Analytics.Tests.Oracles;

/// <summary>Seeded lists of flows, from ordinary funds to what makes root finders fail. Amounts have two decimals.</summary>
internal static class HostileFlows
{
    public const int Kinds = 11;

    /// <summary>Days ascending and distinct; amounts none of them zero; both signs, mostly.</summary>
    public static (int[] Days, decimal[] Amounts) Make(int seed)
    {
        Random random = new(seed);
        List<(int Day, decimal Amount)> flows = (seed % Kinds) switch
        {
            0 => OrdinaryFund(random),
            1 => RandomSigns(random, random.Next(3, 11), largestGap: 900),
            2 => RandomSigns(random, random.Next(4, 9), largestGap: 40),
            3 => PlantedRoots(random, 2),
            4 => PlantedRoots(random, 3),
            5 => PlantedRoots(random, random.Next(4, 6)),
            6 => NearEnds(random),
            7 => MixedMagnitudes(random),
            8 => NearlyTouching(random),
            9 => RandomSigns(random, random.Next(12, 20), largestGap: 120),
            _ => AddsUpToNothing(random),
        };

        var netted = flows.GroupBy(f => f.Day).OrderBy(g => g.Key)
            .Select(g => (Day: g.Key, Amount: g.Sum(f => f.Amount))).Where(f => f.Amount != 0).ToList();
        return ([.. netted.Select(f => f.Day)], [.. netted.Select(f => f.Amount)]);
    }

    private static List<(int, decimal)> OrdinaryFund(Random random)
    {
        int day = 730_000 + random.Next(4000), years = random.Next(1, 6);
        List<(int, decimal)> flows = [];
        for (int i = 0; i < years * 2; i++)
        {
            flows.Add((day += random.Next(20, 300), -Cents(random, 1, 100)));
        }

        for (int i = 0; i < years; i++)
        {
            flows.Add((day += random.Next(20, 500), Cents(random, 1, 300)));
        }

        return flows;
    }

    private static List<(int, decimal)> RandomSigns(Random random, int count, int largestGap)
    {
        int day = 700_000;
        List<(int, decimal)> flows = [];
        for (int i = 0; i < count; i++)
        {
            flows.Add((day += random.Next(1, largestGap), Cents(random, 1, 1000) * (random.Next(2) * 2 - 1)));
        }

        return flows;
    }

    private static List<(int, decimal)> PlantedRoots(Random random, int count)
    {
        double[] logs = [.. Enumerable.Range(0, count).Select(_ => (random.NextDouble() * 2) - 1)];
        return Planted(logs, gap: random.Next(30, 800), scale: -Cents(random, 1_000_000, 20_000_000));
    }

    /// <summary>Two roots from a tenth to a ten-millionth apart, or the miss that rounding to cents makes of them.</summary>
    private static List<(int, decimal)> NearlyTouching(Random random)
    {
        double log = random.NextDouble() - 0.5, apart = Math.Pow(10, -1 - (random.NextDouble() * 6));
        return Planted([log, log + apart], gap: random.Next(100, 800), scale: -1e6m * Cents(random, 1_000_000, 20_000_000));
    }

    /// <summary>Roots near chosen log growth factors: the product of (1 − g·v^gap) over them, rounded to cents.</summary>
    private static List<(int, decimal)> Planted(double[] logs, int gap, decimal scale)
    {
        double[] polynomial = [1];
        foreach (double log in logs)
        {
            double[] next = new double[polynomial.Length + 1];
            for (int k = 0; k < polynomial.Length; k++)
            {
                next[k] += polynomial[k];
                next[k + 1] -= polynomial[k] * Math.Exp(log * gap / 365.0);
            }

            polynomial = next;
        }

        return [.. polynomial.Select((c, i) => (720_000 + (i * gap), Math.Round((decimal)c * scale, 2, MidpointRounding.AwayFromZero)))];
    }

    /// <summary>Rates close to −100 % and up to +100,000 % and beyond.</summary>
    private static List<(int, decimal)> NearEnds(Random random)
    {
        int day = 710_000, count = random.Next(1, 4);
        List<(int, decimal)> flows = [];
        for (int i = 0; i < count; i++)
        {
            flows.Add((day += random.Next(1, 60), -Cents(random, 1, 100_000)));
        }

        double years = random.Next(100, 900) / 365.0, logGrowth = (random.NextDouble() * 26) - 13;
        decimal paid = -flows.Sum(f => f.Item2);
        decimal value = Math.Round(paid * (decimal)Math.Exp(logGrowth * years / 2.5), 2, MidpointRounding.AwayFromZero);
        flows.Add((day + (int)(years * 365), Math.Max(0.01m, value)));
        return flows;
    }

    private static List<(int, decimal)> MixedMagnitudes(Random random)
    {
        int day = 705_000;
        List<(int, decimal)> flows = [];
        for (int i = 0; i < random.Next(3, 8); i++)
        {
            decimal size = (decimal)Math.Pow(10, random.Next(0, 9));
            flows.Add((day += random.Next(1, 1500), Cents(random, 1, 10) * size * (random.Next(3) == 0 ? 1 : -1)));
        }

        return flows;
    }

    private static List<(int, decimal)> AddsUpToNothing(Random random)
    {
        List<(int Day, decimal Amount)> flows = RandomSigns(random, random.Next(2, 7), largestGap: 700);
        flows.Add((flows[^1].Day + random.Next(1, 700), -flows.Sum(f => f.Amount)));
        return flows;
    }

    private static decimal Cents(Random random, int low, int high) => random.Next(low * 100, high * 100) / 100m;
}
