using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Registry;

/// <summary>
/// Entries in the order in which they count: by day, then by approval. What is new is judged at its own place in that order, and so is
/// everything after it: an entry that comes in late may not make a later one wrong.
/// </summary>
public sealed class RegistryJournal
{
    private readonly IRegistryMembers members;
    private readonly List<RegistryEntry> entries;
    private readonly HashSet<RegistryEntryId> taken;
    private RegistryState latest;

    /// <summary>A journal.</summary>
    /// <param name="entries">Entries that count, in any order.</param>
    /// <param name="members">Who stands in the books.</param>
    public RegistryJournal(IEnumerable<RegistryEntry> entries, IRegistryMembers members)
    {
        this.members = members;
        this.entries = [.. InOrder(entries)];
        taken = TakenBack(this.entries);
        latest = Replay(this.entries.Where(Counts));
    }

    /// <summary>Everything as the last entry leaves it.</summary>
    public RegistryState Latest => latest;

    /// <summary>Everything as it stood on a day, as known at an instant.</summary>
    /// <param name="entries">Entries in any order and state.</param>
    /// <param name="asOf">Effective day, counted.</param>
    /// <param name="knownAt">Instant, counted.</param>
    public static RegistryState On(IEnumerable<RegistryEntry> entries, DateOnly asOf, Stamp knownAt)
    {
        var known = entries.Where(entry => entry.State == EntryState.Approved && entry.DecidedAt <= knownAt).ToList();
        var gone = TakenBack(known);
        return Replay(InOrder(known.Where(entry => entry.EffectiveFrom <= asOf && !gone.Contains(entry.Id))));
    }

    /// <summary>Everything as it stands on a day.</summary>
    public RegistryState On(DateOnly day) => Replay(entries.Where(entry => entry.EffectiveFrom <= day && Counts(entry)));

    /// <summary>Judges an entry and takes it in.</summary>
    /// <returns>Done, or why it is refused; then nothing was taken in.</returns>
    public Result<Done> Add(RegistryEntry entry)
    {
        if (entry.Event is EntryTakenBack back) return TakeBack(back);
        if (entries.Count == 0 || Comparer.Compare(entries[^1], entry) < 0)
        {
            var judged = entry.Event.Judge(latest, members, entry.EffectiveFrom);
            if (judged.IsSuccess)
            {
                entry.Event.Apply(latest, entry);
                entries.Add(entry);
            }

            return judged;
        }

        var ordered = InOrder(entries.Append(entry)).ToList();
        return JudgeFrom(ordered.IndexOf(entry), ordered).Map(state =>
        {
            entries.Clear();
            entries.AddRange(ordered);
            latest = state;
            return Done.Value;
        });
    }

    private static IComparer<RegistryEntry> Comparer { get; } = Comparer<RegistryEntry>.Create((one, other) =>
        (one.EffectiveFrom, Known(one), one.Id.Value).CompareTo((other.EffectiveFrom, Known(other), other.Id.Value)));

    private static long Known(RegistryEntry entry) => (entry.DecidedAt ?? Stamp.Max).UnixMicroseconds;

    private static IEnumerable<RegistryEntry> InOrder(IEnumerable<RegistryEntry> entries) => entries.Order(Comparer);

    private static HashSet<RegistryEntryId> TakenBack(IEnumerable<RegistryEntry> entries) =>
        [.. entries.Select(entry => entry.Event).OfType<EntryTakenBack>().Select(back => back.Entry)];

    private static RegistryState Replay(IEnumerable<RegistryEntry> ordered)
    {
        var state = new RegistryState();
        foreach (var entry in ordered) entry.Event.Apply(state, entry);
        return state;
    }

    private bool Counts(RegistryEntry entry) => !taken.Contains(entry.Id);

    private Result<Done> TakeBack(EntryTakenBack back)
    {
        if (back.Why.Length == 0) return RegistryErrors.ReasonMissing();
        var place = entries.FindIndex(other => other.Id == back.Entry && Counts(other) && other.Event is not EntryTakenBack);
        if (place < 0) return RegistryErrors.NothingToTakeBack(back.Entry);
        taken.Add(back.Entry);
        var judged = JudgeFrom(place, entries);
        if (!judged.IsSuccess)
        {
            taken.Remove(back.Entry);
            return RegistryErrors.RestsOn(back.Entry, entries[place].EffectiveFrom);
        }

        latest = judged.Value;
        return Done.Value;
    }

    /// <summary>Replays entries in order and judges those from a place on.</summary>
    private Result<RegistryState> JudgeFrom(int first, IReadOnlyList<RegistryEntry> ordered)
    {
        var state = new RegistryState();
        for (var i = 0; i < ordered.Count; i++)
        {
            if (!Counts(ordered[i])) continue;
            if (i >= first && ordered[i].Event.Judge(state, members, ordered[i].EffectiveFrom) is { IsSuccess: false } refused)
                return Result<RegistryState>.Refused(refused.Errors);
            ordered[i].Event.Apply(state, ordered[i]);
        }

        return state;
    }
}
