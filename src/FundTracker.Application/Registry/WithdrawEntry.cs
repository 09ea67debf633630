using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Registry;

/// <summary>Takes an entry of the registry back while it waits; only who recorded it may.</summary>
public static class WithdrawEntry
{
    /// <summary>Takes an entry back.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Entry">The entry.</param>
    [Recorders]
    public sealed record Command(string Books, RegistryEntryId Entry) : ICommand<Done>, IWithinBooks;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Entry).NotEmpty();
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<Done>>
    {
        public Task<Result<Done>> Handle(Command c, CancellationToken cancellation) => desk.Open(c.Books, cancellation).Then(open =>
            desk.Entry(open, c.Entry, cancellation).Then(entry => entry.Withdraw(desk.User, desk.Now)));
    }
}
