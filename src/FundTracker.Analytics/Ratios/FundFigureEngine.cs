using FundTracker.Domain.Figures;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Ratios;

/// <summary>Computes the basic figures of funds from a view of the ledger. Definitions: GIPS 2020 glossary; ILPA; domain.md, sections 3 and 5.</summary>
public static class FundFigureEngine
{
    /// <summary>Kinds behind NAV.</summary>
    private static readonly KindSet NavKinds = KindSet.Of(LineKind.Nav);

    /// <summary>Figures of the mother fund first, then of every sub-fund that it holds, by code.</summary>
    public static IReadOnlyList<FundFigures> OfFamily(LedgerView view) => view.Derive<FamilyFigures>().All;

    /// <summary>Dense indexes of the mother fund's commitments to sub-funds on which any line is known, by recording.</summary>
    public static IReadOnlyList<int> HeldSubFunds(LedgerView view) => view.Derive<HeldFunds>().Edges;

    /// <summary>Figures of the mother fund for its shareholders.</summary>
    public static FundFigures OfMotherFund(LedgerView view) => OfMotherFund(view, new RatioBasis(view));

    /// <summary>Figures of a sub-fund for the holder of a commitment to it.</summary>
    /// <param name="view">The books on a day, as known at an instant.</param>
    /// <param name="edge">Dense index of the holder's commitment.</param>
    public static FundFigures OfSubFund(LedgerView view, int edge) => OfSubFund(view, edge, new RatioBasis(view));

    /// <summary>The figures of a fund by code: the mother fund's own, or a sub-fund's as the mother fund sees it; null where it holds no such fund.</summary>
    /// <param name="view">The books on a day, as known at an instant.</param>
    /// <param name="code">Code of the fund.</param>
    /// <param name="policies">How ratios are read; null for the policies that hold.</param>
    public static FundFigures? Of(LedgerView view, string code, RatioPolicies? policies = null)
    {
        if (view.Book.FindNode(code) is not { } node) return null;
        if (node.Id == view.Book.MotherFund) return OfMotherFund(view, new RatioBasis(view, policies));
        var edge = view.Book.FindEdge(EdgeKind.Commitment, view.Book.MotherFund, node.Id);
        return edge < 0 ? null : OfSubFund(view, edge, new RatioBasis(view, policies));
    }

    /// <summary>
    /// Residual value of some holders' shares of a fund: each one's latest statement, rolled forward by later flows. Where a statement is
    /// stale on the day of the view, the trail says since when (<see cref="NavAge"/>).
    /// </summary>
    public static Figure<Money> NavOf(LedgerView view, NodeEntry fund, IReadOnlyList<int> edges)
    {
        var id = new FigureId("nav", fund.Code);
        if (GapReason(view, fund, "nav") is { } gap) return Figure<Money>.None(id, gap);
        var (levels, stated, flows) = (0, 0L, 0L);
        DateOnly? oldest = null;
        for (var i = 0; i < edges.Count; i++)
        {
            var (edge, line) = (edges[i], view.LevelLine(edges[i]));
            if (line < 0 && (view.PaidIn(edge) != 0 || view.Distributed(edge) != 0)) return Figure<Money>.None(id, FigureReasons.NoNav());
            if (line < 0) continue;
            levels++;
            var (level, since, day) = (view.Book.Columns.Amounts[line], view.FlowSinceLevel(edge), DateOnly.FromDayNumber(view.Book.Columns.Days[line]));
            stated = checked(stated + level);
            flows = checked(flows + since);
            if (level + since != 0) oldest = NavAge.Earlier(oldest, day);
        }

        if (levels == 0) return Figure<Money>.None(id, FigureReasons.NoNav());
        var (currency, nav) = (fund.Currency, checked(stated + flows));
        var statement = LinesInput.Of("navStated", view, edges, NavKinds, Money.FromMinor(stated, currency)) with
        {
            StatedOn = oldest, StaleSince = oldest is { } first && NavAge.IsStale(first, view.AsOf) ? first : null,
        };
        return Figure<Money>.Of(id, Money.FromMinor(nav, currency), flows == 0 ? Trail.Of(statement) : Trail.Of(
            statement, LinesInput.Of("navRolledForward", view, edges, LineKinds.PaidInKinds | LineKinds.DistributionKinds, Money.FromMinor(flows, currency))));
    }

    /// <summary>A ratio of two money figures; without an answer where one is missing or the denominator is zero.</summary>
    public static Figure<Multiple> Ratio(FigureId id, Figure<Money> numerator, Figure<Money> denominator, DomainError whenZero) =>
        Ratio(id, numerator, denominator, whenZero, []);

    private static Figure<Multiple> Ratio(
        FigureId id, Figure<Money> numerator, Figure<Money> denominator, DomainError whenZero, IReadOnlyList<FactInput> policies)
    {
        var trail = Trail.Of([new FigureInput("numerator", numerator), new FigureInput("denominator", denominator), .. policies]);
        if (denominator.Value is null) return Figure<Multiple>.None(id, denominator.NoneReason!, trail);
        if (numerator.Value is null) return Figure<Multiple>.None(id, numerator.NoneReason!, trail);
        if (denominator.Value.IsZero) return Figure<Multiple>.None(id, whenZero, trail);
        return Figure<Multiple>.Of(id, Multiple.Of(numerator.Value, denominator.Value), trail);
    }

    internal static FundFigures OfSubFund(LedgerView view, int edge, RatioBasis basis, FlowsByEdge? flows = null)
    {
        var fund = view.Book.Node(view.Book.Edges[edge].Investee);
        return Assemble(view, (fund, [edge], view.Book.CommitmentsTo(fund.Id)), NavOf(view, fund, [edge]), basis, flows);
    }

