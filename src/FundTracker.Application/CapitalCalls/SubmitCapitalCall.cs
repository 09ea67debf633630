using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.CapitalCalls;

/// <summary>Hands a drafted call in; from then on it waits for another person.</summary>
public static class SubmitCapitalCall
{
    /// <summary>Hands a call in.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Call">The draft.</param>
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
                .Then(call => call.Submit(desk.User, desk.Now));
    }
}
