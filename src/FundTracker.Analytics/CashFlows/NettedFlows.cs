namespace FundTracker.Analytics.CashFlows;

/// <summary>Flows as the kernels read them: days ascending and distinct, amounts finite and none of them zero.</summary>
/// <remarks><see cref="FlowNetting"/> makes this form; nothing here checks it again.</remarks>
internal readonly ref struct NettedFlows(ReadOnlySpan<int> days, ReadOnlySpan<double> amounts)
{
    public ReadOnlySpan<int> Days { get; } = days;

    public ReadOnlySpan<double> Amounts { get; } = amounts;

    public int Count => Days.Length;

    public int FirstDay => Days[0];

    public int LastDay => Days[^1];

    /// <summary>Days from the first flow to the last.</summary>
    public int SpanDays => LastDay - FirstDay;

    /// <summary>The day to which flows are discounted so that no factor is above 1.</summary>
    public int ReferenceDay(double dailyLogRate) => dailyLogRate >= 0 ? FirstDay : LastDay;
}
