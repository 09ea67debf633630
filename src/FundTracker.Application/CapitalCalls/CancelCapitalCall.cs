using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.CapitalCalls;

/// <summary>Proposes to cancel an issued call. When another person approves, what is unpaid then is called no more; what was paid stays.</summary>
public static class CancelCapitalCall
{
    /// <summary>Proposes a cancellation.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Call">The issued call.</param>
    /// <param name="Date">Day from which the rest is called no more; not before the notice.</param>
    /// <param name="Reason">Why; needed, at most 1,000 characters.</param>
    [Recorders]
    public sealed record Command(string Books, CapitalCallId Call, DateOnly Date, string Reason) : ICommand<VoucherId>, IWithinBooks;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Call).NotEmpty();
            RuleFor(c => c.Date).IsBusinessDate();
            RuleFor(c => c.Reason).MaximumLength(1000);
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<VoucherId>>
    {
        public Task<Result<VoucherId>> Handle(Command c, CancellationToken cancellation) => desk.Open(c.Books, cancellation).Then(books =>
            books.Call(c.Call, cancellation).Then(call => call
                .Cancellation(c.Date, c.Reason, call.PaidOf(books.Everything))
                .Then(lines => books.Record(VoucherKind.CallCancellation, call.Fund, lines))));
    }
}
