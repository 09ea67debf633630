using FundTracker.Analytics.Ratios;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Exposure;

/// <summary>Holdings that no rate is stated for: their value is in the residual.</summary>
/// <param name="Currency">Code of their currency.</param>
/// <param name="Holdings">How many.</param>
/// <param name="Funds">Codes of the funds that hold them.</param>
/// <param name="Reason">Which rate is missing, and for which day.</param>
public sealed record UnconvertedHoldings(string Currency, int Holdings, IReadOnlyList<string> Funds, DomainError Reason);

/// <summary>
/// Rates at which holdings in other currencies stand in the mother fund's own: those of the day of a view that its NAV is put together with.
/// </summary>
internal sealed class HoldingRates
{
    private readonly LedgerView view;
    private readonly Currency own;
    private readonly Dictionary<string, StatedRate> stated = new(StringComparer.Ordinal);

    private HoldingRates(LedgerView view) => (this.view, own) = (view, view.Book.Root.Currency);

    /// <summary>Holdings without a rate that the mother fund reaches, by currency.</summary>
    public IReadOnlyList<UnconvertedHoldings> Missing { get; private set; } = [];

    /// <summary>The rates of some holdings.</summary>
    public static HoldingRates Of(LedgerView view, CompanyGroups groups, FundShares shares)
    {
        var rates = new HoldingRates(view);
        var missing = new List<UnconvertedHoldings>();
        foreach (var (currency, edges) in groups.Foreign)
        {
            var rate = StatedRates.Find(view, currency);
            if (rate.IsSuccess) rates.stated[currency.Code] = rate.Value;
            else if (Left(view, edges, shares) is { Count: > 0 } left) missing.Add(new UnconvertedHoldings(currency.Code, left.Count, Funds(view, left), rate.Error));
        }

        rates.Missing = missing;
        return rates;
    }

    /// <summary>Whether amounts in a currency can be told in the mother fund's.</summary>
    /// <param name="currency">The currency.</param>
    /// <param name="rate">The rate of the day; null for the mother fund's own currency.</param>
    public bool Has(Currency currency, out decimal? rate)
    {
        rate = null;
        // The first test spares comparing codes: holdings in the mother fund's currency nearly always share its instance.
        if (ReferenceEquals(currency, own) || currency == own) return true;
        if (!stated.TryGetValue(currency.Code, out var found)) return false;
        rate = found.Rate;
        return true;
    }

    /// <summary>An amount in the mother fund's currency, minor units, rounded half away from zero.</summary>
    public long InOwn(Money amount, decimal? rate) => rate is { } factor ? Money.Round(amount.Amount * factor, own).MinorUnits : amount.MinorUnits;

    /// <summary>A part of an amount in the mother fund's currency, rounded once.</summary>
    public long InOwn(Money amount, decimal share, decimal? rate) =>
        rate is { } factor ? Money.Round(amount.Amount * share * factor, own).MinorUnits : amount.MultiplyRounded(share).MinorUnits;

    /// <summary>The rates of some currencies, as inputs of a figure, in the order of their codes.</summary>
    public IEnumerable<FactInput> Inputs(IEnumerable<string> currencies) =>
        currencies.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(currency => StatedRates.Input(view, stated[currency]));

    private static List<int> Left(LedgerView view, int[] edges, FundShares shares) =>
        [.. edges.Where(edge => view.Has(edge, LookThrough.HoldingKinds) && shares.Reaches(view.Book.Edges[edge].Holder, out _))];

    private static IReadOnlyList<string> Funds(LedgerView view, List<int> edges) =>
        [.. edges.Select(edge => view.Book.Node(view.Book.Edges[edge].Holder).Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
