using System.Collections.Concurrent;
using FundTracker.Application;
using FundTracker.Application.Books;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Registry;
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
internal sealed record BookHead(
    NodeId Fund, string? Family, Currency Currency, int Version, int MembersVersion, int Chain, long Lines, long Facts, byte[] LedgerHash, byte[] FactHash)
{
    public bool IsSameAs(BookHead other) => Version == other.Version && HasHashes(other.LedgerHash, other.FactHash);

    public bool HasHashes(byte[]? ledger, byte[]? fact) => LedgerHash.AsSpan().SequenceEqual(ledger) && FactHash.AsSpan().SequenceEqual(fact);
}

/// <summary>Reads books through the scope's own connection and extends what the cache holds from the ledger's tail.</summary>
internal sealed class BookReader(FundTrackerDb db, BookCache cache) : IBookReader
{
    public async Task<BookSnapshot?> Read(string motherFundCode, CancellationToken cancellation)
    {
        if (db.HasSaved) throw new InvalidOperationException("Books are read before anything is saved in the same scope.");
        var head = await ReadHead(motherFundCode, cancellation);
        if (head is null) return null;
        var entry = cache.Entries.GetOrAdd(head.Fund, _ => new BookCache.Entry());
        await entry.Gate.WaitAsync(cancellation);
        try
        {
            // Whoever waited at the gate may hold a head that is older than the one before it left behind.
            if (entry.Head?.Version > head.Version) head = await ReadHead(motherFundCode, cancellation) ?? head;
            if (entry.Snapshot is { } kept && entry.Head!.IsSameAs(head)) return kept;
            entry.Snapshot = await Renew(entry, head, cancellation);
            entry.Head = head;
            return entry.Snapshot;
        }
        finally
        {
            entry.Gate.Release();
        }
    }

