using FundTracker.Domain.Values;

namespace FundTracker.Domain.Ledgers;

/// <summary>A ledger line as somebody proposes it: everything but what posting assigns (sequence, stamp, hash, approver).</summary>
/// <param name="Edge">The edge it moves on.</param>
/// <param name="Kind">What it says.</param>
/// <param name="EffectiveDate">The day from which it counts.</param>
/// <param name="Amount">Positive in the natural sense of the kind; see <see cref="LineKindRule.MayBeNegative"/>.</param>
public sealed record LineDraft(EdgeId Edge, LineKind Kind, DateOnly EffectiveDate, Money Amount)
{
    /// <summary>What called money is for.</summary>
    public CallPurpose Purpose { get; init; }

    /// <summary>Whether paid-in or called money counts against the commitment; true unless said otherwise.</summary>
    public bool InsideCommitment { get; init; } = true;

    /// <summary>Whether a distribution raises unfunded again.</summary>
    public bool Recallable { get; init; }

    /// <summary>Where the fact comes from.</summary>
    public Provenance Provenance { get; init; }

    /// <summary>Fields that are invented although the record was printed.</summary>
    public RecordFields Invented { get; init; }

    /// <summary>The capital call it belongs to.</summary>
    public CapitalCallId? Call { get; init; }

    /// <summary>The financing round it belongs to.</summary>
    public FinancingRoundId? Round { get; init; }

    /// <summary>The source document behind it.</summary>
    public DocumentId? Document { get; init; }

    /// <summary>Sequence of the line it reverses.</summary>
    public long? Reverses { get; init; }

    /// <summary>Sequence of the line in a closed quarter that this later line corrects.</summary>
    public long? CorrectsClosed { get; init; }

    /// <summary>The source's own reference, unique within the books for imported rows; empty otherwise.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Free words: method of a valuation, kind of an exit, reason of a reversal.</summary>
    public string Note { get; init; } = "";

    /// <summary>Signed effect on unfunded in minor units.</summary>
    public long ImpactOnUnfunded => LineKinds.ImpactOnUnfunded(Kind, Amount.MinorUnits, InsideCommitment, Recallable);
}
