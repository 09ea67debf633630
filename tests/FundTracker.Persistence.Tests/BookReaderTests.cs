using FundTracker.Domain.Ledgers;
using FundTracker.Persistence.Tests.Engines;
using FundTracker.Persistence.Tests.Samples;
using FundTracker.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FundTracker.Persistence.Tests;

public sealed class BookReaderTests
{
    [Theory, EachEngine]
    public async Task The_snapshot_holds_what_was_posted(DatabaseEngine engine)
    {
        await using var host = await engine.Host();
        await Post(host);

        var books = await host.Books("LZ1");

        var stored = await host.Look(db => db.Lines.AsNoTracking().OrderBy(line => line.Sequence).ToListAsync());
        Assert.Equal(5, books.LineCount);
        Assert.Equal(stored.Select(line => Text(line)), Lines(books));
    }

    [Theory, EachEngine]
    public async Task A_line_that_was_recorded_in_one_stroke_with_the_one_before_is_read_so_as_the_ledger_says(DatabaseEngine engine)
    {
        await using var host = await engine.Host();
        await host.Must(Given.MotherFund(), Actors.Manager1);
        await host.Must(Given.Commitment("INV1", 1_000), Actors.Manager1);
        LineKind[] kinds =
        [
            LineKind.Contribution, LineKind.CommitmentTransferOut, LineKind.CommitmentTransferIn, LineKind.PaidInTransferOut, LineKind.PaidInTransferIn,
            LineKind.Contribution, LineKind.CommitmentTransferOut, LineKind.CommitmentTransferIn,
        ];
        await host.Must(new PostLines.Command("LZ1", "INV1", [.. kinds.Select(kind => new PostLines.Line(kind, Given.Day, 5))], Judged: false), Actors.Manager1);

        var books = await host.Books("LZ1");

        var stored = await host.Look(db => db.Lines.AsNoTracking().OrderBy(line => line.Sequence).ToListAsync());
        var joining = stored.Select((_, i) => LineFlags.IsJoining(books.Columns.Flags[i])).ToList();
        Assert.Equal(stored.Select((line, i) => i > 0 && line.Joins(stored[i - 1])), joining);
        Assert.Equal([false, false, false, true, true, true, false, false, true], joining);
    }

    [Theory, EachEngine]
    public async Task A_snapshot_extended_from_the_tail_equals_a_fresh_one(DatabaseEngine engine)
    {
        await using var host = await engine.Host();
        await host.Must(Given.MotherFund(), Actors.Manager1);
        var empty = await host.Books("LZ1");
        await host.Must(Given.Commitment("INV1", 1_000), Actors.Manager1);
        var one = await host.Books("LZ1");
        await host.Must(Given.Contribution("INV1", 10), Actors.Manager1);
        await host.Must(Given.Contribution("INV1", 20), Actors.Manager1);
        await host.Must(Given.Commitment("INV2", 2_000), Actors.Manager1);

        var extended = await host.Books("LZ1");
        await using var fresh = TestHostOnSame(host);
        var read = await Read(fresh);

        Assert.Equal(Describe(read), Describe(extended));
        Assert.Equal((0, 1, 4), (empty.LineCount, one.LineCount, extended.LineCount));
    }

    [Theory, EachEngine]
    public async Task Books_in_which_nothing_happened_are_not_read_again(DatabaseEngine engine)
    {
        await using var host = await engine.Host();
        await Post(host);

        Assert.Same(await host.Books("LZ1"), await host.Books("LZ1"));
    }

    [Theory, EachEngine]
    public async Task Lines_alone_leave_the_members_as_they_are(DatabaseEngine engine)
    {
        await using var host = await engine.Host();
        await Post(host);
        var before = await host.Books("LZ1");

        await host.Must(Given.Contribution("INV1", 3), Actors.Manager1);
        var after = await host.Books("LZ1");

        Assert.Same(before.Nodes, after.Nodes);
        Assert.Same(before.Edges, after.Edges);
        Assert.Equal((5, 6), (before.LineCount, after.LineCount));
    }

