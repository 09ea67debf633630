using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Approvals;

/// <summary>Turns a voucher down with a reason; nothing is posted.</summary>
public static class RejectVoucher
{
    /// <summary>Turns a voucher down.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Voucher">The pending voucher.</param>
    /// <param name="Reason">Why; needed, at most 1,000 characters.</param>
    [Approvers]
    public sealed record Command(string Books, VoucherId Voucher, string Reason) : ICommand<Done>, IWithinBooks;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Voucher).NotEmpty();
            RuleFor(c => c.Reason).MaximumLength(1000);
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<Done>>
    {
        public Task<Result<Done>> Handle(Command c, CancellationToken cancellation) =>
            desk.Open(c.Books, cancellation)
                .Then(books => books.Voucher(c.Voucher, cancellation))
                .Then(voucher => voucher.Reject(desk.User, desk.Now, c.Reason));
    }
}
