using FundTracker.Persistence;
using Microsoft.Data.SqlClient;
using Testcontainers.MsSql;

namespace FundTracker.Testing.Databases;

/// <summary>
/// A database on SQL Server: on the server that FUNDTRACKER_TEST_SQLSERVER names by a connection string, else in a container where an engine
/// answers. Each has a name of its own and is dropped when disposed.
/// </summary>
public sealed class SqlServerTestDatabase : TestDatabase
{
    private const string Variable = "FUNDTRACKER_TEST_SQLSERVER";
    private const string Image = "mcr.microsoft.com/mssql/server:2022-latest";
    private static readonly Lazy<Task<FoundServer>> Server = new(FindServer);

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
        var named = new SqlConnectionStringBuilder(server.Connection) { InitialCatalog = $"FundTrackerTest{Guid.NewGuid():N}" };
        var options = new DatabaseOptions("SqlServer", named.ToString());
        await Migrate(options);
        return new SqlServerTestDatabase(options);
    }

    public override async ValueTask DisposeAsync()
    {
        await using var db = DesignTime.Create(Options);
        await db.Database.EnsureDeletedAsync();
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
