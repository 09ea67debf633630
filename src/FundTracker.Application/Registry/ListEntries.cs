using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Registry;
using FundTracker.Domain.Results;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Registry;

/// <summary>Entries of the registry: what waits for approval, and what was ever recorded about a carrier, programme or company.</summary>
public static class ListEntries
{
    /// <summary>Asks for entries.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="About">Code of the carrier, programme or company; null for all.</param>
    /// <param name="State">Only those in this state; null for all.</param>
    [Readers]
    public sealed record Query(string Books, string? About = null, EntryState? State = null) : IQuery<IReadOnlyList<EntryCard>>, IWithinBooks;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.About).MaximumLength(40);
            RuleFor(q => q.State).IsInEnum();
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Query, Result<IReadOnlyList<EntryCard>>>
    {
        public Task<Result<IReadOnlyList<EntryCard>>> Handle(Query q, CancellationToken cancellation) =>
            desk.Head(q.Books, cancellation).Then(async head =>
            {
                var entries = desk.Db.RegistryEntries.AsNoTracking().Where(entry => entry.MotherFund == head.MotherFund);
                if (q.About is { } about) entries = entries.Where(entry => entry.Subject == about);
                if (q.State is { } state) entries = entries.Where(entry => entry.State == state);
                var found = await entries.OrderBy(entry => entry.EffectiveFrom).ThenBy(entry => entry.Id).ToListAsync(cancellation);
                return Result<IReadOnlyList<EntryCard>>.Ok([.. found.Select(EntryCard.Of)]);
            });
    }
}
