using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Evaluations;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Evaluations;

/// <summary>The canonical text of a sealed evaluation, as it was hashed, so that it can be proved without our server.</summary>
public static class GetSealedContent
{
    /// <summary>Asks for it. It names the reviewers, so that a sub-fund's manager does not get it.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Evaluation">The evaluation.</param>
    [Readers]
    public sealed record Query(string Books, EvaluationId Evaluation) : IQuery<Answer>, IWithinBooks;

    /// <summary>The text.</summary>
    /// <param name="Content">JSON; its UTF-8 bytes have the hash.</param>
    /// <param name="Sha256">SHA-256 of the bytes, lower-case hexadecimal.</param>
    /// <param name="FileName">A name for a file of it.</param>
    public sealed record Answer(string Content, string Sha256, string FileName);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Evaluation).NotEmpty();
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Query, Result<Answer>>
    {
        public Task<Result<Answer>> Handle(Query q, CancellationToken cancellation) => desk.Read(q.Books, cancellation).Then(async book =>
            (await desk.Evaluation(book, q.Evaluation, cancellation)).Then(found => found is { Content: { } content, Sha256: { } hash }
                ? Result<Answer>.Ok(new Answer(content, hash, $"evaluation-{book.Node(found.Fund).Code}-{found.Scheme}-{found.Year}.json"))
                : CycleErrors.NotInStage(found.Stage)));
    }
}
