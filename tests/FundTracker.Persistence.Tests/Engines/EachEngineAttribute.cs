using System.Reflection;
using FundTracker.Testing.Databases;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Sdk;
using Xunit.v3;

namespace FundTracker.Persistence.Tests.Engines;

/// <summary>An engine that the product runs on.</summary>
public enum DatabaseEngine
{
    Sqlite = 1,

    SqlServer = 2,
}

/// <summary>Runs a theory on SQLite always, and on SQL Server where there is one; else the test is skipped and says why.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EachEngineAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>(
            [new TheoryDataRow<DatabaseEngine>(DatabaseEngine.Sqlite), new TheoryDataRow<DatabaseEngine>(DatabaseEngine.SqlServer)]);

    public override bool SupportsDiscoveryEnumeration() => true;
}

/// <summary>Hosts on an engine.</summary>
internal static class EngineHosts
{
    /// <summary>A host on a fresh database of the engine, with the suite's own use cases.</summary>
    public static async Task<TestHost> Host(this DatabaseEngine engine, int? maxBatchSize = null) =>
        TestHost.On(await engine.Database(), Samples.PostLines.Register, maxBatchSize);

    /// <summary>A host on a fresh database of the engine in which something happened; where that fails, the database is given back.</summary>
    public static async Task<TestHost> Host(this DatabaseEngine engine, Func<TestHost, Task> prepare)
    {
        var host = await engine.Host();
        try
        {
            await prepare(host);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    private static async Task<TestDatabase> Database(this DatabaseEngine engine)
    {
        if (engine == DatabaseEngine.Sqlite) return await SqliteTestDatabase.Create();
        if (await SqlServerTestDatabase.WhyNot() is { } reason) Assert.Skip(reason);
        return await SqlServerTestDatabase.Create();
    }
}
