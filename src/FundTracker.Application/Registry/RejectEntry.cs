using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Registry;

/// <summary>Turns an entry of the registry down, with a reason.</summary>
public static class RejectEntry
{
    /// <summary>Turns an entry down.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Entry">The entry.</param>
    /// <param name="Reason">Why, at most 1,000 characters.</param>
    [Approvers]
    public sealed record Command(string Books, RegistryEntryId Entry, string Reason) : ICommand<Done>, IWithinBooks;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Entry).NotEmpty();
            RuleFor(c => c.Reason).NotEmpty().MaximumLength(1000);
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<Done>>
    {
        public Task<Result<Done>> Handle(Command c, CancellationToken cancellation) => desk.Open(c.Books, cancellation).Then(open =>
            desk.Entry(open, c.Entry, cancellation).Then(entry => entry.Reject(desk.User, desk.Now, c.Reason)));
    }
}
