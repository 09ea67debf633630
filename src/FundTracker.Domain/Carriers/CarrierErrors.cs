using FundTracker.Domain.Results;

namespace FundTracker.Domain.Carriers;

/// <summary>Refusals of carriers and tenants.</summary>
public static class CarrierErrors
{
    /// <summary>A carrier or programme has the code already.</summary>
    public static DomainError Exists(string code) => new("carrier.exists", ("code", code));

    /// <summary>No carrier of the code on the day.</summary>
    public static DomainError Unknown(string code, DateOnly on) => new("carrier.unknown", ("code", code), ("on", on));

    /// <summary>An area below zero.</summary>
    public static DomainError AreaNegative(decimal area) => new("carrier.areaNegative", ("area", area));

    /// <summary>The status goes back and nobody says why.</summary>
    public static DomainError StatusBack(CarrierStatus from, CarrierStatus to) => new("carrier.statusBack", ("from", from), ("to", to));

    /// <summary>Tenants take more floor than there is.</summary>
    public static DomainError Overfilled(string carrier, decimal taken, decimal there) =>
        new("carrier.overfilled", ("carrier", carrier), ("taken", taken), ("there", there));

    /// <summary>The tenancy has been registered before.</summary>
    public static DomainError TenancyExists(string code) => new("carrier.tenancyExists", ("code", code));

    /// <summary>No tenancy of the code in the carrier on the day.</summary>
    public static DomainError TenancyUnknown(string code, DateOnly on) => new("carrier.tenancyUnknown", ("code", code), ("on", on));

    /// <summary>No company of the code in the books.</summary>
    public static DomainError CompanyUnknown(string company) => new("carrier.companyUnknown", ("company", company));

    /// <summary>Whoever has left comes back as a new tenancy.</summary>
    public static DomainError HasLeft(string tenancy, DateOnly on) => new("carrier.hasLeft", ("tenancy", tenancy), ("on", on));

    /// <summary>The stage goes back and nobody says why.</summary>
    public static DomainError StageBack(TenancyStage from, TenancyStage to) => new("carrier.stageBack", ("from", from), ("to", to));

    /// <summary>A tenant leaves and nobody says why.</summary>
    public static DomainError LeftWithoutReason(string tenancy) => new("carrier.leftWithoutReason", ("tenancy", tenancy));

    /// <summary>A company sits in one carrier at a time.</summary>
    public static DomainError InTwoCarriers(string company, string carrier, DateOnly since, string other) =>
        new("carrier.inTwoCarriers", ("company", company), ("carrier", carrier), ("since", since), ("other", other));
}
