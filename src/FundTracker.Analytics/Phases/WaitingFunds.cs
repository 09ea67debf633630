using FundTracker.Analytics.Ratios;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Phases;

/// <summary>Money of shareholders that waits in a fund.</summary>
/// <param name="Fund">The fund.</param>
/// <param name="Lots">What waits by the day on which it came, the oldest first; at least one.</param>
/// <param name="HasBegun">Whether the fund has placed any money at all.</param>
public sealed record WaitingFund(NodeEntry Fund, IReadOnlyList<WaitingMoney> Lots, bool HasBegun)
{
    /// <summary>The day from which it waits: of a fund that has placed nothing the day of its first money, as F-04 counts.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>
    /// How much has waited longer than a number of days; while none has, how much came first. All of it where nothing was ever placed.
    /// </summary>
    public Money Idle(DateOnly asOf, int daysMax)
    {
        var late = Lots.Where(lot => !HasBegun || lot.Since.AddDays(daysMax) < asOf).ToList();
        return (late.Count > 0 ? late : [Lots[0]]).Aggregate(Money.Zero(Fund.Currency), (sum, lot) => sum + lot.Amount);
    }
}

/// <summary>
/// Money of shareholders that waits in the mother fund and in each sub-fund that it holds, first in, first out (<see cref="RollingUse"/>).
/// When more is recorded, only the funds that it touches are followed again.
/// </summary>
public sealed class WaitingFunds : IDerived<WaitingFunds>
{
    private readonly Dictionary<NodeId, WaitingFund?> byFund;

    private WaitingFunds(Dictionary<NodeId, WaitingFund?> byFund) => this.byFund = byFund;

    /// <summary>Funds in which any such money waits, the one that waits longest first.</summary>
    public IEnumerable<WaitingFund> All => byFund.Values.OfType<WaitingFund>().OrderBy(fund => fund.Since).ThenBy(fund => fund.Fund.Code, StringComparer.Ordinal);

    /// <inheritdoc/>
    public static WaitingFunds Of(LedgerView view) => new(Funds(view).ToDictionary(fund => fund, fund => OfFund(view, view.Book.Node(fund))));

    /// <inheritdoc/>
    public WaitingFunds After(LedgerView later, ViewTail tail) => new(Funds(later).ToDictionary(
        fund => fund,
        fund => !tail.Nodes.Contains(fund) && byFund.TryGetValue(fund, out var known) ? known : OfFund(later, later.Book.Node(fund))));

    private static IEnumerable<NodeId> Funds(LedgerView view) =>
        FundFigureEngine.HeldSubFunds(view).Select(edge => view.Book.Edges[edge].Investee).Prepend(view.Book.MotherFund).Distinct();

    private static WaitingFund? OfFund(LedgerView view, NodeEntry fund)
    {
        if (view.Cash(fund.Id) <= 0) return null;
        var lots = RollingUse.WaitingIn(view, fund).Where(lot => lot.IsPaidIn).ToList();
        if (lots.Count == 0) return null;
        var use = FirstUse.Of(view, fund.Id);
        return new WaitingFund(fund, lots, use.Placed is not null) { Since = use.Placed is null ? use.Money!.Value : lots[0].Since };
    }
}
