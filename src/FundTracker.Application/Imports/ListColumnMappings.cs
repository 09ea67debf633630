using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Imports;

/// <summary>Column mappings that were kept for a mother fund, by name.</summary>
public static class ListColumnMappings
{
    /// <summary>Lists mappings.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    [Recorders]
    public sealed record Query(string Books) : IQuery<IReadOnlyList<Mapping>>, IWithinBooks;

    /// <summary>A mapping.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Json">The mapping as JSON.</param>
    /// <param name="RecordedBy">Who saved it last.</param>
    public sealed record Mapping(string Name, string Json, string RecordedBy);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Books).NotEmpty();
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Query, Result<IReadOnlyList<Mapping>>>
    {
        public async Task<Result<IReadOnlyList<Mapping>>> Handle(Query q, CancellationToken cancellation) =>
            Result<IReadOnlyList<Mapping>>.Ok(await desk.Db.SavedMappings.AsNoTracking().Where(m => m.Books == q.Books).OrderBy(m => m.Name)
                .Select(m => new Mapping(m.Name, m.Mapping, m.RecordedBy)).ToListAsync(cancellation));
    }
}
