using FluentValidation;
using FundTracker.Analytics.Phases;
using FundTracker.Application.Approvals;
using FundTracker.Application.Books;
using FundTracker.Application.CapitalCalls;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Funds;

/// <summary>A fund's page: what it is, who its investors are and where they stand, its plan, its calls, and what waits for approval.</summary>
public static class GetFund
{
    /// <summary>Asks for a fund.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Fund">Code of the fund: the mother fund itself or a sub-fund.</param>
    /// <param name="AsOf">Effective day, counted.</param>
    /// <param name="KnownAt">Recorded instant, counted; null for now. The future is refused.</param>
    [ReadersAndOwnSubFund]
    public sealed record Query(string Books, string Fund, DateOnly AsOf, Stamp? KnownAt = null) : IQuery<Answer>, IAboutFund;

    /// <summary>The fund.</summary>
    /// <param name="Fund">The fund with its facts.</param>
    /// <param name="KnownAt">Recorded instant that was used.</param>
    /// <param name="Cash">Its own money; below zero where imported history took it there.</param>
    /// <param name="Investors">Who committed to it, by code.</param>
    /// <param name="Holdings">Funds that it committed to, by code.</param>
    /// <param name="Companies">Companies that it holds or held, by code.</param>
    /// <param name="Phases">Its plan, phase by phase; empty where it has none and nothing was called.</param>
    /// <param name="Calls">Its calls, the latest notice first.</param>
    /// <param name="Pending">Vouchers about it that wait for approval; no figure counts them.</param>
    public sealed record Answer(
        Member Fund, Stamp KnownAt, Money Cash, IReadOnlyList<CommitmentPosition> Investors, IReadOnlyList<CommitmentPosition> Holdings,
        IReadOnlyList<HoldingPosition> Companies, IReadOnlyList<PhaseProgress> Phases, IReadOnlyList<CallSummary> Calls, IReadOnlyList<VoucherCard> Pending);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Fund).NotEmpty();
            RuleFor(q => q.AsOf).IsBusinessDate();
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Query, Result<Answer>>
    {
        public Task<Result<Answer>> Handle(Query q, CancellationToken cancellation) =>
            desk.View(q.Books, q.AsOf, q.KnownAt, cancellation).Then(async view =>
            {
                var fund = view.Book.FindNode(q.Fund);
                if (fund is not { Kind: NodeKind.MotherFund or NodeKind.SubFund } || fund.RecordedAt > view.KnownAt)
                    return PipelineErrors.NotFound("fund", q.Fund);
                var members = new Members(view);
                var calls = await desk.Db.CapitalCalls.AsNoTracking().Where(call => call.Fund == fund.Id).ToListAsync(cancellation);
                var plan = await desk.Db.ContributionPlans.AsNoTracking().SingleOrDefaultAsync(p => p.Fund == fund.Id, cancellation);
                var pending = await VoucherCard.Read(desk, view.Book, voucher => voucher.About == fund.Id, VoucherState.Pending, cancellation);
                return Result<Answer>.Ok(new Answer(
                    members.Of(fund), view.KnownAt, Money.FromMinor(view.Cash(fund.Id), fund.Currency),
                    Investors: CommitmentPosition.Into(view, members, fund), Holdings: CommitmentPosition.HeldBy(view, members, fund),
                    Companies: HoldingPosition.HeldBy(view, fund), PhaseProgress.Of(view, fund, plan, calls), CallSummary.Of(view, calls), pending));
            });
    }
}
