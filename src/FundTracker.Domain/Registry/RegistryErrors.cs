using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Registry;

/// <summary>Refusals that hold for entries of every kind.</summary>
public static class RegistryErrors
{
    /// <summary>Nothing is registered before it has happened.</summary>
    public static DomainError InFuture(DateOnly on, DateOnly today) => new("registry.inFuture", ("on", on), ("today", today));

    /// <summary>There is no carrier or programme of the code on the day.</summary>
    public static DomainError SubjectUnknown(string code, DateOnly on) => new("registry.subjectUnknown", ("code", code), ("on", on));

    /// <summary>A stated figure is below zero.</summary>
    public static DomainError FigureNegative(BilingualName label, decimal value) => new("registry.figureNegative", ("label", label.Zh), ("value", value));

    /// <summary>A part is larger than its whole.</summary>
    public static DomainError FigureAboveTotal(BilingualName label, decimal value, decimal total) =>
        new("registry.figureAboveTotal", ("label", label.Zh), ("value", value), ("total", total));

    /// <summary>No such entry counts: it was never approved, or was taken back before.</summary>
    public static DomainError NothingToTakeBack(RegistryEntryId entry) => new("registry.nothingToTakeBack", ("entry", entry.ToString()));

    /// <summary>Taking back needs a reason.</summary>
    public static DomainError ReasonMissing() => new("registry.reasonMissing");

    /// <summary>What happened later rests on the entry.</summary>
    public static DomainError RestsOn(RegistryEntryId entry, DateOnly later) =>
        new("registry.restsOn", ("entry", entry.ToString()), ("later", later));
}
