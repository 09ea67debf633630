using System.Diagnostics;
using System.Globalization;
using FundTracker.Analytics.Returns;

namespace FundTracker.Benchmarks.Analytics;

/// <summary>
/// IRR of many funds on one core: the batch, proof of uniqueness included, against a plain scalar XIRR in the same run.
/// Aim: at most 0.35 µs for a fund of 60 flows and 4 µs for one of 500.
/// </summary>
internal static class IrrBatchRun
{
    private const int BestOf = 40;

    public static void Run(string[] arguments)
    {
        int funds = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 10_000;
        foreach ((int flows, int count) in new[] { (60, funds), (500, Math.Max(1, funds / 10)) })
        {
            FundColumns columns = FundColumns.Make(count, flows, seed: 2023);
            BatchIrr[] batch = new BatchIrr[count];
            double[] plain = new double[count];

            // Each round runs all of them, so that a busy machine slows them alike; the best round counts.
            double batchTime = double.MaxValue, singleTime = double.MaxValue, plainTime = double.MaxValue;
            long allocated = 0;
            for (int round = 0; round < BestOf; round++)
            {
                long before = GC.GetAllocatedBytesForCurrentThread();
                batchTime = Math.Min(batchTime, Time(count, () => IrrBatch.Solve(columns.Starts, columns.Days, columns.Amounts, batch)));
                allocated = GC.GetAllocatedBytesForCurrentThread() - before;
                singleTime = Math.Min(singleTime, Time(count, () => Single(columns)));
                plainTime = Math.Min(plainTime, Time(count, () => PlainXirr.Solve(columns, plain)));
            }

            double furthest = batch.Zip(plain).Where(pair => pair.First.Status == BatchIrrStatus.Unique)
                .Max(pair => Math.Abs(((1 + pair.First.Rate) / (1 + pair.Second)) - 1));
            Console.WriteLine(FormattableString.Invariant(
                $"irr-batch, {count} funds of {flows} flows: batch {batchTime:0.000} µs a fund ({plainTime / batchTime:0.0} times as fast as the plain scalar's {plainTime:0.000} µs), one by one with certified intervals {singleTime:0.000} µs"));
            Console.WriteLine(FormattableString.Invariant(
                $"  {batch.Count(b => b.Status == BatchIrrStatus.Unique)} unique, furthest from the plain scalar {furthest:0.0E+0} of 1 + r, {allocated} bytes allocated in a round"));
        }
    }

    private static double Time(int funds, Action run)
    {
        long start = Stopwatch.GetTimestamp();
        run();
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / funds;
    }

    private static void Single(FundColumns columns)
    {
        for (int fund = 0; fund + 1 < columns.Starts.Length; fund++)
        {
            Range range = columns.Starts[fund]..columns.Starts[fund + 1];
            Irr.Of(columns.Days.AsSpan()[range], columns.Amounts.AsSpan()[range]);
        }
    }
}
