using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Indices;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Indices;

/// <summary>The published tables of quartiles that sub-funds can be compared with.</summary>
public static class ListBenchmarks
{
    /// <summary>Asks for all of them.</summary>
    [AllowedTo(Role.FundManager, Role.Approver, Role.CommitteeMember, Role.Auditor, Role.Administrator)]
    public sealed record Query : IQuery<IReadOnlyList<Row>>;

    /// <summary>A table.</summary>
    /// <param name="Code">Its code.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Quartiles">Of each vintage, measure and day the row last recorded.</param>
    /// <param name="LastRecordedAt">When rows were last recorded.</param>
    public sealed record Row(string Code, BilingualName Name, IReadOnlyList<BenchmarkQuartiles> Quartiles, Stamp LastRecordedAt);

    internal sealed class Handler(Desk desk) : IRequestHandler<Query, Result<IReadOnlyList<Row>>>
    {
        public async Task<Result<IReadOnlyList<Row>>> Handle(Query q, CancellationToken cancellation)
        {
            var tables = await desk.Db.BenchmarkTables.AsNoTracking().OrderBy(table => table.Code).ToListAsync(cancellation);
            var entries = (await desk.Db.BenchmarkEntries.AsNoTracking().ToListAsync(cancellation)).ToLookup(entry => entry.Table, StringComparer.Ordinal);
            return tables.ConvertAll(table => new Row(table.Code, table.Name, LastRecorded(entries[table.Code]), table.LastRecordedAt));
        }

        private static IReadOnlyList<BenchmarkQuartiles> LastRecorded(IEnumerable<BenchmarkEntry> entries) =>
        [
            .. entries.GroupBy(BenchmarkEntry.Key).Select(group => group.MaxBy(entry => entry.RecordedAt)!.Quartiles)
                .OrderBy(row => row.AsOf).ThenBy(row => row.Vintage).ThenBy(row => row.Measure),
        ];
    }
}
