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

        public BookHead? Head { get; set; }
    }
}

/// <summary>The head of stored books, as far as a reader must know it.</summary>
internal sealed record BookHead(int Version, int Chain, long Lines, long Facts, byte[] LedgerHash, byte[] FactHash)
{
    public bool IsSameAs(BookHead other) =>
        Version == other.Version && LedgerHash.AsSpan().SequenceEqual(other.LedgerHash) && FactHash.AsSpan().SequenceEqual(other.FactHash);
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
                .Select(book => new BookHead(book.Version, book.Chain, book.LedgerSequence, book.FactSequence, book.LedgerHash, book.FactHash))
                .SingleAsync(cancellation);
            if (entry.Head is { } known && entry.Snapshot is { } kept)
            {
                if (known.IsSameAs(head)) return kept;
                if (!await Continues(known, head, cancellation)) (entry.Snapshot, entry.Head) = (null, null);
            }

            entry.Snapshot = await Extend(entry.Snapshot, fund, head, cancellation);
            entry.Head = head;
            return entry.Snapshot;
        }
        finally
        {
            entry.Gate.Release();
        }
    }

    /// <summary>Whether the stored ledger goes on from what is known; it does not where another copy of the database was put in its place.</summary>
    private async Task<bool> Continues(BookHead known, BookHead head, CancellationToken cancellation)
    {
        if (head.Version < known.Version || head.Lines < known.Lines || head.Facts < known.Facts) return false;
        var (line, fact) = (LedgerLine.KeyOf(known.Chain, known.Lines), LedgerLine.KeyOf(known.Chain, known.Facts));
        var lineHash = known.Lines == 0 ? known.LedgerHash : await db.Lines.Where(l => l.Id == line).Select(l => l.Hash).SingleOrDefaultAsync(cancellation);
        var factHash = known.Facts == 0 ? known.FactHash : await db.Facts.Where(f => f.Id == fact).Select(f => f.Hash).SingleOrDefaultAsync(cancellation);
        return known.LedgerHash.AsSpan().SequenceEqual(lineHash) && known.FactHash.AsSpan().SequenceEqual(factHash);
    }

    private async Task<BookSnapshot> Extend(BookSnapshot? old, MotherFund fund, BookHead head, CancellationToken cancellation)
    {
        var facts = await ReadFacts(head.Chain, old?.Facts.Count ?? 0, head.Facts, cancellation);
        if (old is not null && await HasNobodyNew(old, cancellation))
        {
            await LineReader.Append(db, old.Columns, old.FindIndexOf, head.Chain, head.Lines, cancellation);
            return old.WithTail(facts);
        }

        var nodes = await db.Nodes.AsNoTracking().Where(node => node.MotherFund == fund.Id).OrderBy(node => node.Id).ToListAsync(cancellation);
        var edges = await db.Edges.AsNoTracking().Where(edge => edge.MotherFund == fund.Id).OrderBy(edge => edge.Id).ToListAsync(cancellation);
        var isLonger = old is not null && edges.Count >= old.Edges.Count
            && edges.Take(old.Edges.Count).Select(edge => edge.Id).SequenceEqual(old.Edges.Select(edge => edge.Id));
        var columns = isLonger ? old!.Columns : new LedgerColumns((int)Math.Max(256, head.Lines + (head.Lines / 8)));
        var index = edges.Select((edge, i) => (edge.Id, i)).ToDictionary(pair => pair.Id, pair => pair.i);
        await LineReader.Append(db, columns, edge => index.GetValueOrDefault(edge, -1), head.Chain, head.Lines, cancellation);
        return new BookSnapshot(
            fund.Id, head.Chain, fund.Family, [.. nodes.Select(node => node.ToEntry(fund.Currency))], [.. edges.Select(edge => edge.ToEntry())],
            [.. old?.Facts ?? [], .. facts], columns);
    }

    /// <summary>Nodes and edges are only added to, never changed: as many as before are the same as before.</summary>
    private async Task<bool> HasNobodyNew(BookSnapshot old, CancellationToken cancellation)
    {
        var fund = old.MotherFund;
        return await db.Nodes.CountAsync(node => node.MotherFund == fund, cancellation) == old.Nodes.Count
            && await db.Edges.CountAsync(edge => edge.MotherFund == fund, cancellation) == old.Edges.Count;
    }

    private async Task<List<FactEntry>> ReadFacts(int chain, int known, long last, CancellationToken cancellation)
    {
        if (known == last) return [];
        var (from, to) = (LedgerLine.KeyOf(chain, known), LedgerLine.KeyOf(chain, last));
        var tail = await db.Facts.AsNoTracking().Where(fact => fact.Id > from && fact.Id <= to).OrderBy(fact => fact.Id).ToListAsync(cancellation);
        return [.. tail.Select(fact => fact.ToEntry())];
    }
}
