using System.Globalization;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Ledgers;

/// <summary>One entry of the append-only journal. Nothing in it ever changes; a mistake is reversed by another line.</summary>
public sealed class LedgerLine
{
    private const int SequenceBits = 40;

#pragma warning disable CS8618 // The mapper fills every property when it reads a stored line.
    private LedgerLine()
    {
    }
#pragma warning restore CS8618

    /// <summary>Key: chain number and sequence in one number, ascending within a chain.</summary>
    public long Id { get; private set; }

    /// <summary>Number of the chain; one chain per mother fund.</summary>
    public int Chain { get; private set; }

    /// <summary>Place in the chain, from 1, without gaps.</summary>
    public long Sequence { get; private set; }

    /// <summary>The edge it moves on.</summary>
    public EdgeId Edge { get; private set; }

    /// <summary>What it says.</summary>
    public LineKind Kind { get; private set; }

    /// <summary>The day from which it counts.</summary>
    public DateOnly EffectiveDate { get; private set; }

    /// <summary>When it was recorded; strictly ascending within a chain.</summary>
    public Stamp RecordedAt { get; private set; }

    /// <summary>Amount; a reversal has its original's with the sign turned.</summary>
    public Money Amount { get; private set; }

    /// <summary>Signed effect on unfunded, minor units.</summary>
    public long ImpactOnUnfunded { get; private set; }

    /// <summary>What called money is for.</summary>
    public CallPurpose Purpose { get; private set; }

    /// <summary>Whether paid-in or called money counts against the commitment.</summary>
    public bool InsideCommitment { get; private set; }

    /// <summary>Whether a distribution raises unfunded again.</summary>
    public bool Recallable { get; private set; }

    /// <summary>Where the fact comes from.</summary>
    public Provenance Provenance { get; private set; }

    /// <summary>Fields that are invented although the record was printed.</summary>
    public RecordFields Invented { get; private set; }

    /// <summary>The capital call it belongs to.</summary>
    public CapitalCallId? Call { get; private set; }

    /// <summary>The financing round it belongs to.</summary>
    public FinancingRoundId? Round { get; private set; }

    /// <summary>The voucher by which it was proposed and approved.</summary>
    public VoucherId? Voucher { get; private set; }

    /// <summary>The source document behind it.</summary>
    public DocumentId? Document { get; private set; }

    /// <summary>Sequence of the line it reverses.</summary>
    public long? Reverses { get; private set; }

    /// <summary>Sequence of the line in a closed quarter that it corrects.</summary>
    public long? CorrectsClosed { get; private set; }

    /// <summary>Who recorded it.</summary>
    public string RecordedBy { get; private set; }

    /// <summary>Who approved it; opening balances say <c>opening-balance</c> here.</summary>
    public string ApprovedBy { get; private set; }

    /// <summary>The source's own reference; empty where there is none.</summary>
    public string Reference { get; private set; }

    /// <summary>Free words.</summary>
    public string Note { get; private set; }

    /// <summary>SHA-256 over the previous hash and <see cref="CanonicalText"/>, 32 bytes.</summary>
    public byte[] Hash { get; private set; }

    /// <summary>The key of a place in a chain.</summary>
    public static long KeyOf(int chain, long sequence) => ((long)chain << SequenceBits) | sequence;

    /// <summary>
    /// Canonical text that is hashed: every field but the hash itself. Invented fields are named only where there are any, so that chains
    /// from before they were told apart still hold.
    /// </summary>
    public string CanonicalText() => HashChain.Canonical(
        ("chain", Chain), ("seq", Sequence), ("edge", Edge.Value), ("kind", Kind), ("date", EffectiveDate), ("at", RecordedAt),
        ("amount", Amount.MinorUnits), ("currency", Amount.Currency.Code), ("impact", ImpactOnUnfunded), ("purpose", Purpose),
        ("inside", InsideCommitment), ("recallable", Recallable), ("provenance", Provenance), ("call", Call?.Value), ("round", Round?.Value),
        ("voucher", Voucher?.Value), ("document", Document?.Value), ("reverses", Reverses), ("corrects", CorrectsClosed),
        ("by", RecordedBy), ("approved", ApprovedBy), ("ref", Reference), ("note", Note))
        + (Invented == RecordFields.None ? "" : HashChain.Canonical(("invented", Invented)));

    /// <summary>The short form in which lines are named to people: <c>#123</c>.</summary>
    public override string ToString() => "#" + Sequence.ToString(CultureInfo.InvariantCulture);

    /// <summary>The line that takes this one back, on the day given.</summary>
    public LineDraft Reversal(DateOnly effectiveDate, string reason, bool correctsClosed) =>
        new(Edge, Kind, effectiveDate, -Amount)
        {
            Purpose = Purpose, InsideCommitment = InsideCommitment, Recallable = Recallable, Provenance = Provenance, Invented = Invented,
            Call = Call, Round = Round, Document = Document, Reverses = Sequence, CorrectsClosed = correctsClosed ? Sequence : null, Note = reason,
        };

    /// <summary>
    /// Whether the line was recorded in one stroke with another, right behind it: by one voucher and, where both were imported, from one
    /// row. Only so may it go on with the act of that line, see <see cref="LineActs"/>.
    /// </summary>
    public bool Joins(LedgerLine before) =>
        before.Chain == Chain && before.Sequence + 1 == Sequence && before.Voucher == Voucher && before.Reference == Reference
        && LineActs.LaterParts.Contains(Kind);

    internal static LedgerLine Post(LineDraft draft, int chain, long sequence, Stamp at, byte[] previousHash, Signatures signed)
    {
        var line = new LedgerLine
        {
            Id = KeyOf(chain, sequence), Chain = chain, Sequence = sequence, Edge = draft.Edge, Kind = draft.Kind,
            EffectiveDate = draft.EffectiveDate, RecordedAt = at, Amount = draft.Amount, ImpactOnUnfunded = draft.ImpactOnUnfunded,
            Purpose = draft.Purpose, InsideCommitment = draft.InsideCommitment, Recallable = draft.Recallable,
            Provenance = draft.Provenance, Invented = draft.Invented, Call = draft.Call, Round = draft.Round, Voucher = signed.Voucher, Document = draft.Document,
            Reverses = draft.Reverses, CorrectsClosed = draft.CorrectsClosed, RecordedBy = signed.RecordedBy,
            ApprovedBy = signed.ApprovedBy, Reference = draft.Reference, Note = draft.Note,
        };
        line.Hash = HashChain.Next(previousHash, line.CanonicalText());
        return line;
    }
}

/// <summary>Who stands behind what was posted, stated or planned.</summary>
/// <param name="RecordedBy">User who proposed it.</param>
/// <param name="ApprovedBy">Another user, or <see cref="OpeningBalance"/>.</param>
/// <param name="Voucher">The voucher, where there is one.</param>
public sealed record Signatures(string RecordedBy, string ApprovedBy, VoucherId? Voucher)
{
    /// <summary>Stands where the approver would, on what opens the books.</summary>
    public const string OpeningBalance = "opening-balance";

    /// <summary>Of a fact that a use case states which is itself the decision of a second person.</summary>
    /// <param name="user">Who decides.</param>
    public static Signatures Decision(string user) => new(user, ApprovedBy: "", Voucher: null);
}
