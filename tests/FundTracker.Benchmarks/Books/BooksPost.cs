using System.Diagnostics;
using System.Globalization;
using FundTracker.Application.Approvals;
using FundTracker.Application.Funds;
using FundTracker.Application.Records;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Testing.Databases;

namespace FundTracker.Benchmarks.Books;

/// <summary>Posts lines through use cases on a SQLite file: each is recorded by one person and approved by another, so two commands a line.</summary>
internal static class BooksPost
{
    private static readonly DateOnly Day = new(2024, 1, 2);

    public static void Run(string[] arguments)
    {
        var lines = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 10_000;
        Measure(lines).GetAwaiter().GetResult();
    }

    private static async Task Measure(int lines)
    {
        await using var host = await TestHost.Create();
        await host.Must(new SetUpMotherFund.Command("LZ1", null, "母基金", null, "CNY", LegalForm.Company, null, Day), Actors.Manager1);
        var (watch, done) = (Stopwatch.StartNew(), 0);
        for (var lap = 1; lap <= 10; lap++)
        {
            var (from, processor) = (watch.Elapsed, Environment.CpuUsage.TotalTime);
            for (; done < lines * lap / 10; done++)
            {
                var voucher = await host.Must(new RecordFundCash.Command("LZ1", "LZ1", LineKind.Interest, Day, 1m), Actors.Manager1);
                await host.Must(new ApproveVoucher.Command("LZ1", voucher), Actors.Approver1);
            }

            Console.WriteLine(FormattableString.Invariant(
                $"{done} lines: {watch.Elapsed.TotalSeconds:0.0} s, {(watch.Elapsed - from).TotalMilliseconds / Math.Max(1, lines / 10):0.00} ms a line (processor {(Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / Math.Max(1, lines / 10):0.00} ms)"));
        }
    }
}
