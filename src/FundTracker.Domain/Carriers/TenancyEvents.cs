using FundTracker.Domain.Registry;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Carriers;

/// <summary>An enterprise, project or institute signs for a carrier.</summary>
/// <param name="Code">Code of the tenancy, unique in the books.</param>
/// <param name="Carrier">Code of the carrier.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name.</param>
/// <param name="Company">Code of the company of the books that it is; null where our funds do not know it.</param>
/// <param name="SquareMetres">Floor that it will take, m²; null where not agreed.</param>
public sealed record TenantSigned(
    string Code, string Carrier, TenantKind Kind, BilingualName Name, string? Company, decimal? SquareMetres) : RegistryEvent
{
    /// <inheritdoc/>
    public override string Subject => Carrier;

    internal override Result<Done> Judge(RegistryState before, IRegistryMembers members, DateOnly on)
    {
        if (before.Tenancies.ContainsKey(Code)) return CarrierErrors.TenancyExists(Code);
        if (!before.Carriers.ContainsKey(Carrier)) return CarrierErrors.Unknown(Carrier, on);
        if (Company is not null && !members.IsCompany(Company)) return CarrierErrors.CompanyUnknown(Company);
        return SquareMetres < 0 ? CarrierErrors.AreaNegative(SquareMetres.Value) : Done.Value;
    }

    internal override void Apply(RegistryState state, RegistryEntry entry) => state.Keep(new Tenancy(this, entry));
}

/// <summary>A tenant settles, produces, or leaves.</summary>
/// <param name="Carrier">Code of the carrier.</param>
/// <param name="Tenancy">Code of the tenancy.</param>
/// <param name="Stage">How far it has come.</param>
/// <param name="SquareMetres">Floor that it takes from then on, m²; null where that did not change.</param>
/// <param name="Reason">Why; needed where it goes back or leaves.</param>
public sealed record TenantMoved(string Carrier, string Tenancy, TenancyStage Stage, decimal? SquareMetres, string Reason) : RegistryEvent
{
    /// <inheritdoc/>
    public override string Subject => Carrier;

    internal override Result<Done> Judge(RegistryState before, IRegistryMembers members, DateOnly on)
    {
        if (!before.Tenancies.TryGetValue(Tenancy, out var tenancy) || tenancy.Carrier != Carrier) return CarrierErrors.TenancyUnknown(Tenancy, on);
        if (tenancy.Stage == TenancyStage.Left) return CarrierErrors.HasLeft(Tenancy, tenancy.Since(TenancyStage.Left)!.Value);
        if (Stage < tenancy.Stage && Reason.Length == 0) return CarrierErrors.StageBack(tenancy.Stage, Stage);
        if (Stage == TenancyStage.Left && Reason.Length == 0) return CarrierErrors.LeftWithoutReason(Tenancy);
        if (SquareMetres < 0) return CarrierErrors.AreaNegative(SquareMetres.Value);
        return Stage is TenancyStage.Settled or TenancyStage.Producing ? JudgePlace(before, tenancy) : Done.Value;
    }

    internal override void Apply(RegistryState state, RegistryEntry entry) =>
        state.Tenancies[Tenancy].Take(new TenancyStep(Stage, SquareMetres, Reason, entry));

    /// <summary>A company sits in one carrier at a time, and a carrier holds no more than it has.</summary>
    private Result<Done> JudgePlace(RegistryState before, Tenancy tenancy)
    {
        var elsewhere = tenancy.Company is null
            ? null
            : before.Tenancies.Values.FirstOrDefault(other => other.Code != Tenancy && other.Company == tenancy.Company && other.IsIn);
        if (elsewhere is not null)
            return CarrierErrors.InTwoCarriers(tenancy.Company!, elsewhere.Carrier, elsewhere.Since(elsewhere.Stage)!.Value, Carrier);
        var others = before.TenanciesOf(Carrier).Where(other => other.Code != Tenancy).Sum(other => other.Occupied);
        var taken = others + (SquareMetres ?? tenancy.Floor ?? 0);
        return before.Carriers[Carrier].Extent.LettableSquareMetres is { } there && taken > there
            ? CarrierErrors.Overfilled(Carrier, taken, there)
            : Done.Value;
    }
}
