using FundTracker.Analytics.Ratios;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Leverage;

/// <summary>
/// Commitments in other currencies, in the mother fund's own: a promise is worth what the rate of the day makes of it, as a NAV and the
/// calls ahead are. Each is converted and rounded by itself.
/// </summary>
/// <param name="view">The books on a day, as known at an instant.</param>
/// <param name="ratesOf">Books on the day whose rates count; null for the day of the view.</param>
internal sealed class ForeignCommitments(LedgerView view, LedgerView? ratesOf = null)
{
    private readonly DateOnly day = (ratesOf ?? view).AsOf;
    private RateSeries? series;

    // Books in one currency ask for none.
    private RateSeries Rates => series ??= (ratesOf ?? view).Derive<RateSeries>();

    /// <summary>A commitment, minor units; 0 where no rate is stated.</summary>
    public long On(int edge)
    {
        var amount = Money.FromMinor(view.Commitment(edge), view.Book.Edges[edge].Currency);
        return Rates.On(amount.Currency, day) is { } stated ? Money.Round(amount.Amount * stated.Rate, view.Book.Root.Currency).MinorUnits : 0;
    }

    /// <summary>The rates of some commitments; those of which nothing is promised need none.</summary>
    public RatesUsed RatesOf(IEnumerable<int> edges)
    {
        var used = new RatesUsed();
        foreach (var currency in edges.Where(edge => view.Commitment(edge) != 0).Select(edge => view.Book.Edges[edge].Currency).Distinct())
        {
            if (Rates.On(currency, day) is { } stated) used.Use(stated.Fact);
            else used.Miss(Rates.PairOf(currency), day);
        }

        return used;
    }
}
