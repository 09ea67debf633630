using System.Diagnostics;
using System.Globalization;
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
    /// <summary>Sizes in lines.</summary>
    public static void Run(string[] arguments) => Each(arguments, Measure);

    /// <summary>Sizes in lines; without a file.</summary>
    public static void RunInMemory(string[] arguments) => Each(arguments, MeasureInMemory);

    private static void Each(string[] arguments, Func<int, Task> measure)
    {
        int[] sizes = arguments.Length > 0
            ? [.. arguments.Select(size => int.Parse(size, CultureInfo.InvariantCulture))]
            : [50_000, 500_000, 5_000_000];
        foreach (var lines in sizes) measure(lines).GetAwaiter().GetResult();
    }

    private static async Task Measure(int lines)
    {
        var plan = PlanOf(lines);
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
        await PortfolioFigures.Measure(book, async i =>
        {
            await Post(host, plan.Further(i));
            var before = Stopwatch.GetTimestamp();
            var more = await Read(services);
            var read = Stopwatch.GetElapsedTime(before).TotalMilliseconds;
            before = Stopwatch.GetTimestamp();
            await Head(services);
            return (more, read, Stopwatch.GetElapsedTime(before).TotalMilliseconds);
        });
    }

    /// <summary>The same without a file: what is computed from a snapshot in memory.</summary>
    private static Task MeasureInMemory(int lines)
    {
        var plan = PlanOf(lines);
        var books = PortfolioBook.Of(plan, lines);
        Say($"{lines} lines, {plan.SubFunds} sub-funds, {plan.Companies} companies, in memory");
        return PortfolioFigures.Measure(books.Snapshot, i => Task.FromResult((books.With(plan.Further(i)), 0.0, 0.0)));
    }

    private static PortfolioPlan PlanOf(int lines) => new(lines / PortfolioPlan.LinesPerFund, Math.Max(10, lines / 50));

    private static ServiceProvider Fresh(TestHost host) =>
        new ServiceCollection().AddSingleton(TimeProvider.System).AddFundTrackerPersistence(host.Database).BuildServiceProvider();

    private static async Task<BookSnapshot> Read(ServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<IBookReader>().Read(PortfolioFile.Code, CancellationToken.None))!;
    }

    /// <summary>One row by its key in a scope of its own: the least that anybody who asks the database waits for.</summary>
    private static async Task<int> Head(ServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IFundTrackerDb>().Books.AsNoTracking().Where(book => book.Chain == 1).Select(book => book.Version).SingleAsync();
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

    private static Task<int> Post(TestHost host, LineDraft draft) => host.Look(async db =>
    {
        var book = await db.Books.SingleAsync();
        db.AddRange(book.Post([draft], book.LastRecordedAt, new Signatures("manager1", "approver1", null)).Value);
        return await db.SaveChangesAsync();
    });

    private static void Say(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
}
