using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Capital;

/// <summary>Stages of a capital call that a person decides. Whether an issued one is unpaid, part-paid or paid is read from the ledger.</summary>
public enum CallStage : byte
{
    /// <summary>草稿 draft.</summary>
    Draft = 1,

    /// <summary>待审批 submitted.</summary>
    Submitted = 2,

    /// <summary>已批准 approved.</summary>
    Approved = 3,

    /// <summary>已发出 issued; memo lines stand in the ledger.</summary>
    Issued = 4,

    /// <summary>已取消 cancelled; the unpaid rest is called no more.</summary>
    Cancelled = 5,

    /// <summary>已退回 rejected.</summary>
    Rejected = 6,
}

/// <summary>What part of a call is for.</summary>
/// <param name="Purpose">Investment, management fee, expense or other.</param>
/// <param name="InsideCommitment">Whether it counts against the commitment.</param>
/// <param name="Amount">Above zero.</param>
public sealed record CallItem(CallPurpose Purpose, bool InsideCommitment, Money Amount);

/// <summary>缴款通知: a request for money to every investor of a fund, pro rata to commitment.</summary>
public sealed class CapitalCall
{
    private readonly List<CallShare> shares = [];

#pragma warning disable CS8618 // The mapper fills every property when it reads a stored call.
    private CapitalCall()
    {
    }
#pragma warning restore CS8618

    /// <summary>Identity.</summary>
    public CapitalCallId Id { get; private set; }

    /// <summary>The books.</summary>
    public NodeId MotherFund { get; private set; }

    /// <summary>The fund that calls.</summary>
    public NodeId Fund { get; private set; }

    /// <summary>Number among the fund's calls, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Tranche of the contribution plan that it draws; null where it draws none.</summary>
    public int? Tranche { get; private set; }

    /// <summary>Day of the notice.</summary>
    public DateOnly NoticeDate { get; private set; }

    /// <summary>Day by which money is due; not before the notice.</summary>
    public DateOnly DueDate { get; private set; }

    /// <summary>Stage.</summary>
    public CallStage Stage { get; private set; }

    /// <summary>Document behind it.</summary>
    public DocumentId? Document { get; private set; }

    /// <summary>Why conditions of the tranche that are not met were overridden; empty where none was.</summary>
    public string OverrideReason { get; private set; }

    /// <summary>Names of the hard rules that were overridden, separated by commas; empty where none was.</summary>
    public string Overridden { get; private set; }

    /// <summary>Who drafted it.</summary>
    public string RecordedBy { get; private set; }

    /// <summary>When it was drafted.</summary>
    public Stamp RecordedAt { get; private set; }

    /// <summary>Who handed it in; null while it is a draft. Neither this person nor who drafted it decides on it.</summary>
    public string? SubmittedBy { get; private set; }

    /// <summary>When it was handed in; null while it is a draft.</summary>
    public Stamp? SubmittedAt { get; private set; }

    /// <summary>Who approved or rejected it.</summary>
    public string? DecidedBy { get; private set; }

    /// <summary>When it was approved or rejected.</summary>
    public Stamp? DecidedAt { get; private set; }

    /// <summary>When it was issued.</summary>
    public Stamp? IssuedAt { get; private set; }

    /// <summary>When it was cancelled.</summary>
    public Stamp? CancelledAt { get; private set; }

    /// <summary>Why it was rejected or cancelled; else empty.</summary>
    public string Reason { get; private set; }

    /// <summary>Where the record comes from.</summary>
    public Provenance Provenance { get; private set; }

    /// <summary>Fields that are invented although the record was printed.</summary>
    public RecordFields Invented { get; private set; }

    /// <summary>Concurrency version.</summary>
    public int Version { get; private set; }

    /// <summary>Each investor's part of each item.</summary>
    public IReadOnlyList<CallShare> Shares => shares;

    /// <summary>All that is called.</summary>
    public Money Amount => shares.Select(share => share.Amount).Aggregate((sum, part) => sum + part);

    /// <summary>The day on which the conditions of its phase are judged: that of the notice, or of the approval where that is later.</summary>
    public DateOnly GateDay(DateOnly approvedOn) => NoticeDate > approvedOn ? NoticeDate : approvedOn;

