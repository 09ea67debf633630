using FundTracker.Domain.Ledgers;

namespace FundTracker.Analytics.Leverage;

/// <summary>The five ratios of the whole portfolio, put together once for a view.</summary>
internal sealed class WholeLeverage(LeverageRow row) : IDerived<WholeLeverage>
{
    public LeverageRow Row => row;

    public static WholeLeverage Of(LedgerView view) =>
        new(LeverageEngine.Row(Portfolio.Whole(view), "all", ""));

    public WholeLeverage After(LedgerView later, ViewTail tail) => Of(later);
}

/// <summary>The five ratios of each sub-fund by itself. When more is recorded, only rows that it concerns are computed again.</summary>
internal sealed class FundLeverage : IDerived<FundLeverage>
{
    private readonly CountedFunds counted;
    private readonly LeverageRow[] rows;

    /// <summary>Where the row of each commitment stands.</summary>
    private readonly Dictionary<int, int> places;

    private FundLeverage(CountedFunds counted, LeverageRow[] rows, Dictionary<int, int> places) =>
        (this.counted, this.rows, this.places) = (counted, rows, places);

    /// <summary>By code.</summary>
    public IReadOnlyList<LeverageRow> Rows => rows;

    public static FundLeverage Of(LedgerView view)
    {
        var funds = view.Derive<CountedFunds>();
        var made = funds.Edges.Select(edge => (Edge: edge, Row: LeverageEngine.FundRow(view, edge)))
            .OrderBy(pair => pair.Row.GroupValue, StringComparer.Ordinal).ToList();
        var placeOf = new Dictionary<int, int>(made.Count);
        foreach (var (edge, _) in made) placeOf.Add(edge, placeOf.Count);
        return new FundLeverage(funds, [.. made.Select(pair => pair.Row)], placeOf);
    }

    public FundLeverage After(LedgerView later, ViewTail tail)
    {
        if (tail.Investees.Contains(later.Book.MotherFund) || !ReferenceEquals(later.Derive<CountedFunds>(), counted)) return Of(later);
        LeverageRow[] others = [.. rows];
        var rounds = tail.Edges.Any(edge => later.Has(edge, RaisedRounds.Kinds)) ? counted.Edges : [];
        var funds = Exposure.FundShares.Below(later, tail.Nodes);
        foreach (var edge in rounds.Concat(funds.SelectMany(later.Book.CommitmentsTo)).Distinct())
            if (places.TryGetValue(edge, out var place)) others[place] = LeverageEngine.FundRow(later, edge);
        return new FundLeverage(counted, others, places);
    }
}
