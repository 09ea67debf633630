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

    /// <summary>信息登记 facts that figures read besides lines.</summary>
    Facts = 13,

    /// <summary>出资计划 a contribution plan drawn up.</summary>
    Plan = 14,

    /// <summary>出资期次 a phase of a plan with its conditions.</summary>
    Phase = 15,

    /// <summary>出资条件 a condition of a phase, ticked with evidence.</summary>
    Tick = 16,

    /// <summary>返投认定 a case of local re-investment recorded, or taken back.</summary>
    LocalCase = 17,
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

/// <summary>
/// 凭证: what one person records and another approves, so that until then no figure sees it: ledger lines, facts, or a step of a
/// contribution plan.
/// </summary>
public sealed class Voucher
{
    private readonly List<VoucherLine> lines = [];
    private readonly List<VoucherFact> facts = [];
    private readonly List<PlanStep> steps = [];

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

    /// <summary>The proposed lines.</summary>
    public IReadOnlyList<VoucherLine> Lines => lines;

    /// <summary>The proposed facts.</summary>
    public IReadOnlyList<VoucherFact> Facts => facts;

    /// <summary>The proposed steps of a contribution plan.</summary>
    public IReadOnlyList<PlanStep> Steps => steps;

    /// <summary>Records ledger lines; nothing counts yet.</summary>
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
        var voucher = Pending(id, motherFund, kind, about, by, at);
        (voucher.Call, voucher.Document) = (drafts[0].Call, drafts[0].Document);
        voucher.lines.AddRange(drafts.Select((draft, i) => VoucherLine.Of(id, i + 1, draft)));
        return voucher;
    }

    /// <summary>The proposed lines as they would be posted, in order; none where it proposes something else.</summary>
    public IReadOnlyList<LineDraft> Drafts() => [.. lines.OrderBy(line => line.Number).Select(line => line.ToDraft())];

    /// <summary>Records facts; none holds yet.</summary>
    /// <param name="id">Identity.</param>
    /// <param name="motherFund">The books.</param>
    /// <param name="about">The node on whose page it is shown.</param>
    /// <param name="drafts">At least one fact.</param>
    /// <param name="by">Who records.</param>
    /// <param name="at">When.</param>
    /// <param name="kind">What they record.</param>
    public static Voucher Record(
        VoucherId id, NodeId motherFund, NodeId about, IReadOnlyList<FactDraft> drafts, string by, Stamp at, VoucherKind kind = VoucherKind.Facts)
    {
        if (drafts.Count == 0) throw new ArgumentException("A voucher has at least one fact.", nameof(drafts));
        var voucher = Pending(id, motherFund, kind, about, by, at);
        voucher.facts.AddRange(drafts.Select((draft, i) => VoucherFact.Of(id, i + 1, draft)));
        return voucher;
    }

    /// <summary>Records a step of a contribution plan; the plan stays as it is until then.</summary>
    /// <param name="id">Identity.</param>
    /// <param name="motherFund">The books.</param>
    /// <param name="fund">The fund whose plan it is.</param>
    /// <param name="drafts">The step; of a phase also its conditions behind it.</param>
    /// <param name="by">Who records.</param>
    /// <param name="at">When.</param>
    public static Voucher Record(VoucherId id, NodeId motherFund, NodeId fund, IReadOnlyList<PlanStepDraft> drafts, string by, Stamp at)
    {
        if (drafts.Count == 0) throw new ArgumentException("A voucher has at least one step.", nameof(drafts));
        var voucher = Pending(id, motherFund, KindOf(drafts[0]), fund, by, at);
        voucher.Document = (drafts[0] as TickDraft)?.Document;
        voucher.steps.AddRange(drafts.Select((draft, i) => PlanStep.Of(id, i + 1, draft)));
        return voucher;
    }

    /// <summary>Approves: hands out what is to be carried out.</summary>
    /// <param name="by">Somebody else than who recorded.</param>
    /// <param name="at">When.</param>
    /// <param name="foreseen">Rules whose results the lines would change; null where nobody asked.</param>
    /// <param name="overrideReason">Why it is approved though hard rules would be breached; empty where none would.</param>
    /// <returns>
    /// The content, or <see cref="ApprovalErrors.SamePerson"/>, or <see cref="ApprovalErrors.NotPending"/>, or
    /// <see cref="PolicyErrors.BreachForeseen"/> for each hard rule.
    /// </returns>
    public Result<VoucherContent> Approve(
        string by, Stamp at, IReadOnlyList<ForeseenChange>? foreseen = null, string overrideReason = "")
    {
        if (State != VoucherState.Pending) return ApprovalErrors.NotPending();
        if (string.Equals(by, RecordedBy, StringComparison.OrdinalIgnoreCase)) return ApprovalErrors.SamePerson(by);
        return ForeseenRules.Override(foreseen ?? [], overrideReason).Map(overridden =>
        {
            (Overridden, OverrideReason) = (overridden, overridden.Length > 0 ? overrideReason.Trim() : "");
            Decide(VoucherState.Posted, by, at, "");
            return new VoucherContent(
                Drafts(), [.. facts.OrderBy(fact => fact.Number).Select(fact => fact.ToDraft())],
                [.. steps.OrderBy(step => step.Number).Select(step => step.ToDraft())]);
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

    /// <summary>Names the paper behind what is proposed, while nobody has decided.</summary>
    /// <exception cref="InvalidOperationException">It was decided already.</exception>
    public Voucher Describe(DocumentId? document)
    {
        if (State != VoucherState.Pending) throw new InvalidOperationException($"A voucher in state {State} is not described anew.");
        Document = document ?? Document;
        return this;
    }

    private static Voucher Pending(VoucherId id, NodeId motherFund, VoucherKind kind, NodeId about, string by, Stamp at) => new()
    {
        Id = id, MotherFund = motherFund, Kind = kind, About = about, State = VoucherState.Pending, RecordedBy = by, RecordedAt = at, Reason = "",
        OverrideReason = "", Overridden = "",
    };

    private static VoucherKind KindOf(PlanStepDraft draft) => draft switch
    {
        PlanDraft => VoucherKind.Plan,
        PhaseDraft => VoucherKind.Phase,
        TickDraft => VoucherKind.Tick,
        _ => throw new ArgumentException("A condition stands behind its phase.", nameof(draft)),
    };

    private void Decide(VoucherState state, string by, Stamp at, string reason) =>
        (State, DecidedBy, DecidedAt, Reason, Version) = (state, by, at, reason, Version + 1);
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