    /// <summary>Drafts a call and shares it out to the fen by cumulative largest remainder.</summary>
    /// <param name="id">Identity.</param>
    /// <param name="fund">The fund that calls, and its books.</param>
    /// <param name="number">Number among the fund's calls.</param>
    /// <param name="items">At least one; amounts above zero, one currency.</param>
    /// <param name="standings">The investors; at least one with a commitment.</param>
    /// <param name="notice">Day of the notice.</param>
    /// <param name="due">Day on which money is due.</param>
    /// <param name="by">Who drafts.</param>
    /// <param name="at">When.</param>
    /// <returns>The draft, or a refusal: dates, amounts, currencies mixed, no investors, or above what is callable.</returns>
    public static Result<CapitalCall> Draft(
        CapitalCallId id, (NodeId MotherFund, NodeId Fund) fund, int number, IReadOnlyList<CallItem> items,
        IReadOnlyList<CallStanding> standings, DateOnly notice, DateOnly due, string by, Stamp at)
    {
        if (standings.All(standing => standing.Commitment <= 0)) return CallErrors.NoInvestors();
        return Draft(id, fund, number, items, () => ShareOut(id, items, standings), standings, notice: notice, due: due, by, at);
    }

    /// <summary>Drafts a call whose parts are stated, as in a notice that was shared out elsewhere.</summary>
    /// <param name="id">Identity.</param>
    /// <param name="fund">The fund that calls, and its books.</param>
    /// <param name="number">Number among the fund's calls.</param>
    /// <param name="parts">At least one; each investor's part of each purpose, above zero, one currency.</param>
    /// <param name="standings">The investors.</param>
    /// <param name="notice">Day of the notice.</param>
    /// <param name="due">Day on which money is due.</param>
    /// <param name="by">Who drafts.</param>
    /// <param name="at">When.</param>
    /// <returns>The draft, or a refusal: dates, amounts, currencies mixed, or above what is callable.</returns>
    public static Result<CapitalCall> DraftAsStated(
        CapitalCallId id, (NodeId MotherFund, NodeId Fund) fund, int number, IReadOnlyList<(EdgeId Edge, CallItem Part)> parts,
        IReadOnlyList<CallStanding> standings, DateOnly notice, DateOnly due, string by, Stamp at)
    {
        var purposes = parts.Select(stated => (stated.Part.Purpose, stated.Part.InsideCommitment)).Distinct().ToList();
        IEnumerable<CallShare> Stated() => parts.Select((stated, i) => CallShare.Of(
            id, purposes.IndexOf((stated.Part.Purpose, stated.Part.InsideCommitment)) + 1, i + 1, stated.Edge, stated.Part, stated.Part.Amount));
        return Draft(id, fund, number, [.. parts.Select(stated => stated.Part)], Stated, standings, notice: notice, due: due, by, at);
    }

    private static Result<CapitalCall> Draft(
        CapitalCallId id, (NodeId MotherFund, NodeId Fund) fund, int number, IReadOnlyList<CallItem> items,
        Func<IEnumerable<CallShare>> share, IReadOnlyList<CallStanding> standings, DateOnly notice, DateOnly due, string by, Stamp at)
    {
        if (due < notice) return CallErrors.DueBeforeNotice(notice, due);
        if (items.Count == 0 || items.Any(item => !item.Amount.IsPositive)) return CallErrors.NothingCalled();
        if (items.FirstOrDefault(item => item.Amount.Currency != items[0].Amount.Currency) is { } other)
            return LedgerErrors.CurrencyMixed(other.Amount.Currency, items[0].Amount.Currency);
        var call = new CapitalCall
        {
            Id = id, MotherFund = fund.MotherFund, Fund = fund.Fund, Number = number, NoticeDate = notice, DueDate = due,
            Stage = CallStage.Draft, RecordedBy = by, RecordedAt = at, OverrideReason = "", Overridden = "", Reason = "",
        };
        call.shares.AddRange(share());
        return call.AgainstCallable(standings).Map(_ => call);
    }

