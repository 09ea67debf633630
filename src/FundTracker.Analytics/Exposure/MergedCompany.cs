using FundTracker.Analytics.Ratios;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Exposure;

/// <summary>One company with all holdings through which the mother fund reaches it.</summary>
/// <param name="Row">As it is shown.</param>
/// <param name="Parts">Its holdings, by recording.</param>
internal sealed record MergedCompany(CompanyExposure Row, HoldingPart[] Parts)
{
    /// <summary>Largest first; of equal ones by code.</summary>
    public static IComparer<MergedCompany> ByValue { get; } = Comparer<MergedCompany>.Create((one, other) =>
        other.Row.Value.MinorUnits.CompareTo(one.Row.Value.MinorUnits) is not 0 and var order
            ? order
            : string.CompareOrdinal(one.Row.Company.Code, other.Row.Company.Code));

    /// <summary>Sorts by value, <see cref="ByValue"/>.</summary>
    public static void Sort(MergedCompany[] companies)
    {
        // By the values alone first: numbers side by side are compared many times faster than companies that are looked up.
        var keys = Array.ConvertAll(companies, company => ~company.Row.Value.MinorUnits);
        Array.Sort(keys, companies);
        for (int first = 0, end; first < keys.Length; first = end)
        {
            for (end = first + 1; end < keys.Length && keys[end] == keys[first];) end++;
            if (end > first + 1) Array.Sort(companies, first, end - first, ByValue);
        }
    }

    /// <summary>Puts a company together.</summary>
    /// <returns>Null where the mother fund reaches none of the holdings, or no rate is stated for their currencies.</returns>
    public static MergedCompany? Of(LedgerView view, (FundShares Shares, FundVintages Vintages, HoldingRates Rates) by, int[] holdings)
    {
        var book = view.Book;
        var (parts, funds, count) = (new HoldingPart[holdings.Length], new string[holdings.Length], 0);
        long value = 0, invested = 0;
        DateOnly? stale = null;
        foreach (var edge in holdings)
        {
            var entry = book.Edges[edge];
            if (!view.Has(edge, LookThrough.HoldingKinds) || !by.Shares.Reaches(entry.Holder, out var share)) continue;
            if (!by.Rates.Has(entry.Currency, out var rate)) continue;
            var own = MotherFundNav.HoldingValue(view, edge);
            var worth = by.Rates.InOwn(Money.FromMinor(own, entry.Currency), share, rate);
            var part = new HoldingPart(
                edge, worth, by.Vintages.Of(entry.Holder), entry.Currency.Code, rate is not null, view.IsIllustrative(edge, LookThrough.HoldingKinds),
                own == 0 ? null : StaleValuation(view, edge));
            funds[count] = book.Node(entry.Holder).Code;
            parts[count++] = part;
            value = checked(value + part.Minor);
            stale = NavAge.Earlier(stale, part.StaleSince);
            var cost = checked(view.Sum(edge, LineKind.Investment) + view.Sum(edge, LineKind.InvestmentInKind));
            invested = checked(invested + by.Rates.InOwn(Money.FromMinor(cost, entry.Currency), rate));
        }

        if (count == 0) return null;
        if (count < parts.Length) (parts, funds) = (parts[..count], funds[..count]);
        Array.Sort(funds, StringComparer.Ordinal);
        var (company, currency) = (book.Node(book.Edges[parts[0].Edge].Investee), book.Root.Currency);
        return new MergedCompany(
            new CompanyExposure(
                company, Fact(view, company, FactNames.Sector), Fact(view, company, FactNames.LifeCycleStage), Fact(view, company, FactNames.Location),
                Fact(view, company, FactNames.Carrier),
                Money.FromMinor(value, currency), Money.FromMinor(invested, currency), funds, stale), parts);
    }

    /// <summary>Day of the oldest valuation that is stale, of some holdings; null where none is.</summary>
    public static DateOnly? StaleSince(IEnumerable<HoldingPart> parts) => parts.Aggregate((DateOnly?)null, (oldest, part) => NavAge.Earlier(oldest, part.StaleSince));

    /// <summary>What stands at cost has no valuation that could be stale.</summary>
    private static DateOnly? StaleValuation(LedgerView view, int edge) =>
        view.LevelDate(edge) is { } valued && NavAge.IsStale(valued, view.AsOf) ? valued : null;

    private static string Fact(LedgerView view, NodeEntry company, string name) =>
        view.Book.FactOn(company.Id, name, view.AsOf, view.KnownAt)?.Value ?? "";
}

/// <summary>One holding of a company.</summary>
/// <param name="Edge">Dense index.</param>
/// <param name="Minor">The mother fund's share of its value, minor units of the mother fund's currency.</param>
/// <param name="Vintage">Vintage year of the fund that holds it; empty where there is none.</param>
/// <param name="Currency">Code of its own currency.</param>
/// <param name="IsConverted">Whether that is another than the mother fund's.</param>
/// <param name="IsIllustrative">Whether what counts of it is illustrative.</param>
/// <param name="StaleSince">Day of its valuation, where that is stale on the day of the view and it is worth anything; else null.</param>
internal readonly record struct HoldingPart(
    int Edge, long Minor, string Vintage, string Currency, bool IsConverted, bool IsIllustrative, DateOnly? StaleSince);
