using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Imports.Positions;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Imports;

/// <summary>Keeps under a name which column of a position table says what, so that the next table of the same source needs no hand.</summary>
public static class SaveColumnMapping
{
    /// <summary>Saves a mapping; one of the same name is replaced.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Name">1 to 100 characters.</param>
    /// <param name="Mapping">The mapping as JSON, see <see cref="PositionMapping.Parse"/>.</param>
    [Recorders]
    public sealed record Command(string Books, string Name, string Mapping) : ICommand<Done>, IWithinBooks;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Books).IsNodeCode();
            RuleFor(c => c.Name).NotEmpty().MaximumLength(100);
            RuleFor(c => c.Mapping).NotEmpty().MaximumLength(4000);
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<Done>>
    {
        public Task<Result<Done>> Handle(Command c, CancellationToken cancellation) => PositionMapping.Parse(c.Mapping).Then<PositionMapping, Done>(async mapping =>
        {
            var saved = await desk.Db.SavedMappings.SingleOrDefaultAsync(m => m.Books == c.Books && m.Name == c.Name, cancellation);
            if (saved is null) desk.Db.SavedMappings.Add(saved = SavedMapping.Of(c.Books, c.Name));
            saved.Save(mapping.ToJson(), desk.User, desk.Now);
            return Done.Value;
        });
    }
}
