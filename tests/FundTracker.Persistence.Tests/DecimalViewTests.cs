using System.Globalization;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Persistence.Tests.Engines;
using FundTracker.Persistence.Tests.Samples;
using FundTracker.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Persistence.Tests;

/// <summary>Views for people who query: codes, names and decimals in the place of keys, numbers and minor units.</summary>
public sealed class DecimalViewTests
{
    private const string Raised = """SELECT "Raised" FROM "FinancingRoundsDecimal" """;

    [Theory, EachEngine]
    public async Task Amounts_are_shown_with_the_decimals_of_their_currency(DatabaseEngine engine)
    {
        await using var host = await engine.Host();
        foreach (var code in Currency.Known)
        {
            var currency = Currency.Of(code);
            var books = $"BOOKS-{code}";
            long[] amounts = [5, -7, 123_456_789_012_345_67, -1_000, long.MinValue];
            await host.Must(Given.MotherFund(books, code), Actors.Manager1);
            await host.Must(new PostLines.Command(books, "INV1", [.. amounts.Select(amount => new PostLines.Line(LineKind.Nav, Given.Day, amount))], Judged: false), Actors.Manager1);

            var shown = await Column(host, $"""SELECT "Amount" FROM "LedgerLinesDecimal" WHERE "Books" = '{books}' ORDER BY "Sequence" """);

            var expected = amounts.Select(amount => Money.FromMinor(amount, currency));
            if (engine == DatabaseEngine.Sqlite) Assert.Equal(expected.Select(money => money.ToPlainText()), shown);
            else Assert.Equal(expected.Select(money => money.Amount), shown.Select(text => decimal.Parse(text, CultureInfo.InvariantCulture)));
        }
    }

    [Theory, EachEngine]
    public async Task A_line_is_shown_with_codes_dates_and_stamps(DatabaseEngine engine)
    {
        await using var host = await engine.Host();
        await host.Dispatcher.Register(Given.MotherFund());
        await host.Must(new PostLines.Command("LZ1", "INV1", [new(LineKind.Commitment, new DateOnly(2024, 2, 29), 100)]), Actors.Manager1);

        var shown = await Rows(host, """SELECT "Holder", "Investee", "Kind", "EffectiveDate", "RecordedAt", "Purpose", "Provenance" FROM "LedgerLinesDecimal" """);

        string[] sqlite = ["INV1", "LZ1", "Commitment", "2024-02-29", "2024-01-02T01:00:00.000001Z", "None", "Recorded"];
        string[] sqlServer = ["INV1", "LZ1", "Commitment", "2024-02-29T00:00:00.0000000", "2024-01-02T01:00:00.0000010", "None", "Recorded"];
        Assert.Equal(engine == DatabaseEngine.Sqlite ? sqlite : sqlServer, Assert.Single(shown));
    }

    [Theory, EachEngine]
    public async Task Kinds_states_and_purposes_are_shown_by_their_names(DatabaseEngine engine)
    {
        await using var host = await engine.Host();
        await host.Look(async db =>
        {
            foreach (var (_, entity) in new ModelSampler(db.Model, optionalsMissing: false).All()) db.Add(entity);
            return await db.SaveChangesAsync();
        });

        await AssertNames<LineKind>(host, typeof(LedgerLine), "Kind", "LedgerLinesDecimal");
        await AssertNames<CallPurpose>(host, typeof(LedgerLine), "Purpose", "LedgerLinesDecimal");
        await AssertNames<Provenance>(host, typeof(LedgerLine), "Provenance", "LedgerLinesDecimal");
        await AssertNames<VoucherState>(host, typeof(Voucher), "State", "VoucherLinesDecimal");
        await AssertNames<CallStage>(host, typeof(CapitalCall), "Stage", "CapitalCallSharesDecimal");
    }

    [Theory, EachEngine]
    public async Task Fields_that_are_invented_are_named_on_every_view_of_records(DatabaseEngine engine)
    {
        await using var host = await engine.Host();
        await host.Look(async db =>
        {
            foreach (var (_, entity) in new ModelSampler(db.Model, optionalsMissing: false).All()) db.Add(entity);
            return await db.SaveChangesAsync();
        });

        foreach (var (table, view) in new[]
            { ("VoucherLines", "VoucherLines"), ("CapitalCalls", "CapitalCallShares"), ("Tranches", "Tranches"), ("FinancingRounds", "FinancingRounds") })
        {
            for (var number = 0; number < 64; number++)
            {
                await host.Look(db => db.Database.ExecuteSqlRawAsync(string.Create(CultureInfo.InvariantCulture, $"""UPDATE "{table}" SET "Invented" = {number}""")));
                Assert.Equal([Named(number)], await Column(host, $"""SELECT "Invented" FROM "{view}Decimal" """));
            }
        }

        for (var number = 0; number < 64; number++) await host.Look(db => db.Database.ExecuteSqlRawAsync(CopyOfTheLine(db, "Invented", number)));
        Assert.Equal(
            Enumerable.Range(0, 64).Select(Named), (await Column(host, """SELECT "Invented" FROM "LedgerLinesDecimal" ORDER BY "Sequence" """)).Skip(1));

        static string Named(int number) => number == 0 ? "" : ((RecordFields)number).ToString();
    }

