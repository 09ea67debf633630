using FundTracker.Persistence;
using Microsoft.Data.SqlClient;
using Testcontainers.MsSql;

namespace FundTracker.Testing.Databases;

/// <summary>
/// A database on SQL Server: on the server that FUNDTRACKER_TEST_SQLSERVER names by a connection string, else in a container where an engine
/// answers. Each has a name of its own and is dropped when disposed; there is one at a time, because some servers take no more.
/// </summary>
public sealed class SqlServerTestDatabase : TestDatabase
{
    private const string Variable = "FUNDTRACKER_TEST_SQLSERVER";
    private const string Image = "mcr.microsoft.com/mssql/server:2022-latest";
    private const int DropTriesMax = 50;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly Lazy<Task<FoundServer>> Server = new(FindServer);
    private static readonly SemaphoreSlim OneAtATime = new(1, 1);

    private SqlServerTestDatabase(DatabaseOptions options) => Options = options;

    public override DatabaseOptions Options { get; }

    /// <summary>Why there is no server to test on; null where there is one.</summary>
    public static async Task<string?> WhyNot() => (await Server.Value).WhyNot;

    /// <summary>A migrated, empty database.</summary>
    /// <exception cref="InvalidOperationException">There is no server.</exception>
    public static async Task<SqlServerTestDatabase> Create()
    {
        var server = await Server.Value;
        if (server.Connection is null) throw new InvalidOperationException(server.WhyNot);
        var named = new SqlConnectionStringBuilder(server.Connection) { InitialCatalog = $"FundTrackerTest{Guid.NewGuid():N}"[..27] };
        var options = new DatabaseOptions("SqlServer", named.ToString());
        if (!await OneAtATime.WaitAsync(Patience)) throw new InvalidOperationException("A test before this one still holds its database.");
        var database = new SqlServerTestDatabase(options);
        try
        {
            await Migrate(options);
            return database;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    public override async ValueTask DisposeAsync()
    {
        try
        {
            await Drop();
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    /// <summary>Connections that were let go may end on the server a little later; as long as one is open, the database is in use.</summary>
    private async Task Drop()
    {
        SqlConnection.ClearAllPools();
        var named = new SqlConnectionStringBuilder(Options.Connection);
        var name = named.InitialCatalog;
        (named.InitialCatalog, named.Pooling) = ("master", false);
        await using var master = new SqlConnection(named.ToString());
        await master.OpenAsync();
        await using var command = master.CreateCommand();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                command.CommandText = "SELECT CASE WHEN DB_ID(@name) IS NULL THEN 0 ELSE 1 END";
                command.Parameters.Clear();
                command.Parameters.AddWithValue("@name", name);
                if (await command.ExecuteScalarAsync() is 0) return;
                command.Parameters.Clear();
                command.CommandText = $"DROP DATABASE [{name}]";
                await command.ExecuteNonQueryAsync();
                return;
            }
            catch (SqlException) when (attempt < DropTriesMax)
            {
                await Task.Delay(200);
            }
        }
    }

    private static async Task<FoundServer> FindServer()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } connection) return new FoundServer(connection, null);
        try
        {
            var container = new MsSqlBuilder(Image).Build();
            await container.StartAsync();
            AppDomain.CurrentDomain.ProcessExit += (_, _) => container.DisposeAsync().AsTask().GetAwaiter().GetResult();
            return new FoundServer(container.GetConnectionString(), null);
        }
        catch (Exception failure)
        {
            return new FoundServer(null, $"No SQL Server: {Variable} is not set, and no container started: {failure.Message.Split('\n')[0]}");
        }
    }

    private sealed record FoundServer(string? Connection, string? WhyNot);
}
