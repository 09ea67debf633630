using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Capital;

/// <summary>What an approved voucher asks to be carried out; one of the three is filled.</summary>
/// <param name="Lines">Ledger lines to be posted.</param>
/// <param name="Facts">Facts to be stated.</param>
/// <param name="Steps">A step of a contribution plan to be taken.</param>
public sealed record VoucherContent(IReadOnlyList<LineDraft> Lines, IReadOnlyList<FactDraft> Facts, IReadOnlyList<PlanStepDraft> Steps);

/// <summary>One proposed line of a voucher.</summary>
public sealed class VoucherLine
{
#pragma warning disable CS8618 // The mapper fills every property when it reads a stored line.
    private VoucherLine()
    {
    }
#pragma warning restore CS8618

    /// <summary>The voucher.</summary>
    public VoucherId Voucher { get; private set; }

    /// <summary>Place in the voucher, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The edge.</summary>
    public EdgeId Edge { get; private set; }

    /// <summary>Kind.</summary>
    public LineKind Kind { get; private set; }

    /// <summary>Effective day.</summary>
    public DateOnly EffectiveDate { get; private set; }

    /// <summary>Amount.</summary>
    public Money Amount { get; private set; }

    /// <summary>What called money is for.</summary>
    public CallPurpose Purpose { get; private set; }

    /// <summary>Whether paid-in money counts against the commitment.</summary>
    public bool InsideCommitment { get; private set; }

    /// <summary>Whether a distribution raises unfunded again.</summary>
    public bool Recallable { get; private set; }

    /// <summary>Where it comes from.</summary>
    public Provenance Provenance { get; private set; }

    /// <summary>Fields that are invented although the record was printed.</summary>
    public RecordFields Invented { get; private set; }

    /// <summary>The call.</summary>
    public CapitalCallId? Call { get; private set; }

    /// <summary>The round.</summary>
    public FinancingRoundId? Round { get; private set; }

    /// <summary>The document.</summary>
    public DocumentId? Document { get; private set; }

    /// <summary>Sequence of the line it reverses.</summary>
    public long? Reverses { get; private set; }

    /// <summary>Sequence of the closed line it corrects.</summary>
    public long? CorrectsClosed { get; private set; }

    /// <summary>The source's reference.</summary>
    public string Reference { get; private set; }

    /// <summary>Free words.</summary>
    public string Note { get; private set; }

    /// <summary>The line as posting takes it.</summary>
    public LineDraft ToDraft() => new(Edge, Kind, EffectiveDate, Amount)
    {
        Purpose = Purpose, InsideCommitment = InsideCommitment, Recallable = Recallable, Provenance = Provenance, Invented = Invented, Call = Call,
        Round = Round, Document = Document, Reverses = Reverses, CorrectsClosed = CorrectsClosed, Reference = Reference, Note = Note,
    };

    internal static VoucherLine Of(VoucherId voucher, int number, LineDraft draft) => new()
    {
        Voucher = voucher, Number = number, Edge = draft.Edge, Kind = draft.Kind, EffectiveDate = draft.EffectiveDate, Amount = draft.Amount,
        Purpose = draft.Purpose, InsideCommitment = draft.InsideCommitment, Recallable = draft.Recallable, Provenance = draft.Provenance,
        Invented = draft.Invented, Call = draft.Call, Round = draft.Round, Document = draft.Document, Reverses = draft.Reverses, CorrectsClosed = draft.CorrectsClosed,
        Reference = draft.Reference, Note = draft.Note,
    };
}

/// <summary>One proposed fact of a voucher.</summary>
public sealed class VoucherFact
{
#pragma warning disable CS8618 // The mapper fills every property when it reads a stored fact.
    private VoucherFact()
    {
    }
#pragma warning restore CS8618

    /// <summary>The voucher.</summary>
    public VoucherId Voucher { get; private set; }

    /// <summary>Place in the voucher, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The node it speaks of.</summary>
    public NodeId Subject { get; private set; }

    /// <summary>What it says, see <see cref="FactNames"/>.</summary>
    public string Name { get; private set; }

    /// <summary>The value as text; empty takes an earlier value away.</summary>
    public string Value { get; private set; }

    /// <summary>First day on which it would hold.</summary>
    public DateOnly EffectiveFrom { get; private set; }

    /// <summary>Where it comes from.</summary>
    public Provenance Provenance { get; private set; }

    /// <summary>The fact as the books take it.</summary>
    public FactDraft ToDraft() => new(Subject, Name, Value, EffectiveFrom, Provenance);

    internal static VoucherFact Of(VoucherId voucher, int number, FactDraft draft) => new()
    {
        Voucher = voucher, Number = number, Subject = draft.Subject, Name = draft.Name, Value = draft.Value, EffectiveFrom = draft.EffectiveFrom,
        Provenance = draft.Provenance,
    };
}
