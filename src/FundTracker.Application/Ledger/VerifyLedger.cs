using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Documents;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Ledger;

/// <summary>
/// Recomputes the hash chains of the books, lines and facts, from the first entry, and names the first broken link; and the hash of each
/// document, of which those are named that are not as they were attached.
/// </summary>
public static class VerifyLedger
{
    /// <summary>Verifies the chains of some books.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    [Readers]
    public sealed record Query(string Books) : IQuery<Answer>, IWithinBooks;

    /// <summary>What was found.</summary>
    /// <param name="Lines">The journal.</param>
    /// <param name="Facts">The facts.</param>
    /// <param name="Documents">The documents behind them.</param>
    public sealed record Answer(ChainCheck Lines, ChainCheck Facts, DocumentCheck Documents)
    {
        /// <summary>Whether both chains hold and every document is as it was attached.</summary>
        public bool Holds => Lines.Holds && Facts.Holds && Documents.Changed.Count == 0;
    }

    /// <summary>What was found of the documents.</summary>
    /// <param name="Count">How many there are.</param>
    /// <param name="Changed">Those whose bytes are not as they were attached, each as a refusal that names file and both hashes.</param>
    public sealed record DocumentCheck(int Count, IReadOnlyList<DomainError> Changed);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Books).NotEmpty();
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Query, Result<Answer>>
    {
        public Task<Result<Answer>> Handle(Query q, CancellationToken cancellation) => desk.Head(q.Books, cancellation).Then(async head =>
        {
            var lines = ChainVerifier.OfLines(head);
            var stored = desk.Db.Lines.AsNoTracking().Where(line => line.Chain == head.Chain).OrderBy(line => line.Id).AsAsyncEnumerable();
            await foreach (var line in stored.WithCancellation(cancellation)) if (!lines.Read(line)) break;
            var facts = ChainVerifier.OfFacts(head);
            var stated = desk.Db.Facts.AsNoTracking().Where(fact => fact.Chain == head.Chain).OrderBy(fact => fact.Id).AsAsyncEnumerable();
            await foreach (var fact in stated.WithCancellation(cancellation)) if (!facts.Read(fact)) break;
            return Result<Answer>.Ok(new Answer(lines.Check(), facts.Check(), await Documents(head, cancellation)));
        });

        private async Task<DocumentCheck> Documents(Book head, CancellationToken cancellation)
        {
            var (count, changed) = (0, new List<DomainError>());
            var attached = desk.Db.Documents.AsNoTracking().Where(document => document.MotherFund == head.MotherFund)
                .OrderBy(document => document.Id).AsAsyncEnumerable();
            await foreach (var document in attached.WithCancellation(cancellation))
            {
                count++;
                if (DocumentBytes.WhyNotAsAttached(document) is { } difference) changed.Add(difference);
            }

            return new DocumentCheck(count, changed);
        }
    }
}
