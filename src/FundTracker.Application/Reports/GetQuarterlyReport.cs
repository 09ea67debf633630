using FundTracker.Analytics.Exposure;
using FundTracker.Analytics.Leverage;
using FundTracker.Analytics.Phases;
using FundTracker.Analytics.Ratios;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Policies;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Reports;

/// <summary>Puts a mother fund's quarterly report together. The same quarter and instant always give the same report.</summary>
public static class GetQuarterlyReport
{
    /// <summary>Asks for a report.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Quarter">The quarter, such as <c>2023Q2</c>.</param>
    /// <param name="KnownAt">Recorded instant, counted; null for now.</param>
    [Readers]
    public sealed record Query(string Books, string Quarter, Stamp? KnownAt = null) : IQuery<QuarterlyReport>, IWithinBooks;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Quarter).Must(text => Domain.Values.Quarter.TryParse(text, out _)).WithErrorCode(InputErrors.WrongForm);
    }

    internal sealed class Handler(Desk desk, PolicyLibrary library) : IRequestHandler<Query, Result<QuarterlyReport>>
    {
        public async Task<Result<QuarterlyReport>> Handle(Query q, CancellationToken cancellation)
        {
            var quarter = Domain.Values.Quarter.TryParse(q.Quarter, out var parsed) ? parsed : throw new InvalidOperationException(q.Quarter);
            var read = await desk.View(q.Books, quarter.LastDay, q.KnownAt, cancellation);
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
            return Assemble(view, quarter, state, plans.SingleOrDefault(p => p.Fund == root), calls, new CompanyHistory(view, rounds, exits), policy);
        }

        private static QuarterlyReport Assemble(
            LedgerView view, Quarter quarter, PeriodState state, ContributionPlan? plan, IReadOnlyList<CapitalCall> calls, CompanyHistory companies,
            PolicyPages policy)
        {
            var before = new LedgerView(view.Book, quarter.Previous.LastDay, view.KnownAt);
            var (now, then) = (FundFigureEngine.OfFamily(view), FundFigureEngine.OfFamily(before));
            var exposure = LookThrough.Of(view);
            var flows = new QuarterFlows(view, quarter);
            return new QuarterlyReport(
                view.Book.Root, view.Book.Family, quarter, view.KnownAt, state, now[0], then[0], MotherFundNav.Cash(view, view.Book.Root),
                PhaseProgress.Of(view, view.Book.Root, plan, [.. calls.Where(call => call.Fund == view.Book.MotherFund)]),
                flows.Calls(calls), flows.Rows(LineKinds.PaidInKinds), flows.Rows(LineKinds.DistributionKinds), [.. now.Skip(1)], [.. then.Skip(1)],
                LeverageEngine.AllRows(view), History(view, quarter), exposure, companies.Rows(exposure), flows.Corrections(), policy,
                HasIllustrativeInstants: view.Book.InstantsIllustrativeUntil is not null);
        }

        private static IReadOnlyList<QuarterlyReport.LeveragePoint> History(LedgerView view, Quarter quarter)
        {
            const int QuartersShown = 8;
            var days = new List<DateOnly>();
            for (var (q, i) = (quarter, 0); i < QuartersShown; i++, q = q.Previous) days.Insert(0, q.LastDay);
            return [.. days.Select(day => new QuarterlyReport.LeveragePoint(day, LeverageEngine.Whole(new LedgerView(view.Book, day, view.KnownAt))))
                .Where(point => point.Row.SubFunds.Count > 0)];
        }
    }
}
