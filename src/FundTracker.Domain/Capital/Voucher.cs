using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Capital;

/// <summary>What a voucher records.</summary>
public enum VoucherKind : byte
{
    /// <summary>认缴 new commitment.</summary>
    Commitment = 1,

    /// <summary>认缴变更 change of a commitment.</summary>
    CommitmentChange = 2,

    /// <summary>实缴 payment under a capital call.</summary>
    Payment = 3,

    /// <summary>作价出资 contribution in kind.</summary>
    InKind = 4,

    /// <summary>分配 distribution.</summary>
    Distribution = 5,

    /// <summary>净值 NAV statement.</summary>
    NavStatement = 6,

    /// <summary>投资 financing round with our funds' parts.</summary>
    Investment = 7,

    /// <summary>估值 valuation of a holding.</summary>
    Valuation = 8,

    /// <summary>退出 exit or dividend.</summary>
    Exit = 9,

    /// <summary>资金收支 a fund's own cash.</summary>
    FundCash = 10,

    /// <summary>冲销 reversal.</summary>
    Reversal = 11,

    /// <summary>取消缴款通知 cancellation of an issued call.</summary>
    CallCancellation = 12,
}

/// <summary>State of a voucher.</summary>
public enum VoucherState : byte
{
    /// <summary>待审批 waiting for another person.</summary>
    Pending = 1,

    /// <summary>已过账 approved; its lines stand in the ledger.</summary>
    Posted = 2,

    /// <summary>已退回 turned down with a reason; nothing was posted.</summary>
    Rejected = 3,

    /// <summary>已撤回 taken back by whoever recorded it.</summary>
    Withdrawn = 4,
}

/// <summary>凭证: proposed ledger lines that one person records and another approves. Until approved no figure sees them.</summary>
public sealed class Voucher
{
    private readonly List<VoucherLine> lines = [];

#pragma warning disable CS8618 // The mapper fills every property when it reads a stored voucher.
    private Voucher()
    {
    }
#pragma warning restore CS8618

    /// <summary>Identity.</summary>
    public VoucherId Id { get; private set; }

    /// <summary>The books.</summary>
    public NodeId MotherFund { get; private set; }

    /// <summary>What it records.</summary>
    public VoucherKind Kind { get; private set; }

    /// <summary>The node on whose page it is shown as pending: a fund or a company.</summary>
    public NodeId About { get; private set; }

    /// <summary>State.</summary>
    public VoucherState State { get; private set; }

    /// <summary>The call that it pays, where it does.</summary>
    public CapitalCallId? Call { get; private set; }

    /// <summary>Document behind it.</summary>
    public DocumentId? Document { get; private set; }

    /// <summary>Who recorded it.</summary>
    public string RecordedBy { get; private set; }

    /// <summary>When it was recorded.</summary>
    public Stamp RecordedAt { get; private set; }

    /// <summary>Who approved, rejected or withdrew it; null while pending.</summary>
    public string? DecidedBy { get; private set; }

    /// <summary>When it was decided; null while pending.</summary>
    public Stamp? DecidedAt { get; private set; }

    /// <summary>Why it was rejected; else empty.</summary>
    public string Reason { get; private set; }

    /// <summary>Why it was approved though it breaches hard rules; empty where it breaches none.</summary>
    public string OverrideReason { get; private set; }

    /// <summary>Names of the hard rules that were overridden, separated by commas; empty where none was.</summary>
    public string Overridden { get; private set; }

    /// <summary>Concurrency version.</summary>
    public int Version { get; private set; }

    /// <summary>The proposed lines, in order.</summary>
    public IReadOnlyList<VoucherLine> Lines => lines;

    /// <summary>Records a voucher; nothing counts yet.</summary>
    /// <param name="id">Identity.</param>
    /// <param name="motherFund">The books.</param>
    /// <param name="kind">What it records.</param>
    /// <param name="about">The fund or company on whose page it is shown.</param>
    /// <param name="drafts">At least one line.</param>
    /// <param name="by">Who records.</param>
    /// <param name="at">When.</param>
    public static Voucher Record(
        VoucherId id, NodeId motherFund, VoucherKind kind, NodeId about, IReadOnlyList<LineDraft> drafts, string by, Stamp at)
    {
        if (drafts.Count == 0) throw new ArgumentException("A voucher has at least one line.", nameof(drafts));
        var voucher = new Voucher
        {
            Id = id, MotherFund = motherFund, Kind = kind, About = about, State = VoucherState.Pending, RecordedBy = by, RecordedAt = at,
            Reason = "", OverrideReason = "", Overridden = "", Call = drafts[0].Call, Document = drafts[0].Document,
        };
        voucher.lines.AddRange(drafts.Select((draft, i) => VoucherLine.Of(id, i + 1, draft)));
        return voucher;
    }

