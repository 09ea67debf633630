using FundTracker.Analytics.CashFlows;

namespace FundTracker.Analytics.Returns;

/// <summary>What a batch says of one fund.</summary>
public enum BatchIrrStatus : byte
{
    /// <summary>One rate, proved to be the only one.</summary>
    Unique,

    /// <summary>Several rates; the one quoted, if any, agrees with the money multiple.</summary>
    Multiple,

    /// <summary>No rate.</summary>
    None,
}

/// <summary>The rate of one fund of a batch.</summary>
/// <param name="Status">What is known; details are given by <see cref="Irr"/>.</param>
/// <param name="DailyLogRate">ln(1 + annual rate) / 365; NaN where there is no rate to quote.</param>
public readonly record struct BatchIrr(BatchIrrStatus Status, double DailyLogRate)
{
    /// <summary>Annual effective rate as a fraction; NaN where there is none to quote.</summary>
    public double Rate => Numerics.Growth.RateOfLog(DailyLogRate * DayCount.DaysPerYear);
}

/// <summary>Rates of return of many funds at once, without allocation for those whose root is unique by sign changes.</summary>
/// <remarks>The proof is that of <see cref="Irr"/>; what it leaves open goes there fund by fund.</remarks>
public static class IrrBatch
{
    /// <summary>Passes before a fund is handed over; ordinary ones need two or three.</summary>
    private const int MostPasses = 8;

    /// <summary>The last step, times the span in days, below which a third-order method has nothing left to gain.</summary>
    private const double Converged = 4e-6;

    /// <summary>Solves all funds.</summary>
    /// <param name="starts">Where each fund's flows begin in the columns; one more entry than funds, the last their end.</param>
    /// <param name="days">Day numbers, ascending and distinct within each fund (<see cref="FlowNetting"/>).</param>
    /// <param name="amounts">Net amounts, investor's view, finite and none of them zero.</param>
    /// <param name="results">Receives one entry per fund.</param>
    /// <exception cref="ArgumentException">The results have no room, or the columns differ in length.</exception>
    public static void Solve(
        ReadOnlySpan<int> starts, ReadOnlySpan<int> days, ReadOnlySpan<double> amounts, Span<BatchIrr> results) =>
        Solve(starts, days, amounts, results, WideFlows.IsSupported);

    internal static void Solve(
        ReadOnlySpan<int> starts, ReadOnlySpan<int> days, ReadOnlySpan<double> amounts, Span<BatchIrr> results, bool isWide)
    {
        if (days.Length != amounts.Length || results.Length < starts.Length - 1)
        {
            throw new ArgumentException("Columns must be of one length, with a result for each fund.", nameof(results));
        }

        for (int fund = 0; fund + 1 < starts.Length; fund++)
        {
            int first = starts[fund], count = starts[fund + 1] - first;
            NettedFlows flows = new(days.Slice(first, count), amounts.Slice(first, count));
            results[fund] = isWide && count >= WideFlows.Lanes ? SolveWide(flows) : SolveScalar(flows);
        }
    }

    private static BatchIrr SolveWide(NettedFlows flows)
    {
        DiscountedSums sums = WideFlows.AtZero(flows);
        (int above, int below) = WideFlows.SignChangesAtZero(flows, sums);
        double rate = sums.Step();
        for (int pass = 0; pass < MostPasses && Math.Abs(rate) <= Irr.HighestDailyLogRate; pass++)
        {
            double step = WideFlows.At(flows, rate).Step();
            rate += step;
            if (Math.Abs(step) * flows.SpanDays < Converged)
            {
                return Settled(flows, rate, above, below);
            }
        }

        return Entry(Irr.OfNetted(flows));
    }

    private static BatchIrr SolveScalar(NettedFlows flows)
    {
        if (flows.Count < 2)
        {
            return new BatchIrr(BatchIrrStatus.None, double.NaN);
        }

        (int above, int below, int total) = SignChanges.AtZeroExactly(flows);
        double rate = total == 0 ? double.NaN : DiscountedSums.AtScalar(flows, 0).Step();
        for (int pass = 0; pass < MostPasses && Math.Abs(rate) <= Irr.HighestDailyLogRate; pass++)
        {
            double step = DiscountedSums.AtScalar(flows, rate).Step();
            rate += step;
            if (Math.Abs(step) * flows.SpanDays < Converged)
            {
                return Settled(flows, rate, above, below);
            }
        }

        return Entry(Irr.OfNetted(flows));
    }

    /// <summary>Takes a rate that an iteration settled on, if it is proved to be the only root.</summary>
    private static BatchIrr Settled(NettedFlows flows, double rate, int above, int below)
    {
        bool isProved = Math.Abs(rate) <= Irr.HighestDailyLogRate
            && (above + (long)below == 1 ? rate > 0 == (above == 1) : UniqueRoot.ProveNear(flows, rate) is not null);
        return isProved ? new BatchIrr(BatchIrrStatus.Unique, rate) : Entry(Irr.OfNetted(flows));
    }

    private static BatchIrr Entry(IrrResult result) => new(
        result switch
        {
            IrrResult.Unique => BatchIrrStatus.Unique,
            IrrResult.Multiple => BatchIrrStatus.Multiple,
            _ => BatchIrrStatus.None,
        },
        result.Quoted?.DailyLogRate ?? double.NaN);
}
