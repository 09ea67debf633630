using FundTracker.Analytics.CashFlows;
using FundTracker.Analytics.Ratios;
using FundTracker.Analytics.Returns;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Performance;

/// <summary>The J-curve of a mother fund's sub-funds taken together, by date: what it paid into them, had back from them and holds of them.</summary>
/// <param name="Currency">The mother fund's; funds in another are left out, since a curve of two currencies is none.</param>
/// <param name="Points">At each quarter end and on the day of the view; empty where no fund is in it.</param>
/// <param name="Funds">The funds in it, by code.</param>
/// <param name="AtCost">Those of them of which no value was ever stated.</param>
/// <param name="LeftOut">The funds that are not in it, by code.</param>
public sealed record PooledCurve(
    Currency Currency, IReadOnlyList<CurvePoint> Points, IReadOnlyList<NodeEntry> Funds, IReadOnlyList<NodeEntry> AtCost, IReadOnlyList<LeftOut> LeftOut)
{
    /// <summary>Pools the sub-funds that the mother fund holds. Until a value of one is stated it stands at what it cost, as in the mother fund's NAV.</summary>
    /// <param name="view">The books on a day, as known at an instant.</param>
    public static PooledCurve Of(LedgerView view)
    {
        var currency = view.Book.Root.Currency;
        var outcomes = FundFigureEngine.HeldSubFunds(view).Select(edge => view.Book.Node(view.Book.Edges[edge].Investee))
            .OrderBy(fund => fund.Code, StringComparer.Ordinal).Select(fund => (Fund: fund, History: History(view, fund, currency))).ToList();
        List<(NodeEntry Fund, FundHistory History)> pooled =
            [.. outcomes.Where(pair => pair.History.IsSuccess).Select(pair => (pair.Fund, pair.History.Value))];
        return new PooledCurve(
            currency, PerformanceEngine.Curve(JCurve.Of([.. pooled.Select(pair => FromCost(pair.History))]), view.AsOf, currency),
            [.. pooled.Select(pair => pair.Fund)],
            [.. pooled.Where(pair => !pair.History.Events.IsEmpty && pair.History.FinalNav is null).Select(pair => pair.Fund)],
            [.. outcomes.Where(pair => !pair.History.IsSuccess).Select(pair => new LeftOut(pair.Fund, pair.History.Error))]);
    }

    private static Result<FundHistory> History(LedgerView view, NodeEntry fund, Currency currency) =>
        fund.Currency == currency ? HolderHistory.Of(view, fund) : FigureReasons.OtherCurrency(fund: fund.Currency.Code, pool: currency.Code);

    /// <summary>The history with its first day's flows as the value of that day, unless one was stated then.</summary>
    private static FundHistory FromCost(FundHistory fund)
    {
        var events = fund.Events.ToArray();
        if (events.Length == 0) return fund;
        var first = events[0].Date;
        if (Array.Exists(events, e => e.Date == first && e.Kind == FundEventKind.Nav)) return fund;
        var cost = events.Where(e => e.Date == first).Sum(e => e.Kind == FundEventKind.Contribution ? e.Amount : -e.Amount);
        return new FundHistory([.. events, new FundEvent(first, FundEventKind.Nav, cost)], fund.AsOf);
    }
}
