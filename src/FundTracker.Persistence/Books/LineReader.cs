using System.Data.Common;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace FundTracker.Persistence.Books;

/// <summary>
/// Appends the tail of a chain to the columns, straight from a data reader: millions of lines would be too many entities.
/// The statement is the same on both engines; only how a date and a stamp are read differs.
/// </summary>
internal static class LineReader
{
    /// <summary>
    /// The statement; parameters <c>@from</c> (not counted) and <c>@to</c> (counted) are line keys. Every cell that is asked for costs
    /// time, so the small properties come as one number, packed as <see cref="LineFlags"/> packs them with the kind above bit 16 and, at
    /// bit 24, whether any of the three last columns holds something: only then are they asked for. They are not read in their order, so
    /// the reader must not be one for sequential access, with which SQL Server's client refuses a column behind the last one read.
    /// </summary>
    public static string Sql { get; } = $"""
        SELECT "Id", "Edge",
               CAST("InsideCommitment" AS int) + 2 * CAST("Recallable" AS int) + 4 * CAST("Provenance" AS int) + 16 * CAST("Purpose" AS int)
                   + CASE WHEN "Kind" IN ({LaterParts}) AND EXISTS (
                       SELECT 1 FROM "LedgerLines" AS prior WHERE prior."Id" = own."Id" - 1 AND prior."Reference" = own."Reference"
                           AND COALESCE(prior."Voucher", 0) = COALESCE(own."Voucher", 0)) THEN {LineFlags.Joining} ELSE 0 END
                   + 256 * CAST("Invented" AS int) + 65536 * CAST("Kind" AS int) + CASE WHEN "Reverses" IS NULL AND "Call" IS NULL AND "Round" IS NULL THEN 0 ELSE 16777216 END,
               "EffectiveDate", "RecordedAt", "AmountMinor", "ImpactOnUnfunded",
               COALESCE("Reverses", 0), COALESCE("Call", 0), COALESCE("Round", 0)
        FROM "LedgerLines" AS own WHERE "Id" > @from AND "Id" <= @to ORDER BY "Id"
        """;

    private static string LaterParts => string.Join(", ", LineActs.LaterParts.Kinds().Select(kind => (byte)kind));

    private const long SequenceMask = (1L << 40) - 1;
    private const int Refers = 1 << 24;

    /// <summary>Lines that are read at a time where there are more: two connections then take turns, one on each processor.</summary>
    private const int LinesOfAPart = 16_384;

    /// <param name="db">The context.</param>
    /// <param name="columns">What is known of the chain.</param>
    /// <param name="edges">Dense index of an edge; below zero where it is not known. It is asked by two threads at a time.</param>
    /// <param name="chain">Number of the chain.</param>
    /// <param name="last">Sequence of the last line to append; it and all before it are stored for good, since lines are only added to.</param>
    /// <param name="cancellation">Stops the wait.</param>
    /// <param name="part">Lines that are read at a time.</param>
    public static async Task Append(
        DbContext db, LedgerColumns columns, Func<EdgeId, int> edges, int chain, long last, CancellationToken cancellation, int part = LinesOfAPart)
    {
        if (columns.Count >= last) return;
        await (last - columns.Count <= part
            ? AppendAtOnce(db, columns, edges, chain, last, cancellation)
            : AppendInParts(db, columns, edges, chain, last, part, cancellation));
        if (columns.Count < last) throw new InvalidOperationException($"The books count {last} lines, but only {columns.Count} are stored.");
    }