    private static FundFigures OfMotherFund(LedgerView view, RatioBasis basis)
    {
        var edges = view.Book.CommitmentsTo(view.Book.MotherFund);
        return Assemble(view, (view.Book.Root, edges, edges), MotherFundNav.Of(view), basis);
    }

    private static FundFigures Assemble(
        LedgerView view, (NodeEntry Fund, IReadOnlyList<int> Own, IReadOnlyList<int> Everybody) scope, Figure<Money> nav, RatioBasis basis,
        FlowsByEdge? flows = null)
    {
        var (fund, own, everybody) = scope;
        var size = Sum(view, fund, "fundSize", everybody, LineKinds.CommitmentKinds, static (view, edge) => view.Commitment(edge));
        var commitment = Sum(view, fund, "commitment", own, LineKinds.CommitmentKinds, static (view, edge) => view.Commitment(edge));
        var paidIn = Sum(view, fund, "paidIn", own, LineKinds.PaidInKinds, static (view, edge) => view.PaidIn(edge));
        var distributed = Sum(view, fund, "distributed", own, LineKinds.DistributionKinds, static (view, edge) => view.Distributed(edge));
        var (sums, policies) = (basis.Read(fund, own, paidIn, distributed), basis.Facts);
        var dpi = Ratio(new FigureId("dpi", fund.Code), sums.Distributed, sums.PaidIn, FigureReasons.NothingPaidIn(), policies);
        var rvpi = Ratio(new FigureId("rvpi", fund.Code), nav, sums.PaidIn, FigureReasons.NothingPaidIn(), policies);
        return new FundFigures(
            fund, size, commitment, paidIn, distributed, nav, Unfunded(view, fund, own, commitment),
            Ratio(new FigureId("pic", fund.Code), sums.PaidInForPic, commitment, FigureReasons.NothingCommitted(), policies), dpi, rvpi,
            Total(fund, dpi, rvpi, sums.Distributed, nav, sums.PaidIn), HolderFlows.Irr(view, (fund, own), paidIn, distributed, nav, flows));
    }

    private static Figure<Multiple> Total(
        NodeEntry fund, Figure<Multiple> dpi, Figure<Multiple> rvpi, Figure<Money> distributed, Figure<Money> nav, Figure<Money> paidIn)
    {
        var id = new FigureId("tvpi", fund.Code);
        var trail = Trail.Of(new FigureInput("dpi", dpi), new FigureInput("rvpi", rvpi));
        if (dpi.Value is null || rvpi.Value is null) return Figure<Multiple>.None(id, (dpi.NoneReason ?? rvpi.NoneReason)!, trail);
        return Figure<Multiple>.Of(id, Multiple.Of(distributed.Require() + nav.Require(), paidIn.Require()), trail);
    }

    private static Figure<Money> Sum(LedgerView view, NodeEntry fund, string formula, IReadOnlyList<int> edges, KindSet kinds,
        Func<LedgerView, int, long> balance)
    {
        var id = new FigureId(formula, fund.Code);
        if (GapReason(view, fund, formula == "fundSize" ? "commitment" : formula) is { } gap) return Figure<Money>.None(id, gap);
        var (sum, hasAny) = (0L, false);
        for (var i = 0; i < edges.Count; i++)
        {
            hasAny |= view.Has(edges[i], LineKinds.CommitmentKinds | LineKinds.PaidInKinds | LineKinds.DistributionKinds);
            sum = checked(sum + balance(view, edges[i]));
        }

        if (!hasAny) return Figure<Money>.None(id, FigureReasons.NothingCommitted());
        var total = Money.FromMinor(sum, fund.Currency);
        return Figure<Money>.Of(id, total, Trail.Of(LinesInput.Of("lines", view, edges, kinds, total)));
    }

    private static Figure<Money> Unfunded(LedgerView view, NodeEntry fund, IReadOnlyList<int> edges, Figure<Money> commitment)
    {
        var id = new FigureId("unfunded", fund.Code);
        var total = Money.FromMinor(edges.Sum(view.Unfunded), fund.Currency);
        var trail = Trail.Of(LinesInput.Of("impacts", view, edges, LineKinds.UnfundedKinds, total));
        if (commitment.Value is null) return Figure<Money>.None(id, commitment.NoneReason!);
        if (GapReason(view, fund, "paidIn") is { } gap) return Figure<Money>.None(id, gap);
        foreach (var edge in edges.Where(edge => view.Has(edge, LineKinds.OpeningKinds)))
        {
            var (paid, back) = (view.Sum(edge, LineKind.OpeningContribution), view.Sum(edge, LineKind.OpeningDistribution));
            if (Math.Min(Math.Min(paid, back), view.Commitment(edge)) < 0)
                return Figure<Money>.None(id, FigureReasons.OpeningNegative(Money.FromMinor(Math.Min(Math.Min(paid, back), view.Commitment(edge)), fund.Currency)), trail);
            if (view.Unfunded(edge) < 0)
                return Figure<Money>.None(
                    id, FigureReasons.OpeningExceedsCommitment(
                        Money.FromMinor(view.PaidIn(edge), fund.Currency), commitment: Money.FromMinor(view.Commitment(edge), fund.Currency)), trail);
        }

        return Figure<Money>.Of(id, total, trail);
    }

    private static DomainError? GapReason(LedgerView view, NodeEntry fund, string what) =>
        view.Book.FactOn(fund.Id, FactNames.NotReported, view.AsOf, view.KnownAt)?.Value.Split(',').Contains(what) == true
            ? FigureReasons.NotReported(what)
            : null;
}
