using FundTracker.Analytics.Ratios;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Leverage;

/// <summary>
/// Amounts in one currency at stated rates. A payment counts at the rate of its own day and is rounded by itself, as it does in the
/// performance of a fund in another currency; what takes a line back counts at that line's rate, so that nothing is left of both. From one
/// currency to another than the mother fund's the way leads through hers: both are stated against it.
/// </summary>
internal sealed class Converter(LedgerView view, Currency to)
{
    private RateSeries? series;

    // Books in one currency ask for none.
    private RateSeries Rates => series ??= view.Derive<RateSeries>();

    /// <summary>The currency of the results.</summary>
    public Currency To => to;

    /// <summary>Whether amounts of a currency stay as they are.</summary>
    public bool Keeps(Currency currency) => ReferenceEquals(currency, to) || currency == to;

    /// <summary>The amount of a line, minor units; 0 where a rate is missing.</summary>
    /// <param name="line">Position of the line.</param>
    /// <param name="used">Takes note of the rates.</param>
    public long Line(int line, RatesUsed used) => Line(line, share: 1m, used);

    /// <summary>A part of the amount of a line, rounded once.</summary>
    public long Line(int line, decimal share, RatesUsed used)
    {
        var columns = view.Book.Columns;
        var taken = columns.Reverses[line] is > 0 and var sequence ? sequence - 1 : line;
        var amount = Money.FromMinor(columns.Amounts[line], view.Book.Edges[columns.Edges[line]].Currency);
        return Convert(amount, share, DateOnly.FromDayNumber(columns.Days[taken]), used);
    }

    /// <summary>An amount at the rate of a day, minor units; 0 where a rate is missing.</summary>
    public long Convert(Money amount, DateOnly day, RatesUsed used) => Convert(amount, share: 1m, day, used);

    private long Convert(Money amount, decimal share, DateOnly day, RatesUsed used)
    {
        if (Keeps(amount.Currency)) return share == 1m ? amount.MinorUnits : amount.MultiplyRounded(share).MinorUnits;
        var (from, into) = (RateOn(amount.Currency, day, used), RateOn(to, day, used));
        return from is { } rate && into is { } by ? Money.Round(amount.Amount * share * rate / by, to).MinorUnits : 0;
    }

    private decimal? RateOn(Currency currency, DateOnly day, RatesUsed used)
    {
        if (currency == view.Book.Root.Currency) return 1m;
        if (Rates.On(currency, day) is not { } stated)
        {
            used.Miss(Rates.PairOf(currency), day);
            return null;
        }

        used.Use(stated.Fact);
        return stated.Rate;
    }
}
