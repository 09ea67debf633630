using FundTracker.Analytics.Carried;
using FundTracker.Analytics.Ratios;
using FundTracker.Domain.Ledgers;

namespace FundTracker.Analytics.Leverage;

/// <summary>One sum over commitments.</summary>
/// <param name="Minor">Minor units.</param>
/// <param name="Illustrative">On how many of the commitments a line of it is illustrative.</param>
internal readonly record struct EdgeSum(long Minor, int Illustrative)
{
    public static EdgeSum operator +(EdgeSum one, EdgeSum other) => new(checked(one.Minor + other.Minor), one.Illustrative + other.Illustrative);

    public static EdgeSum operator -(EdgeSum one, EdgeSum other) => new(checked(one.Minor - other.Minor), one.Illustrative - other.Illustrative);
}

/// <summary>What is committed and paid in to a sub-fund, by everybody and by the mother fund itself.</summary>
internal readonly record struct FundMoney(EdgeSum Committed, EdgeSum OwnCommitted, EdgeSum PaidIn, EdgeSum OwnPaidIn)
{
    public static FundMoney operator +(FundMoney one, FundMoney other) => new(
        one.Committed + other.Committed, one.OwnCommitted + other.OwnCommitted, one.PaidIn + other.PaidIn, one.OwnPaidIn + other.OwnPaidIn);

    public static FundMoney operator -(FundMoney one, FundMoney other) => new(
        one.Committed - other.Committed, one.OwnCommitted - other.OwnCommitted, one.PaidIn - other.PaidIn, one.OwnPaidIn - other.OwnPaidIn);

    /// <summary>Of one of some sub-funds, by its place.</summary>
    /// <param name="view">The books on a day, as known at an instant.</param>
    /// <param name="funds">The sub-funds.</param>
    /// <param name="place">Which of them.</param>
    /// <param name="promises">What commitments in other currencies are worth.</param>
    public static FundMoney Of(LedgerView view, FundSelection funds, int place, ForeignCommitments promises)
    {
        var isForeign = funds.IsForeign(view.Book.Edges[funds.Own[place]].Currency);
        var converted = isForeign ? view.Derive<ForeignPaidIn>() : null;
        var (committed, paidIn) = (default(EdgeSum), default(EdgeSum));
        foreach (var edge in view.Book.CommitmentsTo(funds.Funds[place]))
        {
            committed += Committed(edge);
            paidIn += PaidIn(edge);
        }

        return new FundMoney(committed, Committed(funds.Own[place]), paidIn, PaidIn(funds.Own[place]));

        EdgeSum Committed(int edge) => new(isForeign ? promises.On(edge) : view.Commitment(edge), view.IsIllustrative(edge, LineKinds.CommitmentKinds) ? 1 : 0);

        EdgeSum PaidIn(int edge) => new(converted?.On(view, edge).Minor ?? view.PaidIn(edge), view.IsIllustrative(edge, LineKinds.PaidInKinds) ? 1 : 0);
    }
}

/// <summary>What is committed and paid in to all sub-funds that leverage counts. When more is recorded, only those that it concerns are added up again.</summary>
internal sealed class CountedMoney : IDerived<CountedMoney>
{
    private readonly FundSelection funds;
    private readonly PagedArray<FundMoney> each;

    private CountedMoney(FundSelection funds, PagedArray<FundMoney> each, FundMoney all) => (this.funds, this.each, All) = (funds, each, all);

    /// <summary>The sum over the sub-funds.</summary>
    public FundMoney All { get; }

    public static CountedMoney Of(LedgerView view)
    {
        var counted = view.Derive<CountedFunds>().Funds;
        var (made, promises) = (new FundMoney[counted.Funds.Count], new ForeignCommitments(view));
        var all = default(FundMoney);
        for (var place = 0; place < made.Length; place++) all += made[place] = FundMoney.Of(view, counted, place, promises);
        return new CountedMoney(counted, PagedArray<FundMoney>.Of(made), all);
    }

    public CountedMoney After(LedgerView later, ViewTail tail)
    {
        if (!ReferenceEquals(later.Derive<CountedFunds>().Funds, funds)) return Of(later);
        var promises = new ForeignCommitments(later);
        var changed = funds.PlacesOf(tail.Investees).Select(place => (Place: place, Money: FundMoney.Of(later, funds, place, promises))).ToList();
        var all = changed.Aggregate(All, (sum, fund) => sum - each[fund.Place] + fund.Money);
        return new CountedMoney(funds, each.With(changed), all);
    }
}
