using System.Data;
using System.Globalization;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Persistence.Books;
using FundTracker.Persistence.Tests.Engines;
using FundTracker.Persistence.Tests.Samples;
using FundTracker.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Persistence.Tests;

public sealed class LineReaderTests
{
    [Theory, EachEngine]
    public async Task Lines_read_in_parts_are_those_read_at_once(DatabaseEngine engine)
    {
        await using var host = await engine.Host();
        await Post(host, lines: 9);

        foreach (var part in Enumerable.Range(1, 12)) Assert.Equal(await Lines(host, part: 100), await Lines(host, part));
    }

    [Theory, EachEngine]
    public async Task Lines_read_in_parts_go_on_from_those_that_are_known(DatabaseEngine engine)
    {
        await using var host = await engine.Host();
        await Post(host, lines: 9);
        var columns = new LedgerColumns();

        await host.Look(db => Append(db, columns, last: 3, part: 100));
        await host.Look(db => Append(db, columns, last: 10, part: 2));

        Assert.Equal(await Lines(host, part: 100), Texts(columns));
    }

    [Fact]
    public async Task Fewer_lines_than_the_books_count_are_not_taken_for_all_of_them()
    {
        await using var host = await DatabaseEngine.Sqlite.Host();
        await Post(host, lines: 4);

        foreach (var part in new[] { 2, 100 })
        {
            var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => host.Look(db => Append(db, new LedgerColumns(), last: 7, part)));
            Assert.Equal("The books count 7 lines, but only 5 are stored.", failure.Message);
        }
    }

    [Fact]
    public async Task A_line_on_an_unknown_edge_stops_the_reading_in_whatever_part_it_stands()
    {
        await using var host = await DatabaseEngine.Sqlite.Host();
        await Post(host, lines: 9);

        foreach (var part in new[] { 1, 4, 100 })
        {
            var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => host.Look(async db =>
            {
                await LineReader.Append(db, new LedgerColumns(), _ => -1, chain: 1, last: 10, CancellationToken.None, part);
                return 0;
            }));
            Assert.Contains("which is not in its books", failure.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_line_is_read_from_the_types_that_SQL_Server_sends()
    {
        using var table = new DataTable();
        Type[] types =
        [
            typeof(long), typeof(long), typeof(int), typeof(DateTime), typeof(DateTime), typeof(long), typeof(long), typeof(long), typeof(long), typeof(long),
        ];
        foreach (var type in types) table.Columns.Add(null, type);
        var day = new DateTime(2023, 6, 30);
        var instant = day.AddHours(8).AddTicks(10);
        table.Rows.Add(7L, 11L, (1 << 24) + ((int)LineKind.Contribution << 16) + 1, day, instant, 5_00L, -5_00L, 3L, 0L, 0L);
        using var reader = table.CreateDataReader();
        Assert.True(reader.Read());

        var row = LineReader.FromSqlServer(reader, edge => edge.Value == 11 ? 4 : -1);

        Assert.Equal((7L, 4, LineKind.Contribution, 1), (row.Sequence, row.EdgeIndex, row.Kind, (int)row.Flags));
        Assert.Equal(new DateOnly(2023, 6, 30).DayNumber, row.Day);
        Assert.Equal((instant - DateTime.UnixEpoch).Ticks / 10, row.Stamp);
        Assert.Equal((5_00L, -5_00L), (row.Amount, row.Impact));
        Assert.Equal(3, row.Reverses);
    }

    private static async Task Post(TestHost host, int lines)
    {
        await host.Must(Given.MotherFund(), Actors.Manager1);
        await host.Must(Given.Commitment("INV1", 1_000), Actors.Manager1);
        for (var i = 1; i <= lines; i++) await host.Must(Given.Contribution("INV1", i), Actors.Manager1);
    }

    private static async Task<List<string>> Lines(TestHost host, int part)
    {
        var columns = new LedgerColumns();
        await host.Look(db => Append(db, columns, last: 10, part));
        return Texts(columns);
    }

    private static async Task<int> Append(DbContext db, LedgerColumns columns, int last, int part)
    {
        var ids = await db.Set<Edge>().OrderBy(edge => edge.Id).Select(edge => edge.Id).ToListAsync();
        await LineReader.Append(db, columns, ids.IndexOf, chain: 1, last, CancellationToken.None, part);
        return columns.Count;
    }

    private static List<string> Texts(LedgerColumns columns) => [.. Enumerable.Range(0, columns.Count).Select(i => string.Create(
        CultureInfo.InvariantCulture,
        $"{columns.Edges[i]} {columns.Kinds[i]} {columns.Flags[i]} {columns.Days[i]} {columns.Stamps[i]} {columns.Amounts[i]} {columns.Impacts[i]}"))];
}
