using System.Collections.Concurrent;
using FundTracker.Application;
using FundTracker.Application.Books;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Persistence.Books;

/// <summary>Snapshots that were read, one per mother fund; shared by all scopes of a host.</summary>
public sealed class BookCache
{
    internal ConcurrentDictionary<NodeId, Entry> Entries { get; } = new();

    internal sealed class Entry
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public BookSnapshot? Snapshot { get; set; }

        public int Version { get; set; } = -1;
    }
}

/// <summary>Reads books through the scope's own connection and extends what the cache holds from the ledger's tail.</summary>
internal sealed class BookReader(FundTrackerDb db, BookCache cache) : IBookReader
{
    public async Task<BookSnapshot?> Read(string motherFundCode, CancellationToken cancellation)
    {
        if (db.HasSaved) throw new InvalidOperationException("Books are read before anything is saved in the same scope.");
        var code = motherFundCode.ToUpperInvariant();
        var fund = await db.Nodes.AsNoTracking().OfType<MotherFund>().SingleOrDefaultAsync(node => node.Code == code, cancellation);
        if (fund is null) return null;
        var entry = cache.Entries.GetOrAdd(fund.Id, _ => new BookCache.Entry());
        await entry.Gate.WaitAsync(cancellation);
        try
        {
            var head = await db.Books.AsNoTracking().Where(book => book.MotherFund == fund.Id)
                .Select(book => new { book.Version, book.Chain, book.LedgerSequence, book.FactSequence }).SingleAsync(cancellation);
            if (entry.Snapshot is { } current && entry.Version == head.Version) return current;
            if (entry.Version > head.Version) entry.Snapshot = null;
            entry.Snapshot = await Extend(entry.Snapshot, fund, head.Chain, head.LedgerSequence, head.FactSequence, cancellation);
            entry.Version = head.Version;
            return entry.Snapshot;
        }
        finally
        {
            entry.Gate.Release();
        }
    }

    private async Task<BookSnapshot> Extend(
        BookSnapshot? old, MotherFund fund, int chain, long lastLine, long lastFact, CancellationToken cancellation)
    {
        var nodes = (await db.Nodes.AsNoTracking().Where(node => node.MotherFund == fund.Id).OrderBy(node => node.Id).ToListAsync(cancellation))
            .Select(node => node.ToEntry(fund.Currency)).ToList();
        var edges = (await db.Edges.AsNoTracking().Where(edge => edge.MotherFund == fund.Id).OrderBy(edge => edge.Id).ToListAsync(cancellation))
            .Select(edge => edge.ToEntry()).ToList();
        if (old is not null && !edges.Take(old.Edges.Count).Select(edge => edge.Id).SequenceEqual(old.Edges.Select(edge => edge.Id))) old = null;
        var facts = await ReadFacts(old, chain, lastFact, cancellation);
        var index = new Dictionary<long, int>(edges.Count);
        for (var i = 0; i < edges.Count; i++) index[edges[i].Id.Value] = i;
        var columns = old?.Columns ?? new LedgerColumns((int)Math.Max(256, lastLine + (lastLine / 8)));
        await LineReader.Append(db, columns, index, chain, lastLine, cancellation);
        return new BookSnapshot(fund.Id, chain, fund.Family, nodes, edges, facts, columns);
    }

    private async Task<IReadOnlyList<FactEntry>> ReadFacts(BookSnapshot? old, int chain, long lastFact, CancellationToken cancellation)
    {
        var known = old?.Facts.Count ?? 0;
        if (known == lastFact) return old?.Facts ?? [];
        var from = LedgerLine.KeyOf(chain, known);
        var to = LedgerLine.KeyOf(chain, lastFact);
        var tail = await db.Facts.AsNoTracking().Where(fact => fact.Id > from && fact.Id <= to).OrderBy(fact => fact.Id).ToListAsync(cancellation);
        return [.. old?.Facts ?? [], .. tail.Select(fact => fact.ToEntry())];
    }
}
