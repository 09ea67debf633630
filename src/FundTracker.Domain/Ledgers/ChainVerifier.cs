using FundTracker.Domain.Values;

namespace FundTracker.Domain.Ledgers;

/// <summary>
/// Reads a chain from its first entry to its last and says where it first breaks. Entries are handed in one by one, so a ledger of any
/// length can be streamed; what is handed in after a break is not read any more.
/// </summary>
public sealed class ChainVerifier
{
    private readonly int chain;
    private readonly long headSequence;
    private readonly byte[] headHash;
    private readonly Stamp headStamp;
    private byte[] hash = HashChain.Start;
    private Stamp? last;
    private long entries;
    private ChainCheck? broken;

    private ChainVerifier(Book head, long headSequence, byte[] headHash) =>
        (chain, headStamp, this.headSequence, this.headHash) = (head.Chain, head.LastRecordedAt, headSequence, headHash);

    /// <summary>A verifier of the lines of some books.</summary>
    public static ChainVerifier OfLines(Book head) => new(head, head.LedgerSequence, head.LedgerHash);

    /// <summary>A verifier of the facts of some books.</summary>
    public static ChainVerifier OfFacts(Book head) => new(head, head.FactSequence, head.FactHash);

    /// <summary>Verifies all lines of some books, by sequence from the first.</summary>
    public static ChainCheck VerifyLines(IEnumerable<LedgerLine> lines, Book head)
    {
        var verifier = OfLines(head);
        foreach (var line in lines) if (!verifier.Read(line)) break;
        return verifier.Check();
    }

    /// <summary>Verifies all facts of some books, by sequence from the first.</summary>
    public static ChainCheck VerifyFacts(IEnumerable<Fact> facts, Book head)
    {
        var verifier = OfFacts(head);
        foreach (var fact in facts) if (!verifier.Read(fact)) break;
        return verifier.Check();
    }

    /// <summary>Reads the next line.</summary>
    /// <returns>Whether the chain holds so far; where it does not, the rest need not be read.</returns>
    public bool Read(LedgerLine line)
    {
        if (!Follows((line.Chain, line.Sequence, line.Id), line.CanonicalText(), line.Hash, line.RecordedAt)) return false;
        var impact = LineKinds.ImpactOnUnfunded(line.Kind, line.Amount.MinorUnits, line.InsideCommitment, line.Recallable);
        return line.ImpactOnUnfunded == impact || Break("impact");
    }

    /// <summary>Reads the next fact.</summary>
    /// <returns>Whether the chain holds so far; where it does not, the rest need not be read.</returns>
    public bool Read(Fact fact) => Follows((fact.Chain, fact.Sequence, fact.Id), fact.CanonicalText(), fact.Hash, fact.RecordedAt);

    /// <summary>What was found, once the last entry was read: the first break, or whether the chain ends where its head says.</summary>
    /// <returns>
    /// <see cref="ChainCheck.FirstBroken"/> is the place, from 1, at which the chain breaks; for <c>head</c> the first entry missing, the
    /// first one too many, or the last one where its hash is not the head's (0 where both have none).
    /// </returns>
    public ChainCheck Check()
    {
        if (broken is not null) return broken;
        if (entries < headSequence) return new ChainCheck(entries, entries + 1, "head");
        if (entries > headSequence) return new ChainCheck(entries, headSequence + 1, "head");
        return hash.AsSpan().SequenceEqual(headHash) ? new ChainCheck(entries, FirstBroken: null, "") : new ChainCheck(entries, entries, "head");
    }

    private bool Follows((int Chain, long Sequence, long Key) place, string canonical, byte[] stored, Stamp recordedAt)
    {
        if (broken is not null) return false;
        entries++;
        if (place != (chain, entries, LedgerLine.KeyOf(chain, entries))) return Break("sequence");
        hash = HashChain.Next(hash, canonical);
        if (!hash.AsSpan().SequenceEqual(stored)) return Break("hash");
        if (recordedAt <= last || recordedAt > headStamp) return Break("time");
        last = recordedAt;
        return true;
    }

    private bool Break(string what)
    {
        broken = new ChainCheck(entries, entries, what);
        return false;
    }
}
