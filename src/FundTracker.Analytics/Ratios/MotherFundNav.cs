using FundTracker.Analytics.Carried;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Ratios;

/// <summary>
/// NAV of a mother fund, put together from what it holds (domain.md, section 3): its shares of sub-fund NAVs rolled forward, direct
/// holdings, own cash, less liabilities. What nobody has stated a value of stands at cost, and the trail says so. What is in another
/// currency is converted at the stated rate of the day, part by part, each rate in its part's trail; without a rate there is no NAV.
/// </summary>
public static class MotherFundNav
{
    private static readonly KindSet CostKinds = LineKinds.PaidInKinds | KindSet.Of(LineKind.ReturnOfCapital);
    private static readonly KindSet HoldingKinds = KindSet.Of(
        LineKind.Valuation, LineKind.Investment, LineKind.InvestmentInKind, LineKind.ExitProceeds, LineKind.CostRelieved);

    /// <summary>The mother fund's NAV.</summary>
    /// <returns>The value, or the reason why there is none: a sub-fund's value not reported, no rate stated for its currency, or nothing recorded.</returns>
    public static Figure<Money> Of(LedgerView view) => view.Derive<Assembled>().Figure;

    private static Figure<Money> Assemble(LedgerView view)
    {
        var fund = view.Book.Root;
        var id = new FigureId("nav", fund.Code);
        var funds = view.Derive<SubFundValues>();
        if (funds.Obstacle is { } obstacle) return Figure<Money>.None(id, obstacle);
        var (inputs, nav) = (new List<TrailInput>(), Money.FromMinor(funds.Minor, fund.Currency));
        foreach (var holding in DirectHoldings(view))
        {
            inputs.Add(holding);
            nav += holding.Total!;
        }

        foreach (var purse in OtherPurses(view))
        {
            if (purse.Value is null) return Figure<Money>.None(id, purse.NoneReason!);
            inputs.Add(new FigureInput("cash", purse));
            nav += purse.Value;
        }

        var cash = Cash(view, fund);
        var liabilities = Liabilities(view, fund);
        nav += cash.Require() - liabilities.Require();
        if (funds.Inputs.Count + inputs.Count == 0 && cash.Trail.Inputs.Count == 0) return Figure<Money>.None(id, FigureReasons.NoNav());
        inputs.Add(new FigureInput("cash", cash));
        if (!liabilities.Require().IsZero) inputs.Add(new FigureInput("liabilities", liabilities));
        var isIllustrative = funds.IsIllustrative || inputs.Exists(input => input.IsIllustrative);
        return Figure<Money>.Of(id, nav, new Trail(new JoinedList<TrailInput>(funds.Inputs, inputs), isIllustrative));
    }

    /// <summary>
    /// What the mother fund holds itself; a holding is always in its holder's currency. It tells the day of its valuation as a sub-fund's
    /// NAV does (<see cref="NavAge"/>); what stands at cost, or is worth nothing, has none.
    /// </summary>
    private static IEnumerable<LinesInput> DirectHoldings(LedgerView view)
    {
        foreach (var edge in RootEdges.Of(view.Book).Holdings)
        {
            if (!view.Has(edge, HoldingKinds)) continue;
            var value = Money.FromMinor(HoldingValue(view, edge), view.Book.Root.Currency);
            var valued = value.IsZero ? null : view.LevelDate(edge);
            yield return LinesInput.Of("directHolding", view, [edge], HoldingKinds, value) with
            {
                StatedOn = valued, StaleSince = valued is { } day && NavAge.IsStale(day, view.AsOf) ? day : null,
            };
        }
    }

    /// <summary>The mother fund's cash in other currencies than its own, each at the rate of the day.</summary>
    private static IEnumerable<Figure<Money>> OtherPurses(LedgerView view)
    {
        var root = view.Book.Root;
        foreach (var currency in RootEdges.Of(view.Book).Others)
        {
            var scope = $"{root.Code}/cash:{currency.Code}";
            var cash = Purse(view, root, currency, scope);
            if (!cash.Require().IsZero) yield return StatedRates.InBase(view, new FigureId("navInBase", scope), cash);
        }
    }

    /// <summary>A fund's own cash in its own currency: everything that came in less everything that went out.</summary>
    public static Figure<Money> Cash(LedgerView view, NodeEntry fund) =>
        fund.Id == view.Book.MotherFund ? view.Derive<OwnCash>().Figure : Purse(view, fund, fund.Currency, fund.Code);

    /// <summary>A fund's own cash in one currency.</summary>
    private static Figure<Money> Purse(LedgerView view, NodeEntry fund, Currency currency, string scope)
    {
        var edges = view.Book.EdgesHeldBy(fund.Id).Concat(view.Book.EdgesInto(fund.Id)).Distinct()
            .Where(edge => view.Book.Edges[edge].Currency == currency && view.Has(edge, LineKinds.CashKinds)).ToList();
        var cash = Money.FromMinor(view.Cash(fund.Id, currency), currency);
        IReadOnlyList<TrailInput> inputs = edges.Count == 0 ? [] : [LinesInput.Of("cashFlows", view, edges, LineKinds.CashKinds, cash)];
        return Figure<Money>.Of(new FigureId("cash", scope), cash, Trail.Of(inputs));
    }

    /// <summary>What a fund owes: drawn on credit lines and not repaid.</summary>
    public static Figure<Money> Liabilities(LedgerView view, NodeEntry fund)
    {
        var edge = view.Book.FindEdge(EdgeKind.Own, fund.Id, fund.Id);
        var owed = Money.FromMinor(edge < 0 ? 0 : view.Sum(edge, LineKind.CreditDrawn) - view.Sum(edge, LineKind.CreditRepaid), fund.Currency);
        IReadOnlyList<TrailInput> inputs =
            edge < 0 ? [] : [LinesInput.Of("credit", view, [edge], KindSet.Of(LineKind.CreditDrawn, LineKind.CreditRepaid), owed)];
        return Figure<Money>.Of(new FigureId("liabilities", fund.Code), owed, Trail.Of(inputs));
    }

    /// <summary>Value of a holding in minor units: the latest valuation rolled forward, or what it cost less cost relieved.</summary>
    public static long HoldingValue(LedgerView view, int edge) =>
        view.LevelRolledForward(edge) ?? view.CostHeld(edge);

    /// <summary>A holder's share of a fund: its NAV rolled forward, or what it cost where nobody has stated one.</summary>
    internal static Figure<Money> NavOrCost(LedgerView view, NodeEntry held, int edge)
    {
        var nav = FundFigureEngine.NavOf(view, held, [edge]);
        return nav.Value is null && nav.NoneReason!.Code == FigureReasons.NoNav().Code ? AtCost(view, held, edge) : nav;
    }

    private static Figure<Money> AtCost(LedgerView view, NodeEntry fund, int edge)
    {
        var cost = Money.FromMinor(view.PaidIn(edge) - view.Sum(edge, LineKind.ReturnOfCapital), fund.Currency);
        return Figure<Money>.Of(new FigureId("navAtCost", fund.Code), cost, Trail.Of(LinesInput.Of("atCost", view, [edge], CostKinds, cost)));
    }

    /// <summary>The figure, put together once for a view.</summary>
    private sealed class Assembled(Figure<Money> figure) : IDerived<Assembled>
    {
        public Figure<Money> Figure => figure;

        public static Assembled Of(LedgerView view) => new(Assemble(view));

        public Assembled After(LedgerView later, ViewTail tail) => Of(later);
    }
}
