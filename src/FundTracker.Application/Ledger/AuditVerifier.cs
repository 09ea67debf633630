using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Ledger;

/// <summary>Reads an audit chain from its first entry to its last and says where it first breaks.</summary>
internal sealed class AuditVerifier(AuditHead head)
{
    private byte[] hash = HashChain.Start;
    private Stamp? last;
    private long entries;
    private ChainCheck? broken;

    /// <summary>Reads the next entry.</summary>
    /// <returns>Whether the chain holds so far.</returns>
    public bool Read(AuditEntry entry)
    {
        if (broken is not null) return false;
        entries++;
        if (entry.Sequence != entries || entry.Id != LedgerLine.KeyOf(head.Chain, entries)) return Break("sequence");
        hash = HashChain.Next(hash, entry.CanonicalText());
        if (!hash.AsSpan().SequenceEqual(entry.Hash)) return Break("hash");
        if (entry.At <= last || entry.At > head.LastAt) return Break("time");
        last = entry.At;
        return true;
    }

    /// <summary>What was found, once the last entry was read.</summary>
    public ChainCheck Check()
    {
        if (broken is not null) return broken;
        if (entries != head.Sequence) return new ChainCheck(entries, Math.Min(entries, head.Sequence) + 1, "head");
        return hash.AsSpan().SequenceEqual(head.Hash) ? new ChainCheck(entries, FirstBroken: null, "") : new ChainCheck(entries, entries, "head");
    }

    private bool Break(string what)
    {
        broken = new ChainCheck(entries, entries, what);
        return false;
    }
}

/// <summary>Which books the chains in the actor's scope belong to.</summary>
internal static class BooksOfChains
{
    /// <summary>Codes of mother funds by chain; the empty code for chain 0, which belongs to no books.</summary>
    public static async Task<Dictionary<int, string>> Read(Desk desk, CancellationToken cancellation)
    {
        var chains = await desk.Db.Books
            .Join(desk.Db.Nodes, book => book.MotherFund, node => node.Id, (book, node) => new { book.Chain, node.Code }).ToListAsync(cancellation);
        var codes = chains.Where(chain => desk.Actor.MayEnter(chain.Code)).ToDictionary(chain => chain.Chain, chain => chain.Code);
        codes[0] = "";
        return codes;
    }
}
