using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;
using MediatR;

namespace FundTracker.Application.Periods;

/// <summary>Holds a quarter before its close: nothing new may be recorded in it, what is pending may still be approved.</summary>
public static class HoldQuarter
{
    /// <summary>Holds a quarter.</summary>
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
        public Task<Result<Done>> Handle(Command c, CancellationToken cancellation) =>
            desk.Open(c.Books, cancellation)
                .Then(books => books.Head.Hold(QuarterInput.Read(c.Quarter), desk.User, desk.Now))
                .Map(_ => Done.Value);
    }
}
