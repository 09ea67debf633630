using System.Data.Common;
using FundTracker.Domain.Values;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
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

    /// <summary>Whether another writer took a key first.</summary>
    public abstract bool IsKeyTaken(Exception failure);

    /// <summary>Whether other writers hold what is needed, or won it.</summary>
    public abstract bool IsHeldUp(Exception failure);

    /// <summary>Makes the database where there is none, before migrations run.</summary>
    public abstract Task Create(string connection, CancellationToken cancellation);

    /// <summary>Readies a database after migrations ran.</summary>
    public abstract Task Prepare(DbConnection connection, CancellationToken cancellation);

    /// <summary>The engine's own exception, however deep: EF Core wraps one, and wraps again what it takes for a passing fault, a deadlock too.</summary>
    private static T? Find<T>(Exception failure)
        where T : Exception
    {
        for (var one = failure; one is not null; one = one.InnerException)
        {
            if (one is T found) return found;
        }

        return null;
    }

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

        public override bool IsKeyTaken(Exception failure) => Find<SqliteException>(failure)
            is { SqliteErrorCode: Constraint, SqliteExtendedErrorCode: ConstraintUnique or ConstraintPrimaryKey };

        public override bool IsHeldUp(Exception failure) => Find<SqliteException>(failure)?.SqliteErrorCode is Busy or Locked;

        public override Task Create(string connection, CancellationToken cancellation) => Task.CompletedTask;

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
        private const int DuplicateKey = 2627, DuplicateIndexRow = 2601, Deadlock = 1205, SnapshotConflict = 3960, DatabaseExists = 1801;

        /// <summary>Whether a writer holds up readers; null where there is no database. Other servers of the protocol answer it too.</summary>
        private const string Locks = "SELECT CASE WHEN is_read_committed_snapshot_on = 1 THEN 0 ELSE 1 END FROM sys.databases WHERE database_id = DB_ID(@name)";

        protected override string ProviderName => "Microsoft.EntityFrameworkCore.SqlServer";

        public override void Use(DbContextOptionsBuilder options, string connection, int? maxBatchSize) =>
            options.UseSqlServer(connection, server =>
            {
                server.MigrationsAssembly("FundTracker.Migrations.SqlServer");
                server.UseQuerySplittingBehavior(QuerySplittingBehavior.SingleQuery);
                if (maxBatchSize is { } size) server.MaxBatchSize(size);
            });

        public override void Configure(ModelConfigurationBuilder configuration)
        {
            configuration.Properties<Stamp>().HaveConversion<UtcDateTimes>().HavePrecision(6);
            configuration.Conventions.Add(_ => new UpdatesWithoutOutput());
        }

        public override bool IsKeyTaken(Exception failure) => Find<SqlException>(failure)?.Number is DuplicateKey or DuplicateIndexRow;

        public override bool IsHeldUp(Exception failure) => Find<SqlException>(failure)?.Number is Deadlock or SnapshotConflict;

        /// <summary>In place of EF Core's own way, which alters each new database: not every server takes ALTER DATABASE, nor names a missing one by 4060.</summary>
        public override async Task Create(string connection, CancellationToken cancellation)
        {
            var named = new SqlConnectionStringBuilder(connection) { Pooling = false };
            var (name, quoted) = (named.InitialCatalog, $"[{named.InitialCatalog.Replace("]", "]]", StringComparison.Ordinal)}]");
            if (name.Length == 0 || await Answers(named.ToString(), cancellation)) return;
            named.InitialCatalog = "master";
            await using var master = new SqlConnection(named.ToString());
            await master.OpenAsync(cancellation);
            if (await Run(master, Locks, name, cancellation) is not null) return;
            try
            {
                await Run(master, $"CREATE DATABASE {quoted}", null, cancellation);
            }
            catch (SqlException failure) when (failure.Number == DatabaseExists)
            {
                // Another host was first.
            }

            if (await Run(master, Locks, name, cancellation) is 1)
                await Run(master, $"ALTER DATABASE {quoted} SET READ_COMMITTED_SNAPSHOT ON", null, cancellation);
            // A connection that failed before is remembered as a failure for some seconds.
            SqlConnection.ClearPool(new SqlConnection(connection));
        }

        public override Task Prepare(DbConnection connection, CancellationToken cancellation) => Task.CompletedTask;

        /// <summary>Whether the database is there; what stands in the way else, the server is asked next.</summary>
        private static async Task<bool> Answers(string connection, CancellationToken cancellation)
        {
            await using var one = new SqlConnection(connection);
            try
            {
                await one.OpenAsync(cancellation);
                return true;
            }
            catch (SqlException)
            {
                return false;
            }
        }

        private static async Task<object?> Run(SqlConnection connection, string sql, string? name, CancellationToken cancellation)
        {
            await using var command = connection.CreateCommand();
            (command.CommandText, command.CommandTimeout) = (sql, 120);
            if (name is not null) command.Parameters.AddWithValue("@name", name);
            return await command.ExecuteScalarAsync(cancellation);
        }

        /// <summary>
        /// Updates and deletions are counted by @@ROWCOUNT: an OUTPUT clause on a row that two writers change at once brought servers down
        /// that are not Microsoft's. Where the engine makes the key, OUTPUT is the only plain way to learn it.
        /// </summary>
        private sealed class UpdatesWithoutOutput : IModelFinalizingConvention
        {
            public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
            {
                foreach (var type in modelBuilder.Metadata.GetEntityTypes())
                {
                    if (type.GetProperties().All(property => property.ValueGenerated == ValueGenerated.Never)) type.Builder.UseSqlOutputClause(false);
                }
            }
        }

        private sealed class UtcDateTimes() : ValueConverter<Stamp, DateTime>(
            stamp => stamp.Utc.UtcDateTime, value => Stamp.From(new DateTimeOffset(DateTime.SpecifyKind(value, DateTimeKind.Utc))));
    }
}
