using FundTracker.Analytics.Exposure;
using FundTracker.Analytics.Leverage;
using FundTracker.Analytics.Performance;
using FundTracker.Analytics.Phases;
using FundTracker.Analytics.Ratios;
using FundTracker.Application.Books;
using FundTracker.Application.Dashboard;
using FundTracker.Application.Policies;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Evaluations;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Reports;

/// <summary>Puts quarterly reports together for whoever shows, seals or checks one.</summary>
public sealed class QuarterlyReportReader(Desk desk, PolicyLibrary library)
{
    /// <summary>The report of a quarter as known at an instant; now where none is given.</summary>
    /// <returns>The report, or a refusal: no such books, an instant in the future, or faulty rule files.</returns>
    public async Task<Result<QuarterlyReport>> Read(string books, Quarter quarter, Stamp? knownAt, CancellationToken cancellation)
    {
        var read = await desk.View(books, quarter.LastDay, knownAt, cancellation);
        if (!read.IsSuccess) return Result<QuarterlyReport>.Refused(read.Errors);
        if (!library.Rules.IsSuccess || !library.Schemes.IsSuccess)
            return Result<QuarterlyReport>.Refused([.. library.Rules.Errors, .. library.Schemes.Errors]);
        var view = read.Value;
        var root = view.Book.MotherFund;
        var plans = await desk.Db.ContributionPlans.AsNoTracking().Where(p => p.MotherFund == root).ToListAsync(cancellation);
        var calls = await desk.Db.CapitalCalls.AsNoTracking().Where(call => call.MotherFund == root).OrderBy(call => call.Id).ToListAsync(cancellation);
        var rounds = await desk.Db.FinancingRounds.AsNoTracking().Where(round => round.MotherFund == root).OrderBy(round => round.Id).ToListAsync(cancellation);
        var exits = await desk.Db.Lines.AsNoTracking()
            .Where(line => line.Chain == view.Book.Chain && (line.Kind == LineKind.ExitProceeds || line.Kind == LineKind.CostRelieved || line.Kind == LineKind.Dividend))
            .OrderBy(line => line.Id).ToListAsync(cancellation);
        var head = await desk.Db.Books.AsNoTracking().Include(book => book.PeriodEvents).SingleAsync(book => book.MotherFund == root, cancellation);
        var state = head.PeriodEvents.Where(e => e.Quarter == quarter && e.At <= view.KnownAt).OrderBy(e => e.Number).LastOrDefault()?.State ?? PeriodState.Open;
        var policy = PolicyPages.Of(view, plans, library.Rules.Value, library.Schemes.Value);
        var evaluations = await desk.Db.Evaluations.AsNoTracking().Where(one => one.MotherFund == root && one.Stage == EvaluationStage.Sealed).ToListAsync(cancellation);
        var landing = LandingPages.Of(view, plans, library.Rules.Value, evaluations);
        var alarms = Alarm.Of(view, plans, calls, WaitingTerms.On(library, view.AsOf));
        return Assemble(
            view, quarter, state, plans.SingleOrDefault(p => p.Fund == root), calls, new CompanyHistory(view, rounds, exits), (policy, landing, [.. alarms.Select(alarm => new AlarmRow(alarm))]));
    }

    private static QuarterlyReport Assemble(
        LedgerView view, Quarter quarter, PeriodState state, ContributionPlan? plan, IReadOnlyList<CapitalCall> calls, CompanyHistory companies,
        (PolicyPages Policy, LandingPages Landing, IReadOnlyList<AlarmRow> Alarms) pages)
    {
        var before = view.On(quarter.Previous.LastDay);
        var (now, then) = (FundFigureEngine.OfFamily(view), FundFigureEngine.OfFamily(before));
        var exposure = LookThrough.Of(view);
        var flows = new QuarterFlows(view, quarter);
        return new QuarterlyReport(
            view.Book.Root, view.Book.Family, quarter, view.KnownAt, state, now[0], then[0], MotherFundNav.Cash(view, view.Book.Root),
            PhaseProgress.Of(view, view.Book.Root, plan, [.. calls.Where(call => call.Fund == view.Book.MotherFund)]),
            flows.Calls(calls), flows.Rows(LineKinds.PaidInKinds), flows.Rows(LineKinds.DistributionKinds), [.. now.Skip(1)], [.. then.Skip(1)],
            RollForwardEngine.ToDate(view, view.Book.Root.Code)!,
            [.. now.Skip(1).Select(figures => RollForwardEngine.Of(view, figures.Fund.Code, before.AsOf)).OfType<NavRollForward>()],
            LeverageEngine.AllRows(view), History(view, quarter), exposure, companies.Rows(exposure), flows.Corrections(),
            pages.Policy, pages.Landing, pages.Alarms,
            HasIllustrativeInstants: view.Book.InstantsIllustrativeUntil is not null);
    }

    private static IReadOnlyList<QuarterlyReport.LeveragePoint> History(LedgerView view, Quarter quarter)
    {
        const int QuartersShown = 8;
        var days = new List<DateOnly>();
        for (var (q, i) = (quarter, 0); i < QuartersShown; i++, q = q.Previous) days.Insert(0, q.LastDay);
        return [.. days.Select(day => new QuarterlyReport.LeveragePoint(day, LeverageEngine.Whole(view.On(day))))
            .Where(point => point.Row.SubFunds.Count > 0)];
    }
}
