namespace FundTracker.Analytics.Pacing;

/// <summary>A sub-fund of a simulated portfolio.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="Parameters">Its parameters.</param>
public sealed record PacedFund(PacingState State, PacingParameters Parameters);

/// <summary>The simulated range of what a portfolio is called for in a quarter; one currency.</summary>
/// <param name="Quarter">From 1.</param>
/// <param name="Median">Half of the runs lie below.</param>
/// <param name="Range50">The middle half of the runs.</param>
/// <param name="Range75">The middle three quarters.</param>
/// <param name="Range95">The middle 95 %.</param>
public readonly record struct CallRange(
    int Quarter, double Median, (double Low, double High) Range50, (double Low, double High) Range75, (double Low, double High) Range95);

/// <summary>Simulates the calls of a portfolio, quarter by quarter.</summary>
/// <remarks>
/// Each fund's quarterly rate of contribution is multiplied by a lognormal factor of mean 1, drawn anew each quarter from a
/// part common to all funds and a part of its own (correlation between funds as given). The same seed gives the same
/// ranges.
/// </remarks>
public static class CallSimulation
{
    /// <summary>Runs the simulation.</summary>
    /// <param name="funds">The sub-funds.</param>
    /// <param name="quarters">How many quarters ahead.</param>
    /// <param name="runs">How many runs; 1,000 settle the 95 % range to some percent.</param>
    /// <param name="volatility">Standard deviation of the log of a quarter's call rate; 0 gives the forecast itself.</param>
    /// <param name="correlation">Between funds, 0 to 1.</param>
    /// <param name="seed">Of the generator.</param>
    public static IReadOnlyList<CallRange> Run(
        IReadOnlyList<PacedFund> funds, int quarters, int runs, double volatility, double correlation, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(runs);
        double[][] rates = [.. funds.Select(fund => QuarterlyRates(fund, quarters))];
        double[][] calls = [.. Enumerable.Range(0, quarters).Select(_ => new double[runs])];
        SeededNormal normal = new(seed);
        double common = Math.Sqrt(correlation), own = Math.Sqrt(1 - correlation), drift = volatility * volatility / 2;
        double[] uncalled = new double[funds.Count];
        for (int run = 0; run < runs; run++)
        {
            for (int f = 0; f < funds.Count; f++)
            {
                uncalled[f] = Math.Max(0, funds[f].State.Commitment - funds[f].State.PaidIn);
            }

            for (int quarter = 0; quarter < quarters; quarter++)
            {
                double shared = normal.Next() * common;
                for (int f = 0; f < funds.Count; f++)
                {
                    double factor = Math.Exp((volatility * (shared + (own * normal.Next()))) - drift);
                    double call = uncalled[f] * Math.Min(1, rates[f][quarter] * factor);
                    uncalled[f] -= call;
                    calls[quarter][run] += call;
                }
            }
        }

        return [.. calls.Select((values, quarter) => Range(quarter + 1, values))];
    }

    /// <summary>The part of what is uncalled that the forecast calls in each quarter.</summary>
    private static double[] QuarterlyRates(PacedFund fund, int quarters)
    {
        double uncalled = Math.Max(0, fund.State.Commitment - fund.State.PaidIn);
        double[] rates = new double[quarters];
        foreach (PacingPeriod period in TakahashiAlexander.Forecast(
            fund.State, fund.Parameters, PacingScenario.Base, quarters, periodsPerYear: 4))
        {
            rates[period.Number - 1] = uncalled > 0 ? period.Contribution / uncalled : 0;
            uncalled -= period.Contribution;
        }

        return rates;
    }

    private static CallRange Range(int quarter, double[] values)
    {
        Array.Sort(values);
        return new CallRange(
            quarter,
            At(values, 0.5),
            (At(values, 0.25), At(values, 0.75)),
            (At(values, 0.125), At(values, 0.875)),
            (At(values, 0.025), At(values, 0.975)));
    }

    private static double At(double[] ordered, double part)
    {
        double position = part * (ordered.Length - 1);
        int below = (int)position;
        double next = ordered[Math.Min(below + 1, ordered.Length - 1)];
        return ordered[below] + ((position - below) * (next - ordered[below]));
    }

    /// <summary>Standard normal numbers: SplitMix64 (Steele, Lea, Flood 2014) through Box and Muller's transform.</summary>
    private sealed class SeededNormal(ulong seed)
    {
        private ulong _state = seed;
        private double? _spare;

        public double Next()
        {
            if (_spare is { } spare)
            {
                _spare = null;
                return spare;
            }

            double radius = Math.Sqrt(-2 * Math.Log(1 - Uniform())), angle = 2 * Math.PI * Uniform();
            _spare = radius * Math.Sin(angle);
            return radius * Math.Cos(angle);
        }

        private double Uniform()
        {
            ulong z = _state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
        }
    }
}
