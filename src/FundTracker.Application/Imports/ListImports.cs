using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Imports;

/// <summary>Files that were handed in for a mother fund, the latest first.</summary>
public static class ListImports
{
    /// <summary>Lists imports.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="State">Only those in this state; null for all.</param>
    [Readers]
    public sealed record Query(string Books, ImportState? State = null) : IQuery<IReadOnlyList<Import>>, IWithinBooks;

    /// <summary>An import.</summary>
    /// <param name="Batch">The import.</param>
    /// <param name="Kind">What the file was imported as.</param>
    /// <param name="FileName">File name as it came.</param>
    /// <param name="Sha256">SHA-256 of the file, lower-case hex.</param>
    /// <param name="State">Pending, posted or rejected.</param>
    /// <param name="Counts">Rows and lines.</param>
    /// <param name="RecordedBy">Who handed it in.</param>
    /// <param name="RecordedAt">When.</param>
    /// <param name="DecidedBy">Who approved or turned down; null while pending.</param>
    /// <param name="DecidedAt">When; null while pending.</param>
    /// <param name="Reason">Why it was turned down; else empty.</param>
    /// <param name="Overridden">Hard rules that it was let pass over, such as <c>L-04@SUB1</c>; else empty.</param>
    /// <param name="OverrideReason">Why; else empty.</param>
    /// <param name="Document">The file in the books; null until posted.</param>
    public sealed record Import(
        ImportBatchId Batch, ImportKind Kind, string FileName, string Sha256, ImportState State, ImportCounts Counts, string RecordedBy,
        Stamp RecordedAt, string? DecidedBy, Stamp? DecidedAt, string Reason, string Overridden, string OverrideReason, DocumentId? Document);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Books).NotEmpty();
            RuleFor(q => q.State).IsInEnum();
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Query, Result<IReadOnlyList<Import>>>
    {
        public async Task<Result<IReadOnlyList<Import>>> Handle(Query q, CancellationToken cancellation) =>
            Result<IReadOnlyList<Import>>.Ok(await desk.Db.ImportBatches.AsNoTracking()
                .Where(b => b.Books == q.Books && (q.State == null || b.State == q.State)).OrderByDescending(b => b.Id)
                .Select(b => new Import(
                    b.Id, b.Kind, b.FileName, b.Sha256, b.State, new ImportCounts(b.RowsNew, b.RowsSkipped, b.Lines), b.RecordedBy, b.RecordedAt,
                    b.DecidedBy, b.DecidedAt, b.Reason, b.Overridden, b.OverrideReason, b.Document))
                .ToListAsync(cancellation));
    }
}
