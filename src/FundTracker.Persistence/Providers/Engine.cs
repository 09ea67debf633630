using System.Data.Common;
using FundTracker.Domain.Values;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace FundTracker.Persistence.Providers;

/// <summary>Every difference between the engines, and nothing else.</summary>
internal abstract class Engine
{
    private static readonly Engine[] All = [new SqliteEngine(), new SqlServerEngine()];

    /// <summary>Name of EF Core's provider.</summary>
    protected abstract string ProviderName { get; }

    /// <summary>The engine behind a provider.</summary>
    public static Engine Of(string? providerName) =>
        Array.Find(All, engine => engine.ProviderName == providerName) ?? throw new InvalidOperationException($"No engine for '{providerName}'.");

    /// <summary>The engine of a configured name: Sqlite or SqlServer.</summary>
    public static Engine Named(string name) =>
        Array.Find(All, engine => engine.ProviderName.EndsWith(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new InvalidOperationException($"'{name}' is not a provider: say Sqlite or SqlServer.");

    /// <summary>Points a context at a database.</summary>
    public abstract void Use(DbContextOptionsBuilder options, string connection, int? maxBatchSize);

    /// <summary>How dates and stamps stand in columns.</summary>
    public abstract void Configure(ModelConfigurationBuilder configuration);

    /// <summary>Whether another writer was first.</summary>
    public abstract bool IsLostRace(Exception failure);

    /// <summary>Readies a database after migrations ran.</summary>
    public abstract Task Prepare(DbConnection connection, CancellationToken cancellation);

    private sealed class SqliteEngine : Engine
    {
        private const int Busy = 5, Locked = 6, Constraint = 19, ConstraintUnique = 2067, ConstraintPrimaryKey = 1555;

        private static readonly WaitForOtherWriters Wait = new();

        protected override string ProviderName => "Microsoft.EntityFrameworkCore.Sqlite";

        public override void Use(DbContextOptionsBuilder options, string connection, int? maxBatchSize)
        {
            var text = connection.Contains('=', StringComparison.Ordinal) ? connection : $"Data Source={connection}";
            var built = new SqliteConnectionStringBuilder(text) { ForeignKeys = true };
            options.UseSqlite(built.ToString(), sqlite =>
            {
                sqlite.MigrationsAssembly("FundTracker.Migrations.Sqlite");
                sqlite.UseQuerySplittingBehavior(QuerySplittingBehavior.SingleQuery);
                if (maxBatchSize is { } size) sqlite.MaxBatchSize(size);
            });
            options.AddInterceptors(Wait);
        }

        public override void Configure(ModelConfigurationBuilder configuration)
        {
            configuration.Properties<DateOnly>().HaveConversion<DayNumbers>();
            configuration.Properties<Stamp>().HaveConversion<Microseconds>();
        }

        public override bool IsLostRace(Exception failure) => (failure as SqliteException ?? failure.InnerException as SqliteException) is { } error
            && (error.SqliteErrorCode is Busy or Locked
                || (error.SqliteErrorCode == Constraint && error.SqliteExtendedErrorCode is ConstraintUnique or ConstraintPrimaryKey));

        public override async Task Prepare(DbConnection connection, CancellationToken cancellation)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = WAL;";
            await command.ExecuteScalarAsync(cancellation);
        }

        /// <summary>
        /// A writer that finds the file locked waits in SQLite itself, which looks again after milliseconds; the wait of the ADO.NET provider,
        /// which goes on after that, looks again after 150.
        /// </summary>
        private sealed class WaitForOtherWriters : DbConnectionInterceptor
        {
            private const int Milliseconds = 15_000;

            public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

            public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
            {
                Set(connection);
                return Task.CompletedTask;
            }

            private static void Set(DbConnection connection) =>
                SQLitePCL.raw.sqlite3_busy_timeout(((SqliteConnection)connection).Handle, Milliseconds);
        }

        private sealed class DayNumbers() : ValueConverter<DateOnly, int>(date => date.DayNumber, number => DateOnly.FromDayNumber(number));

        private sealed class Microseconds() : ValueConverter<Stamp, long>(stamp => stamp.UnixMicroseconds, value => new Stamp(value));
    }

    private sealed class SqlServerEngine : Engine
    {
        private const int DuplicateKey = 2627, DuplicateIndexRow = 2601, Deadlock = 1205, SnapshotConflict = 3960;

        protected override string ProviderName => "Microsoft.EntityFrameworkCore.SqlServer";

        public override void Use(DbContextOptionsBuilder options, string connection, int? maxBatchSize) =>
            options.UseSqlServer(connection, server =>
            {
                server.MigrationsAssembly("FundTracker.Migrations.SqlServer");
                server.UseQuerySplittingBehavior(QuerySplittingBehavior.SingleQuery);
                if (maxBatchSize is { } size) server.MaxBatchSize(size);
            });

        public override void Configure(ModelConfigurationBuilder configuration) =>
            configuration.Properties<Stamp>().HaveConversion<UtcDateTimes>().HavePrecision(6);

        public override bool IsLostRace(Exception failure) => (failure as SqlException ?? failure.InnerException as SqlException)
            ?.Number is DuplicateKey or DuplicateIndexRow or Deadlock or SnapshotConflict;

        public override Task Prepare(DbConnection connection, CancellationToken cancellation) => Task.CompletedTask;

        private sealed class UtcDateTimes() : ValueConverter<Stamp, DateTime>(
            stamp => stamp.Utc.UtcDateTime, value => Stamp.From(new DateTimeOffset(DateTime.SpecifyKind(value, DateTimeKind.Utc))));
    }
}
