using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Documents;

/// <summary>The documents attached to the books, the latest first, without their bytes.</summary>
public static class ListDocuments
{
    /// <summary>Asks for documents.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    [Readers]
    public sealed record Query(string Books) : IQuery<IReadOnlyList<Row>>, IWithinBooks;

    /// <summary>A document.</summary>
    /// <param name="Id">Identity.</param>
    /// <param name="FileName">File name as it came.</param>
    /// <param name="ContentType">MIME type.</param>
    /// <param name="Bytes">Size in bytes.</param>
    /// <param name="Sha256">SHA-256 of the bytes, lower-case hex.</param>
    /// <param name="RecordedBy">Who attached it.</param>
    /// <param name="RecordedAt">When.</param>
    /// <param name="Lines">How many ledger lines name it.</param>
    public sealed record Row(
        DocumentId Id, string FileName, string ContentType, int Bytes, string Sha256, string RecordedBy, Stamp RecordedAt, int Lines);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Books).NotEmpty();
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Query, Result<IReadOnlyList<Row>>>
    {
        public Task<Result<IReadOnlyList<Row>>> Handle(Query q, CancellationToken cancellation) => desk.Read(q.Books, cancellation).Then(async book =>
        {
            var rows = await desk.Db.Documents.Where(document => document.MotherFund == book.MotherFund)
                .OrderByDescending(document => document.Id)
                .Select(document => new Row(
                    document.Id, document.FileName, document.ContentType, document.Content.Length, document.Sha256, document.RecordedBy,
                    document.RecordedAt, desk.Db.Lines.Count(line => line.Chain == book.Chain && line.Document == document.Id)))
                .ToListAsync(cancellation);
            return Result<IReadOnlyList<Row>>.Ok(rows);
        });
    }
}
