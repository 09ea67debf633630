using FundTracker.Analytics.Leverage;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Policies;

/// <summary>Inputs about who holds what share of a fund, and in how many layers.</summary>
internal static class StructureInputs
{
    /// <summary>Layers of funds from this one down, itself counted; what is committed or paid in makes one, a company is none.</summary>
    public static IFigure FundLayers(PolicyScope scope)
    {
        var path = Deepest(scope.View, scope.Fund.Id);
        IReadOnlyList<TrailInput> inputs = path.Count == 0 ? [] : [LinesInput.Of("layers", scope.View, path, LineKinds.CommitmentKinds | LineKinds.PaidInKinds, null)];
        return scope.Quantity("fundLayers", path.Count + 1, QuantityUnit.Count, inputs);
    }

    /// <summary>The mother fund's commitment / all commitments to the sub-fund.</summary>
    public static IFigure MotherShare(PolicyScope scope) =>
        scope.Share("motherShare", Own(scope), Committed(scope), FigureReasons.NothingCommitted());

    /// <summary>Paid-in of public budgets, seen through funds, / all paid-in.</summary>
    public static IFigure GovernmentShare(PolicyScope scope)
    {
        if (scope.Investors.Count == 0) return Figure<Percentage>.None(scope.Id("governmentShare"), FigureReasons.NothingPaidIn());
        var split = InvestorSplit.Of(new Portfolio(scope.View, scope.Fund.Code, [scope.Investors[0]], scope.Fund.Currency), LeverageEngine.DefaultSocialKinds);
        return scope.Share("governmentShare", split.Fiscal, split.Total, FigureReasons.NothingPaidIn());
    }

    /// <summary>Paid-in of social capital by the mapping in force, seen through funds, / all paid-in; of the mother fund: of its sub-funds.</summary>
    public static IFigure SocialShare(PolicyScope scope)
    {
        if (LeverageEngine.Find(scope.View, scope.Fund.Code) is not { } row)
            return Figure<Percentage>.None(scope.Id("socialShare"), FigureReasons.NothingInLayer());
        var ratio = row[LeverageFormula.SocialShare];
        return scope.Share("socialShare", ratio.Numerator, ratio.Denominator, FigureReasons.NothingPaidIn());
    }

    /// <summary>Others' commitments to the sub-funds of a class / the mother fund's own: the reading of 1:4.5.</summary>
    public static IFigure OthersToOurs(PolicyScope scope)
    {
        var edges = scope.Funds.Where(edge =>
            scope.Fact(scope.View.Book.Edges[edge].Investee, FactNames.FundClass)?.Value == scope.Class
            && scope.Fact(scope.View.Book.Edges[edge].Investee, FactNames.FundStatus)?.Value != nameof(FundStatus.Pipeline)).ToList();
        var funds = edges.Select(edge => scope.View.Book.Edges[edge].Investee).ToHashSet();
        var all = funds.SelectMany(scope.View.Book.EdgesInto).Where(edge => scope.View.Book.Edges[edge].Kind == EdgeKind.Commitment).ToList();
        var others = all.Except(edges).ToList();
        return scope.Times(
            "othersToOurs", scope.Sum("othersCommitted", others, LineKinds.CommitmentKinds, others.Sum(scope.View.Commitment)),
            scope.Sum("ownCommitted", edges, LineKinds.CommitmentKinds, edges.Sum(scope.View.Commitment)), FigureReasons.NothingCommitted());
    }

    /// <summary>Money paid in on the fund's first day of payment / all commitments to it.</summary>
    public static IFigure FirstPaymentShare(PolicyScope scope)
    {
        if (scope.FirstMoney() is not { } first)
            return Figure<Percentage>.None(scope.Id("firstPaymentShare"), FigureReasons.NothingPaidIn());
        var kinds = KindSet.Of(LineKind.Contribution);
        var then = scope.View.On(first);
        var paid = scope.Sum("firstPayment", scope.Investors, kinds, scope.Investors.Sum(edge => then.Sum(edge, LineKind.Contribution)));
        return scope.Share("firstPaymentShare", paid, Committed(scope), FigureReasons.NothingCommitted());
    }

    /// <summary>Commitments of everybody to the fund.</summary>
    public static Figure<Money> Committed(PolicyScope scope) =>
        scope.Sum("committed", scope.Investors, LineKinds.CommitmentKinds, scope.Investors.Sum(scope.View.Commitment));

    /// <summary>Paid-in of everybody to the fund.</summary>
    public static Figure<Money> PaidIn(PolicyScope scope) =>
        scope.Sum("paidIn", scope.Investors, LineKinds.PaidInKinds, scope.Investors.Sum(scope.View.PaidIn));

    private static Figure<Money> Own(PolicyScope scope)
    {
        var own = scope.Investors.Where(edge => scope.View.Book.Edges[edge].Holder == scope.View.Book.MotherFund).ToList();
        return scope.Sum("ownCommitted", own, LineKinds.CommitmentKinds, own.Sum(scope.View.Commitment));
    }

    private static List<int> Deepest(LedgerView view, NodeId fund)
    {
        List<int> deepest = [];
        foreach (var edge in view.Book.EdgesHeldBy(fund).Where(edge => view.Book.Edges[edge].Kind == EdgeKind.Commitment && (view.Commitment(edge) > 0 || view.PaidIn(edge) > 0)))
        {
            List<int> below = [edge, .. Deepest(view, view.Book.Edges[edge].Investee)];
            if (below.Count > deepest.Count) deepest = below;
        }

        return deepest;
    }
}
