using FundTracker.Domain.Figures;
using FundTracker.Domain.Results;

namespace FundTracker.Analytics.PublicMarket;

/// <summary>Levels of an index by date. Where a date has none, the last level on or before it holds.</summary>
public sealed class IndexSeries
{
    private readonly int[] _days;
    private readonly double[] _levels;

    /// <summary>Orders levels by date.</summary>
    /// <param name="levels">Any order; dates distinct, levels above zero and finite.</param>
    /// <exception cref="ArgumentException">A date occurs twice, or a level is not above zero.</exception>
    public IndexSeries(IEnumerable<(DateOnly Date, double Level)> levels)
    {
        (DateOnly Date, double Level)[] ordered = [.. levels.OrderBy(l => l.Date)];
        _days = [.. ordered.Select(l => l.Date.DayNumber)];
        _levels = [.. ordered.Select(l => l.Level)];
        for (int i = 0; i < _levels.Length; i++)
        {
            if (!(_levels[i] > 0 && double.IsFinite(_levels[i])))
            {
                throw new ArgumentException($"The level of {ordered[i].Date:O} is not above zero.", nameof(levels));
            }

            if (i > 0 && _days[i] == _days[i - 1])
            {
                throw new ArgumentException($"{ordered[i].Date:O} has two levels.", nameof(levels));
            }
        }
    }

    /// <summary>The day of the level that holds on a date; null where the series begins later.</summary>
    public DateOnly? LastOn(DateOnly date) => IndexOn(date) is >= 0 and var index ? DateOnly.FromDayNumber(_days[index]) : null;

    /// <summary>The day of the level that holds on a date, where that is stale on it: the last level stands for what came after; else null.</summary>
    public DateOnly? StaleSince(DateOnly date) => LastOn(date) is { } last && NavAge.IsStale(last, date) ? last : null;

    /// <summary>The level on a date, or the last one before it.</summary>
    /// <returns>The level, or the reason that the series begins later.</returns>
    public Result<double> LevelOn(DateOnly date) =>
        IndexOn(date) is >= 0 and var index ? _levels[index] : PublicMarketReasons.NoLevelOnOrBefore(date);

    /// <summary>Position of the level that holds on a date; -1 where the series begins later.</summary>
    private int IndexOn(DateOnly date)
    {
        int at = Array.BinarySearch(_days, date.DayNumber);
        return at >= 0 ? at : ~at - 1;
    }
}

/// <summary>Why a public market equivalent has no answer; each code has a sentence in both languages.</summary>
public static class PublicMarketReasons
{
    /// <summary>No index was given.</summary>
    public static DomainError NoIndex() => new("pme.noIndex");

    /// <summary>The index measures its return in another currency than the fund's.</summary>
    /// <param name="index">Currency of the index.</param>
    /// <param name="fund">Currency of the fund.</param>
    public static DomainError OtherCurrency(string index, string fund) => new("pme.otherCurrency", ("index", index), ("fund", fund));

    /// <summary>The index begins after a date that needs a level.</summary>
    /// <param name="date">That date.</param>
    public static DomainError NoLevelOnOrBefore(DateOnly date) => new("pme.noLevel", ("date", date));

    /// <summary>Nothing was distributed, so distributions can't be scaled.</summary>
    public static DomainError NothingDistributed() => new("pme.nothingDistributed");

    /// <summary>The NAV exceeds what the contributions would be worth in the index: the scale of distributions would be negative.</summary>
    public static DomainError ScaleNegative() => new("pme.scaleNegative");

    /// <summary>No NAV is known at a distribution, so its part of the fund can't be told.</summary>
    /// <param name="date">Day of the distribution.</param>
    public static DomainError NoNavAtDistribution(DateOnly date) => new("pme.noNavAtDistribution", ("date", date));

    /// <summary>Flows with signs alone don't tell what of the money is value still held.</summary>
    public static DomainError NavInSignedFlows() => new("figure.navInSignedFlows");
}
