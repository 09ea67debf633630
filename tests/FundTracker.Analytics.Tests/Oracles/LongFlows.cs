namespace FundTracker.Analytics.Tests.Oracles;

/// <summary>Seeded lists of many flows. Amounts have two decimals; days are ascending and distinct.</summary>
internal static class LongFlows
{
    /// <summary>
    /// A fund over some twelve years: calls in its first half and distributions in its second, a few of each among the others, and what is
    /// left at the end.
    /// </summary>
    public static (int[] Days, decimal[] Amounts) Fund(int seed, int count)
    {
        Random random = new(unchecked((seed * 7919) + count));
        int half = count / 2;
        HashSet<int> early = Few(random, 3, half / 2, half), late = Few(random, 2, half, count - 2);
        double gain = 0.3 + (random.NextDouble() * 3);
        return Made(random, count, largestGap: Math.Max(2, 9_000 / count), i =>
            i < half ^ (early.Contains(i) || late.Contains(i)) ? -Cents(random, 1, 1000) : Cents(random, 1, (int)(1000 * gain)));
    }

    /// <summary>Either sign with the same chance.</summary>
    public static (int[] Days, decimal[] Amounts) RandomSigns(int seed, int count)
    {
        Random random = new(unchecked((seed * 7919) - count));
        return Made(random, count, largestGap: 200, _ => Cents(random, 1, 1000) * ((random.Next(2) * 2) - 1));
    }

    private static (int[] Days, decimal[] Amounts) Made(Random random, int count, int largestGap, Func<int, decimal> amount)
    {
        int day = 730_000;
        (int[] days, decimal[] amounts) = (new int[count], new decimal[count]);
        for (int i = 0; i < count; i++)
        {
            (days[i], amounts[i]) = (day += random.Next(1, largestGap), amount(i));
        }

        return (days, amounts);
    }

    private static HashSet<int> Few(Random random, int count, int from, int to) => [.. Enumerable.Range(0, count).Select(_ => random.Next(from, to))];

    private static decimal Cents(Random random, int low, int high) => random.Next(low * 100, high * 100) / 100m;
}