    [Theory, EachEngine]
    public async Task A_round_is_shown_with_what_the_company_raised_in_it(DatabaseEngine engine)
    {
        await using var host = await engine.Host();
        await host.Look(async db =>
        {
            foreach (var (_, entity) in new ModelSampler(db.Model, optionalsMissing: false).All()) db.Add(entity);
            return await db.SaveChangesAsync();
        });
        var one = decimal.Parse((await Column(host, """SELECT "Amount" FROM "LedgerLinesDecimal" WHERE "Kind" = 'RoundRaised' """)).Single(), CultureInfo.InvariantCulture);
        await host.Look(db => db.Database.ExecuteSqlRawAsync(CopyOfTheLine(db, "Kind", (int)LineKind.RoundRaised)));
        await host.Look(db => db.Database.ExecuteSqlRawAsync(CopyOfTheLine(db, "Kind", (int)LineKind.Investment)));
        Assert.Equal(2 * one, decimal.Parse((await Column(host, Raised)).Single(), CultureInfo.InvariantCulture));

        await host.Look(db => db.Database.ExecuteSqlRawAsync("""UPDATE "FinancingRounds" SET "Id" = "Id" + 1"""));
        Assert.Equal([""], await Column(host, Raised));
    }

    [Theory, EachEngine]
    public async Task Every_view_shows_each_row_once(DatabaseEngine engine)
    {
        await using var host = await engine.Host();
        await host.Look(async db =>
        {
            foreach (var (_, entity) in new ModelSampler(db.Model, optionalsMissing: false).All()) db.Add(entity);
            return await db.SaveChangesAsync();
        });

        foreach (var table in (string[])["LedgerLines", "VoucherLines", "CapitalCallShares", "Tranches", "FinancingRounds"])
        {
            var counts = await Rows(host, $"""SELECT (SELECT COUNT(*) FROM "{table}"), (SELECT COUNT(*) FROM "{table}Decimal") """);
            Assert.Equal(["1", "1"], counts[0]);
        }
    }

    private static async Task AssertNames<T>(TestHost host, Type entity, string column, string view)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>().Where(value => Convert.ToInt32(value, CultureInfo.InvariantCulture) > 0))
        {
            var number = Convert.ToInt32(value, CultureInfo.InvariantCulture);
            await host.Look(db => db.Database.ExecuteSqlRawAsync(entity == typeof(LedgerLine)
                ? CopyOfTheLine(db, column, number)
                : string.Create(CultureInfo.InvariantCulture, $"""UPDATE "{db.Model.FindEntityType(entity)!.GetTableName()}" SET "{column}" = {number}""")));

            Assert.Contains(value.ToString(), await Column(host, $"""SELECT "{column}" FROM "{view}" """));
        }
    }

    /// <summary>A line can't be changed: the statement adds one that is as the last, but of another kind.</summary>
    private static string CopyOfTheLine(FundTrackerDb db, string column, int number)
    {
        var type = db.Model.FindEntityType(typeof(LedgerLine))!;
        var columns = type.GetFlattenedProperties().Select(property => $"\"{property.GetColumnName()}\"").ToList();
        var values = columns.Select(name => name.Trim('"') switch
        {
            "Id" or "Sequence" or "Reverses" => $"{name} + 1",
            var one when one == column => number.ToString(CultureInfo.InvariantCulture),
            _ => name,
        });
        return $"""
            INSERT INTO "LedgerLines" ({string.Join(", ", columns)})
            SELECT {string.Join(", ", values)} FROM "LedgerLines" WHERE "Id" = (SELECT MAX("Id") FROM "LedgerLines")
            """;
    }

    private static async Task<IEnumerable<string>> Column(TestHost host, string sql) => (await Rows(host, sql)).Select(row => row[0]);

    private static Task<List<string[]>> Rows(TestHost host, string sql) => host.Look(async db =>
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string[]>();
        while (await reader.ReadAsync())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) switch
            {
                DateTime moment => moment.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff", CultureInfo.InvariantCulture),
                var value => Convert.ToString(value, CultureInfo.InvariantCulture)!,
            })]);
        }

        return rows;
    });
}
