using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;
using MediatR;

namespace FundTracker.Application.Periods;

/// <summary>Opens a held or closed quarter again; who did it and why stays in the calendar.</summary>
public static class ReopenQuarter
{
    /// <summary>Opens a quarter again.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Quarter">The quarter, such as 2023Q2.</param>
    /// <param name="Reason">Why; needed, at most 1,000 characters.</param>
    [Approvers]
    public sealed record Command(string Books, string Quarter, string Reason) : ICommand<Done>, IWithinBooks;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Quarter).IsQuarter();
            RuleFor(c => c.Reason).MaximumLength(1000);
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<Done>>
    {
        public Task<Result<Done>> Handle(Command c, CancellationToken cancellation) =>
            desk.Open(c.Books, cancellation)
                .Then(books => books.Head.Reopen(QuarterInput.Read(c.Quarter), desk.User, desk.Now, c.Reason))
                .Map(_ => Done.Value);
    }
}
