using FundTracker.Domain.Registry;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Carriers;

/// <summary>How large a carrier is and how far it has come.</summary>
/// <param name="Status">How far it has come.</param>
/// <param name="AreaMu">占地 ground in mu (亩, 666.67 m²); null where not stated.</param>
/// <param name="LettableSquareMetres">可供面积 floor that tenants can take, m², without that of its parts; null where not stated.</param>
public sealed record CarrierExtent(CarrierStatus Status, decimal? AreaMu, decimal? LettableSquareMetres);

/// <summary>An extent with the entry that stated it.</summary>
/// <param name="Extent">The extent.</param>
/// <param name="Reason">Why the status went back, where it did; else empty.</param>
/// <param name="Entry">The entry.</param>
public sealed record CarrierStep(CarrierExtent Extent, string Reason, RegistryEntry Entry);

/// <summary>创新载体: a park, station or computing centre as it stands after some entries.</summary>
public sealed class Carrier
{
    private readonly List<CarrierStep> steps = [];

    internal Carrier(CarrierOpened opened, RegistryEntry entry)
    {
        (Code, Name, Kind, District, Parent, Entry) = (opened.Code, opened.Name, opened.Kind, opened.District, opened.Parent, entry);
        Take(new CarrierStep(opened.Extent, "", entry));
    }

    /// <summary>Code, unique among the carriers of the books.</summary>
    public string Code { get; }

    /// <summary>Name.</summary>
    public BilingualName Name { get; }

    /// <summary>What it is.</summary>
    public CarrierKind Kind { get; }

    /// <summary>The district where that is another than the fund's own; null for the fund's own.</summary>
    public BilingualName? District { get; }

    /// <summary>Code of the carrier that it is part of; null where it stands alone.</summary>
    public string? Parent { get; }

    /// <summary>The entry that brought it.</summary>
    public RegistryEntry Entry { get; }

    /// <summary>What was stated of it, in order; never empty.</summary>
    public IReadOnlyList<CarrierStep> Steps => steps;

    /// <summary>Its extent now.</summary>
    public CarrierExtent Extent => steps[^1].Extent;

    /// <summary>Whether it lies in the fund's own district.</summary>
    public bool IsOwn => District is null;

    internal void Take(CarrierStep step) => steps.Add(step);
}
