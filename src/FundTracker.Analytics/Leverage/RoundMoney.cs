using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Leverage;

/// <summary>
/// What companies raised in the rounds in which the counted funds invested, against the mother fund's look-through money in them: its
/// paid-in share of the sub-fund times the sub-fund's part of the round.
/// </summary>
internal static class RoundMoney
{
    private static readonly KindSet Raised = KindSet.Of(LineKind.RoundRaised);
    private static readonly KindSet Invested = KindSet.Of(LineKind.Investment, LineKind.InvestmentInKind);

    public static (Figure<Money> Raised, Figure<Money> Ours) Of(Portfolio part)
    {
        var (view, currency) = (part.View, part.Currency);
        var (raisedId, oursId) = (new FigureId("leverage.roundsRaised", part.Scope), new FigureId("leverage.lookThroughMoney", part.Scope));
        if (part.Obstacle() is { } obstacle) return (Figure<Money>.None(raisedId, obstacle), Figure<Money>.None(oursId, obstacle));
        var shares = part.Own.ToDictionary(edge => view.Book.Edges[edge].Investee, edge => PaidInShare(view, edge));
        var invested = new Dictionary<long, long>();
        var (holdingEdges, companyEdges) = (new HashSet<int>(), new HashSet<int>());
        long ours = 0;
        var columns = view.Book.Columns;
        for (var i = 0; i < view.Known; i++)
        {
            if (columns.Rounds[i] == 0 || columns.Days[i] > view.AsOf.DayNumber || !Invested.Contains((LineKind)columns.Kinds[i])) continue;
            if (!shares.TryGetValue(view.Book.Edges[columns.Edges[i]].Holder, out var share) || share.Total == 0) continue;
            invested[columns.Rounds[i]] = checked(invested.GetValueOrDefault(columns.Rounds[i]) + columns.Amounts[i]);
            holdingEdges.Add(columns.Edges[i]);
            ours += Money.FromMinor(columns.Amounts[i], currency).MultiplyRounded(share.Own, share.Total).MinorUnits;
        }

        long raised = 0;
        for (var i = 0; i < view.Known; i++)
        {
            if ((LineKind)columns.Kinds[i] != LineKind.RoundRaised || columns.Days[i] > view.AsOf.DayNumber || invested.GetValueOrDefault(columns.Rounds[i]) <= 0) continue;
            raised += columns.Amounts[i];
            companyEdges.Add(columns.Edges[i]);
        }

        var (raisedMoney, oursMoney) = (Money.FromMinor(raised, currency), Money.FromMinor(ours, currency));
        var shareInputs = LinesInput.Of("paidInShare", view, part.Everybody, LineKinds.PaidInKinds, null);
        return (
            Figure<Money>.Of(raisedId, raisedMoney, Trail.Of(LinesInput.Of("rounds", view, [.. companyEdges], Raised, raisedMoney))),
            Figure<Money>.Of(oursId, oursMoney, Trail.Of(LinesInput.Of("investments", view, [.. holdingEdges], Invested, null), shareInputs)));
    }

    private static (long Own, long Total) PaidInShare(LedgerView view, int edge) => (
        view.PaidIn(edge),
        view.Book.EdgesInto(view.Book.Edges[edge].Investee).Where(e => view.Book.Edges[e].Kind == EdgeKind.Commitment).Sum(view.PaidIn));
}
