using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Plans;

/// <summary>Draws up the contribution plan of a fund, without phases yet; a fund has one. It waits for another person.</summary>
public static class DrawUpPlan
{
    /// <summary>Draws up a plan.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Fund">Code of the fund that is to be paid in.</param>
    /// <param name="Rolling">滚动使用: whether returned money may be used again instead of going back to the treasury.</param>
    [Recorders]
    public sealed record Command(string Books, string Fund, bool Rolling) : ICommand<VoucherId>, IWithinBooks;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Fund).NotEmpty();
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<VoucherId>>
    {
        public Task<Result<VoucherId>> Handle(Command c, CancellationToken cancellation) =>
            desk.Open(c.Books, cancellation).Then(books => books.Fund(c.Fund).Then(async fund =>
            {
                if (await desk.Db.ContributionPlans.AnyAsync(plan => plan.Fund == fund.Id, cancellation)) return PlanErrors.PlanExists(fund.Code);
                return Result<VoucherId>.Ok(books.Record(fund.Id, [new PlanDraft(c.Rolling)]));
            }));
    }
}