    [Theory, EachEngine]
    public async Task An_earlier_snapshot_stays_as_it_was(DatabaseEngine engine)
    {
        await using var host = await engine.Host();
        await Post(host);
        var before = await host.Books("LZ1");
        var described = Describe(before);

        await host.Must(Given.Commitment("INV9", 7), Actors.Manager1);
        await host.Books("LZ1");

        Assert.Equal(described, Describe(before));
    }

    [Fact]
    public async Task A_copy_put_in_place_of_the_file_is_read_from_the_start()
    {
        await using var host = await DatabaseEngine.Sqlite.Host();
        await Post(host);
        var before = await host.Books("LZ1");
        await host.Look(db => db.Database.ExecuteSqlRawAsync(
            """DROP TRIGGER "LedgerLines_NoUpdate"; UPDATE "LedgerLines" SET "AmountMinor" = 77, "Hash" = zeroblob(32) WHERE "Sequence" = 5; UPDATE "Books" SET "LedgerHash" = zeroblob(32);"""));

        var after = await host.Books("LZ1");

        Assert.NotEqual(Describe(before), Describe(after));
        Assert.Equal(77, after.Columns.Amounts[4]);
    }

    [Fact]
    public void Nodes_and_edges_can_not_change_which_is_why_as_many_as_before_are_the_same()
    {
        Type[] members = [typeof(Domain.Funds.Node), typeof(Edge), .. typeof(Domain.Funds.Node).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Domain.Funds.Node)))];

        Assert.All(members, type => Assert.DoesNotContain(
            type.GetMethods(), method => !method.IsStatic && method.DeclaringType != typeof(object) && !method.IsSpecialName));
    }

    private static async Task Post(TestHost host)
    {
        await host.Must(Given.MotherFund(), Actors.Manager1);
        await host.Must(Given.Commitment("INV1", 9_000_000_000_000_00), Actors.Manager1);
        await host.Must(
            new PostLines.Command("LZ1", "INV1", [new(LineKind.Contribution, new DateOnly(2024, 2, 29), 12_345), new(LineKind.Contribution, Given.Day, 1)]), Actors.Manager1);
        await host.Must(
            new PostLines.Command("LZ1", "INV1", [new(LineKind.Contribution, Given.Day, -1, Reverses: 3), new(LineKind.Nav, new DateOnly(2024, 3, 31), 0)], Judged: false),
            Actors.Manager1);
    }

    private static ServiceProvider TestHostOnSame(TestHost host) =>
        new ServiceCollection().AddSingleton(TimeProvider.System).AddFundTrackerPersistence(host.Database).BuildServiceProvider();

    private static async Task<BookSnapshot> Read(ServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<Application.IBookReader>().Read("LZ1", CancellationToken.None))!;
    }

    private static List<string> Describe(BookSnapshot books) =>
    [
        $"{books.MotherFund} {books.Chain} {books.Family}", .. books.Nodes.Select(node => node.ToString()), .. books.Edges.Select(edge => edge.ToString()),
        .. books.Facts.Select(fact => fact.ToString()), .. Lines(books),
    ];

    private static List<string> Lines(BookSnapshot books)
    {
        var columns = books.Columns;
        return [.. Enumerable.Range(0, books.LineCount).Select(i =>
            $"{books.Edges[columns.Edges[i]].Id} {(LineKind)columns.Kinds[i]} {columns.Flags[i]} {columns.Days[i]} {columns.Stamps[i]} {columns.Amounts[i]} {columns.Impacts[i]} {columns.Reverses[i]} {columns.Calls[i]} {columns.Rounds[i]}")];
    }

    private static string Text(LedgerLine line)
    {
        var flags = LineFlags.Pack(line.InsideCommitment, line.Recallable, line.Provenance, line.Purpose, line.Invented);
        return $"{line.Edge} {line.Kind} {flags} {line.EffectiveDate.DayNumber} {line.RecordedAt.UnixMicroseconds} {line.Amount.MinorUnits} {line.ImpactOnUnfunded} {line.Reverses ?? 0} {line.Call?.Value ?? 0} {line.Round?.Value ?? 0}";
    }
}
