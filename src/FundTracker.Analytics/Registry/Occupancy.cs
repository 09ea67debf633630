using FundTracker.Domain.Carriers;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Registry;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Registry;

/// <summary>
/// 载体入驻率: floor taken by tenants that have settled or produce, over the floor that live carriers have. A carrier's floor is its own,
/// without that of its parts, so that nothing counts twice; carriers that state no floor count on neither side.
/// </summary>
public static class Occupancy
{
    /// <summary>Occupancy of the carriers of the fund's own district.</summary>
    /// <param name="state">The registry on the day.</param>
    /// <param name="id">Makes the address of a figure from its formula.</param>
    public static Figure<Percentage> OfDistrict(RegistryState state, Func<string, FigureId> id) =>
        Of(state, [.. state.Carriers.Values.Where(carrier => carrier.IsOwn).OrderBy(carrier => carrier.Code, StringComparer.Ordinal)], id);

    /// <summary>Occupancy of a carrier with all that are part of it.</summary>
    public static Figure<Percentage> OfCarrier(RegistryState state, Carrier carrier) =>
        Of(state, state.WithParts(carrier), formula => new FigureId($"registry.{formula}", carrier.Code));

    private static Figure<Percentage> Of(RegistryState state, IReadOnlyList<Carrier> carriers, Func<string, FigureId> id)
    {
        var counted = carriers.Where(carrier => carrier.Extent is { Status: CarrierStatus.Live, LettableSquareMetres: > 0 }).ToList();
        var tenants = counted.SelectMany(carrier => state.TenanciesOf(carrier.Code)).Where(tenancy => tenancy.Occupied > 0).ToList();
        var taken = Area(id("carrierTaken"), tenants.Sum(tenancy => tenancy.Occupied), [.. tenants.Select(Input)]);
        var there = Area(id("carrierLettable"), counted.Sum(carrier => carrier.Extent.LettableSquareMetres!.Value), [.. counted.Select(Input)]);
        var trail = Trail.Of(new FigureInput("numerator", taken), new FigureInput("denominator", there));
        return counted.Count == 0
            ? Figure<Percentage>.None(id("carrierOccupancy"), FigureReasons.NoFloor(), trail)
            : Figure<Percentage>.Of(id("carrierOccupancy"), Percentage.FromFraction(taken.Require().Value / there.Require().Value), trail);
    }

    private static Figure<Quantity> Area(FigureId id, decimal squareMetres, IReadOnlyList<TrailInput> inputs) =>
        Figure<Quantity>.Of(id, Quantity.Of(squareMetres, QuantityUnit.SquareMetres), Trail.Of(inputs));

    private static RegistryInput Input(Tenancy tenancy)
    {
        var stated = tenancy.Steps.Last(step => step.SquareMetres is not null);
        return new RegistryInput("tenancy", tenancy.Name, Quantity.Of(tenancy.Occupied, QuantityUnit.SquareMetres), stated.Entry);
    }

    private static RegistryInput Input(Carrier carrier) => new RegistryInput(
        "carrier", carrier.Name, Quantity.Of(carrier.Extent.LettableSquareMetres!.Value, QuantityUnit.SquareMetres), carrier.Steps[^1].Entry);
}
