using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Registry;

/// <summary>What may happen in a carrier, a programme, a company's year or a decision's record. Each kind of event knows its own rules and its own effect.</summary>
public abstract record RegistryEvent
{
    /// <summary>Code of the carrier, programme or company that it speaks of.</summary>
    public abstract string Subject { get; }

    /// <summary>Whether it may happen.</summary>
    /// <param name="before">Everything as it stands just before.</param>
    /// <param name="members">Who stands in the books.</param>
    /// <param name="on">The day on which it happens.</param>
    internal abstract Result<Done> Judge(RegistryState before, IRegistryMembers members, DateOnly on);

    /// <summary>Takes effect; it was judged before.</summary>
    internal abstract void Apply(RegistryState state, RegistryEntry entry);
}

/// <summary>What events ask of the books.</summary>
public interface IRegistryMembers
{
    /// <summary>Whether there is a company of a code.</summary>
    bool IsCompany(string code);

    /// <summary>Whether there is a fund of a code, the mother fund included.</summary>
    bool IsFund(string code);
}

/// <summary>An entry is taken back: it counts no more, as known from then on.</summary>
/// <param name="About">Code of the carrier, programme or company that the entry spoke of.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Why">Why.</param>
public sealed record EntryTakenBack(string About, RegistryEntryId Entry, string Why) : RegistryEvent
{
    /// <inheritdoc/>
    public override string Subject => About;

    /// <summary>Whether it may be taken back is judged by <see cref="RegistryJournal"/>, which knows the entries.</summary>
    internal override Result<Done> Judge(RegistryState before, IRegistryMembers members, DateOnly on) => Done.Value;

    /// <summary>The entry is left out of the replay; there is nothing else to do.</summary>
    internal override void Apply(RegistryState state, RegistryEntry entry)
    {
    }
}

/// <summary>A number that somebody printed or stated without the records behind it: 27 projects, 409 of 450 tasks.</summary>
/// <param name="About">Code of the carrier or programme.</param>
/// <param name="Key">What tells it from other figures of the same subject; stated again it replaces the earlier one from its day on.</param>
/// <param name="Label">What it counts.</param>
/// <param name="Value">The number; not below zero.</param>
/// <param name="Unit">Its unit; null where it counts what the label says.</param>
/// <param name="IsAtLeast">Whether the source says "more than" or writes a plus behind it.</param>
/// <param name="Total">Of how many, where it is a part; not below <paramref name="Value"/>.</param>
/// <param name="IsCapacity">Whether it is what a carrier can produce or hold when it is full.</param>
public sealed record FigureStated(
    string About, string Key, BilingualName Label, decimal Value, BilingualName? Unit, bool IsAtLeast, decimal? Total, bool IsCapacity) : RegistryEvent
{
    /// <inheritdoc/>
    public override string Subject => About;

    /// <summary>Share of the total, where it is a part of one.</summary>
    public Percentage? Share => Total is > 0 ? Percentage.FromFraction(Value / Total.Value) : null;

    internal override Result<Done> Judge(RegistryState before, IRegistryMembers members, DateOnly on)
    {
        if (!before.Carriers.ContainsKey(About) && !before.Programmes.ContainsKey(About)) return RegistryErrors.SubjectUnknown(About, on);
        if (Value < 0 || Total < 0) return RegistryErrors.FigureNegative(Label, Value < 0 ? Value : Total!.Value);
        return Total < Value ? RegistryErrors.FigureAboveTotal(Label, Value, Total.Value) : Done.Value;
    }

    internal override void Apply(RegistryState state, RegistryEntry entry) => state.Keep(new StatedFigure(this, entry));
}

/// <summary>A stated figure with the entry that stated it.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Entry">The entry.</param>
public sealed record StatedFigure(FigureStated Figure, RegistryEntry Entry);