    /// <summary>Shares items out over investors; the parts of each item add up to it exactly.</summary>
    public static IReadOnlyList<CallShare> ShareOut(CapitalCallId id, IReadOnlyList<CallItem> items, IReadOnlyList<CallStanding> standings)
    {
        var weights = standings.Select(standing => Math.Max(0, standing.Commitment)).ToArray();
        var inside = standings.Select(standing => standing.CalledInside).ToArray();
        var outside = standings.Select(standing => standing.CalledOutside).ToArray();
        var shared = new List<CallShare>();
        for (var i = 0; i < items.Count; i++)
        {
            var before = items[i].InsideCommitment ? inside : outside;
            var parts = LargestRemainder.ShareCumulative(items[i].Amount.MinorUnits, before, weights);
            for (var j = 0; j < parts.Length; j++)
            {
                before[j] += parts[j];
                shared.Add(CallShare.Of(id, i + 1, j + 1, standings[j].Edge, items[i], Money.FromMinor(parts[j], items[i].Amount.Currency)));
            }
        }

        return shared;
    }

    /// <summary>Names the tranche, the document and the provenance, with the fields that are invented, while it is a draft.</summary>
    /// <exception cref="InvalidOperationException">It was handed in already.</exception>
    public CapitalCall Describe(int? tranche, DocumentId? document, Provenance provenance, RecordFields invented = RecordFields.None)
    {
        if (Stage != CallStage.Draft) throw new InvalidOperationException($"A call in stage {Stage} is not described anew.");
        (Tranche, Document, Provenance, Invented) = (tranche, document, provenance, invented);
        return this;
    }

    /// <summary>Hands the draft in for approval.</summary>
    public Result<Done> Submit(string by, Stamp at)
    {
        if (Stage != CallStage.Draft) return CallErrors.WrongStage(Stage);
        (Stage, SubmittedBy, SubmittedAt, Version) = (CallStage.Submitted, by, at, Version + 1);
        return Done.Value;
    }

    /// <summary>Approves the call, judged again against what is callable now and the tranche's conditions.</summary>
    /// <param name="by">Somebody else than who drafted it or handed it in.</param>
    /// <param name="at">When.</param>
    /// <param name="standings">The investors as they stand now.</param>
    /// <param name="tranche">The tranche that it draws, or null.</param>
    /// <param name="overrideReason">Why unmet conditions, and hard rules that would be breached, are overridden; empty where nothing is.</param>
    /// <param name="foreseen">Rules whose results the paid call would change; null where nobody asked.</param>
    /// <param name="gates">
    /// The tranche's conditions as they were judged; null for history that is taken over, of which only ticked conditions are asked.
    /// </param>
    /// <exception cref="ArgumentException">The tranche is not the one that the call names.</exception>
    public Result<Done> Approve(
        string by, Stamp at, IReadOnlyList<CallStanding> standings, Tranche? tranche, string overrideReason,
        IReadOnlyList<ForeseenChange>? foreseen = null, IReadOnlyList<GateResult>? gates = null)
    {
        if (tranche?.Number != Tranche) throw new ArgumentException($"The call names tranche {Tranche}, not {tranche?.Number}.", nameof(tranche));
        if (Stage != CallStage.Submitted) return CallErrors.WrongStage(Stage);
        if (IsRecordedBy(by)) return ApprovalErrors.SamePerson(by);
        var notMet = (gates ?? []).Where(gate => gate.Kind != ConditionKind.Ticked && gate.Status != GateStatus.Met).ToDictionary(gate => gate.Condition);
        var open = tranche?.Conditions
            .Where(condition => condition.Kind == ConditionKind.Ticked ? !condition.IsMet : notMet.ContainsKey(condition.Number)).ToList() ?? [];
        if (open.Count > 0 && string.IsNullOrWhiteSpace(overrideReason))
            return Result<Done>.Refused([CallErrors.ConditionsNotMet(tranche!.Number, open), .. notMet.Values.Select(gate => gate.Refusal())]);
        return AgainstCallable(standings).Then(_ => ForeseenRules.Override(foreseen ?? [], overrideReason)).Map(overridden =>
        {
            (Stage, DecidedBy, DecidedAt, Version) = (CallStage.Approved, by, at, Version + 1);
            (Overridden, OverrideReason) = (Named(open, overridden), open.Count > 0 || overridden.Length > 0 ? overrideReason : "");
            return Done.Value;
        });
    }

    private static string Named(List<TrancheCondition> open, string rules)
    {
        var names = string.Join(", ", [.. open.Select(condition => $"#{condition.Number}"), .. rules.Length > 0 ? [rules] : Array.Empty<string>()]);
        return names.Length <= ForeseenRules.NamesLengthMax ? names : string.Concat(names.AsSpan(0, ForeseenRules.NamesLengthMax - 1), "…");
    }

