using System.Diagnostics;
using FundTracker.Analytics.Leverage;
using FundTracker.Analytics.Ratios;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Benchmarks.Figures;

/// <summary>Figures of all sub-funds of a mother fund with 1,000 sub-funds and 200,000 lines, and its leverage, from a snapshot in memory.</summary>
internal static class FundFiguresRun
{
    private const int Runs = 15;

    public static void Run(string[] arguments)
    {
        var book = SampleBook.Of(subFunds: 1_000, lines: 200_000);
        var asOf = new DateOnly(2026, 3, 31);
        var figures = Median(() => FundFigureEngine.OfFamily(new LedgerView(book, asOf, Stamp.Max)).Count);
        var leverage = Median(() => LeverageEngine.Whole(new LedgerView(book, asOf, Stamp.Max)).Ratios.Count);
        Console.WriteLine(FormattableString.Invariant(
            $"figures of 1,000 sub-funds over {book.LineCount} lines: {figures:0.0} ms warm median; leverage of the whole: {leverage:0.0} ms"));
    }

    private static double Median(Func<int> run)
    {
        run();
        var times = new double[Runs];
        for (var i = 0; i < Runs; i++)
        {
            var watch = Stopwatch.StartNew();
            run();
            times[i] = watch.Elapsed.TotalMilliseconds;
        }

        Array.Sort(times);
        return times[Runs / 2];
    }
}
