using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.CapitalCalls;

/// <summary>Takes back a call that was not issued; only who drafted it or handed it in may.</summary>
public static class WithdrawCapitalCall
{
    /// <summary>Takes a call back.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Call">A draft, submitted or approved call.</param>
    [Recorders]
    public sealed record Command(string Books, CapitalCallId Call) : ICommand<Done>, IWithinBooks;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Call).NotEmpty();
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<Done>>
    {
        public Task<Result<Done>> Handle(Command c, CancellationToken cancellation) =>
            desk.Open(c.Books, cancellation)
                .Then(books => books.Call(c.Call, cancellation))
                .Then(call => call.Withdraw(desk.User, desk.Now));
    }
}
