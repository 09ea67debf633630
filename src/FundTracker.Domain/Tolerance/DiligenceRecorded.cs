using FundTracker.Domain.Registry;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Tolerance;

/// <summary>
/// What was known of a decision is put on record, as of the day of the entry. Recorded again for the same decision it adds a version; the
/// earlier ones stay as they are.
/// </summary>
/// <param name="Holder">Code of the fund that decides.</param>
/// <param name="Investee">Code of the company, or of the fund that it commits to.</param>
/// <param name="DecidedOn">The day of the decision; may still lie ahead.</param>
/// <param name="Known">What was known.</param>
/// <param name="KnownBy">Who found it out, by role or body.</param>
/// <param name="Checks">Every item of the list with its answer.</param>
/// <param name="Documents">Papers behind it; may be none.</param>
public sealed record DiligenceRecorded(
    string Holder, string Investee, DateOnly DecidedOn, string Known, string KnownBy, IReadOnlyList<DiligenceCheck> Checks,
    IReadOnlyList<DocumentId> Documents) : RegistryEvent
{
    /// <inheritdoc/>
    public override string Subject => Investee;

    /// <summary>How many items have an answer.</summary>
    public int Count(DiligenceAnswer answer) => Checks.Count(check => check.Answer == answer);

    /// <summary>Two records are the same where all that they say is, item by item.</summary>
    public bool Equals(DiligenceRecorded? other) =>
        other is not null && (Holder, Investee, DecidedOn, Known, KnownBy) == (other.Holder, other.Investee, other.DecidedOn, other.Known, other.KnownBy)
        && Checks.SequenceEqual(other.Checks) && Documents.SequenceEqual(other.Documents);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Holder, Investee, DecidedOn, Known);

    internal override Result<Done> Judge(RegistryState before, IRegistryMembers members, DateOnly on)
    {
        if (!members.IsFund(Holder)) return ToleranceErrors.HolderUnknown(Holder);
        var isFund = members.IsFund(Investee);
        if (Holder == Investee || (!isFund && !members.IsCompany(Investee))) return ToleranceErrors.InvesteeUnknown(Investee);
        if (Known.Length == 0) return ToleranceErrors.NothingKnown(Investee);
        var asked = isFund ? DiligenceItems.OfCommitment : DiligenceItems.OfInvestment;
        foreach (var check in Checks)
        {
            if (!asked.Contains(check.Item)) return ToleranceErrors.ItemNotAsked(check.Item);
            if (Checks.Count(other => other.Item == check.Item) > 1) return ToleranceErrors.ItemTwice(check.Item);
            if (check.Answer == DiligenceAnswer.No && check.Note.Length == 0) return ToleranceErrors.NoteMissing(check.Item);
        }

        foreach (var item in asked)
            if (Checks.All(check => check.Item != item)) return ToleranceErrors.ItemUnanswered(item);
        return Done.Value;
    }

    internal override void Apply(RegistryState state, RegistryEntry entry) => state.Add(this, entry);
}