    /// <summary>Reads over the context's own connection.</summary>
    private static async Task AppendAtOnce(
        DbContext db, LedgerColumns columns, Func<EdgeId, int> edges, int chain, long last, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            var own = db.Database.CurrentTransaction?.GetDbTransaction();
            foreach (var row in Rows(db.Database.GetDbConnection(), own, edges, chain, columns.Count, last)) columns.Append(row);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Reads parts over two connections of its own and appends them in order; while one part is appended, the next ones are read.</summary>
    private static async Task AppendInParts(
        DbContext db, LedgerColumns columns, Func<EdgeId, int> edges, int chain, long last, int part, CancellationToken cancellation)
    {
        await using var one = await OpenLike(db, cancellation);
        await using var other = await OpenLike(db, cancellation);
        var (next, after) = (new Part(one, edges, chain, part), new Part(other, edges, chain, part));
        try
        {
            next.Start(columns.Count, last);
            after.Start(columns.Count + (long)part, last);
            for (var from = (long)columns.Count; from < last; from += part)
            {
                cancellation.ThrowIfCancellationRequested();
                await next.Reading;
                next.AppendTo(columns);
                next.Start(from + (2L * part), last);
                (next, after) = (after, next);
            }
        }
        finally
        {
            // A connection is given back when nobody reads over it any more, whatever came in between.
            await Task.WhenAll(next.Reading, after.Reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task<DbConnection> OpenLike(DbContext db, CancellationToken cancellation)
    {
        var connection = DbProviderFactories.GetFactory(db.Database.GetDbConnection())!.CreateConnection()!;
        connection.ConnectionString = db.Database.GetConnectionString();
        await connection.OpenAsync(cancellation);
        return connection;
    }

    private static IEnumerable<LedgerRow> Rows(DbConnection connection, DbTransaction? transaction, Func<EdgeId, int> edges, int chain, long from, long to)
    {
        using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (Sql, transaction);
        Add(command, "@from", LedgerLine.KeyOf(chain, from));
        Add(command, "@to", LedgerLine.KeyOf(chain, to));
        using var reader = command.ExecuteReader();
        var sqlite = connection is SqliteConnection;
        while (reader.Read()) yield return sqlite ? FromSqlite(reader, edges) : FromSqlServer(reader, edges);
    }

    private static LedgerRow FromSqlite(DbDataReader row, Func<EdgeId, int> edges) =>
        Row(row, edges, (int)row.GetInt64(2), (int)row.GetInt64(3), row.GetInt64(4));

    /// <summary>A line from the columns that SQL Server sends.</summary>
    internal static LedgerRow FromSqlServer(DbDataReader row, Func<EdgeId, int> edges) => Row(
        row, edges, row.GetInt32(2), DateOnly.FromDateTime(row.GetDateTime(3)).DayNumber,
        Stamp.From(new DateTimeOffset(DateTime.SpecifyKind(row.GetDateTime(4), DateTimeKind.Utc))).UnixMicroseconds);

    private static LedgerRow Row(DbDataReader row, Func<EdgeId, int> edges, int packed, int day, long stamp)
    {
        var (sequence, edge) = (row.GetInt64(0) & SequenceMask, IndexOf(row.GetInt64(1), edges));
        var (kind, flags) = ((LineKind)(packed >> 16 & 0xFF), (ushort)(packed & 0xFFFF));
        var (amount, impact) = (row.GetInt64(5), row.GetInt64(6));
        return (packed & Refers) == 0
            ? new LedgerRow(sequence, edge, kind, flags, day, stamp, amount, impact, 0, 0, 0)
            : new LedgerRow(sequence, edge, kind, flags, day, stamp, amount, impact, (int)row.GetInt64(7), row.GetInt64(8), row.GetInt64(9));
    }

    private static int IndexOf(long edge, Func<EdgeId, int> edges) =>
        edges(new EdgeId(edge)) is >= 0 and var index ? index : throw new InvalidOperationException($"A line moves on edge {edge}, which is not in its books.");

    private static void Add(DbCommand command, string name, long value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }

    /// <summary>Room for one part of the lines, filled over a connection of its own.</summary>
    private sealed class Part(DbConnection connection, Func<EdgeId, int> edges, int chain, int size)
    {
        private readonly LedgerRow[] _rows = new LedgerRow[size];
        private int _count;

        /// <summary>Ends when the part is read.</summary>
        public Task Reading { get; private set; } = Task.CompletedTask;

        /// <summary>Reads the lines after one, as many as there is room for and none behind the last.</summary>
        public void Start(long from, long last)
        {
            _count = 0;
            if (from < last) Reading = Task.Run(() => Fill(from, Math.Min(from + size, last)));
        }

        /// <summary>Appends what was read.</summary>
        public void AppendTo(LedgerColumns columns)
        {
            foreach (ref readonly var row in _rows.AsSpan(0, _count)) columns.Append(row);
        }

        private void Fill(long from, long to)
        {
            foreach (var row in Rows(connection, null, edges, chain, from, to)) _rows[_count++] = row;
        }
    }
}
