using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Registry;

/// <summary>State of an entry.</summary>
public enum EntryState : byte
{
    /// <summary>待审批 waiting for another person.</summary>
    Pending = 1,

    /// <summary>已登记 approved; it counts from its day on, known from the approval on.</summary>
    Approved = 2,

    /// <summary>已退回 turned down with a reason.</summary>
    Rejected = 3,

    /// <summary>已撤回 taken back by whoever recorded it.</summary>
    Withdrawn = 4,
}

/// <summary>Where an entry comes from.</summary>
/// <param name="Provenance">Recorded, reported (printed in a public source) or illustrative.</param>
/// <param name="InventedFields">Fields of a reported entry that are invented all the same, separated by spaces; else empty.</param>
/// <param name="Source">What proves it, or where it is printed; may be empty where nothing has to be proved.</param>
/// <param name="Document">The paper behind it.</param>
public sealed record EntryOrigin(Provenance Provenance, string InventedFields, string Source, DocumentId? Document)
{
    /// <summary>Whether the entry, or a part of it, is invented.</summary>
    public bool IsIllustrative => Provenance == Provenance.Illustrative || InventedFields.Length > 0;
}

/// <summary>
/// 登记事项: one thing that happened in a carrier, a programme or a company's year. One person records it, another approves it; it is
/// effective-dated, known from its approval on, and never changed afterwards: what is stated today is what the entries add up to.
/// </summary>
public sealed class RegistryEntry
{
#pragma warning disable CS8618 // The mapper fills every property when it reads a stored entry.
    private RegistryEntry()
    {
    }
#pragma warning restore CS8618

    /// <summary>Identity.</summary>
    public RegistryEntryId Id { get; private set; }

    /// <summary>The books.</summary>
    public NodeId MotherFund { get; private set; }

    /// <summary>Code of the carrier, programme or company that it speaks of.</summary>
    public string Subject { get; private set; }

    /// <summary>First day on which it holds.</summary>
    public DateOnly EffectiveFrom { get; private set; }

    /// <summary>What happened.</summary>
    public RegistryEvent Event { get; private set; }

    /// <summary>Where it comes from.</summary>
    public Provenance Provenance { get; private set; }

    /// <summary>Fields of a reported entry that are invented all the same.</summary>
    public string InventedFields { get; private set; }

    /// <summary>What proves it, or where it is printed.</summary>
    public string Source { get; private set; }

    /// <summary>The paper behind it.</summary>
    public DocumentId? Document { get; private set; }

    /// <summary>State.</summary>
    public EntryState State { get; private set; }

    /// <summary>Who recorded it.</summary>
    public string RecordedBy { get; private set; }

    /// <summary>When it was recorded.</summary>
    public Stamp RecordedAt { get; private set; }

    /// <summary>Who approved, rejected or withdrew it; null while pending.</summary>
    public string? DecidedBy { get; private set; }

    /// <summary>When it was decided; an approved entry is known from then on.</summary>
    public Stamp? DecidedAt { get; private set; }

    /// <summary>Why it was rejected; else empty.</summary>
    public string Reason { get; private set; }

    /// <summary>Concurrency version.</summary>
    public int Version { get; private set; }

    /// <summary>Where it comes from.</summary>
    public EntryOrigin Origin => new(Provenance, InventedFields, Source, Document);

    /// <summary>Records an entry; nothing counts it yet.</summary>
    /// <param name="id">Identity.</param>
    /// <param name="motherFund">The books.</param>
    /// <param name="happened">What happened.</param>
    /// <param name="on">First day on which it holds.</param>
    /// <param name="origin">Where it comes from.</param>
    /// <param name="by">Who records.</param>
    /// <param name="at">When.</param>
    public static RegistryEntry Record(
        RegistryEntryId id, NodeId motherFund, RegistryEvent happened, DateOnly on, EntryOrigin origin, string by, Stamp at) => new()
    {
        Id = id, MotherFund = motherFund, Subject = happened.Subject, EffectiveFrom = on, Event = happened, Provenance = origin.Provenance,
        InventedFields = origin.InventedFields, Source = origin.Source, Document = origin.Document, State = EntryState.Pending, RecordedBy = by,
        RecordedAt = at, Reason = "",
    };

    /// <summary>An entry that stands from the start: of an import that another person approved, or of opening balances.</summary>
    /// <param name="id">Identity.</param>
    /// <param name="motherFund">The books.</param>
    /// <param name="happened">What happened.</param>
    /// <param name="on">First day on which it holds.</param>
    /// <param name="origin">Where it comes from.</param>
    /// <param name="signed">Who recorded and who approved.</param>
    /// <param name="at">When both.</param>
    public static RegistryEntry Stand(
        RegistryEntryId id, NodeId motherFund, RegistryEvent happened, DateOnly on, EntryOrigin origin, Signatures signed, Stamp at)
    {
        var entry = Record(id, motherFund, happened, on, origin, signed.RecordedBy, at);
        entry.Decide(EntryState.Approved, signed.ApprovedBy, at, "");
        return entry;
    }

    /// <summary>Approves it.</summary>
    /// <param name="by">Somebody else than who recorded.</param>
    /// <param name="at">When; later than every approval of the same books before.</param>
    public Result<Done> Approve(string by, Stamp at) => MayDecide(by).Map(done =>
    {
        Decide(EntryState.Approved, by, at, "");
        return done;
    });

    /// <summary>Turns it down.</summary>
    /// <returns>Done, or a refusal: not pending, the same person, or no reason given.</returns>
    public Result<Done> Reject(string by, Stamp at, string reason) => MayDecide(by).Then<Done>(done =>
    {
        if (string.IsNullOrWhiteSpace(reason)) return LedgerErrors.ReasonMissing();
        Decide(EntryState.Rejected, by, at, reason);
        return done;
    });

    /// <summary>Takes it back before it is decided; only who recorded it may.</summary>
    public Result<Done> Withdraw(string by, Stamp at)
    {
        if (State != EntryState.Pending) return ApprovalErrors.NotPending();
        if (!string.Equals(by, RecordedBy, StringComparison.OrdinalIgnoreCase)) return ApprovalErrors.NotYours(RecordedBy);
        Decide(EntryState.Withdrawn, by, at, "");
        return Done.Value;
    }

    private Result<Done> MayDecide(string by)
    {
        if (State != EntryState.Pending) return ApprovalErrors.NotPending();
        return string.Equals(by, RecordedBy, StringComparison.OrdinalIgnoreCase) ? ApprovalErrors.SamePerson(by) : Done.Value;
    }

    private void Decide(EntryState state, string by, Stamp at, string reason) =>
        (State, DecidedBy, DecidedAt, Reason, Version) = (state, by, at, reason, Version + 1);
}
