using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Registry;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Registry;

/// <summary>
/// Takes an approved entry of the registry back, once another person agrees: as known from then on it never was. In a closed quarter
/// nothing is taken back; what is wrong there is stated anew from an open day on.
/// </summary>
public static class TakeEntryBack
{
    /// <summary>Takes an entry back.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Entry">An approved entry.</param>
    /// <param name="Reason">Why, at most 1,000 characters.</param>
    [Recorders]
    public sealed record Command(string Books, RegistryEntryId Entry, string Reason) : ICommand<RegistryEntryId>, IWithinBooks;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Entry).NotEmpty();
            RuleFor(c => c.Reason).NotEmpty().MaximumLength(1000);
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<RegistryEntryId>>
    {
        public Task<Result<RegistryEntryId>> Handle(Command c, CancellationToken cancellation) => desk.Open(c.Books, cancellation).Then(open =>
            desk.Entry(open, c.Entry, cancellation).Then(entry => desk.Propose(
                c.Books, new EntryTakenBack(entry.Subject, entry.Id, c.Reason.Trim()), entry.EffectiveFrom,
                new EntryOrigin(Provenance.Recorded, "", "", null), cancellation)));
    }
}
