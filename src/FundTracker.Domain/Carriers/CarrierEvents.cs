using FundTracker.Domain.Registry;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Carriers;

/// <summary>A carrier enters the registry.</summary>
/// <param name="Code">Code, unique among carriers and programmes.</param>
/// <param name="Name">Name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="District">The district where that is another than the fund's own; null for the fund's own.</param>
/// <param name="Parent">Code of the carrier that it is part of, or null.</param>
/// <param name="Extent">How large it is and how far it has come.</param>
public sealed record CarrierOpened(
    string Code, BilingualName Name, CarrierKind Kind, BilingualName? District, string? Parent, CarrierExtent Extent) : RegistryEvent
{
    /// <inheritdoc/>
    public override string Subject => Code;

    internal override Result<Done> Judge(RegistryState before, IRegistryMembers members, DateOnly on)
    {
        if (before.Carriers.ContainsKey(Code) || before.Programmes.ContainsKey(Code)) return CarrierErrors.Exists(Code);
        if (Parent is not null && !before.Carriers.ContainsKey(Parent)) return CarrierErrors.Unknown(Parent, on);
        return CarrierRules.Judge(Extent);
    }

    internal override void Apply(RegistryState state, RegistryEntry entry) => state.Keep(new Carrier(this, entry));
}

/// <summary>A carrier's extent is stated anew.</summary>
/// <param name="Carrier">Code of the carrier.</param>
/// <param name="Extent">All of it; what is left out is not stated any more.</param>
/// <param name="Reason">Why; needed where the status goes back.</param>
public sealed record CarrierStated(string Carrier, CarrierExtent Extent, string Reason) : RegistryEvent
{
    /// <inheritdoc/>
    public override string Subject => Carrier;

    internal override Result<Done> Judge(RegistryState before, IRegistryMembers members, DateOnly on)
    {
        if (!before.Carriers.TryGetValue(Carrier, out var carrier)) return CarrierErrors.Unknown(Carrier, on);
        if (Extent.Status < carrier.Extent.Status && Reason.Length == 0) return CarrierErrors.StatusBack(carrier.Extent.Status, Extent.Status);
        var taken = before.TenanciesOf(Carrier).Sum(tenancy => tenancy.Occupied);
        return CarrierRules.Judge(Extent).Then<Done>(done => Extent.LettableSquareMetres < taken
            ? CarrierErrors.Overfilled(Carrier, taken, Extent.LettableSquareMetres.Value)
            : done);
    }

    internal override void Apply(RegistryState state, RegistryEntry entry) =>
        state.Carriers[Carrier].Take(new CarrierStep(Extent, Reason, entry));
}

/// <summary>What holds of every extent.</summary>
internal static class CarrierRules
{
    public static Result<Done> Judge(CarrierExtent extent)
    {
        if (extent.AreaMu < 0) return CarrierErrors.AreaNegative(extent.AreaMu.Value);
        return extent.LettableSquareMetres < 0 ? CarrierErrors.AreaNegative(extent.LettableSquareMetres.Value) : Done.Value;
    }
}
