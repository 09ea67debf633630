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
    public static (Figure<Money> Raised, Figure<Money> Ours) Of(Portfolio part)
    {
        var (view, currency) = (part.View, part.Currency);
        var (raisedId, oursId) = (new FigureId("leverage.roundsRaised", part.Scope), new FigureId("leverage.lookThroughMoney", part.Scope));
        if (part.Obstacle() is { } obstacle) return (Figure<Money>.None(raisedId, obstacle), Figure<Money>.None(oursId, obstacle));
        var (all, sums) = (view.Derive<RoundsOfFunds>(), part.Rounds.Value);
        var (raisedMoney, oursMoney) = (Money.FromMinor(sums.Raised, currency), Money.FromMinor(sums.Ours, currency));
        var rounds = new LinesInput("rounds", new DeferredEdges(() => sums.Companies), RaisedRounds.Kinds, raisedMoney, sums.HasIllustrativeRound);
        var holdings = new DeferredEdges(() => part.Funds.SelectMany(fund => all.Of(fund).Edges));
        var investments = new LinesInput("investments", holdings, FundRounds.Kinds, null, sums.HasIllustrativeFund);
        return (
            Figure<Money>.Of(raisedId, raisedMoney, Trail.Of(rounds)),
            Figure<Money>.Of(oursId, oursMoney, Trail.Of(investments, part.SharePaidIn())));
    }
}
