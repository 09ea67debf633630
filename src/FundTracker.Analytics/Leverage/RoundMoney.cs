using FundTracker.Analytics.Exposure;
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

    public static (Figure<Money> Raised, Figure<Money> Ours) Of(Portfolio part)
    {
        var (view, currency) = (part.View, part.Currency);
        var (raisedId, oursId) = (new FigureId("leverage.roundsRaised", part.Scope), new FigureId("leverage.lookThroughMoney", part.Scope));
        if (part.Obstacle() is { } obstacle) return (Figure<Money>.None(raisedId, obstacle), Figure<Money>.None(oursId, obstacle));
        var (all, raisedRounds) = (view.Derive<RoundsOfFunds>(), view.Derive<RaisedRounds>());
        var funds = part.Funds.Select(all.Of).Where(rounds => rounds.Edges.Count > 0).ToList();
        var invested = new Dictionary<long, long>();
        foreach (var (round, minor) in funds.SelectMany(fund => fund.Invested))
            invested[round] = checked(invested.GetValueOrDefault(round) + minor);
        long raised = 0;
        var companies = new HashSet<int>();
        foreach (var (round, minor) in invested)
        {
            if (minor <= 0) continue;
            var (amount, edges) = raisedRounds.Of(round);
            raised = checked(raised + amount);
            companies.UnionWith(edges);
        }

        var (raisedMoney, oursMoney) = (Money.FromMinor(raised, currency), Money.FromMinor(funds.Sum(fund => fund.Ours), currency));
        var holdings = new DeferredEdges(() => funds.SelectMany(fund => fund.Edges));
        var investments = new LinesInput("investments", holdings, FundRounds.Kinds, null, funds.Exists(fund => fund.IsIllustrative));
        var shares = LinesInput.Of("paidInShare", view, part.Everybody, LineKinds.PaidInKinds, null);
        return (
            Figure<Money>.Of(raisedId, raisedMoney, Trail.Of(LinesInput.Of("rounds", view, [.. companies.Order()], Raised, raisedMoney))),
            Figure<Money>.Of(oursId, oursMoney, Trail.Of(investments, shares)));
    }
}
