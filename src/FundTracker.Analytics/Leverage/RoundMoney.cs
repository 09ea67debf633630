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
        var (raisedId, oursId) = (new FigureId("leverage.roundsRaised", part.Scope), new FigureId("leverage.lookThroughMoney", part.Scope));
        if (part.Nothing() is { } nothing) return (Figure<Money>.None(raisedId, nothing), Figure<Money>.None(oursId, nothing));
        var (sums, raisedRates, ourRates) = (part.Rounds.Value, part.Rounds.Value.RaisedRates(), part.InvestmentRates());
        // A round counts where a fund invested in it, which a missing rate of the investment leaves open.
        if (ourRates?.Missing is { } missing) return (Figure<Money>.None(raisedId, missing), Figure<Money>.None(oursId, missing));
        return (Raised(part, raisedId, sums, raisedRates), Ours(part, oursId, sums, ourRates));
    }

    private static Figure<Money> Raised(Portfolio part, FigureId id, RoundSums sums, RatesUsed? rates)
    {
        if (rates?.Missing is { } missing) return Figure<Money>.None(id, missing);
        var money = Money.FromMinor(sums.Raised, part.Currency);
        var rounds = new LinesInput("rounds", new DeferredEdges(() => sums.Companies), RaisedRounds.Kinds, money, sums.HasIllustrativeRound);
        return Figure<Money>.Of(id, money, Trail.Of([rounds, .. rates?.Inputs(part.View) ?? []]));
    }

    private static Figure<Money> Ours(Portfolio part, FigureId id, RoundSums sums, RatesUsed? rates)
    {
        var holdings = new DeferredEdges(() => part.Funds.SelectMany(fund => part.RoundsOf(fund).Edges));
        var investments = new LinesInput("investments", holdings, FundRounds.Kinds, null, sums.HasIllustrativeFund);
        return Figure<Money>.Of(
            id, Money.FromMinor(sums.Ours, part.Currency), Trail.Of([investments, part.SharePaidIn(), .. rates?.Inputs(part.View) ?? []]));
    }
}