    /// <summary>The proposed lines as they would be posted, in order.</summary>
    public IReadOnlyList<LineDraft> Drafts() => [.. lines.OrderBy(line => line.Number).Select(line => line.ToDraft())];

    /// <summary>Approves: hands out the lines to be posted.</summary>
    /// <param name="by">Somebody else than who recorded.</param>
    /// <param name="at">When.</param>
    /// <param name="foreseen">Rules whose results the lines would change; null where nobody asked.</param>
    /// <param name="overrideReason">Why it is approved though hard rules would be breached; empty where none would.</param>
    /// <returns>
    /// The lines, or <see cref="ApprovalErrors.SamePerson"/>, or <see cref="ApprovalErrors.NotPending"/>, or
    /// <see cref="PolicyErrors.BreachForeseen"/> for each hard rule.
    /// </returns>
    public Result<IReadOnlyList<LineDraft>> Approve(
        string by, Stamp at, IReadOnlyList<ForeseenChange>? foreseen = null, string overrideReason = "")
    {
        if (State != VoucherState.Pending) return ApprovalErrors.NotPending();
        if (string.Equals(by, RecordedBy, StringComparison.OrdinalIgnoreCase)) return ApprovalErrors.SamePerson(by);
        return ForeseenRules.Override(foreseen ?? [], overrideReason).Map(overridden =>
        {
            (Overridden, OverrideReason) = (overridden, overridden.Length > 0 ? overrideReason.Trim() : "");
            Decide(VoucherState.Posted, by, at, "");
            return Drafts();
        });
    }

    /// <summary>Turns the voucher down.</summary>
    /// <returns>Done, or a refusal: not pending, the same person, or no reason given.</returns>
    public Result<Done> Reject(string by, Stamp at, string reason)
    {
        if (State != VoucherState.Pending) return ApprovalErrors.NotPending();
        if (string.Equals(by, RecordedBy, StringComparison.OrdinalIgnoreCase)) return ApprovalErrors.SamePerson(by);
        if (string.IsNullOrWhiteSpace(reason)) return LedgerErrors.ReasonMissing();
        Decide(VoucherState.Rejected, by, at, reason);
        return Done.Value;
    }

    /// <summary>Takes the voucher back; only who recorded it may.</summary>
    public Result<Done> Withdraw(string by, Stamp at)
    {
        if (State != VoucherState.Pending) return ApprovalErrors.NotPending();
        if (!string.Equals(by, RecordedBy, StringComparison.OrdinalIgnoreCase)) return ApprovalErrors.NotYours(RecordedBy);
        Decide(VoucherState.Withdrawn, by, at, "");
        return Done.Value;
    }

    private void Decide(VoucherState state, string by, Stamp at, string reason) =>
        (State, DecidedBy, DecidedAt, Reason, Version) = (state, by, at, reason, Version + 1);
}

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
        Purpose = Purpose, InsideCommitment = InsideCommitment, Recallable = Recallable, Provenance = Provenance, Call = Call, Round = Round,
        Document = Document, Reverses = Reverses, CorrectsClosed = CorrectsClosed, Reference = Reference, Note = Note,
    };

    internal static VoucherLine Of(VoucherId voucher, int number, LineDraft draft) => new()
    {
        Voucher = voucher, Number = number, Edge = draft.Edge, Kind = draft.Kind, EffectiveDate = draft.EffectiveDate, Amount = draft.Amount,
        Purpose = draft.Purpose, InsideCommitment = draft.InsideCommitment, Recallable = draft.Recallable, Provenance = draft.Provenance,
        Call = draft.Call, Round = draft.Round, Document = draft.Document, Reverses = draft.Reverses, CorrectsClosed = draft.CorrectsClosed,
        Reference = draft.Reference, Note = draft.Note,
    };
}

/// <summary>Refusals of the four-eyes rule.</summary>
public static class ApprovalErrors
{
    /// <summary>Who recorded may not approve.</summary>
    public static DomainError SamePerson(string user) => new("approval.samePerson", ("user", user));

    /// <summary>It was decided already.</summary>
    public static DomainError NotPending() => new("approval.notPending");

    /// <summary>Only who recorded may take back.</summary>
    public static DomainError NotYours(string recordedBy) => new("approval.notYours", ("recordedBy", recordedBy));
}
