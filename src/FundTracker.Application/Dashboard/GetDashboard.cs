using FundTracker.Analytics.Leverage;
using FundTracker.Analytics.Phases;
using FundTracker.Analytics.Ratios;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Policies;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Dashboard;

/// <summary>One page that says where a mother fund stands: phases, leverage, performance, what is late, where the money went.</summary>
public static class GetDashboard
{
    /// <summary>Asks for the page.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="AsOf">Effective day, counted.</param>
    /// <param name="KnownAt">Recorded instant, counted; null for now.</param>
    [Readers]
    public sealed record Query(string Books, DateOnly AsOf, Stamp? KnownAt = null) : IQuery<Answer>, IWithinBooks;

    /// <summary>The page.</summary>
    /// <param name="AsOf">Effective day.</param>
    /// <param name="KnownAt">Recorded instant that was used.</param>
    /// <param name="Fund">Figures of the mother fund.</param>
    /// <param name="Before">The same at the quarter end before.</param>
    /// <param name="SubFunds">Figures of its sub-funds.</param>
    /// <param name="Cash">Its own cash.</param>
    /// <param name="Phases">Phases planned against called and paid.</param>
    /// <param name="Leverage">The five ratios of the whole portfolio.</param>
    /// <param name="LeverageBefore">The same at the quarter end before.</param>
    /// <param name="Alarms">What is late, missing or wrong, most urgent first.</param>
    /// <param name="Flows">Where the money went: shareholders, mother fund, sub-funds, sectors.</param>
    /// <param name="PendingApprovals">Vouchers and calls that wait for another person now.</param>
    public sealed record Answer(
        DateOnly AsOf, Stamp KnownAt, FundFigures Fund, FundFigures Before, IReadOnlyList<FundFigures> SubFunds, Figure<Money> Cash,
        IReadOnlyList<PhaseProgress> Phases, LeverageRow Leverage, LeverageRow LeverageBefore, IReadOnlyList<Alarm> Alarms,
        IReadOnlyList<MoneyFlow> Flows, int PendingApprovals);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.AsOf).IsBusinessDate();
    }

    internal sealed class Handler(Desk desk, PolicyLibrary library) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query q, CancellationToken cancellation)
        {
            var read = await desk.View(q.Books, q.AsOf, q.KnownAt, cancellation);
            if (!read.IsSuccess) return Result<Answer>.Refused(read.Errors);
            var view = read.Value;
            var root = view.Book.MotherFund;
            var plans = await desk.Db.ContributionPlans.AsNoTracking().Where(plan => plan.MotherFund == root).ToListAsync(cancellation);
            var calls = await desk.Db.CapitalCalls.AsNoTracking().Where(call => call.MotherFund == root).OrderBy(call => call.Id).ToListAsync(cancellation);
            var vouchers = await desk.Db.Vouchers.CountAsync(v => v.MotherFund == root && v.State == VoucherState.Pending, cancellation);
            var before = view.On(Quarter.Of(q.AsOf).Previous.LastDay);
            var family = FundFigureEngine.OfFamily(view);
            var phases = PhaseProgress.Of(view, view.Book.Root, plans.Find(plan => plan.Fund == root), [.. calls.Where(call => call.Fund == root)]);
            var late = Alarm.Of(view, plans, calls, WaitingTerms.On(library, view.AsOf));
            return new Answer(
                view.AsOf, view.KnownAt, family[0], FundFigureEngine.OfMotherFund(before), [.. family.Skip(1)], MotherFundNav.Cash(view, view.Book.Root), phases,
                LeverageEngine.Whole(view), LeverageEngine.Whole(before), late, MoneyFlow.Of(view),
                vouchers + calls.Count(call => call.Stage is CallStage.Submitted or CallStage.Approved));
        }
    }
}
