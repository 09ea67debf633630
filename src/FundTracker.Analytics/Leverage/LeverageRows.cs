using FundTracker.Domain.Ledgers;

namespace FundTracker.Analytics.Leverage;

/// <summary>The five ratios of the whole portfolio, put together once for a view.</summary>
internal sealed class WholeLeverage(LeverageRow row) : IDerived<WholeLeverage>
{
    public LeverageRow Row => row;

    public static WholeLeverage Of(LedgerView view) =>
        new(LeverageEngine.Row(view, view.Book.Root.Code, "all", "", view.Derive<CountedFunds>().Edges));

    public WholeLeverage After(LedgerView later, ViewTail tail) => Of(later);
}

/// <summary>The five ratios of each sub-fund by itself. When more is recorded, only rows that it concerns are computed again.</summary>
internal sealed class FundLeverage : IDerived<FundLeverage>
{
    private readonly CountedFunds counted;
    private readonly Dictionary<int, LeverageRow> byEdge;

    private FundLeverage(CountedFunds counted, Dictionary<int, LeverageRow> byEdge)
    {
        (this.counted, this.byEdge) = (counted, byEdge);
        Rows = [.. byEdge.Values.OrderBy(row => row.GroupValue, StringComparer.Ordinal)];
    }

    /// <summary>By code.</summary>
    public IReadOnlyList<LeverageRow> Rows { get; }

    public static FundLeverage Of(LedgerView view)
    {
        var funds = view.Derive<CountedFunds>();
        return new FundLeverage(funds, funds.Edges.ToDictionary(edge => edge, edge => LeverageEngine.FundRow(view, edge)));
    }

    public FundLeverage After(LedgerView later, ViewTail tail)
    {
        var isOfAll = tail.Investees.Contains(later.Book.MotherFund) || tail.Facts.Count > 0;
        if (isOfAll || !ReferenceEquals(later.Derive<CountedFunds>(), counted)) return Of(later);
        var rows = new Dictionary<int, LeverageRow>(byEdge);
        var rounds = tail.Edges.Any(edge => later.Has(edge, RaisedRounds.Kinds)) ? counted.Edges : [];
        var funds = Exposure.FundShares.Below(later, tail.Nodes);
        foreach (var edge in rounds.Concat(funds.SelectMany(later.Book.CommitmentsTo)).Distinct().Where(rows.ContainsKey))
            rows[edge] = LeverageEngine.FundRow(later, edge);
        return new FundLeverage(counted, rows);
    }
}
