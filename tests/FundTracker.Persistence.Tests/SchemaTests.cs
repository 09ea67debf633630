using FundTracker.Persistence.Tests.Engines;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using FundTracker.Testing.Databases;

namespace FundTracker.Persistence.Tests;

public sealed class SchemaTests
{
    private const string IndexesOfSqlite = """
        SELECT t.name AS "Of", l.seq AS "Place", c.seqno AS "Number", c.name AS "Name"
        FROM sqlite_master AS t, pragma_index_list(t.name) AS l, pragma_index_info(l.name) AS c WHERE t.type = 'table'
        """;

    private const string IndexesOfSqlServer = """
        SELECT t.name AS "Of", i.index_id AS "Place", CAST(i.key_ordinal AS int) AS "Number", c.name AS "Name"
        FROM sys.index_columns AS i
        JOIN sys.tables AS t ON t.object_id = i.object_id
        JOIN sys.columns AS c ON c.object_id = i.object_id AND c.column_id = i.column_id
        WHERE i.key_ordinal > 0
        """;

    private static readonly string WrittenByHand = Name("LedgerLines", ["Edge", "Kind", "EffectiveDate", "AmountMinor"]);

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("SqlServer")]
    public async Task The_migrations_lead_to_the_model(string provider)
    {
        await using var db = Unopened(provider);

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task Both_engines_have_the_same_migrations()
    {
        await using var sqlite = Unopened("Sqlite");
        await using var sqlServer = Unopened("SqlServer");

        Assert.NotEmpty(sqlite.Database.GetMigrations());
        Assert.Equal(sqlite.Database.GetMigrations(), sqlServer.Database.GetMigrations());
    }

    [Theory, EachEngine]
    public async Task Every_index_of_the_model_and_those_written_by_hand_are_there(DatabaseEngine engine)
    {
        await using var host = await engine.Host();

        var there = await host.Look(db => db.Database.SqlQueryRaw<IndexColumn>(engine == DatabaseEngine.Sqlite ? IndexesOfSqlite : IndexesOfSqlServer).ToListAsync());
        var wanted = await host.Look(db => Task.FromResult(db.Model.GetEntityTypes().SelectMany(type => type.GetIndexes())
            .Select(index => Name(index.DeclaringEntityType.GetTableName()!, index.Properties.Select(property => property.GetColumnName()))).ToList()));

        Assert.NotEmpty(wanted);
        Assert.Empty(wanted.Append(WrittenByHand).Except(there.GroupBy(column => (column.Of, column.Place))
            .Select(index => Name(index.Key.Of, index.OrderBy(column => column.Number).Select(column => column.Name)))));
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("SqlServer")]
    public async Task Money_is_stored_as_a_whole_number_of_minor_units_and_a_code(string provider)
    {
        await using var db = Unopened(provider);
        var money = db.Model.GetEntityTypes().SelectMany(type => type.GetComplexProperties()).Where(complex => complex.ClrType == typeof(Domain.Values.Money)).ToList();

        Assert.NotEmpty(money);
        Assert.All(money, complex => Assert.Equal(
            ["AmountMinor:" + (provider == "Sqlite" ? "INTEGER" : "bigint"), "Currency:" + (provider == "Sqlite" ? "TEXT" : "varchar(3)")],
            complex.ComplexType.GetProperties().Select(property => $"{property.GetColumnName()}:{property.GetColumnType()}").Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("SqlServer")]
    public async Task No_column_holds_a_decimal_or_a_floating_point_number(string provider)
    {
        await using var db = Unopened(provider);
        Type[] inexact = [typeof(decimal), typeof(double), typeof(float)];

        Assert.Empty(db.Model.GetEntityTypes().SelectMany(type => type.GetFlattenedProperties()).Where(property => inexact.Contains(Stored(property))).Select(property => $"{property.DeclaringType.Name}.{property.Name}"));
    }

    [Fact]
    public async Task The_tables_of_sqlite_were_made_by_the_migrations_alone()
    {
        await using var database = await SqliteTestDatabase.Create();
        await using var db = DesignTime.Create(database.Options);

        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
        Assert.Equal(db.Database.GetMigrations(), await db.Database.GetAppliedMigrationsAsync());
    }

    [Theory, EachEngine]
    public async Task A_database_of_a_newer_version_is_left_alone(DatabaseEngine engine)
    {
        await using var host = await engine.Host();
        await host.Look(db => db.Database.ExecuteSqlRawAsync("""INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('29991231000000_Later', '99.0')"""));

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => PersistenceServices.Migrate(host.Services));

        Assert.Contains("29991231000000_Later", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/data/fundtracker.db", "Sqlite")]
    [InlineData("Data Source=fundtracker.db", "Sqlite")]
    [InlineData("Server=db1;Database=FundTracker;Encrypt=False", "SqlServer")]
    [InlineData("Data Source=tcp:db1,1433;Initial Catalog=FundTracker", "SqlServer")]
    public void The_engine_is_told_by_the_connection(string connection, string provider) =>
        Assert.Equal(new DatabaseOptions(provider, connection), DatabaseOptions.From(connection));

    /// <summary>What an index is on, in small letters: not every server keeps the names that indexes are given, or the case of the others.</summary>
    private static string Name(string table, IEnumerable<string> columns) => $"{table}({string.Join(", ", columns)})".ToLowerInvariant();

    private static Type Stored(IProperty property)
    {
        var type = property.GetValueConverter()?.ProviderClrType ?? property.ClrType;
        return Nullable.GetUnderlyingType(type) ?? type;
    }

    private static FundTrackerDb Unopened(string provider) =>
        DesignTime.Create(new DatabaseOptions(provider, provider == "Sqlite" ? "unopened.db" : "Server=unopened;Database=Unopened;Encrypt=False"));

    /// <summary>A column of an index.</summary>
    /// <param name="Of">Table.</param>
    /// <param name="Place">Number of the index.</param>
    /// <param name="Number">Place of the column in the index.</param>
    /// <param name="Name">Column.</param>
    private sealed record IndexColumn(string Of, int Place, int Number, string Name);
}
