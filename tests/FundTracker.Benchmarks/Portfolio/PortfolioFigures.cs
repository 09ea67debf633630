using System.Diagnostics;
using FundTracker.Analytics.Exposure;
using FundTracker.Analytics.Leverage;
using FundTracker.Analytics.Ratios;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Benchmarks.Portfolio;

/// <summary>What is computed from a snapshot of a portfolio: afresh, and after one line more.</summary>
internal static class PortfolioFigures
{
    private const int Runs = 5;
    private const int MoreLines = 21;
    private static readonly DateOnly AsOf = new(2026, 3, 31);

    /// <summary>Measures and prints.</summary>
    /// <param name="book">The books.</param>
    /// <param name="next">The books with one line more, the next of <see cref="PortfolioPlan.Further"/>, how long they
    /// took to read, and how long one row by its key took.</param>
    public static async Task Measure(BookSnapshot book, Func<int, Task<(BookSnapshot Book, double Milliseconds, double Row)>> next)
    {
        var alone = Best(() => View(book), view => view.Known);
        var figures = Best(() => View(book), view => FundFigureEngine.OfFamily(view).Count);
        var through = Best(() => View(book), view => LookThrough.Of(view).Companies.Count);
        var leverage = Best(() => View(book), view => LeverageEngine.Whole(view).Ratios.Count);
        Say($"  afresh: balances of all edges {alone.Made:0} ms; figures and IRR of all nodes {figures.Made + figures.Used:0} ms, balances included;");
        Say($"    look-through by company, sector, stage, place, vintage and currency {through.Used:0} ms; leverage {leverage.Used:0} ms");
        var (read, rows, balances, parts) = (new List<double>(), new List<double>(), new List<double>(), new List<double>[] { [], [], [] });
        var now = View(book);
        Ask(now, []);
        for (var i = 0; i < MoreLines; i++)
        {
            var (more, milliseconds, row) = await next(i);
            read.Add(milliseconds);
            rows.Add(row);
            var watch = Stopwatch.StartNew();
            now = now.At(more, Stamp.Max);
            balances.Add(watch.Elapsed.TotalMilliseconds);
            Ask(now, parts);
        }

        var whole = Enumerable.Range(0, MoreLines).Select(i => balances[i] + parts.Sum(part => part[i])).ToList();
        Say($"  one line more, median of {MoreLines}: snapshot {Median(read):0.0} ms, one row by its key {Median(rows):0.0} ms; all that follows {Median(whole):0.0} ms, worst {whole.Skip(3).Max():0.0} ms");
        Say($"    balances {Median(balances):0.00} ms; figures and IRR {Median(parts[0]):0.00} ms; look-through {Median(parts[1]):0.00} ms; leverage {Median(parts[2]):0.00} ms");
    }

    private static LedgerView View(BookSnapshot book) => new(book, AsOf, Stamp.Max);

    private static void Ask(LedgerView view, List<double>[] parts)
    {
        Action[] questions =
        [
            () => FundFigureEngine.OfFamily(view), () => LookThrough.Of(view), () => LeverageEngine.Whole(view),
        ];
        for (var i = 0; i < questions.Length; i++)
        {
            var watch = Stopwatch.StartNew();
            questions[i]();
            if (parts.Length > 0) parts[i].Add(watch.Elapsed.TotalMilliseconds);
        }
    }

    /// <summary>The best of some runs, in milliseconds: making something, and using it.</summary>
    private static (double Made, double Used) Best<T>(Func<T> make, Func<T, int> use)
    {
        use(make());
        var best = (Made: double.MaxValue, Used: double.MaxValue);
        for (var i = 0; i < Runs; i++)
        {
            var watch = Stopwatch.StartNew();
            var made = make();
            var then = watch.Elapsed.TotalMilliseconds;
            use(made);
            best = (Math.Min(best.Made, then), Math.Min(best.Used, watch.Elapsed.TotalMilliseconds - then));
        }

        return best;
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static void Say(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
}