    /// <summary>Turns the call down.</summary>
    public Result<Done> Reject(string by, Stamp at, string reason)
    {
        if (Stage != CallStage.Submitted) return CallErrors.WrongStage(Stage);
        if (IsRecordedBy(by)) return ApprovalErrors.SamePerson(by);
        if (string.IsNullOrWhiteSpace(reason)) return LedgerErrors.ReasonMissing();
        (Stage, DecidedBy, DecidedAt, Reason, Version) = (CallStage.Rejected, by, at, reason, Version + 1);
        return Done.Value;
    }

    /// <summary>Whether a person drafted the call or handed it in; case does not matter.</summary>
    public bool IsRecordedBy(string person) =>
        string.Equals(person, RecordedBy, StringComparison.OrdinalIgnoreCase) ||
        string.Equals(person, SubmittedBy, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// What was paid so far on each share, in the order of <see cref="Shares"/>, minor units; what <see cref="Pay"/> and <see cref="Cancel"/>
    /// ask for. Lines of one purpose fill the items of that purpose in their order.
    /// </summary>
    public IReadOnlyList<long> PaidOf(LedgerView view)
    {
        var edges = shares.Select(share => view.Book.FindIndexOf(share.Edge)).Where(edge => edge >= 0).ToHashSet();
        var paid = new Dictionary<(EdgeId, CallPurpose, bool), long>();
        var columns = view.Book.Columns;
        foreach (var i in view.Lines(edges, KindSet.Of(LineKind.Contribution)))
        {
            if (columns.Calls[i] != Id.Value) continue;
            var key = (view.Book.Edges[columns.Edges[i]].Id, LineFlags.PurposeOf(columns.Flags[i]), LineFlags.IsInside(columns.Flags[i]));
            paid[key] = checked(paid.GetValueOrDefault(key) + columns.Amounts[i]);
        }

        return [.. shares.Select(share =>
        {
            var key = (share.Edge, share.Purpose, share.InsideCommitment);
            var part = Math.Min(share.Amount.MinorUnits, paid.GetValueOrDefault(key));
            paid[key] = paid.GetValueOrDefault(key) - part;
            return part;
        })];
    }

    /// <summary>Issues the approved call: hands out the memo lines to be posted.</summary>
    /// <returns>One line per share, dated the notice.</returns>
    public Result<IReadOnlyList<LineDraft>> Issue(Stamp at, IReadOnlyList<CallStanding> standings)
    {
        if (Stage != CallStage.Approved) return CallErrors.WrongStage(Stage);
        return AgainstCallable(standings).Map<IReadOnlyList<LineDraft>>(_ =>
        {
            (Stage, IssuedAt, Version) = (CallStage.Issued, at, Version + 1);
            return [.. shares.Where(share => share.Amount.IsPositive).Select(share => Memo(share, LineKind.CallIssued, NoticeDate, share.Amount, ""))];
        });
    }

    /// <summary>The lines as they would be if the call were issued and everybody paid on the due day.</summary>
    public IReadOnlyList<LineDraft> AsPaid() => [.. shares.Where(share => share.Amount.IsPositive).SelectMany<CallShare, LineDraft>(share =>
        [Memo(share, LineKind.CallIssued, NoticeDate, share.Amount, ""), Memo(share, LineKind.Contribution, DueDate, share.Amount, "")])];

    /// <summary>Cancels an issued call: what is unpaid is called no more; what was paid stays.</summary>
    /// <param name="date">Effective day.</param>
    /// <param name="at">When.</param>
    /// <param name="reason">Why; needed.</param>
    /// <param name="paid">What was paid so far on each share, in the order of <see cref="Shares"/>, minor units.</param>
    public Result<IReadOnlyList<LineDraft>> Cancel(DateOnly date, Stamp at, string reason, IReadOnlyList<long> paid)
    {
        return Cancellation(date, reason, paid).Map(lines =>
        {
            (Stage, CancelledAt, Reason, Version) = (CallStage.Cancelled, at, reason, Version + 1);
            return lines;
        });
    }

    /// <summary>What <see cref="Cancel"/> would hand out, without cancelling.</summary>
    public Result<IReadOnlyList<LineDraft>> Cancellation(DateOnly date, string reason, IReadOnlyList<long> paid)
    {
        if (Stage != CallStage.Issued) return CallErrors.WrongStage(Stage);
        if (string.IsNullOrWhiteSpace(reason)) return LedgerErrors.ReasonMissing();
        if (date < NoticeDate) return CallErrors.CancelledBeforeNotice(NoticeDate, date);
        var open = shares.Select((share, i) => (share, Left: share.Amount.MinorUnits - paid[i])).Where(pair => pair.Left > 0).ToList();
        if (open.Count == 0) return CallErrors.NothingOpen();
        return Result<IReadOnlyList<LineDraft>>.Ok(
            [.. open.Select(pair => Memo(pair.share, LineKind.CallCancelled, date, Money.FromMinor(pair.Left, pair.share.Amount.Currency), reason))]);
    }

    /// <summary>Takes back a call that was not issued; only who drafted it or handed it in may.</summary>
    public Result<Done> Withdraw(string by, Stamp at)
    {
        if (Stage is not (CallStage.Draft or CallStage.Submitted or CallStage.Approved)) return CallErrors.WrongStage(Stage);
        if (!IsRecordedBy(by)) return ApprovalErrors.NotYours(RecordedBy);
        (Stage, CancelledAt, Version) = (CallStage.Cancelled, at, Version + 1);
        return Done.Value;
    }

    /// <summary>Splits an investor's payment over what it was called for, in the order of the items.</summary>
    /// <param name="edge">The investor's commitment.</param>
    /// <param name="amount">Above zero, in the currency of the call.</param>
    /// <param name="date">Day on which the money came; not before the notice.</param>
    /// <param name="paid">What was paid so far on each share, in the order of <see cref="Shares"/>, minor units.</param>
    /// <returns>Contribution lines, or a refusal: not issued, not above zero, another currency, before the notice, not called, or above what is due.</returns>
    public Result<IReadOnlyList<LineDraft>> Pay(EdgeId edge, Money amount, DateOnly date, IReadOnlyList<long> paid)
    {
        if (Stage != CallStage.Issued) return CallErrors.WrongStage(Stage);
        if (!amount.IsPositive) return LedgerErrors.AmountNotPositive(LineKind.Contribution, amount);
        if (amount.Currency != shares[0].Amount.Currency) return LedgerErrors.CurrencyMixed(amount.Currency, shares[0].Amount.Currency);
        if (date < NoticeDate) return CallErrors.PaidBeforeNotice(NoticeDate, date);
        var due = shares.Select((share, i) => (share, Left: share.Amount.MinorUnits - paid[i])).Where(pair => pair.share.Edge == edge).ToList();
        if (due.Count == 0) return CallErrors.NotCalled();
        var left = due.Sum(pair => pair.Left);
        if (amount.MinorUnits > left) return CallErrors.AboveDue(amount, Money.FromMinor(left, amount.Currency));
        var lines = new List<LineDraft>();
        var rest = amount.MinorUnits;
        foreach (var (share, open) in due)
        {
            var part = Math.Min(rest, open);
            if (part <= 0) continue;
            rest -= part;
            lines.Add(Memo(share, LineKind.Contribution, date, Money.FromMinor(part, amount.Currency), ""));
        }

        return Result<IReadOnlyList<LineDraft>>.Ok(lines);
    }

    private LineDraft Memo(CallShare share, LineKind kind, DateOnly date, Money amount, string note) => new(share.Edge, kind, date, amount)
    {
        Purpose = share.Purpose, InsideCommitment = share.InsideCommitment, Call = Id, Document = Document, Provenance = Provenance,
        Invented = Invented, Note = note,
    };

    private Result<Done> AgainstCallable(IReadOnlyList<CallStanding> standings)
    {
        foreach (var group in shares.Where(share => share.InsideCommitment).GroupBy(share => share.Edge))
        {
            var asked = group.Sum(share => share.Amount.MinorUnits);
            var standing = standings.FirstOrDefault(s => s.Edge == group.Key);
            var callable = standing?.Callable ?? 0;
            if (asked <= callable) continue;
            var currency = group.First().Amount.Currency;
            return CallErrors.AboveCallable(
                Money.FromMinor(asked, currency), callable: Money.FromMinor(callable, currency),
                commitment: Money.FromMinor(standing?.Commitment ?? 0, currency));
        }

        return Done.Value;
    }
}
