namespace FundTracker.Analytics.Metrics;

/// <summary>One row of flows.</summary>
internal readonly record struct FlowRow(int Day, FlowKind Kind, decimal Amount);

/// <summary>Rows of flows in columns that double as they grow.</summary>
internal sealed class FlowTable
{
    private int[] _funds = new int[64];
    private int[] _days = new int[64];
    private FlowKind[] _kinds = new FlowKind[64];
    private decimal[] _amounts = new decimal[64];
    private int _count;

    public void Add(int fund, int day, FlowKind kind, decimal amount)
    {
        if (_count == _funds.Length)
        {
            int capacity = _count * 2;
            Array.Resize(ref _funds, capacity);
            Array.Resize(ref _days, capacity);
            Array.Resize(ref _kinds, capacity);
            Array.Resize(ref _amounts, capacity);
        }

        _funds[_count] = fund;
        _days[_count] = day;
        _kinds[_count] = kind;
        _amounts[_count++] = amount;
    }

    /// <summary>Row numbers grouped by fund, in the order of arrival within each, by counting.</summary>
    /// <param name="funds">How many funds there are.</param>
    /// <param name="starts">Where each fund's rows begin; one more entry for the end.</param>
    public int[] OrderByFund(int funds, out int[] starts)
    {
        starts = new int[funds + 1];
        for (int i = 0; i < _count; i++)
        {
            starts[_funds[i] + 1]++;
        }

        for (int fund = 0; fund < funds; fund++)
        {
            starts[fund + 1] += starts[fund];
        }

        int[] next = starts[..^1], order = new int[_count];
        for (int i = 0; i < _count; i++)
        {
            order[next[_funds[i]]++] = i;
        }

        return order;
    }

    public FlowRow[] Rows(ReadOnlySpan<int> numbers)
    {
        FlowRow[] rows = new FlowRow[numbers.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            int number = numbers[i];
            rows[i] = new FlowRow(_days[number], _kinds[number], _amounts[number]);
        }

        return rows;
    }
}
