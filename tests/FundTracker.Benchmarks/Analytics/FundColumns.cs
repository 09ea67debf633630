namespace FundTracker.Benchmarks.Analytics;

/// <summary>Seeded funds as sorted, netted columns: calls over the first years, distributions after, a few of each in the
/// other's time, and a final NAV.</summary>
internal sealed record FundColumns(int[] Starts, int[] Days, double[] Amounts)
{
    public static FundColumns Make(int funds, int flows, int seed)
    {
        Random random = new(seed);
        int[] starts = new int[funds + 1], days = new int[funds * flows];
        double[] amounts = new double[funds * flows];
        for (int fund = 0; fund < funds; fund++)
        {
            int day = 730_000 + random.Next(4_000), longestGap = 2 * 4_400 / flows;
            double paid = 0, received = 0;
            for (int i = 0; i < flows; i++)
            {
                int at = (fund * flows) + i;
                bool isEarly = i < flows * 2 / 5;
                bool isCall = i == 0 || (isEarly ? random.Next(8) != 0 : i < flows - 1 && random.Next(12) == 0);
                double size = random.Next(10_000, 1_000_000) / 100.0;
                amounts[at] = isCall ? -size : isEarly ? Math.Min(size, paid) * 0.2 : size * 0.9;
                days[at] = day += 1 + random.Next(longestGap);
                paid += isCall ? size : 0;
                received += isCall ? 0 : amounts[at];
            }

            // What is left makes a multiple between 0.6 and 2.6.
            double left = (paid * (0.6 + (2 * random.NextDouble()))) - received;
            amounts[(fund * flows) + flows - 1] += Math.Max(left, paid * 0.02);
            starts[fund + 1] = (fund + 1) * flows;
        }

        return new FundColumns(starts, days, amounts);
    }
}
