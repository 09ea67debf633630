using FundTracker.Analytics.Ratios;
using FundTracker.Domain.Ledgers;

namespace FundTracker.Analytics.Leverage;

/// <summary>Rounds in which some funds invested, as sums that funds are added to and taken off.</summary>
internal sealed class RoundSums
{
    private readonly RaisedRounds raised;
    private readonly Dictionary<long, long> invested;
    private int illustrativeFunds;
    private int illustrativeRounds;

    private RoundSums(RaisedRounds raised, Dictionary<long, long> invested) => (this.raised, this.invested) = (raised, invested);

    /// <summary>The mother fund's look-through money in the rounds, minor units.</summary>
    public long Ours { get; private set; }

    /// <summary>What companies raised in them, minor units.</summary>
    public long Raised { get; private set; }

    /// <summary>Whether any of the funds' investments is illustrative.</summary>
    public bool HasIllustrativeFund => illustrativeFunds > 0;

    /// <summary>Whether what any round raised is illustrative.</summary>
    public bool HasIllustrativeRound => illustrativeRounds > 0;

    /// <summary>Dense indexes of the companies' own accounts that say what was raised, each once.</summary>
    public IEnumerable<int> Companies => invested.Where(round => round.Value > 0).SelectMany(round => raised.Of(round.Key).Edges).Distinct().Order();

    /// <summary>Whether what was raised in any round had to be converted.</summary>
    public bool IsConverted => raised.IsConverted;

    /// <summary>The rates at which what was raised in them was converted; null where all was raised in the currency of the sums.</summary>
    public RatesUsed? RaisedRates()
    {
        if (!raised.IsConverted) return null;
        var rates = new RatesUsed();
        foreach (var round in invested.Where(round => round.Value > 0))
            if (raised.Of(round.Key).Rates is { } used) rates.Add(used);
        return rates;
    }

    /// <summary>Adds up the rounds of some funds.</summary>
    public static RoundSums Of(RaisedRounds raised, IEnumerable<FundRounds> funds)
    {
        var sums = new RoundSums(raised, []);
        foreach (var fund in funds)
        {
            sums.CountOurs(fund, sign: 1);
            sums.CountRounds(fund, sign: 1);
        }

        return sums;
    }

    /// <summary>The same with some funds exchanged for others.</summary>
    public RoundSums With(IReadOnlyList<(FundRounds Old, FundRounds New)> exchanged)
    {
        if (exchanged.Count == 0) return this;
        // What is invested in each round is copied only where it changed: most lines move shares alone.
        var isSame = exchanged.All(fund => fund.Old.Invested.SequenceEqual(fund.New.Invested));
        var sums = new RoundSums(raised, isSame ? invested : new Dictionary<long, long>(invested))
        {
            Ours = Ours, Raised = Raised, illustrativeFunds = illustrativeFunds, illustrativeRounds = illustrativeRounds,
        };
        foreach (var (old, made) in exchanged)
        {
            sums.CountOurs(old, sign: -1);
            sums.CountOurs(made, sign: 1);
            if (isSame) continue;
            sums.CountRounds(old, sign: -1);
            sums.CountRounds(made, sign: 1);
        }

        return sums;
    }

    private void CountOurs(FundRounds fund, int sign)
    {
        Ours = checked(Ours + (sign * fund.Ours));
        if (fund.IsIllustrative) illustrativeFunds += sign;
    }

    private void CountRounds(FundRounds fund, int sign)
    {
        foreach (var (round, minor) in fund.Invested)
        {
            var before = invested.GetValueOrDefault(round);
            var after = checked(before + (sign * minor));
            invested[round] = after;
            if (before > 0 == after > 0) continue;
            var (one, way) = (raised.Of(round), after > 0 ? 1 : -1);
            Raised = checked(Raised + (way * one.Minor));
            if (one.IsIllustrative) illustrativeRounds += way;
        }
    }
}

/// <summary>Rounds of the whole portfolio. When more is recorded, only the funds that it concerns are exchanged.</summary>
internal sealed class WholeRounds : IDerived<WholeRounds>
{
    private readonly CountedFunds counted;
    private readonly RoundsOfFunds all;
    private readonly RaisedRounds raised;

    private WholeRounds(CountedFunds counted, RoundsOfFunds all, RaisedRounds raised, RoundSums sums) =>
        (this.counted, this.all, this.raised, Sums) = (counted, all, raised, sums);

    /// <summary>Their sums.</summary>
    public RoundSums Sums { get; }

    public static WholeRounds Of(LedgerView view)
    {
        var (counted, all, raised) = (view.Derive<CountedFunds>(), view.Derive<RoundsOfFunds>(), view.Derive<RaisedRounds>());
        var funds = counted.Edges.Select(edge => all.Of(view.Book.Edges[edge].Investee));
        return new WholeRounds(counted, all, raised, RoundSums.Of(raised, funds));
    }

    public WholeRounds After(LedgerView later, ViewTail tail)
    {
        var now = later.Derive<RoundsOfFunds>();
        if (!ReferenceEquals(later.Derive<CountedFunds>(), counted) || !ReferenceEquals(later.Derive<RaisedRounds>(), raised)) return Of(later);
        var exchanged = counted.Funds.PlacesOf(tail.Nodes).Select(place => counted.Funds.Funds[place])
            .Select(fund => (Old: all.Of(fund), New: now.Of(fund))).Where(pair => !ReferenceEquals(pair.Old, pair.New)).ToList();
        return new WholeRounds(counted, now, raised, Sums.With(exchanged));
    }
}
