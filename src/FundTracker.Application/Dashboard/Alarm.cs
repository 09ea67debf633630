using FundTracker.Analytics.Phases;
using FundTracker.Analytics.Ratios;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Dashboard;

/// <summary>What an alarm is about.</summary>
public enum AlarmKind
{
    /// <summary>An issued call is unpaid past its due day.</summary>
    CallOverdue = 1,

    /// <summary>A fund's own cash is below zero.</summary>
    CashBelowZero = 2,

    /// <summary>A phase was planned by now and is not fully paid in.</summary>
    PhaseOverdue = 3,

    /// <summary>A phase is planned within 90 days.</summary>
    PhaseDue = 4,

    /// <summary>The latest NAV of a sub-fund is older than 92 days, or there is none though money was paid in.</summary>
    NavStale = 5,
}

/// <summary>Something late, missing or wrong.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Fund">The fund.</param>
/// <param name="Number">Number of the call or phase; 0 where there is none.</param>
/// <param name="Date">Due or planned day, or day of the latest NAV; null where there is none.</param>
/// <param name="Amount">What is open; null where it is not about an amount.</param>
public sealed record Alarm(AlarmKind Kind, NodeEntry Fund, int Number, DateOnly? Date, Money? Amount)
{
    /// <summary>A NAV older than this many days is stale.</summary>
    public const int NavStaleDays = 92;

    private const int PhaseNoticeDays = 90;

    internal static IReadOnlyList<Alarm> Of(LedgerView view, IReadOnlyList<PhaseProgress> phases, IReadOnlyList<CapitalCall> calls) =>
        [.. OverdueCalls(view, calls), .. NegativeCash(view), .. LatePhases(view, phases), .. StaleNavs(view)];

    private static IEnumerable<Alarm> OverdueCalls(LedgerView view, IReadOnlyList<CapitalCall> calls)
    {
        var open = view.Derive<OpenCalls>();
        foreach (var call in calls.Where(call => call.DueDate < view.AsOf && open.Of(call.Id.Value) > 0).OrderBy(call => call.DueDate))
        {
            var fund = view.Book.Node(call.Fund);
            yield return new Alarm(AlarmKind.CallOverdue, fund, call.Number, call.DueDate, Money.FromMinor(open.Of(call.Id.Value), fund.Currency));
        }
    }

    private static IEnumerable<Alarm> NegativeCash(LedgerView view) =>
        from fund in view.Book.Nodes
        where fund.Kind is NodeKind.MotherFund or NodeKind.SubFund
        let cash = view.Cash(fund.Id)
        where cash < 0
        select new Alarm(AlarmKind.CashBelowZero, fund, 0, null, Money.FromMinor(cash, fund.Currency));

    private static IEnumerable<Alarm> LatePhases(LedgerView view, IReadOnlyList<PhaseProgress> phases) =>
        from phase in phases
        where phase.Planned is not null
        let left = phase.Planned! - phase.Paid.Require()
        where left.IsPositive && (phase.IsOverdue || phase.PlannedDate <= view.AsOf.AddDays(PhaseNoticeDays))
        select new Alarm(phase.IsOverdue ? AlarmKind.PhaseOverdue : AlarmKind.PhaseDue, view.Book.Root, phase.Number, phase.PlannedDate, left);

    private static IEnumerable<Alarm> StaleNavs(LedgerView view) =>
        from edge in FundFigureEngine.HeldSubFunds(view)
        let date = view.LevelDate(edge)
        where view.PaidIn(edge) > 0 && (date is null || date.Value.AddDays(NavStaleDays) < view.AsOf)
        orderby date
        select new Alarm(AlarmKind.NavStale, view.Book.Node(view.Book.Edges[edge].Investee), 0, date, null);
}
