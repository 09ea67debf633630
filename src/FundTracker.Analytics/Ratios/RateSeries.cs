using System.Globalization;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Ratios;

/// <summary>
/// The stated rates of all currencies to the mother fund's own, by day: of each day what <see cref="StatedRates.Find"/> says of the day of
/// a view, for lines that are many.
/// </summary>
internal sealed class RateSeries : IDerived<RateSeries>
{
    private readonly Currency own;
    private readonly Dictionary<string, FactEntry[]> byCurrency;

    private RateSeries(Currency own, Dictionary<string, FactEntry[]> byCurrency) => (this.own, this.byCurrency) = (own, byCurrency);

    public static RateSeries Of(LedgerView view)
    {
        var (root, own) = (view.Book.MotherFund, view.Book.Root.Currency);
        var (prefix, suffix) = ($"{FactNames.ExchangeRate}:", $"/{own.Code}");
        var stated = view.Book.Facts.Where(fact => StatedRates.IsRate(fact) && fact.Subject == root && fact.Name.EndsWith(suffix, StringComparison.Ordinal)
            && fact.RecordedAt <= view.KnownAt && fact.EffectiveFrom <= view.AsOf);
        return new RateSeries(own, stated.GroupBy(fact => fact.Name[prefix.Length..^suffix.Length], StringComparer.Ordinal).ToDictionary(
            pair => pair.Key,
            pair => pair.GroupBy(fact => fact.EffectiveFrom).Select(day => day.Last()).OrderBy(fact => fact.EffectiveFrom).ToArray(),
            StringComparer.Ordinal));
    }

    public RateSeries After(LedgerView later, ViewTail tail) => tail.Facts.Any(StatedRates.IsRate) ? Of(later) : this;

    /// <summary>A currency and the mother fund's own, as reasons name them: <c>USD/CNY</c>.</summary>
    public string PairOf(Currency from) => $"{from.Code}/{own.Code}";

    /// <summary>The rate of a day, or the last one stated before it; null where there is none, or the last one was taken away.</summary>
    public StatedRate? On(Currency from, DateOnly day)
    {
        if (!byCurrency.TryGetValue(from.Code, out var all)) return null;
        var (first, end) = (0, all.Length);
        while (first < end)
        {
            var middle = (first + end) / 2;
            if (all[middle].EffectiveFrom <= day) first = middle + 1;
            else end = middle;
        }

        return first > 0 && all[first - 1] is { Value.Length: > 0 } fact
            ? new StatedRate(decimal.Parse(fact.Value, NumberStyles.Number, CultureInfo.InvariantCulture), fact)
            : null;
    }
}
