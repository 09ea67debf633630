using FundTracker.Application;
using FundTracker.Persistence.Books;
using FundTracker.Persistence.Providers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FundTracker.Persistence;

/// <summary>Where the data is kept.</summary>
/// <param name="Provider">Sqlite or SqlServer.</param>
/// <param name="Connection">A connection string; for SQLite the path of a file will do.</param>
/// <param name="MaxBatchSize">Statements per round trip; null for the provider's own.</param>
public sealed record DatabaseOptions(string Provider, string Connection, int? MaxBatchSize = null)
{
    private static readonly string[] OfServers = ["Server=", "Initial Catalog=", "Database="];

    /// <summary>Guesses the engine: a connection string that names a server or a database on one is SQL Server, else a path or string for SQLite.</summary>
    public static DatabaseOptions From(string pathOrConnection) =>
        new(Array.Exists(OfServers, word => pathOrConnection.Contains(word, StringComparison.OrdinalIgnoreCase)) ? "SqlServer" : "Sqlite", pathOrConnection);
}

/// <summary>Registration of the persistence.</summary>
public static class PersistenceServices
{
    /// <summary>Adds the database, the books' reader and the keys. A <see cref="TimeProvider"/> is added by the host.</summary>
    public static IServiceCollection AddFundTrackerPersistence(this IServiceCollection services, DatabaseOptions database)
    {
        // The options are the same for all scopes; made once, a scope costs less.
        services.AddDbContext<FundTrackerDb>(options => Configure(options, database), optionsLifetime: ServiceLifetime.Singleton);
        services.AddScoped<IFundTrackerDb>(provider => provider.GetRequiredService<FundTrackerDb>());
        services.AddScoped<IBookReader, BookReader>();
        services.AddSingleton<BookCache>();
        services.AddSingleton<IIdentitySource, IdentitySource>();
        return services;
    }

    /// <summary>Points a context at a database.</summary>
    public static void Configure(DbContextOptionsBuilder options, DatabaseOptions database) =>
        Engine.Named(database.Provider).Use(options, database.Connection, database.MaxBatchSize);

    /// <summary>Whether the database answers.</summary>
    public static async Task<bool> CanConnect(IServiceProvider services, CancellationToken cancellation = default)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<FundTrackerDb>().Database.CanConnectAsync(cancellation);
    }

    /// <summary>Whether the database is there and has every migration.</summary>
    public static async Task<bool> IsReady(IServiceProvider services, CancellationToken cancellation = default)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<FundTrackerDb>();
        return await db.Database.CanConnectAsync(cancellation) && !(await db.Database.GetPendingMigrationsAsync(cancellation)).Any();
    }

    /// <summary>Brings the database to the newest migration, making it where there is none. One that is up to date already is left alone.</summary>
    /// <exception cref="InvalidOperationException">The database was brought further by a newer version of the product; nothing is changed.</exception>
    public static async Task Migrate(IServiceProvider services, CancellationToken cancellation = default)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<FundTrackerDb>();
        var engine = Engine.Of(db.Database.ProviderName);
        await engine.Create(db.Database.GetConnectionString()!, cancellation);
        var applied = await db.Database.CanConnectAsync(cancellation) ? (await db.Database.GetAppliedMigrationsAsync(cancellation)).ToList() : [];
        var known = db.Database.GetMigrations().ToList();
        if (applied.Except(known, StringComparer.Ordinal).ToList() is { Count: > 0 } unknown)
            throw new InvalidOperationException($"The database has migrations of a newer version: {string.Join(", ", unknown)}.");
        if (applied.Count == known.Count) return;
        await db.Database.MigrateAsync(cancellation);
        await db.Database.OpenConnectionAsync(cancellation);
        await engine.Prepare(db.Database.GetDbConnection(), cancellation);
        await db.Database.CloseConnectionAsync();
    }
}
