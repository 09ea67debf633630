using FundTracker.Analytics.Phases;
using FundTracker.Analytics.Ratios;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Figures;
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

    /// <summary>An issued call is unpaid and due within 30 days.</summary>
    CallDue = 6,

    /// <summary>
    /// Money that shareholders paid into a fund waits there to be used for nearly a year, or for longer; first in, first out. Where the fund
    /// has placed nothing at all it is what F-04 asks about the fund, see <see cref="Alarm.IsBeforeFirstUse"/>.
    /// </summary>
    MoneyIdle = 7,

    /// <summary>A planned fund is not set up though its year is nearly over, or over (F-04).</summary>
    FundNotSetUp = 8,
}

/// <summary>Something late, missing or wrong.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Fund">The fund.</param>
/// <param name="Number">Number of the call or phase; 0 where there is none.</param>
/// <param name="Date">Due or planned day, or day of the latest NAV; null where there is none.</param>
/// <param name="Amount">What is open; null where it is not about an amount.</param>
/// <param name="BreachOn">First day on which it is a breach; null where it is about no term.</param>
/// <param name="DaysLeft">Days from the day asked for to that day: zero or less once it is a breach, null where there is no term.</param>
/// <param name="IsBeforeFirstUse">
/// Of idle money: whether the fund has placed nothing yet. Then F-04 says the same on the same day, and government may leave early; of a
/// fund that has begun, F-04 asks no more, and the alarm is about its cash alone.
/// </param>
/// <param name="IsIllustrative">Whether the fund, or money that was paid into it, is invented.</param>
public sealed record Alarm(
    AlarmKind Kind, NodeEntry Fund, int Number, DateOnly? Date, Money? Amount, DateOnly? BreachOn = null, int? DaysLeft = null,
    bool IsBeforeFirstUse = false, bool IsIllustrative = false)
{
    private const int PhaseNoticeDays = 90;
    private const int CallNoticeDays = 30;
    private const int IdleNoticeDays = 90;

    /// <summary>Whether it is a breach on the day asked for; what has no term is one at once.</summary>
    public bool IsBreach => DaysLeft is null ? Kind == AlarmKind.CashBelowZero : DaysLeft <= 0;

    /// <summary>All alarms of a day: what the dashboard shows and the quarterly report prints.</summary>
    /// <param name="view">The books.</param>
    /// <param name="plans">Contribution plans of the mother fund and of its sub-funds.</param>
    /// <param name="calls">Calls in the books.</param>
    /// <param name="terms">How long a planned fund or money may wait by the rules of the day.</param>
    internal static IReadOnlyList<Alarm> Of(
        LedgerView view, IReadOnlyList<ContributionPlan> plans, IReadOnlyList<CapitalCall> calls, WaitingTerms terms)
    {
        var phases = Phases(view, plans, calls);
        IEnumerable<Alarm> late = terms.PlannedDaysMax is { } planned ? NotSetUp(view, planned) : [];
        IEnumerable<Alarm> idle = terms.IdleDaysMax is { } unused ? IdleMoney(view, unused) : [];
        Alarm[] all = [.. UnpaidCalls(view, calls), .. NegativeCash(view), .. LatePhases(view, phases), .. late, .. idle];
        return
        [
            .. all.OrderByDescending(alarm => alarm.IsBreach).ThenBy(alarm => alarm.DaysLeft).Concat(StaleNavs(view))
                .Select(alarm => alarm with { IsIllustrative = IsInvented(view, alarm.Fund) }),
        ];
    }

    /// <summary>Phases of the mother fund's plan, then of the plans of sub-funds by code.</summary>
    private static List<(NodeEntry Fund, IReadOnlyList<PhaseProgress> Phases)> Phases(
        LedgerView view, IReadOnlyList<ContributionPlan> plans, IReadOnlyList<CapitalCall> calls) =>
    [
        .. from plan in plans
           where plan.RecordedAt <= view.KnownAt
           let fund = view.Book.Node(plan.Fund)
           orderby plan.Fund != view.Book.MotherFund, fund.Code
           select (fund, PhaseProgress.Of(view, fund, plan, [.. calls.Where(call => call.Fund == plan.Fund)])),
    ];

    private static bool IsInvented(LedgerView view, NodeEntry fund) =>
        fund.Provenance == Provenance.Illustrative || view.Book.EdgesInto(fund.Id).Any(edge => view.IsIllustrative(edge, LineKinds.PaidInKinds));

    private static Alarm At(LedgerView view, AlarmKind kind, NodeEntry fund, DateOnly date, DateOnly breachOn, Money? amount = null, int number = 0) =>
        new(kind, fund, number, date, amount, breachOn, breachOn.DayNumber - view.AsOf.DayNumber);

    /// <summary>Planned funds, from the day on which they became known as planned.</summary>
    private static IEnumerable<Alarm> NotSetUp(LedgerView view, int daysMax) =>
        from fund in view.Book.Nodes
        where fund.Kind == NodeKind.SubFund && fund.RecordedAt <= view.KnownAt
        let status = view.Book.FactOn(fund.Id, FactNames.FundStatus, view.AsOf, view.KnownAt)
        where status?.Value == nameof(FundStatus.Pipeline)
        let breach = status.EffectiveFrom.AddDays(daysMax + 1)
        where breach <= view.AsOf.AddDays(IdleNoticeDays)
        orderby breach
        select At(view, AlarmKind.FundNotSetUp, fund, status.EffectiveFrom, breach);

    /// <summary>Money of shareholders that waits in the mother fund or in a sub-fund: one alarm for each, with what is past the term.</summary>
    private static IEnumerable<Alarm> IdleMoney(LedgerView view, int daysMax) =>
        from waiting in view.Derive<WaitingFunds>().All
        let breach = waiting.Since.AddDays(daysMax + 1)
        where breach <= view.AsOf.AddDays(IdleNoticeDays)
        select At(view, AlarmKind.MoneyIdle, waiting.Fund, waiting.Since, breach, waiting.Idle(view.AsOf, daysMax)) with
        {
            IsBeforeFirstUse = !waiting.HasBegun,
        };

    private static IEnumerable<Alarm> UnpaidCalls(LedgerView view, IReadOnlyList<CapitalCall> calls)
    {
        var open = view.Derive<OpenCalls>();
        var soon = view.AsOf.AddDays(CallNoticeDays);
        foreach (var call in calls.Where(call => call.DueDate <= soon && open.Of(call.Id.Value) > 0).OrderBy(call => call.DueDate))
        {
            var fund = view.Book.Node(call.Fund);
            var kind = call.DueDate < view.AsOf ? AlarmKind.CallOverdue : AlarmKind.CallDue;
            yield return At(view, kind, fund, call.DueDate, call.DueDate.AddDays(1), Money.FromMinor(open.Of(call.Id.Value), fund.Currency), call.Number);
        }
    }

    private static IEnumerable<Alarm> NegativeCash(LedgerView view) =>
        from fund in view.Book.Nodes
        where fund.Kind is NodeKind.MotherFund or NodeKind.SubFund
        let cash = view.Cash(fund.Id)
        where cash < 0
        select new Alarm(AlarmKind.CashBelowZero, fund, 0, null, Money.FromMinor(cash, fund.Currency));

    private static IEnumerable<Alarm> LatePhases(LedgerView view, IReadOnlyList<(NodeEntry Fund, IReadOnlyList<PhaseProgress> Phases)> plans) =>
        from plan in plans
        from phase in plan.Phases
        where phase.Planned is not null
        let left = phase.Planned! - phase.Paid.Require()
        where left.IsPositive && (phase.IsOverdue || phase.PlannedDate <= view.AsOf.AddDays(PhaseNoticeDays))
        let kind = phase.IsOverdue ? AlarmKind.PhaseOverdue : AlarmKind.PhaseDue
        select At(view, kind, plan.Fund, phase.PlannedDate!.Value, phase.PlannedDate.Value.AddDays(1), left, phase.Number);

    private static IEnumerable<Alarm> StaleNavs(LedgerView view) =>
        from edge in FundFigureEngine.HeldSubFunds(view)
        where view.Book.FactOn(view.Book.Edges[edge].Investee, FactNames.FundStatus, view.AsOf, view.KnownAt)?.Value != nameof(FundStatus.Liquidated)
        let date = view.LevelDate(edge)
        where view.PaidIn(edge) > 0 && (date is null || NavAge.IsStale(date.Value, view.AsOf))
        orderby date
        select new Alarm(AlarmKind.NavStale, view.Book.Node(view.Book.Edges[edge].Investee), 0, date, null);
}
