using FundTracker.Analytics.PublicMarket;

namespace FundTracker.Analytics.Metrics;

/// <summary>What a row of flows says.</summary>
public enum FlowKind : byte
{
    /// <summary>Paid in; amount zero or above.</summary>
    Contribution,

    /// <summary>Received; amount zero or above.</summary>
    Distribution,

    /// <summary>Value held at the end of the day; amount zero or above.</summary>
    Nav,

    /// <summary>Investor's view with a sign; a final value, if any, is a receipt like others.</summary>
    Signed,
}

/// <summary>
/// Takes rows of flows one by one, in any order, and gives the figures of each fund. Rows are kept in columns of 25 bytes;
/// nothing else grows with them.
/// </summary>
/// <remarks>For files of flows, as the command <c>metrics</c> reads them; what stands in a ledger goes through the same functions of
/// returns and public market equivalents by <c>PerformanceEngine</c>.</remarks>
/// <param name="asOf">Last day that counts.</param>
/// <param name="index">For public market equivalents; null for none.</param>
/// <param name="withXirr">Whether the rate that Excel's XIRR would show is wanted beside the IRR.</param>
public sealed class FlowMetrics(DateOnly asOf, IndexSeries? index, bool withXirr = false)
{
    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];
    private readonly FlowTable _rows = new();

    /// <summary>Last day that counts; later rows are left out.</summary>
    public DateOnly AsOf { get; } = asOf;

    /// <summary>Rows taken, those after the as-of date included.</summary>
    public int RowCount { get; private set; }

    /// <summary>Takes a row. The fund is listed even if all its rows lie after the as-of date.</summary>
    /// <param name="fund">Its name; funds keep the order of their first row.</param>
    /// <param name="date">The day.</param>
    /// <param name="kind">What the row says; a fund's rows are all signed or none.</param>
    /// <param name="amount">Zero or above unless signed.</param>
    /// <exception cref="ArgumentException">The amount is below zero and the row is not signed.</exception>
    public void Add(ReadOnlySpan<char> fund, DateOnly date, FlowKind kind, decimal amount)
    {
        if (amount < 0 && kind != FlowKind.Signed)
        {
            throw new ArgumentException("Only signed rows may be below zero.", nameof(amount));
        }

        var lookup = _positions.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(fund, out int position))
        {
            position = _names.Count;
            _names.Add(fund.ToString());
            _positions.Add(_names[position], position);
        }

        RowCount++;
        if (date <= AsOf)
        {
            _rows.Add(position, date.DayNumber, kind, amount);
        }
    }

    /// <summary>The figures of each fund, in order of first appearance, computed as they are asked for.</summary>
    public IEnumerable<FundMetrics> Results()
    {
        int[] order = _rows.OrderByFund(_names.Count, out int[] starts);
        for (int fund = 0; fund < _names.Count; fund++)
        {
            FlowRow[] rows = _rows.Rows(order.AsSpan(starts[fund]..starts[fund + 1]));
            yield return MetricsOfFund.Compute(_names[fund], rows, AsOf, index, withXirr);
        }
    }
}
