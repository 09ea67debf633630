using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Documents;

/// <summary>A document with its bytes, as it came; refused where the stored bytes are not those that were attached.</summary>
public static class GetDocument
{
    /// <summary>Asks for a document.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Document">The document.</param>
    [Readers]
    public sealed record Query(string Books, DocumentId Document) : IQuery<Answer>, IWithinBooks;

    /// <summary>The document.</summary>
    /// <param name="FileName">File name as it came.</param>
    /// <param name="ContentType">MIME type.</param>
    /// <param name="Sha256">SHA-256 of the bytes, lower-case hex.</param>
    /// <param name="Content">The bytes.</param>
    public sealed record Answer(string FileName, string ContentType, string Sha256, byte[] Content);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Document).NotEmpty();
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Query, Result<Answer>>
    {
        public Task<Result<Answer>> Handle(Query q, CancellationToken cancellation) => desk.Read(q.Books, cancellation).Then(async book =>
        {
            var found = await desk.Db.Documents.AsNoTracking()
                .SingleOrDefaultAsync(document => document.Id == q.Document && document.MotherFund == book.MotherFund, cancellation);
            if (found is null) return PipelineErrors.NotFound("document", q.Document.ToString());
            return DocumentBytes.WhyNotAsAttached(found) is { } changed
                ? changed
                : Result<Answer>.Ok(new Answer(found.FileName, found.ContentType, found.Sha256, found.Content));
        });
    }
}
