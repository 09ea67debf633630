using FundTracker.Domain.Registry;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Carriers;

/// <summary>A step of a tenant with the entry that stated it.</summary>
/// <param name="Stage">How far it has come.</param>
/// <param name="SquareMetres">Floor that it takes from then on; null where not stated.</param>
/// <param name="Reason">Why it went back or left; else empty.</param>
/// <param name="Entry">The entry.</param>
public sealed record TenancyStep(TenancyStage Stage, decimal? SquareMetres, string Reason, RegistryEntry Entry);

/// <summary>入驻: an enterprise, project or institute in a carrier, from signed to settled to producing, as it stands after some entries.</summary>
public sealed class Tenancy
{
    private readonly List<TenancyStep> steps = [];

    internal Tenancy(TenantSigned signed, RegistryEntry entry)
    {
        (Code, Carrier, Kind, Name, Company) = (signed.Code, signed.Carrier, signed.Kind, signed.Name, signed.Company);
        Take(new TenancyStep(TenancyStage.Signed, signed.SquareMetres, "", entry));
    }

    /// <summary>Code, unique among tenancies of the books.</summary>
    public string Code { get; }

    /// <summary>Code of the carrier.</summary>
    public string Carrier { get; }

    /// <summary>What came in.</summary>
    public TenantKind Kind { get; }

    /// <summary>Name.</summary>
    public BilingualName Name { get; }

    /// <summary>Code of the company of the books that it is; null where our funds do not know it.</summary>
    public string? Company { get; }

    /// <summary>Its steps in order; the first is the signing.</summary>
    public IReadOnlyList<TenancyStep> Steps => steps;

    /// <summary>How far it has come.</summary>
    public TenancyStage Stage => steps[^1].Stage;

    /// <summary>Whether it sits there: settled or producing.</summary>
    public bool IsIn => Stage is TenancyStage.Settled or TenancyStage.Producing;

    /// <summary>Floor that it takes, m²: what was stated last, and nothing before it is in.</summary>
    public decimal Occupied => IsIn ? Floor ?? 0 : 0;

    /// <summary>Floor as stated last, m²; null where it never was.</summary>
    public decimal? Floor => steps.LastOrDefault(step => step.SquareMetres is not null)?.SquareMetres;

    /// <summary>First day of a stage, the latest time that it came there; null where it never did.</summary>
    public DateOnly? Since(TenancyStage stage) => steps.LastOrDefault(step => step.Stage == stage)?.Entry.EffectiveFrom;

    internal void Take(TenancyStep step) => steps.Add(step);
}
