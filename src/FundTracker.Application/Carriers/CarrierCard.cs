using FundTracker.Analytics.Registry;
using FundTracker.Application.Registry;
using FundTracker.Domain.Carriers;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Registry;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Carriers;

/// <summary>A carrier as people read it.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="District">The district where that is another than the fund's own; null for the fund's own.</param>
/// <param name="Parent">Code of the carrier that it is part of, or null.</param>
/// <param name="AreaMu">Ground in mu; null where not stated.</param>
/// <param name="AreaWithPartsMu">Ground of it and of its parts, where each stands for itself; null where none is stated.</param>
/// <param name="LettableSquareMetres">Floor that tenants can take, m²; null where not stated.</param>
/// <param name="Occupancy">Floor taken of the floor that it and its parts have.</param>
/// <param name="Signed">Tenants that have signed and have not settled, those of its parts included.</param>
/// <param name="Settled">Tenants that have settled and do not produce yet.</param>
/// <param name="Producing">Tenants that produce.</param>
/// <param name="Left">Tenants that have left.</param>
/// <param name="Figures">Numbers that are known without the records behind them.</param>
/// <param name="IsIllustrative">Whether anything that is stated of it is invented.</param>
public sealed record CarrierCard(
    string Code, BilingualName Name, CarrierKind Kind, CarrierStatus Status, BilingualName? District, string? Parent, decimal? AreaMu,
    decimal? AreaWithPartsMu, decimal? LettableSquareMetres, Figure<Percentage> Occupancy, int Signed, int Settled, int Producing, int Left,
    IReadOnlyList<StatedCard> Figures, bool IsIllustrative)
{
    internal static CarrierCard Of(RegistryState state, Carrier carrier)
    {
        var all = state.WithParts(carrier);
        var tenants = all.SelectMany(part => state.TenanciesOf(part.Code)).ToLookup(tenancy => tenancy.Stage);
        var areas = all.Select(part => part.Extent.AreaMu).OfType<decimal>().ToList();
        return new CarrierCard(
            carrier.Code, carrier.Name, carrier.Kind, carrier.Extent.Status, carrier.District, carrier.Parent, carrier.Extent.AreaMu,
            areas.Count == 0 ? null : areas.Sum(), carrier.Extent.LettableSquareMetres, Analytics.Registry.Occupancy.OfCarrier(state, carrier),
            tenants[TenancyStage.Signed].Count(), tenants[TenancyStage.Settled].Count(), tenants[TenancyStage.Producing].Count(),
            tenants[TenancyStage.Left].Count(), StatedCard.Of(state, carrier.Code),
            carrier.Entry.Origin.IsIllustrative || carrier.Steps[^1].Entry.Origin.IsIllustrative);
    }
}

/// <summary>A tenant as people read it.</summary>
/// <param name="Code">Code of the tenancy.</param>
/// <param name="Carrier">Code of the carrier.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Company">Code of the company of the books that it is, or null.</param>
/// <param name="Stage">How far it has come.</param>
/// <param name="Signed">Day of the signing.</param>
/// <param name="Settled">First day on which it sat there, or null.</param>
/// <param name="Producing">First day on which it produced, or null.</param>
/// <param name="Left">Day on which it left, or null.</param>
/// <param name="Floor">Floor, m², as stated last; null where it never was.</param>
/// <param name="IsIllustrative">Whether anything that is stated of it is invented.</param>
public sealed record TenantCard(
    string Code, string Carrier, BilingualName Name, TenantKind Kind, string? Company, TenancyStage Stage, DateOnly? Signed, DateOnly? Settled,
    DateOnly? Producing, DateOnly? Left, decimal? Floor, bool IsIllustrative)
{
    internal static TenantCard Of(Tenancy tenancy) => new(
        tenancy.Code, tenancy.Carrier, tenancy.Name, tenancy.Kind, tenancy.Company, tenancy.Stage, tenancy.Since(TenancyStage.Signed),
        tenancy.Since(TenancyStage.Settled), tenancy.Since(TenancyStage.Producing), tenancy.Since(TenancyStage.Left), tenancy.Floor,
        tenancy.Steps.Any(step => step.Entry.Origin.IsIllustrative));
}
