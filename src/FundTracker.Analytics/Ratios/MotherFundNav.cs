using FundTracker.Domain.Figures;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Ratios;

/// <summary>
/// NAV of a mother fund, put together from what it holds (domain.md, section 3): its shares of sub-fund NAVs rolled forward, direct
/// holdings, own cash, less liabilities. What nobody has stated a value of stands at cost, and the trail says so.
/// </summary>
public static class MotherFundNav
{
    private static readonly KindSet CostKinds = LineKinds.PaidInKinds | KindSet.Of(LineKind.ReturnOfCapital);
    private static readonly KindSet HoldingKinds = KindSet.Of(
        LineKind.Valuation, LineKind.Investment, LineKind.InvestmentInKind, LineKind.ExitProceeds, LineKind.CostRelieved);

    /// <summary>The mother fund's NAV.</summary>
    /// <returns>The value, or the reason why there is none: a sub-fund's value not reported, several currencies, or nothing recorded.</returns>
    public static Figure<Money> Of(LedgerView view) => view.Derive<Assembled>().Figure;

    private static Figure<Money> Assemble(LedgerView view)
    {
        var fund = view.Book.Root;
        var id = new FigureId("nav", fund.Code);
        var parts = view.Derive<SubFundValues>().Parts;
        var inputs = new List<TrailInput>(parts.Count + 4);
        long sum = 0;
        foreach (var part in parts)
        {
            if (part.Obstacle is { } obstacle) return Figure<Money>.None(id, obstacle);
            sum = checked(sum + part.Minor);
            inputs.Add(part.Input!);
        }

        var nav = Money.FromMinor(sum, fund.Currency);
        foreach (var edge in view.Book.EdgesHeldBy(fund.Id).Where(edge => view.Book.Edges[edge].Kind == EdgeKind.Holding && view.Has(edge, HoldingKinds)))
        {
            var value = Money.FromMinor(HoldingValue(view, edge), fund.Currency);
            nav += value;
            inputs.Add(LinesInput.Of("directHolding", view, [edge], HoldingKinds, value));
        }

        var cash = Cash(view, fund);
        var liabilities = Liabilities(view, fund);
        nav += cash.Require() - liabilities.Require();
        if (inputs.Count == 0 && cash.Trail.Inputs.Count == 0) return Figure<Money>.None(id, FigureReasons.NoNav());
        inputs.Add(new FigureInput("cash", cash));
        if (!liabilities.Require().IsZero) inputs.Add(new FigureInput("liabilities", liabilities));
        return Figure<Money>.Of(id, nav, Trail.Of(inputs));
    }

    /// <summary>A fund's own cash: everything that came in less everything that went out.</summary>
    public static Figure<Money> Cash(LedgerView view, NodeEntry fund)
    {
        var (edges, isIllustrative) = (new List<int>(), false);
        foreach (var edge in view.Book.EdgesHeldBy(fund.Id)) Add(edge);
        foreach (var edge in view.Book.EdgesInto(fund.Id))
            if (view.Book.Edges[edge].Holder != fund.Id) Add(edge);
        var cash = Money.FromMinor(view.Cash(fund.Id), fund.Currency);
        IReadOnlyList<TrailInput> inputs = edges.Count == 0 ? [] : [new LinesInput("cashFlows", edges, LineKinds.CashKinds, cash, isIllustrative)];
        return Figure<Money>.Of(new FigureId("cash", fund.Code), cash, Trail.Of(inputs));

        void Add(int edge)
        {
            if (!view.Has(edge, LineKinds.CashKinds)) return;
            edges.Add(edge);
            isIllustrative |= view.IsIllustrative(edge, LineKinds.CashKinds);
        }
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
        view.LevelRolledForward(edge)
            ?? checked(view.Sum(edge, LineKind.Investment) + view.Sum(edge, LineKind.InvestmentInKind) - view.Sum(edge, LineKind.CostRelieved));

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
