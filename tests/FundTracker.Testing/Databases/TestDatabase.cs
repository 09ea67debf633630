using FundTracker.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FundTracker.Testing.Databases;

/// <summary>A migrated, empty database of its own, gone when disposed.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    /// <summary>Where it is.</summary>
    public abstract DatabaseOptions Options { get; }

    public abstract ValueTask DisposeAsync();

    /// <summary>Migrates a database that has nothing yet.</summary>
    protected static async Task Migrate(DatabaseOptions options)
    {
        await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddFundTrackerPersistence(options).BuildServiceProvider();
        await PersistenceServices.Migrate(services);
    }
}

/// <summary>SQLite in a file. Migrations run once per process, into a template that is copied for each test.</summary>
public sealed class SqliteTestDatabase : TestDatabase
{
    private static readonly Lazy<Task<string>> Template = new(MakeTemplate);
    private readonly string path;

    private SqliteTestDatabase(string path) => this.path = path;

    public override DatabaseOptions Options => new("Sqlite", path);

    /// <summary>Path of the file.</summary>
    public string Path => path;

    /// <summary>A fresh copy of the migrated template.</summary>
    public static async Task<SqliteTestDatabase> Create()
    {
        var template = await Template.Value;
        var copy = NewPath();
        File.Copy(template, copy);
        return new SqliteTestDatabase(copy);
    }

    public override ValueTask DisposeAsync()
    {
        Release(path);
        foreach (var file in new[] { path, path + "-wal", path + "-shm" }) File.Delete(file);
        return ValueTask.CompletedTask;
    }

    private static async Task<string> MakeTemplate()
    {
        var made = NewPath();
        await Migrate(new DatabaseOptions("Sqlite", made));
        Release(made);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(made);
        return made;
    }

    private static void Release(string file)
    {
        // Closing the pooled connections also moves the write-ahead log into the file.
        using var db = DesignTime.Create(new DatabaseOptions("Sqlite", file));
        SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
    }

    private static string NewPath()
    {
        var folder = Directory.CreateDirectory(System.IO.Path.Combine(System.IO.Path.GetTempPath(), "fundtracker-tests"));
        return System.IO.Path.Combine(folder.FullName, $"{Guid.NewGuid():N}.db");
    }
}
