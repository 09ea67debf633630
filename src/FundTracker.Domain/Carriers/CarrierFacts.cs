using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Registry;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Carriers;

/// <summary>
/// The fact <see cref="FactNames.Carrier"/> of companies follows from their tenancies, so that figures see a company's carrier as they see
/// its sector. What the registry says and the facts do not is stated when an entry is approved.
/// </summary>
public static class CarrierFacts
{
    /// <summary>The fact that is missing after an entry; null where none is.</summary>
    /// <param name="happened">What was approved or taken back.</param>
    /// <param name="on">The day from which it counts.</param>
    /// <param name="state">The registry as it now stands on that day.</param>
    /// <param name="find">Finds a company of the books.</param>
    /// <param name="stated">What the facts say of a company on that day; null where nothing.</param>
    public static FactDraft? Missing(
        RegistryEvent happened, DateOnly on, RegistryState state, Func<string, NodeId?> find, Func<NodeId, string?> stated)
    {
        var tenancy = happened switch
        {
            TenantMoved moved => state.Tenancies.GetValueOrDefault(moved.Tenancy),
            TenantSigned signed => state.Tenancies.GetValueOrDefault(signed.Code),
            _ => null,
        };
        if (tenancy?.Company is not { } company || find(company) is not { } node) return null;
        var carrier = state.CarrierOf(company) ?? "";
        return carrier == (stated(node) ?? "")
            ? null
            : new FactDraft(node, FactNames.Carrier, carrier, on, tenancy.Steps[^1].Entry.Origin.IsIllustrative ? Provenance.Illustrative : tenancy.Steps[^1].Entry.Provenance);
    }
}
