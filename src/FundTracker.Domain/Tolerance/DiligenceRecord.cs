using FundTracker.Domain.Registry;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Tolerance;

/// <summary>Whether a record stood before a decision was taken.</summary>
public enum DutyState : byte
{
    /// <summary>无记录 nothing is on record.</summary>
    None = 1,

    /// <summary>事后补录 on record, but dated or approved after the day of the decision.</summary>
    After = 2,

    /// <summary>事前已备 dated and approved no later than the day of the decision, and no later than its money.</summary>
    Before = 3,
}

/// <summary>A version of a record.</summary>
/// <param name="Content">What it says.</param>
/// <param name="Entry">The entry that brought it: its day, who recorded and who approved it.</param>
public sealed record DiligenceVersion(DiligenceRecorded Content, RegistryEntry Entry)
{
    /// <summary>Whether it stood at the end of a day: dated no later, and approved no later.</summary>
    public bool StoodOn(DateOnly day) => Entry.EffectiveFrom <= day && Entry.DecidedAt <= Stamp.EndOf(day);
}

/// <summary>尽职调查记录: what was known of one decision, version by version.</summary>
public sealed class DiligenceRecord
{
    private readonly List<DiligenceVersion> versions = [];

    internal DiligenceRecord(string holder, string investee, DateOnly decidedOn) => (Holder, Investee, DecidedOn) = (holder, investee, decidedOn);

    /// <summary>Code of the fund that decides.</summary>
    public string Holder { get; }

    /// <summary>Code of the company, or of the fund that it commits to.</summary>
    public string Investee { get; }

    /// <summary>Day of the decision.</summary>
    public DateOnly DecidedOn { get; }

    /// <summary>Versions by their day, then by approval; at least one.</summary>
    public IReadOnlyList<DiligenceVersion> Versions => versions;

    /// <summary>The version that those who decided had before them; null where none stood by then.</summary>
    public DiligenceVersion? AtDecision => versions.LastOrDefault(version => version.StoodOn(DecidedOn));

    /// <summary>Whether the duty was done before the decision.</summary>
    public DutyState Duty => AtDecision is null ? DutyState.After : DutyState.Before;

    internal void Take(DiligenceVersion version) => versions.Add(version);
}
