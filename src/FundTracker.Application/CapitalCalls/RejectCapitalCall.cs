using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.CapitalCalls;

/// <summary>Turns a submitted call down with a reason.</summary>
public static class RejectCapitalCall
{
    /// <summary>Turns a call down.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Call">The submitted call.</param>
    /// <param name="Reason">Why; needed, at most 1,000 characters.</param>
    [Approvers]
    public sealed record Command(string Books, CapitalCallId Call, string Reason) : ICommand<Done>, IWithinBooks;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Call).NotEmpty();
            RuleFor(c => c.Reason).MaximumLength(1000);
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<Done>>
    {
        public Task<Result<Done>> Handle(Command c, CancellationToken cancellation) =>
            desk.Open(c.Books, cancellation)
                .Then(books => books.Call(c.Call, cancellation))
                .Then(call => call.Reject(desk.User, desk.Now, c.Reason));
    }
}
