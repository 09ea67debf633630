using System.Diagnostics;
using System.Globalization;
using FundTracker.Analytics.Exposure;
using FundTracker.Analytics.Ratios;
using FundTracker.Application;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Persistence;
using FundTracker.Testing.Databases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FundTracker.Benchmarks.Portfolio;

/// <summary>
/// A portfolio from a SQLite file: the snapshot beside a bare reader of eight integer columns, figures and IRR of all nodes, one line
/// more, look-through. Aims for 5,000,000 lines, 10,000 sub-funds and 100,000 companies: 7 s and 1.2 GB, 300 ms, 5 ms, 200 ms.
/// </summary>
internal static class PortfolioRun
{
    private const int Runs = 5;
    private static readonly DateOnly AsOf = new(2026, 3, 31);

    public static void Run(string[] arguments)
    {
        int[] sizes = arguments.Length > 0
            ? [.. arguments.Select(size => int.Parse(size, CultureInfo.InvariantCulture))]
            : [50_000, 500_000, 5_000_000];
        foreach (var lines in sizes) Measure(lines).GetAwaiter().GetResult();
    }

    private static async Task Measure(int lines)
    {
        var plan = new PortfolioPlan(lines / PortfolioPlan.LinesPerFund, Math.Max(10, lines / 50));
        await using var host = await TestHost.Create();
        var watch = Stopwatch.StartNew();
        await PortfolioFile.Write(host, plan, lines);
        Say($"{lines} lines, {plan.SubFunds} sub-funds, {plan.Companies} companies; written in {watch.Elapsed.TotalSeconds:0.0} s");
        var bare = await host.Look(db => Task.FromResult(Bare(db)));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        watch.Restart();
        await using var services = Fresh(host);
        var book = await Read(services);
        var built = watch.Elapsed.TotalSeconds;
        var memory = GC.GetTotalMemory(forceFullCollection: true) - before;
        Say($"  snapshot: {built:0.00} s ({built / bare:0.00} of a bare reader's {bare:0.00} s), {memory / 1e6:0} MB");
        var figures = Best(() => FundFigureEngine.OfFamily(new LedgerView(book, AsOf, Stamp.Max)).Count);
        var view = new LedgerView(book, AsOf, Stamp.Max);
        var alone = Best(() => new LedgerView(book, AsOf, Stamp.Max).Known);
        var through = Best(() => LookThrough.Of(view).Companies.Count);
        Say($"  balances of all edges {alone:0} ms; figures and IRR of all nodes, balances included {figures:0} ms; look-through {through:0} ms");
        await PostOne(host);
        watch.Restart();
        await Read(services);
        Say($"  one line more: snapshot extended in {watch.Elapsed.TotalMilliseconds:0.0} ms");
    }

    private static ServiceProvider Fresh(TestHost host) =>
        new ServiceCollection().AddSingleton(TimeProvider.System).AddFundTrackerPersistence(host.Database).BuildServiceProvider();

    private static async Task<BookSnapshot> Read(ServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<IBookReader>().Read(PortfolioFile.Code, CancellationToken.None))!;
    }

    /// <summary>Seconds that reading eight integers of every line takes, nothing kept.</summary>
    private static double Bare(FundTrackerDb db)
    {
        db.Database.OpenConnection();
        using var command = ((SqliteConnection)db.Database.GetDbConnection()).CreateCommand();
        command.CommandText = """
            SELECT "Id", "Edge", "Kind", "EffectiveDate", "RecordedAt", "AmountMinor", "ImpactOnUnfunded", "Provenance" FROM "LedgerLines" ORDER BY "Id"
            """;
        var watch = Stopwatch.StartNew();
        using var reader = command.ExecuteReader();
        long sum = 0;
        while (reader.Read())
        {
            for (var i = 0; i < 8; i++) sum = unchecked(sum + reader.GetInt64(i));
        }

        return sum == 0 ? throw new InvalidOperationException("The file has no lines.") : watch.Elapsed.TotalSeconds;
    }

    private static Task<int> PostOne(TestHost host) => host.Look(async db =>
    {
        var book = await db.Books.SingleAsync();
        var draft = new LineDraft(PortfolioFile.CommitmentEdge(0, 0), LineKind.Contribution, new DateOnly(2026, 2, 2), Money.FromMinor(100_00, Currency.Cny));
        db.AddRange(book.Post([draft], book.LastRecordedAt, new Signatures("manager1", "approver1", null)).Value);
        return await db.SaveChangesAsync();
    });

    /// <summary>The best of some runs, in milliseconds.</summary>
    private static double Best(Func<int> run)
    {
        run();
        var best = double.MaxValue;
        for (var i = 0; i < Runs; i++)
        {
            var watch = Stopwatch.StartNew();
            run();
            best = Math.Min(best, watch.Elapsed.TotalMilliseconds);
        }

        return best;
    }

    private static void Say(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
}
