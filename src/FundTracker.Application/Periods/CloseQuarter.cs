using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Periods;

/// <summary>Closes a held quarter: no line may be dated in it any more. What is pending in it is approved or rejected first.</summary>
public static class CloseQuarter
{
    /// <summary>Closes a quarter.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Quarter">The quarter, such as 2023Q2.</param>
    [Approvers]
    public sealed record Command(string Books, string Quarter) : ICommand<Done>, IWithinBooks;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Quarter).IsQuarter();
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<Done>>
    {
        public Task<Result<Done>> Handle(Command c, CancellationToken cancellation) => desk.Open(c.Books, cancellation).Then(async books =>
        {
            var quarter = QuarterInput.Read(c.Quarter);
            var pending = await desk.Db.Vouchers.CountAsync(
                voucher => voucher.MotherFund == books.Head.MotherFund && voucher.State == VoucherState.Pending
                    && (voucher.Lines.Any(line => line.EffectiveDate >= quarter.FirstDay && line.EffectiveDate <= quarter.LastDay)
                        || voucher.Facts.Any(fact => fact.EffectiveFrom >= quarter.FirstDay && fact.EffectiveFrom <= quarter.LastDay)),
                cancellation);
            return PeriodRules.CheckNothingPending(quarter, pending)
                .Then(_ => books.Head.Close(quarter, desk.User, desk.Now))
                .Map(_ => Done.Value);
        });
    }
}
