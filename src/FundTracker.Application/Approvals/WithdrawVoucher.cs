using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Approvals;

/// <summary>Takes a pending voucher back; only who recorded it may.</summary>
public static class WithdrawVoucher
{
    /// <summary>Takes a voucher back.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Voucher">The pending voucher.</param>
    [AllowedTo(Role.FundManager, Role.Approver, Role.SubFundManager)]
    public sealed record Command(string Books, VoucherId Voucher) : ICommand<Done>, IWithinBooks, IAboutOneself;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Voucher).NotEmpty();
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<Done>>
    {
        public Task<Result<Done>> Handle(Command c, CancellationToken cancellation) =>
            desk.Open(c.Books, cancellation)
                .Then(books => books.Voucher(c.Voucher, cancellation))
                .Then(voucher => voucher.Withdraw(desk.User, desk.Now));
    }
}
