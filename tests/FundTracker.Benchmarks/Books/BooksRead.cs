using System.Diagnostics;
using System.Globalization;
using FundTracker.Application;
using FundTracker.Application.Funds;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Persistence;
using FundTracker.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FundTracker.Benchmarks.Books;

/// <summary>Reads the books of 200,000 lines on 500 commitments from a SQLite file, from the start and from the tail. Aim: under 0.5 s from the start.</summary>
internal static class BooksRead
{
    private const int Investors = 500;
    private const int Runs = 7;
    private static readonly DateOnly First = new(2015, 1, 1);

    public static void Run(string[] arguments)
    {
        var lines = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 200_000;
        Measure(lines).GetAwaiter().GetResult();
    }

    private static async Task Measure(int lines)
    {
        await using var host = await TestHost.Create();
        await host.Must(new SetUpMotherFund.Command("LZ1", null, "母基金", null, "CNY", LegalForm.Company, null, First), Actors.Manager1);
        var edges = await AddInvestors(host);
        var watch = Stopwatch.StartNew();
        for (var posted = 0; posted < lines; posted += 5_000) await Post(host, edges, posted, Math.Min(5_000, lines - posted));
        Console.WriteLine(FormattableString.Invariant($"posted {lines} lines in {watch.ElapsedMilliseconds} ms"));
        var whole = new List<double>();
        for (var run = 0; run < Runs; run++) whole.Add(await Time(() => ReadFresh(host)));
        var processor = await Processor(() => ReadFresh(host));
        await host.Books("LZ1");
        var unchanged = await Time(() => host.Books("LZ1"));
        await Post(host, edges, lines, 1);
        var tail = await Time(() => host.Books("LZ1"));
        Console.WriteLine(FormattableString.Invariant(
            $"books of {lines} lines: cold {whole[0]:0} ms, warm median {whole.Skip(1).Order().ElementAt((Runs - 1) / 2):0} ms (processor {processor:0} ms); unchanged {unchanged:0.0} ms; one line more {tail:0.0} ms"));
    }

    private static async Task<double> Time(Func<Task<BookSnapshot>> read)
    {
        var watch = Stopwatch.StartNew();
        await read();
        return watch.Elapsed.TotalMilliseconds;
    }

    /// <summary>Processor time, which other work on the machine does not lengthen.</summary>
    private static async Task<double> Processor(Func<Task<BookSnapshot>> read)
    {
        var before = Environment.CpuUsage.TotalTime;
        await read();
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
    }

    private static async Task<BookSnapshot> ReadFresh(TestHost host)
    {
        await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddFundTrackerPersistence(host.Database).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<IBookReader>().Read("LZ1", CancellationToken.None))!;
    }

    private static Task<List<EdgeId>> AddInvestors(TestHost host) => host.Look(async db =>
    {
        var fund = await db.Nodes.OfType<MotherFund>().SingleAsync();
        var edges = new List<EdgeId>();
        for (var i = 1; i <= Investors; i++)
        {
            var code = string.Create(CultureInfo.InvariantCulture, $"INV{i:000}");
            var investor = Investor.Register(new NodeId(i), fund.Id, code, BilingualName.Of(code, code), Provenance.Recorded, new Stamp(i));
            var edge = Edge.Commitment(new EdgeId(i), investor, fund, new Stamp(i));
            db.AddRange(investor, edge);
            edges.Add(edge.Id);
        }

        (await db.Books.SingleAsync()).NoteNewMember();
        await db.SaveChangesAsync();
        return edges;
    });

    private static Task<int> Post(TestHost host, List<EdgeId> edges, int from, int count) => host.Look(async db =>
    {
        var book = await db.Books.SingleAsync();
        var drafts = Enumerable.Range(from, count)
            .Select(i => new LineDraft(edges[i % edges.Count], LineKind.Contribution, First.AddDays(i % 4_000), Money.FromMinor(100 + i, Currency.Cny)));
        db.AddRange(book.Post([.. drafts], book.LastRecordedAt, new Signatures("manager1", "approver1", null)).Value);
        return await db.SaveChangesAsync();
    });
}
