using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FundTracker.Persistence.Tests.SqlServerNet;

/// <summary>The product's model on SQL Server's provider without a server: every statement is written down, and answered with no rows.</summary>
internal sealed class UnconnectedSqlServer
{
    private readonly Written written = new();

    /// <summary>What was written so far.</summary>
    public IReadOnlyList<Statement> Statements => written.Statements;

    /// <summary>A context; what it sends is written down under a name.</summary>
    public FundTrackerDb Open(string origin)
    {
        written.Origin = origin;
        var options = new DbContextOptionsBuilder<FundTrackerDb>();
        PersistenceServices.Configure(options, new DatabaseOptions("SqlServer", "Server=unopened;Database=Unopened;Encrypt=False"));
        options.AddInterceptors(written, new NoConnection());
        var db = new FundTrackerDb(options.Options);
        db.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        return db;
    }

    private sealed class NoConnection : DbConnectionInterceptor
    {
        public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
            InterceptionResult.Suppress();

        public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
            DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(InterceptionResult.Suppress());
    }

    private sealed class Written : DbCommandInterceptor
    {
        private readonly List<Statement> statements = [];

        public string Origin { get; set; } = "";

        public IReadOnlyList<Statement> Statements => statements;

        public override InterceptionResult<DbDataReader> ReaderExecuting(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) => Write(command, (DbDataReader)new DataTable().CreateDataReader());

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(Write(command, (DbDataReader)new DataTable().CreateDataReader()));

        public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result) => Write(command, 0);

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(Write(command, 0));

        private InterceptionResult<T> Write<T>(DbCommand command, T answer)
        {
            statements.Add(Statement.Of(Origin, command));
            return InterceptionResult<T>.SuppressWithResult(answer);
        }
    }
}
