using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Registry;

/// <summary>Approves an entry of the registry that somebody else recorded; it is judged again, on what is approved by now.</summary>
public static class ApproveEntry
{
    /// <summary>Approves an entry.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Entry">The entry.</param>
    [Approvers]
    public sealed record Command(string Books, RegistryEntryId Entry) : ICommand<Done>, IWithinBooks;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Entry).NotEmpty();
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<Done>>
    {
        public Task<Result<Done>> Handle(Command c, CancellationToken cancellation) => desk.Open(c.Books, cancellation).Then(open =>
            desk.Entry(open, c.Entry, cancellation).Then(entry => desk.Approve(open, entry, cancellation)));
    }
}
