using System.Globalization;
using FundTracker.Analytics.Ratios;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Exposure;

/// <summary>One company with all holdings through which the mother fund reaches it.</summary>
/// <param name="Row">As it is shown.</param>
/// <param name="Parts">Its holdings, by recording.</param>
internal sealed record MergedCompany(CompanyExposure Row, IReadOnlyList<HoldingPart> Parts)
{
    /// <summary>Largest first; of equal ones by code.</summary>
    public static IComparer<MergedCompany> ByValue { get; } = Comparer<MergedCompany>.Create((one, other) =>
        other.Row.Value.MinorUnits.CompareTo(one.Row.Value.MinorUnits) is not 0 and var order
            ? order
            : string.CompareOrdinal(one.Row.Company.Code, other.Row.Company.Code));

    /// <summary>Puts a company together.</summary>
    /// <returns>Null where the mother fund reaches none of the holdings.</returns>
    public static MergedCompany? Of(LedgerView view, FundShares shares, IReadOnlyList<int> holdings)
    {
        var book = view.Book;
        var parts = new List<HoldingPart>(holdings.Count);
        var funds = new List<string>(holdings.Count);
        long value = 0, invested = 0;
        foreach (var edge in holdings)
        {
            if (!view.Has(edge, LookThrough.HoldingKinds) || !shares.Reached.TryGetValue(book.Edges[edge].Holder, out var share)) continue;
            var part = PartOf(view, edge, share);
            parts.Add(part);
            funds.Add(book.Node(book.Edges[edge].Holder).Code);
            value = checked(value + part.Minor);
            invested = checked(invested + view.Sum(edge, LineKind.Investment) + view.Sum(edge, LineKind.InvestmentInKind));
        }

        if (parts.Count == 0) return null;
        funds.Sort(StringComparer.Ordinal);
        var (company, currency) = (book.Node(book.Edges[parts[0].Edge].Investee), book.Root.Currency);
        return new MergedCompany(
            new CompanyExposure(
                company, Fact(view, company, FactNames.Sector), Fact(view, company, FactNames.LifeCycleStage), Fact(view, company, FactNames.Location),
                Money.FromMinor(value, currency), Money.FromMinor(invested, currency), funds), parts);
    }

    private static HoldingPart PartOf(LedgerView view, int edge, decimal share)
    {
        var entry = view.Book.Edges[edge];
        var value = Money.FromMinor(MotherFundNav.HoldingValue(view, edge), entry.Currency).MultiplyRounded(share);
        return new HoldingPart(edge, value.MinorUnits, Vintage(view, entry.Holder), entry.Currency.Code, view.IsIllustrative(edge, LookThrough.HoldingKinds));
    }

    /// <summary>Vintage year of the fund that holds; empty for the mother fund's own holdings and where no year is known.</summary>
    private static string Vintage(LedgerView view, NodeId holder) => holder == view.Book.MotherFund
        ? ""
        : new VintageYears(view).Of(view.Book.Node(holder))?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Fact(LedgerView view, NodeEntry company, string name) =>
        view.Book.FactOn(company.Id, name, view.AsOf, view.KnownAt)?.Value ?? "";
}

/// <summary>One holding of a company.</summary>
/// <param name="Edge">Dense index.</param>
/// <param name="Minor">The mother fund's share of its value, minor units.</param>
/// <param name="Vintage">Vintage year of the fund that holds it; empty where there is none.</param>
/// <param name="Currency">Its currency.</param>
/// <param name="IsIllustrative">Whether what counts of it is illustrative.</param>
internal readonly record struct HoldingPart(int Edge, long Minor, string Vintage, string Currency, bool IsIllustrative);
