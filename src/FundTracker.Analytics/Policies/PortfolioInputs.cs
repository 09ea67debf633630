using FundTracker.Analytics.Ratios;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Policies;

/// <summary>Inputs about what a fund's money is in: concentration, field, loss, fees.</summary>
internal static class PortfolioInputs
{
    private static readonly KindSet Valued = LineKinds.InvestmentKinds | KindSet.Of(LineKind.Valuation, LineKind.ExitProceeds, LineKind.CostRelieved);
    private static readonly KindSet Back = KindSet.Of(LineKind.ExitProceeds, LineKind.Dividend);
    private static readonly KindSet Fees = KindSet.Of(LineKind.ManagementFee);

    /// <summary>Value of the largest holding / the fund's assets (holdings, shares of funds and cash).</summary>
    public static IFigure LargestCompanyOfAssets(PolicyScope scope)
    {
        var largest = scope.Holdings.Where(edge => scope.View.Has(edge, LineKinds.InvestmentKinds)).OrderByDescending(Value).Take(1).ToList();
        if (largest.Count == 0) return Figure<Percentage>.None(scope.Id("largestCompanyOfAssets"), PolicyErrors.NothingInvested());
        return scope.Share(
            "largestCompanyOfAssets", scope.Sum("largestCompany", largest, Valued, Value(largest[0])), Assets(scope), FigureReasons.DenominatorZero("denominator"));

        long Value(int edge) => MotherFundNav.HoldingValue(scope.View, edge);
    }

    /// <summary>Cost still held of the largest project / paid-in of the fund.</summary>
    public static IFigure LargestProjectOfPaidIn(PolicyScope scope)
    {
        var largest = scope.Holdings.Where(edge => scope.View.Has(edge, LineKinds.InvestmentKinds)).OrderByDescending(scope.View.CostHeld).Take(1).ToList();
        if (largest.Count == 0) return Figure<Percentage>.None(scope.Id("largestProjectOfPaidIn"), PolicyErrors.NothingInvested());
        var cost = scope.Sum("largestProject", largest, LineKinds.InvestmentKinds | KindSet.Of(LineKind.CostRelieved), scope.View.CostHeld(largest[0]));
        return scope.Share("largestProjectOfPaidIn", cost, StructureInputs.PaidIn(scope), FigureReasons.NothingPaidIn());
    }

    /// <summary>
    /// Invested in the agreed field / all invested: a sub-fund's field is its sector, a mother fund's are its key fields, in which all its
    /// sub-funds are counted.
    /// </summary>
    public static IFigure MainFieldShare(PolicyScope scope)
    {
        var name = scope.IsMother ? FactNames.KeyFields : FactNames.Sector;
        if (scope.Fact(scope.Fund.Id, name) is not { } field)
            return Figure<Percentage>.None(scope.Id("mainFieldShare"), PolicyErrors.FactMissing(name));
        var fields = field.Value.Split(',');
        var inField = scope.AllHoldings.Where(edge => fields.Contains(SectorOf(edge), StringComparer.Ordinal)).ToList();
        return scope.Share(
            "mainFieldShare", Cost(scope, "investedInField", inField), Cost(scope, "invested", scope.AllHoldings), PolicyErrors.NothingInvested());

        string? SectorOf(int edge) => scope.Fact(scope.View.Book.Edges[edge].Investee, FactNames.Sector)?.Value;
    }

    /// <summary>Loss on all projects together, paid and unpaid, / all invested; a gain is no loss below zero.</summary>
    public static IFigure LossShare(PolicyScope scope)
    {
        var invested = Cost(scope, "invested", scope.Holdings);
        var back = scope.Holdings.Sum(edge => scope.View.Sum(edge, Back) + (scope.View.Has(edge, LineKinds.InvestmentKinds) ? MotherFundNav.HoldingValue(scope.View, edge) : 0));
        var loss = scope.Sum("loss", scope.Holdings, Valued | Back, Math.Max(0, invested.Require().MinorUnits - back));
        return scope.Share(PolicyInputs.LossShare, loss, invested, PolicyErrors.NothingInvested());
    }

    /// <summary>Management fees of the last twelve months / paid-in of the fund: shows a fee that is not reckoned on paid-in money.</summary>
    public static IFigure FeeToPaidIn(PolicyScope scope)
    {
        IReadOnlyList<int> edges =
        [
            .. scope.View.Book.EdgesHeldBy(scope.Fund.Id).Where(edge =>
                scope.View.Book.Edges[edge].Kind == EdgeKind.Own && scope.View.Book.Edges[edge].Currency == scope.Fund.Currency),
        ];
        var yearBefore = scope.View.On(scope.View.AsOf.AddYears(-1));
        var toDate = scope.Sum("feesToDate", edges, Fees, edges.Sum(edge => scope.View.Sum(edge, Fees)));
        var before = scope.Sum("feesYearBefore", edges, Fees, edges.Sum(edge => yearBefore.Sum(edge, Fees)));
        var ofYear = Figure<Money>.Of(
            scope.Id("feesOfYear"), toDate.Require() - before.Require(), Trail.Of(new FigureInput("feesToDate", toDate), new FigureInput("feesYearBefore", before)));
        return scope.Share("feeToPaidIn", ofYear, StructureInputs.PaidIn(scope), FigureReasons.NothingPaidIn());
    }

    /// <summary>Cost of what a fund invested in companies on some edges.</summary>
    public static Figure<Money> Cost(PolicyScope scope, string formula, IReadOnlyList<int> edges) =>
        scope.Sum(formula, edges, LineKinds.InvestmentKinds, edges.Sum(edge => scope.View.Sum(edge, LineKinds.InvestmentKinds)));

    private static Figure<Money> Assets(PolicyScope scope)
    {
        var nav = scope.IsMother ? MotherFundNav.Of(scope.View) : null;
        if (nav is not null) return nav;
        var cash = MotherFundNav.Cash(scope.View, scope.Fund);
        var held = scope.Holdings.Where(edge => scope.View.Has(edge, LineKinds.InvestmentKinds)).ToList();
        var holdings = scope.Sum("holdings", held, Valued, held.Sum(edge => MotherFundNav.HoldingValue(scope.View, edge)));
        var shares = scope.Funds.Where(edge => scope.View.PaidIn(edge) != 0)
            .Select(edge => MotherFundNav.NavOrCost(scope.View, scope.View.Book.Node(scope.View.Book.Edges[edge].Investee), edge)).ToList();
        var trail = Trail.Of([new FigureInput("cash", cash), new FigureInput("holdings", holdings), .. shares.Select(share => new FigureInput("subFundNav", share))]);
        var missing = scope.Mixed(scope.Funds, LineKinds.PaidInKinds) ?? shares.Find(share => share.Value is null)?.NoneReason;
        return missing is not null
            ? Figure<Money>.None(scope.Id("assets"), missing, trail)
            : Figure<Money>.Of(scope.Id("assets"), shares.Aggregate(cash.Require() + holdings.Require(), (sum, share) => sum + share.Require()), trail);
    }
}
