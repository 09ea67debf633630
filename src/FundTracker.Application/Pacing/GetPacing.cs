using FluentValidation;
using FundTracker.Analytics.Pacing;
using FundTracker.Analytics.Phases;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Pacing;

/// <summary>Calls and distributions ahead, and the answer to: when must the next phase of the mother fund be paid in, and how much?</summary>
public static class GetPacing
{
    /// <summary>Asks for a forecast.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="AsOf">Effective day, counted; the forecast begins on the next.</param>
    /// <param name="KnownAt">Recorded instant, counted; null for now.</param>
    /// <param name="CallSpeed">Factor on the speed of calls, 0 to 3; 0.5 is half as fast.</param>
    /// <param name="NavShock">Part of the value lost at once, 0 to 1.</param>
    /// <param name="ExitDelayYears">Years by which distributions come later, 0 to 10.</param>
    /// <param name="Quarters">How far to look, 1 to 40.</param>
    /// <param name="Reserve">What cash must not fall below, major units, 0 or above.</param>
    /// <param name="CostsAnnual">The mother fund's own costs a year, major units; null for those of the last year.</param>
    /// <param name="LeadDays">Days from the decision on a phase to its money, 0 to 730.</param>
    /// <param name="Volatility">Of the log of a quarter's call rate, 0 to 2.</param>
    /// <param name="Correlation">Of call rates between funds, 0 to 1.</param>
    /// <param name="Seed">Of the simulation, 0 or above.</param>
    /// <param name="NewCommitments">What the mother fund means to promise to new sub-funds, major units, 0 or above.</param>
    [Readers]
    public sealed record Query(
        string Books, DateOnly AsOf, Stamp? KnownAt = null, decimal CallSpeed = 1, decimal NavShock = 0, decimal ExitDelayYears = 0,
        int Quarters = PacingLimits.QuartersUsual, decimal Reserve = 0, decimal? CostsAnnual = null, int LeadDays = 90, decimal Volatility = 0.5m,
        decimal Correlation = 0.3m, long Seed = 1, decimal NewCommitments = 0) : IQuery<Answer>, IWithinBooks;

    /// <summary>The forecast; all amounts ahead are estimates.</summary>
    /// <param name="AsOf">Effective day.</param>
    /// <param name="KnownAt">Recorded instant that was used.</param>
    /// <param name="Assumed">What is assumed.</param>
    /// <param name="Pacing">The forecast.</param>
    /// <param name="NextPhase">The first phase of the plan that is not paid in full; null where there is none.</param>
    public sealed record Answer(DateOnly AsOf, Stamp KnownAt, PacingAssumptions Assumed, PortfolioPacing Pacing, PhaseProgress? NextPhase);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.AsOf).IsBusinessDate();
            RuleFor(q => q.CallSpeed).InclusiveBetween(0, PacingLimits.CallSpeedMax);
            RuleFor(q => q.NavShock).InclusiveBetween(0, PacingLimits.NavShockMax);
            RuleFor(q => q.ExitDelayYears).InclusiveBetween(0, PacingLimits.ExitDelayYearsMax);
            RuleFor(q => q.Quarters).InclusiveBetween(1, PacingLimits.QuartersMax);
            RuleFor(q => q.Reserve).InclusiveBetween(0, PacingLimits.AmountMax);
            RuleFor(q => q.CostsAnnual).InclusiveBetween(0, PacingLimits.AmountMax);
            RuleFor(q => q.NewCommitments).InclusiveBetween(0, PacingLimits.AmountMax);
            RuleFor(q => q.LeadDays).InclusiveBetween(0, 730);
            RuleFor(q => q.Volatility).InclusiveBetween(0, 2);
            RuleFor(q => q.Correlation).InclusiveBetween(0, 1);
            RuleFor(q => q.Seed).GreaterThanOrEqualTo(0);
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Query, Result<Answer>>
    {
        public Task<Result<Answer>> Handle(Query q, CancellationToken cancellation) =>
            desk.View(q.Books, q.AsOf, q.KnownAt, cancellation).Then(async view =>
            {
                var root = view.Book.Root;
                var plan = await desk.Db.ContributionPlans.AsNoTracking().SingleOrDefaultAsync(p => p.Fund == root.Id, cancellation);
                var calls = await desk.Db.CapitalCalls.AsNoTracking().Where(call => call.Fund == root.Id).ToListAsync(cancellation);
                var assumed = new PacingAssumptions(
                    new PacingScenario((double)q.CallSpeed, (double)q.NavShock, (double)q.ExitDelayYears), q.Quarters, In(q.Reserve, root),
                    q.CostsAnnual is { } costs ? In(costs, root) : PortfolioPacing.CostsOfLastYear(view), In(q.NewCommitments, root), q.LeadDays, (double)q.Volatility,
                    (double)q.Correlation, (ulong)q.Seed);
                return Result<Answer>.Ok(new Answer(
                    view.AsOf, view.KnownAt, assumed, PortfolioPacing.Of(view, assumed),
                    PhaseProgress.Of(view, root, plan, calls).FirstOrDefault(phase => phase.Planned is { } planned && phase.Paid.Require() < planned)));
            });

        private static Money In(decimal amount, NodeEntry fund) =>
            Money.Of(decimal.Round(amount, fund.Currency.Exponent, MidpointRounding.AwayFromZero), fund.Currency);
    }
}