    /// <summary>What an entry holds, brought up to a head, over one connection: each of the few queries would else open and close by itself.</summary>
    private async Task<BookSnapshot> Renew(BookCache.Entry entry, BookHead head, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            var read = entry.Snapshot is { } old
                ? await Extend(old, entry.Head!, head, cancellation)
                : await ReadWhole(head, [], new LedgerColumns(Room(head)), cancellation);
            return await WithEntries(read, cancellation);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static int Room(BookHead head) => (int)Math.Max(256, head.Lines + (head.Lines / 8));

    private Task<BookHead?> ReadHead(string motherFundCode, CancellationToken cancellation)
    {
        var code = motherFundCode.ToUpperInvariant();
        return db.Nodes.OfType<MotherFund>().AsNoTracking().Where(node => node.Code == code)
            .Join(db.Books, node => node.Id, book => book.MotherFund, (node, book) => new BookHead(
                node.Id, node.Family, node.Currency, book.Version, book.MembersVersion, book.Chain, book.LedgerSequence, book.FactSequence, book.LedgerHash, book.FactHash))
            .SingleOrDefaultAsync(cancellation);
    }

    /// <summary>
    /// Appends the tail. Everything is read anew where the stored ledger does not go on from what is known, because another copy of the
    /// database was put in its place. Nodes and edges are only added to, never changed: where none joined they are the same as before.
    /// </summary>
    private async Task<BookSnapshot> Extend(BookSnapshot old, BookHead known, BookHead head, CancellationToken cancellation)
    {
        var (fund, line, fact) = (head.Fund, LedgerLine.KeyOf(known.Chain, known.Lines), LedgerLine.KeyOf(known.Chain, known.Facts));
        var stored = await db.Books.Where(book => book.MotherFund == fund).Select(book => new
        {
            LineHash = db.Lines.Where(l => l.Id == line).Select(l => l.Hash).FirstOrDefault(),
            FactHash = db.Facts.Where(f => f.Id == fact).Select(f => f.Hash).FirstOrDefault(),
        }).SingleAsync(cancellation);
        var goesOn = head.Version >= known.Version && head.Lines >= known.Lines && head.Facts >= known.Facts && known.HasHashes(
            known.Lines == 0 ? known.LedgerHash : stored.LineHash, known.Facts == 0 ? known.FactHash : stored.FactHash);
        if (!goesOn) return await ReadWhole(head, [], new LedgerColumns(Room(head)), cancellation);
        if (known.MembersVersion != head.MembersVersion) return await ReadWhole(head, old.Facts, old.Columns, cancellation, old.Edges);
        await LineReader.Append(db, old.Columns, old.FindIndexOf, head.Chain, head.Lines, cancellation);
        return old.WithTail(await ReadFacts(head, old.Facts.Count, cancellation));
    }

    /// <summary>Reads the members anew, and of facts and lines what is not known yet. The columns are kept where the edges still begin as they did.</summary>
    private async Task<BookSnapshot> ReadWhole(
        BookHead head, IReadOnlyList<FactEntry> knownFacts, LedgerColumns columns, CancellationToken cancellation, IReadOnlyList<EdgeEntry>? knownEdges = null)
    {
        var fund = head.Fund;
        var nodes = await db.Nodes.AsNoTracking().Where(node => node.MotherFund == fund).OrderBy(node => node.Id).ToListAsync(cancellation);
        var edges = await db.Edges.AsNoTracking().Where(edge => edge.MotherFund == fund).OrderBy(edge => edge.Id).ToListAsync(cancellation);
        if (knownEdges is not null && !edges.Take(knownEdges.Count).Select(edge => edge.Id).SequenceEqual(knownEdges.Select(edge => edge.Id)))
            columns = new LedgerColumns(Room(head));
        var index = edges.Select((edge, i) => (edge.Id, i)).ToDictionary(pair => pair.Id, pair => pair.i);
        await LineReader.Append(db, columns, edge => index.GetValueOrDefault(edge, -1), head.Chain, head.Lines, cancellation);
        return new BookSnapshot(
            fund, head.Chain, head.Family, [.. nodes.Select(node => node.ToEntry(head.Currency))], [.. edges.Select(edge => edge.ToEntry())],
            [.. knownFacts, .. await ReadFacts(head, knownFacts.Count, cancellation)], columns);
    }

    /// <summary>
    /// Appends the entries of the registry that were approved since; each approval is stamped later than all before. Everything is read
    /// anew where fewer are stored than are known.
    /// </summary>
    private async Task<BookSnapshot> WithEntries(BookSnapshot books, CancellationToken cancellation)
    {
        var fund = books.MotherFund;
        var approved = db.RegistryEntries.AsNoTracking().Where(entry => entry.MotherFund == fund && entry.State == EntryState.Approved);
        var (known, last) = (books.Entries, books.Entries.Count == 0 ? default : books.Entries[^1].DecidedAt!.Value);
        var tail = await approved.Where(entry => entry.DecidedAt > last).OrderBy(entry => entry.DecidedAt).ThenBy(entry => entry.Id).ToListAsync(cancellation);
        if (tail.Count == 0 && known.Count == 0) return books;
        var goesOn = known.Count == 0 || await approved.CountAsync(entry => entry.DecidedAt <= last, cancellation) == known.Count;
        if (goesOn) return tail.Count == 0 ? books : books.WithEntries([.. known, .. tail]);
        return books.WithEntries(await approved.OrderBy(entry => entry.DecidedAt).ThenBy(entry => entry.Id).ToListAsync(cancellation));
    }

    private async Task<List<FactEntry>> ReadFacts(BookHead head, int known, CancellationToken cancellation)
    {
        if (known == head.Facts) return [];
        var (from, to) = (LedgerLine.KeyOf(head.Chain, known), LedgerLine.KeyOf(head.Chain, head.Facts));
        var tail = await db.Facts.AsNoTracking().Where(fact => fact.Id > from && fact.Id <= to).OrderBy(fact => fact.Id).ToListAsync(cancellation);
        return [.. tail.Select(fact => fact.ToEntry())];
    }
}
