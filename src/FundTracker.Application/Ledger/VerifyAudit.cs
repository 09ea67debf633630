using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Ledger;

/// <summary>Recomputes the hash chains of the audit trail, one per mother fund and one for the installation, and names the first broken link of each.</summary>
public static class VerifyAudit
{
    /// <summary>Verifies the audit trail of all books in scope, and of what belongs to no books.</summary>
    [AllowedTo(Role.Auditor, Role.CommitteeMember, Role.Approver, Role.FundManager, Role.Administrator)]
    public sealed record Query : IQuery<IReadOnlyList<Row>>;

    /// <summary>One chain.</summary>
    /// <param name="Books">Code of the mother fund; empty for what belongs to no books.</param>
    /// <param name="Check">What was found.</param>
    public sealed record Row(string Books, ChainCheck Check);

    internal sealed class Handler(Desk desk) : IRequestHandler<Query, Result<IReadOnlyList<Row>>>
    {
        public async Task<Result<IReadOnlyList<Row>>> Handle(Query q, CancellationToken cancellation)
        {
            var heads = await desk.Db.AuditHeads.AsNoTracking().OrderBy(head => head.Chain).ToListAsync(cancellation);
            var codes = await BooksOfChains.Read(desk, cancellation);
            var rows = new List<Row>();
            foreach (var head in heads.Where(head => codes.ContainsKey(head.Chain)))
            {
                var verifier = new AuditVerifier(head);
                var entries = desk.Db.Audit.AsNoTracking().Where(entry => entry.Chain == head.Chain).OrderBy(entry => entry.Id).AsAsyncEnumerable();
                await foreach (var entry in entries.WithCancellation(cancellation)) if (!verifier.Read(entry)) break;
                rows.Add(new Row(codes[head.Chain], verifier.Check()));
            }

            return Result<IReadOnlyList<Row>>.Ok(rows);
        }
    }
}
